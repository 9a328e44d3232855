/**
 * The log that Samsung's phones keep at the end of the service `package`: installations and removals, with who asked for them.
 *
 * `2026-03-01 13:40:57.123: START INSTALL PACKAGE: observer{133061357}`, below it `pkg{com.x}`, `versionCode{16}`, `Request from{com.y}`,
 * each on a line; `… START DELETE PACKAGE: observer{49463941}`, below it `pkg{com.x}, user{0}, caller{10070} flags{2}`; later
 * `… result of install: 1{133061357}`, by the same number.
 * Sources: samples in the tests of IsMyPhonePwned/bugreport-extractor-library; CERT-EDF/dumpstate-py (package/log.py).
 * @module
 */
import { type Acquisition, type ArtifactRecord, type Origin, own } from "@contraluz/core";
import { isPackage } from "../../android-names.ts";
import { dumpMoment } from "../../android-when.ts";
import type { Emit, Line, SectionItem } from "../../artifact.ts";
import { kept } from "../../text.ts";

/** Entries whose result has not come. */
const MAX_OPEN = 10_000;
/** Lines below the head of an entry. */
const LINES = 10;
const HEAD = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}): (.*)$/;

interface Entry {
  readonly action: "install" | "delete";
  readonly time: string;
  readonly observer: string;
  readonly origin: Origin;
  readonly values: Map<string, string>;
}

/** `name{value}` in a line, each name once: `Request from{com.y}`. */
function values(s: string, to: Map<string, string>): void {
  for (const m of s.matchAll(/([A-Za-z][A-Za-z ]{0,30})\{([^{}]{0,300})\}/g)) {
    const name = m[1]!.trimStart();
    if (!to.has(name)) to.set(name, own(m[2]!));
  }
}

export class InstallLog {
  readonly #acquisition: Acquisition;
  /** By action and number, the oldest first. */
  readonly #open = new Map<string, Entry>();
  #current: Entry | undefined;
  /** Lines that can still belong to it. */
  #more = 0;

  constructor(acquisition: Acquisition) {
    this.#acquisition = acquisition;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const first = line.text.charCodeAt(0);
    const m = first >= 0x30 && first <= 0x39 ? HEAD.exec(line.text) : null;
    if (!m) {
      if (this.#current === undefined) return;
      values(line.text.slice(0, 2000), this.#current.values);
      if (--this.#more === 0) this.#current = undefined;
      return;
    }
    this.#current = undefined;
    const [, time, what] = m as unknown as [string, string, string];
    const action = what.startsWith("START INSTALL PACKAGE")
      ? "install"
      : what.startsWith("START DELETE PACKAGE")
        ? "delete"
        : undefined;
    if (action) this.#begin(action, own(time), what, item.origin(line), emit);
    else this.#result(what, emit);
  }

  #begin(action: Entry["action"], time: string, what: string, origin: Origin, emit: Emit): void {
    const found = new Map<string, string>();
    values(what.slice(0, 2000), found);
    const observer = found.get("observer") ?? "";
    this.#current = { action, time, observer, origin, values: found };
    this.#more = LINES;
    const key = `${action} ${observer}`;
    // A number comes again after a while: what has it now never had its result.
    this.#close(key, undefined, emit);
    this.#open.set(key, this.#current);
    if (this.#open.size > MAX_OPEN) this.#close(this.#open.keys().next().value!, undefined, emit);
  }

  #result(what: string, emit: Emit): void {
    const m = /^result of (install|delete): (-?\d{1,6})\{([^{}]{1,40})\}/.exec(what);
    if (m) this.#close(`${m[1]} ${m[3]}`, Number(m[2]), emit);
  }

  #close(key: string, result: number | undefined, emit: Emit): void {
    const entry = this.#open.get(key);
    if (!entry) return;
    this.#open.delete(key);
    this.#emit(entry, result, emit);
  }

  end(emit: Emit): void {
    for (const e of this.#open.values()) this.#emit(e, undefined, emit);
    this.#open.clear();
    this.#current = undefined;
  }

  #emit(e: Entry, result: number | undefined, emit: Emit): void {
    const app = kept(e.values.get("pkg"));
    if (!isPackage(app)) return;
    const at = dumpMoment(e.time, this.#acquisition);
    const user = e.values.get("user");
    const version = e.values.get("versionCode");
    const record: ArtifactRecord = {
      kind: "event",
      ...(at ? { at } : {}),
      fields: {
        app,
        action: result !== undefined && result !== 1 ? `${e.action}-failed` : e.action,
        user: user !== undefined && /^\d{1,5}$/.test(user) ? Number(user) : undefined,
        by: kept(e.values.get("Request from") ?? e.values.get("caller")),
        version: version !== undefined && /^\d{1,15}$/.test(version) ? Number(version) : undefined,
        result,
        log: "log",
      },
      observables: [{ type: "app-id", value: app, contact: "listed" }],
      origin: e.origin,
    };
    emit(record);
  }
}
