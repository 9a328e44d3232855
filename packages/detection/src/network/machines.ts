/** Machines of a network as rules read them: from the wire and from the air, with what the person knows of them. @module */
import type { ArtifactRecord, Context, RecordRef } from "@contraluz/core";
import { string } from "../plain.ts";
import { number } from "./destination.ts";

/** A record `device` of `network/devices`, or `transmitter` of `network/wifi`. */
export interface Machine {
  readonly mac: string;
  readonly names: readonly string[];
  readonly maker: string;
  /** `camera`, `module`, or "". */
  readonly makes: string;
  readonly madeUp: boolean;
  /** It leads to the internet, or is the machine of a network. */
  readonly router: boolean;
  /** It calls itself a camera. */
  readonly says: string;
  /** Seconds in a row in which it sent what looks like a video; 0 if it did not. */
  readonly video: number;
  /** Seconds between key frames of it. */
  readonly period: number;
  /** Heard from the air. */
  readonly air: boolean;
  readonly ref: RecordRef;
}

/** Names of one machine that a fact keeps. */
const MAX_NAMES = 5;

const list = (v: unknown): string[] => (Array.isArray(v) ? v.filter((x) => typeof x === "string") : []);

/**
 * What an upload must have to look like a video (network.md 3(a)): seconds in a row of at least 200 kbit/s, ten times what comes back,
 * half of its packets large, and bursts at one pace, as key frames come.
 */
const [SECONDS, TIMES, LARGE, ALIKE, SHORTEST, LONGEST] = [30, 10, 0.5, 0.6, 0.4, 5];

function videoOf(f: ArtifactRecord["fields"], up: number, down: number): number {
  const [busy, large, burst, alike] = [number(f.busy), number(f.large), number(f.burst), number(f.alike)];
  const is =
    busy >= SECONDS && up >= TIMES * down && large >= LARGE && alike >= ALIKE && burst >= SHORTEST && burst <= LONGEST;
  return is ? busy : 0;
}

/** `says`: which of its texts name a camera. */
export function machineOf(
  r: ArtifactRecord,
  ref: () => RecordRef,
  says: (text: string) => boolean = () => false,
): Machine | undefined {
  const { fields: f } = r;
  const mac = string(f.mac);
  const air = r.kind === "transmitter";
  if (mac === "" || (!air && r.kind !== "device")) return undefined;
  const names = list(f.names);
  const video = air ? videoOf(f, number(f.up), number(f.down)) : videoOf(f, number(f.sent), number(f.received));
  return {
    mac,
    names: names.slice(0, MAX_NAMES).map((n) => n.slice(0, 100)),
    maker: string(f.maker),
    makes: string(f.makes),
    madeUp: f.madeUp === true,
    router: f.router === true || f.network === true,
    says: [...names, ...list(f.says)].find(says)?.slice(0, 200) ?? "",
    video,
    period: video > 0 ? number(f.burst) : 0,
    air,
    ref: ref(),
  };
}

/** Of one machine all that was seen of it, in the order in which they came. */
export function byMac(machines: readonly Machine[]): Map<string, Machine[]> {
  const by = new Map<string, Machine[]>();
  for (const m of machines) {
    const of = by.get(m.mac);
    if (of) of.push(m);
    else by.set(m.mac, [m]);
  }
  return by;
}

const ADDRESS = /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/;

/** What the person told of their machines: addresses, and names. */
export class KnownMachines {
  readonly #known: ReadonlySet<string>;
  /** The person told of their machines: what is not among them is new to them. */
  readonly listed: boolean;
  readonly #ofName = new Map<string, Set<string>>();

  constructor(context: Context, machines: readonly Machine[]) {
    const known = context.known.map((k) => k.trim().toLowerCase());
    this.#known = new Set(known.map((k) => (ADDRESS.test(k) ? k.replaceAll("-", ":") : k)));
    for (const m of machines)
      for (const name of m.names) {
        const key = name.toLowerCase();
        this.#ofName.set(key, (this.#ofName.get(key) ?? new Set()).add(m.mac));
      }
    this.listed = known.some((k) => ADDRESS.test(k)) || machines.some((m) => this.has(m.mac, m.names));
  }

  /** By its address; by a name only where no other machine bears it. */
  has(mac: string, names: readonly string[]): boolean {
    return (
      this.#known.has(mac) ||
      names.some((n) => this.#known.has(n.toLowerCase()) && this.#ofName.get(n.toLowerCase())?.size === 1)
    );
  }
}

/** What a person may call it: a name, else its maker, else its address. */
export function titleOf(of: readonly Machine[]): string {
  const name = of.flatMap((m) => m.names)[0];
  return name ?? of.find((m) => m.maker !== "")?.maker ?? "";
}
