/**
 * The power log (PLSQL) of a sysdiagnose or a dump: which programs started, used network, sound, camera and location, on a clock of its own.
 *
 * Network use is added up for each program, and so is what was only measured: a log of three days holds hundreds of thousands of such rows.
 * Sources: mac4n6/APOLLO (tables, columns, times); plaso's sample (iOS 15); ios.md 4.2; `clock.ts`.
 * @module
 */
import type { ArtifactRecord, Json, Moment, Observable } from "@contraluz/core";
import { unixSeconds } from "@contraluz/core";
import type { Row } from "@contraluz/formats/sqlite/index.ts";
import type { Artifact, Emit, ParseRun, Parser, SqliteItem } from "../../artifact.ts";
import { programSeen } from "../../program.ts";
import { number, said } from "../../text.ts";
import { Clock } from "./clock.ts";
import { APPS, AUDIO, CAMERA, LOCATION, MEASURED, NETWORK, OFFSETS, PROCESSES, TABLES, USES } from "./tables.ts";
import { type Total, Totals, widen } from "./totals.ts";
import { fields, words } from "./words.ts";

type Read = (row: Row) => ArtifactRecord | undefined;
type Fields = Record<string, Json | Moment | undefined>;

const finite = (v: unknown): number | undefined =>
  typeof v === "number" && Number.isFinite(v) ? v : typeof v === "bigint" ? Number(v) : undefined;

const appSeen = (app: string | undefined, contact: "ran" | "installed"): Observable[] =>
  app ? [{ type: "app-id", value: app, contact }] : [];

class PowerLog implements Parser<SqliteItem> {
  readonly #clock: Clock;
  readonly #network: Totals;
  readonly #measured: Totals;
  #ofNetwork: SqliteItem | undefined;
  /** By table: two are measured, and each points into its own. */
  readonly #ofMeasured = new Map<Total, SqliteItem["origin"]>();
  #ended = false;

  constructor(run: ParseRun) {
    this.#clock = new Clock(run.problem);
    this.#network = new Totals("network", run.problem);
    this.#measured = new Totals("measured", run.problem);
  }

  take(item: SqliteItem, emit: Emit): void {
    const read = this.#reader(item);
    for (const row of item.rows) {
      const r = read(row);
      if (r) emit(r);
    }
  }

