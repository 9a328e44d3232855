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
/** Values looked at in one profile: parts of a binary list can be shared, so that a small one unfolds without end. */
const MAX_VALUES = 100_000;

export interface Servers {
  /** Addresses and names, each once, in their order. */
  readonly servers: readonly string[];
  /** Nothing was left out. */
  readonly all: boolean;
}

/** Servers that the payloads of a profile name. */
export function serversOf(payloads: readonly PlistValue[]): Servers {
  const found = new Set<string>();
  let all = true;
  let left = MAX_VALUES;
  const add = (v: PlistValue): void => {
    const s = typeof v === "string" ? address(v.trim()) : undefined;
    if (!s?.includes(".") && !s?.includes(":")) return;
    if (found.size < MAX_SERVERS) found.add(s);
    else if (!found.has(s)) all = false;
  };
  const walk = (v: PlistValue, depth: number): void => {
    const list = asArray(v);
    const dict = list ? undefined : asDict(v);
    if (!list && !dict) return;
    if (depth > MAX_DEPTH) all = false;
    else {
      for (const x of list ?? []) if (left-- > 0) walk(x, depth + 1);
      for (const [key, x] of dict ?? []) {
        if (left-- <= 0) break;
        if (KEYS.has(key)) for (const one of asArray(x) ?? [x]) if (left-- > 0) add(one);
        walk(x, depth + 1);
      }
    }
  };
  walk(payloads, 0);
  return { servers: [...found], all: all && left > 0 };
}
