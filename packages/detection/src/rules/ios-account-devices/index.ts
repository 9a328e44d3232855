/**
 * H17, the account: devices that use the same Apple Account. A device of somebody else reads messages, photos and places without any spyware.
 *
 * The circle of the iCloud keychain (sysdiagnose) says since when each is in it: one that joined in the last months is a question of its own,
 * older ones are a note. The list of akd (dump) tells no beginning: one question for all. Only the person can tell which ones are theirs.
 * @module
 */
import { type ArtifactRecord, isoUtc, parseIso, type RecordRef } from "@contraluz/core";
import { plain, some, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Device {
  readonly id: string;
  readonly name: string;
  readonly model: string;
  readonly serial: string;
  /** Of the circle, and since when it is in it. */
  readonly circle: boolean;
  readonly since: bigint | undefined;
  readonly ref: RecordRef;
}

/** Devices that are named, and new ones that are asked about one by one. */
const NAMED = 8;
const MAX_FINDINGS = 3;
const RECENT_NS = 90n * 86_400_000_000_000n;

function factOf(r: ArtifactRecord, ref: () => RecordRef, artifact: string): Device | undefined {
  if (r.kind !== "device" || r.fields.own === true) return undefined;
  const { id, peer, name, model, serial } = r.fields;
  const circle = artifact === "ios/trusted-devices";
  const since = circle && typeof r.at?.utc === "bigint" ? r.at.utc : undefined;
  return {
    id: string(circle ? peer : id).slice(0, 200),
    name: string(name).slice(0, 200),
    model: string(model).slice(0, 100),
    serial: string(serial).slice(0, 100),
    circle,
    since,
    ref: ref(),
  };
}

const saidOf = (d: Device): string => [d.name, d.model].filter((s) => s !== "").join(", ");

function hitOf(kind: "all" | "new" | "old", devices: readonly Device[], since = ""): Hit {
  const [first] = devices;
  return {
    subject:
      kind === "all" ? "devicelist.db" : kind === "old" ? "otctl_status.txt" : plain(first!.serial || first!.id) || "?",
    ...(kind === "old" ? { level: "info" } : {}),
    params: { case: kind, count: devices.length, devices: some(devices.map(saidOf), NAMED) || "—", since },
    records: devices.map((d) => d.ref),
  };
}

export const accountDevices: Rule<Device> = {
  id: "ios/account-devices",
  version: 1,
  level: "ask",
  words,
  needs: ["ios/account-devices", "ios/trusted-devices"],
  baseRate: {
    fired: 0,
    samples: 4,
    what: "the circle in the reference generator's sysdiagnoses of iOS 15, 17, 18 and 26 without what they plant (a note on each, no question); no list of a real phone was at hand, and of a dump it asks everybody who has more than one device",
  },
  sources: ["iLEAPP (devicelist.db)", "Apple, OctagonTrust (the circle)"],
  budget: 10_000,
  fact: factOf,
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    const of = (circle: boolean): Device[] => {
      const devices = new Map<string, Device>();
      for (const f of facts) {
        const key = f.id || f.name;
        if (f.circle === circle && !devices.has(key)) devices.set(key, f);
      }
      return [...devices.values()];
    };
    const unknown = (d: Device): boolean =>
      ![d.id, d.name, d.serial].some((n) => n !== "" && known.has(n.toLowerCase()));
    const now = parseIso(context.asOf);
    const recent = (d: Device): boolean =>
      now !== undefined && d.since !== undefined && d.since <= now && now - d.since <= RECENT_NS;
    const circle = of(true).filter(unknown);
    const fresh = circle.filter(recent);
    for (const d of fresh.slice(0, MAX_FINDINGS)) yield hitOf("new", [d], isoUtc(d.since!, "s").slice(0, 10));
    const old = circle.filter((d) => !fresh.slice(0, MAX_FINDINGS).includes(d));
    if (old.length > 0) yield hitOf("old", old);
    // The phone itself is one of them, and does not say which.
    const list = of(false);
    const asked = list.filter(unknown);
    if (list.length > 1 && asked.length > 0) yield hitOf("all", asked);
  },
};
