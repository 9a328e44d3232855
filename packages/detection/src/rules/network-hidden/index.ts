/**
 * What a capture could not show, said as what it is: no alarm, a limit of the check. Tunnels (VPN), look-ups that are encrypted (DoH, DoT),
 * Apple's relay, names that are encrypted (ECH), QUIC that could not be read; frames that were cut or lost; a clock that was never set.
 *
 * Browsers send the extension of ECH always, also where they hide nothing: nobody outside can tell the two apart, which is its purpose.
 * Sources: RFC 8484, 7858, 9849; network.md 3(b) B13.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { CLEAN_CAPTURES, endpoint, number } from "../../network/destination.ts";
import { some, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

/** `vpn`, `doh`, `dot`, `relay`, `ech`, `unread` of connections. */
interface Hidden {
  readonly what: string;
  readonly where: string;
  readonly count: number;
  readonly ref: RecordRef;
}

/** Of the capture itself. */
interface Whole {
  readonly lost: number;
  readonly clock: number;
  readonly gaps: number;
  readonly keys: number;
  readonly ref: RecordRef;
}

/** Each as one that has a name. */
function* named(facts: readonly (Hidden | Whole)[]): Generator<Hidden> {
  for (const f of facts)
    if ("what" in f) yield f;
    else
      for (const what of ["lost", "clock", "gaps", "keys"] as const)
        if (f[what] > 0) yield { what, where: "", count: f[what], ref: f.ref };
}

const ORDER: readonly string[] = ["vpn", "relay", "doh", "dot", "ech", "unread", "lost", "clock", "gaps", "keys"];

export const hiddenTraffic: Rule<Hidden | Whole> = {
  id: "network/hidden",
  version: 2,
  level: "info",
  words,
  needs: ["network/coverage", "network/keys"],
  baseRate: { fired: 13, ...CLEAN_CAPTURES },
  sources: ["RFC 8484", "RFC 7858", "RFC 9849", "network.md 3(b) B13"],
  budget: 20_000,
  fact(r, ref) {
    const { what, name, server, port, count, cut, dropped, unset, jumps, used } = r.fields;
    if (r.kind === "hidden")
      return {
        what: string(what),
        where: endpoint(string(name) || string(server), number(port)),
        count: number(count),
        ref: ref(),
      };
    if (r.kind === "keys") return used === false ? { lost: 0, clock: 0, gaps: 0, keys: 1, ref: ref() } : undefined;
    if (r.kind !== "capture") return undefined;
    const own: Whole = {
      lost: number(cut) + number(dropped),
      clock: number(unset),
      gaps: number(jumps),
      keys: 0,
      ref: ref(),
    };
    return own.lost + own.clock + own.gaps > 0 ? own : undefined;
  },
  *judge(facts) {
    const all = [...named(facts)];
    for (const what of ORDER) {
      const of = all.filter((f) => f.what === what);
      if (of.length === 0) continue;
      const hit: Hit = {
        subject: what,
        params: {
          count: of.reduce((n, f) => n + f.count, 0),
          where: some(
            of.map((f) => f.where),
            4,
          ),
        },
        records: of.map((f) => f.ref),
      };
      yield hit;
    }
  },
};
