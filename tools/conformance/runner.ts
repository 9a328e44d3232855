/** Runs cases one after the other and prints a line for each. @module */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Case {
  readonly name: string;
  /** What was compared, in a few words. Throws what differs, or a `Skip`. */
  run(): Promise<string> | string;
}

/** Cases of one kind. `temp` is a folder that is removed at the end. */
export type Group = (temp: string) => Promise<readonly Case[]> | readonly Case[];

/** Thrown where the other implementation is not there, or cannot read the file itself. */
export class Skip extends Error {}

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const line = (text: string): string => text.replace(/\s+/g, " ").slice(0, 400);

async function runCase(c: Case, counts: Counts): Promise<void> {
  try {
    const said = await c.run();
    counts.passed++;
    process.stdout.write(`ok    ${c.name}: ${line(said)}\n`);
  } catch (e) {
    const said = line(e instanceof Error ? e.message : String(e));
    if (e instanceof Skip) counts.skipped++;
    else counts.failed++;
    process.stdout.write(`${e instanceof Skip ? "skip " : "FAIL "} ${c.name}: ${said}\n`);
  }
}

/** Runs the cases whose name holds one of the words; all without words. */
export async function runCases(groups: readonly Group[], words: readonly string[]): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const temp = mkdtempSync(join(tmpdir(), "contraluz-conformance-"));
  const chosen = (c: Case): boolean => words.length === 0 || words.some((w) => c.name.includes(w));
  try {
    for (const group of groups) for (const c of (await group(temp)).filter(chosen)) await runCase(c, counts);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
  const { passed, failed, skipped } = counts;
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
  return counts;
}

/** Throws where two values differ, and says both. */
export function same(what: string, ours: unknown, theirs: unknown): void {
  const text = (v: unknown): string =>
    JSON.stringify(v, (_, x: unknown) => (typeof x === "bigint" ? String(x) : x)) ?? "nothing";
  const [a, b] = [text(ours), text(theirs)];
  if (a !== b) throw new Error(`${what}: ours ${a.slice(0, 300)}, theirs ${b.slice(0, 300)}`);
}

export function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}
