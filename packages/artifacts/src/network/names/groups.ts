/**
 * Names of one zone that one machine asked for once each, in types whose answers carry data: so a tunnel asks, and who looks up a hash of
 * each file. Each name says nothing by itself, and hundreds of lines of them hide what else was looked up. Twenty or more are told together:
 * every name, its packet and its time, in one record for each fifty, or for ten minutes: a sign that meets one of them is told with the time of the
 * record, which must not be another hour. Some tunnels have no zone, and begin all names alike: `dnscat.*`.
 *
 * What was asked for twice, was answered with an address, or is one of few, is told alone. Source: RFC 1035; network.md 3(b) B12.
 * @module
 */
import type { LookupColumns } from "./columns.ts";
import { typeName } from "./seen.ts";
import { beginningOf, CARRIERS, MANY, zoneOf } from "./zones.ts";

/** Names of one record, and seconds between its first and last. */
const TOGETHER = 50;
const SPAN = 600;

/** Several look-ups of one zone and type, in their order. */
export interface Group {
  readonly zone: string;
  readonly slots: readonly number[];
}

interface Alike {
  readonly zone: string;
  readonly slots: number[];
  /** How many came by; and the first of those that were not told yet. */
  told: number;
  next: number;
}

/** Whether a look-up may be told with others. */
function mayJoin(c: LookupColumns, slot: number): boolean {
  if (c.count[slot]! > 1 || c.answers[slot]! >= 0 || c.hasEch(slot)) return false;
  return CARRIERS.has(typeName(c.type[slot]!)) && c.texts.size(c.aliases[slot]!) <= 1;
}

const sameWay = (c: LookupColumns, a: number, b: number): boolean => c.type[a] === c.type[b] && c.over(a) === c.over(b);

/** Puts those that may be told together to their like; those that have too few stay where they were. */
function join(
  c: LookupColumns,
  slots: readonly number[],
  of: (Alike | undefined)[],
  zone: (name: string) => string | undefined,
): void {
  const by = new Map<string, Alike>();
  let last: Alike | undefined;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    if ((of[i]?.slots.length ?? 0) >= MANY || !mayJoin(c, slot)) continue;
    of[i] = undefined;
    const name = zone(c.name[slot]!);
    if (name === undefined) continue;
    // Those of a tunnel come one after another.
    if (!last || last.zone !== name || !sameWay(c, slot, last.slots[0]!)) {
      const key = `${c.over(slot)} ${c.type[slot]} ${name}`;
      last = by.get(key);
      if (!last) by.set(key, (last = { zone: name, slots: [], told: 0, next: 0 }));
    }
    const alike = last;
    alike.slots.push(slot);
    of[i] = alike;
  }
}

/** The next of them that are told in one record. */
function following(c: LookupColumns, { slots, next: from }: Alike): readonly number[] {
  const start = c.seconds[slots[from]!]!;
  let to = from + 1;
  while (to < slots.length && to - from < TOGETHER && Math.abs(c.seconds[slots[to]!]! - start) <= SPAN) to++;
  return slots.slice(from, to);
}

/** Tells look-ups of one machine, in their order: those of a group where its first one stands. */
export function tellGrouped(
  c: LookupColumns,
  slots: readonly number[],
  one: (slot: number) => void,
  several: (group: Group) => void,
): void {
  const of: (Alike | undefined)[] = [];
  if (slots.length >= MANY) for (const zone of [zoneOf, beginningOf]) join(c, slots, of, zone);
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    const alike = of[i];
    if (!alike || alike.slots.length < MANY) {
      one(slot);
      continue;
    }
    if (alike.told++ < alike.next) continue;
    const together = following(c, alike);
    alike.next += together.length;
    if (together.length === 1) one(slot);
    else several({ zone: alike.zone, slots: together });
  }
}
