/** Which parts of a finding's sentences are text of the evidence. @module */
import type { Finding, Lang } from "@contraluz/core";
import { plain, splitAt } from "./safe.ts";

/** Letters of our own part of a sentence: more than any rule writes. */
const OWN = 1200;

/** Parameters that hold words of ours: names of campaigns and lists, translated words, and which case of a rule it is. */
const OURS = /^(campaign|set|contact|case|keeps|locked|on)$|_(es|en)$/;

/** Values of the evidence inside the sentences of a finding. Names of campaigns, lists and translated words are not. */
export function foreignValues(f: Finding): readonly string[] {
  const own = new Set([f.params.campaign, f.params.set, f.indicator?.campaign]);
  const values = [f.subject, ...(f.indicator ? [f.indicator.value] : [])];
  for (const [key, v] of Object.entries(f.params)) {
    if (typeof v === "string" && !OURS.test(key)) values.push(v);
  }
  return values.filter((v) => !own.has(v));
}

/** A sentence of a finding for a terminal: each foreign value cut on its own, so that none hides what stands after it. */
export function plainSentence(text: string, f: Finding, lang: Lang, letters: number): string {
  return splitAt(text, foreignValues(f))
    .map((part) => plain(part.text, lang, part.foreign ? letters : OWN))
    .join("");
}
