import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type Moment, type RandomAccess, type Result, utcNs } from "@contraluz/core";
import { encodeRecord } from "@contraluz/store/encode.ts";
import { type AirSeen, airSeen, hourMs } from "./air.ts";
import { airText } from "./text.ts";
import { AIR, tagWords } from "./words.ts";

const START = 1_775_228_400;
const at = (seconds: number): Moment => utcNs(BigInt(START + seconds) * 1_000_000_000n, "x", "s");
const ms = (seconds: number): number => (START + seconds) * 1000;

const record = (kind: string, fields: ArtifactRecord["fields"], moment?: Moment): ArtifactRecord => ({
  kind,
  fields,
  observables: [],
  origin: { file: 0, at: { packet: 1, offset: 24 } },
  ...(moment ? { at: moment } : {}),
});

function stored(records: Readonly<Record<string, readonly ArtifactRecord[]>>, findings: readonly object[] = []) {
  const files = new Map<string, Uint8Array>();
  const entries: Record<string, unknown> = {};
  for (const [id, list] of Object.entries(records)) {
    const file = `records/${id.replace("/", ".")}.jsonl`;
    files.set(file, new TextEncoder().encode(list.map((r) => `${encodeRecord(r)}\n`).join("")));
    entries[id] = { file, version: 1, count: list.length, sha256: "" };
  }
  const folder = {
    async read(name: string): Promise<RandomAccess> {
      const bytes = files.get(name)!;
      return { size: bytes.length, read: async (from, n) => bytes.slice(from, from + n) };
    },
  };
  return { folder, result: { records: entries, findings } as unknown as Result };
}

const CELL = {
  generation: "4g",
  networks: ["334-020", "334-050"],
  tac: 4100,
  cell: 77,
  pci: 21,
  earfcn: 850,
  count: 40,
};
const cells = [
  record("cell", { ...CELL, last: at(600), signal: -96 }, at(0)),
  record("cell", { ...CELL, pci: 501, tac: 9, count: 3, last: at(320) }, at(300)),
  // A clock that was never set counts from 1980: no hour.
  record("cell", {
    generation: "2g",
    networks: [],
    count: 2,
    last: { boot: { id: "x", ns: 5n }, seen: "5", precision: "s" } as never,
  }),
];
const tags = [
  record(
    "tag",
    {
      type: "find-my",
      model: "airtag",
      state: "near",
      address: "c0:00:00:00:00:02",
      minutes: 90,
      spans: ["2026-04-03T15:00:00Z/2026-04-03T16:30:00Z"],
    },
    at(0),
  ),
  record(
    "tag",
    {
      type: "tile",
      state: "unknown",
      address: "c0:00:00:00:00:01",
      minutes: 20,
      spans: ["2026-04-03T15:10:00Z/2026-04-03T15:30:00Z", "damaged", "2026-04-03T15:00:00Z/2026-04-03T14:00:00Z"],
    },
    at(600),
  ),
];
const text = { title: "Un título", why: "", otherwise: "", next: "" };
const findings = [
  {
    id: "a",
    rule: "radio/signal-jump",
    level: "lead",
    subject: "new …",
    params: { where: "PCI 501, EARFCN 850" },
    records: [{ artifact: "radio/signal", ordinal: 9, origin: {}, at: at(310) }],
    text: { es: text, en: text },
  },
  {
    id: "b",
    rule: "bluetooth/followed",
    level: "ask",
    subject: "c0:00:00:00:00:01",
    params: {},
    records: [{ artifact: "bluetooth/trackers", ordinal: 1, origin: {}, at: at(600) }],
    text: { es: text, en: text },
  },
  {
    id: "c",
    rule: "radio/log",
    level: "info",
    subject: "x",
    params: {},
    records: [
      { artifact: "radio/messages", ordinal: 0, origin: {}, at: at(5) },
      { artifact: "radio/messages", ordinal: 1, origin: {}, at: at(6) },
    ],
    text: { es: text, en: text },
  },
  {
    id: "d",
    rule: "ios/x",
    level: "lead",
    subject: "x",
    params: {},
    records: [{ artifact: "ios/sms", ordinal: 0, origin: {}, at: at(1) }],
    text: { es: text, en: text },
  },
];

const all = stored({ "radio/cells": cells, "bluetooth/trackers": tags }, findings);

test("cells and tags with the times at which they were there; those that a finding names come first", async () => {
  const seen = await airSeen(all.folder, all.result);
  assert.deepEqual(
    seen.cells.map((c) => [c.networks[0], c.pci, c.count, c.span, c.level]),
    [
      ["334-020", 501, 3, [ms(300), ms(320)], "lead"],
      ["334-020", 21, 40, [ms(0), ms(600)], undefined],
      [undefined, undefined, 2, undefined, undefined],
    ],
  );
  assert.deepEqual(
    seen.tags.map((t) => [t.address, t.level, t.spans]),
    [
      ["c0:00:00:00:00:01", "ask", [[ms(600), ms(1800)]]],
      ["c0:00:00:00:00:02", undefined, [[ms(0), ms(5400)]]],
    ],
  );
  // Of a note the first time alone; what other evidence says is no event of the air.
  assert.deepEqual(seen.events, [
    { ms: ms(5), level: "info", finding: "c" },
    { ms: ms(310), level: "lead", finding: "a" },
    { ms: ms(600), level: "ask", finding: "b" },
  ]);
  assert.deepEqual(seen.span, [ms(0), ms(5400)]);
});

test("machines count for the span with their hours; without a capture there is nothing", async () => {
  const { folder, result } = stored({
    "network/devices": [record("device", { mac: "m", sent: 5, hours: ["2026-04-03T18 5"] })],
  });
  const seen = await airSeen(folder, result);
  assert.deepEqual([seen.machines.length, seen.span], [1, [ms(3 * 3600), ms(4 * 3600)]]);
  assert.equal(hourMs("2026-04-03T18"), ms(3 * 3600));
  assert.equal(hourMs("x"), undefined);
  const none = stored({});
  const empty: AirSeen = { machines: [], networks: [], cells: [], tags: [], events: [] };
  assert.deepEqual(await airSeen(none.folder, none.result), empty);
});

test("as text: hours in UTC, what is marked, and no letter of the evidence that a terminal obeys", async () => {
  const evil = stored(
    {
      "radio/cells": [record("cell", { ...CELL, networks: ["\u001b[31m334"], last: at(60) }, at(0))],
      "bluetooth/trackers": tags,
    },
    findings,
  );
  for (const lang of LANGS) {
    const out = airText(await airSeen(evil.folder, evil.result), evil.result, { lang, width: 80 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f]|undefined|NaN/);
    assert.ok(out.includes(AIR[lang].cells) && out.includes(AIR[lang].tags) && out.includes("Tile"));
    assert.match(out, /15:10/);
    assert.ok(
      out.split("\n").every((l) => l.length <= 80),
      out,
    );
  }
});

test("every kind of tag has a name, whatever the record says", () => {
  for (const lang of LANGS)
    for (const [type, model] of [
      ["find-my", "accessory"],
      ["find-hub", undefined],
      ["constructor", "toString"],
    ] as const)
      assert.ok(tagWords(type, model, lang).length > 2);
});
