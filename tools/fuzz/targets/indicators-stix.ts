/** STIX bundles of signs. @module */
import { indicatorTarget } from "../indicators.ts";
import type { Parts } from "../mutate.ts";
import type { Target } from "../target.ts";

const utf8 = new TextEncoder();
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const indicator = (n: number, pattern: string, more: object = {}): object => ({
  type: "indicator",
  id: `indicator--${id(n)}`,
  created: "2024-01-01T00:00:00.000Z",
  modified: `2024-01-0${1 + (n % 9)}T00:00:00.000Z`,
  pattern,
  pattern_type: "stix",
  valid_until: "2030-01-01T00:00:00Z",
  ...more,
});
const bundle = {
  type: "bundle",
  id: `bundle--${id(0)}`,
  objects: [
    indicator(1, "[domain-name:value = 'a.example']", { object_marking_refs: [`marking-definition--${id(9)}`] }),
    indicator(2, "[ipv4-addr:value = '10.0.0.0/8' OR process:name = 'bh']"),
    indicator(2, "[file:path = '/private/var/a']", { revoked: true, labels: ["malicious-activity"] }),
    indicator(3, "[file:hashes.'SHA-256' = '0000000000000000000000000000000000000000000000000000000000000000']"),
    indicator(4, "[url:value = 'https://a.example/b?c' AND app:id = 'com.a.b']"),
    indicator(5, "[email-addr:value LIKE 'x@%']", { pattern_type: "sigma" }),
    { type: "malware", id: `malware--${id(6)}`, name: "Señal", is_family: true, labels: ["stalkerware"] },
    {
      type: "relationship",
      id: `relationship--${id(7)}`,
      relationship_type: "indicates",
      source_ref: `indicator--${id(1)}`,
      target_ref: `malware--${id(6)}`,
    },
    { type: "report", id: `report--${id(8)}`, name: "Informe", object_refs: [`indicator--${id(3)}`] },
    {
      type: "marking-definition",
      id: `marking-definition--${id(9)}`,
      definition: { tlp: "amber" },
      extensions: { x: { tlp_2_0: "red" } },
    },
  ],
};
const text = JSON.stringify(bundle);
const seeds: readonly Parts[] = [[utf8.encode(text)], [utf8.encode(JSON.stringify(bundle, null, 1))]];
const tokens = [
  '"type":"indicator"',
  '"pattern":',
  '"id":',
  '"revoked":true',
  '"objects":[',
  "null",
  "[]",
  "{}",
  '""',
  "1e999",
  '"__proto__":',
  "indicator--",
  "\\u0000",
  "'",
].map((t) => utf8.encode(t));

/** A bundle of `n` objects, made as it is read. */
const many = (n: number, one: (i: number) => object) =>
  async function* (): AsyncIterable<Uint8Array> {
    yield utf8.encode('{"type":"bundle","objects":[');
    for (let i = 0; i < n; i += 500)
      yield utf8.encode(Array.from({ length: 500 }, (_, k) => `${JSON.stringify(one(i + k))},`).join(""));
    yield utf8.encode("{}]}");
  };

export const target: Target = indicatorTarget(
  "signs.stix2",
  { seeds, tokens },
  {
    "one object in many versions": many(60_000, (i) =>
      indicator(1, `[domain-name:value = 'a${i}.example']`, { modified: new Date(1e12 + i * 1000).toISOString() }),
    ),
    "names that all point to one sign": many(60_000, (i) => ({
      type: "report",
      id: `report--${id(i)}`,
      name: `n${i}`,
      object_refs: [`indicator--${id(1)}`, `indicator--${id(i)}`],
    })),
    "a report of everything": many(500, (i) => ({
      type: "report",
      id: `report--${id(i)}`,
      name: "n",
      object_refs: Array.from({ length: 500 }, (_, k) => `indicator--${id(i * 500 + k)}`),
    })),
    "a pattern of 4 MB": () =>
      JSON.stringify({
        objects: [
          indicator(
            1,
            `[${Array.from({ length: 90_000 }, (_, i) => `domain-name:value='a${i}.example'`).join(" OR ")}]`,
          ),
        ],
      }),
    "patterns that nobody can compare": many(30_000, (i) => indicator(i, "[a:b LIKE 'x' OR c:d MATCHES 'y']")),
    "marks without end": many(60_000, (i) => ({
      type: "marking-definition",
      id: `marking-definition--${id(i)}`,
      name: `TLP:${"x".repeat(500)}`,
    })),
    "ranges of every width": many(20_000, (i) =>
      indicator(i, `[ipv6-addr:value = '${(i % 65_536).toString(16)}::/${1 + (i % 128)}']`),
    ),
  },
);
