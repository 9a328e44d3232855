/**
 * transparency.log of a sysdiagnose (iOS 16 and later): the state of Apple's key transparency, with the devices that receive messages.
 *
 * JSON: `selfDevices[{deviceId, productName, build}]`, `registration[{app, registeredAt, updatedAt}]`, `accountStatus`, `systemStatus`, `selfStatus`,
 * `optedIn`.
 * Sources: ios.md 4.2 and 4.3; keys of times as EC-DIGIT-CSIRC/sysdiagnose takes them (iOS 16 to 18). `selfDevices` was seen in no original.
 * @module
 */
import type { Report } from "@contraluz/core";
import type { Artifact, Emit, JsonItem } from "../../artifact.ts";
import { of } from "../../json.ts";
import { said } from "../../text.ts";
import { zonedMoment } from "../../zoned.ts";
import { fields, words } from "./words.ts";

/** Devices and services of one account. */
const MAX_ENTRIES = 1000;

function emitAll(all: unknown, item: JsonItem, problem: Report, emit: Emit): void {
  const listOf = (key: string): readonly unknown[] => {
    const list = of(all, key);
    if (!Array.isArray(list)) return [];
    if (list.length > MAX_ENTRIES) problem({ code: "record-limit", found: `${list.length} ${key}`, lost: "row" });
    return list.slice(0, MAX_ENTRIES);
  };
  emit({
    kind: "status",
    fields: {
      account: said(of(all, "accountStatus")),
      system: said(of(all, "systemStatus")),
      own: said(of(all, "selfStatus")),
      opted: said(of(all, "optedIn")),
    },
    observables: [],
    origin: item.origin("accountStatus"),
  });
  for (const [i, d] of listOf("selfDevices").entries()) {
    const [device, model] = [said(of(d, "deviceId")), said(of(d, "productName"))];
    if (device === undefined && model === undefined) continue;
    emit({
      kind: "device",
      fields: { device, model, os: said(of(d, "build")) },
      observables: [],
      origin: item.origin(`selfDevices[${i}]`),
    });
  }
  for (const [i, r] of listOf("registration").entries()) {
    const app = said(of(r, "app"));
    if (app === undefined) continue;
    const registered = zonedMoment(of(r, "registeredAt"));
    const at = zonedMoment(of(r, "updatedAt")) ?? registered;
    emit({
      kind: "service",
      ...(at ? { at } : {}),
      fields: { app, registered },
      observables: [],
      origin: item.origin(`registration[${i}]`),
    });
  }
}

export const keyTransparency: Artifact<"json"> = {
  id: "ios/key-transparency",
  version: 1,
  feed: "json",
  where: { sysdiagnose: { paths: ["transparency.log"], want: {} } },
  fields,
  key: { device: ["device", "model"], service: ["app"], status: [] },
  observes: [],
  words,
  sources: ["transparency.log"],
  parse: (run) => ({
    take(item, emit) {
      for (const all of item.elements) {
        if (typeof all !== "object" || all === null || item.list)
          run.problem({ code: "json-damaged", found: "other JSON", expected: "object", lost: "file" });
        else emitAll(all, item, run.problem, emit);
      }
    },
  }),
};
