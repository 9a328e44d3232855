/**
 * What machines say of themselves to their neighbours: DHCP, SSDP, WS-Discovery, and what makers of cameras and plugs invented.
 *
 * A machine that says the same again and again is told once.
 * Sources: RFC 2131, UPnP 1.1, WS-Discovery 1.0, ONVIF; network.md 3(a).
 * @module
 */
import type { Artifact, CaptureItem, Emit, ParseRun, Parser } from "../../artifact.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Different things that are said in one file. */
const MAX_SAID = 20_000;

class Said implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  readonly #seen = new Set<string>();
  #over = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: CaptureItem, emit: Emit): void {
    if (item.kind !== "discovery") return;
    const says = Object.entries(item.says).map(([k, v]) => `${k}: ${v}`);
    const key = [item.from.mac, item.from.address, item.over, item.answers, ...says].join("\n");
    if (this.#seen.has(key)) return;
    if (this.#seen.size >= MAX_SAID) {
      this.#over++;
      return;
    }
    this.#seen.add(key);
    emit({
      kind: "said",
      at: item.at,
      fields: {
        mac: item.from.mac,
        address: item.from.address,
        to: item.to.address,
        over: item.over,
        answers: item.answers,
        says: says.map((s) => text(s)!),
      },
      observables: [],
      origin: item.origin,
    });
  }

  end(): void {
    if (this.#over > 0)
      this.#run.problem({ code: "record-limit", found: `${this.#over} more`, expected: `<= ${MAX_SAID}`, lost: "row" });
  }
}

export const discovery: Artifact<"capture"> = {
  id: "network/discovery",
  version: 1,
  feed: "capture",
  where: { capture: { paths: ["**"], want: { items: ["discovery"] } } },
  fields,
  key: {},
  observes: [],
  words,
  sources: [
    "RFC 2131",
    "UPnP Device Architecture 1.1",
    "WS-Discovery 1.0",
    "ONVIF Core Specification",
    "network.md 3(a)",
  ],
  parse: (run) => new Said(run),
};
