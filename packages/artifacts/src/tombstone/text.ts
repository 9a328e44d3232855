/**
 * Tombstones as text: the first thread is the one that crashed; others follow behind `--- --- ---`.
 *
 * `Timestamp:` (with its zone), `Cmdline:`, `pid: 1, tid: 2, name: T  >>> PROGRAM <<<`, `uid:`, `signal 11 (SIGSEGV), code 1 (SEGV_MAPERR), …`,
 * `Cause:`, `Abort message: '…'`, `backtrace:` with `#00 pc ADDRESS  FILE (FUNCTION+1) (BuildId: …)`, `memory map (n entries):`, logs. Android 8 has
 * neither time nor user: the log at the end says when.
 * Sources: android.md 2; AOSP debuggerd (tombstone.cpp, tombstone_proto_to_text.cpp).
 * @module
 */
import type { Acquisition } from "@contraluz/core";
import { momentOfLine } from "../android-names.ts";
import { zonedMoment } from "../zoned.ts";
import { type Crash, MAX_FILES, newCrash } from "./crash.ts";

const THREAD = /^pid: (\d{1,10}), tid: (\d{1,10}), name: (.{0,100}?) {1,4}>>> (.{1,2000}) <<<$/;
const SIGNAL = /^signal -?\d{1,10} \((\w{1,40})\), code -?\d{1,20} \(([\w ]{1,60})/;
const FRAME = /^#\d{1,4} pc [0-9a-f]{1,16} {1,4}(.{1,2000})$/;
const MAP =
  /^[0-9a-f']{8,40}-[0-9a-f']{8,40} [r-][w-][xps-]{1,3} {1,20}[0-9a-f]{1,16} {1,20}[0-9a-f]{1,16} {1,4}(\/.{1,2000})$/;
/** Behind the name of a file: offset, function, build. */
const BEHIND = / \((?!deleted\)).*$/;

type Part = "head" | "backtrace" | "map" | "other" | "log";

/** Reads the lines of one. */
export class TombstoneText {
  readonly crash: Crash = newCrash();
  readonly #acquisition: Acquisition;
  #part: Part = "head";
  /** The first thread has been read. */
  #others = false;
  #fatal = false;

  constructor(acquisition: Acquisition) {
    this.#acquisition = acquisition;
  }

  /** Whether this line names the program: what is told of the crash stands there. */
  take(raw: string): boolean {
    const s = raw.length > 8192 ? raw.slice(0, 8192).trim() : raw.trim();
    if (s.startsWith("--- ---")) this.#others = true;
    else if (s.startsWith("--------- ")) this.#part = "log";
    else if (this.#part === "log") this.#log(s);
    else if (s.startsWith("memory map")) this.#part = "map";
    else if (s.startsWith("open files") || s.startsWith("memory near") || s.startsWith("code around"))
      this.#part = "other";
    else if (this.#part === "map") this.#map(s);
    else if (!this.#others) return this.#first(s);
    return false;
  }

  #first(s: string): boolean {
    const c = this.crash;
    if (s === "backtrace:") this.#part = "backtrace";
    else if (this.#part === "backtrace") this.#frame(s);
    else if (s.startsWith("Timestamp: ")) c.at = zonedMoment(s.slice(11));
    else if (s.startsWith("uid: ")) c.uid = /^\d{1,10}$/.test(s.slice(5)) ? Number(s.slice(5)) : undefined;
    else if (s.startsWith("Cmdline: ")) c.process = s.slice(9);
    else if (s.startsWith("Cause: ")) c.cause ??= s.slice(7, 507);
    else if (s.startsWith("Abort message: ")) c.abort = s.slice(15, 1015).replace(/^'|'$/g, "");
    else if (s.startsWith("pid: ")) return this.#thread(s);
    else {
      const m = s.startsWith("signal ") ? SIGNAL.exec(s) : null;
      if (m) [, c.signal, c.code] = m;
    }
    return false;
  }

  #thread(s: string): boolean {
    const m = THREAD.exec(s);
    if (!m || this.crash.pid !== undefined) return false;
    this.crash.pid = Number(m[1]);
    this.crash.tid = Number(m[2]);
    this.crash.thread = m[3];
    this.crash.process ??= m[4];
    return true;
  }

  #frame(s: string): void {
    const m = FRAME.exec(s);
    if (m && this.crash.frames.length < MAX_FILES) this.crash.frames.push(m[1]!.replace(BEHIND, ""));
  }

  #map(s: string): void {
    // An arrow marks what the fault address lies in.
    const m = MAP.exec(s.startsWith("--->") ? s.slice(4) : s);
    if (m && this.crash.mapped.size < 16 * MAX_FILES) this.crash.mapped.add(m[1]!.replace(BEHIND, ""));
  }

  /** The line of the crash itself, else the last one. */
  #log(s: string): void {
    if (this.#fatal || this.crash.at?.zone?.from === "stated") return;
    const at = momentOfLine(s, this.#acquisition);
    if (at) this.crash.at = at;
    this.#fatal = at !== undefined && s.includes("Fatal signal ");
  }
}
