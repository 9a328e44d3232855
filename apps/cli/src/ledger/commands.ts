/** `contraluz ledger check`, `show`, `export`: what was said and what was done. @module */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  checkLines,
  type LedgerView,
  ledgerFiles,
  ledgerHtml,
  ledgerText,
  statesText,
} from "@contraluz/archive/ledger/index.ts";
import { say } from "@contraluz/core";
import { wrap } from "@contraluz/report/text/wrap.ts";
import type { Args } from "../args.ts";
import { writeNew } from "../case/consent.ts";
import { casePath } from "../case/open.ts";
import { EXIT } from "../exit.ts";
import { reportFonts } from "../fonts.ts";
import { outOf } from "../out.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { ledgerOf } from "./folder.ts";
import { LW } from "./words.ts";

const codeOf = (v: LedgerView): number =>
  v.faults.length + v.refusals.length > 0 ? EXIT.fails : v.unchecked.length > 0 ? EXIT.unproven : EXIT.result;

export async function checkCommand(args: Args): Promise<number> {
  const { lang } = args;
  const v = await ledgerOf(args);
  const { faults, refusals, unchecked } = v;
  if (args.flags.has("json")) await writeOut(`${JSON.stringify({ faults, refusals, unchecked })}\n`);
  else {
    const lines = checkLines(v, lang);
    const shown = lines.length === 0 ? [say(LW.passed, lang)] : lines;
    await writeOut(`${shown.flatMap((l) => wrap(printable(l), Math.min(100, width()))).join("\n")}\n`);
  }
  return codeOf(v);
}

export async function showCommand(args: Args): Promise<number> {
  const { lang } = args;
  const v = await ledgerOf(args);
  const html = args.one("html");
  const title = args.one("called");
  const called = title === undefined ? {} : { title };
  if (html !== undefined)
    await writeNew(html, ledgerHtml(v, { lang, fonts: reportFonts(), ...called }), "--html", args);
  else if (args.flags.has("json")) await writeOut(statesText(v));
  else await writeOut(ledgerText(v, { lang, width: width() }));
  return EXIT.result;
}

export async function exportCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = casePath(args);
  const v = await ledgerOf(args);
  const out = await outOf(args, `ledger-${basename(path)}`, [path]);
  const [by, title] = [args.one("by"), args.one("called")];
  const files = ledgerFiles(v, {
    lang,
    fonts: reportFonts(),
    ...(by === undefined ? {} : { publisher: by }),
    ...(title === undefined ? {} : { title }),
  });
  await mkdir(out, { recursive: true });
  for (const [name, text] of files) await writeFile(join(out, name), text, { flag: "wx", mode: 0o600 });
  await writeOut(`${say(LW.wrote, lang, { path: printable(out), n: files.length })}\n`);
  return EXIT.result;
}
