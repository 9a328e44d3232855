/**
 * The machines of a network, each with what it said of itself: names, makers' answers, what it answered over HTTP or RTSP.
 *
 * Sources: IEEE 802; RFC 2131, 6762; network.md 3(a).
 * @module
 */
import type { Artifact, CaptureItem, DeviceItem, Emit, ParseRun, Parser } from "../../artifact.ts";
import { text } from "../../text.ts";
import { hourTexts } from "../hours.ts";
import { makerFields } from "../maker.ts";
import { fields, words } from "./words.ts";

/** Names of one machine, and what it says. */
const MAX_SAID = 30;
const MAX_MACHINES = 4096;
/** Addresses of the network outside from which a machine "sent": it is a router. */
const ROUTER = 8;

const PRIVATE = /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.|::|f[cd]|fe[89ab])/;

interface Known {
  readonly names: Set<string>;
  readonly says: Set<string>;
}

class Devices implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  readonly #known = new Map<string, Known>();

  constructor(run: ParseRun) {
    this.#run = run;
  }

  #of(mac: string | undefined): Known | undefined {
    if (mac === undefined) return undefined;
    const known = this.#known.get(mac);
    if (known || this.#known.size >= MAX_MACHINES) return known;
    const fresh = { names: new Set<string>(), says: new Set<string>() };
    this.#known.set(mac, fresh);
    return fresh;
  }

  #say(mac: string | undefined, what: keyof Known, value: string | undefined): void {
    const cut = text(value?.slice(0, 200));
    const list = cut ? this.#of(mac)?.[what] : undefined;
    if (list && list.size < MAX_SAID) list.add(cut!);
  }

  take(item: CaptureItem, emit: Emit): void {
    switch (item.kind) {
      case "discovery": {
        const { says, over } = item;
        // A server of DHCP speaks of others.
        if (over === "dhcp" && item.answers) return;
        this.#say(item.from.mac, "names", says.host);
        for (const [k, v] of Object.entries(says))
          if (item.answers || over === "dhcp")
            if (!/^(?:mac|type|address|wants|method|action|usn|location|addresses)$/.test(k))
              this.#say(item.from.mac, "says", `${over} ${k}: ${v}`);
        return;
      }
      case "dns":
        // Who answers in mDNS tells its own names.
        if (item.over === "mdns" && item.message.response)
          for (const r of item.message.records) if (r.address) this.#say(item.from.mac, "names", r.name);
        return;
      case "http":
        if (item.head.status !== undefined) {
          const software = item.head.fields.get("server");
          if (software !== undefined) this.#say(item.from.mac, "says", `${item.head.protocol} server: ${software}`);
        }
        return;
      case "device":
        this.#device(item, emit);
        return;
      default:
    }
  }

  #device(d: DeviceItem, emit: Emit): void {
    const known = this.#known.get(d.mac);
    const own = d.addresses.filter((a) => PRIVATE.test(a));
    const router = d.addresses.length - own.length >= ROUTER;
    const { shape } = d;
    emit({
      kind: "device",
      at: d.first,
      fields: {
        mac: d.mac,
        madeUp: d.local,
        ...makerFields(d.mac),
        addresses: (router ? own : d.addresses).filter((a) => a !== "0.0.0.0" && a !== "::"),
        router,
        names: [...(known?.names ?? [])],
        says: [...(known?.says ?? [])],
        last: d.last,
        sent: d.sent.bytes,
        received: d.received.bytes,
        hours: hourTexts(d.hours),
        out: d.out,
        outside: d.outside,
        ...(shape && shape.busySeconds > 0
          ? { busy: shape.longestBusy, large: shape.large, burst: shape.burstPeriod, alike: shape.burstAlike }
          : {}),
      },
      observables: [],
      origin: d.origin,
    });
  }

  end(): void {
    if (this.#known.size >= MAX_MACHINES)
      this.#run.problem({ code: "record-limit", expected: `<= ${MAX_MACHINES} machines`, lost: "row" });
  }
}

export const devices: Artifact<"capture"> = {
  id: "network/devices",
  version: 1,
  feed: "capture",
  where: { capture: { paths: ["**"], want: { items: ["discovery", "dns", "http", "device"] } } },
  fields,
  key: { device: ["mac"] },
  observes: [],
  words,
  sources: ["IEEE 802", "RFC 2131", "RFC 6762", "network.md 3(a)"],
  parse: (run) => new Devices(run),
};
