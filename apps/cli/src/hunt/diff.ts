/** `contraluz hunt diff`: what a hunt says that an earlier one did not. @module */
import { say } from "@contraluz/core";
import {
  diffHunts,
  type GonePair,
  type HuntDiff,
  type HuntPair,
  type LabCase,
  type NewPair,
  readCases,
} from "@contraluz/hunt";
import { encodeStructure } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { huntsOf, readHunt } from "./kept.ts";
import { labFolder, labPath } from "./lab.ts";
import { HRW } from "./run-words.ts";
import { findingLines, gapLines, pathOf, SHOWN_CASES } from "./text.ts";

const NEW: Readonly<Record<NewPair["by"], keyof typeof HRW.by>> = { sign: "sign", check: "check" };
const GONE: Readonly<Record<GonePair["by"], keyof typeof HRW.by>> = { sign: "notMet", gap: "gap", check: "left" };

/** Pairs by case, each with a note. */
function pairLines<P extends HuntPair>(
  pairs: readonly P[],
  head: string,
  note: (p: P) => string,
  cases: readonly LabCase[],
  args: Args,
): string[] {
  const { lang } = args;
  const ids = [...new Set(pairs.map((p) => p.caseId))];
  const lines = ids.slice(0, SHOWN_CASES).flatMap((id) => {
    const of = new Map(pairs.filter((p) => p.caseId === id).map((p) => [p.finding, p] as const));
    const said = findingLines([...of.keys()], lang, (f) => `; ${note(of.get(f)!)}`);
    return [say(HRW.case, lang, { id }), ...pathOf(cases, id), ...said];
  });
  if (ids.length > SHOWN_CASES) lines.push(say(HRW.moreCases, lang, { n: ids.length - SHOWN_CASES }));
  return pairs.length === 0 ? [] : ["", head, ...lines];
}

function diffLines(d: HuntDiff, cases: readonly LabCase[], args: Args): string[] {
  const { lang } = args;
  const sets = [
    ...d.setsAdded.map((s) => say(HRW.sets.added, lang, { name: printable(s.name) })),
    ...d.setsGone.map((s) => say(HRW.sets.gone, lang, { name: printable(s.name) })),
    ...d.setsChanged.map(({ before, after }) =>
      say(HRW.sets.changed, lang, { name: printable(after.name), was: before.count, now: after.count }),
    ),
  ];
  const searched = [
    ...(d.searchedAdded.length > 0 ? [say(HRW.checksAdded, lang, { n: d.searchedAdded.length })] : []),
    ...(d.searchedGone.length > 0 ? [say(HRW.checksGone, lang, { n: d.searchedGone.length })] : []),
  ];
  const pairs = [
    ...pairLines(
      d.added,
      say(HRW.added, lang, { n: d.added.length }),
      (p) => say(HRW.by[NEW[p.by]], lang),
      cases,
      args,
    ),
    ...pairLines(
      d.changed,
      say(HRW.changed, lang, { n: d.changed.length }),
      (p) => say(HRW.before, lang, { n: p.before.count }),
      cases,
      args,
    ),
    ...pairLines(d.gone, say(HRW.gone, lang, { n: d.gone.length }), (p) => say(HRW.by[GONE[p.by]], lang), cases, args),
  ];
  return [
    say(HRW.between, lang, { before: d.before, after: d.after }),
    ...sets,
    ...searched,
    ...(pairs.length > 0 ? pairs : [say(HRW.nothingNew, lang)]),
    ...gapLines(d.gaps, lang),
  ];
}

/** The two hunts that are compared: those that were named, else the last, and the one before. */
async function pick(args: Args, kept: readonly string[]): Promise<readonly [string, string]> {
  const [one, two] = args.paths.slice(1);
  if (one !== undefined && two !== undefined) return [one, two];
  const after = kept.at(-1);
  const before = one ?? kept.at(-2);
  if (after === undefined || before === undefined) throw new UsageError(say(HRW.needTwo, args.lang));
  return [before, after];
}

export async function diffCommand(args: Args): Promise<number> {
  const folder = labFolder(labPath(args), args);
  const [before, after] = await pick(args, await huntsOf(folder));
  const d = diffHunts(await readHunt(folder, before, args), await readHunt(folder, after, args));
  if (args.flags.has("json")) await writeOut(`${encodeStructure(d)}\n`);
  else {
    const { cases } = await readCases({ folder });
    await writeOut(`${diffLines(d, cases, args).join("\n")}\n`);
  }
  return EXIT.result;
}
