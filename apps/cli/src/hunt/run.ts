/** `contraluz hunt run`: published signs over all cases of a lab. @module */
import { join } from "node:path";
import { type Cancel, ContraluzError, say } from "@contraluz/core";
import {
  diffHunts,
  type Hunted,
  type HuntReport,
  hunt,
  huntText,
  keyingNeeded,
  nextHunt,
  type OpenLab,
} from "@contraluz/hunt";
import { isoWords } from "@contraluz/report/when.ts";
import type { Args } from "../args.ts";
import { nodeMachine } from "../case/open.ts";
import { indicatorPaths, installedWords, loadIndicators } from "../commands/indicators.ts";
import { readContext } from "../context.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME, typed } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable, progressLine } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { type CasesOf, casesOf, withEngine } from "./engine.ts";
import { huntsOf, keepHunt, readHunt } from "./kept.ts";
import { labPath, writeLab } from "./lab.ts";
import { keepInOrder } from "./order.ts";
import { HRW } from "./run-words.ts";
import { findingLines, gapLines, lostLines, pathOf, SHOWN_CASES, spanOf } from "./text.ts";

function reportLines(report: HuntReport, of: CasesOf, args: Args): string[] {
  const { lang } = args;
  const ids = new Set(report.cases.map((c) => c.caseId));
  const lines = [
    say(HRW.head, lang, { hunt: report.hunt, day: isoWords(report.asOf, lang) }),
    say(HRW.searched, lang, {
      signs: report.signs.reduce((n, s) => n + s.count, 0),
      checks: report.searched.length,
      cases: new Set(report.searched.map((p) => p.caseId)).size,
    }),
  ];
  if (of.cases.length === 0) lines.push(say(HRW.empty, lang));
  else lines.push(ids.size === 0 ? say(HRW.none, lang) : say(HRW.met, lang, { n: ids.size }));
  const shown = new Set([...ids].slice(0, SHOWN_CASES));
  for (const c of report.cases.filter((x) => shown.has(x.caseId)))
    lines.push(
      "",
      `${say(HRW.check, lang, { id: c.caseId, check: c.checkId })}${spanOf(c, lang)}`,
      ...pathOf(of.cases, c.caseId),
      ...findingLines(c.findings, lang),
      ...lostLines(c, lang),
    );
  if (ids.size > shown.size) lines.push("", say(HRW.moreCases, lang, { n: ids.size - shown.size }));
  lines.push(...gapLines(report.gaps, lang));
  return ids.size > 0 ? [...lines, "", say(HRW.look, lang)] : lines;
}

/** One line on what is new since the hunt before; none where there is no other, or it cannot be read. */
async function sinceLine(lab: OpenLab, report: HuntReport, path: string, args: Args): Promise<string[]> {
  const before = (await huntsOf(lab.folder)).filter((n) => Number(n) < Number(report.hunt)).at(-1);
  const old = before === undefined ? undefined : await readHunt(lab.folder, before, args).catch(() => undefined);
  if (!old) return [];
  const d = diffHunts(old, report);
  const line = `${NAME} hunt diff ${typed(path) ?? printable(path)}`;
  return [say(HRW.since, args.lang, { hunt: old.hunt, added: d.added.length, gone: d.gone.length, line })];
}

interface Run {
  readonly hunted: Hunted;
  readonly of: CasesOf;
  readonly since: readonly string[];
}

async function runIn(lab: OpenLab, path: string, args: Args, cancel: Cancel): Promise<Run> {
  const { lang } = args;
  const keying = keyingNeeded(lab);
  const asOf = readContext(args).asOf || nodeMachine().now().slice(0, 10);
  const line = progressLine(process.stderr, args.flags.has("json"));
  try {
    const { compiled, installed } = await loadIndicators(indicatorPaths(args), args, true);
    line.say({ key: "searching", text: say(HRW.searching, lang) });
    await keepInOrder(lab, args, path, cancel);
    const of = await casesOf(lab);
    const hunted = await withEngine(args, path, lab, of, cancel, async (engine, missing) =>
      hunt({
        engine,
        lab: lab.head.id,
        cases: of.cases,
        missing,
        damaged: of.damaged,
        compiled,
        keying,
        hunt: nextHunt(await lab.folder.list("hunts")),
        asOf,
        version: VERSION,
        cancel,
        progress: (done, all) =>
          line.say({ key: "verifying", text: say(HRW.verifying, lang), running: `${done} / ${all}` }),
      }),
    );
    if (cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
    await keepHunt(lab.folder, hunted.report);
    line.end();
    const used = installedWords(installed, args, nodeMachine().now());
    if (used !== undefined) process.stderr.write(`${used}\n\n`);
    return { hunted, of, since: await sinceLine(lab, hunted.report, path, args) };
  } finally {
    line.end();
  }
}

export async function runCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = labPath(args);
  const stop = interruption();
  try {
    const { hunted, of, since } = await writeLab(args, path, (lab) => runIn(lab, path, args, stop.signal));
    const { report } = hunted;
    if (args.flags.has("json")) await writeOut(huntText(report));
    else {
      const kept = say(HRW.kept, lang, { path: printable(join(path, "hunts", report.hunt, "hunt.json")) });
      await writeOut(`${[...reportLines(report, of, args), "", ...since, kept].join("\n")}\n`);
    }
    return EXIT.result;
  } catch (e) {
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    stop.end();
  }
}
