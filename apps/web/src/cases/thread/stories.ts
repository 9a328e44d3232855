/** Stories in the thread: sentences with what they rest on, and what is wrong with one that is to be written down. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import type { StorySentence } from "@contraluz/case/log/actions.ts";
import { type CiteSource, refuseStory, type Story, tellStory } from "@contraluz/case/review/stories.ts";
import { sourceLines } from "@contraluz/case/review/story-text.ts";
import { citeKey } from "@contraluz/case/review/tags.ts";
import type { OpenVault } from "@contraluz/case/vault/index.ts";
import { type Lang, say } from "@contraluz/core";
import type { StoryView } from "../ask.ts";
import { Unsaid } from "./told.ts";
import { DESK } from "./words.ts";

export async function storiesOf(vault: OpenVault, from: CiteSource, lang: Lang): Promise<readonly StoryView[]> {
  const names = new Map<string, string>(ARTIFACTS.map((a) => [a.id, say(a.words.name, lang)]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const out: StoryView[] = [];
  for (const story of vault.state.stories) {
    const { id, title, sentences, sources, bare, missing } = await tellStory(story, from);
    out.push({
      id,
      at: story.at,
      actor: story.actor,
      title,
      sentences,
      sources: sources.map((s) => ({
        cite: s.cite,
        missing: s.kind === "missing",
        ...sourceLines(s, { lang, nameOf }),
      })),
      bare,
      missing,
    });
  }
  return out;
}

/** The story as it is written down. Throws Unsaid with what is wrong. */
export async function storyFrom(
  said: { readonly id?: string; readonly title: string; readonly sentences: readonly StorySentence[] },
  vault: OpenVault,
  from: CiteSource,
  lang: Lang,
): Promise<Story> {
  const sentences = said.sentences
    .map((s) => ({ text: s.text.trim(), cites: s.cites }))
    .filter((s) => s.text !== "" || s.cites.length > 0);
  const taken = new Set(vault.state.stories.map((s) => s.id));
  let n = taken.size + 1;
  while (taken.has(`s${n}`)) n++;
  const story: Story = { id: said.id ?? `s${n}`, title: said.title.trim(), lang, sentences };
  const faults = (await refuseStory(story, from)).map((f) => {
    if (f.code === "empty") return say(DESK.storyEmpty, lang);
    if (f.code === "bare") return say(DESK.storyBare, lang, { n: f.sentence });
    if (f.code === "too-long") return say(DESK.storyLong, lang, { n: f.sentence });
    return say(DESK.storyMissing, lang, { n: f.sentence, cite: citeKey(f.cite) });
  });
  const wordless = sentences.findIndex((s) => s.text === "");
  if (wordless >= 0) faults.push(say(DESK.storyWordless, lang, { n: wordless + 1 }));
  if (faults.length > 0) throw new Unsaid(...faults);
  return story;
}
