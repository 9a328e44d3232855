/**
 * What is kept of the look-ups of a file: numbers and few texts, since a capture of a day asks a hundred thousand names. Moments are made when
 * they are told.
 * @module
 */
import { DNS_TYPE } from "@contraluz/formats/dns/index.ts";
import { addressText } from "@contraluz/formats/ip/index.ts";
import type { DnsItem, Endpoint } from "../../artifact.ts";

/** Names that are kept at once, and answers of one name that are told. */
export const MAX_NAMES = 100_000;
/** Names from which on those are told that nobody asked for in ten minutes: one that comes again is another record then. */
const MANY = 20_000;
const IDLE = 600;
const MAX_ANSWERS = 16;

const TYPES: ReadonlyMap<number, string> = new Map(
  Object.entries(DNS_TYPE).map(([name, n]) => [n, name.toUpperCase()]),
);

export interface Lookup {
  /** As it was asked first, where that was with capitals. */
  readonly written: string | undefined;
  readonly over: DnsItem["over"];
  readonly seconds: number;
  readonly nanos: number;
  readonly packet: number;
  readonly offset: number;
  lastSeconds: number;
  lastNanos: number;
  count: number;
  bytes: number;
  answered: boolean;
  rcode: number | undefined;
  answers: string[] | undefined;
  /** Names that it is an alias of. */
  aliases: string[] | undefined;
  ech: boolean;
}

/** The look-ups of one machine, by `A example.org`. */
interface Client {
  readonly end: Endpoint;
  readonly lookups: Map<string, Lookup>;
}

/** Without the letters that some resolvers mix in (0x20), so that one name is one. */
export const plain = (name: string): string => name.toLowerCase();

function add(to: string[], value: string): void {
  if (to.length < MAX_ANSWERS && !to.includes(value)) to.push(value);
}

function placeOf({ origin }: DnsItem): { readonly packet: number; readonly offset: number } {
  const { at } = origin;
  return "packet" in at ? { packet: at.packet, offset: at.offset } : { packet: 0, offset: 0 };
}

function parts(key: string): readonly [type: string, name: string] {
  const space = key.indexOf(" ");
  return [key.slice(0, space), key.slice(space + 1)];
}

export class Lookups {
  readonly #clients = new Map<string, Client>();
  #size = 0;
  #sweepAt = MANY;
  /** Messages about names beyond the limit. */
  over = 0;

  take(item: DnsItem): void {
    const { message } = item;
    const q = message.questions[0];
    if (!q || q.name === "") return;
    const end = message.response ? item.to : item.from;
    let client = this.#clients.get(end.address);
    if (!client) this.#clients.set(end.address, (client = { end, lookups: new Map() }));
    const name = plain(q.name);
    const key = `${TYPES.get(q.type) ?? q.type} ${name}`;
    let l = client.lookups.get(key);
    if (!l) {
      if (this.#size >= MAX_NAMES) {
        this.over++;
        return;
      }
      this.#size++;
      l = fresh(item, q.name === name ? undefined : q.name);
      client.lookups.set(key, l);
    }
    l.lastSeconds = item.seconds;
    l.lastNanos = item.nanos;
    if (message.response) answer(l, item);
    else l.count++;
  }

  /** Takes out those that were not asked for in a while, where there are many. */
  *idle(now: number): Generator<readonly [client: Endpoint, type: string, name: string, lookup: Lookup]> {
    if (this.#size < this.#sweepAt) return;
    for (const { end, lookups } of this.#clients.values())
      for (const [key, l] of lookups) {
        if (now - l.lastSeconds <= IDLE) continue;
        lookups.delete(key);
        this.#size--;
        yield [end, ...parts(key), l];
      }
    this.#sweepAt = Math.max(MANY, Math.min(MAX_NAMES, Math.ceil(1.5 * this.#size)));
  }

  /** In the order in which machines, and then their names, were first seen. */
  *all(): Generator<readonly [client: Endpoint, type: string, name: string, lookup: Lookup]> {
    for (const { end, lookups } of this.#clients.values())
      for (const [key, l] of lookups) yield [end, ...parts(key), l];
  }
}

function fresh(item: DnsItem, written: string | undefined): Lookup {
  return {
    written,
    over: item.over,
    seconds: item.seconds,
    nanos: item.nanos,
    ...placeOf(item),
    lastSeconds: item.seconds,
    lastNanos: item.nanos,
    count: 0,
    bytes: 0,
    answered: false,
    rcode: undefined,
    answers: undefined,
    aliases: undefined,
    ech: false,
  };
}

function answer(l: Lookup, { message }: DnsItem): void {
  l.answered = true;
  l.rcode = message.rcode;
  for (const r of message.records.slice(0, message.answers)) {
    l.bytes += r.length;
    if (r.ech) l.ech = true;
    if (r.address) add((l.answers ??= []), addressText(r.address, 0, r.address.length === 4 ? 4 : 6));
    else if (r.target && r.type === DNS_TYPE.cname) add((l.aliases ??= []), plain(r.target));
  }
}
