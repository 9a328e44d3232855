/** Names that were told together are met as those that stand alone: in the check, from what it stored, by a hunt's keys, and by the index of a case. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { asks, parse, told } from "@contraluz/artifacts/network/items.fixture.ts";
import { names } from "@contraluz/artifacts/network/names/index.ts";
import { observablesOf, readLine, textsOf } from "@contraluz/case/timeline/line.ts";
import type { ArtifactRecord } from "@contraluz/core";
import { compileIndicators, createCollector, createMatcher, readIndicators } from "@contraluz/detection";
import { decodeRecord, encodeRecord } from "@contraluz/store";
import { keyTexts } from "../keys/stored.ts";

const asked = Array.from({ length: 60 }, (_, i) => `${(i + 4096).toString(16)}.T.paquetes.example`);
const { records } = parse(
  names,
  asked.flatMap((name, i) => [
    asks(i, name, "cname"),
    told(i, name, [{ type: 5, target: `r${i}.otro.example` }], {}, "cname"),
  ]),
);
const lines = records.map((r) => encodeRecord(r));

/** Signs for a name deep in a record, one of the second record, an alias, and one that nobody asked for. */
const SIGNS = [asked[29]!.toLowerCase(), asked[55]!.toLowerCase(), "r7.otro.example", "nadie.paquetes.example"];

test("each name and alias: the same findings from the records and from what was stored of them", async () => {
  const set = readIndicators(
    (async function* () {
      yield new TextEncoder().encode(`domain,campaign\n${SIGNS.map((s) => `${s},Prueba\n`).join("")}`);
    })(),
    "prueba.csv",
    () => {},
  );
  const matcher = createMatcher(await compileIndicators([set]));
  const met = (all: readonly ArtifactRecord[]): unknown[] => {
    const collector = createCollector(matcher, []);
    for (const [i, r] of all.entries()) collector.take("network/names", r, i);
    return [...collector.collected.hits.values()].map((h) => [
      h.top.indicator.value,
      h.top.seen,
      h.records.map((r) => r.ordinal),
    ]);
  };
  const found = met(records);
  assert.deepEqual(found, [
    [SIGNS[0], SIGNS[0], [0]],
    [SIGNS[2], SIGNS[2], [0]],
    [SIGNS[1], SIGNS[1], [1]],
  ]);
  assert.deepEqual(met(lines.map((l) => decodeRecord(l))), found);
});

test("each has its key in a hunt and in the index of a case, where its text is found as it was asked", () => {
  const keysOf = (all: readonly { readonly type: "domain"; readonly value: string }[]): Set<string> =>
    new Set(all.flatMap((o) => keyTexts(o)));
  const wanted = keysOf([
    ...asked.map((value) => ({ type: "domain" as const, value })),
    ...asked.map((_, i) => ({ type: "domain" as const, value: `r${i}.otro.example` })),
  ]);
  const domains = (all: readonly { readonly type: string; readonly value: string }[]) =>
    keysOf(all.map(({ value }) => ({ type: "domain", value })));
  assert.deepEqual(domains(lines.flatMap((l) => decodeRecord(l).observables)), wanted);
  assert.deepEqual(domains(lines.flatMap((l) => observablesOf(readLine(l)))), wanted);
  const texts = new Set(lines.flatMap((l) => textsOf(readLine(l), l)));
  for (const name of asked) assert.ok(texts.has(name), name);
});
