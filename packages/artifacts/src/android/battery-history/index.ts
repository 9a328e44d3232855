/**
 * What apps did, by the battery's history: which one was in view, what was installed and removed, which ones worked unseen.
 *
 * The phone writes a line for each change, since its last full charge. Each time that an app was in view is a record, with how long; each
 * installation and removal, each change of user, and the cable. Work that comes a thousand times (jobs, alarms, being kept awake) is
 * one record for each app and kind, with its number, the first and the last time.
 * Sources: `clock.ts`, `events.ts`.
 * @module
 */
import { type Moment, type Origin, own } from "@contraluz/core";
import { uidOf } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { nothingKnown, readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { HistoryClock, type HistoryLine, historyLine } from "./clock.ts";
import { appOfTag, eventsIn, type HistoryEvent, PHONE_EVENTS } from "./events.ts";
import { fields, words } from "./words.ts";

/** Apps and kinds of work that are counted, and apps in view at once. */
const MAX_WORK = 20_000;
const MAX_TOPS = 100;
const SINGLE: Readonly<Record<string, string>> = { pkginst: "install", pkgunin: "uninstall" };
/** Who is in front; `userfg` comes with each change of it. */
const USERS: ReadonlySet<string> = new Set(["user", "userfg"]);

interface Work {
  readonly app: string;
  readonly type: string;
  readonly uid: number | undefined;
  readonly origin: Origin;
  readonly first: Moment | undefined;
  last: Moment | undefined;
  times: number;
}
interface Top {
  readonly app: string;
  readonly uid: number | undefined;
  readonly at: Moment | undefined;
  readonly origin: Origin;
}

class Reader implements SectionReader {
  readonly #run: ParseRun;
  readonly #clock: HistoryClock;
  readonly #work = new Map<string, Work>();
  readonly #tops = new Map<string, Top>();
  #inside = false;
  #known = false;
  #odd = 0;
  #over = false;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#clock = new HistoryClock(run.acquisition);
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text;
    if (!this.#inside) {
      this.#inside = s.startsWith("Battery History");
      if (this.#inside) this.#known = true;
      return;
    }
    if (s === "" || s.charCodeAt(0) !== 0x20) {
      this.#inside = false;
      return;
    }
    const of = historyLine(s);
    if (!of) {
      this.#odd++;
      return;
    }
    this.#clock.anchor(of);
    this.#phone(of, line, item, emit);
    for (const e of eventsIn(of.rest)) this.#event(e, of, line, item, emit);
  }

  #phone(of: HistoryLine, line: Line, item: SectionItem, emit: Emit): void {
    for (const [word, type] of PHONE_EVENTS) {
      const at = of.rest.indexOf(word);
      if (at < 0 || (at > 0 && of.rest.charCodeAt(at - 1) !== 0x20)) continue;
      const end = at + word.length;
      if (end < of.rest.length && of.rest.charCodeAt(end) !== 0x20) continue;
      const when = this.#clock.at(of);
      emit({
        kind: "event",
        ...(when ? { at: when } : {}),
        fields: { type },
        observables: [],
        origin: item.origin(line),
      });
    }
  }

  #event(e: HistoryEvent, of: HistoryLine, line: Line, item: SectionItem, emit: Emit): void {
    if (USERS.has(e.name)) {
      if (e.sign === "-" || e.name !== "userfg") return;
      const at = this.#clock.at(of);
      const fields = { type: "user", user: /^\d{1,5}$/.test(e.tag) ? Number(e.tag) : undefined };
      emit({ kind: "event", ...(at ? { at } : {}), fields, observables: [], origin: item.origin(line) });
      return;
    }
    const app = appOfTag(e.tag);
    if (app === undefined) return;
    const single = Object.hasOwn(SINGLE, e.name) ? SINGLE[e.name] : undefined;
    if (single) {
      const at = this.#clock.at(of);
      emit({
        kind: "event",
        ...(at ? { at } : {}),
        fields: { app: own(app), type: single },
        observables: [{ type: "app-id", value: app, contact: "listed" }],
        origin: item.origin(line),
      });
    } else if (e.name === "top") this.#top(e, app, of, line, item, emit);
    else if (e.sign !== "-") this.#note(e, app, of, line, item);
  }

  #top(e: HistoryEvent, app: string, of: HistoryLine, line: Line, item: SectionItem, emit: Emit): void {
    const key = `${e.of} ${app}`;
    const open = this.#tops.get(key);
    if (open) {
      this.#tops.delete(key);
      this.#emitTop(open, this.#clock.at(of), emit);
    }
    if (e.sign === "-") return;
    // The phone has one app in view, or two side by side: more have lost their ends.
    if (this.#tops.size >= MAX_TOPS) this.#emitTops(emit);
    this.#tops.set(key, { app: own(app), uid: uidOf(e.of), at: this.#clock.at(of), origin: item.origin(line) });
  }

  #emitTop(t: Top, until: Moment | undefined, emit: Emit): void {
    const ns = t.at?.utc !== undefined && until?.utc !== undefined ? until.utc - t.at.utc : undefined;
    emit({
      kind: "event",
      ...(t.at ? { at: t.at } : {}),
      fields: {
        app: t.app,
        type: "top",
        uid: t.uid,
        seconds: ns !== undefined && ns >= 0n ? Number(ns / 1_000_000n) / 1000 : undefined,
      },
      observables: [{ type: "app-id", value: t.app, contact: "ran" }],
      origin: t.origin,
    });
  }

  #emitTops(emit: Emit): void {
    for (const t of this.#tops.values()) this.#emitTop(t, undefined, emit);
    this.#tops.clear();
  }

  #note(e: HistoryEvent, app: string, of: HistoryLine, line: Line, item: SectionItem): void {
    const key = `${e.name} ${e.of} ${app}`;
    const known = this.#work.get(key);
    const at = this.#clock.at(of);
    if (known) {
      known.times++;
      known.last = at ?? known.last;
    } else if (this.#work.size < MAX_WORK)
      this.#work.set(own(key), {
        app: own(app),
        type: own(e.name),
        uid: uidOf(e.of),
        origin: item.origin(line),
        first: at,
        last: at,
        times: 1,
      });
    else this.#over = true;
  }

  end(emit: Emit): void {
    this.#emitTops(emit);
    for (const { app, type, uid, origin, first, last, times } of this.#work.values())
      emit({
        kind: "work",
        ...(first ? { at: first } : {}),
        fields: { app, type, uid, times, last },
        observables: [{ type: "app-id", value: app, contact: "ran" }],
        origin,
      });
    if (this.#over) this.#run.problem({ code: "lookup-limit", found: `work > ${MAX_WORK}`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other lines`,
        expected: "+1h2m3s (2) 095 …",
        lost: "row",
      });
    if (!this.#known) nothingKnown(this.#run, "Battery History (…");
  }
}

export const batteryHistory: Artifact<"dumpstate"> = {
  id: "android/battery-history",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["batterystats"]),
  fields,
  key: { work: ["app", "type", "uid"] },
  observes: [
    ["app-id", "ran"],
    ["app-id", "listed"],
  ],
  words,
  sources: ["dumpsys batterystats"],
  parse: (run) => readSections(() => new Reader(run)),
};
