/**
 * What people decided of names: two groups are one person, some mentions are another one, a decision is taken back. One object of JSON a
 * line, in the order in which it was decided. A rule never writes one.
 * @module
 */
import { type Fault, Form, join, parseForm } from "@contraluz/case/forms/fields.ts";
import { isDate } from "../ledger/dates.ts";

interface Decided {
  readonly id: string;
  /** Who decided, by name. */
  readonly by: string;
  readonly on: string;
  readonly why: string;
}

export type Decision =
  | (Decided & { readonly type: "merge"; readonly from: readonly string[]; readonly into: string })
  | (Decided & {
      readonly type: "split";
      readonly from: string;
      readonly into: string;
      readonly places: readonly {
        readonly doc: string;
        readonly page: number;
        readonly span: readonly [number, number];
      }[];
    })
  | (Decided & { readonly type: "undo"; readonly of: string });

export interface ReadDecisions {
  readonly decisions: readonly Decision[];
  readonly faults: readonly { readonly line: number; readonly fault: Fault }[];
}

const MAX = { id: 64, group: 200, text: 1000, list: 1000, lines: 50_000, faults: 500 } as const;
const DECIDED = ["type", "id", "by", "on", "why"] as const;

type Obj = { readonly [k: string]: unknown };

function placesOf(f: Form, o: Obj): { doc: string; page: number; span: readonly [number, number] }[] {
  const out = [];
  for (const [i, v] of (f.list(o, "", "places", MAX.list) ?? []).entries()) {
    const at = join("places", i);
    const p = f.object(v, at, ["doc", "page", "start", "end"]);
    if (!p) continue;
    const doc = f.text(p, at, "doc", 64);
    const page = f.number(p, at, "page", 1, 1_000_000);
    const start = f.number(p, at, "start", 0, Number.MAX_SAFE_INTEGER);
    const end = f.number(p, at, "end", 0, Number.MAX_SAFE_INTEGER);
    if (doc !== undefined && !/^[0-9a-f]{64}$/.test(doc)) f.fault("not-a-hash", join(at, "doc"));
    if (page === undefined) f.fault("missing", join(at, "page"));
    if (start === undefined) f.fault("missing", join(at, "start"));
    if (doc !== undefined && page !== undefined && start !== undefined)
      out.push({ doc, page, span: [start, end ?? start] as const });
  }
  return out;
}

function decisionOf(f: Form, json: unknown): Decision | undefined {
  const o = f.object(json, "", [...DECIDED, "from", "into", "places", "of"]);
  if (!o) return undefined;
  const type = f.choice(o, "", "type", ["merge", "split", "undo"] as const);
  const on = f.text(o, "", "on", 10);
  if (on !== undefined && !isDate(on)) f.fault("not-a-day", "on", on);
  const decided = {
    id: f.text(o, "", "id", MAX.id) ?? "",
    by: f.text(o, "", "by", MAX.group) ?? "",
    on: on ?? "",
    why: f.text(o, "", "why", MAX.text) ?? "",
  };
  if (type === "undo") return { type, ...decided, of: f.text(o, "", "of", MAX.id) ?? "" };
  const into = f.text(o, "", "into", MAX.group) ?? "";
  if (type === "split")
    return { type, ...decided, from: f.text(o, "", "from", MAX.group) ?? "", into, places: placesOf(f, o) };
  if (type !== "merge") return undefined;
  const from: string[] = [];
  for (const [i, v] of (f.list(o, "", "from", MAX.list) ?? []).entries()) {
    const group = f.text({ from: v }, "", "from", MAX.group);
    if (group === undefined) f.fault("wrong-type", join("from", i));
    else from.push(group);
  }
  return { type, ...decided, from, into };
}

export function readDecisions(text: string): ReadDecisions {
  const decisions: Decision[] = [];
  const faults: { line: number; fault: Fault }[] = [];
  const ids = new Set<string>();
  let line = 0;
  for (const row of text.split("\n").slice(0, MAX.lines)) {
    line++;
    if (row.trim() === "") continue;
    const f = new Form();
    const parsed = parseForm(row);
    const d = "fault" in parsed ? f.fault(parsed.fault.code, parsed.fault.at) : decisionOf(f, parsed.json);
    if (d && ids.has(d.id)) f.fault("twice", "id", d.id);
    if (d && f.faults.length === 0) {
      ids.add(d.id);
      decisions.push(d);
    }
    for (const fault of f.faults) if (faults.length < MAX.faults) faults.push({ line, fault });
  }
  return { decisions, faults };
}
