/**
 * Match keys as a lab stores them: 64 bits of each key that the matcher would look up (detection/indicators/keys.ts), and of each network
 * that an address lies in, so that one join of whole numbers finds all that the exact matcher could find. A hit is then verified by it.
 * @module
 */
import type { Observable } from "@contraluz/core";
import { keys } from "@contraluz/detection";
import { formatIp, ipBytes, network } from "@contraluz/detection/indicators/ip.ts";
import { key64 } from "@contraluz/detection/indicators/key64.ts";

/** Prefixes of ranges that a sign can have (`normalIndicator` refuses wider ones). */
const RANGE4 = [8, 31] as const;
const RANGE6 = [16, 127] as const;

/** Texts of all keys under which signs can meet this value. */
export function keyTexts(o: Pick<Observable, "type" | "value">): string[] {
  const out = keys(o);
  for (const k of [...out]) {
    if (!k.startsWith("i:")) continue;
    const ip = k.slice(2);
    const bytes = ipBytes(ip);
    if (!bytes) continue;
    const [from, to] = ip.includes(":") ? RANGE6 : RANGE4;
    for (let bits = from; bits <= to; bits++) out.push(`i:${formatIp(network(bytes, bits))}/${bits}`);
  }
  return out;
}

/** A key as it is stored where the lab has no secret: the first 64 bits of the SHA-256 of its text, signed. */
export function storedKey(text: string): bigint {
  const { hi, lo } = key64(text);
  return BigInt.asIntN(64, (BigInt(hi) << 32n) | BigInt(lo));
}
