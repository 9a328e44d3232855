/**
 * What apps did of late with the microphone, the camera, the place and messages, and which powers they have: the service `appops`.
 *
 * The phone keeps the last use of each operation, for each state in which the app was. A record for each; of operations that do not
 * matter here (`ops.ts`) only that the app was active, with the last time of all. Of the shell and root everything is kept: they act for
 * whoever holds the cable.
 * Sources: `grammar.ts`.
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import { durationMs, isPackage, uidOf, userOf } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { nothingKnown, readSections, type SectionReader } from "../../android-section.ts";
import { dumpMoment } from "../../android-when.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { agoOf, captured } from "../../capture.ts";
import { kept } from "../../text.ts";
import { type OpHead, opHead, type Use, useOf } from "./grammar.ts";
import { KEPT_OPS, POWER_OPS } from "./ops.ts";
import { fields, words } from "./words.ts";

/** Root and the shell. */
const OF_THE_CABLE: ReadonlySet<number | undefined> = new Set([0, 2000]);

interface App {
  readonly name: string;
  readonly origin: Origin;
  /** Its last use of anything. */
  last: Moment | undefined;
  state: string | undefined;
}
interface Op {
  readonly head: OpHead;
  readonly origin: Origin;
  /** Some use of it was told. */
  used: boolean;
}

class Reader implements SectionReader {
  readonly #run: ParseRun;
  #uid: number | undefined;
  #inUid = false;
  #app: App | undefined;
  #op: Op | undefined;
  /** The use told last was an attempt. */
  #rejected = false;
  #known = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text;
    if (s.startsWith("  Uid ") && s.endsWith(":")) {
      this.#flushApp(emit);
      this.#uid = uidOf(s.slice(6, -1));
      this.#inUid = true;
    } else if (!this.#inUid) return;
    else if (s.length > 2 && s.charCodeAt(2) !== 0x20) {
      // What is no user begins.
      this.#flushApp(emit);
      this.#inUid = false;
    } else if (s.startsWith("    Package ") && s.endsWith(":")) {
      this.#flushApp(emit);
      const name = s.slice(12, -1);
      this.#known = true;
      if (isPackage(name) || name === "android")
        this.#app = { name: kept(name)!, origin: item.origin(line), last: undefined, state: undefined };
    } else if (this.#app) this.#ofApp(line, this.#app, item, emit);
  }

  #ofApp(line: Line, app: App, item: SectionItem, emit: Emit): void {
    const s = line.text;
    const use = useOf(s, this.#rejected);
    if (use && this.#op) {
      this.#use(use, app, this.#op, item.origin(line), emit);
      return;
    }
    const head = opHead(s);
    if (head) {
      this.#flushOp(emit);
      this.#op = { head, origin: item.origin(line), used: false };
      this.#rejected = false;
      if (head.ago !== undefined || head.rejectedAgo !== undefined) this.#old(app, this.#op, emit);
    } else if (this.#op && s.includes("Running start at: ")) this.#running(s, app, this.#op, item.origin(line), emit);
  }

  #use(u: Use, app: App, op: Op, origin: Origin, emit: Emit): void {
    this.#rejected = u.rejected;
    const at = dumpMoment(u.time, this.#run.acquisition);
    if (!u.rejected) seen(app, at, u.state);
    const more = {
      state: u.state,
      duration: u.durationMs === undefined ? undefined : u.durationMs / 1000,
      proxy: u.proxy,
    };
    this.#emit(app, op, u.rejected ? { reject: at } : { access: at }, at, more, origin, emit);
  }

  /** Android 8 says how long ago it was: counted back from when the report was made. */
  #old(app: App, op: Op, emit: Emit): void {
    const taken = captured(this.#run.acquisition);
    const { ago, rejectedAgo, durationMs: ms } = op.head;
    const when = (text: string | undefined): Moment | undefined =>
      text === undefined ? undefined : agoOf(taken, (durationMs(text.slice(0, -4)) ?? Number.NaN) / 1000, text);
    const access = when(ago);
    if (ago !== undefined) {
      seen(app, access, undefined);
      this.#emit(app, op, { access }, access, { duration: ms === undefined ? undefined : ms / 1000 }, op.origin, emit);
    }
    if (rejectedAgo !== undefined) {
      const reject = when(rejectedAgo);
      this.#emit(app, op, { reject }, reject, {}, op.origin, emit);
    }
  }

  /** It was going on when the report was made. */
  #running(s: string, app: App, op: Op, origin: Origin, emit: Emit): void {
    const since = s.slice(s.indexOf("at: ") + 4).trim();
    const ms = durationMs(since);
    const at =
      ms === undefined
        ? dumpMoment(since.slice(0, 23), this.#run.acquisition)
        : agoOf(captured(this.#run.acquisition), Math.abs(ms) / 1000, kept(since)!);
    seen(app, at, undefined);
    this.#emit(app, op, { access: at }, at, { running: true }, origin, emit);
  }

  #emit(
    app: App,
    op: Op,
    when: { readonly access?: Moment | undefined; readonly reject?: Moment | undefined },
    at: Moment | undefined,
    more: { readonly [name: string]: string | number | boolean | undefined },
    origin: Origin,
    emit: Emit,
  ): void {
    op.used = true;
    if (!KEPT_OPS.has(op.head.op) && !OF_THE_CABLE.has(this.#uid)) return;
    emit({
      kind: "op",
      ...(at ? { at } : {}),
      fields: { ...this.#of(app), op: kept(op.head.op), mode: op.head.mode, ...when, ...more },
      observables: "access" in when ? [{ type: "app-id", value: app.name, contact: "ran" }] : [],
      origin,
    });
  }

  #of(app: App): { readonly app: string; readonly uid: number | undefined; readonly user: number | undefined } {
    return { app: app.name, uid: this.#uid, user: this.#uid === undefined ? undefined : userOf(this.#uid) };
  }

  /** A power that the app has and never used, or not since it is noted. */
  #flushOp(emit: Emit): void {
    const op = this.#op;
    this.#op = undefined;
    if (!op || op.used || !this.#app) return;
    const { head, origin } = op;
    if (!POWER_OPS.has(head.op) && !OF_THE_CABLE.has(this.#uid)) return;
    emit({
      kind: "op",
      fields: { ...this.#of(this.#app), op: kept(head.op), mode: head.mode },
      observables: [],
      origin,
    });
  }

  #flushApp(emit: Emit): void {
    this.#flushOp(emit);
    const app = this.#app;
    this.#app = undefined;
    if (!app?.last) return;
    emit({
      kind: "app",
      at: app.last,
      fields: { ...this.#of(app), state: app.state },
      observables: [{ type: "app-id", value: app.name, contact: "ran" }],
      origin: app.origin,
    });
  }

  end(emit: Emit): void {
    this.#flushApp(emit);
    if (!this.#known) nothingKnown(this.#run, "Package name: below Uid …:");
  }
}

/** The latest of two moments stays. */
function seen(app: App, at: Moment | undefined, state: string | undefined): void {
  const order = (m: Moment): bigint | string => m.utc ?? m.wall ?? "";
  if (at === undefined || (app.last !== undefined && order(app.last) >= order(at))) return;
  app.last = at;
  app.state = state;
}

export const appOps: Artifact<"dumpstate"> = {
  id: "android/app-ops",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["appops"]),
  fields,
  key: { app: ["app", "uid"] },
  observes: [["app-id", "ran"]],
  words,
  sources: ["dumpsys appops"],
  parse: (run) => readSections(() => new Reader(run)),
};
