/**
 * A connection that stayed open for 25 minutes or longer: a note. Push and chats do so, and whoever steers a program from afar.
 *
 * Silent about push, the clouds of makers (a dated list), calls and tunnels.
 * Sources: network.md 3(b) B11 (1,500 s).
 * @module
 */
import { bySubject, type Called, CLEAN_CAPTURES, called, named, number } from "../../network/destination.ts";
import { bytes, span } from "../../network/time.ts";
import { string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Long extends Called {
  readonly seconds: number;
  readonly up: number;
  readonly down: number;
}

const LONG = 1500;
const OTHER: ReadonlySet<string> = new Set(["rtp", "stun", "wireguard", "openvpn", "ipsec", "dns", "mdns", "quic"]);

export const longConnection: Rule<Long> = {
  id: "network/long",
  version: 1,
  level: "info",
  words,
  needs: ["network/connections"],
  baseRate: { fired: 0, ...CLEAN_CAPTURES },
  sources: ["network.md 3(b) B11"],
  budget: 5000,
  fact(r, ref) {
    const seconds = number(r.fields.longest);
    if (r.kind !== "destination" || seconds < LONG || OTHER.has(string(r.fields.app))) return undefined;
    const c = called(r, ref);
    return c && { ...c, seconds, up: number(r.fields.longestUp), down: number(r.fields.longestDown) };
  },
  *judge(facts) {
    const hits: Hit[] = [];
    for (const [subject, of] of bySubject(facts)) {
      const { seconds, up, down } = of[0]!;
      const params = {
        long_es: span(seconds, "es"),
        long_en: span(seconds, "en"),
        up: bytes(up),
        down: bytes(down),
      };
      hits.push({ subject, params, records: of.map((f) => f.ref) });
    }
    yield* named(hits);
  },
};
