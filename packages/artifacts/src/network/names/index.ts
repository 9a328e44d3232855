/**
 * Names that machines looked up, each with what it was told: also those that nobody connected to afterwards. One record for each name, type
 * and machine (where there are many, one that comes again after ten minutes is another); one for each fifty names of a zone that come once
 * (`groups.ts`); and one for each zone of which one machine asked many long names.
 *
 * mDNS and LLMNR ask their neighbours, and are no look-up of a site.
 * Sources: RFC 1035, 7766, 9460; network.md 3(b) B1, B12.
 * @module
 */
import type { Observable } from "@contraluz/core";
import type { Artifact, CaptureItem, Emit, ParseRun, Parser } from "../../artifact.ts";
import { momentOf } from "../../feeds/capture/clock.ts";
import { text } from "../../text.ts";
import type { LookupColumns } from "./columns.ts";
import { type Group, tellGrouped } from "./groups.ts";
import { Lookups, MAX_NAMES, typeName } from "./seen.ts";
import { fields, words } from "./words.ts";
import { type Asked, LONG, zonesOf } from "./zones.ts";

/** Long names of which zones are made: a tunnel shows in its first ones. */
const MAX_LONG = 20_000;

/** And when and where they were asked. */
interface Long extends Asked {
  readonly mac: string | undefined;
  readonly seconds: number;
  readonly nanos: number;
  readonly lastSeconds: number;
  readonly lastNanos: number;
  readonly packet: number;
  readonly offset: number;
}

