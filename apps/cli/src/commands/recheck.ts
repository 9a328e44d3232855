/** `contraluz recheck`: new signs against a stored result. The old result stays as it is. @module */
import { basename } from "node:path";
import { compareFindings, findingsText } from "@contraluz/case/compare/index.ts";
import { ContraluzError, type IndicatorSet, type Result, say } from "@contraluz/core";
import { recheck } from "@contraluz/engine";
import { copyStored, resultFolder } from "@contraluz/platform-node";
import { recordsName } from "@contraluz/store";
import type { Args } from "../args.ts";
import { readContext } from "../context.ts";
import { interruption } from "../interrupt.ts";
import { outOf } from "../out.ts";
import { stopwatch } from "../progress.ts";
import { runText } from "../run-json.ts";
import { printable, progressLine } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { exitOf, page, printAnswer, resultText, width } from "../views.ts";
import { W } from "../words.ts";
import { indicatorPaths, installedWords, loadIndicators } from "./indicators.ts";
import { storedOf } from "./stored.ts";

/** `contraluz-muestra` and `contraluz-muestra-recheck` both give `contraluz-muestra-recheck…`. */
const nameAfter = (path: string): string => `${basename(path).replace(/^contraluz-|-recheck(-\d+)?$/g, "")}-recheck`;

/** Names of lists that the stored result was compared with, and that are not at hand now. */
function missing(before: Result, now: readonly IndicatorSet[]): readonly string[] {
  // A set that was a file then may be an installed one now: what it says is the same.
  const known = new Set(now.flatMap((s) => [s.name, s.sha256]));
  return before.indicators.flatMap((s) => (known.has(s.name) || known.has(s.sha256) ? [] : [printable(s.name)]));
}

export async function recheckCommand(args: Args): Promise<number> {
  const { lang } = args;
  const spent = stopwatch();
  const given = readContext(args);
  const indicators = indicatorPaths(args);
  const { path, folder, result: before } = await storedOf(args);
  const out = await outOf(args, nameAfter(path), [path]);
  const line = progressLine(process.stderr, args.flags.has("json"));
  const stop = interruption(`${out}.partial`);
  try {
    line.say({ key: "signs", text: say(W.signs, lang) });
    const { compiled, problems, installed } = await loadIndicators(indicators, args, true);
    line.say({ key: "comparing", text: say(W.comparing, lang) });
    const made = await recheck(folder, {
      compiled,
      version: VERSION,
      context: {
        ...(given.asOf ? { asOf: given.asOf } : {}),
        ...(given.custody.length > 0 ? { custody: given.custody } : {}),
        ...(given.known.length > 0 ? { known: given.known } : {}),
      },
      cancel: stop.signal,
    });
    const result = { ...made, problems: [...problems, ...made.problems] };
    const json = resultText(result);
    line.say({ key: "writing", text: say(W.writing, lang) });
    const target = await resultFolder(out);
    try {
      const names = [...Object.keys(result.records).map(recordsName), "index/timeline.bin", "files.sha256"];
      await copyStored(path, target, names);
      const text = (name: string, s: string): Promise<void> => target.append(name, new TextEncoder().encode(s));
      await text("report.html", page(result, json, lang));
      await text("run.json", runText(args, { paths: [path], indicators, installed, spent: spent() }));
      await text("result.json", json);
      if (stop.signal.aborted) throw new ContraluzError("cancelled", "cancelled");
      await target.commit();
    } catch (e) {
      await target.discard();
      throw e;
    }
    line.end();
    const used = installedWords(installed, args, new Date().toISOString());
    if (used !== undefined) process.stderr.write(`${used}\n\n`);
    // Fewer lists may mean fewer findings: nobody should read that as good news.
    const left = missing(before, compiled.sets);
    if (left.length > 0) process.stderr.write(`${say(W.fewerLists, lang, { names: left.join(", ") })}\n`);
    if (args.flags.has("json")) process.stdout.write(json);
    else {
      printAnswer(result, { lang, folder: out, indicators });
      const differs = findingsText(compareFindings(before, result), { lang, width: width() });
      process.stdout.write(`\n${say(W.sinceStored, lang)}\n${differs.join("\n")}\n`);
    }
    return exitOf(args, result);
  } catch (e) {
    line.end();
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    stop.end();
  }
}
