/** `contraluz hunt list`: which cases a lab has. @module */
import { say } from "@contraluz/core";
import { type LabCase, readCases } from "@contraluz/hunt";
import { isoWords } from "@contraluz/report/when.ts";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { labPath, readLabWithoutSecret } from "./lab.ts";
import { HW } from "./words.ts";

function lineOfCase(c: LabCase, args: Args): string {
  const { lang } = args;
  const records = c.checks.reduce((n, k) => n + k.records, 0);
  const parts = [
    say(HW.caseHas, lang, { id: c.id, checks: c.checks.length, records }),
    ...(c.keepUntil === undefined ? [] : [say(HW.until, lang, { day: isoWords(c.keepUntil, lang) })]),
    ...(c.path === undefined ? [] : [printable(c.path)]),
  ];
  return parts.join(" · ");
}

export async function listCommand(args: Args): Promise<number> {
  const { lang } = args;
  const lab = await readLabWithoutSecret(args, labPath(args));
  const { cases, damaged } = await readCases(lab);
  if (args.flags.has("json")) {
    const rows = cases.map(({ id, path, added, keepUntil, checks }) => ({
      id,
      ...(path === undefined ? {} : { path }),
      added,
      ...(keepUntil === undefined ? {} : { keepUntil }),
      checks: checks.map(({ check, asOf, until, records, keys, keysVersion }) => ({
        check,
        asOf,
        until,
        records,
        keys,
        keysVersion,
      })),
    }));
    await writeOut(`${JSON.stringify({ lab: lab.head.id, cases: rows, damaged })}\n`);
    return EXIT.result;
  }
  const lines = cases.map((c) => lineOfCase(c, args));
  if (lines.length === 0) lines.push(say(HW.emptyLab, lang));
  else lines.push(say(HW.casesInAll, lang, { cases: cases.length }));
  if (damaged.length > 0) lines.push(say(HW.damagedCases, lang, { ids: damaged.join(", ") }));
  await writeOut(`${lines.join("\n")}\n`);
  return EXIT.result;
}
