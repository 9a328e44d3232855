/**
 * Names that machines looked up, each with what it was told: also those that nobody connected to afterwards. One record for each name, type
 * and machine (where there are many, one that comes again after ten minutes is another); and one for each zone of which one machine asked many long names.
 *
 * mDNS and LLMNR ask their neighbours, and are no look-up of a site.
 * Sources: RFC 1035, 7766, 9460; network.md 3(b) B1, B12.
 * @module
 */
import type { Observable } from "@contraluz/core";
import type { Artifact, CaptureItem, Emit, ParseRun, Parser } from "../../artifact.ts";
import { momentOf } from "../../feeds/capture/clock.ts";
import { text } from "../../text.ts";
import { type Lookup, Lookups, MAX_NAMES } from "./seen.ts";
import { fields, words } from "./words.ts";
import { type Asked, LONG, zonesOf } from "./zones.ts";

/** Long names of which zones are made: a tunnel shows in its first ones. */
const MAX_LONG = 20_000;

interface Long extends Asked {
  readonly of: Lookup;
}

class Names implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  readonly #lookups = new Lookups();
  readonly #long: Long[] = [];

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: CaptureItem, emit: Emit): void {
    if (item.kind !== "dns" || (item.over !== "udp" && item.over !== "tcp")) return;
    this.#lookups.take(item);
    const over = this.#lookups.idle(item.seconds);
    for (let i = 0; i < over.length; i++) this.#tell(over[i]!, emit);
  }

  /** One that is over: its record, and, of a long name, what its zone needs to know. */
  #tell(of: Lookup, emit: Emit): void {
    this.#lookup(of, emit);
    const { name, client, typeName: type, count, bytes, rcode, answered } = of;
    if (name.length <= LONG || this.#long.length >= MAX_LONG) return;
    this.#long.push({ client: client.address, name, type, count, bytes, rcode, answered, of });
  }

  #origin({ packet, offset }: Lookup) {
    return { file: this.#run.file, at: { packet, offset } };
  }

  #lookup(l: Lookup, emit: Emit): void {
    const { client, name, aliases } = l;
    const observables: Observable[] = [{ type: "domain", value: name, contact: "looked-up" }];
    for (const value of aliases) observables.push({ type: "domain", value, contact: "looked-up" });
    emit({
      kind: "lookup",
      at: momentOf(l.seconds, l.nanos),
      fields: {
        name: text(l.written ?? name),
        type: l.typeName,
        client: client.address,
        mac: client.mac,
        over: l.over,
        count: l.count,
        last: momentOf(l.lastSeconds, l.lastNanos),
        answered: l.answered,
        rcode: l.rcode,
        answers: l.answers,
        aliases,
        bytes: l.bytes,
        ...(l.ech ? { ech: true } : {}),
      },
      observables,
      origin: this.#origin(l),
    });
  }

  end(emit: Emit): void {
    for (const of of this.#lookups.all()) this.#tell(of, emit);
    for (const z of zonesOf(this.#long)) {
      const [first, last] = [z.asked[0]!, z.asked.at(-1)!];
      emit({
        kind: "zone",
        at: momentOf(first.of.seconds, first.of.nanos),
        fields: {
          name: text(z.name),
          client: z.client,
          mac: first.of.client.mac,
          names: z.asked.length,
          letters: z.letters,
          longest: z.longest,
          bytes: z.bytes,
          carriers: z.carriers,
          missing: z.missing,
          unanswered: z.unanswered,
          last: momentOf(last.of.lastSeconds, last.of.lastNanos),
        },
        observables: [],
        origin: this.#origin(first.of),
      });
    }
    const { over } = this.#lookups;
    if (over > 0)
      this.#run.problem({ code: "record-limit", found: `${over} more`, expected: `<= ${MAX_NAMES}`, lost: "row" });
  }
}

export const names: Artifact<"capture"> = {
  id: "network/names",
  version: 1,
  feed: "capture",
  where: { capture: { paths: ["**"], want: { items: ["dns"] } } },
  fields,
  key: { lookup: ["name", "type", "client"], zone: ["name", "client"] },
  observes: [["domain", "looked-up"]],
  words,
  sources: ["RFC 1035", "network.md 3(b)"],
  parse: (run) => new Names(run),
};
