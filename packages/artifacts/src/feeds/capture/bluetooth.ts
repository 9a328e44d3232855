/**
 * Who advertises over Bluetooth Low Energy, summed by address: heard from the air, or by a phone's own radio as its log tells. Each
 * with the times at which it was there, tags with those without their owner.
 * @module
 */
import { own } from "@contraluz/core";
import {
  adMakers,
  adName,
  adServices,
  newAdvert,
  newTag,
  readAir,
  readHci,
  readTag,
  type ScanRow,
  type TagModel,
  type TagState,
  type TagType,
} from "@contraluz/formats/ble/index.ts";
import type { LinkFrame } from "@contraluz/formats/link/index.ts";
import { makerOf } from "@contraluz/formats/oui/index.ts";
import type { Packet } from "@contraluz/formats/pcap/index.ts";
import { momentOf } from "./clock.ts";
import type { PacketPlace } from "./conversations.ts";
import type { BleItem, Span } from "./types.ts";

/** Addresses of one capture: phones take a new one each quarter of an hour. */
const MAX_ROWS = 32_768;
/** Seconds after which one that was heard for a short time, and is no tag, makes room; frames between two looks for such ones. */
const [OLD, SHORT, PAUSE] = [600, 300, 20_000];
/** Seconds without a sign after which one counts as gone; such spans of one. */
const GAP = 300;
const MAX_SPANS = 200;
const MAX_LIST = 16;
const MAX_NAME = 100;

interface Row {
  readonly key: number;
  readonly random: boolean;
  readonly first: PacketPlace;
  lastSeconds: number;
  lastNanos: number;
  seen: number;
  strongest: number;
  signals: number;
  signalSum: number;
  /** Of what it said last: it is read once. */
  hash: number;
  tag: { readonly type: TagType; readonly model: TagModel | undefined } | undefined;
  /** Now. */
  state: TagState;
  readonly states: Set<TagState>;
  /** Seconds: from, to, from, to …; and minutes in which it was heard so. */
  readonly spans: number[];
  minutes: number;
  lastMinute: number;
  name: string | undefined;
  readonly services: Set<string>;
  readonly makers: Set<number>;
  connected: boolean;
}

function hashOf(b: Uint8Array, start: number, end: number): number {
  let h = end - start;
  for (let i = start; i < end; i++) h = Math.imul(h ^ b[i]!, 0x01000193) + 0x9e37;
  return h | 0;
}

/** Six bytes, the last one first. */
const keyOf = (b: Uint8Array, at: number): number =>
  ((b[at + 5]! << 16) | (b[at + 4]! << 8) | b[at + 3]!) * 16_777_216 +
  ((b[at + 2]! << 16) | (b[at + 1]! << 8) | b[at]!);

function addressOf(key: number): string {
  const hex = key.toString(16).padStart(12, "0");
  return hex.replace(/(..)(?=.)/g, "$1:");
}

const KINDS = ["unresolvable", "resolvable", "other", "static"] as const;

export class Bluetooth {
  readonly #place: PacketPlace;
  readonly #file: number;
  readonly #rows = new Map<number, Row>();
  readonly #advert = newAdvert();
  readonly #tag = newTag();
  #next = 0;
  /** Advertisements for which there was no room; that came damaged; addresses that made room: heard for minutes, long ago. */
  over = 0;
  damaged = 0;
  dropped = 0;

  constructor(place: PacketPlace, file: number) {
    this.#place = place;
    this.#file = file;
  }

