/**
 * Connections: who spoke with whom, when, how long and how much, and what it was by its content. Then, for each machine and each server
 * outside, one record of all its calls (`destination`).
 *
 * A listed address was visited where nobody knows a name for it. Under a name it is shared (`info`): addresses of large providers have
 * thousands of sites, and the name is matched by itself.
 * Sources: RFC 9293, 768; network.md 3(b) B2, B8 to B11.
 * @module
 */
import type { Observable } from "@contraluz/core";
import type { Artifact, CaptureItem, Emit, FlowItem, ParseRun, Parser } from "../../artifact.ts";
import { text } from "../../text.ts";
import { Destinations } from "./destinations.ts";
import { fields, words } from "./words.ts";

/** Connections of one file. */
const MAX_RECORDS = 1_000_000;

/** Networks at home, groups, this machine: no list names them. */
const LOCAL =
  /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|2(?:2[4-9]|[345]\d)\.|0\.|::|f[cdef]|fe[89ab])/;

function observed(f: FlowItem): Observable[] {
  const { address } = f.server;
  const named = f.host !== undefined || f.resolved !== undefined;
  return [{ type: "ip", value: address, contact: named ? "shared" : "visited" }];
}

class Connections implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  readonly #destinations = new Destinations();
  #count = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: CaptureItem, emit: Emit): void {
    if (item.kind !== "flow") return;
    const outside = !LOCAL.test(item.server.address);
    if (outside) this.#destinations.add(item);
    if (this.#count++ >= MAX_RECORDS) return;
    const { shape } = item;
    const busy = shape && shape.busySeconds > 0 ? shape : undefined;
    emit({
      kind: "flow",
      at: item.first,
      fields: {
        transport: item.transport,
        client: item.client.address,
        mac: item.client.mac,
        server: item.server.address,
        port: item.server.port,
        app: item.app,
        host: text(item.host),
        resolved: text(item.resolved),
        last: item.last,
        seconds: item.seconds,
        up: item.up.bytes,
        down: item.down.bytes,
        packets: item.up.packets + item.down.packets,
        opened: item.opened,
        busy: busy?.longestBusy,
        large: busy?.large,
        burst: busy?.burstPeriod,
        alike: busy?.burstAlike,
      },
      observables: outside ? observed(item) : [],
      origin: item.origin,
    });
  }

  end(emit: Emit): void {
    for (const r of this.#destinations.records()) emit(r);
    const { over } = this.#destinations;
    if (over > 0) this.#run.problem({ code: "record-limit", found: `${over} more`, expected: "<= 20000", lost: "row" });
    if (this.#count > MAX_RECORDS)
      this.#run.problem({ code: "record-limit", found: `${this.#count}`, expected: `<= ${MAX_RECORDS}`, lost: "row" });
  }
}

export const connections: Artifact<"capture"> = {
  id: "network/connections",
  version: 1,
  feed: "capture",
  where: { capture: { paths: ["**"], want: { items: ["flow"] } } },
  fields,
  key: { destination: ["client", "port", "transport", "name", "servers"] },
  observes: [
    ["ip", "visited"],
    ["ip", "shared"],
  ],
  words,
  sources: ["RFC 9293", "RFC 768", "network.md 3(b)"],
  parse: (run) => new Connections(run),
};
