/**
 * Reports whose body is text: crashes before iOS 15 (bug_type 109) and of Macs, and those about processor time, disk writes and wakeups
 * (202, 206, 142 …), which sample several processes.
 *
 * `Process: NAME [PID]`, `Path`, `Parent Process`, `Date/Time`, `Launch Time`, `Exception Type`, `Termination Reason`, then threads and `Binary
 * Images:` with lines `START - END NAME ARCH <UUID> PATH`. The others begin `Command`, `Path`, `PID`, `Event`, and for each process
 * `Powerstats for: NAME [PID]` with its `Path` and `UID`.
 * Sources: Apple Technical Note TN2151; the samples of getsentry/apple-crash-report-parser; ios.md 4.2.
 * @module
 */
import type { Origin } from "@contraluz/core";
import { kept } from "../../text.ts";
import { zonedMoment } from "../../zoned.ts";
import { type Facts, type Listed, type Loaded, MAX_IMAGES, MAX_LISTED, type Report } from "./report.ts";

const IMAGE = /^\s*0x[0-9a-fA-F]+\s+-\s+(?:0x[0-9a-fA-F]+|\?\?\?)\s.*<([0-9A-Fa-f-]{32,36})>\s+(\/.*)$/;
const NAMED = /^(.{1,1024}) \[(\d{1,10})\]$/;
/** Of the text's own key and value: `Exception Type:  EXC_CRASH (SIGABRT)`. */
const PAIR = /^([A-Z][A-Za-z/ ]{1,40}):\s*(.*)$/;

type Draft = { -readonly [K in keyof Listed]: Listed[K] };

/** Takes the lines of a body in their order. */
export class TextBody {
  readonly #facts: Facts;
  readonly #processes: Draft[] = [];
  readonly #images: Loaded[] = [];
  #process: Draft | undefined;
  /** Lines that are a pair of the form's own. */
  pairs = 0;
  /** Something did not fit. */
  over = false;

  constructor(header: Facts) {
    this.#facts = { ...header };
  }

  take(line: string, origin: () => Origin): void {
    const c = line.charCodeAt(0);
    if (c === 0x30 || c === 0x20) {
      const m = line.includes("<") ? IMAGE.exec(line) : null;
      if (m) this.#image(m[1]!, m[2]!, origin());
      return;
    }
    const m = PAIR.exec(line);
    if (!m) return;
    const value = m[2]!.trim();
    this.pairs++;
    if (m[1] === "Powerstats for") this.#sampled(value, origin());
    else if (this.#process) this.#ofProcess(this.#process, m[1]!, value);
    else this.#fact(m[1]!, value);
  }

  #image(uuid: string, path: string, origin: Origin): void {
    if (this.#images.length >= MAX_IMAGES) this.over = true;
    else
      this.#images.push({
        path: kept(path.trim())!,
        uuid: kept(uuid)!,
        program: this.#process?.name ?? this.#facts.name,
        origin,
      });
  }

  #sampled(value: string, origin: Origin): void {
    const m = NAMED.exec(value);
    this.#process = { name: kept(m?.[1] ?? value), pid: m ? Number(m[2]) : undefined, origin };
    if (this.#processes.length >= MAX_LISTED) this.over = true;
    else this.#processes.push(this.#process);
  }

  #ofProcess(p: Draft, key: string, value: string): void {
    if (key === "Path" && value.startsWith("/")) p.path = kept(value);
    else if (key === "UID" && /^\d{1,10}$/.test(value)) p.uid = Number(value);
  }

  #fact(key: string, value: string): void {
    const f = this.#facts;
    if (value === "") return;
    const said = kept(value);
    const named = NAMED.exec(value);
    switch (key) {
      case "Process":
      case "Command":
        f.name = kept(named?.[1] ?? value);
        if (named) f.pid = Number(named[2]);
        break;
      case "PID":
        if (/^\d{1,10}$/.test(value)) f.pid = Number(value);
        break;
      case "Path":
        if (value.startsWith("/")) f.path = said;
        break;
      case "Parent Process":
        f.parent = kept(named?.[1] ?? value);
        break;
      case "Identifier":
        // Of a program that is no app it repeats the name.
        if (value !== f.name && value !== f.path) f.app ??= said;
        break;
      case "Date/Time":
        f.at = zonedMoment(value) ?? f.at;
        break;
      case "Launch Time":
        f.launched = zonedMoment(value);
        break;
      case "OS Version":
        f.os ??= said;
        break;
      case "Incident Identifier":
        f.incident ??= said;
        break;
      case "Exception Type":
        f.exception = said;
        break;
      case "Termination Reason":
      case "Event":
        f.reason ??= said;
        break;
    }
  }

  end(): Report {
    return { facts: this.#facts, processes: this.#processes, images: this.#images };
  }
}