  #reader(item: SqliteItem): Read {
    const c = (name: string): ((row: Row) => unknown) => {
      const i = item.column(name);
      return (row) => row.values[i];
    };
    const time = c("timestamp");
    const record = (row: Row, kind: string, of: Fields, observables: Observable[], at?: Moment): ArtifactRecord => {
      const when = at ?? this.#clock.moment(time(row));
      return { kind, ...(when ? { at: when } : {}), fields: of, observables, origin: item.origin(row) };
    };
    switch (item.table) {
      case OFFSETS: {
        const system = c("system");
        return (row) => void this.#clock.add(time(row), system(row));
      }
      case PROCESSES: {
        const [bundle, pid, process] = [c("BundleID"), c("PID"), c("ProcessName")];
        return (row) => {
          const [name, app] = [said(process(row)), said(bundle(row))];
          const seen = [...programSeen(name, "ran"), ...appSeen(app, "ran")];
          return record(row, "process", { name, app, pid: number(pid(row)) }, seen);
        };
      }
      case NETWORK:
        return this.#networkReader(item, c, record);
      case APPS: {
        const [bundle, title, version] = [c("AppBundleId"), c("AppName"), c("AppBundleVersion")];
        const [executable, deleted] = [c("AppExecutable"), c("AppDeletedDate")];
        return (row) => {
          const app = said(bundle(row));
          const gone = unixSeconds(number(deleted(row)));
          const of = { app, title: said(title(row)), version: said(version(row)), executable: said(executable(row)) };
          return record(row, "app", { ...of, deleted: gone }, appSeen(app, "installed"));
        };
      }
      case USES: {
        const [identifier, pid, state] = [c("identifier"), c("pid"), c("state")];
        return (row) => {
          const app = said(identifier(row));
          return record(row, "use", { app, pid: number(pid(row)), app_state: number(state(row)) }, appSeen(app, "ran"));
        };
      }
      case AUDIO: {
        const [by, pid, operation] = [c("ApplicationName"), c("PID"), c("Operation")];
        const [purpose, route] = [c("AssertionName"), c("AudioRoute")];
        return (row) => {
          const app = said(by(row));
          const of = { operation: said(operation(row)), purpose: said(purpose(row)), route: said(route(row)) };
          return record(row, "audio", { app, pid: number(pid(row)), ...of }, appSeen(app, "ran"));
        };
      }
      case CAMERA: {
        const [bundle, camera, state] = [c("bundleId"), c("CameraType"), c("State")];
        return (row) => {
          const app = said(bundle(row));
          return record(
            row,
            "camera",
            { app, camera: number(camera(row)), on: number(state(row)) },
            appSeen(app, "ran"),
          );
        };
      }
      case LOCATION: {
        const [bundle, who, executable] = [c("BundleId"), c("Client"), c("Executable")];
        const [type, end] = [c("Type"), c("timestampEnd")];
        return (row) => {
          const [app, client, program] = [said(bundle(row)), said(who(row)), said(executable(row))];
          const until = this.#clock.moment(end(row));
          const seen = [...programSeen(program, "ran"), ...appSeen(app, "ran")];
          return record(row, "location", { app, client, executable: program, type: said(type(row)), until }, seen);
        };
      }
      default:
        return (MEASURED as readonly string[]).includes(item.table) ? this.#measuredReader(item, c) : () => undefined;
    }
  }

  #networkReader(
    item: SqliteItem,
    c: (name: string) => (row: Row) => unknown,
    record: (row: Row, kind: string, of: Fields, observables: Observable[], at?: Moment) => ArtifactRecord,
  ): Read {
    this.#ofNetwork ??= item;
    const [time, end, bundle, process] = [c("timestamp"), c("timestampEnd"), c("BundleName"), c("ProcessName")];
    const bytes = [c("WifiIn"), c("WifiOut"), c("CellIn"), c("CellOut")] as const;
    return (row) => {
      const [name, app] = [said(process(row)), said(bundle(row))];
      if (name === undefined && app === undefined) return undefined;
      if (this.#ended) {
        const [wifi_in, wifi_out, cell_in, cell_out] = bytes.map((b) => number(b(row)));
        const until = this.#clock.moment(end(row));
        const of = { name, app, until, wifi_in, wifi_out, cell_in, cell_out };
        return record(row, "network", of, [...programSeen(name, "ran"), ...appSeen(app, "ran")]);
      }
      const t = this.#network.of(name, app, row);
      if (!t) return undefined;
      t.times++;
      widen(t, finite(time(row)), finite(end(row)));
      for (let i = 0; i < bytes.length; i++) t.bytes[i]! += finite(bytes[i]!(row)) ?? 0;
      return undefined;
    };
  }

  #measuredReader(item: SqliteItem, c: (name: string) => (row: Row) => unknown): Read {
    const [bundle, process] = [c("BundleID"), c("ProcessName")];
    const origin = item.origin;
    return (row) => {
      const [name, app] = [said(process(row)), said(bundle(row))];
      const t = name === undefined && app === undefined ? undefined : this.#measured.of(name, app, row);
      if (t && t.times++ === 0) this.#ofMeasured.set(t, origin);
      return undefined;
    };
  }

  end(emit: Emit): void {
    this.#ended = true;
    const whole = (n: number): number | undefined => (Number.isFinite(n) && n !== 0 ? n : undefined);
    for (const t of this.#network) {
      const at = this.#clock.moment(t.last);
      const [wifi_in, wifi_out, cell_in, cell_out] = t.bytes.map(whole);
      const first = t.times > 1 ? this.#clock.moment(t.first) : undefined;
      const until = this.#clock.moment(t.until);
      emit({
        kind: "network",
        ...(at ? { at } : {}),
        fields: { name: t.name, app: t.app, times: t.times, first, until, wifi_in, wifi_out, cell_in, cell_out },
        observables: [...programSeen(t.name, "ran"), ...appSeen(t.app, "ran")],
        origin: this.#ofNetwork!.origin(t.row),
      });
    }
    for (const t of this.#measured)
      emit({
        kind: "measured",
        fields: { name: t.name, app: t.app, times: t.times },
        observables: [...programSeen(t.name, "ran"), ...appSeen(t.app, "ran")],
        origin: this.#ofMeasured.get(t)!(t.row),
      });
  }
}

const want = { tables: TABLES };
const BATTERY = "private/var/containers/Shared/SystemGroup/*/Library/BatteryLife";

export const powerLog: Artifact<"sqlite"> = {
  id: "ios/power-log",
  version: 1,
  feed: "sqlite",
  where: {
    sysdiagnose: { paths: ["logs/powerlogs/powerlog_*.PLSQL", "logs/powerlogs/powerlog_*.PLSQL.gz"], want },
    "ios-filesystem": { paths: [`${BATTERY}/CurrentPowerlog.PLSQL`, `${BATTERY}/Archives/*.PLSQL*`], want },
  },
  fields,
  observes: [
    ["process", "ran"],
    ["app-id", "ran"],
    ["app-id", "installed"],
    // A client of location that is named by its path: hardly any is.
    ["file-path", "ran", []],
  ],
  words,
  sources: [
    "powerlog PLSQL: TimeOffset, ProcessID, ProcessMonitor, UsageDiff, AllApps, Application, AudioApp, Camera, ClientStatus",
  ],
  parse: (run) => new PowerLog(run),
};
