/** What a report of a crash comes to, whatever its form: facts about it, the processes it lists, the files that were loaded. @module */
import type { Moment, Origin } from "@contraluz/core";
import type { Emit } from "../../artifact.ts";
import { programSeen } from "../../program.ts";

/** Facts of one report; what its form does not tell stays out. */
export interface Facts {
  type?: string | undefined;
  name?: string | undefined;
  path?: string | undefined;
  pid?: number | undefined;
  app?: string | undefined;
  parent?: string | undefined;
  launched?: Moment | undefined;
  exception?: string | undefined;
  reason?: string | undefined;
  os?: string | undefined;
  incident?: string | undefined;
  at?: Moment | undefined;
}
/** A process that a report lists among all that ran. */
export interface Listed {
  readonly name: string | undefined;
  readonly path?: string | undefined;
  readonly pid: number | undefined;
  readonly uid?: number | undefined;
  readonly reason?: string | undefined;
  readonly origin: Origin;
}
export interface Loaded {
  readonly path: string;
  readonly uuid: string | undefined;
  readonly program: string | undefined;
  readonly origin: Origin;
}
export interface Report {
  readonly facts: Facts;
  readonly processes: readonly Listed[];
  readonly images: readonly Loaded[];
}

/** Processes and loaded files of one report: a phone runs some hundreds, and each loads some hundreds. */
export const MAX_LISTED = 20_000;
export const MAX_IMAGES = 200_000;

/** What lies on the sealed volume of the system: many hundreds in each report, and they come with iOS. */
const SYSTEM = /^\/(?:System\/|usr\/lib\/|private\/preboot\/Cryptexes\/OS\/)/;

/** Hands a report over as records: itself, then what it lists. */
export function emitReport({ facts, processes, images }: Report, origin: Origin, emit: Emit): void {
  const { at, ...rest } = facts;
  // Its zone is told once, by the report.
  const when = at?.utc === undefined ? {} : { at: { utc: at.utc, seen: at.seen, precision: at.precision } };
  emit({
    kind: "report",
    ...(at ? { at } : {}),
    fields: {
      ...rest,
      processes: processes.length > 0 ? processes.length : undefined,
      images: images.length > 0 ? images.length : undefined,
    },
    observables: [
      ...programSeen(facts.path ?? facts.name, "ran"),
      ...(facts.app ? ([{ type: "app-id", value: facts.app, contact: "ran" }] as const) : []),
    ],
    origin,
  });
  for (const { origin: where, ...p } of processes)
    emit({
      kind: "process",
      ...when,
      fields: { type: facts.type, ...p },
      observables: programSeen(p.path ?? p.name, "ran"),
      origin: where,
    });
  const own = new Set<string>([facts.path ?? "", ...processes.map((p) => p.path ?? "")]);
  for (const { path, uuid, program, origin: where } of images) {
    if (own.has(path) || SYSTEM.test(path)) continue;
    own.add(path);
    emit({
      kind: "image",
      ...when,
      fields: { path, uuid, program },
      observables: [{ type: "file-path", value: path, contact: "ran" }],
      origin: where,
    });
  }
}
