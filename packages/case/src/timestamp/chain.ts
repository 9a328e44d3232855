/** From a certificate to one that the reader trusts. Source: RFC 5280, section 6.1. Revocation is not looked up: nothing connects. @module */
import { DER, derValues, oidText } from "@contraluz/formats/der/index.ts";
import { sameBytes } from "../sign/bytes.ts";
import type { ChainCertificate } from "./certificate.ts";
import { verifySignature } from "./verify-signature.ts";

const DEEPEST = 8;
/** Signatures that one chain may cost. */
const MOST_TRIED = 40;

export type ChainState =
  | "good"
  /** No certificate that was given as trusted stands at its end. */
  | "unknown"
  /** It was not valid at that time. */
  | "expired"
  /** It says something that must be judged, and that we cannot judge. */
  | "unsupported";

const algorithmOf = (c: ChainCertificate): string => {
  const [oid] = derValues(c.algorithm, 2);
  return (oid?.tag === DER.oid ? oidText(oid.body) : undefined) ?? "";
};

export const isValidAt = (c: ChainCertificate, seconds: number): boolean =>
  c.said.notBefore !== undefined &&
  c.said.notAfter !== undefined &&
  c.said.notBefore <= seconds &&
  seconds <= c.said.notAfter;

/** `others`: certificates that may stand between. `seconds`: the time at which each of them must be valid. */
export async function checkChain(
  leaf: ChainCertificate,
  others: readonly ChainCertificate[],
  roots: readonly ChainCertificate[],
  seconds: number,
): Promise<ChainState> {
  let tried = 0;
  /** The worst that was found on a way that would otherwise lead to a root. */
  let found: ChainState = "unknown";
  const climb = async (c: ChainCertificate, depth: number): Promise<boolean> => {
    if (c.unknown.length > 0) {
      found = "unsupported";
      return false;
    }
    if (!isValidAt(c, seconds)) {
      found = "expired";
      return false;
    }
    if (roots.some((r) => sameBytes(r.der, c.der))) return true;
    if (depth >= DEEPEST) return false;
    for (const above of [...roots, ...others]) {
      if (!sameBytes(above.subject, c.issuer) || sameBytes(above.der, c.der)) continue;
      if (!above.authority || !above.mayCertify || (above.pathLength ?? DEEPEST) < depth) continue;
      if (++tried > MOST_TRIED) return false;
      const by = { spki: above.keyInfo, algorithm: algorithmOf(c) };
      if ((await verifySignature(by, c.signature, c.tbs)) !== "good") continue;
      if (await climb(above, depth + 1)) return true;
    }
    return false;
  };
  return (await climb(leaf, 0)) ? "good" : found;
}
