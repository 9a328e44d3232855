/**
 * What `gen_capture.py` planted (`expected.json`) against the findings of one capture: every sign at its level, near misses never weigh, nothing
 * weighs that was not planted, and damage is told.
 * @module
 */
import { readFileSync } from "node:fs";
import type { Finding, Level, Result } from "@contraluz/core";
import { must } from "./runner.ts";

type Said = Level | "none";

export interface PlantedSign {
  readonly id: string;
  readonly class: "positive" | "near-miss" | "noise";
  readonly value: string;
  /** The published sign, where the value lies below it. */
  readonly indicator?: string;
  readonly expect: Said;
  readonly accept?: readonly Said[];
  readonly packets?: readonly number[];
  readonly where: { readonly file: string };
  /** What damage must be told. */
  readonly problem?: string;
}

export interface Scenes {
  readonly evidence: readonly { readonly path: string; readonly kind: string }[];
  readonly planted: readonly PlantedSign[];
}

export const readScenes = (file: string): Scenes => JSON.parse(readFileSync(file, "utf8")) as Scenes;

const ORDER: readonly Said[] = ["none", "info", "ask", "lead", "targeted", "match"];
const heaviest = (found: readonly Finding[]): Said =>
  found.reduce<Said>((a, f) => (ORDER.indexOf(f.level) > ORDER.indexOf(a) ? f.level : a), "none");
const WEIGHS: ReadonlySet<Said> = new Set(["match", "targeted", "lead"]);

/** Its subject names the value, or a record of it stands in a packet of the sign. */
function concerns(f: Finding, p: PlantedSign): boolean {
  const subject = f.subject.toLowerCase();
  for (const value of [p.value, p.indicator ?? p.value]) {
    // An address of a page is kept without what stands before its host.
    const plain = value.toLowerCase().replace(/^https?:\/\//, "");
    if (subject === plain || (plain.length > 6 && subject.includes(plain))) return true;
  }
  return f.records.some(({ origin: { at } }) => "packet" in at && p.packets?.includes(at.packet) === true);
}

/** Of a near miss only what is about it counts: its packets may carry a sign that was planted beside it. */
const isAbout = (f: Finding, p: PlantedSign, positives: readonly PlantedSign[]): boolean =>
  concerns(f, p) && !positives.some((q) => concerns(f, q));

/**
 * How many entries were graded. Throws with the first that is not as it should be. `planted`: of this file; `all`: of every file, since
 * a broken copy still holds what its original had.
 */
export function gradeCapture(
  result: Result,
  planted: readonly PlantedSign[],
  all: readonly PlantedSign[],
  name: string,
): number {
  const positives = planted.filter((p) => p.class === "positive");
  for (const p of planted) {
    const of = `${name}: ${p.id} (${p.value})`;
    if (p.class === "positive") {
      const level = heaviest(result.findings.filter((f) => concerns(f, p)));
      must([p.expect, ...(p.accept ?? [])].includes(level), `${of}: ${level}, expected ${p.expect}`);
    } else {
      const level = heaviest(result.findings.filter((f) => isAbout(f, p, positives)));
      must(!WEIGHS.has(level), `${of}: ${level}, a near miss`);
      if (p.expect === "info") must(level === "info", `${of}: ${level}, expected info`);
    }
    if (p.problem !== undefined) must(result.problems.length > 0, `${of}: no Problem`);
  }
  for (const f of result.findings)
    if (WEIGHS.has(f.level))
      must(
        positives.some((p) => concerns(f, p)) || all.some((p) => p.class === "positive" && p.value === f.subject),
        `${name}: ${f.level} ${f.rule ?? "sign"} ${f.subject} was not planted`,
      );
  return planted.length;
}
