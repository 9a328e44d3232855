/**
 * Feed of the text of a bug report (dumpstate) or of `dumpsys`: lines of the sections that somebody wants, in one pass. What nobody
 * wants is passed over byte by byte.
 *
 * Two grammars in one file: commands (`------ TITLE (command) ------` … `------ 0.012s was the duration of 'TITLE' ------`) and
 * services (`DUMP OF SERVICE [CRITICAL|HIGH|NORMAL ]name:` behind a line of dashes … `--------- 0.002s was the duration of dumpsys name,
 * ending at: …`). A head begins a section and ends the one before; so does a line of 78 dashes that of a service.
 * Sources: android.md 1.1; AOSP frameworks/native cmds/dumpstate, cmds/dumpsys.
 * @module
 */
import type { Cancel, RandomAccess, Report } from "@contraluz/core";
import { chunksOf } from "@contraluz/evidence";
import type { Line, SectionItem, SectionsWant } from "../artifact.ts";
import { LineText, MAX_LINE, withoutCr } from "./lines.ts";

export interface SectionsSub {
  readonly want: SectionsWant;
  readonly take: (item: SectionItem) => void;
  /** Problems of what this one alone wants. */
  readonly problem: Report;
}

export interface DumpstateRun {
  readonly file: number;
  readonly path: string;
  readonly report: Report;
  readonly cancel?: Cancel;
  /** Awaited between batches where it gives a promise: back-pressure of whoever takes the records. */
  readonly drain?: () => Promise<void> | undefined;
}

const [LF, DASH, D, STAR] = [0x0a, 0x2d, 0x44, 0x2a];
/** What stands before the first section of a bug report is wanted by this name. */
export const HEADER = "HEADER";
/** Bytes of a line that can be a head, or say that a section is not whole. */
const MAX_HEAD = 1024;
const NOTHING: Uint8Array = new Uint8Array(0);

const SERVICE = /^DUMP OF SERVICE (?:(?:CRITICAL|HIGH|NORMAL) )?(\S{1,200}):$/;
const SERVICE_END = /^-{9,12} \d{1,9}(?:\.\d{1,9})?s was the duration of dumpsys (\S{1,200}), ending at: /;
const COMMAND = /^-{6} ([^-].{0,400}) -{6}$/;
const COMMAND_END = /^\d{1,9}(?:\.\d{1,9})?s was the duration of '(.{1,200})'$/;
const TIMEOUT = /^\*\*\* (?:SERVICE '([^']{1,200})' DUMP TIMEOUT|command '.{1,400}' timed out)/;

/** What a line does to the sections. */
type Turn =
  | { readonly begins: string; readonly command?: string }
  | { readonly ends: true; readonly service?: string }
  | undefined;

/** The head of a command: its name, and what stands in the parentheses at the end. */
function commandOf(title: string): { readonly begins: string; readonly command?: string } {
  const open = title.endsWith(")") ? title.indexOf(" (") : -1;
  return open < 0 ? { begins: title } : { begins: title.slice(0, open), command: title.slice(open + 2, -1) };
}

function turnOf(line: string, service: boolean): Turn {
  if (line.startsWith("DUMP OF SERVICE ")) {
    const m = SERVICE.exec(line);
    return m ? { begins: m[1]! } : undefined;
  }
  if (!line.startsWith("-----")) return undefined;
  if (line.length >= 78 && /^-+$/.test(line)) return service ? { ends: true } : undefined;
  const done = SERVICE_END.exec(line);
  if (done) return { ends: true, service: done[1]! };
  const m = COMMAND.exec(line);
  if (!m) return undefined;
  return COMMAND_END.test(m[1]!) ? { ends: true } : commandOf(m[1]!);
}

/** The section that is being read. */
interface Current {
  readonly name: string;
  readonly command?: string;
  readonly subs: readonly SectionsSub[];
  readonly service: boolean;
  started: boolean;
}

class Sections {
  readonly #run: DumpstateRun;
  readonly #text: LineText;
  readonly #bySection = new Map<string, SectionsSub[]>();
  readonly #seen = new Set<SectionsSub>();
  readonly #heads: boolean;
  #current: Current | undefined;
  /** Services of which that was told. */
  readonly #torn = new Set<string>();
  /** The beginning of a line whose end has not come. */
  #held: Uint8Array = NOTHING;
  #over = false;
  /** Of the line that is being read. */
  #start = 0;
  #number = 1;

