/**
 * What `gen_android.py` planted (`expected.json`) against the findings of a check of one of its shapes: every entry that can be seen there at its
 * level, or where we are of another opinion at ours, with the reason; near misses at what they accept; nothing weighty that was not planted.
 * @module
 */
import { readFileSync } from "node:fs";
import type { Finding, Level, Result } from "@contraluz/core";
import { ANDROID_OPINIONS } from "./android-opinions.ts";
import { must } from "./runner.ts";

type Said = Level | "none";
interface Locator {
  readonly line?: number;
  readonly row?: number;
  readonly offset?: number;
}
interface Place {
  readonly file: string;
  readonly locator: Locator;
}

export interface Planted {
  readonly id: string;
  readonly class: "positive" | "near-miss";
  readonly sign: string;
  readonly value: string;
  readonly expect: Said;
  readonly accept?: readonly Said[];
  /** Families that share the sign. */
  readonly cases?: readonly string[];
  readonly case: string | null;
  readonly where: Place | null;
  readonly also: readonly Place[];
}
export interface Shape {
  readonly path: string;
  readonly kind: string;
  /** A file with the key of age, or a password. */
  readonly identity?: string;
  readonly password?: string;
  /** Of one phone for each family. */
  readonly case?: string;
  readonly grade?: string;
}
export interface Damaged extends Shape {
  readonly of: string;
  readonly what: string;
  readonly still?: readonly string[] | null;
}
export interface Expected {
  readonly args: { readonly android: number; readonly brand: string };
  readonly evidence: readonly Shape[];
  readonly planted: readonly Planted[];
  readonly counts: Readonly<Record<string, unknown>>;
  readonly truth: { readonly custody?: readonly [string, string] | null };
  readonly damage?: readonly Damaged[];
}

export const readExpected = (file: string): Expected => JSON.parse(readFileSync(file, "utf8")) as Expected;

const ORDER: readonly Said[] = ["none", "info", "ask", "lead", "targeted", "match"];
const rank = (level: Said): number => ORDER.indexOf(level);

/** Places of an entry inside one shape, by the path that lies in it. */
export function placesIn(p: Planted, shape: string): Place[] {
  return [p.where, ...p.also].flatMap((w): Place[] => {
    if (w === null) return [];
    if (w.file === shape) return [{ file: shape.slice(shape.lastIndexOf("/") + 1), locator: w.locator }];
    const rest = w.file.startsWith(shape) ? /^(?:\/|!\/)(.*)$/.exec(w.file.slice(shape.length)) : null;
    return rest ? [{ file: rest[1]!, locator: w.locator }] : [];
  });
}

/** One path ends as the other does, where a name begins. */
function alike(a: string, b: string): boolean {
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}

function isAt(at: Finding["records"][number]["origin"]["at"], l: Locator): boolean {
  if ("line" in at) return at.line === l.line || at.offset === l.offset;
  if ("key" in at) return l.row !== undefined && new RegExp(`(?:^|\\D)${l.row}(?:\\D|$)`).test(at.key);
  return "offset" in at && at.offset === l.offset;
}

const placeKey = (w: Place): string => `${w.file} ${w.locator.line ?? w.locator.row ?? w.locator.offset}`;

/** Its subject is the planted value; of what was planted, its sentences may say it, too. */
function named(f: Finding, p: Planted): boolean {
  const [subject, value] = [f.subject.toLowerCase(), String(p.value).toLowerCase()];
  if (subject === value) return true;
  if (p.class === "near-miss" || value.length < 7) return false;
  const said = JSON.stringify(f.params).toLowerCase();
  return subject.includes(value) || said.includes(value) || (p.sign === "domain" && value.endsWith(`.${subject}`));
}

function stands(f: Finding, places: readonly Place[], result: Result): boolean {
  return f.records.some(({ origin: { file, at } }) => {
    const { path } = result.files[file]!;
    return places.some((w) => alike(path, w.file) && isAt(at, w.locator));
  });
}

export interface Graded {
  /** Entries that can be seen in this shape. */
  readonly entries: number;
  readonly opinions: ReadonlyMap<string, number>;
}

export interface GradeOptions {
  /** Hosts that a list names as the page of a shop. */
  readonly pages: ReadonlySet<string>;
  /** Of the phone of a family its signs alone are planted, and the app has the ways of such an app: those may weigh, too. */
  readonly signsAlone?: true;
}

/** Throws with every entry that is not at its level, and every weighty finding of nothing planted. */
export function grade(result: Result, planted: readonly Planted[], shape: string, o: GradeOptions): Graded {
  const wrong: string[] = [];
  const met = new Set<string>();
  const opinions = new Map<string, number>();
  const seen = planted.flatMap((p) => {
    const places = placesIn(p, shape);
    return places.length > 0 ? [{ p, places }] : [];
  });
  const positive = new Set(seen.flatMap(({ p, places }) => (p.class === "positive" ? places.map(placeKey) : [])));
  const positives = planted.filter((p) => p.class === "positive");
  const used = (why: string): void => void opinions.set(why, (opinions.get(why) ?? 0) + 1);
  for (const { p, places } of seen) {
    const opinion = ANDROID_OPINIONS.find(
      (x) =>
        x.id.test(p.id) &&
        (x.in?.(result.acquisition) ?? true) &&
        (!x.page || o.pages.has(String(p.value).toLowerCase())),
    );
    if (p.class === "positive") {
      const of = result.findings.filter((f) => named(f, p) || stands(f, places, result));
      for (const f of of) met.add(f.id);
      const told: Said[] = of.length > 0 ? of.map((f) => f.level) : ["none"];
      // One finding stands for all meetings of a value: the heavier one of another place is its level.
      const joined = seen.flatMap(({ p: q }) =>
        q.class === "positive" && q.sign === p.sign && q.value === p.value && rank(q.expect) > rank(p.expect)
          ? [q.expect]
          : [],
      );
      const wanted = [p.expect, ...(p.accept ?? []), ...joined];
      if (wanted.some((w) => w === "none" || told.includes(w))) continue;
      if (opinion?.ours.some((w) => told.includes(w))) used(opinion.why);
      else wrong.push(`${p.id}: ${[...new Set(told)].join()}, expected ${wanted.join("/")}`);
    } else {
      // On a line that it shares with what was planted, what weighs is of the other; the generator names a dozen places of each at most.
      const own = places.filter((w) => !positive.has(placeKey(w)));
      const of = result.findings.filter(
        (f) => named(f, p) || (stands(f, own, result) && !positives.some((q) => named(f, q))),
      );
      const wanted: readonly Said[] = [p.expect, "none", ...(p.accept ?? [])];
      for (const f of of)
        if (opinion?.ours.includes(f.level)) used(opinion.why);
        else if (!wanted.includes(f.level)) wrong.push(`${p.id} (near miss): ${f.level} ${f.rule ?? ""} ${f.subject}`);
    }
  }
  // The same trace may show in a place of this shape that the generator does not name.
  for (const f of result.findings)
    if (
      rank(f.level) >= rank("lead") &&
      !met.has(f.id) &&
      !(o.signsAlone && f.rule !== null) &&
      !positives.some((p) => named(f, p))
    )
      wrong.push(`not planted: ${f.level} ${f.rule ?? ""} ${f.subject}`);
  must(wrong.length === 0, `${shape}: ${wrong.join("; ")}`);
  return { entries: seen.length, opinions };
}
