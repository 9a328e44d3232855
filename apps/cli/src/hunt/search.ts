/** `contraluz hunt search`: one value over all cases of a lab. Nothing of what was asked is kept, logged or said back. @module */
import { ContraluzError, say } from "@contraluz/core";
import { keyingNeeded, type SearchHit, type SearchReport, search } from "@contraluz/hunt";
import { momentWords } from "@contraluz/report/when.ts";
import { encodeStructure } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { lineOf } from "../case/open.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { writeOut } from "../pipes.ts";
import { printable, progressLine } from "../terminal.ts";
import { type CasesOf, casesOf, withEngine } from "./engine.ts";
import { labPath, readLab } from "./lab.ts";
import { HRW } from "./run-words.ts";
import { gapLines, pathOf, spanOf } from "./text.ts";

/** Records of one check that are printed, where `--limit` does not say. */
const SHOWN = 5;
/** Letters of a value. */
const VALUE = 120;

function limitOf(args: Args): number {
  const text = args.one("limit");
  if (text === undefined) return SHOWN;
  if (!/^\d{1,7}$/.test(text)) throw new UsageError(say(HRW.badLimit, args.lang, { found: printable(text) }));
  return Number(text);
}

function hitLines(hit: SearchHit, of: CasesOf, limit: number, args: Args): string[] {
  const { lang } = args;
  const head = say(HRW.check, lang, { id: hit.caseId, check: hit.checkId });
  const records = hit.records.slice(0, limit).map((r) => {
    const values = [...new Set(r.values.map((v) => printable(v.value.slice(0, VALUE))))].join(", ");
    return `  ${momentWords(r.at, lang)} · ${r.artifact} ${r.ordinal} · ${values}`;
  });
  const more = hit.count - records.length;
  return [
    "",
    `${head}: ${say(HRW.times, lang, { n: hit.count })}${spanOf(hit, lang)}`,
    ...pathOf(of.cases, hit.caseId),
    ...records,
    ...(more > 0 ? [`  ${say(HRW.moreFindings, lang, { n: more })}`] : []),
  ];
}

function lines(r: SearchReport, of: CasesOf, args: Args): string[] {
  const { lang } = args;
  const limit = limitOf(args);
  const n = new Set(r.hits.map((h) => h.caseId)).size;
  const checks = r.searched.length;
  const head = n === 0 ? say(HRW.foundNone, lang, { checks }) : say(HRW.found, lang, { n, checks });
  return [head, ...r.hits.flatMap((h) => hitLines(h, of, limit, args)), ...gapLines(r.gaps, lang)];
}

export async function searchCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = labPath(args);
  const query = args.paths[1];
  if (query === undefined) throw new UsageError(say(HRW.needValue, lang, { line: lineOf(args) }));
  limitOf(args);
  const stop = interruption();
  const line = progressLine(process.stderr, args.flags.has("json"));
  try {
    const lab = await readLab(args, path);
    const keying = keyingNeeded(lab);
    const of = await casesOf(lab);
    line.say({ key: "searching", text: say(HRW.searching, lang) });
    const report = await withEngine(args, path, lab, of, stop.signal, (engine, missing) =>
      search({ engine, cases: of.cases, missing, damaged: of.damaged, keying, cancel: stop.signal }, query).catch(
        (e) => {
          if (e instanceof ContraluzError && e.code === "usage") throw new UsageError(say(HRW.cannotSearch, lang));
          throw e;
        },
      ),
    );
    line.end();
    await writeOut(args.flags.has("json") ? `${encodeStructure(report)}\n` : `${lines(report, of, args).join("\n")}\n`);
    return EXIT.result;
  } catch (e) {
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    line.end();
    stop.end();
  }
}
