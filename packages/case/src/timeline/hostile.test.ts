import assert from "node:assert/strict";
import { test } from "node:test";
import type { Result } from "@contraluz/core";
import { ContraluzError } from "@contraluz/core";
import { buildIndex } from "./build.ts";
import { IndexDamaged } from "./chunks.ts";
import { openIndex } from "./open-index.ts";
import { check, Indexes, Memory, naive, platform, Seeded } from "./timeline.fixture.ts";
import { Timeline } from "./timeline.ts";
import type { TimelineCheck, TimelineFilter } from "./types.ts";

const FILES = ["head.json", "tables.bin", "entries.bin", "text.bin", "short.bin", "values.bin"] as const;
const FILTERS: readonly TimelineFilter[] = [
  {},
  { text: "caravana" },
  { text: "ab" },
  { observable: { type: "domain", value: "evil.example" } },
  { from: 1_700_000_000_000_000_000n, to: 1_700_050_000_000_000_000n },
  { levels: ["match", "lead"] },
];
const cites = (rows: readonly { check: string; artifact: string; ordinal: number }[]): string[] =>
  rows.map((r) => `${r.check}/${r.artifact}/${r.ordinal}`);

async function all(t: Timeline, f: TimelineFilter): Promise<string[]> {
  return cites((await t.page(f, { limit: 10_000 })).rows);
}

test("an index with any byte changed, cut, swapped or gone: the same rows all the same, from one that was built anew", async () => {
  const r = new Seeded(7);
  const checks = [check(r, "0001", { "ios/a": 700, "ios/b": 300 })];
  const indexes = new Indexes();
  await (await Timeline.open({ checks, indexes, platform })).close();
  const good = new Map(indexes.folders.get("0001")!.files);
  const expected = FILTERS.map((f) => cites(naive(checks, f)));
  let healed = 0;
  for (let k = 0; k < 36; k++) {
    const folder = new Memory();
    folder.committed = true;
    for (const [name, bytes] of good) folder.files.set(name, Buffer.from(bytes));
    const name = FILES[k % FILES.length]!;
    const bytes = folder.files.get(name)!;
    const how = r.n(5);
    if (how === 0) folder.files.set(name, bytes.subarray(0, r.n(bytes.length)));
    else if (how === 1) folder.files.set(name, Buffer.concat([bytes, Buffer.from([0])]));
    else if (how === 2) folder.files.delete(name);
    else bytes[r.n(bytes.length)]! ^= 1 << r.n(8);
    indexes.folders.set("0001", folder);
    const before = indexes.built;
    const t = await Timeline.open({ checks, indexes, platform });
    for (const [i, f] of FILTERS.entries()) assert.deepEqual(await all(t, f), expected[i], `${name} ${how}`);
    healed += indexes.built - before;
    await t.close();
  }
  assert.ok(healed >= 24, `${healed} of 36 were built anew`);
});

test("an index whose hashes are right and whose content lies: not the one that was made", async () => {
  const r = new Seeded(8);
  const c = check(r, "0001", { "ios/a": 500 });
  const half: Result = { ...c.result, records: { "ios/a": { ...c.result.records["ios/a"]!, count: 400 } } };
  const lines = Buffer.from((c.folder as Memory).files.get("records/ios.a.jsonl")!)
    .toString()
    .split("\n");
  const short = new Memory();
  short.files.set("records/ios.a.jsonl", Buffer.from(`${lines.slice(0, 400).join("\n")}\n`));
  const [liar, honest] = [new Memory(), new Memory()];
  await buildIndex(short, half, liar, { platform });
  const { fingerprint } = await buildIndex(c.folder, c.result, honest, { platform });
  // Rows were left out: whoever kept the fingerprint knows.
  await assert.rejects(openIndex("0001", liar, c.result, platform, fingerprint), IndexDamaged);
  const again = new Memory();
  assert.equal(
    (await buildIndex(c.folder, c.result, again, { platform })).fingerprint,
    fingerprint,
    "the same records give the same index",
  );
  // Who did not, sees it as soon as a record is read: the file has another size.
  liar.committed = true;
  const indexes = new Indexes();
  indexes.folders.set("0001", liar);
  const t = await Timeline.open({ checks: [c], indexes, platform });
  assert.deepEqual(await all(t, {}), cites(naive([c], {})));
  assert.equal(indexes.built, 1);
  assert.deepEqual(t.trouble, []);
});

test("a head that claims too much is refused before anything is taken for it", async () => {
  const r = new Seeded(9);
  const c = check(r, "0001", { "ios/a": 300, "ios/b": 10 });
  const folder = new Memory();
  await buildIndex(c.folder, c.result, folder, { platform });
  const head = JSON.parse(Buffer.from(folder.files.get("head.json")!).toString());
  const lies: readonly ((h: typeof head) => void)[] = [
    (h) => (h.rows = 2 ** 40),
    (h) => (h.blocks = 1e12),
    (h) => (h.artifacts[0].rows = 1e9),
    (h) => (h.artifacts[0].streams[0].n = -1),
    (h) => (h.artifacts[0].streams[0].at = 12),
    (h) => (h.artifacts[0].streams[0].when = "soon"),
    (h) => (h.artifacts[0].streams = null),
    (h) => (h.artifacts = [h.artifacts[1], h.artifacts[0]]),
    (h) => (h.artifacts[0].block = 3),
    (h) => (h.artifacts = h.artifacts.concat(null)),
    (h) => (h.files.text = 2 ** 50),
    (h) => (h.files = null),
    (h) => (h.schema = "contraluz/timeline@0"),
    (h) => (h.keys = 0),
    (h) => (h.fold = 99),
    (h) => (h.artifacts[0].sha256 = "f".repeat(64)),
    (h) => (h.tables = "0".repeat(64)),
  ];
  for (const [i, lie] of lies.entries()) {
    const h = structuredClone(head);
    lie(h);
    folder.files.set("head.json", Buffer.from(JSON.stringify(h)));
    await assert.rejects(openIndex("0001", folder, c.result, platform), IndexDamaged, String(i));
  }
  for (const text of ["", "null", "[]", "7", "{".repeat(100_000)]) {
    folder.files.set("head.json", Buffer.from(text));
    await assert.rejects(openIndex("0001", folder, c.result, platform), IndexDamaged, text.slice(0, 9));
  }
});