  constructor(subs: readonly SectionsSub[], run: DumpstateRun) {
    this.#run = run;
    this.#text = new LineText(run.report);
    const body = subs.filter((s) => s.want.files?.[run.path] !== undefined);
    this.#heads = body.length === 0;
    for (const s of subs)
      for (const name of s.want.sections) {
        const of = this.#bySection.get(name);
        if (of) of.push(s);
        else this.#bySection.set(name, [s]);
      }
    for (const s of body) this.#seen.add(s);
    const head = this.#bySection.get(HEADER);
    if (this.#heads && head) this.#current = { name: HEADER, subs: head, service: false, started: false };
    if (body.length > 0)
      this.#current = { name: body[0]!.want.files![run.path]!, subs: body, service: false, started: false };
  }

  /** Those of whom no section was there. */
  absent(subs: readonly SectionsSub[]): SectionsSub[] {
    return subs.filter((s) => !this.#seen.has(s));
  }

  #give(lines: readonly Line[], ends: boolean): void {
    const c = this.#current;
    if (!c || c.subs.length === 0 || (lines.length === 0 && !ends && c.started)) return;
    const origin: SectionItem["origin"] = (l) => ({
      file: this.#run.file,
      at: { line: l.number, offset: l.offset },
    });
    const command = c.command === undefined ? {} : { command: c.command };
    const item: SectionItem = { section: c.name, ...command, lines, starts: !c.started, ends, origin };
    c.started = true;
    for (const s of c.subs) s.take(item);
  }

  #end(): void {
    this.#give([], true);
    this.#current = undefined;
  }

