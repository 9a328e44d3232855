/**
 * Links inside a text: with a scheme, or bare names that a phone would make tappable. Written without expressions that
 * look back: whoever writes the text must not be able to make this slow.
 * @module
 */
import { LIMITS, own } from "@contraluz/core";
import { address } from "./text.ts";

/** Links kept of one record: more than any message that was written to be read. */
export const MAX_LINKS = 1000;
/** Characters of one text that are looked at. */
const MAX_SCANNED = 1_048_576;

/**
 * Top-level names after which a bare `name.tld` counts without a path. Left out are those that are Spanish or English
 * words (`de`, `es`, `no`, `la`, `to`, `is` …): people forget the space after a full stop.
 */
const TLDS: ReadonlySet<string> = new Set(
  `com net org info biz co io me mx gt hn sv ni cr pa ve pe ec bo cl uy py ar br cu pr uk eu ru cn za fr pl ch nl cz ro ua
  kz ir ke il jp tr ai tv tk su pw ga gq ml cf gg bz ly gl gd fm cc ws mobi name pro asia cat app dev xyz online site link
  click top live news icu bid vip tech digital cloud store club shop one page center life ninja website network photos
  cab sbs quest world zone work watch tools support services company cards art social blog chat download events gallery
  house lab games press media agency email today space fun host rest buzz monster cyou lol`.split(/\s+/),
);

// Kinds of UTF-16 units.
const STOP = 1;
const HOST = 2;
const KIND = new Uint8Array(128);
for (let c = 0; c <= 0x20; c++) KIND[c] = STOP;
for (const c of '<>"\u007f') KIND[c.charCodeAt(0)] = STOP;
for (const c of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") KIND[c.charCodeAt(0)] = HOST;

/** What ends a link: white space and controls, quotes, direction marks, the mark of an attachment (U+FFFC). */
const WIDE_STOP =
  /[\s\u0080-\u009f«»“”„‟‹›\u200e\u200f\u202a-\u202e\u2066-\u2069\u3000\u300c\u300d\uff02\uff1c\uff1e\ufffc]/;
const WIDE_LETTER = /[\p{L}\p{N}\p{M}]/u;

function isStop(s: string, i: number): boolean {
  const c = s.charCodeAt(i);
  return c < 128 ? KIND[c] === STOP : WIDE_STOP.test(s[i]!);
}

function isHost(s: string, i: number): boolean {
  const c = s.charCodeAt(i);
  // Letters beyond the first 65,536 occur in no name that people register.
  return c < 128 ? KIND[c] === HOST : WIDE_LETTER.test(s[i]!);
}

const isAlnum = (c: number): boolean => (c >= 0x30 && c <= 0x39) || ((c | 32) >= 0x61 && (c | 32) <= 0x7a && c < 128);

function linkEnd(s: string, from: number): number {
  let i = from;
  while (i < s.length && !isStop(s, i)) i++;
  return i;
}

/** Marks of a sentence, of quoting and of formatting that stand behind a link, not in it. */
const BEHIND = new Set(".,;:!?'\")]}>…*_~`|’‘”。，、！？）】");

/** The end without what stands behind: a closing bracket stays if it was opened inside. */
function trimmedEnd(s: string, from: number, to: number): number {
  let open = 0;
  for (let i = from; i < to; i++) {
    const c = s.charCodeAt(i);
    if (c === 0x28) open++;
    else if (c === 0x29) open--;
  }
  let end = to;
  for (; end > from; end--) {
    const c = s[end - 1]!;
    if (!BEHIND.has(c)) break;
    if (c === ")" && open++ >= 0) break;
  }
  return end;
}

/** Where `http`, `https` or `ftp` begins that ends at `at`, or -1. */
function schemeStart(s: string, at: number): number {
  for (const name of ["https", "http", "ftp"]) {
    const from = at - name.length;
    if (from >= 0 && s.slice(from, at).toLowerCase() === name && !(from > 0 && isAlnum(s.charCodeAt(from - 1))))
      return from;
  }
  return -1;
}

/** True for `a.b`, labels of 1 to 63, no `-` at their ends. */
function isName(host: string): boolean {
  const labels = host.length <= 253 ? host.split(".") : [];
  return labels.length > 1 && labels.every((l) => l !== "" && l.length <= 63 && l[0] !== "-" && !l.endsWith("-"));
}

/** Whether a phone would make a bare name tappable. `more`: a path or a port follows. */
function isBareLink(host: string, more: boolean): boolean {
  const tld = host.slice(host.lastIndexOf(".") + 1).toLowerCase();
  if (!isName(host)) return false;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return more;
  if (!/^(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})$/u.test(tld)) return false;
  return more || TLDS.has(tld) || /^www\.[^.]+\./i.test(host);
}

