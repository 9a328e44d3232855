/**
 * One way to fold texts, for the index, the search and the highlight: who types "accion" finds «Acción», and sees it marked.
 *
 * Each code point is folded alone: NFKD (Unicode Normalization Form KD), marks dropped, lower case. So `ñ` is found by `n`, `ß` by
 * `ss`, wide letters by plain ones, and a fold of a part is a part of the fold. Any change raises `FOLD_VERSION`: what was indexed
 * under another one is indexed anew.
 * @module
 */

/** Version of the fold and of the grams made from it. */
export const FOLD_VERSION = 1;

/** Longest search that is taken, in UTF-16 code units, and most words of it. */
export const MAX_QUERY = 400;
export const MAX_TERMS = 16;

const BEYOND_ASCII = /[^\0-\x7f]+/g;
const MARKS = /\p{M}+/gu;
const known = new Map<string, string>();

/** The fold of one code point. */
export function foldPoint(point: string): string {
  const before = known.get(point);
  if (before !== undefined) return before;
  const bare = point.normalize("NFKD").replace(MARKS, "");
  let out = "";
  // Letter by letter: the lower case of a final sigma hangs on what stands beside it.
  for (const c of bare) out += c.toLowerCase().normalize("NFKD").replace(MARKS, "");
  out = out.replaceAll("ς", "σ").replaceAll("ı", "i").replaceAll("ß", "ss");
  if (known.size < 20_000) known.set(point, out);
  return out;
}

function foldRun(run: string): string {
  let out = "";
  for (const point of run) out += foldPoint(point);
  return out;
}

/**
 * The folded text.
 * @example fold("ACCIÓN Ñandú") // "accion nandu"
 */
export function fold(text: string): string {
  return text.replace(BEYOND_ASCII, foldRun).toLowerCase();
}

/** Words of a search: all of them must be in a row. A phrase stands in "quotes". Folded, each once; none for an empty search. */
export function terms(query: string): string[] {
  const out: string[] = [];
  const parts = query.slice(0, MAX_QUERY).split('"');
  for (const [i, part] of parts.entries()) {
    // What stands between two quotes; a quote without its other one says nothing.
    const phrase = i % 2 === 1 && i < parts.length - 1;
    for (const word of phrase ? [part] : part.split(/\s+/)) {
      const folded = fold(word.trim());
      if (folded !== "" && !out.includes(folded) && out.length < MAX_TERMS) out.push(folded);
    }
  }
  return out;
}

/**
 * Where the terms stand in a text, as pairs of begin and end in UTF-16 code units; places that touch are one.
 * @example highlight("La Acción", ["accion"]) // [[3, 9]]
 */
export function highlight(text: string, found: readonly string[]): readonly (readonly [number, number])[] {
  let folded = "";
  /** Of each unit of the fold, where the point that it comes from begins and ends. */
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const point of text) {
    const f = foldPoint(point);
    for (let i = 0; i < f.length; i++) {
      from.push(at);
      to.push(at + point.length);
    }
    // A mark belongs to the letter before it.
    if (f === "" && to.length > 0) to[to.length - 1] = at + point.length;
    folded += f;
    at += point.length;
  }
  const spans: [number, number][] = [];
  for (const term of found) {
    if (term === "") continue;
    for (let i = folded.indexOf(term); i >= 0; i = folded.indexOf(term, i + term.length))
      spans.push([from[i]!, to[i + term.length - 1]!]);
  }
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const out: [number, number][] = [];
  for (const s of spans) {
    const last = out.at(-1);
    if (last && s[0] <= last[1]) last[1] = Math.max(last[1], s[1]);
    else out.push(s);
  }
  return out;
}
