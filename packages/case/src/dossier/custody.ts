/** The log in a dossier: all lines, and of the entries that are disclosed their data; stories, reviews and incidents by themselves. @module */
import { encodeJson, type Json, type Platform } from "@contraluz/core";
import { publishable } from "../incidents/order.ts";
import type { Incident } from "../incidents/types.ts";
import type { Action, Actions, Cite } from "../log/actions.ts";
import { hashText, type Line, unsalted } from "../log/entry.ts";
import { readLine } from "../log/read.ts";
import { standingClocks } from "../review/clocks.ts";
import type { BagWriter } from "./bag.ts";
import { dataOf } from "./shapes.ts";
import type { CustodyEntry, Told, Withholdable } from "./types.ts";

/**
 * Actions whose data says what was found and by whom it was looked at. Others may name people; and that of a check holds the hash of the
 * whole result, by which somebody who has a copy of the phone would know it again.
 */
export const PUBLISHED: ReadonlySet<Action> = new Set<Action>(["story", "review", "reproduced", "incident", "clock"]);

/** Actions that tell of one check. */
const CHECKS: ReadonlySet<Action> = new Set<Action>(["check", "recheck", "reproduced", "clock"]);

export interface CustodyWritten {
  readonly lines: number;
  readonly disclosed: number;
  /** SHA-256 of the last line, "" if there is none. */
  readonly last: string;
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

/** Corrections of clocks that are shown and stand: one that was taken back does not, also where the taking back is withheld. */
function clocksOf(shown: readonly Shown[], entries: readonly CustodyEntry[]): Actions["clock"][] {
  const all = entries.flatMap((e) => {
    const head = readLine(e.line);
    const data = head?.action === "clock" && e.text !== undefined ? dataOf("clock", e.text) : undefined;
    return head && data !== undefined ? [{ ...(data as Actions["clock"]), seq: head.seq }] : [];
  });
  const seen = new Set(shown.map((s) => s.seq));
  return standingClocks(all).flatMap(({ seq, ...data }) => (seen.has(seq) ? [data] : []));
}

/** The newest of each id, in the order in which they were first told. */
function newest<T>(all: readonly T[], id: (x: T) => string): readonly T[] {
  return [...new Map(all.map((x) => [id(x), x])).values()];
}

/** Incidents of which the last word is that they may be published. */
function published(entries: readonly CustodyEntry[]): ReadonlySet<string> {
  const last = new Map<string, boolean>();
  for (const e of entries) {
    if (e.text === undefined || readLine(e.line)?.action !== "incident") continue;
    const data = dataOf("incident", e.text) as Actions["incident"] | undefined;
    if (data) last.set(data.incident.id, data.incident.consent.publish);
  }
  return new Set([...last].filter(([, yes]) => yes).map(([id]) => id));
}

/**
 * The log of a case as it leaves it. Without their data go entries about incidents that may not be published (the newest word about one
 * counts for what was said of it before), and what tells of checks that stay behind.
 */
export function custodyLeaving(
  entries: readonly Required<CustodyEntry>[],
  o: { readonly incidents: "all" | "published" | "none"; readonly without: ReadonlySet<string> },
): CustodyEntry[] {
  const open = published(entries);
  const stays = (action: Action, data: unknown): boolean => {
    if (citesOf(action, data).some((c) => o.without.has(c.check))) return true;
    const from = action === "review" ? (data as Actions["review"]).carried?.check : undefined;
    if (from !== undefined && o.without.has(from)) return true;
    if (CHECKS.has(action)) {
      const { check, of } = data as { readonly check?: string; readonly of?: string };
      return [check, of].some((c) => c !== undefined && o.without.has(c));
    }
    if (action !== "incident" || o.incidents === "all") return false;
    return o.incidents === "none" || !open.has((data as Actions["incident"]).incident.id);
  };
  return entries.map((e) => {
    const action = readLine(e.line)?.action;
    const data = action && dataOf(action, e.text);
    // What is not understood stays, where anything stays.
    const bound = action === "incident" ? o.incidents !== "all" : o.without.size > 0;
    return action === undefined || data === undefined
      ? bound
        ? { line: e.line }
        : e
      : stays(action, data)
        ? { line: e.line }
        : e;
  });
}

/**
 * Writes the log. `withheld`: of an edition that withholds; `shows`: whether it shows what is cited. What cites something that is
 * withheld is withheld too: its words were made from it. Of an incident such an edition has what may be published in
 * `incidents.json`; the entry's data says who told it, and stays back.
 */
export async function writeCustody(
  bag: BagWriter,
  entries: readonly CustodyEntry[],
  platform: Pick<Platform, "sha256">,
  o: { readonly withheld?: (what: Withholdable) => boolean; readonly shows: (c: Cite) => boolean },
): Promise<CustodyWritten & { readonly told: Told }> {
  const shown: Shown[] = [];
  const rows: string[] = [];
  const log: Line[] = [];
  const open = published(entries);
  for (const e of entries) {
    const head = readLine(e.line);
    const asked =
      head !== undefined &&
      o.withheld?.({ kind: "entry", seq: head.seq, action: head.action, text: e.text ?? "" }) === true;
    const kept = log.length;
    if (head) log.push(unsalted(platform, head));
    if (!head || asked || e.salt === undefined || e.text === undefined) continue;
    const data = dataOf(head.action, e.text);
    const incident = head.action === "incident" ? (data as Actions["incident"] | undefined)?.incident : undefined;
    if (o.withheld) {
      // What is in it cannot be told: it stays back.
      if (data === undefined) continue;
      if ((incident && !open.has(incident.id)) || !citesOf(head.action, data).every(o.shows)) continue;
    }
    if (!o.withheld || !incident) {
      rows.push(`${head.seq}\t${e.salt}\t${e.text}\n`);
      log[kept] = unsalted(platform, head, { salt: e.salt, text: e.text });
    }
    if (data !== undefined) shown.push({ seq: head.seq, action: head.action, data });
  }
  await bag.text("data/custody.jsonl", entries.map((e) => `${e.line}\n`).join(""));
  await bag.text("data/custody-data.txt", rows.join(""));
  const of = <A extends Action>(action: A): Actions[A][] =>
    shown.filter((s) => s.action === action).map((s) => s.data as Actions[A]);
  const told = newest<Incident>(
    of("incident").map((d) => d.incident),
    (i) => i.id,
  );
  const parts = {
    stories: newest(of("story"), (s) => s.id),
    reviews: of("review"),
    incidents: o.withheld ? publishable(told) : told,
  };
  for (const [name, list] of Object.entries(parts))
    if (list.length > 0) await bag.text(`data/${name}.json`, `${encodeJson(list as unknown as Json)}\n`);
  const last = entries[entries.length - 1];
  const lines = entries.map((e) => e.line);
  return {
    lines: entries.length,
    disclosed: rows.length,
    last: last ? hashText(platform, last.line) : "",
    told: { ...parts, lines, log, tags: of("tag"), clocks: clocksOf(shown, entries) },
  };
}
