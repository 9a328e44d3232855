/** URLs: where the host stands, and one normal form of the whole. Source: WHATWG URL, section 4. @module */
import { type Host, normalHost } from "./hosts.ts";

export interface UrlParts {
  /** Lower case; "" where none was written. */
  readonly scheme: string;
  readonly host: Host;
  /** "" for none and for the scheme's own. */
  readonly port: string;
  /** Path and query as written, from its first `/` or `?`; the fragment is left out. */
  readonly rest: string;
}

const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const AT = 0x40;

/** Longer texts are not compared whole; their host still is. */
const MAX_URL = 32_768;

/** Schemes in which `\` is a slash and the authority follows whatever slashes. */
const WEB = new Set(["http", "https", "ws", "wss", "ftp", ""]);

/** Length of the scheme with its colon, or 0. */
function schemeLength(s: string): number {
  for (let i = 0; i < s.length && i < 40; i++) {
    const c = s.charCodeAt(i);
    if (c === 0x3a) return i > 0 ? i + 1 : 0;
    const letter = (c | 32) >= 0x61 && (c | 32) <= 0x7a;
    if (!letter && !(i > 0 && ((c >= 0x30 && c <= 0x39) || c === 0x2b || c === 0x2d || c === 0x2e))) return 0;
  }
  return 0;
}

/**
 * Finds the parts of a URL, or of a bare `host:port/path`. Tolerates upper case, userinfo, ports, spaces around it.
 * Undefined where there is no host (`mailto:`, `tel:`, `data:`, a path).
 */
export function splitUrl(raw: string): UrlParts | undefined {
  let s = raw;
  const edge = s.charCodeAt(0);
  if (edge <= 0x20 || s.charCodeAt(s.length - 1) <= 0x20) s = s.trim();
  if (s.includes("\n") || s.includes("\t") || s.includes("\r")) s = s.replace(/[\t\n\r]/g, "");
  let at = schemeLength(s);
  let scheme = at > 0 ? s.slice(0, at - 1).toLowerCase() : "";
  if (
    at > 0 &&
    !(s.charCodeAt(at) === SLASH && s.charCodeAt(at + 1) === SLASH) &&
    !(scheme !== "" && WEB.has(scheme))
  ) {
    // `host:8443/x` looks like a scheme; `mailto:x` is one.
    if (!/^\d{1,5}(?:[/?#\\]|$)/.test(s.slice(at, at + 6))) return undefined;
    at = 0;
    scheme = "";
  }
  const web = WEB.has(scheme);
  if (at === 0 && s.charCodeAt(0) === SLASH && s.charCodeAt(1) !== SLASH) return undefined;
  if (!web) at += 2;
  else while (at < s.length && (s.charCodeAt(at) === SLASH || s.charCodeAt(at) === BACKSLASH)) at++;
  let end = at;
  let from = at;
  let colon = -1;
  let bracket = false;
  for (; end < s.length; end++) {
    const c = s.charCodeAt(end);
    if (c === SLASH || c === 0x3f || c === 0x23 || (web && c === BACKSLASH)) break;
    if (c === AT) {
      from = end + 1;
      colon = -1;
      bracket = false;
    } else if (c === 0x5b) bracket = true;
    else if (c === 0x5d) bracket = false;
    else if (c === 0x3a && !bracket && colon < 0) colon = end;
  }
  let stop = end;
  let port = "";
  if (
    colon >= 0 &&
    s.indexOf(":", colon + 1) !== -1 &&
    /^[0-9a-f:.]+$/i.test(s.slice(from, end)) &&
    normalHost(s.slice(from, end))
  )
    colon = -1; // bare IPv6
  if (colon >= 0) {
    stop = colon;
    port = s.slice(colon + 1, end);
    if (!/^\d{0,5}$/.test(port)) return undefined;
    port = port.replace(/^0+(?=\d)/, "");
    if (
      (port === "80" && (scheme === "http" || scheme === "")) ||
      (port === "443" && (scheme === "https" || scheme === ""))
    )
      port = "";
  }
  const host = normalHost(s.slice(from, stop));
  if (!host) return undefined;
  const hash = s.indexOf("#", end);
  return { scheme, host, port, rest: hash < 0 ? s.slice(end) : s.slice(end, hash) };
}

const encoder = new TextEncoder();

/** Percent encoding of one UTF-16 run outside ASCII, or of a space and the like. */
function encoded(run: string): string {
  let out = "";
  for (const b of encoder.encode(run)) out += `%${b < 16 ? "0" : ""}${b.toString(16).toUpperCase()}`;
  return out;
}

/** `%7e` is `~`, `%2f` stays `%2F` (RFC 3986 section 6.2.2). */
function percent(whole: string, digits: string): string {
  const c = String.fromCharCode(Number.parseInt(digits, 16));
  return /[A-Za-z0-9._~-]/.test(c) ? c : whole.toUpperCase();
}

/** Removes `.` and `..` (RFC 3986 section 5.2.4). */
function dotless(path: string): string {
  if (!path.includes("/.")) return path;
  const out: string[] = [];
  const parts = path.split("/");
  for (let i = 1; i < parts.length; i++) {
    const p = parts[i]!;
    const last = i === parts.length - 1;
    if (p === ".." || p === ".") {
      if (p === "..") out.pop();
      if (last) out.push("");
    } else out.push(p);
  }
  return `/${out.join("/")}`;
}

/**
 * The normal form that is compared: host, port unless it is the scheme's own, path and query. `http` and `https` are
 * one (a link is published with one and met with the other); other schemes stay in front. No fragment, no userinfo.
 * The path keeps its case. Undefined for texts beyond 32,768 characters.
 */
export function normalUrl(u: UrlParts): string | undefined {
  if (u.rest.length > MAX_URL) return undefined;
  const host = u.host.ip && u.host.text.includes(":") ? `[${u.host.text}]` : u.host.text;
  const scheme = u.scheme === "" || u.scheme === "http" || u.scheme === "https" ? "" : `${u.scheme}://`;
  let rest = u.rest;
  if (/[^!-~]|[%\\]/.test(rest)) {
    rest = rest.replace(/[^!-~]+/g, encoded).replace(/%([0-9a-fA-F]{2})/g, percent);
    if (WEB.has(u.scheme)) rest = rest.replace(/^[^?]*/, (path) => path.replace(/\\/g, "/"));
  }
  const query = rest.indexOf("?");
  const path = query < 0 ? rest : rest.slice(0, query);
  return `${scheme}${host}${u.port === "" ? "" : `:${u.port}`}${path === "" ? "/" : dotless(path)}${query < 0 ? "" : rest.slice(query)}`;
}

/** The host in a normal form, brackets of IPv6 removed. */
export function hostOfNormalUrl(normal: string): string {
  const scheme = normal.indexOf("://");
  const from = scheme > 0 && scheme < normal.indexOf("/") ? scheme + 3 : 0;
  if (normal.charCodeAt(from) === 0x5b) return normal.slice(from + 1, normal.indexOf("]", from));
  const m = /[:/]/g;
  m.lastIndex = from;
  return normal.slice(from, m.exec(normal)?.index ?? normal.length);
}
