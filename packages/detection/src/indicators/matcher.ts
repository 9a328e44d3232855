/** Matches observables against compiled sets, synchronously, millions of times in a check. @module */
import { type Contact, ContraluzError, type Observable } from "@contraluz/core";
import { mayHave } from "./filter.ts";
import { plainHostEnd } from "./hosts.ts";
import { formatIp, ipBytes, network } from "./ip.ts";
import { createJoint } from "./joint.ts";
import { cheapKey, key64, SEED, step } from "./key64.ts";
import { KEYS_VERSION, keys } from "./keys.ts";
import { canonicalPath, isOdd, MAX_PATH } from "./paths.ts";
import { Rows } from "./rows.ts";
import type { CompiledIndicators, MatchedIndicator } from "./types.ts";
import { normalUrl, splitUrl } from "./urls.ts";

export interface Matcher {
  readonly compiled: CompiledIndicators;
  /**
   * Every indicator that this observable meets; most often none. A sign of several parts is met where `beside`, all that
   * the same record shows, has the others.
   */
  match(o: Observable, beside?: readonly Observable[]): readonly MatchedIndicator[];
}

const NOTHING: readonly never[] = Object.freeze([]);
const CACHE = 8192;
/** Signs that one key can stand for: sets that say one thing of many campaigns must not make every hit dear. */
const MAX_ROWS = 100;
const D = "d".charCodeAt(0);
const F = "f".charCodeAt(0);
const U = "U".charCodeAt(0);
const DOT = 0x2e;
const SLASH = 0x2f;

/** Types whose few values come again and again: a correspondent, an app. */
const REPEATED: ReadonlySet<string> = new Set(
  `email phone process app-id profile-id ip property certificate ja4 domain`.split(" "),
);

/**
 * A matcher over compiled sets. A value is first looked up in a filter by a cheap hash, then by 64 bits of SHA-256 in
 * the sorted keys, then compared as text: a collision is never a hit. The cost hardly depends on the number of signs.
 * @example createMatcher(compiled).match({ type: "url", value: "https://a.evil.example/x", contact: "received" })
 */
