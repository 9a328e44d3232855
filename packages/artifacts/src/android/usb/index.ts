/**
 * USB: what was attached to the phone and to what it was attached, as far as the service remembers.
 *
 * `host_manager={ connections=[ { device_address= mode= timestamp= manufacturer= product= } ] }`: devices that the phone was host of,
 * with modes 0 attached, 1 and 2 attached with an error, -1 detached; the last 32. `devices=[ { name= vendor_id= … } ]` are there now.
 * `handler={ connected= … }`: the phone as a device of a computer. Samsung adds `USB Event=[ MM-DD HH:MM:SS:mmm UEVENT: {… USB_STATE=S …} ]`.
 * Android 8: `mConnected: true`, `MM-DD HH:MM:SS.mmm CONNECT /dev/bus/usb/001/002 vendor=1 product=2`.
 * Sources: android.md 2; AOSP UsbHostManager, UsbDeviceManager (dump), UsbConnectionRecordProto; section samples of bugreport-extractor-library.
 * @module
 */
import { type Moment, type Origin, utcNs } from "@contraluz/core";
import { momentOfLine } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { captured } from "../../capture.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_EVENTS = 10_000;
const MAX_PAIRS = 40;

const MODES: ReadonlyMap<string | undefined, string> = new Map([
  ["0", "attached"],
  ["1", "attached"],
  ["2", "attached"],
  ["-1", "detached"],
]);
const OLD = /^\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,6} (CONNECT|DISCONNECT) \S{0,100} vendor=(\d{1,6}) product=(\d{1,6})/;

/** What the phone says of itself as a device of a computer, and how it is called here. */
const STATE: ReadonlySet<string> = new Set(["connected", "configured", "host_connected"]);

/** As Android 8 and Samsung name them. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  Connected: "connected",
  Configured: "configured",
  HostConnected: "host_connected",
  IsDeviceConnected: "connected",
  IsHostConnected: "host_connected",
};

/** `0x18d1`, as lists of vendors have them. */
function hexOf(s: string | undefined): string | undefined {
  const n = s !== undefined && /^\d{1,6}$/.test(s) ? Number(s) : Number.NaN;
  return n >= 0 && n <= 0xffff ? `0x${n.toString(16).padStart(4, "0")}` : undefined;
}

function msOf(s: string | undefined): Moment | undefined {
  const n = s !== undefined && /^\d{12,13}$/.test(s) ? Number(s) : 0;
  return n > 0 && n < 7_258_118_400_000 ? utcNs(BigInt(n) * 1_000_000n, s!, "ms") : undefined;
}

/** Pairs of one block of braces. */
type Pairs = Map<string, string>;

class Usb implements SectionReader {
  readonly #run: ParseRun;
  /** Names of the blocks that are open. */
  readonly #path: string[] = [];
  #pairs: Pairs = new Map();
  #origin: Origin | undefined;
  readonly #state: Pairs = new Map();
  readonly #functions: string[] = [];
  #stateOrigin: Origin | undefined;
  #events = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text.trim();
    if (s === "" || s.length > 4096) return;
    if (this.#written(s, line, item, emit)) return;
    const eq = s.indexOf("=");
    if (s === "{" || s.endsWith("={") || s.endsWith("=[")) {
      if (this.#path.length < 64) this.#path.push(eq < 0 ? "" : s.slice(0, eq));
      this.#pairs = new Map();
      this.#origin = undefined;
    } else if (s === "}" || s === "]") {
      if (s === "}") this.#close(emit);
      this.#path.pop();
      this.#pairs = new Map();
    } else if (this.#in("current_functions") && this.#functions.length < MAX_PAIRS) {
      if (/^\w{1,40}$/.test(s)) this.#functions.push(s);
    } else if (eq > 0) this.#pair(s.slice(0, eq), s.slice(eq + 1), item.origin(line));
    else this.#old(s, item.origin(line));
  }

  #in(name: string): boolean {
    return this.#path[this.#path.length - 1] === name;
  }

