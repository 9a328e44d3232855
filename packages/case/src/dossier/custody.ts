/** The log in a dossier: all lines, and of the entries that are disclosed their data; stories, reviews and incidents by themselves. @module */
import { encodeJson, type Json } from "@contraluz/core";
import type { Incident } from "../incidents/types.ts";
import type { Action, Actions, Cite } from "../log/actions.ts";
import { readLine } from "../log/read.ts";
import type { BagWriter } from "./bag.ts";
import { dataOf } from "./shapes.ts";
import type { CustodyEntry, Withholdable } from "./types.ts";

/** Actions whose data says what was found and by whom it was looked at; all others may name people. */
export const PUBLISHED: ReadonlySet<Action> = new Set<Action>([
  "check",
  "recheck",
  "story",
  "review",
  "reproduced",
  "incident",
]);

export interface CustodyWritten {
  readonly lines: number;
  readonly disclosed: number;
  /** SHA-256 of the last line, "" if there is none. */
  readonly last: string;
}

/** What is shown of the log, by kind. */
export interface CustodyShown {
  readonly stories: readonly Actions["story"][];
  readonly reviews: readonly Actions["review"][];
  readonly incidents: readonly Incident[];
}

interface Shown {
  readonly seq: number;
  readonly action: Action;
  readonly data: unknown;
}

function citesOf(action: Action, data: unknown): readonly Cite[] {
  if (action === "story") return (data as Actions["story"]).sentences.flatMap((s) => s.cites);
  if (action === "review") return [(data as Actions["review"]).about];
  if (action === "note") return [(data as Actions["note"]).about].filter((c) => c !== undefined);
  if (action === "tag") return (data as Actions["tag"]).about;
  if (action !== "incident") return [];
  return (data as Actions["incident"]).incident.evidence.filter((e) => "check" in e);
}

/** The newest story of each id, in the order in which they were first told. */
function stories(all: readonly Shown[]): readonly Actions["story"][] {
  const out = new Map<string, Actions["story"]>();
  for (const s of all) if (s.action === "story") out.set((s.data as Actions["story"]).id, s.data as Actions["story"]);
  return [...out.values()];
}

/**
 * Writes the log. `withheld`: of an edition that withholds; `shows`: whether it shows what is cited. What cites something that is
 * withheld is withheld too: its words were made from it.
 */
export async function writeCustody(
  bag: BagWriter,
  entries: readonly CustodyEntry[],
  hash: (text: string) => string,
  o: { readonly withheld?: (what: Withholdable) => boolean; readonly shows: (c: Cite) => boolean },
): Promise<CustodyWritten & { readonly parts: CustodyShown }> {
  const shown: Shown[] = [];
  const rows: string[] = [];
  for (const e of entries) {
    const head = readLine(e.line);
    if (!head || e.salt === undefined || e.text === undefined) continue;
    const data = dataOf(head.action, e.text);
    if (o.withheld) {
      // What is in it cannot be told: it stays back.
      if (data === undefined) continue;
      const open = head.action !== "incident" || (data as Actions["incident"]).incident.consent.publish;
      if (!open || !citesOf(head.action, data).every(o.shows)) continue;
      if (o.withheld({ kind: "entry", seq: head.seq, action: head.action, text: e.text })) continue;
    }
    rows.push(`${head.seq}\t${e.salt}\t${e.text}\n`);
    if (data !== undefined) shown.push({ seq: head.seq, action: head.action, data });
  }
  await bag.text("data/custody.jsonl", entries.map((e) => `${e.line}\n`).join(""));
  await bag.text("data/custody-data.txt", rows.join(""));
  const of = (action: Action): unknown[] => shown.filter((s) => s.action === action).map((s) => s.data);
  const parts: CustodyShown = {
    stories: stories(shown),
    reviews: of("review") as Actions["review"][],
    incidents: of("incident").map((d) => (d as Actions["incident"]).incident),
  };
  for (const [name, list] of Object.entries(parts))
    if (list.length > 0) await bag.text(`data/${name}.json`, `${encodeJson(list as unknown as Json)}\n`);
  const last = entries[entries.length - 1];
  return { lines: entries.length, disclosed: rows.length, last: last ? hash(last.line) : "", parts };
}
