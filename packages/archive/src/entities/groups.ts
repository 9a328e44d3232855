/**
 * Names that are written alike, as groups, and what people decided of them. The rules join only what has the same given names and the same
 * surnames, letter by letter but marks and case; a surname alone, an initial, another spelling is a group of its own. Merges and splits are
 * records of a named person, applied in their order; nothing is overwritten, and each can be taken back.
 * @module
 */
import { byCodeUnit } from "@contraluz/core";
import type { Decision } from "./decisions.ts";
import type { EntityPlace, PageEntities, PersonName } from "./types.ts";

export interface Mention {
  readonly place: EntityPlace;
  /** As it stands there. */
  readonly text: string;
  readonly title?: string;
}

/** `same`: what the group holds is written alike. `merged`: a person said that it belongs together. */
export interface NameGroup {
  /** `armando|ruiz arreguin`; of a split what the person called it. */
  readonly id: string;
  /** How it is written most often; of merged groups that of the one into which they were merged. */
  readonly name: string;
  readonly mentions: readonly Mention[];
  /** Ids of the groups that were merged into it. */
  readonly merged: readonly string[];
  /** Decisions that made it what it is, in their order. */
  readonly history: readonly string[];
}

/** A decision that could not be applied. */
export interface DecisionFault {
  readonly id: string;
  readonly code:
    | "no-such-group"
    | "merged-already"
    | "into-itself"
    | "no-such-mention"
    | "taken-name"
    | "no-such-decision";
  readonly found: string;
}

export interface Groups {
  readonly groups: readonly NameGroup[];
  readonly faults: readonly DecisionFault[];
  /** The group that a place belongs to. */
  of(place: EntityPlace): NameGroup | undefined;
}

export const groupId = (n: PersonName): string => `${n.given}|${n.surnames}`;
const placeKey = (p: Pick<EntityPlace, "doc" | "page" | "span">): string => `${p.doc}:${p.page}:${p.span[0]}`;

interface Draft {
  readonly id: string;
  readonly value: Map<string, number>;
  mentions: Mention[];
  merged: string[];
  history: string[];
}

function collect(pages: Iterable<PageEntities>): Map<string, Draft> {
  const groups = new Map<string, Draft>();
  for (const { doc, path, page, entities } of pages)
    for (const e of entities) {
      if (e.type !== "person" || !e.name) continue;
      const id = groupId(e.name);
      let g = groups.get(id);
      if (!g) groups.set(id, (g = { id, value: new Map(), mentions: [], merged: [], history: [] }));
      g.value.set(e.value, (g.value.get(e.value) ?? 0) + 1);
      const title = e.title === undefined ? {} : { title: e.title };
      g.mentions.push({ place: { doc, path, page, span: e.span }, text: e.text, ...title });
    }
  return groups;
}

const mostOf = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]))[0]?.[0] ?? "";

/** Groups of pages, with decisions applied. Those that were taken back do not count. */
export function groupsOf(pages: Iterable<PageEntities>, decisions: readonly Decision[] = []): Groups {
  const groups = collect(pages);
  const gone = new Map<string, string>();
  const faults: DecisionFault[] = [];
  const known = new Set(decisions.map((d) => d.id));
  const undone = new Set<string>();
  // An undo can be undone: the last word counts.
  for (const d of [...decisions].reverse()) if (d.type === "undo" && !undone.has(d.id)) undone.add(d.of);
  for (const d of decisions) {
    const fault = (code: DecisionFault["code"], found: string): void => void faults.push({ id: d.id, code, found });
    if (d.type === "undo") {
      if (!known.has(d.of)) fault("no-such-decision", d.of);
      continue;
    }
    if (undone.has(d.id)) continue;
    if (d.type === "merge") {
      const into = groups.get(d.into);
      if (!into) {
        fault(gone.has(d.into) ? "merged-already" : "no-such-group", d.into);
        continue;
      }
      for (const from of d.from) {
        const g = groups.get(from);
        if (from === d.into) fault("into-itself", from);
        else if (!g) fault(gone.has(from) ? "merged-already" : "no-such-group", from);
        else {
          into.mentions.push(...g.mentions);
          into.merged.push(from, ...g.merged);
          into.history.push(...g.history);
          groups.delete(from);
          gone.set(from, d.into);
        }
      }
      into.history.push(d.id);
      continue;
    }
    const g = groups.get(d.from);
    if (!g) fault(gone.has(d.from) ? "merged-already" : "no-such-group", d.from);
    else if (groups.has(d.into)) fault("taken-name", d.into);
    else {
      const wanted = new Set(d.places.map(placeKey));
      const out = g.mentions.filter((m) => wanted.has(placeKey(m.place)));
      if (out.length < wanted.size) fault("no-such-mention", String(wanted.size - out.length));
      if (out.length === 0) continue;
      g.mentions = g.mentions.filter((m) => !wanted.has(placeKey(m.place)));
      g.history.push(d.id);
      groups.set(d.into, {
        id: d.into,
        value: new Map([[out[0]!.text, 1]]),
        mentions: out,
        merged: [],
        history: [d.id],
      });
    }
  }
  const list = [...groups.values()]
    .filter((g) => g.mentions.length > 0)
    .map(
      (g): NameGroup => ({
        id: g.id,
        name: mostOf(g.value),
        mentions: g.mentions,
        merged: g.merged,
        history: g.history,
      }),
    )
    .sort((a, b) => b.mentions.length - a.mentions.length || byCodeUnit(a.id, b.id));
  const byPlace = new Map(list.flatMap((g) => g.mentions.map((m) => [placeKey(m.place), g] as const)));
  return { groups: list, faults, of: (p) => byPlace.get(placeKey(p)) };
}
