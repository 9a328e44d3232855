/**
 * What other tools wrote beside a capture: alerts of TinyCheck and SpyGuard, events of Suricata (in both, and in PiRogue), the sockets that
 * PiRogue saw programs open. Known by how each begins, whatever it is called.
 *
 * Sources, facts of the format alone: TinyCheck 4f989dc (analysis/analysis.py: `assets/alerts.json` is an object of three lists, in this
 * order); SpyGuard cb93165 (the same, and `assets/eve.json`); Suricata, "EVE JSON output" (a line an event, each with `timestamp` and
 * `event_type`); pirogue-cli 53f5e17 (frida-scripts/log_socket_operations.js: `socket_trace.json` is a list of messages of one type).
 * @module
 */
import { looksLikeKeyLog } from "@contraluz/formats/tls-keys/index.ts";

/** `keys`: a key log of TLS, which is nobody's word. */
export type Beside = "alerts" | "suricata" | "sockets" | "keys";

const ALERTS =
  /^\s*\{\s*"high"\s*:\s*\[\s*(?:\{\s*"(?:title|description|host|level|id)"\s*:|\]\s*,\s*"moderate"\s*:\s*\[)/;
const SOCKETS = /^\s*\[\s*\{\s*"type"\s*:\s*"socket_trace_log"\s*,/;
/** Letters of a first line, and lines that may be empty before it. */
const MAX_LINE = 60_000;
const LOOK = 200;

const utf8 = new TextDecoder();

function isEvent(line: string): boolean {
  if (!line.startsWith("{") || line.length > MAX_LINE || !line.includes('"event_type"')) return false;
  try {
    const v = JSON.parse(line) as object;
    const has = (key: string): boolean =>
      Object.hasOwn(v, key) && typeof (v as Readonly<Record<string, unknown>>)[key] === "string";
    return has("timestamp") && has("event_type");
  } catch {
    return false;
  }
}

/** What a file is that lies beside a capture, by its first bytes; undefined of what is not read. */
export function besideOf(head: Uint8Array): Beside | undefined {
  if (looksLikeKeyLog(head)) return "keys";
  const first = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  let at = first;
  while (at < LOOK && (head[at] === 0x20 || head[at] === 0x0a || head[at] === 0x0d || head[at] === 0x09)) at++;
  if (head[at] !== 0x7b && head[at] !== 0x5b) return undefined;
  const start = utf8.decode(head.subarray(at, at + LOOK));
  if (ALERTS.test(start)) return "alerts";
  if (SOCKETS.test(start)) return "sockets";
  const end = head.indexOf(0x0a, at);
  return isEvent(utf8.decode(head.subarray(at, end < 0 ? head.length : end)).trimEnd()) ? "suricata" : undefined;
}
