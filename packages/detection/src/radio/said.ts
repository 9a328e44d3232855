/** Messages of a mobile network as rules see them, in the order in which the log has them. @module */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { string } from "../plain.ts";

export interface Said {
  /** The log that it is of: another one is another story. */
  readonly file: number;
  /** Nanoseconds, of the world or of a clock that was not set; undefined where there is none. */
  readonly at: bigint | undefined;
  readonly generation: string;
  readonly type: string;
  readonly up: boolean;
  /** `PCI 160 · 2050`: number and frequency of the cell; "" where nobody knows it. */
  readonly where: string;
  readonly cause: number;
  readonly why: string;
  readonly identity: string;
  readonly security: string;
  readonly cipher: string;
  readonly integrity: string;
  readonly redirect: string;
  readonly home: string;
  readonly before: string;
  readonly networks: readonly string[];
  readonly emergency: boolean;
  readonly ref: RecordRef;
}

const number = (v: unknown): number | undefined => (typeof v === "number" ? v : undefined);

/** Number and frequency of a cell, as a person may look for it in the list of cells. */
export function whereOf(f: ArtifactRecord["fields"]): string {
  const [pci, earfcn] = [number(f.pci), number(f.earfcn)];
  if (earfcn === undefined) return "";
  return pci === undefined ? `EARFCN ${earfcn}` : `PCI ${pci}, EARFCN ${earfcn}`;
}

export function timeOf(r: ArtifactRecord): bigint | undefined {
  return r.at?.utc ?? r.at?.boot?.ns;
}

/** Undefined for another record. */
export function saidOf(r: ArtifactRecord, ref: () => RecordRef): Said | undefined {
  if (r.kind !== "message") return undefined;
  const f = r.fields;
  return {
    file: r.origin.file,
    at: timeOf(r),
    generation: string(f.generation),
    type: string(f.type),
    up: f.direction === "up",
    where: whereOf(f),
    cause: number(f.cause) ?? 0,
    why: string(f.why),
    identity: string(f.identity),
    security: string(f.security),
    cipher: string(f.cipher),
    integrity: string(f.integrity),
    redirect: string(f.redirect),
    home: string(f.home),
    before: string(f.before),
    networks: Array.isArray(f.networks) ? f.networks.filter((n): n is string => typeof n === "string") : [],
    emergency: f.emergency === true,
    ref: ref(),
  };
}

const SECOND = 1_000_000_000n;

/** Whether both are of one log and lie at most so many seconds apart; also where neither has a time. */
export function near(a: Said, b: Said, seconds: number): boolean {
  if (a.file !== b.file) return false;
  if (a.at === undefined || b.at === undefined) return true;
  const apart = a.at < b.at ? b.at - a.at : a.at - b.at;
  return apart <= BigInt(seconds) * SECOND;
}

/** In groups, in the order of their first ones. */
export function grouped<T>(of: Iterable<T>, key: (t: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const t of of) {
    const k = key(t);
    const group = groups.get(k);
    if (group) group.push(t);
    else groups.set(k, [t]);
  }
  return groups;
}

/** Of messages in their order: which came at most so many seconds after a message of that kind, in one log. */
export function after<T extends Said>(all: readonly T[], is: (t: T) => boolean, seconds: number): Set<T> {
  const last = new Map<number, T>();
  const found = new Set<T>();
  for (const t of all) {
    const before = last.get(t.file);
    if (before && near(before, t, seconds)) found.add(t);
    if (is(t)) last.set(t.file, t);
  }
  return found;
}

/** Countries that share a number of their own with another one: both are of one country. */
const SAME: readonly (readonly string[])[] = [
  ["310", "311", "312", "313", "314", "315", "316"],
  ["404", "405", "406"],
  ["440", "441"],
  ["460", "461"],
  ["234", "235"],
];

/** The country of a network (`334-020`) by its first number. */
export function country(network: string): string {
  const mcc = network.slice(0, 3);
  return SAME.find((s) => s.includes(mcc))?.[0] ?? mcc;
}

/** Numbers that only laboratories use (ITU-T E.212: 001 test, 999 private networks). */
export const isTestNetwork = (network: string): boolean => network.startsWith("001-") || network.startsWith("999-");
