/**
 * A machine that calls one server at a steady pace, with calls of one size: at least eight visits over five minutes whose pauses stray by at most
 * 15 % in the middle, and most of which send and receive the same. So programs report that they are there, honest ones too.
 *
 * Silent about push, time, look-ups, the clouds of makers (a dated list), servers at home, and tests of a connection (plain HTTP answered
 * with 204). A program that varies its pace by more, or its sizes, does not show here.
 * Source: network.md 3(b) B9.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { bySubject, type Called, CLEAN_CAPTURES, called, endpoint, named, number } from "../../network/destination.ts";
import { span } from "../../network/time.ts";
import { string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Steady extends Called {
  readonly visits: number;
  readonly period: number;
}
/** A server that answered a test of the connection. */
interface Test {
  readonly test: string;
}
type Fact = Steady | Test;

const [VISITS, SPAN, SPREAD, UP, DOWN] = [8, 300, 0.15, 0.8, 0.6];
/** Video, calls and tunnels have a pace of their own. */
const OTHER: ReadonlySet<string> = new Set(["rtp", "stun", "wireguard", "openvpn", "ipsec", "dns", "mdns"]);

export const beacon: Rule<Fact> = {
  id: "network/beacon",
  version: 1,
  level: "lead",
  words,
  needs: ["network/connections", "network/http"],
  baseRate: { fired: 0, ...CLEAN_CAPTURES },
  sources: ["network.md 3(b) B9"],
  budget: 5000,
  once: (f) => ("test" in f ? f.test : undefined),
  fact(r, ref) {
    const { fields } = r;
    if (r.kind === "answer")
      return fields.status === 204 ? { test: `${string(fields.client)} ${string(fields.server)}` } : undefined;
    const [visits, period] = [number(fields.visits), number(fields.period)];
    if (visits < VISITS || visits * period < SPAN || number(fields.spread) > SPREAD) return undefined;
    if (number(fields.upAlike) < UP || number(fields.downAlike) < DOWN || OTHER.has(string(fields.app)))
      return undefined;
    const c = called(r, ref);
    return c && { ...c, visits, period };
  },
  *judge(facts) {
    const tests = new Set(facts.flatMap((f) => ("test" in f ? [f.test] : [])));
    const steady = facts.filter((f): f is Steady => !("test" in f));
    const hits: Hit[] = [];
    for (const [subject, of] of bySubject(
      steady.filter((f) => !(f.app === "http" && tests.has(`${f.client} ${f.server}`))),
    )) {
      const { visits, period, client, nameless } = of[0]!;
      const params = {
        client: endpoint(client, 0).replace(/:0$/, ""),
        visits,
        period_es: span(period, "es"),
        period_en: span(period, "en"),
        nameless: nameless ? 1 : 0,
      };
      hits.push({ subject, params, records: of.map((f): RecordRef => f.ref) });
    }
    yield* named(hits);
  },
};
