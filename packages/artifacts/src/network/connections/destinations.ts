/**
 * Sums of one machine's connections to one server: how often it calls, how evenly, how alike the calls are. One pass, bounded; what a rule
 * asks for is worked out when the file is over.
 *
 * Calls that begin within half a second of one another are one visit: programs open several connections at once.
 * Source: network.md 3(b) B9 to B11.
 * @module
 */
import type { ArtifactRecord, Moment, Origin } from "@contraluz/core";
import type { FlowItem } from "../../artifact.ts";
import { text } from "../../text.ts";

/** Servers of one file that are told, and calls of all of them whose times are kept: three numbers each. */
const MAX_DESTINATIONS = 20_000;
const MAX_SAMPLES = 300_000;
/** Calls of one server whose times are kept: its first ones. */
const MAX_OF_ONE = 5000;
/** Seconds between the beginnings of one visit. */
const TOGETHER = 0.5;
/** Visits below which nothing is said of a pace. */
const MIN_VISITS = 4;

interface Destination {
  readonly client: string;
  readonly mac: string | undefined;
  readonly name: string | undefined;
  readonly server: string;
  /** Few: a list of just so many takes a tenth of what a set does. */
  servers: readonly string[];
  readonly port: number;
  readonly transport: string;
  app: string | undefined;
  count: number;
  /** No name of the server is known: nobody looked it up here, and none was asked for. */
  readonly nameless: boolean;
  first: Moment;
  last: Moment;
  /** The same in seconds. */
  begins: number;
  ends: number;
  /** Of the earliest call. */
  origin: Origin;
  up: number;
  down: number;
  longest: number;
  /** Of the longest call. */
  longestUp: number;
  longestDown: number;
  /** Row by row: beginning in seconds, bytes up, bytes down. */
  samples: number[];
}

/** Addresses of one server's name that are told. */
const MAX_SERVERS = 8;

const NS = 1e9;

const secondsOf = ({ utc, boot }: Moment): number => Number(utc ?? boot?.ns ?? 0n) / NS;

const round = (n: number, by: number): number => Math.round(n * by) / by;

function middle(sorted: readonly number[]): number {
  const at = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[at]! : (sorted[at - 1]! + sorted[at]!) / 2;
}

const ascending = (a: number, b: number): number => a - b;

/** Share of values within a tenth of the one in the middle: one call that was sent twice spoils no row. */
function alike(values: readonly number[]): number {
  const at = middle([...values].sort(ascending));
  return round(values.filter((v) => Math.abs(v - at) <= at / 10).length / values.length, 100);
}

/** How visits come: seconds between them in the middle, their spread around it as a share of it, how alike they are in size. */
export interface Pace {
  readonly visits: number;
  readonly period?: number;
  readonly spread?: number;
  /** Share of the pauses within a quarter of the period. */
  readonly even?: number;
  /** Share of visits whose size is within a tenth of the middle one. */
  readonly upAlike?: number;
  readonly downAlike?: number;
}

/** `samples`: beginning, bytes up, bytes down, one call after another in any order. */
export function paceOf(samples: readonly number[]): Pace {
  if (samples.length <= 3) return { visits: samples.length / 3 };
  const order = Array.from({ length: samples.length / 3 }, (_, i) => 3 * i).sort((a, b) => samples[a]! - samples[b]!);
  const [at, up, down]: [number[], number[], number[]] = [[], [], []];
  let before = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    const begins = samples[i]!;
    if (begins - before > TOGETHER) {
      at.push(begins);
      up.push(0);
      down.push(0);
    }
    before = begins;
    up[up.length - 1]! += samples[i + 1]!;
    down[down.length - 1]! += samples[i + 2]!;
  }
  if (at.length < MIN_VISITS) return { visits: at.length };
  const pauses: number[] = [];
  for (let i = 1; i < at.length; i++) pauses.push(at[i]! - at[i - 1]!);
  pauses.sort(ascending);
  const period = middle(pauses);
  const off = pauses.map((p) => Math.abs(p - period)).sort(ascending);
  return {
    visits: at.length,
    period: round(period, 10),
    spread: round(period > 0 ? middle(off) / period : 0, 1000),
    even: round(off.filter((o) => o <= period / 4).length / off.length, 100),
    upAlike: alike(up),
    downAlike: alike(down),
  };
}

/** Gathers connections by who called whom. */
export class Destinations {
  readonly #by = new Map<string, Destination>();
  #samples = 0;
  /** Connections to servers beyond the limit. */
  over = 0;

  add(f: FlowItem): void {
    const name = f.host ?? f.resolved;
    const key = `${f.client.address} ${f.transport} ${f.server.port} ${name ?? f.server.address}`;
    const d = this.#by.get(key) ?? this.#fresh(key, f, name);
    if (!d) {
      this.over++;
      return;
    }
    const begins = secondsOf(f.first);
    if (begins < d.begins) {
      d.begins = begins;
      d.first = f.first;
      d.origin = f.origin;
    }
    const ends = secondsOf(f.last);
    if (ends > d.ends) {
      d.ends = ends;
      d.last = f.last;
    }
    d.app ??= f.app;
    d.count++;
    d.up += f.up.bytes;
    d.down += f.down.bytes;
    if (f.seconds >= d.longest) {
      d.longest = f.seconds;
      d.longestUp = f.up.bytes;
      d.longestDown = f.down.bytes;
    }
    const { address } = f.server;
    if (d.servers.length < MAX_SERVERS && !d.servers.includes(address)) d.servers = [...d.servers, address];
    if (this.#samples >= MAX_SAMPLES || d.samples.length >= 3 * MAX_OF_ONE) return;
    this.#samples++;
    // Most servers are called once: a list that grows takes room for five more calls.
    if (d.samples.length === 0) d.samples = [begins, f.up.bytes, f.down.bytes];
    else d.samples.push(begins, f.up.bytes, f.down.bytes);
  }

  #fresh(key: string, f: FlowItem, name: string | undefined): Destination | undefined {
    if (this.#by.size >= MAX_DESTINATIONS) return undefined;
    const d: Destination = {
      client: f.client.address,
      mac: f.client.mac,
      name,
      server: f.server.address,
      servers: [],
      port: f.server.port,
      transport: f.transport,
      app: f.app,
      count: 0,
      nameless: name === undefined,
      first: f.first,
      last: f.last,
      begins: secondsOf(f.first),
      ends: secondsOf(f.last),
      origin: f.origin,
      up: 0,
      down: 0,
      longest: 0,
      longestUp: 0,
      longestDown: 0,
      samples: [],
    };
    this.#by.set(key, d);
    return d;
  }

  *records(): Generator<ArtifactRecord> {
    for (const d of this.#by.values())
      yield {
        kind: "destination",
        at: d.first,
        fields: {
          client: d.client,
          mac: d.mac,
          name: text(d.name),
          servers: d.servers,
          port: d.port,
          transport: d.transport,
          app: d.app,
          ...(d.nameless ? { nameless: true } : {}),
          count: d.count,
          last: d.last,
          up: d.up,
          down: d.down,
          longest: d.longest,
          longestUp: d.longestUp,
          longestDown: d.longestDown,
          ...paceOf(d.samples),
        },
        observables: [],
        origin: d.origin,
      };
  }
}