  frame(p: Packet, f: LinkFrame): void {
    const a = this.#advert;
    if (f.payload === "hci") readHci(p.bytes, f.start, f.end, p.link, a, () => this.#heard(p.bytes));
    else if (readAir(p.bytes, f.start, f.end, p.link, a)) {
      if (a.damaged) this.damaged++;
      else this.#heard(p.bytes);
    }
  }

  /** One that a program heard. Where it does not say so, an address of none of the makers that are known counts as made up. */
  scanned(s: ScanRow): void {
    const b = new Uint8Array(6 + s.data.length);
    b.set(s.address);
    b.set(s.data, 6);
    const a = this.#advert;
    a.address = 0;
    a.start = 6;
    a.end = b.length;
    a.signal = s.signal;
    a.connected = false;
    a.random = s.random ?? makerOf(addressOf(keyOf(b, 0))) === undefined;
    this.#heard(b);
  }

  #row(b: Uint8Array): Row | undefined {
    const a = this.#advert;
    // One bit above the address: a made-up one is another than the maker's.
    const key = keyOf(b, a.address) + (a.random ? 2 ** 48 : 0);
    const row = this.#rows.get(key);
    if (row) return row;
    if (this.#rows.size >= MAX_ROWS && !this.#makeRoom()) {
      this.over++;
      return undefined;
    }
    const fresh: Row = {
      key,
      random: a.random,
      first: { ...this.#place },
      lastSeconds: 0,
      lastNanos: 0,
      seen: 0,
      strongest: 0,
      signals: 0,
      signalSum: 0,
      hash: 0,
      tag: undefined,
      state: "unknown",
      states: new Set(),
      spans: [],
      minutes: 0,
      lastMinute: -1,
      name: undefined,
      services: new Set(),
      makers: new Set(),
      connected: false,
    };
    this.#rows.set(key, fresh);
    return fresh;
  }

  #makeRoom(): boolean {
    const { number, seconds } = this.#place;
    if (number < this.#next) return false;
    this.#next = number + PAUSE;
    const before = this.#rows.size;
    for (const [key, r] of this.#rows)
      if (!r.tag && !r.connected && seconds - r.lastSeconds > OLD && r.lastSeconds - r.first.seconds < SHORT)
        this.#rows.delete(key);
    this.dropped += before - this.#rows.size;
    return this.#rows.size < before;
  }

  #heard(b: Uint8Array): void {
    const a = this.#advert;
    const r = this.#row(b);
    if (!r) return;
    const { seconds, nanos } = this.#place;
    r.lastSeconds = seconds;
    r.lastNanos = nanos;
    if (a.connected) {
      r.connected = true;
      return;
    }
    r.seen++;
    if (a.signal < 0) {
      if (r.strongest === 0 || a.signal > r.strongest) r.strongest = a.signal;
      r.signals++;
      r.signalSum += a.signal;
    }
    if (a.start < a.end) {
      const hash = hashOf(b, a.start, a.end);
      if (hash !== r.hash) {
        r.hash = hash;
        this.#said(b, r);
      }
    }
    if (r.state !== "near") this.#there(r, seconds);
  }

  #said(b: Uint8Array, r: Row): void {
    const { start, end } = this.#advert;
    const t = this.#tag;
    if (readTag(b, start, end, t)) {
      r.tag ??= { type: t.type, model: t.model };
      r.state = t.state;
      r.states.add(t.state);
    }
    const name = r.name === undefined ? adName(b, start, end) : undefined;
    if (name !== undefined) r.name = own(name.slice(0, MAX_NAME));
    if (r.services.size < MAX_LIST) for (const s of adServices(b, start, end)) r.services.add(s);
    if (r.makers.size < MAX_LIST) for (const m of adMakers(b, start, end)) r.makers.add(m);
  }

  #there(r: Row, seconds: number): void {
    const minute = Math.floor(seconds / 60);
    if (minute !== r.lastMinute) {
      r.lastMinute = minute;
      r.minutes++;
    }
    const { spans } = r;
    const last = spans.length - 1;
    if (last >= 0 && Math.abs(seconds - spans[last]!) <= GAP) spans[last] = Math.max(spans[last]!, seconds);
    else if (spans.length < 2 * MAX_SPANS) spans.push(seconds, seconds);
  }

  /** Devices in the order in which they were first heard. */
  *end(): Generator<BleItem> {
    for (const r of this.#rows.values()) {
      const { number, offset, seconds, nanos } = r.first;
      const spans: Span[] = [];
      for (let i = 0; i < r.spans.length; i += 2) spans.push([r.spans[i]!, r.spans[i + 1]!]);
      yield {
        kind: "ble",
        address: addressOf(r.key % 2 ** 48),
        addressKind: r.random ? KINDS[Math.floor((r.key % 2 ** 48) / 2 ** 46)]! : "public",
        seen: r.seen,
        first: momentOf(seconds, nanos),
        last: momentOf(r.lastSeconds, r.lastNanos),
        between: [seconds, r.lastSeconds],
        ...(r.signals > 0 ? { strongest: r.strongest, mean: Math.round(r.signalSum / r.signals) } : {}),
        ...(r.tag
          ? {
              tag: {
                type: r.tag.type,
                ...(r.tag.model === undefined ? {} : { model: r.tag.model }),
                state: r.states.has("away") ? "away" : r.states.has("unknown") ? "unknown" : "near",
                minutes: r.minutes,
              },
            }
          : {}),
        spans,
        ...(r.name === undefined ? {} : { name: r.name }),
        services: [...r.services].slice(0, MAX_LIST),
        makers: [...r.makers].slice(0, MAX_LIST),
        connected: r.connected,
        packet: number,
        origin: { file: this.#file, at: { packet: number, offset } },
      };
    }
  }
}
