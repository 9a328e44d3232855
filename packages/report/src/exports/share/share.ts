/**
 * From a result to what may leave: chosen field by field, so that nothing of a device, a person or a file comes along.
 *
 * Told are findings that matter (match, targeted, lead). Of a published sign: what its publisher wrote (id, type, value, campaign), how
 * often it was met and on which days. Of a rule of ours: its id and level; its subject is text of the device.
 * @module
 */
import { byCodeUnit, type Finding, type IndicatorSet, parseIso, type Result } from "@contraluz/core";
import { KNOWN_SETS } from "@contraluz/detection/indicators/known/index.ts";
import { type Heuristic, type Shared, type ShareOptions, type Sighting, TLP_LEVELS, type Tlp } from "./types.ts";
import { isUuid, OURS, uuid5 } from "./uuid.ts";

const DAY = 86_400_000;
const TOLD: ReadonlySet<string> = new Set(["match", "targeted", "lead"]);
/** Of the signs that come with the tool; each has its source in the code. */
const BUILTIN = "contraluz-builtin";
const UNNAMED = "unnamed laboratory";

const floorDay = (ms: number): number => Math.floor(ms / DAY) * DAY;

/** The stricter of two. */
export function stricter(a: Tlp, b: Tlp): Tlp {
  return TLP_LEVELS[Math.max(TLP_LEVELS.indexOf(a), TLP_LEVELS.indexOf(b))]!;
}

const tlpOf = (text: string | undefined): Tlp => {
  const name = text?.toLowerCase() === "white" ? "clear" : text?.toLowerCase();
  return TLP_LEVELS.find((t) => t === name) ?? "clear";
};

/** A list of somebody's own may be called as a person is: only public ones are named. */
export function publicList(set: IndicatorSet | undefined): Sighting["list"] | undefined {
  if (set?.name === BUILTIN) return { name: BUILTIN, publisher: "Contraluz" };
  const known = KNOWN_SETS.find((s) => s.name === set?.name || s.files.some((f) => f.name === set?.name));
  return known && { name: known.name, publisher: known.publisher };
}

/** First and last instant of the records that a finding names. */
function span(f: Finding, exact: boolean): { readonly first: number; readonly last: number } | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of f.records) {
    if (at?.utc === undefined) continue;
    const ms = Number(at.utc / 1_000_000n);
    // What lies outside of 1970 to 9999 is no date of a phone, and no time of STIX.
    if (ms < 0 || ms > 253_402_300_799_999) continue;
    first = Math.min(first, ms);
    last = Math.max(last, ms);
  }
  if (first > last) return undefined;
  return exact ? { first, last } : { first: floorDay(first), last: floorDay(last) };
}

function sightingOf(f: Finding, result: Result, o: ShareOptions, tlp: Tlp): Sighting {
  const { id, type, value, campaign, grade, role, common, set, tlp: own } = f.indicator!;
  const list = publicList(result.indicators[set]);
  return {
    finding: f.id,
    level: f.level,
    sign: {
      id,
      type,
      value,
      grade,
      role,
      ...(campaign === undefined ? {} : { campaign }),
      ...(common ? { common } : {}),
      ...(own === undefined ? {} : { tlp: own }),
    },
    published: id.startsWith("indicator--") && isUuid(id.slice("indicator--".length)),
    ...(list ? { list } : {}),
    count: f.count,
    ...span(f, o.times === "exact"),
    partly: f.records.length < f.count,
    tlp: stricter(tlp, tlpOf(own)),
  };
}

function instantOf(text: string | undefined, exact: boolean): number {
  const ns = text === undefined ? undefined : parseIso(text);
  const ms = ns === undefined || ns < 0n ? 0 : Number(ns / 1_000_000n);
  return exact ? ms : floorDay(ms);
}

/**
 * What of a result is shared. The same result and options give the same, whatever else stands in the result.
 * @example const s = shareOf(result, { by: { name: "Helpline" }, tlp: "amber" });
 */
export function shareOf(result: Result, o: ShareOptions = {}): Shared {
  const exact = o.times === "exact";
  const tlp = o.tlp ?? "amber+strict";
  const name = o.by?.name ?? UNNAMED;
  const by = { name, id: o.by?.id !== undefined && isUuid(o.by.id) ? o.by.id : uuid5(OURS, `identity\n${name}`) };
  const told = result.findings.filter((f) => TOLD.has(f.level) && o.without?.has(f.id) !== true);
  const signs = told.filter((f) => f.indicator !== null).map((f) => sightingOf(f, result, o, tlp));
  const sightings = signs.filter((s) => tlpOf(s.sign.tlp) !== "red");
  const heuristics = new Map<string, Heuristic>();
  for (const { rule, level } of told) if (rule !== null) heuristics.set(`${rule}\n${level}`, { rule, level });
  const kept = new Set(sightings.map((s) => s.finding));
  return {
    by,
    tlp,
    lang: o.lang ?? "en",
    at: instantOf(o.at ?? result.asOf, exact),
    seed: uuid5(by.id, `evidence\n${result.evidence.map((e) => e.id).join("\n")}`),
    sightings: sightings.sort((a, b) => byCodeUnit(a.finding, b.finding)),
    heuristics: [...heuristics.values()].sort((a, b) => byCodeUnit(a.rule, b.rule) || byCodeUnit(a.level, b.level)),
    notes: (o.notes ?? []).filter((n) => n.finding === undefined || kept.has(n.finding)),
    withheld: signs.length - sightings.length,
  };
}
