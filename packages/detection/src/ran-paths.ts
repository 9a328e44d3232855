/** Paths of programs and of loaded files that ran, from the records of every place that tells them. @module */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { pathOf } from "./places.ts";

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

/** The first path of a record that ran and that `is` takes; rows that do not stand any more tell none. */
export function ranPath(r: ArtifactRecord, ref: () => RecordRef, is: (path: string) => boolean): RanPath | undefined {
  if (r.state !== undefined) return undefined;
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
export interface Seen {
  readonly path: string;
  /** Places that tell it. */
  readonly places: number;
  /** Shutdowns that it held up. */
  slow: number;
  readonly records: RecordRef[];
}

/** By path, in the order of the facts. */
export function byPath(facts: readonly RanPath[]): Seen[] {
  const groups = new Map<string, { path: string; artifacts: Set<string>; slow: number; records: RecordRef[] }>();
  for (const { path, slow, ref } of facts) {
    let of = groups.get(path);
    if (!of) groups.set(path, (of = { path, artifacts: new Set(), slow: 0, records: [] }));
    of.artifacts.add(ref.artifact);
    if (slow) of.slow++;
    of.records.push(ref);
  }
  return [...groups.values()].map(({ artifacts, ...g }) => ({ ...g, places: artifacts.size }));
}
