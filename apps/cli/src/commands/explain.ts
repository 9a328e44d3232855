/** `contraluz explain`: a finding down to its bytes, or what an artifact or rule is. @module */
import { existsSync } from "node:fs";
import { type AnyArtifact, ARTIFACTS } from "@contraluz/artifacts";
import { ContraluzError, type Finding, type Lang, type Result, say } from "@contraluz/core";
import { type AnyRule, RULES } from "@contraluz/detection";
import { explain, inOrder, plain, shortIds } from "@contraluz/report";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { SAY } from "@contraluz/report/words.ts";
import { type Args, perhaps, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { table } from "../help.ts";
import { NAME, typed } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { W } from "../words.ts";
import { storedOf } from "./stored.ts";

/** Findings listed without a number. */
const LISTED = 50;

class Lines {
  readonly lines: string[] = [];
  readonly #width = Math.min(100, width());
  say(text: string, first = ""): void {
    this.lines.push(...wrap(text, this.#width, first));
  }
  fact(name: string, text: string): void {
    this.say(`${name}: ${text}`);
  }
  list(name: string, items: readonly string[]): void {
    this.say(`${name}:`);
    for (const i of items) this.say(i, "  - ");
  }
}

export function explainArtifact(a: AnyArtifact, lang: Lang): string {
  const out = new Lines();
  out.say(`${say(a.words.name, lang)} (${a.id})`);
  out.lines.push("");
  out.fact(say(W.shows, lang), say(a.words.shows, lang));
  out.fact(say(W.hides, lang), say(a.words.hides, lang));
  for (const [kind, place] of Object.entries(a.where)) out.list(`${say(W.where, lang)} (${kind})`, place.paths);
  for (const [kind, fields] of Object.entries(a.fields)) {
    out.say(`${say(W.fields, lang)} (${kind}):`);
    const rows = Object.entries(fields).map(
      ([name, f]) => [name, `${say(f.words, lang)}${f.unit ? ` (${f.unit})` : ""}`] as const,
    );
    if (rows.length > 0) out.lines.push(...table(rows, width()));
  }
  out.list(say(W.sources, lang), a.sources);
  return out.lines.join("\n");
}

export function explainRule(r: AnyRule, lang: Lang): string {
  const out = new Lines();
  out.say(`${say(r.words.name, lang)} (${r.id})`);
  out.say(SAY[lang].level[r.level]);
  out.lines.push("");
  out.fact(say(W.needs, lang), r.needs.join(", "));
  out.fact(say(W.otherwise, lang), say(r.words.otherwise, lang));
  out.fact(say(W.next, lang), say(r.words.next, lang));
  out.fact(say(W.baseRate, lang), `${r.baseRate.fired} / ${r.baseRate.samples} (${r.baseRate.what})`);
  out.list(say(W.sources, lang), r.sources);
  return out.lines.join("\n");
}

/** All findings of a result with their numbers, the weightiest first. */
function listOf(result: Result, path: string, lang: Lang): string {
  const list = inOrder(result.findings);
  if (list.length === 0) return say(W.noFindings, lang);
  const shortId = shortIds(list);
  const line = (f: Finding): readonly [string, string] => [
    shortId(f),
    `${SAY[lang].level[f.level]}: ${plain(f.text[lang].title, lang, 120)} · ${plain(f.subject, lang, 60)}`,
  ];
  const more = list.length > LISTED ? [say(W.moreFindings, lang, { n: list.length - LISTED })] : [];
  const one = { cmd: NAME, folder: typed(path) ?? "…", id: shortId(list[0]!) };
  return [...table(list.slice(0, LISTED).map(line), width()), ...more, "", say(W.explainOne, lang, one)].join("\n");
}

/** An artifact or rule by its id, or by the part after the group. */
function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  return list.find((x) => x.id === id) ?? list.find((x) => x.id.split("/")[1] === id);
}

export async function explainCommand(args: Args): Promise<number> {
  const { lang } = args;
  const [first, id] = args.paths;
  if (first === undefined) throw new UsageError(say(W.needExplain, lang, { cmd: NAME }));
  if (id === undefined && !existsSync(first)) {
    const a = byId(ARTIFACTS, first);
    const r = byId(RULES, first);
    if (!a && !r) {
      const ids = [...ARTIFACTS, ...RULES].map((x) => x.id);
      const words = say(W.noSuchThing, lang, { id: printable(first), cmd: NAME });
      throw new UsageError(words + perhaps(first, ids, lang));
    }
    await writeOut(`${a ? explainArtifact(a, lang) : explainRule(r!, lang)}\n`);
    return EXIT.result;
  }
  const { path, result, close } = await storedOf(args, { zip: true });
  await close();
  if (id === undefined) {
    await writeOut(`${listOf(result, path, lang)}\n`);
    return EXIT.result;
  }
  try {
    await writeOut(explain(result, id, lang, width()));
  } catch (e) {
    if (!(e instanceof ContraluzError) || e.code !== "usage") throw e;
    throw new UsageError(`${say(W.noFinding, lang, { id: printable(id) })}\n${listOf(result, path, lang)}`);
  }
  return EXIT.result;
}
