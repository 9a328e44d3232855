/**
 * What was heard of Wi-Fi by a card in monitor mode: networks that tell of themselves, and who transmits and how much, also where all is
 * encrypted. Names of networks that a machine looked for tell where its person has been: they are content.
 *
 * Sources: IEEE 802.11-2020; network.md 3(a).
 * @module
 */
import type { Artifact, CaptureItem, Emit, Parser, TransmitterItem, WifiNetworkItem } from "../../artifact.ts";
import { text } from "../../text.ts";
import { hourTexts } from "../hours.ts";
import { makerFields } from "../maker.ts";
import { fields, words } from "./words.ts";

class Wifi implements Parser<CaptureItem> {
  readonly #content: boolean;

  constructor(content: boolean) {
    this.#content = content;
  }

  take(item: CaptureItem, emit: Emit): void {
    if (item.kind === "wifi-network") this.#network(item, emit);
    else if (item.kind === "transmitter") this.#transmitter(item, emit);
  }

  #network(n: WifiNetworkItem, emit: Emit): void {
    const name = text(n.name);
    emit({
      kind: "network",
      at: n.first,
      fields: {
        bssid: n.bssid,
        ssid: name,
        ...makerFields(n.bssid),
        channel: n.channel,
        security: n.security,
        signal: n.signal,
        frames: n.frames,
        last: n.last,
      },
      observables: name === undefined ? [] : [{ type: "wifi", value: name, contact: "listed" }],
      origin: n.origin,
    });
  }

  #transmitter(t: TransmitterItem, emit: Emit): void {
    const { shape } = t;
    emit({
      kind: "transmitter",
      at: t.first,
      fields: {
        mac: t.mac,
        madeUp: t.local,
        ...makerFields(t.mac),
        network: t.network,
        bssid: t.bssid,
        frames: t.frames,
        up: t.up.bytes,
        down: t.down.bytes,
        hours: hourTexts(t.hours),
        encrypted: t.encrypted > 0,
        signal: t.signal,
        last: t.last,
        searches: t.asked.length,
        ...(this.#content && t.asked.length > 0 ? { asked: t.asked.map((a) => text(a)!) } : {}),
        ...(shape && shape.busySeconds > 0
          ? { busy: shape.longestBusy, large: shape.large, burst: shape.burstPeriod, alike: shape.burstAlike }
          : {}),
      },
      observables: [],
      origin: t.origin,
    });
  }
}

export const wifi: Artifact<"capture"> = {
  id: "network/wifi",
  version: 1,
  feed: "capture",
  where: { capture: { paths: ["**"], want: { items: ["wifi-network", "transmitter"] } } },
  fields,
  key: { network: ["bssid"], transmitter: ["mac"] },
  observes: [["wifi", "listed"]],
  words,
  sources: ["IEEE 802.11-2020", "radiotap.org", "network.md 3(a)"],
  parse: (run) => new Wifi(run.content),
};
