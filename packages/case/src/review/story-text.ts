/** A story as text, with what it rests on, to the byte. @module */
import { type Lang, say } from "@contraluz/core";
import { plain } from "@contraluz/report";
import { placeCode } from "@contraluz/report/origin/origin.ts";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { momentWords } from "@contraluz/report/when.ts";
import type { Cited, ToldStory } from "./stories.ts";
import { citeKey } from "./tags.ts";
import { STORY } from "./words.ts";

export interface StoryOptions {
  readonly lang: Lang;
  /** Name of an artifact as people read it. */
  nameOf(artifact: string): string;
}

/** Letters of a path or a place that are shown. */
const LONG = 400;

/** One line that says what is cited, and those that say where to find it. */
export function sourceLines(c: Cited, o: StoryOptions): { readonly head: string; readonly more: readonly string[] } {
  const { lang } = o;
  if (c.kind === "missing") return { head: say(STORY.missing, lang, { cite: plain(citeKey(c.cite), lang) }), more: [] };
  if (c.kind === "finding") {
    const title = plain(c.finding.text[lang].title, lang);
    return {
      head: say(STORY.finding, lang, { title, check: c.cite.check }),
      more: [`${plain(c.finding.subject, lang)} · ${c.finding.id}`],
    };
  }
  const when = momentWords(c.at, lang);
  const head = say(STORY.record, lang, { artifact: o.nameOf(c.artifact), ordinal: c.ordinal, check: c.cite.check });
  const more = [c.clock === undefined ? when : `${when}; ${say(STORY.clock, lang, { seconds: c.clock })}`];
  if (c.file)
    more.push(`${say(STORY.file, lang)}: ${plain(c.file.name ?? c.file.path, lang, LONG)} · SHA-256 ${c.file.sha256}`);
  more.push(`${say(STORY.place, lang)}: ${plain(placeCode(c.origin.at), lang, LONG)}`);
  if (c.evidence !== undefined) more.push(`${say(STORY.evidence, lang)}: SHA-256 ${c.evidence}`);
  if (c.stored) more.push(`${say(STORY.stored, lang)}: ${c.stored.file} · SHA-256 ${c.stored.sha256}`);
  return { head, more };
}

/** Sentences with numbers, then what the numbers lead to. */
export function storyText(s: ToldStory, o: StoryOptions & { readonly width: number }): string {
  const { lang } = o;
  const width = Math.min(100, o.width);
  const out = [plain(s.title, lang), ""];
  for (const { text, cites } of s.sentences)
    out.push(...wrap(`${plain(text, lang, 4000)}${cites.length > 0 ? ` [${cites.join(", ")}]` : ""}`, width), "");
  if (s.bare > 0) out.push(...wrap(say(STORY.bare, lang, { n: s.bare }), width));
  if (s.missing > 0) out.push(...wrap(say(STORY.lost, lang, { n: s.missing }), width));
  if (s.sources.length > 0) out.push(say(STORY.sources, lang));
  for (const [i, c] of s.sources.entries()) {
    const { head, more } = sourceLines(c, o);
    out.push(...wrap(head, width, `  [${i + 1}] `));
    for (const m of more) out.push(...wrap(m, width, "      "));
  }
  return `${out
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}