  #pair(name: string, value: string, origin: Origin): void {
    if (this.#in("handler")) {
      if (STATE.has(name)) this.#state.set(name, value);
      this.#stateOrigin ??= origin;
    } else if (this.#pairs.size < MAX_PAIRS) {
      this.#pairs.set(name, value);
      if (name === "timestamp") this.#origin = origin;
      this.#origin ??= origin;
    }
  }

  /** Android 8: `mConnected: true`; Samsung: `IsDeviceConnected :true`. */
  #old(s: string, origin: Origin): void {
    const m =
      /^m(Connected|Configured|HostConnected|CurrentFunctions): (.{1,100})$/.exec(s) ??
      /^(IsHostConnected|IsDeviceConnected) :(true|false)$/.exec(s);
    if (!m) return;
    if (m[1] === "CurrentFunctions") this.#functions.push(...m[2]!.split(",", MAX_PAIRS - this.#functions.length));
    else this.#state.set(OLD_NAMES[m[1]!]!, m[2]!);
    this.#stateOrigin ??= origin;
  }

  /** Lines that begin with a time. */
  #written(s: string, line: Line, item: SectionItem, emit: Emit): boolean {
    const c = s.charCodeAt(0);
    if (c < 0x30 || c > 0x33 || s.charCodeAt(2) !== 0x2d) return false;
    const m = OLD.exec(s);
    if (m) {
      const type = m[1] === "CONNECT" ? "attached" : "detached";
      this.#event({ type, vendor: hexOf(m[2]), product: hexOf(m[3]) }, this.#at(s), item.origin(line), emit);
    } else if (s.includes(" UEVENT: ")) {
      const state = /\bUSB_STATE=([A-Z_]{1,40})/.exec(s)?.[1];
      if (state) this.#event({ type: `computer-${state.toLowerCase()}` }, this.#at(s), item.origin(line), emit);
    }
    return true;
  }

  #at(s: string): Moment | undefined {
    return momentOfLine(s, this.#run.acquisition);
  }

  #close(emit: Emit): void {
    const [list, p, origin] = [this.#path[this.#path.length - 2], this.#pairs, this.#origin];
    if (!origin || !this.#in("")) return;
    if (list === "connections") {
      const type = MODES.get(p.get("mode")) ?? "unknown";
      const device = { type, vendor: hexOf(p.get("manufacturer")), product: hexOf(p.get("product")) };
      this.#event(device, msOf(p.get("timestamp")), origin, emit);
    } else if (list === "devices" || list === "mDevices") {
      const name = [p.get("manufacturer_name"), p.get("product_name")].filter((n) => n && n !== "null").join(" ");
      const device = { type: "present", vendor: hexOf(p.get("vendor_id")), product: hexOf(p.get("product_id")) };
      this.#event({ ...device, name: kept(name) || undefined }, captured(this.#run.acquisition), origin, emit);
    }
  }

  #event(
    device: { type: string; vendor?: string | undefined; product?: string | undefined; name?: string | undefined },
    at: Moment | undefined,
    origin: Origin,
    emit: Emit,
  ): void {
    if (this.#events++ >= MAX_EVENTS) return;
    emit({ kind: "event", ...(at ? { at } : {}), fields: { ...device }, observables: [], origin });
  }

  end(emit: Emit): void {
    const flag = (name: string): boolean | undefined => {
      const v = this.#state.get(name);
      return v === "true" ? true : v === "false" ? false : undefined;
    };
    const at = captured(this.#run.acquisition);
    if (this.#stateOrigin)
      emit({
        kind: "now",
        ...(at ? { at } : {}),
        fields: {
          connected: flag("connected"),
          configured: flag("configured"),
          hostConnected: flag("host_connected"),
          functions: this.#functions.map((f) => kept(f.trim().toLowerCase())!),
        },
        observables: [],
        origin: this.#stateOrigin,
      });
    if (this.#events > MAX_EVENTS)
      this.#run.problem({ code: "record-limit", found: `${this.#events} events`, lost: "row" });
  }
}

export const usb: Artifact<"dumpstate"> = {
  id: "android/usb",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["usb"]),
  fields,
  key: { now: [] },
  observes: [],
  words,
  sources: ["dumpsys usb"],
  parse: (run) => readSections(() => new Usb(run)),
};
