/** Servers inside a configuration of the network, whatever its shape. @module */
import { asArray, asDict } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import { address } from "../../text.ts";

/** Keys of NetworkExtension's classes and of SystemConfiguration that name a server, in lower case. */
const KEYS: ReadonlySet<string> = new Set([
  "address",
  "autoconfigurl",
  "commremoteaddress",
  "ftpproxy",
  "http2relayurl",
  "http3relayurl",
  "httpproxy",
  "httpsproxy",
  "hostname",
  "proxyautoconfigurlstring",
  "pirserverurl",
  "remoteaddress",
  "serveraddress",
  "serveraddresses",
  "servername",
  "servers",
  "serverurl",
  "serverurlstring",
  "socksproxy",
]);
const MAX_SERVERS = 100;
const MAX_DEPTH = 10;
/** Values looked at in one configuration: parts can be shared, so that a small one unfolds without end. */
const MAX_VALUES = 20_000;

/** Addresses and names, each once, in their order. `all`: nothing was left out. */
export function serversIn(config: PlistValue | undefined): {
  readonly servers: readonly string[];
  readonly all: boolean;
} {
  const found = new Set<string>();
  let all = true;
  let left = MAX_VALUES;
  const done = new Set<PlistValue>();
  const add = (v: PlistValue): void => {
    if (done.has(v)) return;
    done.add(v);
    const s = typeof v === "string" ? address(v.trim()) : undefined;
    if (!s?.includes(".") && !s?.includes(":")) return;
    if (found.size < MAX_SERVERS) found.add(s);
    else if (!found.has(s)) all = false;
  };
  const walk = (v: PlistValue | undefined, depth: number): void => {
    const list = asArray(v);
    const dict = list ? undefined : asDict(v);
    if (!list && !dict) return;
    if (depth > MAX_DEPTH) {
      all = false;
      return;
    }
    for (const x of list ?? []) if (left-- > 0) walk(x, depth + 1);
    for (const [key, x] of dict ?? []) {
      if (left-- <= 0) break;
      if (key.length < 40 && KEYS.has(key.toLowerCase())) for (const one of asArray(x) ?? [x]) if (left-- > 0) add(one);
      walk(x, depth + 1);
    }
  };
  walk(config, 0);
  return { servers: [...found], all: all && left > 0 };
}
