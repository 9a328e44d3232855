/** Gaps grouped by what is missing, each with how to close it: typed data for the page and the terminal. @module */

import type { AnyArtifact } from "@contraluz/artifacts/artifact.ts";
import type { Lang, Problem, Result, Words } from "@contraluz/core";
import { say } from "@contraluz/core";
import { BUILTIN_SET } from "@contraluz/detection/indicators/builtin.ts";
import type { KindWords } from "../answer/kind-words.ts";
import type { Step } from "../answer/words.ts";
import { REPAIRS } from "./repair-words.ts";
import { GAPS, type GapState } from "./words.ts";

/** What the report needs to call things by their names. Only words are asked of an artifact: a page need not hold its reader. */
export interface Names {
  readonly artifacts: ReadonlyMap<string, Pick<AnyArtifact, "words">>;
  /** Names of rules by id; a rule that is not there is called by its id. */
  readonly rules?: ReadonlyMap<string, Words>;
}

/** A group of places that are missing for one reason. */
export interface Gap extends Step {
  readonly state: GapState | "no-signs" | "few-signs" | "no-password" | "changed" | "gone";
  /** Names of places, rules or files, in the order of the result. */
  readonly about: readonly string[];
}

/** The name of an artifact or a rule in words. */
export function nameOf(id: string, lang: Lang, names: Names): string {
  const artifact = names.artifacts.get(id);
  if (artifact) return say(artifact.words.name, lang, {});
  const rule = names.rules?.get(id);
  return rule ? say(rule, lang, {}) : id;
}

const ORDER: readonly GapState[] = [
  "absent",
  "unreadable",
  "partly",
  "not-consented",
  "not-asked",
  "not-in-this-kind",
  "second-hand",
  "rule-partly",
  "rule-gated",
];

/** What the list of hashes of whoever collected the evidence says, by the codes of its problems; files of each that are named. */
const HASHES = [
  ["changed", "androidqf-hash-different"],
  ["gone", "androidqf-hash-missing"],
] as const;
const FILES = 20;

/** True for a backup that was made without a password: such a one holds less. */
export function withoutPassword(result: Pick<Result, "acquisition">): boolean {
  return result.acquisition.kind === "ios-backup" && result.acquisition.encrypted === false;
}

/** True if nothing but the built-in signs was compared with: they name no servers and no shop apps. */
export function builtinOnly(result: Pick<Result, "indicators">): boolean {
  return result.indicators.length > 0 && result.indicators.every((s) => s.name === BUILTIN_SET.meta.name);
}

/** The gaps of a result, the ones that a person can close first. */
export function gapsOf(result: Result, lang: Lang, kind: KindWords, names: Names): readonly Gap[] {
  const w = GAPS[lang];
  const groups = new Map<GapState, string[]>();
  const add = (state: GapState, about: string): void => {
    if (state === "read") return;
    const group = groups.get(state) ?? [];
    if (!group.includes(about)) group.push(about);
    groups.set(state, group);
  };
  for (const gap of result.verdict.gaps) add(gap.state, gap.about);
  // A place that was not read is a gap, whether or not the verdict counts it.
  for (const c of result.coverage) add(c.state, c.artifact);
  const named = (group: readonly string[]): readonly string[] => group.map((id) => nameOf(id, lang, names));
  const gaps: Gap[] = [];
  if (result.indicators.length === 0 && !groups.has("second-hand"))
    gaps.push({ state: "no-signs", about: [], ...w.noSigns });
  for (const [state, code] of HASHES) {
    const paths = result.problems.flatMap((p) => (p.code === code && p.path !== undefined ? [p.path] : []));
    if (paths.length > 0) gaps.push({ state, about: paths.slice(0, FILES), ...w[state] });
  }
  if (withoutPassword(result)) {
    // Said even if every place was there: a backup with a password has more of the same, too.
    const absent = groups.get("absent") ?? [];
    gaps.push({ state: "no-password", about: named(absent), ...(absent.length > 0 ? w.noPassword : w.noPasswordMore) });
    groups.delete("absent");
  }
  for (const state of ORDER) {
    const group = groups.get(state);
    if (group) gaps.push({ state, about: named(group), ...w.close[state](kind) });
  }
  if (builtinOnly(result) && !groups.has("second-hand")) gaps.push({ state: "few-signs", about: [], ...w.fewSigns });
  return gaps;
}

/** What that kind of evidence can never hold: said wherever one was read. */
export function neverHeld(result: Result, lang: Lang): Step | undefined {
  const { kind } = result.acquisition;
  return Object.hasOwn(GAPS[lang].never, kind) ? GAPS[lang].never[kind] : undefined;
}

/** One repair for each cause why evidence could not be opened, in the order of the problems; a general one where none is known. */
export function repairsOf(problems: readonly Problem[], lang: Lang): readonly Step[] {
  const steps = knownRepairs(problems, lang);
  return steps.length === 0 ? [GAPS[lang].repair] : steps;
}

/** Repairs for the causes that have one. */
export function knownRepairs(problems: readonly Problem[], lang: Lang): readonly Step[] {
  const steps: Step[] = [];
  for (const p of problems) {
    const step = REPAIRS[lang][p.code];
    if (step && !steps.includes(step)) steps.push(step);
  }
  return steps;
}
