/**
 * Data that travels inside look-ups of names: one machine asks one zone for long names that come once. At least 30 of them where most are of
 * types whose answers carry data (TXT, NULL …); else 50, and much came back or 20,000 letters went out that nothing answered for.
 *
 * Services that look up a hash of each file or message (reputation, block lists) do the same with short answers; those stay below.
 * Source: network.md 3(b) B12.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { bySubject, CLEAN_CAPTURES, named, number } from "../../network/destination.ts";
import { isQuietName } from "../../network/quiet.ts";
import { bytes } from "../../network/time.ts";
import { plain, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Zone {
  readonly subject: string;
  readonly client: string;
  readonly names: number;
  readonly letters: number;
  readonly bytes: number;
  readonly ref: RecordRef;
}

/** Names, and those where answers can carry data; share of such; bytes of each answer; letters. */
const [NAMES, FEW, CARRIED, EACH, LETTERS, FEW_LETTERS] = [50, 30, 0.5, 60, 20_000, 3000];

export const dnsTunnel: Rule<Zone> = {
  id: "network/dns-tunnel",
  version: 1,
  level: "lead",
  words,
  needs: ["network/names"],
  baseRate: { fired: 0, ...CLEAN_CAPTURES },
  sources: ["network.md 3(b) B12"],
  budget: 1000,
  fact(r, ref) {
    if (r.kind !== "zone") return undefined;
    const [names, letters, back] = [number(r.fields.names), number(r.fields.letters), number(r.fields.bytes)];
    if (names < FEW || isQuietName(string(r.fields.name))) return undefined;
    const unheard = number(r.fields.missing) + number(r.fields.unanswered);
    const carried = number(r.fields.carriers) >= CARRIED * names && letters >= FEW_LETTERS;
    if (!carried && names < NAMES) return undefined;
    const out = letters >= LETTERS && unheard >= CARRIED * names;
    if (!carried && back < EACH * names && !out) return undefined;
    return { subject: string(r.fields.name), client: string(r.fields.client), names, letters, bytes: back, ref: ref() };
  },
  *judge(facts) {
    const hits: Hit[] = [];
    for (const [subject, of] of bySubject(facts)) {
      const [first] = of;
      const sum = (what: (z: Zone) => number): number => of.reduce((n, z) => n + what(z), 0);
      hits.push({
        subject: plain(subject),
        params: {
          client: plain(first!.client),
          names: sum((z) => z.names),
          out: bytes(sum((z) => z.letters)),
          back: bytes(sum((z) => z.bytes)),
        },
        records: of.map((z) => z.ref),
      });
    }
    yield* named(hits);
  },
};