  /** Whole lines of the current section: `bytes` ends before the last one's line feed. */
  #lines(bytes: Uint8Array, at: number, first: number): void {
    const c = this.#current;
    if (!c || c.subs.length === 0) return;
    const out: Line[] = [];
    let [from, number] = [0, first];
    for (const raw of this.#text.of(bytes, at).split("\n")) {
      const end = bytes.indexOf(LF, from);
      const long = (end < 0 ? bytes.length : end) - from > MAX_LINE;
      if (long) this.#tooLong(at + from);
      const text = withoutCr(long ? raw.slice(0, MAX_LINE) : raw);
      out.push({ text: number === 1 ? text.replace(/^\uFEFF/, "") : text, number, offset: at + from });
      from = end + 1;
      number++;
    }
    if (c.name === HEADER && first === 1 && out[0]?.text.startsWith("====")) for (const s of c.subs) this.#seen.add(s);
    this.#give(out, false);
  }

  #tooLong(offset: number): void {
    this.#run.report({ code: "record-limit", offset, expected: `<= ${MAX_LINE} B a line`, lost: "bytes" });
  }

  /** What a line does, that may be a head. True if it is none of the section's own lines. */
  #turn(bytes: Uint8Array): boolean {
    if (!this.#heads || bytes.length > MAX_HEAD) return false;
    const line = withoutCr(String.fromCharCode.apply(null, bytes as unknown as number[]));
    if (line.startsWith("***")) return this.#notWhole(line);
    const turn = turnOf(line, this.#current?.service ?? false);
    if (!turn) return false;
    if ("ends" in turn && turn.service !== undefined) {
      this.#whole(turn.service);
      // Of a command it is a line like others.
      if (this.#current?.service === false) return false;
    }
    this.#end();
    if ("ends" in turn) return true;
    const subs = this.#bySection.get(turn.begins) ?? [];
    for (const s of subs) this.#seen.add(s);
    const command = turn.command === undefined ? {} : { command: turn.command };
    const service = line.startsWith("DUMP");
    this.#current = { name: turn.begins, ...command, subs, service, started: false };
    this.#give([], false);
    return true;
  }

  /**
   * The end of a service that is not the one being read: a line within it looked like the head or the end of another one. Apps can write such
   * lines, in the name of their version for example, and so hide what stands behind.
   */
  #whole(service: string): void {
    const c = this.#current;
    if ((c?.service && c.name === service) || this.#torn.has(service)) return;
    const subs = this.#bySection.get(service) ?? [];
    if (subs.length > 0) this.#torn.add(service);
    for (const s of subs) s.problem({ code: "dumpstate-torn", offset: this.#start, found: service, lost: "bytes" });
  }

  /** Dumpstate says itself that a command or a service did not answer. */
  #notWhole(line: string): boolean {
    const m = TIMEOUT.exec(line);
    if (!m) return false;
    const subs = m[1] === undefined ? (this.#current?.subs ?? []) : (this.#bySection.get(m[1]) ?? []);
    for (const s of subs)
      s.problem({ code: "dumpstate-timeout", offset: this.#start, found: line.slice(0, 200), lost: "bytes" });
    return false;
  }

  #hold(bytes: Uint8Array): void {
    if (this.#over) return;
    const room = MAX_LINE - this.#held.length;
    const part = bytes.length > room ? bytes.subarray(0, room) : bytes;
    const joined = new Uint8Array(this.#held.length + part.length);
    joined.set(this.#held);
    joined.set(part, this.#held.length);
    this.#held = joined;
    if (part.length === bytes.length) return;
    this.#over = true;
    if (this.#current && this.#current.subs.length > 0) this.#tooLong(this.#start);
  }

  /** The line that is held has ended. */
  #heldLine(): void {
    if (!this.#turn(this.#held)) this.#lines(this.#held, this.#start, this.#number);
    this.#held = NOTHING;
    this.#over = false;
  }

  take(chunk: Uint8Array, at: number): void {
    let from = 0;
    if (this.#held.length > 0) {
      const end = chunk.indexOf(LF);
      this.#hold(end < 0 ? chunk : chunk.subarray(0, end));
      if (end < 0) return;
      this.#heldLine();
      this.#start = at + end + 1;
      this.#number++;
      from = end + 1;
    }
    // Lines of the current section that are not handed over yet begin here.
    let [first, number] = [from, this.#number];
    const flush = (end: number): void => {
      if (end > first) this.#lines(chunk.subarray(first, end - 1), at + first, number);
    };
    while (from < chunk.length) {
      const end = chunk.indexOf(LF, from);
      if (end < 0) break;
      const b = chunk[from]!;
      if ((b === DASH || b === D || b === STAR) && end - from >= 14 && this.#heads && canTurn(chunk, from)) {
        this.#start = at + from;
        flush(from);
        [first, number] = [from, this.#number];
        if (this.#turn(chunk.subarray(from, end))) [first, number] = [end + 1, this.#number + 1];
      }
      from = end + 1;
      this.#number++;
    }
    flush(from);
    this.#start = at + from;
    if (from < chunk.length) this.#hold(chunk.subarray(from));
  }

  end(): void {
    if (this.#held.length > 0) this.#heldLine();
    this.#end();
  }
}

/** A cheap look at a line before it becomes text. */
function canTurn(b: Uint8Array, at: number): boolean {
  // "-----", "DUMP OF", "*** "
  if (b[at] === DASH) return b[at + 1] === DASH && b[at + 2] === DASH && b[at + 3] === DASH && b[at + 4] === DASH;
  if (b[at] === STAR) return b[at + 1] === STAR && b[at + 2] === STAR && b[at + 3] === 0x20;
  return b[at + 1] === 0x55 && b[at + 2] === 0x4d && b[at + 3] === 0x50 && b[at + 4] === 0x20;
}

/** What came of a text. */
export interface SectionsRead {
  /** False if nothing of the file could be read. */
  readonly ok: boolean;
  /** Those of whom no section was in it: for them it is as if it were not there. */
  readonly absent: readonly SectionsSub[];
}

/** Reads the text for all subscribers. */
export async function runDumpstate(
  source: RandomAccess,
  subs: readonly SectionsSub[],
  run: DumpstateRun,
): Promise<SectionsRead> {
  const sections = new Sections(subs, run);
  let at = 0;
  for await (const chunk of chunksOf(source)) {
    if (run.cancel?.aborted) return { ok: true, absent: [] };
    sections.take(chunk, at);
    at += chunk.length;
    const wait = run.drain?.();
    if (wait) await wait;
  }
  sections.end();
  const cut = await cutOff(source);
  if (cut) run.report(cut);
  return { ok: true, absent: sections.absent(subs) };
}

/** The first and last bytes of a text. */
const EDGE = 4096;

const HEAD = "== dumpstate: ";
const DONE = "== dumpstate: done";

/** A bug report says at its beginning when it was made and at its end that it is done; one that lacks either was cut. Other texts have none. */
async function cutOff(source: RandomAccess): Promise<Parameters<Report>[0] | undefined> {
  const text = async (offset: number): Promise<string> =>
    new TextDecoder().decode(await source.read(offset, Math.min(EDGE, source.size)));
  const begins = /^== dumpstate: (?!done)/m.test(await text(0));
  const ends = /== dumpstate: done|was the duration of 'DUMPSTATE'/.test(await text(Math.max(0, source.size - EDGE)));
  if (begins === ends) return undefined;
  const [offset, expected] = begins ? [source.size, DONE] : [0, HEAD];
  return { code: "dumpstate-cut", offset, expected, lost: "bytes" };
}
