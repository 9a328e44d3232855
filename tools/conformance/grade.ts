/**
 * What `gen_sysdiagnose.py` planted (`expected.json`) against the findings of a check: every entry at its level, or where we are of another
 * opinion (`opinions.ts`) at ours; near misses never above a question; nothing weighty that was not planted.
 * @module
 */
import { readFileSync } from "node:fs";
import type { Finding, Level, Result } from "@contraluz/core";
import { OPINIONS } from "./opinions.ts";
import { must } from "./runner.ts";

type Said = Level | "none";
interface Locator {
  readonly line?: number;
  readonly process_line?: number;
  readonly rowid?: number;
  readonly key?: string;
}

export interface Planted {
  readonly id: string;
  readonly class: "positive" | "near-miss" | "noise";
  readonly expect: Said;
  readonly allowed?: readonly Said[];
  /** What was broken after it was written took it away, or may have. */
  readonly damaged?: boolean | "maybe";
  readonly value: string;
  readonly full_path?: string;
  readonly where: { readonly file: string; readonly locator: Locator };
}
export interface Damage {
  readonly kind: string;
  readonly file: string;
  readonly evidence?: string;
  readonly table?: string;
}
export interface Expected {
  readonly planted: readonly Planted[];
  readonly truth: { readonly damage?: readonly Damage[] };
}

export const readExpected = (file: string): Expected => JSON.parse(readFileSync(file, "utf8")) as Expected;

const ORDER: readonly Said[] = ["none", "info", "ask", "lead", "targeted", "match"];
const rank = (level: Said): number => ORDER.indexOf(level);
const heaviest = (levels: readonly Said[]): Said => levels.reduce<Said>((a, b) => (rank(b) > rank(a) ? b : a), "none");

const ownId = (p: Planted): string => p.id.slice(p.id.indexOf(":") + 1);

/** Its subject is the planted value, its path, or says it. */
function named(f: Finding, p: Planted): boolean {
  const subject = f.subject.toLowerCase();
  const value = String(p.value).toLowerCase();
  if (subject === value || subject === p.full_path?.toLowerCase()) return true;
  return value.length > 6 && subject.includes(value);
}

/** A record of it stands where the entry was planted: its line or row, or its file where the place is no more than that. */
function stands(f: Finding, p: Planted, result: Result): boolean {
  return f.records.some(({ origin: { file, at } }) => {
    const entry = result.files[file]!;
    const path = entry.name ?? entry.path;
    const { line, process_line, rowid, key } = p.where.locator;
    if (!(p.where.file.endsWith(path) || path.endsWith(p.where.file) || ("key" in at && at.key === p.where.file)))
      return false;
    if (p.where.file.endsWith(".ips")) return true;
    if (line !== undefined && "line" in at) return at.line === line || at.line === process_line;
    if (rowid !== undefined && "row" in at) return at.row === rowid;
    return key === undefined || !("key" in at) || at.key.includes(key.split(".").at(-1)!) || named(f, p);
  });
}

/** Its records were cut, so that its place need not be among them. */
const cut = (f: Finding): boolean => f.count > f.records.length;

export interface Graded {
  readonly entries: number;
  /** Entries that damage took away. */
  readonly lost: number;
  /** By the reason of an opinion, how many entries it was used for. */
  readonly opinions: ReadonlyMap<string, number>;
}

/** The entries of one piece of evidence. Throws with every one that is not at its level, and every weighty finding of nothing planted. */
export function grade(result: Result, planted: readonly Planted[]): Graded {
  const wrong: string[] = [];
  const major = Number.parseInt(result.acquisition.os?.version ?? "0", 10);
  const opinions = new Map<string, number>();
  const met = new Set<string>();
  let lost = 0;
  const place = (p: Planted): string => JSON.stringify([p.where.file, p.where.locator]);
  const expectedAt = new Map<string, Said[]>();
  for (const p of planted) expectedAt.set(place(p), [...(expectedAt.get(place(p)) ?? []), p.expect]);
  for (const p of planted) {
    const of = result.findings.filter((f) => stands(f, p, result));
    const levels = of.map((f) => f.level);
    const best = heaviest(levels);
    // A finding whose records were cut can stand for its entry, but says nothing of one that should weigh less.
    const perhaps = result.findings.filter((f) => cut(f) && named(f, p));
    if (p.class !== "positive") {
      if (rank(best) > rank("ask")) wrong.push(`${p.id} (${p.class}): ${best}`);
      continue;
    }
    for (const f of [...of, ...perhaps]) met.add(f.id);
    const told: Said[] = [...(levels.length > 0 ? levels : ["none" as const]), ...perhaps.map((f) => f.level)];
    const opinion = OPINIONS.find(
      (o) => o.id.test(ownId(p)) && (o.value ?? p.value) === p.value && major >= (o.from ?? 0),
    );
    const wanted = [p.expect, ...(p.allowed ?? []), ...(opinion?.ours ?? [])];
    if (p.damaged && best === "none") lost++;
    else if (!wanted.some((w) => told.includes(w))) wrong.push(`${p.id}: ${told.join()}, expected ${p.expect}`);
    // Two entries of one place: the heavier is of the other.
    else if (rank(best) > rank(heaviest([...wanted, ...expectedAt.get(place(p))!])))
      wrong.push(`${p.id}: ${best}, expected no more than ${p.expect}`);
    else if (opinion && !told.includes(p.expect)) opinions.set(opinion.why, (opinions.get(opinion.why) ?? 0) + 1);
  }
  for (const f of result.findings)
    if (rank(f.level) >= rank("lead") && !met.has(f.id))
      wrong.push(`not planted: ${f.level} ${f.rule ?? ""} ${f.subject}`);
  must(wrong.length === 0, wrong.join("; "));
  return { entries: planted.length, lost, opinions };
}

/** Tables that nobody reads: a page of one that is broken costs nothing. */
const UNREAD: ReadonlySet<string> = new Set(["PLBatteryAgent_EventBackward_Battery"]);

/** What was broken is told: a Problem in each file that is damaged and read. Of a cut archive the whole is. */
export function damageTold(result: Result, damage: readonly Damage[]): void {
  const is = (d: Damage, name: string): boolean => name !== "" && (d.file.endsWith(name) || name.endsWith(d.file));
  const silent = damage.filter((d) => {
    if (d.kind.startsWith("gzip")) return result.problems.length === 0;
    if (UNREAD.has(d.table ?? "") || !result.files.some((f) => is(d, f.name ?? f.path))) return false;
    return !result.problems.some((p) => is(d, p.path ?? ""));
  });
  must(silent.length === 0, `no Problem for ${silent.map((d) => `${d.kind} (${d.file})`).join(", ")}`);
}
