/**
 * A witness of a log: one short line that says where it ended, for somebody to keep outside of the case.
 *
 * ```
 * contraluz-log 3f0c9a1b2c3d4e5f 42 2026-11-26 9f86d081-884c7d65-9a2feaa0-c55ad015-a3bf4f1b-2b0b822c-d15d6c15-b0f00a08
 * ```
 * Case, number of the last entry, its day, SHA-256 of its line. A chain says nothing of a whole folder that was put back as it was; whoever
 * has this line can tell. It names nobody. By hand the first 20 digits are enough: 80 bits, for which nobody makes another log.
 * @module
 */
import type { Platform, Sha256 } from "@contraluz/core";
import { type Entry, hashText } from "./entry.ts";
import { followChain, readLine } from "./read.ts";

export interface Witness {
  /** Of the case; left out where the witness is a log that left it. */
  readonly id?: string;
  /** Number of the entry that was last. */
  readonly seq: number;
  readonly day: string;
  /** SHA-256 of its line, or its first digits, 20 at least. */
  readonly head: string;
}

/** What is known of the log of a case: it may have holes. */
export interface Witnessed {
  readonly id: string;
  readonly log: readonly Pick<Entry, "line" | "head">[];
}

export type WitnessState =
  /** The log ends where the witness says. */
  | "same"
  /** It goes on from there, in one chain. */
  | "continues"
  /** It ends before: entries are missing, or the folder is an older copy. */
  | "shorter"
  /** That entry is another one: this is another history. */
  | "other"
  | "other-case"
  /** That entry, or one after it, cannot be read. */
  | "unknown";

export interface WitnessFound {
  readonly witness: Witness;
  readonly state: WitnessState;
  /** Entries since, where it goes on. */
  readonly more: number;
}

const MARK = "contraluz-log";
/** No digit may follow: a number that is too long is none. */
const LINE =
  /contraluz-log\s{1,4}([0-9a-f]{16})\s{1,4}(\d{1,8})\s{1,4}(\d{4}-\d\d-\d\d)\s{1,4}((?:[0-9a-f]-?){19,63}[0-9a-f])(?![0-9a-f-])/gi;
const MOST = 100;
const MOST_TEXT = 1 << 20;

/** Undefined where there is no entry yet. */
export function witnessOf(platform: Pick<Platform, "sha256">, of: Witnessed): Witness | undefined {
  const last = of.log.at(-1);
  return last && { id: of.id, seq: last.head.seq, day: last.head.at.slice(0, 10), head: hashText(platform, last.line) };
}

/** The line; its digits in groups, so that it can be read out. */
export function witnessLine(w: Required<Witness>): string {
  return `${MARK} ${w.id} ${w.seq} ${w.day} ${w.head.match(/.{1,8}/g)!.join("-")}`;
}

/** Every witness in a text: a line, a note, a message. */
export function readWitnesses(text: string): Witness[] {
  const out: Witness[] = [];
  for (const m of text.slice(0, MOST_TEXT).matchAll(LINE)) {
    const [, id, seq, day, head] = m as unknown as [string, string, string, string, string];
    if (out.length >= MOST || Number(seq) < 1) continue;
    out.push({ id: id.toLowerCase(), seq: Number(seq), day, head: head.replaceAll("-", "").toLowerCase() });
  }
  return out;
}

/** The log of a dossier as a witness, from the text of its `custody.jsonl`: where it ends. */
export function witnessOfLog(platform: Pick<Platform, "sha256">, custody: string): Witness | undefined {
  const line = custody.trimEnd().split("\n").at(-1) ?? "";
  const head = readLine(line);
  return head && { seq: head.seq, day: head.at.slice(0, 10), head: hashText(platform, line) };
}

/** Whether the log continues what the witness saw. */
export function checkWitness(platform: Pick<Platform, "sha256">, w: Witness, of: Witnessed): WitnessFound {
  const found = (state: WitnessState, more = 0): WitnessFound => ({ witness: w, state, more });
  if (w.id !== undefined && w.id !== of.id) return found("other-case");
  const last = of.log.at(-1)?.head.seq ?? 0;
  if (w.seq > last) return found("shorter");
  const at = of.log.findIndex((e) => e.head.seq === w.seq);
  const entry = of.log[at];
  if (!entry) return found("unknown");
  const sum: Sha256 = hashText(platform, entry.line);
  if (!sum.startsWith(w.head)) return found("other");
  const after = of.log.slice(at + 1);
  const lines = after.map((e) => e.line);
  const whole = followChain(platform, lines, entry.line).breaks.every((b) => b.why === "time");
  if (!whole) return found("unknown");
  return after.length === 0 ? found("same") : found("continues", after.length);
}
