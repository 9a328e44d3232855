/** `contraluz case story`: an account whose every sentence says what it rests on. @module */
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { ARTIFACTS } from "@contraluz/artifacts";
import type { Actions, StorySentence } from "@contraluz/case/log/actions.ts";
import { type CiteSource, refuseStory, tellStory } from "@contraluz/case/review/stories.ts";
import { storyText } from "@contraluz/case/review/story-text.ts";
import { citeText, indexesIn, rowsOfCase, Timeline } from "@contraluz/case/timeline/index.ts";
import { checksOf, storedCheck, type Vault } from "@contraluz/case/vault/index.ts";
import { type Lang, type Result, say } from "@contraluz/core";
import { type Args, UsageError } from "../args.ts";
import { notThere } from "../commands/report.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { CiteReader } from "./cites.ts";
import { Leaving, mayLeave } from "./leave.ts";
import { actorOf, casePath, readCase, writeCase } from "./open.ts";
import { R } from "./review-words.ts";

/** Names of artifacts as people read them. */
function nameIn(lang: Lang): (id: string) => string {
  const names = new Map<string, string>(ARTIFACTS.map((a) => [a.id, say(a.words.name, lang)]));
  return (id) => names.get(id) ?? id;
}

/** Bytes of a story's file. */
const MOST = 1 << 20;

/** `# Title`, then a sentence a paragraph; what it rests on stands in brackets. */
async function readStory(text: string, id: string, args: Args, reader: CiteReader): Promise<Actions["story"]> {
  const blocks = text
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}|\n(?=#)/)
    .map((b) => b.replaceAll("\n", " ").trim());
  const title = blocks.find((b) => b.startsWith("#"))?.replace(/^#+\s*/, "") ?? "";
  const sentences: StorySentence[] = [];
  for (const b of blocks) {
    if (b === "" || b.startsWith("#")) continue;
    const cites = [];
    for (const m of b.matchAll(/\[([^\]\n]{3,160})\]/g)) cites.push(await reader.cite(m[1]!.trim()));
    sentences.push({ text: b.replace(/\s*\[[^\]\n]{3,160}\]/g, "").trim(), cites });
  }
  return { id, title, lang: args.lang, sentences };
}

/** What answers to the cites of a case. `alone`: it is open for writing. */
async function sourceOf(
  vault: Vault,
  reader: CiteReader,
  args: Args,
  alone: boolean,
): Promise<{ source: CiteSource; close(): Promise<void> }> {
  const results = new Map<string, Result>();
  const checks = [];
  for (const { check } of checksOf(vault.state)) {
    const result = await reader.result(check);
    results.set(check, result);
    checks.push({ check, folder: storedCheck(vault, check), result });
  }
  const timeline = await Timeline.open({
    checks,
    indexes: indexesIn(vault.files, alone),
    platform: vault.machine.platform,
    ...rowsOfCase(vault.state, args.lang),
  });
  return {
    source: { row: (c) => timeline.row(c), result: (check) => results.get(check) },
    close: () => timeline.close(),
  };
}

async function addStory(args: Args, file: string): Promise<number> {
  const { lang } = args;
  const bytes = readFileSync(file);
  if (bytes.length > MOST) throw new UsageError(say(R.storyLong, lang, { n: 1 }));
  const story = await writeCase(args, async (vault) => {
    const reader = new CiteReader(vault, args);
    const id = args.one("id") ?? `s${vault.state.stories.length + 1}`;
    const made = await readStory(bytes.toString("utf8"), id, args, reader);
    const { source, close } = await sourceOf(vault, reader, args, true);
    try {
      const faults = (await refuseStory(made, source)).map((f) => {
        if (f.code === "empty") return say(R.storyEmpty, lang);
        if (f.code === "bare") return say(R.storyBare, lang, { n: f.sentence });
        if (f.code === "too-long") return say(R.storyLong, lang, { n: f.sentence });
        const cite = "ordinal" in f.cite ? citeText(f.cite) : `${f.cite.check}/${f.cite.finding}`;
        return say(R.storyMissing, lang, { n: f.sentence, cite });
      });
      if (faults.length > 0) throw new UsageError(faults.join("\n"));
    } finally {
      await close();
    }
    await vault.write({ actor: actorOf(args), action: "story", data: made });
    return made;
  });
  await writeOut(`${say(R.told, lang, { id: printable(story.id), n: story.sentences.length })}\n`);
  return EXIT.result;
}

/** With a file: writes a story down. With an id: shows it, or writes it to `--output`. Else lists them. */
export async function storyCommand(args: Args): Promise<number> {
  const { lang } = args;
  const [, what] = args.paths;
  if (what !== undefined && existsSync(what)) return addStory(args, resolve(what));
  const vault = await readCase(args);
  const { stories } = vault.state;
  if (what === undefined) {
    const lines = stories.map((s) => printable(`${s.id}: ${s.title}`));
    await writeOut(`${lines.length === 0 ? say(R.noStories, lang) : lines.join("\n")}\n`);
    return EXIT.result;
  }
  const story = stories.find((s) => s.id === what);
  if (!story) throw new UsageError(say(R.noStory, lang, { id: printable(what) }));
  const { source, close } = await sourceOf(vault, new CiteReader(vault, args), args, false);
  try {
    const text = storyText(await tellStory(story, source), { lang, width: width(), nameOf: nameIn(lang) });
    const output = args.one("output");
    if (output === undefined) {
      await writeOut(text.endsWith("\n") ? text : `${text}\n`);
      return EXIT.result;
    }
    const of = { path: casePath(args), check: story.id };
    const cited = new Set(story.sentences.flatMap((x) => x.cites.map((c) => c.check)));
    const there = vault.state.checks.filter((c) => !c.removed && cited.has(c.check)).map((c) => c.check);
    await mayLeave(args, of, "result", "full", there);
    const leaving = new Leaving();
    leaving.take(text);
    await writeFile(resolve(output), text, { flag: "wx", mode: 0o600 }).catch((e: unknown) => {
      throw notThere(e, resolve(output), "--output", args);
    });
    await leaving.note(args, of, "story");
    process.stderr.write(`${printable(resolve(output))}\n`);
    return EXIT.result;
  } finally {
    await close();
  }
}
