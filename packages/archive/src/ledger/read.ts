/**
 * Reads a ledger: one object of JSON a line. Anybody may have written it: lines, fields and letters are bounded, and each fault is named
 * with its line. A line with a fault is left out, the others are read.
 * @module
 */
import { type Fault, own, parseForm } from "@contraluz/case/forms/fields.ts";
import { KINDS, Line, MAX, type Obj } from "./fields.ts";
import type { Ledger, LedgerEntry } from "./types.ts";

/** What is wrong with one line of the file. `stored-state`: a line that says what has to be worked out. */
export type LineFault =
  | { readonly line: number; readonly code: "form"; readonly fault: Fault }
  | {
      readonly line: number;
      readonly code: "too-long" | "twice" | "stored-state" | "unknown-type" | "too-many";
      readonly found: string;
    };

export interface ReadLedger {
  readonly ledger: Ledger;
  readonly faults: readonly LineFault[];
  /** Faults beyond those that are listed. */
  readonly more: number;
}

/** Names under which people try to write down what follows. */
const STORED = new Set(["state", "verdict", "status", "rating"]);

/**
 * The entries of a file, and what is wrong with the rest.
 * @example
 * const { ledger, faults } = readLedger(text);
 */
export function readLedger(text: string): ReadLedger {
  const faults: LineFault[] = [];
  let more = 0;
  const tell = (f: LineFault): void => {
    if (faults.length < MAX.faults) faults.push(f);
    else more++;
  };
  const entries: LedgerEntry[] = [];
  const ids = new Set<string>();
  let line = 0;
  for (let at = 0; at < text.length; ) {
    let end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    const length = end - at;
    line++;
    if (line > MAX.lines) {
      tell({ line, code: "too-many", found: String(MAX.lines) });
      break;
    }
    if (length > MAX.line) tell({ line, code: "too-long", found: String(length) });
    else {
      const row = text.slice(at, end).trim();
      if (row !== "" && row !== "\ufeff") {
        const entry = entryOf(row, line, tell);
        if (entry && ids.has(entry.id)) tell({ line, code: "twice", found: entry.id });
        else if (entry) {
          ids.add(entry.id);
          entries.push(entry);
        }
      }
    }
    at = end + 1;
  }
  const ledger: Ledger = {
    claims: entries.filter((e) => e.type === "claim"),
    acts: entries.filter((e) => e.type === "act"),
    links: entries.filter((e) => e.type === "link"),
  };
  return { ledger, faults, more };
}

function entryOf(row: string, line: number, tell: (f: LineFault) => void): LedgerEntry | undefined {
  const parsed = parseForm(row);
  if ("fault" in parsed) {
    tell({ line, code: "form", fault: parsed.fault });
    return undefined;
  }
  const { json } = parsed;
  const type = typeof json === "object" && json !== null && !Array.isArray(json) ? own(json as Obj, "type") : undefined;
  const kind = typeof type === "string" && Object.hasOwn(KINDS, type) ? (type as keyof typeof KINDS) : undefined;
  if (kind === undefined) {
    const found = typeof type === "string" ? type.slice(0, 40) : "";
    tell({ line, code: STORED.has(found) ? "stored-state" : "unknown-type", found });
    return undefined;
  }
  const f = new Line();
  const [fields, read] = KINDS[kind];
  const o = f.object(json, "", fields)!;
  const id = f.id(o, "id") ?? "";
  const supersedes = f.id(o, "supersedes", "optional");
  const value = read(f, o);
  if (f.faults.length > 0) {
    for (const fault of f.faults) tell({ line, code: "form", fault });
    return undefined;
  }
  return { type: kind, id, ...(supersedes === undefined ? {} : { supersedes }), ...value } as LedgerEntry;
}
