/**
 * The signers of META-INF/*.RSA, *.DSA or *.EC: a PKCS #7 message holds certificates and says by issuer and number whose is whose.
 * Sources: RFC 2315 (SignedData), RFC 5280 (certificates), X.690 (DER).
 * @module
 */
import type { Report } from "@contraluz/core";
import { DER, type DerValue, derValues, firstDer } from "../der/index.ts";
import { MAX_SIGNERS, type Signer } from "./signer.ts";

/** Certificates of one message: of who signed, and of who issued those. */
const MAX_CERTIFICATES = 200;

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((v, i) => v === b[i]);

/** Issuer and number of a certificate. */
function nameOf(certificate: DerValue): readonly [issuer: Uint8Array, serial: Uint8Array] | undefined {
  const tbs = firstDer(certificate.body);
  if (tbs?.tag !== DER.sequence) return undefined;
  const parts = derValues(tbs.body, 5);
  // A version stands first where it is not 1.
  const at = parts[0]?.tag === DER.context0 ? 1 : 0;
  const [serial, issuer] = [parts[at], parts[at + 2]];
  return serial?.tag === DER.integer && issuer ? [issuer.all, serial.all] : undefined;
}

/** The parts of SignedData that matter: its certificates and who signed. */
function parts(bytes: Uint8Array): { readonly certificates: DerValue[]; readonly infos: DerValue[] } | undefined {
  const info = firstDer(bytes);
  const content = info?.tag === DER.sequence ? derValues(info.body, 2)[1] : undefined;
  const signed = content?.tag === DER.context0 ? firstDer(content.body) : undefined;
  if (signed?.tag !== DER.sequence) return undefined;
  const list = derValues(signed.body, 8);
  const certificates = list.find((v) => v.tag === DER.context0);
  const infos = list.slice(2).findLast((v) => v.tag === DER.set);
  if (!certificates || !infos) return undefined;
  return {
    certificates: derValues(certificates.body, MAX_CERTIFICATES + 1).filter((v) => v.tag === DER.sequence),
    infos: derValues(infos.body, MAX_SIGNERS),
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
  if (found.certificates.length > MAX_CERTIFICATES) {
    const told = `META-INF: more than ${MAX_CERTIFICATES} certificates`;
    report({ code: "apk-signature", found: told, lost: "bytes" });
  }
  const named = found.certificates.map((c) => [c, nameOf(c)] as const);
  const out: Signer[] = [];
  for (const info of found.infos) {
    const who = derValues(info.body, 2)[1];
    const [issuer, serial] = who?.tag === DER.sequence ? derValues(who.body, 2) : [];
    const hit = named.find(([, n]) => n && issuer && serial && equal(n[0], issuer.all) && equal(n[1], serial.all));
    if (hit && !out.some((s) => s.certificate === hit[0].all)) out.push({ scheme: "v1", certificate: hit[0].all });
  }
  if (out.length > 0) return out;
  return found.certificates.slice(0, MAX_SIGNERS).map((c) => ({ scheme: "v1", certificate: c.all }));
}
