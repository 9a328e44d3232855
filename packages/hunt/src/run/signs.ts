/** Keys of compiled signs, as a lab stores keys: what the join of a hunt looks for. @module */
import type { CompiledIndicators, MatchedIndicator } from "@contraluz/detection";
import { CUTS, indicatorKey } from "@contraluz/detection/indicators/keys.ts";
import { storedKey } from "../keys/stored.ts";
import { type Keying, unkeyed } from "../lab/secret.ts";

/** Of all signs, each once, ascending; the cut forms of process names are among them. */
export function signKeys({ keyHi, keyLo }: CompiledIndicators, keying: Keying = unkeyed): BigInt64Array {
  const all = new BigInt64Array(keyHi.length);
  for (let i = 0; i < all.length; i++)
    all[i] = keying(BigInt.asIntN(64, (BigInt(keyHi[i]!) << 32n) | BigInt(keyLo[i]!)));
  all.sort();
  let n = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[n++] = all[i]!;
  return all.slice(0, n);
}

/** The stored keys under which one sign can be met: its own, and of a process name the forms that systems cut it to. */
export function keysOfSign(i: Pick<MatchedIndicator, "type" | "value">, keying: Keying = unkeyed): bigint[] {
  const texts = [indicatorKey(i)];
  if (i.type === "process")
    for (const cut of CUTS) if (i.value.length > cut) texts.push(`p${cut}:${i.value.slice(0, cut)}`);
  return texts.map((t) => keying(storedKey(t)));
}
