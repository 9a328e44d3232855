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

const NOTHING: readonly never[] = [];
const NONE: readonly Lookup[] = [];

const TYPES: ReadonlyMap<number, string> = new Map(
  Object.entries(DNS_TYPE).map(([name, n]) => [n, name.toUpperCase()]),
);

/** One name that one machine looked up, of one type. */
export class Lookup {
  readonly client: Endpoint;
  readonly name: string;
  /** By its number. */
  readonly type: number;
  /** As it was asked first, where that was with capitals. */
  readonly written: string | undefined;
  readonly over: DnsItem["over"];
  readonly seconds: number;
  readonly nanos: number;
  readonly packet: number;
  readonly offset: number;
  lastSeconds: number;
  lastNanos: number;
  count = 0;
  bytes = 0;
  answered = false;
  rcode: number | undefined = undefined;
  answers: readonly string[] = NOTHING;
  /** Names that it is an alias of. */
  aliases: readonly string[] = NOTHING;
  ech = false;
  /** The same name of another type; the look-up of this machine that came next. */
  other: Lookup | undefined = undefined;
  next: Lookup | undefined = undefined;

  constructor(client: Endpoint, name: string, item: DnsItem) {
    const { name: written, type } = item.message.questions[0]!;
    const { at } = item.origin;
    this.client = client;
    this.name = name;
    this.type = type;
    this.written = written === name ? undefined : written;
    this.over = item.over;
    this.seconds = this.lastSeconds = item.seconds;
    this.nanos = this.lastNanos = item.nanos;
    this.packet = item.packet;
    this.offset = "packet" in at ? at.offset : 0;
  }

  get typeName(): string {
    return TYPES.get(this.type) ?? String(this.type);
  }
}

/** The look-ups of one machine: by name, and in the order in which they were first seen. */
interface Client {
  readonly end: Endpoint;
  readonly names: Map<string, Lookup>;
  first: Lookup | undefined;
  last: Lookup | undefined;
}

/** Longer than any name of DNS, with every byte written as `\\ddd` (RFC 1035, section 2.3.4). */
const LONGEST = 1100;

/** Without the letters that some resolvers mix in (0x20), so that one name is one. */
export const plain = (name: string): string => (name.length > LONGEST ? name.slice(0, LONGEST) : name).toLowerCase();

/** The list with one more value: lists are short, and one that grows by itself takes room for sixteen more. */
function more(list: readonly string[], value: string): readonly string[] {
  return list.length >= MAX_ANSWERS || list.includes(value) ? list : [...list, value];
}

function find(first: Lookup | undefined, type: number): Lookup | undefined {
  for (let l = first; l; l = l.other) if (l.type === type) return l;
  return undefined;
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
    if (!client) {
      client = { end, names: new Map(), first: undefined, last: undefined };
      this.#clients.set(end.address, client);
    }
    const name = plain(q.name);
    const alike = client.names.get(name);
    let l = find(alike, q.type);
    if (!l) {
      if (this.#size >= MAX_NAMES) {
        this.over++;
        return;
      }
      l = new Lookup(client.end, name, item);
      l.other = alike;
      this.#add(client, l);
    }
    l.lastSeconds = item.seconds;
    l.lastNanos = item.nanos;
    if (message.response) answer(l, item);
    else l.count++;
  }

  #add(client: Client, l: Lookup): void {
    this.#size++;
    client.names.set(l.name, l);
    if (client.last) client.last.next = l;
    else client.first = l;
    client.last = l;
  }

  /** Takes out those that were not asked for in a while, where there are many. */
  idle(now: number): readonly Lookup[] {
    if (this.#size < this.#sweepAt) return NONE;
    const over: Lookup[] = [];
    for (const client of this.#clients.values()) {
      let l = client.first;
      client.first = client.last = undefined;
      client.names.clear();
      while (l) {
        const { next } = l;
        l.next = l.other = undefined;
        this.#size--;
        if (now - l.lastSeconds > IDLE) over.push(l);
        else {
          l.other = client.names.get(l.name);
          this.#add(client, l);
        }
        l = next;
      }
    }
    this.#sweepAt = Math.max(MANY, Math.min(MAX_NAMES, Math.ceil(1.5 * this.#size)));
    return over;
  }

  /** In the order in which machines, and then their names, were first seen. */
  *all(): Generator<Lookup> {
    for (const { first } of this.#clients.values()) for (let l = first; l; l = l.next) yield l;
  }
}

function answer(l: Lookup, { message }: DnsItem): void {
  l.answered = true;
  l.rcode = message.rcode;
  const { records } = message;
  for (let i = 0; i < message.answers; i++) {
    const r = records[i]!;
    l.bytes += r.length;
    if (r.ech) l.ech = true;
    if (r.address) l.answers = more(l.answers, addressText(r.address, 0, r.address.length === 4 ? 4 : 6));
    else if (r.target && r.type === DNS_TYPE.cname) l.aliases = more(l.aliases, plain(r.target));
  }
}
