/** `contraluz explain`: a finding down to its bytes, or what an artifact or rule is. @module */
import { type AnyArtifact, ARTIFACTS } from "@contraluz/artifacts";
import { type Lang, say } from "@contraluz/core";
import { type AnyRule, RULES } from "@contraluz/detection";
import { explain } from "@contraluz/report";
import { readResult } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { storedOf } from "./stored.ts";

export function explainArtifact(a: AnyArtifact, lang: Lang): string {
  const lines = [
    `${a.id}  ${say(a.words.name, lang)}`,
    "",
    `${say(W.shows, lang)}: ${say(a.words.shows, lang)}`,
    `${say(W.hides, lang)}: ${say(a.words.hides, lang)}`,
    `${say(W.where, lang)}:`,
  ];
  for (const [kind, place] of Object.entries(a.where)) for (const p of place.paths) lines.push(`  ${kind}: ${p}`);
  for (const [kind, fields] of Object.entries(a.fields)) {
    lines.push(`${kind}:`);
    for (const [name, f] of Object.entries(fields))
      lines.push(`  ${name.padEnd(16)}${say(f.words, lang)}${f.unit ? ` (${f.unit})` : ""}`);
  }
  lines.push(`${say(W.sources, lang)}: ${a.sources.join("; ")}`);
  return lines.join("\n");
}

export function explainRule(r: AnyRule, lang: Lang): string {
  return [
    `${r.id}  ${say(r.words.name, lang)}  [${r.level}]`,
    "",
    `${say(W.needs, lang)}: ${r.needs.join(", ")}`,
    `${say(W.otherwise, lang)}: ${say(r.words.otherwise, lang)}`,
    `${say(W.next, lang)}: ${say(r.words.next, lang)}`,
    `${say(W.baseRate, lang)}: ${r.baseRate.fired} / ${r.baseRate.samples} (${r.baseRate.what})`,
    `${say(W.sources, lang)}: ${r.sources.join("; ")}`,
  ].join("\n");
}

export async function explainCommand(args: Args): Promise<number> {
  const [first, id] = args.paths;
  if (first !== undefined && id === undefined) {
    const a = ARTIFACTS.find((x) => x.id === first);
    const r = RULES.find((x) => x.id === first);
    if (!a && !r) throw new UsageError(say(W.noFinding, args.lang, { id: printable(first) }));
    process.stdout.write(`${a ? explainArtifact(a, args.lang) : explainRule(r!, args.lang)}\n`);
    return EXIT.result;
  }
  const { folder } = storedOf(args);
  const text = explain(await readResult(folder), id!, args.lang);
  process.stdout.write(`${text.trimEnd()}\n`);
  return EXIT.result;
}
