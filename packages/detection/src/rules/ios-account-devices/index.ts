/**
 * H17, the account: devices that use the same Apple Account. A device of somebody else reads messages, photos and places without any spyware.
 * Only the person can tell which ones are theirs: one question for all.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Device {
  readonly id: string;
  readonly name: string;
  readonly model: string;
  readonly ref: RecordRef;
}

/** Devices that are named. */
const NAMED = 8;

export const accountDevices: Rule<Device> = {
  id: "ios/account-devices",
  version: 1,
  level: "ask",
  words,
  needs: ["ios/account-devices"],
  baseRate: {
    fired: 0,
    samples: 1,
    what: "no list of a real phone was at hand, only one made by hand; expected to ask of everybody who has more than one device",
  },
  sources: ["iLEAPP (devicelist.db)"],
  budget: 10_000,
  fact(r, ref) {
    if (r.kind !== "device" || r.state !== undefined) return undefined;
    const { id, name, model } = r.fields;
    return { id: string(id), name: string(name), model: string(model), ref: ref() };
  },
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    const devices = new Map<string, Device>();
    for (const f of facts) if (!devices.has(f.id || f.name)) devices.set(f.id || f.name, f);
    // The phone itself is one of them, and does not say which.
    if (devices.size < 2) return;
    const asked = [...devices.values()].filter((d) => ![d.id, d.name].some((n) => n && known.has(n.toLowerCase())));
    if (asked.length === 0) return;
    yield {
      subject: "devicelist.db",
      params: {
        count: asked.length,
        devices: some(
          asked.map((d) => [d.name, d.model].filter((s) => s !== "").join(", ")),
          NAMED,
        ),
      },
      records: asked.map((d) => d.ref),
    };
  },
};
