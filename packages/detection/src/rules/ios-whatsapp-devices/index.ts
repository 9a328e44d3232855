/**
 * Devices linked to the WhatsApp account of this phone. Only the person can tell whose they are.
 *
 * Two traces: the list of the account's own devices names one above 0, and messages of this account carry numbers that WhatsApp
 * Web and the desktop app give. Messages numbered as on Android are no trace here: chats moved from an old phone keep them.
 * Sources: see packages/artifacts/src/ios/whatsapp/devices.ts. Linked devices are the commonest way into a messenger that
 * helplines meet (ios.md 3, H17).
 * @module
 */
import { type ArtifactRecord, isoUtc, type Json, type RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Listed {
  readonly devices: readonly number[];
  readonly ref: RecordRef;
}
/** The first message of a month that was written so. */
interface Written {
  readonly month: string;
  readonly ref: RecordRef;
}
type Fact = Listed | Written;

/** Numbers of devices that are kept of a list. */
const MAX_DEVICES = 20;

function linked(devices: Json | undefined): number[] {
  if (!Array.isArray(devices)) return [];
  return devices.filter((d): d is number => typeof d === "number" && d > 0).slice(0, MAX_DEVICES);
}

function monthOf(r: ArtifactRecord): string {
  return r.at?.utc === undefined ? "" : isoUtc(r.at.utc, "s").slice(0, 7);
}

export const whatsappDevices: Rule<Fact> = {
  id: "ios/whatsapp-devices",
  version: 1,
  level: "ask",
  words,
  needs: ["ios/whatsapp"],
  baseRate: {
    fired: 0,
    samples: 2,
    what: "iLEAPP's ChatStorage.sqlite of May 2023 (own list with the phone alone, 14 own messages), MVT's test backup (1 own message); expected to ask whoever uses WhatsApp Web",
  },
  sources: ["WhatsApp ChatStorage.sqlite as read from samples", "WhiskeySockets/Baileys, getDevice"],
  budget: 5000,
  fact(r, ref) {
    if (r.kind === "devices" && r.fields.own === true) {
      const devices = linked(r.fields.devices as Json | undefined);
      return devices.length > 0 ? { devices, ref: ref() } : undefined;
    }
    if (r.kind === "message" && r.fields.writer === "web") return { month: monthOf(r), ref: ref() };
    return undefined;
  },
  once: (f) => ("month" in f ? f.month : undefined),
  *judge(facts, context) {
    const devices = new Set<number>();
    const months = new Set<string>();
    for (const f of facts) {
      if ("month" in f) months.add(f.month);
      else for (const d of f.devices) devices.add(d);
    }
    if (facts.length === 0) return;
    // A device that is linked later makes another subject: an answer for the old ones does not hide it.
    const parts = [...[...devices].sort((a, b) => a - b).map(String), ...(months.size > 0 ? ["web"] : [])];
    const subject = `WhatsApp ${parts.join(", ")}`;
    if (context.known.some((k) => k.toLowerCase() === subject.toLowerCase())) return;
    const last = [...months].sort().at(-1) ?? "";
    yield { subject, params: { devices: devices.size, months: months.size, last }, records: facts.map((f) => f.ref) };
  },
};