const isLater = (c: LookupColumns, a: number, b: number): boolean =>
  c.lastSeconds[a]! > c.lastSeconds[b]! ||
  (c.lastSeconds[a]! === c.lastSeconds[b]! && c.lastNanos[a]! > c.lastNanos[b]!);

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
    if (this.#lookups.isFull) this.#lookups.idle(item.seconds, (slots) => this.#tell(slots, emit));
  }

  /** Those of one machine that are over. */
  #tell(slots: readonly number[], emit: Emit): void {
    tellGrouped(
      this.#lookups.columns,
      slots,
      (slot) => this.#lookup(slot, emit),
      (group) => this.#group(group, emit),
    );
    for (const slot of slots) this.#zone(slot);
  }

  /** Of a long name, what its zone needs to know. */
  #zone(slot: number): void {
    const c = this.#lookups.columns;
    const name = c.name[slot]!;
    if (name.length <= LONG || this.#long.length >= MAX_LONG) return;
    const { address: client, mac } = c.client[slot]!.end;
    const rcode = c.rcode[slot]!;
    this.#long.push({
      client,
      mac,
      name,
      type: typeName(c.type[slot]!),
      count: c.count[slot]!,
      bytes: c.bytes[slot]!,
      rcode: rcode < 0 ? undefined : rcode,
      answered: c.isAnswered(slot),
      seconds: c.seconds[slot]!,
      nanos: c.nanos[slot]!,
      lastSeconds: c.lastSeconds[slot]!,
      lastNanos: c.lastNanos[slot]!,
      packet: c.packet[slot]!,
      offset: c.offset[slot]!,
    });
  }

  #lookup(slot: number, emit: Emit): void {
    const c = this.#lookups.columns;
    const name = c.name[slot]!;
    const { address: client, mac } = c.client[slot]!.end;
    const rcode = c.rcode[slot]!;
    const aliases = c.texts.list(c.aliases[slot]!);
    const observables: Observable[] = [{ type: "domain", value: name, contact: "looked-up" }];
    for (let i = 0; i < aliases.length; i++)
      observables.push({ type: "domain", value: aliases[i]!, contact: "looked-up" });
    emit({
      kind: "lookup",
      at: momentOf(c.seconds[slot]!, c.nanos[slot]!),
      fields: {
        name: text(c.written.get(slot) ?? name),
        type: typeName(c.type[slot]!),
        client,
        mac,
        over: c.over(slot),
        count: c.count[slot]!,
        last: momentOf(c.lastSeconds[slot]!, c.lastNanos[slot]!),
        answered: c.isAnswered(slot),
        rcode: rcode < 0 ? undefined : rcode,
        answers: c.texts.list(c.answers[slot]!),
        aliases,
        bytes: c.bytes[slot]!,
        ech: c.hasEch(slot) ? true : undefined,
      },
      observables,
      origin: { file: this.#run.file, at: { packet: c.packet[slot]!, offset: c.offset[slot]! } },
    });
  }

  /** Long names of one zone, with the packet of each and its time, in seconds after the first one. */
  #group({ zone, slots }: Group, emit: Emit): void {
    const c = this.#lookups.columns;
    const first = slots[0]!;
    const { address: client, mac } = c.client[first]!.end;
    const [from, nanos] = [c.seconds[first]!, c.nanos[first]!];
    const observables: Observable[] = [];
    const [names, aliases, packets, seconds]: [string[], string[], number[], number[]] = [[], [], [], []];
    let [bytes, missing, unanswered, last] = [0, 0, 0, first];
    for (const slot of slots) {
      const name = c.name[slot]!;
      names.push(text(c.written.get(slot) ?? name)!);
      packets.push(c.packet[slot]!);
      seconds.push(Math.round((c.seconds[slot]! - from) * 1000 + (c.nanos[slot]! - nanos) / 1e6) / 1000);
      observables.push({ type: "domain", value: name, contact: "looked-up" });
      for (const alias of c.texts.list(c.aliases[slot]!)) aliases.push(alias);
      bytes += c.bytes[slot]!;
      if (c.rcode[slot] === 3) missing++;
      if (!c.isAnswered(slot)) unanswered++;
      if (isLater(c, slot, last)) last = slot;
    }
    for (const value of aliases) observables.push({ type: "domain", value, contact: "looked-up" });
    emit({
      kind: "lookups",
      at: momentOf(from, nanos),
      fields: {
        zone: text(zone),
        type: typeName(c.type[first]!),
        client,
        mac,
        over: c.over(first),
        count: names.length,
        last: momentOf(c.lastSeconds[last]!, c.lastNanos[last]!),
        missing,
        unanswered,
        bytes,
        names,
        packets,
        seconds,
        aliases,
      },
      observables,
      origin: { file: this.#run.file, at: { packet: c.packet[first]!, offset: c.offset[first]! } },
    });
  }

  end(emit: Emit): void {
    this.#lookups.all((slots) => this.#tell(slots, emit));
    for (const z of zonesOf(this.#long)) {
      const [first, last] = [z.asked[0]!, z.asked.at(-1)!];
      emit({
        kind: "zone",
        at: momentOf(first.seconds, first.nanos),
        fields: {
          name: text(z.name),
          client: z.client,
          mac: first.mac,
          names: z.asked.length,
          letters: z.letters,
          longest: z.longest,
          bytes: z.bytes,
          carriers: z.carriers,
          missing: z.missing,
          unanswered: z.unanswered,
          last: momentOf(last.lastSeconds, last.lastNanos),
        },
        observables: [],
        origin: { file: this.#run.file, at: { packet: first.packet, offset: first.offset } },
      });
    }
    const { over } = this.#lookups;
    if (over > 0)
      this.#run.problem({ code: "record-limit", found: `${over} more`, expected: `<= ${MAX_NAMES}`, lost: "row" });
  }
}

export const names: Artifact<"capture"> = {
  id: "network/names",
  version: 2,
  feed: "capture",
  where: { capture: { paths: ["**"], want: { items: ["dns"] } } },
  fields,
  key: { lookup: ["name", "type", "client"], zone: ["name", "client"] },
  observes: [["domain", "looked-up"]],
  words,
  sources: ["RFC 1035", "network.md 3(b)"],
  parse: (run) => new Names(run),
};
