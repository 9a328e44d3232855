/** Paths of programs and of loaded files that ran, from the records of every place that tells them. @module */
import type { ArtifactRecord, Context, RecordRef } from "@contraluz/core";
import { nameOf, pathOf } from "./places.ts";
import { plain } from "./plain.ts";
import type { Hit } from "./rule.ts";

/** Artifacts that tell from which path something ran. */
export const RAN_PATHS: readonly string[] = [
  "ios/shutdown-log",
  "ios/processes",
  "ios/spindump",
  "ios/crash-reports",
  "ios/unified-log",
  "ios/log-statistics",
  "ios/power-log",
];

/** Notices of delay in one shutdown from which on a program is one that held it up (ios.md 3, H3). */
const SLOW = 3;

/** A path at which something ran. */
export interface RanPath {
  readonly path: string;
  /** It held up a shutdown for several notices. */
  readonly slow: boolean;
  readonly ref: RecordRef;
}

/** The first path of a record that ran and that `is` takes. */
export function ranPath(r: ArtifactRecord, ref: () => RecordRef, is: (path: string) => boolean): RanPath | undefined {
  for (const o of r.observables) {
    if (o.type !== "file-path" || o.contact !== "ran") continue;
    const path = pathOf(o.value);
    if (path === undefined || !is(path)) continue;
    const { notices } = r.fields;
    return { path, slow: r.kind === "client" && typeof notices === "number" && notices >= SLOW, ref: ref() };
  }
  return undefined;
}

/** What was seen of one path. */
interface Seen {
  readonly path: string;
  /** Shutdowns that it held up. */
  slow: number;
  readonly artifacts: Set<string>;
  readonly records: RecordRef[];
}

/** By path, in the order of the facts. */
function byPath(facts: readonly RanPath[]): Seen[] {
  const groups = new Map<string, Seen>();
  for (const { path, slow, ref } of facts) {
    let of = groups.get(path);
    if (!of) groups.set(path, (of = { path, slow: 0, artifacts: new Set(), records: [] }));
    of.artifacts.add(ref.artifact);
    if (slow) of.slow++;
    of.records.push(ref);
  }
  return [...groups.values()];
}

/** Paths that are told one by one; more are one hit. */
const MAX_HITS = 5;

/** A hit for each path that nobody knows, the rest in one: its `path` and `name` are "". */
export function* pathHits(facts: readonly RanPath[], context: Context): Generator<Hit> {
  const known = new Set(context.known);
  const all = byPath(facts).filter((g) => !known.has(g.path));
  for (const { path, artifacts, slow, records } of all.slice(0, MAX_HITS)) {
    const said = { path: plain(path, 200), name: plain(nameOf(path)) };
    yield { subject: path, params: { ...said, paths: 1, places: artifacts.size, slow }, records };
  }
  const rest = all.slice(MAX_HITS);
  if (rest.length > 0)
    yield {
      subject: "…",
      params: { path: "", name: "", paths: rest.length, places: 0, slow: 0 },
      records: rest.flatMap((g) => g.records),
    };
}
