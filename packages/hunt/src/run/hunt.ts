/**
 * `hunt run`: signs over all cases of a lab. One join of whole numbers says which checks have a key of the signs; of those the records that
 * the key names are read and matched exactly. Work grows with the cases in the join, and with what was met in the rest.
 * @module
 */
import { byCodeUnit, type Cancel, ContraluzError } from "@contraluz/core";
import { type CompiledIndicators, createMatcher, KEYS_VERSION } from "@contraluz/detection";
import type { HuntEngine, Place } from "../engine/types.ts";
import type { Keying } from "../lab/secret.ts";
import type { LabCase, LabCheck } from "../lab/types.ts";
import { DamagedCheck } from "./records.ts";
import { signKeys } from "./signs.ts";
import { joinStatement } from "./statements.ts";
import { HUNT_SCHEMA, type HuntCase, type HuntGap, type HuntReport } from "./types.ts";
import { verify } from "./verify.ts";

/** What a hunt and a search look through. */
export interface Searched {
  readonly engine: HuntEngine;
  readonly cases: readonly Pick<LabCase, "id" | "checks">[];
  /** Checks whose files are not there. */
  readonly missing?: readonly Place[];
  /** Cases whose own file in the lab is damaged. */
  readonly damaged?: readonly string[];
  /** Of a lab with a secret. */
  readonly keying?: Keying;
  readonly cancel?: Cancel;
}

export interface HuntInput extends Searched {
  /** Id of the lab. */
  readonly lab: string;
  readonly compiled: CompiledIndicators;
  /** Number of the hunt. */
  readonly hunt: string;
  readonly asOf: string;
  readonly version: string;
  /** Told before each check that is verified. */
  readonly progress?: (done: number, of: number) => void;
}

export interface Met {
  readonly place: Place;
  readonly keys: readonly bigint[];
}

const placeKey = (p: HuntGap | Place): string => `${p.caseId} ${p.checkId}`;
const byPlace = (a: HuntGap | Place, b: HuntGap | Place): number =>
  byCodeUnit(a.caseId, b.caseId) || byCodeUnit(a.checkId ?? "", b.checkId ?? "");

/** All checks of the cases by case and check, and those that cannot be searched. */
export function placesOf(
  cases: Searched["cases"],
  missing: readonly Place[] = [],
  damaged: readonly string[] = [],
): { readonly checks: ReadonlyMap<string, LabCheck>; readonly places: readonly Place[]; readonly gaps: HuntGap[] } {
  const gone = new Set(missing.map(placeKey));
  const checks = new Map<string, LabCheck>();
  const places: Place[] = [];
  const gaps: HuntGap[] = damaged.map((caseId) => ({ caseId, why: "case-damaged" }));
  for (const c of cases)
    for (const check of c.checks) {
      const place: Place = { caseId: c.id, checkId: check.check };
      if (gone.has(placeKey(place))) gaps.push({ ...place, why: "missing" });
      else if (check.keysVersion !== KEYS_VERSION)
        gaps.push({ ...place, why: "keys-version", found: String(check.keysVersion) });
      else {
        checks.set(placeKey(place), check);
        places.push(place);
      }
    }
  return { checks, places: places.sort(byPlace), gaps };
}

/** Checks that have a key of the signs, by case and check. */
export async function join(engine: HuntEngine, places: readonly Place[], signs: string): Promise<Met[]> {
  const out: { place: Place; keys: bigint[] }[] = [];
  if (places.length === 0) return out;
  for await (const batch of engine.query(joinStatement(engine, places, signs)))
    for (const [caseId, checkId, h] of batch) {
      if (typeof caseId !== "string" || typeof checkId !== "string" || typeof h !== "bigint")
        throw new DamagedCheck("a key of another type");
      let last = out.at(-1);
      if (last?.place.caseId !== caseId || last.place.checkId !== checkId)
        out.push((last = { place: { caseId, checkId }, keys: [] }));
      if (last.keys.at(-1) !== h) last.keys.push(h);
    }
  return out;
}

/**
 * The join, and the checks whose files the engine cannot read: where it fails over many, halves are asked until those are found
 * that fail alone. An engine that fails whatever it is asked is no damaged file: its error is thrown.
 */
export async function joinReadable(
  o: Pick<Searched, "engine" | "cancel">,
  places: readonly Place[],
  signs: string,
  gaps: HuntGap[],
): Promise<Met[]> {
  try {
    return await join(o.engine, places, signs);
  } catch (e) {
    // Workers of a cluster fail for reasons of their own, and half an answer must not look like one.
    if (o.engine.name !== "duckdb" || o.cancel?.aborted) throw e;
    const out: Met[] = [];
    const bad: Place[] = [];
    const halve = async (some: readonly Place[]): Promise<void> => {
      const found = await join(o.engine, some, signs).catch(() => undefined);
      if (found) out.push(...found);
      else if (some.length === 1) bad.push(some[0]!);
      else {
        await halve(some.slice(0, some.length >> 1));
        await halve(some.slice(some.length >> 1));
      }
    };
    await halve(places);
    if (bad.length === places.length && places.length > 1) throw e;
    for (const place of bad) gaps.push({ ...place, why: "damaged" });
    return out;
  }
}

export interface Hunted {
  readonly report: HuntReport;
  /** Records that were read to verify. */
  readonly records: number;
}

/** Runs the hunt. Throws what the engine throws, and `cancelled`; a damaged check is a gap. */
export async function hunt(o: HuntInput): Promise<Hunted> {
  const { engine, compiled } = o;
  const { checks, places, gaps } = placesOf(o.cases, o.missing, o.damaged);
  const signs = await engine.putSigns(signKeys(compiled, o.keying));
  const met = await joinReadable(o, places, signs, gaps);
  const matcher = createMatcher(compiled);
  const cases: HuntCase[] = [];
  let [candidates, refused, records] = [0, 0, 0];
  for (const [i, { place, keys }] of met.entries()) {
    if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
    o.progress?.(i, met.length);
    const check = checks.get(placeKey(place));
    // An engine that names other cases than it was asked for has read files of nobody.
    if (!check)
      throw new ContraluzError("usage", `the engine names a check that is not in the lab: ${placeKey(place)}`);
    candidates += keys.length;
    try {
      const { keying, asOf, cancel } = o;
      const v = await verify({
        ...{ engine, matcher, place, check, keys, asOf },
        ...(keying ? { keying } : {}),
        ...(cancel ? { cancel } : {}),
      });
      refused += v.refused;
      records += v.records;
      const { findings, first, last, lost } = v;
      if (findings.length > 0 || lost > 0)
        cases.push({
          ...place,
          findings,
          ...(first === undefined ? {} : { first }),
          ...(last === undefined ? {} : { last }),
          ...(lost === 0 ? {} : { lost }),
        });
    } catch (e) {
      if (!(e instanceof DamagedCheck)) throw e;
      gaps.push({ ...place, why: "damaged" });
    }
  }
  const left = new Set(gaps.map(placeKey));
  const report: HuntReport = {
    schema: HUNT_SCHEMA,
    hunt: o.hunt,
    lab: o.lab,
    tool: { name: "contraluz", version: o.version },
    engine: { name: engine.name, version: engine.version },
    asOf: o.asOf,
    signs: compiled.sets,
    signsSha256: compiled.sha256,
    keysVersion: KEYS_VERSION,
    searched: places.filter((p) => !left.has(placeKey(p))),
    gaps: gaps.sort(byPlace),
    cases,
    candidates,
    refused,
  };
  return { report, records };
}
