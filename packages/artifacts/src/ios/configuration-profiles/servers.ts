/**
 * Servers that a profile sends the phone to: MDM, VPN, proxy, DNS, content filter, web clip.
 * Source: Apple Configuration Profile Reference (keys of the payloads).
 * @module
 */
import { asArray, asDict } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import { address } from "../../text.ts";

const KEYS: ReadonlySet<string> = new Set([
  "CheckInURL",
  "HTTPProxy",
  "HTTPSProxy",
  "ProxyPACURL",
  "ProxyServer",
  "ProxyServerURL",
  "RemoteAddress",
  "ServerAddress",
  "ServerAddresses",
  "ServerName",
  "ServerURL",
  "URL",
]);
const MAX_SERVERS = 100;
const MAX_DEPTH = 6;
/** Keys looked at in one profile. */
const MAX_KEYS = 20_000;

/** Addresses and names of servers in the payloads of a profile, each once, in their order. */
export function serversOf(payloads: readonly PlistValue[]): string[] {
  const found = new Set<string>();
  let left = MAX_KEYS;
  const add = (v: PlistValue): void => {
    const s = typeof v === "string" ? address(v.trim()) : undefined;
    if (s?.includes(".") || s?.includes(":")) if (found.size < MAX_SERVERS) found.add(s);
  };
  const walk = (v: PlistValue, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    for (const x of asArray(v) ?? []) if (left-- > 0) walk(x, depth + 1);
    for (const [key, x] of asDict(v) ?? []) {
      if (left-- <= 0) return;
      if (KEYS.has(key)) for (const one of asArray(x) ?? [x]) add(one);
      walk(x, depth + 1);
    }
  };
  walk(payloads, 0);
  return [...found];
}
