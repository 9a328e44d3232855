/** `contraluz artifacts` and `contraluz rules`: what a check reads and weighs. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { say } from "@contraluz/core";
import { RULES } from "@contraluz/detection";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";

export async function artifactsCommand(args: Args): Promise<number> {
  const { lang } = args;
  if (args.flags.has("json")) {
    const rows = ARTIFACTS.map((a) => ({
      id: a.id,
      version: a.version,
      feed: a.feed,
      where: a.where,
      name: say(a.words.name, lang),
      shows: say(a.words.shows, lang),
      hides: say(a.words.hides, lang),
      sources: a.sources,
    }));
    process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
  } else for (const a of ARTIFACTS) process.stdout.write(`${a.id.padEnd(30)}${say(a.words.name, lang)}\n`);
  return EXIT.result;
}

export async function rulesCommand(args: Args): Promise<number> {
  const { lang } = args;
  if (args.flags.has("json")) {
    const rows = RULES.map((r) => ({
      id: r.id,
      version: r.version,
      level: r.level,
      needs: r.needs,
      name: say(r.words.name, lang),
      baseRate: r.baseRate,
      sources: r.sources,
    }));
    process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
  } else
    for (const r of RULES) process.stdout.write(`${r.id.padEnd(30)}${r.level.padEnd(10)}${say(r.words.name, lang)}\n`);
  return EXIT.result;
}
