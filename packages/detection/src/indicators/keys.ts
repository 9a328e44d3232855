/**
 * Match keys: one documented, versioned function from a value to the texts under which it can be found.
 *
 * A key is a letter, a colon and a normal form. An indicator has one key, an observable has several: it meets the
 * indicator when they share one. Case archives store the same keys, so that later indicators find old cases.
 *
 * | key | of | normal form |
 * |---|---|---|
 * | `d:` | domain, URL | each suffix of two labels or more; lower case, IDN in punycode |
 * | `i:` | IP, URL | the address as number; a range as `first/bits` |
 * | `u:` | URL | host, port, path, query: no scheme for http and https, no userinfo, no fragment |
 * | `p:` | process | the name after the last `/`, case kept; `p15:`, `p16:` where the system cut it |
 * | `f:` | path | the path and each folder above it; without `/` the bare file name; case kept |
 * | `k:` | app | bundle or package id, lower case, without `:process` |
 * | `e:` | e-mail, phone | lower case, domain in punycode; a number as `+` and digits, without the old mobile digit of +52 1 and +54 9; an account of WhatsApp as its number |
 * | `h:` `c:` | file hash, certificate | hexadecimal, lower case |
 * | `m:` `r:` | profile, property | lower case, whole |
 * | `j:` `w:` `l:` `t:` | JA4, Wi-Fi, cell, tracker | lower case, whole |
 *
 * Vectors: `keys.vectors.ts`. Any change of a normal form raises `KEYS_VERSION`.
 * @module
 */
import type { ObservableType } from "@contraluz/core";
import { isTooWide, normalHost } from "./hosts.ts";
import { normalIp } from "./ip.ts";
import { basename, canonicalPath, isWidePath } from "./paths.ts";
import { normalUrl, splitUrl, type UrlParts } from "./urls.ts";

/** Version of the normal forms below. */
export const KEYS_VERSION = 2;

/** Longest value that is compared, in UTF-16 code units. */
export const MAX_VALUE = 8192;

/** The letter of each type. `d` and `i` share hosts, `e` accounts, `f` paths and names. */
export const KEY_LETTER: Readonly<Record<string, string>> = {
  url: "u",
  domain: "d",
  ip: "i",
  email: "e",
  phone: "e",
  process: "p",
  "file-path": "f",
  "file-name": "f",
  hash: "h",
  "app-id": "k",
  certificate: "c",
  property: "r",
  "profile-id": "m",
  ja4: "j",
  wifi: "w",
  cell: "l",
  tracker: "t",
} satisfies Partial<Record<ObservableType, string>>;

/** Process names are cut to 15 characters by Linux (TASK_COMM_LEN) and to 16 by Darwin (MAXCOMLEN). */
export const CUTS: readonly number[] = [15, 16];

/** An account of WhatsApp: a number without its `+`, perhaps with the device of the account. */
const WHATSAPP = /^(\d{5,15})(?:\.\d{1,3})?(?::\d{1,5})?@(?:s\.whatsapp\.net|c\.us)$/;

/** `name@host` in lower case, the host in punycode; else a number as digits with its `+`. "" for neither. */
export function normalAccount(raw: string): string {
  let s = raw.trim().replace(/^(?:mailto|tel|sip|e|imessage|sms):/i, "");
  const query = s.indexOf("?");
  if (query > 0) s = s.slice(0, query);
  const whatsapp = WHATSAPP.exec(s)?.[1];
  if (whatsapp !== undefined) return oldMobile(`+${whatsapp}`);
  const at = s.lastIndexOf("@");
  if (at > 0) {
    const host = normalHost(s.slice(at + 1));
    const name = s.slice(0, at).normalize("NFC").toLowerCase();
    return host && !/\s/.test(name) ? `${name}@${host.text}` : "";
  }
  if (!/^[+0-9 ().\-/\u00a0\u2010-\u2015]+$/.test(s)) return "";
  const digits = s.replace(/[^0-9]/g, "");
  if (digits.length < 3 || digits.length > 15 + 2) return "";
  if (s.startsWith("+")) return oldMobile(`+${digits}`);
  return digits.startsWith("00") && digits.length > 9 ? oldMobile(`+${digits.slice(2)}`) : digits;
}

/** Mexico until 2020, Argentina still: a digit between country and number says that it is a mobile; not every writer keeps it. */
function oldMobile(number: string): string {
  const m = /^\+(?:(52)1|(54)9)(\d{10})$/.exec(number);
  return m ? `+${m[1] ?? m[2]}${m[3]}` : number;
}

/** Hexadecimal digits in lower case, or "" if it is no hash of a known length (MD5 32 to SHA-512 128 digits). */
export function normalHash(raw: string): string {
  const s = raw
    .trim()
    .toLowerCase()
    .replace(/[:\s-]/g, "");
  return /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/.test(s) ? s : "";
}

/** A bundle or package id: `com.spy.app:remote` runs inside `com.spy.app`. */
export function normalApp(raw: string): string {
  const colon = raw.indexOf(":");
  return (colon > 0 ? raw.slice(0, colon) : raw).trim().toLowerCase();
}

/** Each suffix of two labels or more, the whole name first. */
export function hostSuffixes(host: string): string[] {
  const out: string[] = [];
  const last = host.lastIndexOf(".");
  if (last < 0) return out;
  out.push(host);
  for (let dot = host.indexOf("."); dot < last; dot = host.indexOf(".", dot + 1)) out.push(host.slice(dot + 1));
  return out;
}