test("records that are not there, too few, or of a name that is none of ours: said, and the rest stands", async () => {
  const r = new Seeded(10);
  const c = check(r, "0001", { "ios/a": 20, "ios/b": 20, "ios/c": 20 });
  const folder = c.folder as Memory;
  folder.files.delete("records/ios.a.jsonl");
  const records = { ...c.result.records, "ios/c": { ...c.result.records["ios/c"]!, file: "../../etc/passwd" } };
  const broken: TimelineCheck = { ...c, result: { ...c.result, records } };
  const t = await Timeline.open({ checks: [broken], indexes: new Indexes(), platform });
  assert.deepEqual(
    t.trouble.map((x) => [x.artifact, x.found]),
    [
      ["ios/a", "0 of 20 records are there"],
      ["ios/c", "0 of 20 records are there"],
    ],
  );
  const n = (await t.count({})).n + (await t.count({}, { undated: true })).n;
  assert.equal(n, 20);
  assert.equal(await t.row({ check: "0001", artifact: "ios/a", ordinal: 3 }), undefined);
  assert.equal(await t.row({ check: "0001", artifact: "ios/b", ordinal: 20 }), undefined);
  assert.equal(await t.row({ check: "0001", artifact: "ios/b", ordinal: -1 }), undefined);
  assert.equal((await t.row({ check: "0001", artifact: "ios/b", ordinal: 19 }))?.ordinal, 19);
});

test("hostile records: lines without end, deep ones, thousands of kinds and values; nothing is lost, nothing thrown", async () => {
  const line = (kind: string, more = ""): string =>
    `{"${kind}":{"a":"x"${more}},"at":["2024-05-06T07:08:09Z",1970],"origin":[0,"t",1]}`;
  const lines = [
    line("k"),
    `{"k":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
    line("k", `,"b":${"[".repeat(200)}"hondo"${"]".repeat(200)}`),
    line("k", `,"values":1`),
    `{"k":{},"values":[["url","visited",99],["url"],7,["url","visited",[0,0]]],"origin":[0,"t",1],"at":7}`,
    '{"__proto__":{"a":"trampa"},"origin":[0,"t",1]}',
    '{"1":{"a":"numero"},"k":{},"origin":[0,"t",1]}',
    "x".repeat(70_000),
    `{"k":{"n":1e400,"m":100000.0,"o":1E5},"origin":[0,"t",1]}`,
    ...Array.from({ length: 300 }, (_, i) => line(`clase${i}`)),
    line("k", `,"c":"\\u0063aravana"`),
  ];
  const folder = new Memory();
  folder.files.set("records/ios.a.jsonl", Buffer.from(`${lines.join("\n")}\n`));
  const result = {
    records: { "ios/a": { file: "records/ios.a.jsonl", version: 1, count: lines.length, sha256: "" } },
    findings: [],
  };
  const c = { check: "0001", folder, result: result as unknown as Result };
  const t = await Timeline.open({ checks: [c], indexes: new Indexes(), platform });
  assert.deepEqual(t.trouble, []);
  const [dated, undated] = [await t.page({}, { limit: 10_000 }), await t.undated({}, { limit: 10_000 })];
  assert.equal(dated.rows.length + undated.rows.length, lines.length);
  assert.deepEqual(
    undated.rows.map((x) => [x.ordinal, x.undated]),
    [
      [1, "damaged"],
      [7, "damaged"],
      [4, "none"],
      [5, "none"],
      [6, "none"],
      [8, "none"],
    ].sort((a, b) => Number(a[0]) - Number(b[0])),
  );
  const found = async (text: string): Promise<number[]> => {
    const both = [...(await t.page({ text })).rows, ...(await t.undated({ text })).rows];
    return both.map((x) => x.ordinal);
  };
  assert.deepEqual(await found("caravana"), [lines.length - 1], "written with an escape");
  assert.deepEqual(await found("trampa"), [5]);
  assert.deepEqual(await found("hondo"), [], "deeper than anybody writes");
  // Kinds beyond the 63rd share a stream.
  assert.ok(t.facets().length <= 70);
  assert.equal((await t.page({ kinds: ["clase3"] })).rows.length, 1);
});

test("cancelling a build leaves no index", async () => {
  const r = new Seeded(11);
  const checks = [check(r, "0001", { "ios/a": 50 })];
  const indexes = new Indexes();
  const cancel = { aborted: true } as never;
  await assert.rejects(
    Timeline.open({ checks, indexes, platform, cancel }),
    (e) => e instanceof ContraluzError && e.code === "cancelled",
  );
  assert.equal(await indexes.read("0001"), undefined);
});
