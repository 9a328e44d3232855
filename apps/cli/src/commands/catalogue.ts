/** `contraluz artifacts` and `contraluz rules`: what a check reads and weighs. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { say } from "@contraluz/core";
import { RULES } from "@contraluz/detection";
import { SAY } from "@contraluz/report/words.ts";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";
import { table } from "../help.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { width } from "../views.ts";
import { W } from "../words.ts";

async function print(rows: readonly (readonly [string, string])[], lang: Args["lang"]): Promise<number> {
  await writeOut(`${table(rows, width()).join("\n")}\n\n${say(W.explainId, lang, { cmd: NAME, id: rows[0]![0] })}\n`);
  return EXIT.result;
}

async function printJson(rows: unknown): Promise<number> {
  await writeOut(`${JSON.stringify(rows, null, 1)}\n`);
  return EXIT.result;
}

export async function artifactsCommand(args: Args): Promise<number> {
  const { lang } = args;
  if (!args.flags.has("json")) {
    return print(
      ARTIFACTS.map((a) => [a.id, say(a.words.name, lang)] as const),
      lang,
    );
  }
  return printJson(
    ARTIFACTS.map((a) => ({
      id: a.id,
      version: a.version,
      feed: a.feed,
      where: a.where,
      name: say(a.words.name, lang),
      shows: say(a.words.shows, lang),
      hides: say(a.words.hides, lang),
      sources: a.sources,
    })),
  );
}

export async function rulesCommand(args: Args): Promise<number> {
  const { lang } = args;
  if (!args.flags.has("json")) {
    return print(
      RULES.map((r) => [r.id, `${say(r.words.name, lang)} (${SAY[lang].level[r.level]})`] as const),
      lang,
    );
  }
  return printJson(
    RULES.map((r) => ({
      id: r.id,
      version: r.version,
      level: r.level,
      needs: r.needs,
      name: say(r.words.name, lang),
      baseRate: r.baseRate,
      sources: r.sources,
    })),
  );
}
