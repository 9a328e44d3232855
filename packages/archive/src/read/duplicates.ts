/**
 * Pages that say the same. Files of the same bytes are `same`; `near` is found with MinHash (Broder 1997) over words without accents and
 * without what readers of letters mix up, and must share names and figures, too: a form letter to another person is no copy.
 * @module
 */
import type { PageDup } from "../pages/index.ts";
import { rough } from "./compare.ts";
import type { ReadPage } from "./types.ts";

const HASHES = 63;
const BANDS = 21;
const ROWS = HASHES / BANDS;
/** Words of a page from which it can be a copy. */
const FEW = 15;
/** Shared words, and shared names and figures, of two copies. */
const WORDS = 0.5;
const NAMES = 0.45;
const MOST_NAMES = 80;
/** Pages in one drawer that are looked at. */
const LOOKS = 40;

function hash(text: string, seed: number): number {
  let h = (2166136261 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) >>> 0;
  return (h ^ (h >>> 13)) >>> 0;
}

/** SHA-256 of nothing: of empty files, and of those that nobody could open. */
const NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

interface Sketch {
  readonly doc: string;
  readonly page: number;
  readonly least: Uint32Array;
  readonly names: Uint32Array;
}

function sketch(p: ReadPage): Sketch | undefined {
  const words = p.text.split(/\s+/, 4000);
  const all = new Set<number>();
  const names = new Set<number>();
  for (const w of words) {
    const r = rough(w);
    if (r.length < 4 && !/\d{2}/.test(w)) continue;
    const h = hash(r, 0);
    all.add(h);
    if (names.size < MOST_NAMES && (/\d{2}/.test(w) || /^\p{Lu}/u.test(w))) names.add(h);
  }
  if (all.size < FEW) return undefined;
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const h of all)
    for (let i = 0; i < HASHES; i++) {
      let v = Math.imul(h ^ Math.imul(i + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
      v = Math.imul(v ^ (v >>> 15), 0xc2b2ae35) >>> 0;
      v = (v ^ (v >>> 13)) >>> 0;
      if (v < least[i]!) least[i] = v;
    }
  return { doc: p.doc, page: p.page, least, names: Uint32Array.from(names).sort() };
}

function shared(a: Sketch, b: Sketch): boolean {
  let same = 0;
  for (let i = 0; i < HASHES; i++) if (a.least[i] === b.least[i]) same++;
  if (same / HASHES < WORDS) return false;
  const of = new Set(a.names);
  let both = 0;
  for (const n of b.names) if (of.has(n)) both++;
  const all = a.names.length + b.names.length - both;
  return all === 0 || both / all >= NAMES;
}

/** Told of every page in the order of the output; says of which earlier one it is a copy. */
export class Duplicates {
  readonly #files = new Map<string, string>();
  readonly #drawers = new Map<number, Sketch[]>();

  note(p: ReadPage): PageDup | undefined {
    const first = this.#files.get(p.doc);
    if (p.doc === NOTHING) return undefined;
    if (first === undefined) this.#files.set(p.doc, p.path);
    else if (first !== p.path) return { of: { doc: p.doc, page: p.page }, kind: "same" };
    if (p.state === "unreadable" || p.state === "blank") return undefined;
    const s = sketch(p);
    if (!s) return undefined;
    let found: Sketch | undefined;
    for (let b = 0; b < BANDS; b++) {
      const key = hash(s.least.subarray(b * ROWS, (b + 1) * ROWS).join(","), b + 1);
      const drawer = this.#drawers.get(key);
      if (!drawer) this.#drawers.set(key, [s]);
      else {
        found ??= drawer.find((d) => shared(d, s));
        if (drawer.length < LOOKS) drawer.push(s);
      }
    }
    return found && { of: { doc: found.doc, page: found.page }, kind: "near" };
  }
}
