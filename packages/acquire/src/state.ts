/**
 * What is there already, so that an acquisition that was interrupted goes on: one line of JSON for each file that is done, in
 * `contraluz-state.jsonl`. At the end `hashes.csv` says the same and more, and the file goes.
 * @module
 */
import { AcquireError } from "./errors.ts";
import type { Shelf } from "./shelf.ts";

export const STATE = "contraluz-state.jsonl";
const SCHEMA = "contraluz/acquire@1";

/** Why a file is not there, or not as it should be. `left`: a file that stays on the phone. */
export type ShortCode =
  | "broken"
  | "changed"
  | "cut"
  | "declined"
  | "empty"
  | "left"
  | "limit"
  | "name"
  | "not-offered"
  | "refused"
  | "stalled";

export interface Shortfall {
  readonly code: ShortCode;
  /** A file of the acquisition, or a path or package of the phone. */
  readonly what: string;
}

export interface Done {
  readonly size: number;
  readonly sha256: string;
}

/** What does not change while an acquisition goes on. */
export interface Opening {
  readonly uuid: string;
  /** A hash of the phone's own numbers: only to tell it from another one. */
  readonly device: string;
  readonly started: string;
  readonly apks: "none" | "user" | "all";
  readonly messages: boolean;
}

export interface State {
  readonly opening: Opening;
  readonly resumed: boolean;
  readonly files: ReadonlyMap<string, Done>;
  readonly shortfalls: readonly Shortfall[];
  /** A step or a file that needs no second try, whether something came of it or not. */
  settled(what: string): boolean;
  file(name: string, done: Done): Promise<void>;
  fell(shortfall: Shortfall): Promise<void>;
  settle(what: string): Promise<void>;
}

const encode = (line: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(line)}\n`);

interface Line {
  readonly schema?: string;
  readonly file?: string;
  readonly size?: number;
  readonly sha256?: string;
  readonly fell?: ShortCode;
  readonly what?: string;
  readonly settled?: string;
}

/** Lines that are whole; one that was being written when the power went is no line. */
function linesOf(bytes: Uint8Array): Line[] {
  const lines: Line[] = [];
  for (const text of new TextDecoder().decode(bytes).split("\n")) {
    if (text === "") continue;
    try {
      const line: unknown = JSON.parse(text);
      if (typeof line === "object" && line !== null) lines.push(line as Line);
    } catch {}
  }
  return lines;
}

/** Goes on with what the shelf holds, or begins. Throws `other-phone` if the shelf is of another one. */
export async function openState(shelf: Shelf, fresh: Opening): Promise<State> {
  const files = new Map<string, Done>();
  const settled = new Set<string>();
  const shortfalls: Shortfall[] = [];
  const bytes = await shelf.read(STATE);
  const lines = bytes ? linesOf(bytes) : [];
  const first = lines[0];
  const old = first?.schema === SCHEMA ? (first as unknown as Opening) : undefined;
  if (old && old.device !== fresh.device) throw new AcquireError("other-phone");
  // A line that was cut must not swallow the next one.
  if (old) await shelf.append(STATE, new TextEncoder().encode("\n"));
  else await shelf.append(STATE, encode({ schema: SCHEMA, ...fresh }));
  for (const l of old ? lines.slice(1) : []) {
    if (l.file !== undefined && l.size !== undefined && l.sha256 !== undefined) {
      // Whoever tidied up meanwhile: what is not there, or shorter, is read again.
      if ((await shelf.size(l.file)) === l.size) files.set(l.file, { size: l.size, sha256: l.sha256 });
      else files.delete(l.file);
    } else if (l.settled !== undefined) settled.add(l.settled);
    else if (l.fell !== undefined && l.what !== undefined) shortfalls.push({ code: l.fell, what: l.what });
  }
  const opening = old
    ? { uuid: old.uuid, device: old.device, started: old.started, apks: old.apks, messages: old.messages }
    : fresh;
  return {
    opening,
    resumed: old !== undefined,
    files,
    shortfalls,
    settled: (what) => settled.has(what) || files.has(what),
    async file(name, done) {
      files.set(name, done);
      await shelf.append(STATE, encode({ file: name, ...done }));
    },
    async fell(s) {
      if (shortfalls.some((x) => x.code === s.code && x.what === s.what)) return;
      shortfalls.push(s);
      await shelf.append(STATE, encode({ fell: s.code, what: s.what }));
    },
    async settle(what) {
      settled.add(what);
      await shelf.append(STATE, encode({ settled: what }));
    },
  };
}
