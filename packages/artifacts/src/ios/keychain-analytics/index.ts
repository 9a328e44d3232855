/**
 * Keychains/Analytics/*.db: what the services of the keychain and of certificates measured and what failed, by program and build of iOS.
 *
 * hard_failures, soft_failures and all_events hold a time (Unix seconds) and a property list each, whose keys differ from service to service:
 * `eventType`, `build`, `product`, `process`, `errorCode`, `errorDomain`. Texts that are addresses or hosts are taken as such. The first and
 * last time of each build tell when the phone was updated.
 * Sources: mvt.md 3 (Analytics, AnalyticsIOSVersions); Apple's open source of SFAnalytics (tables, keys).
 * @module
 */
import { LIMITS, type Moment, type Observable, type Origin, unixSeconds } from "@contraluz/core";
import { asBytes, asDict } from "@contraluz/formats/plist/get.ts";
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact, Emit, ParseRun, Parser, SqliteItem, TableWant } from "../../artifact.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Builds of iOS that one phone has had. */
const MAX_BUILDS = 1000;
/** Bytes of one event: it has some hundreds. */
const MAX_EVENT = 65_536;
/** Values of one event that are looked at. */
const MAX_VALUES = 200;

const want = (name: string): TableWant => ({
  name,
  columns: ["timestamp", "data"],
  needs: ["data"],
  optional: true,
});

interface Build {
  readonly build: string;
  readonly product: string | undefined;
  first: Moment | undefined;
  last: Moment | undefined;
  readonly origin: Origin;
  events: number;
}

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;

/** What the texts of an event show: keys say which of them are hosts, programs or apps. */
function observe(event: ReadonlyMap<string, PlistValue>): Observable[] {
  const out: Observable[] = [];
  let left = MAX_VALUES;
  for (const [key, v] of event) {
    if (typeof v !== "string" || v === "" || v.length > LIMITS.text) continue;
    if (left-- <= 0) break;
    if (/^https?:\/\//i.test(v)) out.push({ type: "url", value: v, contact: "visited" });
    else if (/^(?:process|client|executable)(?:Name)?$/i.test(key))
      out.push({ type: "process", value: v, contact: "ran" });
    else if (/host|domain|server|url/i.test(key) && key !== "errorDomain" && HOST.test(v))
      out.push({ type: "domain", value: v, contact: "visited" });
  }
  return out;
}

class Analytics implements Parser<SqliteItem> {
  readonly #run: ParseRun;
  readonly #builds = new Map<string, Build>();
  #damaged = 0;
  #where: Origin | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: SqliteItem, emit: Emit): void {
    const [time, data] = [item.column("timestamp"), item.column("data")];
    for (const row of item.rows) {
      const origin = item.origin(row);
      const at = unixSeconds(number(row.values[time]));
      const event = this.#event(row.values[data], origin);
      if (!event) continue;
      const said = (key: string): string | undefined => text(event.get(key));
      const [build, product] = [said("build"), said("product")];
      if (build && origin.state === undefined) this.#build(build, product, at, origin);
      emit({
        kind: "event",
        ...(at ? { at } : {}),
        fields: {
          table: item.table,
          type: said("eventType"),
          process: said("process"),
          build,
          error: said("errorDomain"),
          code: number(event.get("errorCode")),
        },
        observables: observe(event),
        origin,
      });
    }
  }

  #event(value: unknown, origin: Origin): ReadonlyMap<string, PlistValue> | undefined {
    const bytes = value instanceof Uint8Array ? value : asBytes(value as PlistValue);
    if (!bytes) return undefined;
    let damaged = bytes.length > MAX_EVENT;
    const event = damaged ? undefined : asDict(parsePlist(bytes, () => (damaged = true)));
    if (event && !damaged) return event;
    this.#damaged++;
    this.#where ??= origin;
    return event;
  }

  #build(build: string, product: string | undefined, at: Moment | undefined, origin: Origin): void {
    const known = this.#builds.get(build);
    if (!known) {
      if (this.#builds.size < MAX_BUILDS)
        this.#builds.set(build, { build, product, first: at, last: at, origin, events: 1 });
      return;
    }
    known.events++;
    if (at && (!known.first || at.utc! < known.first.utc!)) known.first = at;
    if (at && (!known.last || at.utc! > known.last.utc!)) known.last = at;
  }

  end(emit: Emit): void {
    if (this.#damaged > 0)
      this.#run.problem({
        code: "plist-damaged",
        origin: this.#where!,
        found: `${this.#damaged} events`,
        lost: "row",
      });
    for (const { build, product, first, last, origin, events } of this.#builds.values())
      emit({
        kind: "build",
        ...(first ? { at: first } : {}),
        fields: { build, product, last, events },
        observables: [],
        origin,
      });
    this.#builds.clear();
    this.#damaged = 0;
  }
}

export const keychainAnalytics: Artifact<"sqlite"> = {
  id: "ios/keychain-analytics",
  version: 1,
  feed: "sqlite",
  where: {
    "ios-filesystem": {
      paths: ["private/var/Keychains/Analytics/*.db"],
      want: { tables: [want("hard_failures"), want("soft_failures"), want("all_events")] },
    },
  },
  fields,
  key: { build: ["build"] },
  observes: [
    ["process", "ran"],
    ["url", "visited"],
    ["domain", "visited"],
  ],
  words,
  sources: ["Keychains/Analytics/*.db: hard_failures, soft_failures, all_events"],
  parse: (run) => new Analytics(run),
};
