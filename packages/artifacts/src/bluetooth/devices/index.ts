/**
 * What else was heard over Bluetooth Low Energy: phones, watches, beacons, things. Most take a new address each quarter of an hour: one device
 * has many lines.
 *
 * Sources: Bluetooth Core 5.4, vol. 6 part B, 1.3 (addresses); Bluetooth Assigned Numbers.
 * @module
 */
import type { Artifact } from "../../artifact.ts";
import { makerFields } from "../../network/maker.ts";
import { text } from "../../text.ts";
import { BTSNOOP, PACKET_LOGGER } from "../places.ts";
import { companyOf } from "./companies.ts";
import { fields, words } from "./words.ts";

export const nearDevices: Artifact<"capture"> = {
  id: "bluetooth/devices",
  version: 1,
  feed: "capture",
  where: {
    capture: { paths: ["**"], want: { items: ["ble"] } },
    "android-bugreport": { paths: BTSNOOP, want: { items: ["ble"] } },
    androidqf: { paths: BTSNOOP, want: { items: ["ble"] } },
    sysdiagnose: { paths: PACKET_LOGGER, want: { items: ["ble"] } },
  },
  fields,
  key: { device: ["address", "addressKind"] },
  observes: [],
  words,
  sources: ["Bluetooth Core 5.4", "Bluetooth Assigned Numbers"],
  parse: () => ({
    take(item, emit) {
      if (item.kind !== "ble" || item.tag) return;
      const maker = item.addressKind === "public" ? makerFields(item.address).maker : undefined;
      emit({
        kind: "device",
        at: item.first,
        fields: {
          address: item.address,
          addressKind: item.addressKind,
          name: text(item.name),
          maker: maker ?? companyOf(item.makers),
          services: [...item.services],
          last: item.last,
          seen: item.seen,
          strongest: item.strongest,
          connected: item.connected,
        },
        observables: [],
        origin: item.origin,
      });
    },
  }),
};