export function createMatcher(compiled: CompiledIndicators): Matcher {
  if (compiled.keysVersion !== KEYS_VERSION)
    throw new ContraluzError("usage", `indicators compiled for keys ${compiled.keysVersion}, not ${KEYS_VERSION}`);
  const { filter, letters, keyHi, keyLo, keyRow } = compiled;
  const rows = new Rows(compiled);
  const found = new Map<string, readonly number[]>();
  const built = new Map<number, MatchedIndicator>();
  const repeated = new Map<string, Map<string, readonly MatchedIndicator[]>>();
  const meetsAll = createJoint();
  const hasUrls = letters.includes("u");
  const hasPaths = letters.includes("f");

  /** Rows whose key is exactly this one. */
  function rowsOf(key: string): readonly number[] {
    const known = found.get(key);
    if (known) return known;
    const { hi, lo } = key64(key);
    let a = 0;
    let b = keyHi.length;
    while (a < b) {
      const m = (a + b) >>> 1;
      if (keyHi[m]! < hi || (keyHi[m] === hi && keyLo[m]! < lo)) a = m + 1;
      else b = m;
    }
    let own: number[] | undefined;
    for (; a < keyHi.length && keyHi[a] === hi && keyLo[a] === lo; a++) {
      const row = keyRow[a]!;
      if (!rows.has(key, row)) continue;
      if ((own ??= []).push(row) >= MAX_ROWS) break;
    }
    if (found.size >= CACHE) found.clear();
    found.set(key, own ?? NOTHING);
    return own ?? NOTHING;
  }

  function indicatorOf(row: number): MatchedIndicator {
    let i = built.get(row);
    if (i) return i;
    i = rows.indicator(row);
    if (built.size >= CACHE) built.clear();
    built.set(row, i);
    return i;
  }

  /** Adds what a key meets; the list is made at the first hit. */
  function look(key: string, out: MatchedIndicator[] | undefined): MatchedIndicator[] | undefined {
    const met = rowsOf(key);
    if (met.length === 0) return out;
    const list = out ?? [];
    const cut = key.charCodeAt(1) !== 0x3a;
    for (const row of met) {
      const i = indicatorOf(row);
      if (!list.some((x) => x === i)) list.push(cut ? { ...i, truncated: true } : i);
    }
    return list;
  }

  function probe(key: string, out: MatchedIndicator[] | undefined): MatchedIndicator[] | undefined {
    const { hash, kind } = cheapKey(key);
    return mayHave(filter, hash, kind) ? look(key, out) : out;
  }

  function matchIp(text: string, out: MatchedIndicator[] | undefined): MatchedIndicator[] | undefined {
    let list = probe(`i:${text}`, out);
    const ranges = text.includes(":") ? compiled.ranges6 : compiled.ranges4;
    if (ranges.length === 0) return list;
    const bytes = ipBytes(text);
    if (bytes) for (const bits of ranges) list = probe(`i:${formatIp(network(bytes, bits))}/${bits}`, list);
    return list;
  }

  /** Walks the host in [from, to) from its end: each suffix of two labels or more, then the whole for URLs. */
  function matchHost(s: string, from: number, to: number, url: string | undefined): MatchedIndicator[] | undefined {
    let h = SEED;
    let dots = 0;
    let list: MatchedIndicator[] | undefined;
    for (let i = to - 1; i >= from; i--) {
      const c = s.charCodeAt(i);
      if (c === DOT && dots++ > 0 && mayHave(filter, h, D)) list = look(`d:${s.slice(i + 1, to)}`, list);
      h = step(h, c);
    }
    if (dots > 0 && mayHave(filter, h, D)) list = look(`d:${s.slice(from, to)}`, list);
    return url !== undefined && hasUrls && mayHave(filter, h, U) ? matchWhole(url, list) : list;
  }

  function matchWhole(raw: string, out: MatchedIndicator[] | undefined): MatchedIndicator[] | undefined {
    const u = splitUrl(raw);
    const url = u && normalUrl(u);
    return url === undefined ? out : probe(`u:${url}`, out);
  }

  function matchUrl(o: Observable): readonly MatchedIndicator[] {
    const { value } = o;
    const url = o.type === "url" ? value : undefined;
    const from = value.startsWith("https://") ? 8 : value.startsWith("http://") ? 7 : url === undefined ? 0 : -1;
    const end = from < 0 ? -1 : plainHostEnd(value, from);
    let list: MatchedIndicator[] | undefined;
    if (end >= 0) list = matchHost(value, from, end, url);
    else {
      const u = splitUrl(value);
      if (!u) return NOTHING;
      const { text } = u.host;
      if (!u.host.ip) list = matchHost(text, 0, text.length, url);
      else {
        list = matchIp(text, undefined);
        if (url !== undefined && hasUrls && mayHave(filter, cheapKey(`U:${text}`).hash, U))
          list = matchWhole(url, list);
      }
    }
    return list === undefined ? NOTHING : byContact(list, o.contact);
  }

  function matchPath(raw: string): readonly MatchedIndicator[] {
    if (!hasPaths) return NOTHING;
    const plain = raw.startsWith("/private/var/") && raw.length <= MAX_PATH;
    return (plain ? walk(raw, false) : undefined) ?? walk(canonicalPath(raw), true) ?? NOTHING;
  }

  /** Each folder, the path, its last name. Undefined if the path turns out not to be canonical. */
  function walk(path: string, canonical: boolean): readonly MatchedIndicator[] | undefined {
    if (path === "") return NOTHING;
    let h = SEED;
    let from = 1;
    let list: MatchedIndicator[] | undefined;
    for (let i = 0; i < path.length; i++) {
      const c = path.charCodeAt(i);
      if (c === SLASH && i > 0) {
        if (!canonical && isOdd(path, i + 1)) return undefined;
        if (mayHave(filter, h, F)) list = look(`f:${path.slice(0, i)}`, list);
        from = i + 1;
      }
      h = step(h, c);
    }
    if (mayHave(filter, h, F)) list = look(`f:${path}`, list);
    let name = SEED;
    for (let i = from; i < path.length; i++) name = step(name, path.charCodeAt(i));
    if (mayHave(filter, name, F)) list = look(`f:${path.slice(from)}`, list);
    return list ?? NOTHING;
  }

  function matchKeys(o: Observable): readonly MatchedIndicator[] {
    let list: MatchedIndicator[] | undefined;
    for (const key of keys(o)) list = key.startsWith("i:") ? matchIp(key.slice(2), list) : probe(key, list);
    return list ?? NOTHING;
  }

  function match(o: Observable, beside: readonly Observable[] = NOTHING): readonly MatchedIndicator[] {
    if (letters === "") return NOTHING;
    const list = alone(o);
    return list.length > 0 && list.some((i) => i.also) ? list.filter((i) => !i.also || meetsAll(i.also, beside)) : list;
  }

  function alone(o: Observable): readonly MatchedIndicator[] {
    const { type } = o;
    if (type === "url") return matchUrl(o);
    if (type === "file-path") return matchPath(o.value);
    if (!REPEATED.has(type)) return matchKeys(o);
    // Of a name the contact decides, too.
    const kind = type === "domain" ? o.contact : type;
    let known = repeated.get(kind);
    if (!known) repeated.set(kind, (known = new Map()));
    let list = known.get(o.value);
    if (list === undefined) {
      list = type === "domain" ? matchUrl(o) : matchKeys(o);
      if (known.size >= CACHE) known.clear();
      known.set(o.value, list);
    }
    return list;
  }

  return { compiled, match };
}

/**
 * A site can be both a vendor's page and, in the same family, a server of its apps. To open or receive the page says
 * nothing of an infection; for an app to connect to it does. So the way of contact decides which of the two signs stands.
 */
function byContact(list: readonly MatchedIndicator[], contact: Contact): readonly MatchedIndicator[] {
  if (list.length < 2 || contact === "resolved" || contact === "ran") return list;
  const pages = list.filter((i) => i.role === "vendor");
  if (pages.length === 0) return list;
  return list.filter(
    (i) =>
      i.role !== "server" ||
      !pages.some((p) => p.campaign === i.campaign && (p.value === i.value || p.value.endsWith(`.${i.value}`))),
  );
}
