/** Small helpers that artifacts share: cutting text, typed values of rows, links inside text. @module */
import { LIMITS } from "@contraluz/core";
import type { SqlValue } from "@contraluz/formats/sqlite/index.ts";

/** Text cut to the limit of a record; undefined for what is no text. */
export function text(v: SqlValue | undefined): string | undefined {
  if (typeof v === "string") return v.length > LIMITS.text ? v.slice(0, LIMITS.text) : v;
  return undefined;
}

/** A whole or real number; undefined for the rest. */
export function number(v: SqlValue | undefined): number | bigint | undefined {
  return typeof v === "number" || typeof v === "bigint" ? v : undefined;
}

/** Links kept of one text; more than this is no message. */
const MAX_LINKS = 64;
const SCHEME = /\b(?:https?|ftp):\/\/[^\s<>"“”«»]+/gi;
/** A host without scheme counts when a path follows, or when it ends in a common TLD: "hola.que" is not a link. */
const BARE =
  /(?<![@\w./-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:[a-z]{2,24}\/[^\s<>"“”«»]*|(?:com|net|org|info|io|mx|co|me|biz|xyz|online|site|link|click|top)\b)(?![\w@])/gi;
const TRAILING = /[.,;:!?'")\]}…]+$/;

/** Links inside a text, in order, without repeats: with a scheme, or bare hosts that a phone would make tappable. */
export function links(body: string): string[] {
  if (!body.includes(".")) return [];
  const found: string[] = [];
  const add = (raw: string): void => {
    const url = raw.replace(TRAILING, "");
    if (url.length <= LIMITS.text && found.length < MAX_LINKS && !found.includes(url)) found.push(url);
  };
  const cut = body.length > 65_536 ? body.slice(0, 65_536) : body;
  let rest = cut;
  if (cut.includes("://")) {
    for (const m of cut.matchAll(SCHEME)) add(m[0]);
    rest = cut.replace(SCHEME, " ");
    if (!rest.includes(".")) return found;
  }
  for (const m of rest.matchAll(BARE)) add(m[0]);
  return found;
}
