/**
 * The unified logs (tracev3): which programs ran and logged, when, what launchd started, and each boot.
 *
 * A phone writes millions of entries; kept are sums: one record for each run of a program, one for each program and hour. Words of
 * entries are read only where content may be kept, and only of programs that lie where neither the system nor an app does. A time
 * that no clock record covers stays relative to its boot.
 * Sources: ios.md 2.2 and 4.2 (paths); libyal/dtformats (formats).
 * @module
 */
import type { Observable } from "@contraluz/core";
import type { Artifact, Emit, Parser } from "../../artifact.ts";
import type { LogHour, LogItem, LogProcess } from "../../feeds/tracev3/types.ts";
import { programSeen } from "../../program.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** What is loaded into programs and is none itself: a library, or what has the name of its own bundle. */
const LIBRARY =
  /\.dylib$|\/([^/]{1,255})\.(?:framework|bundle|axbundle|kext|plugin)\/(?:Versions\/[^/]{1,16}\/|Contents\/MacOS\/)?\1$/;

/** What an image tells: of a library its path alone. */
const loaded = (path: string): Observable[] =>
  programSeen(path, "ran").filter(({ type }) => type !== "process" || !LIBRARY.test(path));

const sums = (i: LogProcess | LogHour) => ({
  entries: i.entries,
  errors: i.errors || undefined,
  faults: i.faults || undefined,
});

function take(i: LogItem, emit: Emit): void {
  const { kind, origin } = i;
  switch (i.kind) {
    case "image": {
      const path = text(i.path)!;
      emit({ kind, fields: { path, uuid: text(i.uuid) || undefined }, observables: loaded(path), origin });
      return;
    }
    case "launch": {
      const name = text(i.name)!;
      emit({
        kind,
        at: i.at,
        fields: { name, pid: i.pid, service: text(i.service), reason: text(i.reason) },
        observables: name === "" ? [] : [{ type: "process", value: name, contact: "ran" }],
        origin,
      });
      return;
    }
    case "message":
      // Of programs that lie where none should; the feed gives them only where content may be kept.
      emit({
        kind,
        at: i.at,
        fields: { path: text(i.path), pid: i.pid, text: text(i.text) },
        observables: [],
        origin,
      });
      return;
    case "exit":
      emit({
        kind,
        at: i.at,
        fields: { service: text(i.service), pid: i.pid, signal: text(i.signal), by: text(i.by) },
        observables: [],
        origin,
      });
      return;
    case "process":
      emit({
        kind,
        at: i.first,
        fields: {
          path: text(i.path),
          uuid: text(i.uuid),
          pid: i.pid,
          euid: i.euid,
          boot: text(i.boot),
          last: i.last,
          ...sums(i),
        },
        observables: programSeen(text(i.path), "ran"),
        origin,
      });
      return;
    case "hour":
      emit({
        kind,
        at: i.at,
        fields: {
          path: text(i.path),
          uuid: i.path === undefined ? text(i.uuid) : undefined,
          ...sums(i),
          subsystems: i.subsystems.length > 0 ? i.subsystems.map(([name, n]) => `${text(name)}: ${n}`) : undefined,
        },
        observables: [],
        origin,
      });
      return;
    case "boot":
      emit({
        kind,
        at: i.at,
        fields: {
          boot: text(i.boot),
          first: i.first,
          last: i.last,
          entries: i.entries,
          lost: i.lost || undefined,
          build: text(i.build) || undefined,
          hardware: text(i.hardware) || undefined,
          zone: text(i.zone) || undefined,
        },
        observables: [],
        origin,
      });
  }
}

const parser: Parser<LogItem> = { take };

const beside = (clock: string, texts: string): readonly string[] => [`${clock}timesync/*.timesync`, `${texts}??/*`];
const place = (logs: string, texts: string) => ({
  paths: [
    ...beside(logs, texts),
    ...["HighVolume", "Persist", "Signpost", "Special"].map((folder) => `${logs}${folder}/*.tracev3`),
    `${logs}*.tracev3`,
  ],
  first: beside(logs, texts),
  want: {},
});

export const unifiedLog: Artifact<"tracev3"> = {
  id: "ios/unified-log",
  version: 1,
  feed: "tracev3",
  where: {
    sysdiagnose: place("system_logs.logarchive/", "system_logs.logarchive/"),
    "ios-filesystem": place("private/var/db/diagnostics/", "private/var/db/uuidtext/"),
  },
  fields,
  key: { image: ["path"], boot: ["boot"] },
  observes: [
    ["process", "ran"],
    ["file-path", "ran"],
  ],
  words,
  sources: ["*.tracev3", "*.timesync", "uuidtext"],
  parse: () => parser,
};