/** Finds bare names in `s` from `from` to `to`. */
function bare(s: string, from: number, to: number, add: (from: number, to: number) => void): void {
  let done = from;
  for (let dot = s.indexOf(".", from); dot >= 0 && dot < to; dot = s.indexOf(".", Math.max(dot + 1, done))) {
    // Nearly always the end of a sentence.
    if (dot + 1 >= to || !isHost(s, dot + 1) || dot === done) continue;
    let a = dot;
    while (a > done && isHost(s, a - 1)) a--;
    let b = dot + 1;
    while (b < to && isHost(s, b)) b++;
    done = b;
    const before = a > 0 ? s.charCodeAt(a - 1) : 0;
    // `name@host` is an address; after a slash stands a path or a link whose scheme nobody may follow (`hxxp://`).
    if (before === 0x40 || before === 0x2f || before === 0x5c || s.charCodeAt(b) === 0x40) continue;
    while (a < b && (s[a] === "." || s[a] === "-" || s[a] === "_")) a++;
    let end = b;
    while (end > a && (s[end - 1] === "." || s[end - 1] === "-" || s[end - 1] === "_")) end--;
    let port = end;
    if (end === b && s.charCodeAt(b) === 0x3a) {
      let p = b + 1;
      while (p < to && p < b + 6 && s.charCodeAt(p) >= 0x30 && s.charCodeAt(p) <= 0x39) p++;
      if (p > b + 1) port = p;
    }
    const next = end === b && port < to ? s[port] : undefined;
    const query = (next === "?" || next === "#") && isAlnum(s.charCodeAt(port + 1));
    if (!isBareLink(s.slice(a, end), next === "/" || port > end)) continue;
    const last = next === "/" || query ? trimmedEnd(s, port, Math.min(to, linkEnd(s, port))) : port;
    add(a, last);
    done = Math.max(done, last);
  }
}

/**
 * Adds the links of `body`, in order, to `into`. False if there were more than are kept, or more text than is read.
 * What was written so that nobody can follow it (`hxxp://`, `evil[.]example`) is a warning, not a link.
 * @example links("Mira https://a.example/x.", set) // set has "https://a.example/x"
 */
export function links(body: string, into: Set<string>): boolean {
  if (!body.includes(".") && !body.includes("://")) return true;
  const s = body.length > MAX_SCANNED ? body.slice(0, MAX_SCANNED) : body;
  let all = s.length === body.length;
  const add = (from: number, to: number): void => {
    const part = s.slice(from, to);
    const link = address(body.length > LIMITS.text ? own(part) : part)!;
    if (into.size < MAX_LINKS) into.add(link);
    else if (!into.has(link)) all = false;
  };
  let done = 0;
  for (let at = s.indexOf("://"); at >= 0; at = s.indexOf("://", Math.max(at + 3, done))) {
    const from = schemeStart(s, at);
    if (from < done) continue;
    const to = trimmedEnd(s, at + 3, linkEnd(s, at + 3));
    if (to === at + 3) continue;
    bare(s, done, from, add);
    add(from, to);
    done = to;
  }
  bare(s, done, s.length, add);
  return all;
}
