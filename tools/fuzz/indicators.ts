/** Files of signs: read, compiled, and matched with, as a check does. @module */
import type { Observable, ObservableType } from "@contraluz/core";
import { compileIndicators, createMatcher, readIndicators } from "@contraluz/detection/indicators/index.ts";
import type { Dice } from "./dice.ts";
import { piecesOf } from "./memory.ts";
import { type Material, mutate, type Parts } from "./mutate.ts";
import type { Bomb, Tally, Target } from "./target.ts";

const TYPES: readonly ObservableType[] = [
  "domain",
  "url",
  "ip",
  "email",
  "phone",
  "process",
  "app-id",
  "file-path",
  "file-name",
  "hash",
  "certificate",
  "profile-id",
  "property",
];
const VALUES = [
  "a.example",
  "www.a.example:80",
  "https://xn--a/b?c",
  "10.0.0.1",
  "::1",
  "x@a.example",
  "bh",
  "/private/var/a/b",
  "0".repeat(64),
  "",
  "%",
  "é.example",
];
const OBSERVED: readonly Observable[] = TYPES.flatMap((type) =>
  VALUES.map((value) => ({ type, value, contact: "visited" as const })),
);

async function read(bytes: AsyncIterable<Uint8Array>, name: string, tally: Tally): Promise<void> {
  const compiled = await compileIndicators([readIndicators(bytes, name, tally.report)]);
  const matcher = createMatcher(compiled);
  let hits = 0;
  for (const o of OBSERVED) hits += matcher.match(o).length;
  for (const counts of compiled.counts.values()) for (const n of counts.values()) tally.values += n;
  // Twelve values cannot be more than every sign there is, each once for each of them.
  if (hits > OBSERVED.length * compiled.keyRow.length)
    throw new Error(`${hits} hits of ${compiled.keyRow.length} keys`);
}

/** A text, or its bytes as a stream. */
type Text = () => string | AsyncIterable<Uint8Array>;

/** A target over files that are called `name`. */
export function indicatorTarget(name: string, material: Material, bombs: Readonly<Record<string, Text>>): Target {
  const utf8 = new TextEncoder();
  const bomb =
    (b: Text): Bomb =>
    async (tally) => {
      const text = b();
      await read(typeof text === "string" ? piecesOf(utf8.encode(text), 65_536) : text, name, tally);
      return undefined;
    };
  return {
    make: (dice: Dice): Parts => [...mutate(material, dice), Uint8Array.of(dice.below(256))],
    drive: ([bytes, piece], tally) => read(piecesOf(bytes!, 1 + piece![0]!), name, tally),
    refuses: true,
    bombs: Object.fromEntries(Object.entries(bombs).map(([k, b]) => [k, bomb(b)])),
  };
}
