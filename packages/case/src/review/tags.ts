/** Tags of records and findings, as the log's entries add up. @module */
import type { Actions, Cite, FindingCite, RecordCite } from "../log/actions.ts";

/** Letters of a tag, and what one entry may tag at once. */
export const TAG_MOST = 40;
export const TAGGED_MOST = 100_000;

export interface Tags {
  /** By cite, in the order of the first time. A tag that was taken off is not there. */
  readonly records: readonly { readonly cite: RecordCite; readonly tag: string }[];
  readonly findings: readonly { readonly cite: FindingCite; readonly tag: string }[];
  /** Each tag and how often it stands, by code unit. */
  readonly names: readonly { readonly tag: string; readonly n: number }[];
}

export const isRecordCite = (c: Cite): c is RecordCite => "ordinal" in c;

/** One name for a cite: two that say the same have the same. */
export function citeKey(c: Cite): string {
  return isRecordCite(c) ? `${c.check}/${c.artifact}/${c.ordinal}` : `${c.check}/${c.finding}`;
}

/** A tag as it is kept: one line, single spaces, in its composed form; undefined for none, or one that is too long. */
export function tagName(typed: string): string | undefined {
  const name = typed
    .slice(0, 10 * TAG_MOST)
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return name === "" || [...name].length > TAG_MOST ? undefined : name;
}

/** Folds entries, oldest first: the last word on a record and a tag counts. */
export function tagsOf(entries: readonly Actions["tag"][]): Tags {
  const on = new Map<string, { readonly cite: Cite; readonly tag: string }>();
  for (const { about, tag, on: put } of entries) {
    const name = tagName(tag);
    if (name === undefined) continue;
    for (const cite of about.slice(0, TAGGED_MOST)) {
      const key = `${citeKey(cite)}\n${name}`;
      if (!put) on.delete(key);
      else if (!on.has(key)) on.set(key, { cite, tag: name });
    }
  }
  const all = [...on.values()];
  const names = new Map<string, number>();
  for (const { tag } of all) names.set(tag, (names.get(tag) ?? 0) + 1);
  return {
    records: all.filter((x): x is Tags["records"][number] => isRecordCite(x.cite)),
    findings: all.filter((x): x is Tags["findings"][number] => !isRecordCite(x.cite)),
    names: [...names].map(([tag, n]) => ({ tag, n })).sort((a, b) => (a.tag < b.tag ? -1 : 1)),
  };
}