function hostKeys(u: UrlParts): string[] {
  return u.host.ip ? [`i:${u.host.text}`] : hostSuffixes(u.host.text).map((s) => `d:${s}`);
}

function processKeys(raw: string): string[] {
  const name = basename(raw.trim());
  if (name === "") return [];
  const out = [`p:${name}`];
  for (const n of CUTS) if (name.length === n) out.push(`p${n}:${name}`);
  return out;
}

function pathKeys(raw: string): string[] {
  const path = canonicalPath(raw);
  if (path === "") return [];
  const out = [`f:${path}`];
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1))
    out.push(`f:${path.slice(0, slash)}`);
  out.push(`f:${basename(path)}`);
  return out;
}

const one = (letter: string, normal: string): string[] => (normal === "" ? [] : [`${letter}:${normal}`]);

/**
 * The match keys of an observable; none if the value is not of its type, or longer than 8,192 characters (URLs then
 * still give their host).
 * @example keys({ type: "url", value: "https://user@A.b.evil.example:8443/x" })
 * // ["u:a.b.evil.example:8443/x", "d:a.b.evil.example", "d:b.evil.example", "d:evil.example"]
 */
export function keys(o: { readonly type: ObservableType; readonly value: string }): string[] {
  const { type, value } = o;
  if (type === "url" || type === "domain") {
    const u = splitUrl(value);
    if (!u) return [];
    const url = type === "url" ? normalUrl(u) : undefined;
    return url === undefined ? hostKeys(u) : [`u:${url}`, ...hostKeys(u)];
  }
  if (value.length > MAX_VALUE) return [];
  switch (type) {
    case "ip": {
      const ip = normalIp(value.trim());
      if (ip !== undefined) return ip.includes("/") ? [] : [`i:${ip}`];
      const u = splitUrl(value);
      return u ? hostKeys(u) : [];
    }
    case "process":
      return value.startsWith("/") ? [...processKeys(value), ...pathKeys(value)] : processKeys(value);
    case "file-path":
      return pathKeys(value);
    case "file-name":
      return one("f", basename(value.trim()));
    case "email":
    case "phone":
      return one("e", normalAccount(value));
    case "hash":
      return one("h", normalHash(value));
    case "certificate":
      return one("c", normalHash(value));
    case "app-id":
      return one("k", normalApp(value));
    default: {
      const letter = KEY_LETTER[type];
      return letter === undefined ? [] : one(letter, value.trim().toLowerCase());
    }
  }
}

export interface NormalIndicator {
  readonly type: ObservableType;
  readonly value: string;
}

/**
 * The type and normal value of a published sign, or undefined if it is not valid or so wide that it would match what
 * every phone has (`com.mx`, `/private/var/tmp`, `10.0.0.0/4`). The type may change: an address in a list of domains is
 * an IP, a file name that holds a path is a path.
 */
export function normalIndicator(type: ObservableType, raw: string): NormalIndicator | undefined {
  const value = raw.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (value === "" || value.length > MAX_VALUE || /[\u0000-\u001f\u007f\ufffd]/.test(value)) return undefined;
  const some = (t: ObservableType, normal: string): NormalIndicator | undefined =>
    normal === "" ? undefined : { type: t, value: normal };
  switch (type) {
    case "domain":
    case "ip": {
      const ip = normalIp(value);
      if (ip !== undefined) return isWideIp(ip) ? undefined : { type: "ip", value: ip };
      if (type === "ip") return undefined;
      const u = splitUrl(value.replace(/^\*?\./, ""));
      if (!u || u.host.text.length > 253) return undefined;
      if (u.rest !== "" && u.rest !== "/") return normalIndicator("url", value);
      if (u.host.ip) return isWideIp(u.host.text) ? undefined : { type: "ip", value: u.host.text };
      return isTooWide(u.host.text) ? undefined : { type: "domain", value: u.host.text };
    }
    case "url": {
      const u = splitUrl(value);
      const url = u && normalUrl(u);
      return u && url !== undefined && (u.host.ip ? !isWideIp(u.host.text) : u.host.text.includes("."))
        ? { type, value: url }
        : undefined;
    }
    case "process":
      return some(type, basename(value));
    case "file-name":
    case "file-path": {
      if (type === "file-name" && !value.includes("/")) return { type, value };
      // Relative to the home folder, as in some sets.
      const path = canonicalPath(/^(?:Library|Documents|Media)\//.test(value) ? `/private/var/mobile/${value}` : value);
      return path === "" || isWidePath(path) ? undefined : { type: "file-path", value: path };
    }
    case "email":
    case "phone": {
      const account = normalAccount(value);
      return some(account.includes("@") ? "email" : "phone", account);
    }
    case "hash":
    case "certificate":
      return some(type, normalHash(value));
    case "app-id":
      return some(type, /\s/.test(value) ? "" : normalApp(value));
    default:
      return some(type, value.toLowerCase());
  }
}

function isWideIp(ip: string): boolean {
  const slash = ip.indexOf("/");
  if (slash >= 0) return Number(ip.slice(slash + 1)) < (ip.includes(":") ? 16 : 8);
  return ip === "::" || ip === "::1" || ip.startsWith("127.") || ip.startsWith("0.") || ip === "255.255.255.255";
}

/** The key of an indicator in normal form (`normalIndicator`). */
export function indicatorKey(i: NormalIndicator): string {
  return `${KEY_LETTER[i.type] ?? "x"}:${i.value}`;
}
