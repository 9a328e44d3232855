/**
 * The signers of META-INF/*.RSA, *.DSA or *.EC: a PKCS #7 message holds certificates and says by issuer and number whose is whose.
 * Sources: RFC 2315 (SignedData), RFC 5280 (certificates), X.690 (DER).
 * @module
 */
import type { Report } from "@contraluz/core";
import { MAX_SIGNERS, type Signer } from "./signer.ts";

interface Value {
  readonly tag: number;
  /** With its head. */
  readonly all: Uint8Array;
  readonly body: Uint8Array;
}

const [INTEGER, SEQUENCE, SET, TAGGED] = [0x02, 0x30, 0x31, 0xa0];

/** The value at the start of `b`; undefined if it is cut or its length is not told before it (BER). */
function first(b: Uint8Array): Value | undefined {
  const [tag, short] = [b[0], b[1]];
  if (tag === undefined || short === undefined || (tag & 0x1f) === 0x1f) return undefined;
  let [length, head] = [short, 2];
  if (short >= 0x80) {
    const n = short & 0x7f;
    if (n === 0 || n > 4 || b.length < 2 + n) return undefined;
    length = 0;
    for (let i = 0; i < n; i++) length = length * 256 + b[2 + i]!;
    head = 2 + n;
  }
  if (head + length > b.length) return undefined;
  return { tag, all: b.subarray(0, head + length), body: b.subarray(head, head + length) };
}

/** The values that `b` is, one after the other; what is damaged ends them. */
function* values(b: Uint8Array): Generator<Value> {
  for (let at = 0; at < b.length; ) {
    const v = first(b.subarray(at));
    if (!v) return;
    yield v;
    at += v.all.length;
  }
}

/** The first values of `b`, at most `n`. */
function some(b: Uint8Array, n: number): Value[] {
  const out: Value[] = [];
  for (const v of values(b)) if (out.push(v) === n) break;
  return out;
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((v, i) => v === b[i]);

/** Issuer and number of a certificate. */
function nameOf(certificate: Value): readonly [issuer: Uint8Array, serial: Uint8Array] | undefined {
  const tbs = first(certificate.body);
  if (tbs?.tag !== SEQUENCE) return undefined;
  const parts = some(tbs.body, 5);
  // A version stands first where it is not 1.
  const at = parts[0]?.tag === TAGGED ? 1 : 0;
  const [serial, issuer] = [parts[at], parts[at + 2]];
  return serial?.tag === INTEGER && issuer ? [issuer.all, serial.all] : undefined;
}

/** The parts of SignedData that matter: its certificates and who signed. */
function parts(bytes: Uint8Array): { readonly certificates: Value[]; readonly infos: Value[] } | undefined {
  const info = first(bytes);
  const content = info?.tag === SEQUENCE ? some(info.body, 2)[1] : undefined;
  const signed = content?.tag === TAGGED ? first(content.body) : undefined;
  if (signed?.tag !== SEQUENCE) return undefined;
  const list = some(signed.body, 8);
  const certificates = list.find((v) => v.tag === TAGGED);
  const infos = list.slice(2).findLast((v) => v.tag === SET);
  if (!certificates || !infos) return undefined;
  return {
    certificates: some(certificates.body, 4 * MAX_SIGNERS).filter((v) => v.tag === SEQUENCE),
    infos: some(infos.body, MAX_SIGNERS),
  };
}

/**
 * The certificates with which the signers signed; of a message that names others than it holds, all that it holds.
 * @example jarSigners(bytesOf("META-INF/CERT.RSA"), report)[0]?.certificate
 */
export function jarSigners(bytes: Uint8Array, report: Report): Signer[] {
  const found = parts(bytes);
  if (!found || found.certificates.length === 0) {
    report({ code: "apk-signature", found: "META-INF: no signed data", lost: "bytes" });
    return [];
  }
  const named = found.certificates.map((c) => [c, nameOf(c)] as const);
  const out: Signer[] = [];
  for (const info of found.infos) {
    const who = some(info.body, 2)[1];
    const [issuer, serial] = who?.tag === SEQUENCE ? some(who.body, 2) : [];
    const hit = named.find(([, n]) => n && issuer && serial && equal(n[0], issuer.all) && equal(n[1], serial.all));
    if (hit && !out.some((s) => s.certificate === hit[0].all)) out.push({ scheme: "v1", certificate: hit[0].all });
  }
  if (out.length > 0) return out;
  return found.certificates.slice(0, MAX_SIGNERS).map((c) => ({ scheme: "v1", certificate: c.all }));
}
