/** Certificates in DER, written for tests; nothing in them is signed. */
const letters = (s: string): number[] => [...new TextEncoder().encode(s)];

export function der(tag: number, ...parts: readonly (readonly number[])[]): number[] {
  const body = parts.flat();
  const n = body.length;
  return [tag, ...(n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255]), ...body];
}
const oid = (...bytes: number[]): number[] => der(6, bytes);
const name = (cn: string, o?: string): number[] =>
  der(
    0x30,
    der(0x31, der(0x30, oid(0x55, 4, 3), der(0x0c, letters(cn)))),
    ...(o === undefined ? [] : [der(0x31, der(0x30, oid(0x55, 4, 10), der(0x13, letters(o))))]),
  );

export interface MadeCertificate {
  readonly subject: string;
  readonly issuer?: string;
  readonly organisation?: string;
  readonly from?: string;
  readonly to?: string;
  readonly names?: readonly string[];
}

export function certificate(c: MadeCertificate): Uint8Array {
  const time = (t: string): number[] => der(t.length === 13 ? 0x17 : 0x18, letters(t));
  const alt = (c.names ?? []).map((n) => der(0x82, letters(n)));
  const tbs = der(
    0x30,
    der(0xa0, der(2, [2])),
    der(2, [0, 0xab, 0xcd]),
    der(0x30, oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11)),
    name(c.issuer ?? c.subject, c.organisation),
    der(0x30, time(c.from ?? "260101000000Z"), time(c.to ?? "20301231235959Z")),
    name(c.subject, c.organisation),
    der(0x30, der(0x30, oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1)), der(3, [0, 1])),
    ...(alt.length === 0 ? [] : [der(0xa3, der(0x30, der(0x30, oid(0x55, 0x1d, 17), der(4, der(0x30, ...alt)))))]),
  );
  return Uint8Array.from(der(0x30, tbs, der(0x30, oid(0x2a, 3)), der(3, [0, 9])));
}
