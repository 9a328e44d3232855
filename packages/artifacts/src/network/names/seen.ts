/** What is kept of the look-ups of a file, and found again: numbers and few texts. Moments are made when they are told. @module */
import { DNS_TYPE } from "@contraluz/formats/dns/index.ts";
import { addressText } from "@contraluz/formats/ip/index.ts";
import type { DnsItem } from "../../artifact.ts";
import { type Client, LookupColumns } from "./columns.ts";

/** Names that are kept at once, and answers of one name that are told. */
export const MAX_NAMES = 100_000;
/** Names from which on those are told that nobody asked for in ten minutes: one that comes again is another record then. */
const MANY = 5000;
const IDLE = 600;
const MAX_ANSWERS = 16;

const TYPES: ReadonlyMap<number, string> = new Map(
  Object.entries(DNS_TYPE).map(([name, n]) => [n, name.toUpperCase()]),
);

/** The name of a type, or its number. */
export const typeName = (type: number): string => TYPES.get(type) ?? String(type);

/** Longer than any name of DNS, with every byte written as `\\ddd` (RFC 1035, section 2.3.4). */
const LONGEST = 1100;

/** Without the letters that some resolvers mix in (0x20), so that one name is one. */
export const plain = (name: string): string => (name.length > LONGEST ? name.slice(0, LONGEST) : name).toLowerCase();

export class Lookups {
  readonly columns: LookupColumns = new LookupColumns();
  readonly #clients = new Map<string, Client>();
  #sweepAt = MANY;
  /** Messages about names beyond the limit. */
  over = 0;

  /** There are so many that those that nobody asks for any more should be told. */
  get isFull(): boolean {
    return this.columns.size >= this.#sweepAt;
  }

  take(item: DnsItem): void {
    const { message } = item;
    const q = message.questions[0];
    if (!q || q.name === "") return;
    const end = message.response ? item.to : item.from;
    let client = this.#clients.get(end.address);
    if (!client) {
      client = { end, names: new Map(), first: -1, last: -1 };
      this.#clients.set(end.address, client);
    }
    const c = this.columns;
    const name = plain(q.name);
    const alike = client.names.get(name) ?? -1;
    let slot = alike;
    while (slot >= 0 && c.type[slot] !== q.type) slot = c.other[slot]!;
    if (slot < 0) {
      if (c.size >= MAX_NAMES) {
        this.over++;
        return;
      }
      slot = c.add(client, name, item);
      c.other[slot] = alike;
      this.#link(client, slot);
    }
    c.lastSeconds[slot] = item.seconds;
    c.lastNanos[slot] = item.nanos;
    if (message.response) this.#answer(slot, item);
    else c.count[slot]!++;
  }

  #link(client: Client, slot: number): void {
    const c = this.columns;
    client.names.set(c.name[slot]!, slot);
    if (client.last >= 0) c.next[client.last] = slot;
    else client.first = slot;
    client.last = slot;
  }

  #answer(slot: number, { message }: DnsItem): void {
    const c = this.columns;
    c.answer(slot, message.rcode);
    const { records } = message;
    for (let i = 0; i < message.answers; i++) {
      const r = records[i]!;
      c.bytes[slot]! += r.length;
      if (r.ech) c.ech(slot);
      if (r.address) {
        const text = addressText(r.address, 0, r.address.length === 4 ? 4 : 6);
        c.answers[slot] = c.texts.add(c.answers[slot]!, text, MAX_ANSWERS);
      } else if (r.target && r.type === DNS_TYPE.cname)
        c.aliases[slot] = c.texts.add(c.aliases[slot]!, plain(r.target), MAX_ANSWERS);
    }
  }

  /** Hands over those that were not asked for in a while, machine by machine, and forgets them. */
  idle(now: number, tell: (slots: readonly number[]) => void): void {
    const c = this.columns;
    for (const client of this.#clients.values()) {
      if (client.first < 0) continue;
      const over: number[] = [];
      let slot = client.first;
      client.first = client.last = -1;
      client.names.clear();
      while (slot >= 0) {
        const next = c.next[slot]!;
        c.next[slot] = c.other[slot] = -1;
        if (now - c.lastSeconds[slot]! > IDLE) over.push(slot);
        else {
          c.other[slot] = client.names.get(c.name[slot]!) ?? -1;
          this.#link(client, slot);
        }
        slot = next;
      }
      if (over.length === 0) continue;
      tell(over);
      for (const done of over) c.remove(done);
    }
    this.#sweepAt = Math.max(MANY, Math.min(MAX_NAMES, Math.ceil(1.5 * c.size)));
  }

  /** All of them, in the order in which machines, and then their names, were first seen. */
  all(tell: (slots: readonly number[]) => void): void {
    for (const { first } of this.#clients.values()) {
      const all: number[] = [];
      for (let slot = first; slot >= 0; slot = this.columns.next[slot]!) all.push(slot);
      if (all.length > 0) tell(all);
    }
  }
}
