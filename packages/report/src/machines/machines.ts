/**
 * The machines of a stored capture, from the wire and from the air as one each: what they are called, how much they sent and in which hours,
 * and whether a rule found that one looks like a camera.
 * @module
 */
import { type ArtifactRecord, byCodeUnit, type Result } from "@contraluz/core";
import { readRecords, type StoredFolder } from "@contraluz/store";

/** Bytes that were sent in one hour: `2026-04-03T18` (UTC). */
export type HourOf = readonly [hour: string, bytes: number];

export interface MachineSeen {
  readonly mac: string;
  readonly names: readonly string[];
  readonly maker?: string;
  readonly addresses: readonly string[];
  /** What it says of itself. */
  readonly says: readonly string[];
  /** It leads to the internet, or is the machine of a network. */
  readonly router: boolean;
  /** Heard from the air. */
  readonly air: boolean;
  readonly sent: number;
  readonly received: number;
  /** Bytes that it sent out of the network, and to how many addresses. */
  readonly out: number;
  readonly outside: number;
  readonly hours: readonly HourOf[];
  /** A rule took it for a camera, or asks whether it is one. */
  readonly camera?: "lead" | "ask";
}

export interface WifiSeen {
  readonly bssid: string;
  readonly name?: string;
  readonly security: string;
  readonly channel?: number;
}

export interface MachinesSeen {
  /** Those that sent most first. */
  readonly machines: readonly MachineSeen[];
  readonly networks: readonly WifiSeen[];
}

interface Draft {
  readonly mac: string;
  readonly names: Set<string>;
  maker: string | undefined;
  readonly addresses: Set<string>;
  readonly says: Set<string>;
  router: boolean;
  air: boolean;
  sent: number;
  received: number;
  out: number;
  outside: number;
  readonly hours: Map<string, number>;
}

/** Machines of one result: a capture has 4,096 at most. */
const MAX_MACHINES = 20_000;
const HOUR = /^(\d{4}-\d{2}-\d{2}T\d{2}) (\d{1,15})$/;

const number = (v: unknown): number => (typeof v === "number" ? v : typeof v === "bigint" ? Number(v) : 0);
const text = (v: unknown): string | undefined => (typeof v === "string" && v !== "" ? v : undefined);
const texts = (v: unknown): string[] => (Array.isArray(v) ? v.filter((x) => typeof x === "string") : []);

function draftOf(all: Map<string, Draft>, mac: string): Draft | undefined {
  const known = all.get(mac);
  if (known || all.size >= MAX_MACHINES) return known;
  const sums = { sent: 0, received: 0, out: 0, outside: 0, router: false, air: false, maker: undefined };
  const d: Draft = { mac, ...sums, names: new Set(), addresses: new Set(), says: new Set(), hours: new Map() };
  all.set(mac, d);
  return d;
}

function add(all: Map<string, Draft>, r: ArtifactRecord): void {
  const f = r.fields;
  const mac = text(f.mac);
  const air = r.kind === "transmitter";
  const d = mac === undefined || (!air && r.kind !== "device") ? undefined : draftOf(all, mac);
  if (!d) return;
  d.maker ??= text(f.maker);
  d.router ||= f.router === true || f.network === true;
  // An open network is heard from the air, and read as a wire is: it counts once.
  const again = d.sent > 0 && d.air !== air;
  d.air ||= air;
  for (const n of texts(f.names)) d.names.add(n);
  for (const a of texts(f.addresses)) d.addresses.add(a);
  for (const s of texts(f.says)) d.says.add(s);
  d.out += number(f.out);
  d.outside = Math.max(d.outside, number(f.outside));
  if (again) return;
  d.sent += number(air ? f.up : f.sent);
  d.received += number(air ? f.down : f.received);
  for (const t of texts(f.hours)) {
    const [, hour, bytes] = HOUR.exec(t) ?? [];
    if (hour !== undefined) d.hours.set(hour, (d.hours.get(hour) ?? 0) + Number(bytes));
  }
}

function networkOf({ kind, fields: f }: ArtifactRecord): WifiSeen | undefined {
  const bssid = text(f.bssid);
  if (kind !== "network" || bssid === undefined) return undefined;
  const [name, channel] = [text(f.ssid), number(f.channel)];
  const said = { ...(name === undefined ? {} : { name }), ...(channel === 0 ? {} : { channel }) };
  return { bssid, security: text(f.security) ?? "", ...said };
}

/**
 * Reads the machines of a result.
 * @example
 * const { machines } = await machinesSeen(folder, result);
 * machines.filter((m) => m.camera !== undefined);
 */
export async function machinesSeen(folder: StoredFolder, result: Result): Promise<MachinesSeen> {
  const all = new Map<string, Draft>();
  const networks = new Map<string, WifiSeen>();
  for (const artifact of ["network/devices", "network/wifi"]) {
    if (result.records[artifact] === undefined) continue;
    for await (const { records } of readRecords(folder, result, artifact))
      for (const r of records) {
        add(all, r);
        const n = networkOf(r);
        if (n && networks.size < MAX_MACHINES && !networks.has(n.bssid)) networks.set(n.bssid, n);
      }
  }
  const cameras = new Map<string, "lead" | "ask">();
  for (const f of result.findings)
    if (f.rule === "network/camera" && (f.level === "lead" || f.level === "ask")) cameras.set(f.subject, f.level);
  const machines = [...all.values()]
    .sort((a, b) => b.sent - a.sent || byCodeUnit(a.mac, b.mac))
    .map(({ mac, names, maker, addresses, says, hours, ...sums }): MachineSeen => {
      const camera = cameras.get(mac);
      return {
        mac,
        names: [...names],
        ...(maker === undefined ? {} : { maker }),
        addresses: [...addresses],
        says: [...says],
        ...sums,
        hours: [...hours].sort(([a], [b]) => byCodeUnit(a, b)),
        ...(camera === undefined ? {} : { camera }),
      };
    });
  return { machines, networks: [...networks.values()].sort((a, b) => byCodeUnit(a.bssid, b.bssid)) };
}
