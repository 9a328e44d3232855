/**
 * Heads of HTTP/1 and of what was made after it (RTSP, SSDP, SIP): the first line and the fields.
 * Sources: RFC 9112 (2 to 5), 2326 (6, 7), UPnP Device Architecture 1.1 (1.2, 1.3).
 * @module
 */

export interface HttpHead {
  /** `HTTP/1.1`, `RTSP/1.0`. */
  readonly protocol: string;
  /** Of a request. */
  readonly method?: string;
  readonly target?: string;
  /** Of an answer. */
  readonly status?: number;
  /** By name in small letters; of a name that comes twice both, with a comma. */
  readonly fields: ReadonlyMap<string, string>;
  /** Bytes of the head, with the empty line at its end. */
  readonly length: number;
}

/** Bytes of a head, its fields, letters of one value that are kept. */
export const MAX_HEAD = 32_768;
const MAX_FIELDS = 200;
const MAX_VALUE = 4096;

const REQUEST = /^([A-Z][A-Z_-]{1,24}) (\S{1,8192}) ((?:HTTP|RTSP|SIP)\/\d\.\d)$/;
const ANSWER = /^((?:HTTP|RTSP|SIP)\/\d\.\d) (\d{3})(?: |$)/;
const METHODS =
  /^(?:GET|POST|HEAD|PUT|DELETE|OPTIONS|CONNECT|PATCH|TRACE|DESCRIBE|SETUP|PLAY|PAUSE|TEARDOWN|ANNOUNCE|RECORD|GET_PARAMETER|SET_PARAMETER|REDIRECT|NOTIFY|M-SEARCH|SUBSCRIBE|UNSUBSCRIBE|PROPFIND|REGISTER|INVITE) /;

/** Bytes that become a text at once. */
const PIECE = 4096;

const letters = (b: Uint8Array, from: number, to: number): string => {
  let out = "";
  for (let at = from; at < to; at += PIECE)
    out += String.fromCharCode.apply(null, b.subarray(at, Math.min(to, at + PIECE)) as unknown as number[]);
  return out;
};

/** True if bytes may begin a head. */
export function looksLikeHttp(b: Uint8Array, start = 0, end: number = b.length): boolean {
  const c = b[start];
  if (c === undefined || c < 0x41 || c > 0x5a) return false;
  const first = letters(b, start, Math.min(end, start + 16));
  return METHODS.test(first) || /^(?:HTTP|RTSP|SIP)\/\d\.\d /.test(first);
}

/** Where the empty line that ends a head ends; -1 if it is not there. Lines may end with a line feed alone. */
function headEnd(b: Uint8Array, start: number, end: number): number {
  for (let at = b.indexOf(10, start); at >= 0 && at < end; at = b.indexOf(10, at + 1)) {
    if (b[at + 1] === 10 && at + 2 <= end) return at + 2;
    if (b[at + 1] === 13 && b[at + 2] === 10 && at + 3 <= end) return at + 3;
  }
  return -1;
}

/**
 * The head at `b[start]`. `undefined`: it is none; `"more"`: its end has not come.
 * @example readHead(bytes)?.fields.get("host")
 */
export function readHead(b: Uint8Array, start = 0, end: number = b.length): HttpHead | "more" | undefined {
  if (!looksLikeHttp(b, start, end)) return undefined;
  const stop = headEnd(b, start, Math.min(end, start + MAX_HEAD));
  if (stop < 0) return end - start >= MAX_HEAD ? undefined : "more";
  const lines = letters(b, start, stop).split("\n", MAX_FIELDS + 2);
  const first = lines[0]!.trimEnd();
  const asked = REQUEST.exec(first);
  const answer = asked ? null : ANSWER.exec(first);
  if (!asked && !answer) return undefined;
  const fields = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(":");
    if (colon <= 0 || colon > 100) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line
      .slice(colon + 1)
      .trim()
      .slice(0, MAX_VALUE);
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : `${before}, ${value}`.slice(0, MAX_VALUE));
  }
  const length = stop - start;
  if (asked) return { protocol: asked[3]!, method: asked[1]!, target: asked[2]!, fields, length };
  return { protocol: answer![1]!, status: Number(answer![2]), fields, length };
}
