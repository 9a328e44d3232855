/**
 * Names that machines asked for, and what they were told: DNS over UDP and TCP. What neighbours ask each other (mDNS, LLMNR) is not of
 * the network outside, and is left to the list of machines.
 *
 * A name that is asked a thousand times is one record, with its first time and how often. Whoever asked may be a browser: a hit is weighed
 * as a name that was looked up.
 * Sources: RFC 1035, 9460; network.md 3(b) B1, B12.
 * @module
 */
import type { Moment, Observable } from "@contraluz/core";
import { DNS_TYPE } from "@contraluz/formats/dns/index.ts";
import { addressText } from "@contraluz/formats/ip/index.ts";
import type { Artifact, CaptureItem, DnsItem, Emit, Endpoint, ParseRun, Parser } from "../../artifact.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";
import { type Asked, zonesOf } from "./zones.ts";

/** Names of one file, and answers of one name that are told. */
const MAX_NAMES = 100_000;
const MAX_ANSWERS = 16;

const TYPES: ReadonlyMap<number, string> = new Map(
  Object.entries(DNS_TYPE).map(([name, n]) => [n, name.toUpperCase()]),
);

interface Seen {
  readonly item: DnsItem;
  readonly name: string;
  readonly type: string;
  count: number;
  bytes: number;
  last: Moment;
  answered: boolean;
  rcode: number | undefined;
  readonly answers: Set<string>;
  /** Names that it is an alias of. */
  readonly aliases: Set<string>;
  ech: boolean;
}

/** Without the letters that some resolvers mix in (0x20), so that one name is one. */
const plain = (name: string): string => name.toLowerCase();

const clientOf = (i: DnsItem): Endpoint => (i.message.response ? i.to : i.from);

const answerOf = ({ bytes, rcode, answered }: Seen): Pick<Asked, "bytes" | "rcode" | "answered"> => ({
  bytes,
  rcode,
  answered,
});

class Names implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  readonly #seen = new Map<string, Seen>();
  #over = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: CaptureItem): void {
    if (item.kind !== "dns" || (item.over !== "udp" && item.over !== "tcp")) return;
    const { message } = item;
    const q = message.questions[0];
    if (!q || q.name === "") return;
    const client = clientOf(item);
    const type = TYPES.get(q.type) ?? String(q.type);
    const key = `${client.address} ${type} ${plain(q.name)}`;
    let s = this.#seen.get(key);
    if (!s) {
      if (this.#seen.size >= MAX_NAMES) {
        this.#over++;
        return;
      }
      const fresh = { answers: new Set<string>(), aliases: new Set<string>(), answered: false, rcode: undefined };
      s = { item, name: q.name, type, count: 0, bytes: 0, last: item.at, ech: false, ...fresh };
      this.#seen.set(key, s);
    }
    s.last = item.at;
    if (message.response) this.#answer(s, item);
    else s.count++;
  }

  #answer(s: Seen, { message }: DnsItem): void {
    s.answered = true;
    s.rcode = message.rcode;
    for (const r of message.records.slice(0, message.answers)) {
      s.bytes += r.length;
      if (r.ech) s.ech = true;
      if (r.address && s.answers.size < MAX_ANSWERS)
        s.answers.add(addressText(r.address, 0, r.address.length === 4 ? 4 : 6));
      else if (r.target && r.type === DNS_TYPE.cname && s.aliases.size < MAX_ANSWERS) s.aliases.add(plain(r.target));
    }
  }

  /** Zones to which many long names lead. */
  #zones(emit: Emit): void {
    const asked = Array.from(this.#seen.values(), (of): Asked & { readonly of: Seen } => ({
      client: clientOf(of.item).address,
      name: plain(of.name),
      type: of.type,
      count: of.count,
      ...answerOf(of),
      of,
    }));
    for (const z of zonesOf(asked)) {
      const [first, last] = [z.asked[0]!.of, z.asked.at(-1)!.of];
      emit({
        kind: "zone",
        at: first.item.at,
        fields: {
          name: text(z.name),
          client: z.client,
          mac: clientOf(first.item).mac,
          names: z.asked.length,
          letters: z.letters,
          longest: z.longest,
          bytes: z.bytes,
          carriers: z.carriers,
          missing: z.missing,
          unanswered: z.unanswered,
          last: last.last,
        },
        observables: [],
        origin: first.item.origin,
      });
    }
  }

  end(emit: Emit): void {
    for (const s of this.#seen.values()) {
      const { item } = s;
      const client = clientOf(item);
      const observables: Observable[] = [{ type: "domain", value: text(plain(s.name))!, contact: "looked-up" }];
      for (const alias of s.aliases) observables.push({ type: "domain", value: text(alias)!, contact: "looked-up" });
      emit({
        kind: "lookup",
        at: item.at,
        fields: {
          name: text(s.name),
          type: s.type,
          client: client.address,
          mac: client.mac,
          over: item.over,
          count: s.count,
          last: s.last,
          answered: s.answered,
          rcode: s.rcode,
          answers: [...s.answers],
          aliases: [...s.aliases].map((a) => text(a)!),
          bytes: s.bytes,
          ...(s.ech ? { ech: true } : {}),
        },
        observables,
        origin: item.origin,
      });
    }
    this.#zones(emit);
    if (this.#over > 0)
      this.#run.problem({
        code: "record-limit",
        found: `${this.#over} more`,
        expected: `<= ${MAX_NAMES}`,
        lost: "row",
      });
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
