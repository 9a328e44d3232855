/**
 * Look-ups as columns of numbers: a capture of a day asks a hundred thousand names, and an object with lists for each would be copied by
 * each collection of garbage and be most of the memory. Slots of those that were told are used again.
 * @module
 */
import type { DnsItem, Endpoint } from "../../artifact.ts";
import { Chains } from "./chains.ts";

/** Slots at first. */
const FIRST = 1024;

const ANSWERED = 1;
const ECH = 2;
const TCP = 4;

type Column = Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** The same numbers, with room for as many again. */
function wider<T extends Column>(of: T): T {
  const to = new (of.constructor as new (length: number) => T)(2 * of.length);
  to.set(of as never);
  return to;
}

/** The look-ups of one machine: by name, and in the order in which they were first seen. -1: none. */
export interface Client {
  readonly end: Endpoint;
  readonly names: Map<string, number>;
  first: number;
  last: number;
}

/** One name that one machine looked up, of one type, in each slot. */
export class LookupColumns {
  readonly #free: number[] = [];
  /** Slots that were ever used. */
  #used = 0;
  readonly client: Client[] = [];
  /** In small letters; as it was asked first, where that was with capitals. */
  readonly name: string[] = [];
  readonly written: Map<number, string> = new Map();
  type: Uint16Array = new Uint16Array(FIRST);
  seconds: Float64Array = new Float64Array(FIRST);
  nanos: Float64Array = new Float64Array(FIRST);
  lastSeconds: Float64Array = new Float64Array(FIRST);
  lastNanos: Float64Array = new Float64Array(FIRST);
  packet: Float64Array = new Float64Array(FIRST);
  offset: Float64Array = new Float64Array(FIRST);
  count: Uint32Array = new Uint32Array(FIRST);
  bytes: Float64Array = new Float64Array(FIRST);
  /** -1: no answer came. */
  rcode: Int16Array = new Int16Array(FIRST);
  #flags: Uint8Array = new Uint8Array(FIRST);
  /** Chains of texts: addresses, and names that it is an alias of. */
  answers: Int32Array = new Int32Array(FIRST);
  aliases: Int32Array = new Int32Array(FIRST);
  readonly texts: Chains = new Chains();
  /** The same name of another type; the look-up of this machine that came next. -1: none. */
  other: Int32Array = new Int32Array(FIRST);
  next: Int32Array = new Int32Array(FIRST);

  get size(): number {
    return this.#used - this.#free.length;
  }

  /** A slot for what this message asks for first, or tells of. */
  add(client: Client, name: string, item: DnsItem): number {
    const slot = this.#free.pop() ?? this.#used++;
    if (slot === this.type.length) this.#grow();
    const { name: written, type } = item.message.questions[0]!;
    this.client[slot] = client;
    this.name[slot] = name;
    if (written !== name) this.written.set(slot, written);
    this.type[slot] = type;
    this.seconds[slot] = item.seconds;
    this.nanos[slot] = item.nanos;
    this.packet[slot] = item.packet;
    this.offset[slot] = item.offset;
    this.count[slot] = this.bytes[slot] = 0;
    this.rcode[slot] = this.answers[slot] = this.aliases[slot] = this.other[slot] = this.next[slot] = -1;
    this.#flags[slot] = item.over === "tcp" ? TCP : 0;
    return slot;
  }

  /** It was told, and its slot is free. */
  remove(slot: number): void {
    this.texts.free(this.answers[slot]!);
    this.texts.free(this.aliases[slot]!);
    this.written.delete(slot);
    this.name[slot] = "";
    this.#free.push(slot);
  }

  answer(slot: number, rcode: number): void {
    this.rcode[slot] = rcode;
    this.#flags[slot]! |= ANSWERED;
  }

  ech(slot: number): void {
    this.#flags[slot]! |= ECH;
  }

  over(slot: number): "udp" | "tcp" {
    return (this.#flags[slot]! & TCP) !== 0 ? "tcp" : "udp";
  }

  isAnswered(slot: number): boolean {
    return (this.#flags[slot]! & ANSWERED) !== 0;
  }

  hasEch(slot: number): boolean {
    return (this.#flags[slot]! & ECH) !== 0;
  }

  #grow(): void {
    this.type = wider(this.type);
    this.seconds = wider(this.seconds);
    this.nanos = wider(this.nanos);
    this.lastSeconds = wider(this.lastSeconds);
    this.lastNanos = wider(this.lastNanos);
    this.packet = wider(this.packet);
    this.offset = wider(this.offset);
    this.count = wider(this.count);
    this.bytes = wider(this.bytes);
    this.rcode = wider(this.rcode);
    this.#flags = wider(this.#flags);
    this.answers = wider(this.answers);
    this.aliases = wider(this.aliases);
    this.other = wider(this.other);
    this.next = wider(this.next);
  }
}
