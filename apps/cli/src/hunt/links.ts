/** What `hunt campaigns` and `hunt compare` make from a lab: the graph of its cases, with the signs of a hunt. @module */
import { type Cancel, ContraluzError, say } from "@contraluz/core";
import {
  type HuntGap,
  type HuntReport,
  joinReadable,
  keyingNeeded,
  type Lab,
  type LabCase,
  type Place,
  placesOf,
} from "@contraluz/hunt";
import { type CampaignReport, linkCases, sqlSource } from "@contraluz/hunt/links/index.ts";
import type { LinkSource } from "@contraluz/hunt/links/source.ts";
import type { Args } from "../args.ts";
import { nodeMachine } from "../case/open.ts";
import { readContext } from "../context.ts";
import { casesOf, withEngine } from "./engine.ts";
import { huntsOf, readHunt } from "./kept.ts";
import { HRW } from "./run-words.ts";
import { gapLines } from "./text.ts";

/** The hunt that was named, else the last one; undefined where there is none. */
export async function huntNamed(
  args: Args,
  lab: Pick<Lab, "folder">,
  name: string | undefined,
): Promise<HuntReport | undefined> {
  const hunt = name ?? (await huntsOf(lab.folder)).at(-1);
  return hunt === undefined ? undefined : readHunt(lab.folder, hunt, args);
}

export interface Linked {
  readonly report: CampaignReport;
  readonly hunt?: HuntReport;
  readonly cases: readonly LabCase[];
}

const nameOf = (p: Place | HuntGap): string => `${p.caseId} ${p.checkId}`;

/** The graph, and whatever else is asked of the same engine. `use`: which cases may be looked at. */
export async function withLinks<T>(
  args: Args,
  path: string,
  lab: Lab,
  o: { readonly cancel: Cancel; readonly hunt?: HuntReport; readonly use?: (c: LabCase) => boolean },
  work: (linked: Linked, source: LinkSource) => Promise<T>,
): Promise<T> {
  const keying = keyingNeeded(lab);
  const { hunt } = o;
  const all = await casesOf(lab);
  if (all.damaged.length > 0)
    process.stderr.write(`${say(HRW.damagedCases, args.lang, { names: all.damaged.join(", ") })}\n`);
  const of = { ...all, cases: all.cases.filter((c) => o.use?.(c) ?? true) };
  const asOf = readContext(args).asOf || nodeMachine().now().slice(0, 10);
  return withEngine(args, path, lab, of, o.cancel, async (engine, missing) => {
    const { places, gaps } = placesOf(of.cases, missing);
    // A file that cannot be opened is found by asking for a key that is nowhere; what the hunt could not read is not read again.
    await joinReadable({ engine, cancel: o.cancel }, places, await engine.putSigns(BigInt64Array.of(0n)), gaps);
    const gone = new Set([...gaps, ...(hunt?.gaps ?? []).filter((g) => g.why === "damaged")].map(nameOf));
    if (gaps.length > 0) process.stderr.write(`${gapLines(gaps, args.lang).join("\n").trim()}\n`);
    const usable = places.filter((p) => !gone.has(nameOf(p)));
    const there = new Set(usable.map(nameOf));
    const cases = of.cases
      .map((c) => ({ ...c, checks: c.checks.filter((k) => there.has(`${c.id} ${k.check}`)) }))
      .filter((c) => c.checks.length > 0);
    const keys = cases.reduce((n, c) => n + c.checks.reduce((m, k) => m + k.keys, 0), 0);
    const source = sqlSource({ engine, places: usable, keys, keying, cancel: o.cancel });
    const report = await linkCases({ source, lab: lab.head.id, cases, ...(hunt ? { hunt } : {}), asOf });
    if (o.cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
    return work({ report, ...(hunt ? { hunt } : {}), cases }, source);
  });
}
