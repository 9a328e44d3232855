/**
 * Servers outside that a machine called without having looked up a name, and without asking for one: their number stands in the program. A
 * note for each machine, and from ten minutes of capture on: a name that was looked up before lasts for minutes.
 *
 * Calls, games and time servers do so; what is hidden (encrypted look-ups, a VPN, a relay) makes it so for all. Then the note says that.
 * Source: network.md 3(b) B8.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { CLEAN_CAPTURES, called, MAX_NAMED, number } from "../../network/destination.ts";
import { some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Bare {
  readonly client: string;
  readonly subject: string;
  readonly file: number;
  readonly ref: RecordRef;
}
/** The capture itself, or what it hid. */
interface Whole {
  readonly file: number;
  readonly seconds: number;
  readonly hides: boolean;
}

/** Seconds of capture below which nothing is said. */
const ENOUGH = 600;
/** Ways of hiding names that leave servers without one. */
const HIDES: ReadonlySet<string> = new Set(["doh", "dot", "vpn", "relay"]);
/** What is spoken to numbers by its nature: calls, tunnels (told as what they are). */
const BARE: ReadonlySet<string> = new Set(["stun", "rtp", "sip", "wireguard", "openvpn", "ipsec", "dns", "ntp"]);

const NS = 1_000_000_000n;

/** A capture's length by its record. */
function secondsOf(from: unknown, to: unknown): number {
  const utc = (m: unknown): bigint | undefined =>
    typeof m === "object" && m !== null && "utc" in m && typeof m.utc === "bigint" ? m.utc : undefined;
  const [a, b] = [utc(from), utc(to)];
  return a === undefined || b === undefined || b < a ? 0 : Number((b - a) / NS);
}

export const nameless: Rule<Bare | Whole> = {
  id: "network/nameless",
  version: 1,
  level: "info",
  words,
  needs: ["network/connections", "network/coverage"],
  baseRate: { fired: 2, ...CLEAN_CAPTURES },
  sources: ["network.md 3(b) B8"],
  budget: 20_000,
  fact(r, ref) {
    const file = r.origin.file;
    if (r.kind === "capture") return { file, seconds: secondsOf(r.at, r.fields.last), hides: false };
    if (r.kind === "hidden") return HIDES.has(string(r.fields.what)) ? { file, seconds: 0, hides: true } : undefined;
    const c = called(r, ref);
    if (!c?.nameless || BARE.has(c.app) || number(r.fields.down) === 0) return undefined;
    return { client: c.client, subject: c.subject, file, ref: c.ref };
  },
  *judge(facts) {
    const [long, hiding] = [new Set<number>(), new Set<number>()];
    const by = new Map<string, Bare[]>();
    for (const f of facts)
      if ("seconds" in f) {
        if (f.seconds >= ENOUGH) long.add(f.file);
        if (f.hides) hiding.add(f.file);
      }
    for (const f of facts) {
      if ("seconds" in f || !long.has(f.file)) continue;
      const list = by.get(f.client);
      if (list) list.push(f);
      else by.set(f.client, [f]);
    }
    for (const [client, of] of by)
      yield {
        subject: client,
        params: {
          client,
          count: of.length,
          where: some(
            of.map((f) => f.subject),
            MAX_NAMED,
          ),
          hidden: of.some((f) => hiding.has(f.file)) ? 1 : 0,
        },
        records: of.map((f) => f.ref),
      };
  },
};
