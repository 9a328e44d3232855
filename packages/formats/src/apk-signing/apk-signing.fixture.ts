/** Writes signing blocks of APKs and messages of META-INF, without a signature that anybody could verify. @module */

export const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((p) => [...p]));
const u32 = (n: number): number[] => [n & 0xff, (n >>> 8) & 0xff, (n >>> 16) & 0xff, n >>> 24];
/** A value with its length before it. */
export const sized = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array => {
  const body = join(...parts);
  return join(u32(body.length), body);
};
const text = (s: string): Uint8Array => new TextEncoder().encode(s);

export const [V2, V3, V31] = [0x7109871a, 0xf05368c0, 0x1b93ad61];

/** The value of scheme v2: a signer for each certificate. */
export function v2(...certificates: readonly Uint8Array[]): Uint8Array {
  return sized(...certificates.map((c) => sized(sized(sized(), sized(sized(c)), sized()), sized(), sized())));
}

/** The value of scheme v3: one signer, and the certificates that it had before. */
export function v3(certificate: Uint8Array, before: readonly Uint8Array[] = []): Uint8Array {
  const levels = before.map((c) => sized(sized(sized(c), u32(0x103)), u32(1), u32(0x103), sized()));
  const rotation = before.length > 0 ? [sized(u32(0x3ba06f8c), u32(1), ...levels)] : [];
  const other = sized(u32(0x559f8b02), u32(7));
  const data = sized(sized(), sized(sized(certificate)), u32(28), u32(0x7fff_ffff), sized(other, ...rotation));
  return sized(sized(data, u32(28), u32(0x7fff_ffff), sized(), sized()));
}

/** The whole block. */
export function block(pairs: readonly (readonly [id: number, value: Uint8Array])[]): Uint8Array {
  const body = join(...pairs.map(([id, value]) => join(u32(value.length + 4), u32(0), u32(id), value)));
  const size = body.length + 24;
  return join(u32(size), u32(0), body, u32(size), u32(0), text("APK Sig Block 42"));
}

/** A value in DER. */
export function der(tag: number, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const body = join(...parts);
  const n = body.length;
  return join([tag], n < 0x80 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 0xff], body);
}

const name = (s: string): Uint8Array => der(0x30, der(0x31, der(0x30, der(0x06, [0x55, 4, 3]), der(0x0c, text(s)))));

/** What of a certificate names it; `version` 1 has no version in it. */
export function certificate(issuer: string, serial: number, version: 1 | 3 = 3): Uint8Array {
  const head = version === 3 ? [der(0xa0, der(0x02, [2]))] : [];
  return der(0x30, der(0x30, ...head, der(0x02, [serial]), der(0x30), name(issuer), new Uint8Array(200)), der(0x30));
}

/** A message that holds certificates, and is signed by those named. */
export function message(
  certificates: readonly Uint8Array[],
  by: readonly (readonly [issuer: string, serial: number])[],
): Uint8Array {
  const infos = by.map(([i, s]) => der(0x30, der(0x02, [1]), der(0x30, name(i), der(0x02, [s])), der(0x30)));
  const signed = der(
    0x30,
    der(0x02, [1]),
    der(0x31, der(0x30)),
    der(0x30, der(0x06, [1])),
    der(0xa0, ...certificates),
    der(0x31, ...infos),
  );
  return der(0x30, der(0x06, [1, 2]), der(0xa0, signed));
}
