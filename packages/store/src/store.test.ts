import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { ArtifactRecord, RandomAccess, ResultFolder } from "@contraluz/core";
import {
  decodeRecord,
  encodeRecord,
  encodeStructure,
  ResultWriter,
  readLines,
  readRecords,
  readResult,
  readTimeline,
  TimelineWriter,
} from "./index.ts";

/** A folder in memory. */
function memory(): ResultFolder & { files: Map<string, Buffer>; committed: boolean } {
  const files = new Map<string, Buffer>();
  return {
    files,
    committed: false,
    async append(name, bytes) {
      files.set(name, Buffer.concat([files.get(name) ?? Buffer.alloc(0), bytes]));
    },
    async read(name): Promise<RandomAccess> {
      const b = files.get(name);
      if (!b) throw new Error(`no ${name}`);
      return { size: b.length, read: async (o, n) => new Uint8Array(b.subarray(o, o + n)) };
    },
    async remove(name) {
      files.delete(name);
    },
    async commit() {
      this.committed = true;
    },
    async discard() {
      files.clear();
    },
  };
}

const record: ArtifactRecord = {
  kind: "visit",
  at: { utc: 1_714_979_289_123_456_000n, seen: "736673289.123456", precision: "us" },
  fields: {
    url: 'https://x.example/"\u2028\u0000',
    visit: 9_007_199_254_740_993n,
    gone: undefined,
    links: ["a", "b"],
    read: { utc: 1_714_979_289_000_000_000n, seen: "1", precision: "s" },
    ok: false,
  },
  observables: [{ type: "url", value: "https://x.example/", contact: "visited" }],
  origin: { file: 3, at: { table: "history_visits", row: 17, page: 5, cell: 2, in: "wal" } },
};

test("a record is one line of JSON and reads back", () => {
  const line = encodeRecord(record);
  assert.ok(!line.includes("\n"));
  assert.match(line, /"visit":9007199254740993[,}]/);
  assert.doesNotMatch(line, /gone/);
  const back = decodeRecord(line);
  assert.deepEqual(back.at, record.at);
  assert.deepEqual(back.observables, record.observables);
  assert.deepEqual(back.origin, record.origin);
  assert.deepEqual(back.fields.read, record.fields.read);
  assert.equal(
    encodeRecord({ ...record, fields: { a: 1 } }),
    encodeRecord(decodeRecord(encodeRecord({ ...record, fields: { a: 1 } }))),
  );
});

test("a line leaves out what its neighbours say, and reads back the same", () => {
  const r: ArtifactRecord = {
    kind: "message",
    at: { utc: 1_714_979_289_123_456_789n, seen: "736672089123456789", precision: "ns" },
    fields: {
      handle: "+525511112222",
      n: 1,
      links: ["https://a.example/", "https://b.example/", "https://a.example/"],
      read: { utc: 1_714_979_289_000_000_000n, seen: "1", precision: "s" },
      about: { utc: 1_714_979_280_000_000_000n, seen: "1", precision: "min" },
      like: ["2024-05-06T07:08:09Z", "736673289"],
    },
    observables: [
      { type: "url", value: "https://a.example/", contact: "received" },
      { type: "url", value: "https://b.example/", contact: "received" },
      { type: "url", value: "https://a.example/", contact: "received" },
      { type: "phone", value: "+525511112222", contact: "received" },
      { type: "domain", value: "elsewhere.example", contact: "received" },
    ],
    origin: { file: 6, at: { table: "message", row: 1000, page: 180, cell: 5 } },
  };
  const line = encodeRecord(r);
  assert.equal(
    line,
    '{"message":{"handle":"+525511112222","n":1,"links":["https://a.example/","https://b.example/","https://a.example/"],' +
      '"read":["2024-05-06T07:08:09Z","1"],"about":{"utc":"2024-05-06T07:08:00Z","seen":"1","precision":"min"},' +
      '"like":{"list":["2024-05-06T07:08:09Z","736673289"]}},"at":["2024-05-06T07:08:09.123456789Z",2001],' +
      '"values":[["url","received",[2,0]],["url","received",[2,1]],["url","received",[2,2]],["phone","received",0],' +
      '["domain","received","elsewhere.example"]],"origin":[6,"message",1000,180,5]}',
  );
  const back = decodeRecord(line);
  assert.deepEqual(back.observables, r.observables);
  assert.deepEqual(back.origin, r.origin);
  assert.deepEqual([back.at, back.fields.read, back.fields.like], [r.at, r.fields.read, r.fields.like]);
  assert.equal(encodeRecord(back), line);
  const bare = { ...r, origin: { file: 1, at: { table: "t", row: -1 } } };
  assert.deepEqual(decodeRecord(encodeRecord(bare)).origin, bare.origin);
  for (const bad of ["9", "[2,9]", "[9,0]", "1", "null"])
    assert.throws(() => decodeRecord(line.replace("[2,0]", bad)), SyntaxError, bad);
});

test("moments count from a year where they did, and else keep what was seen", () => {
  const short = (utc: bigint, seen: string, precision: "s" | "ms" | "us" | "ns"): unknown => {
    const at = { utc, seen, precision };
    const line = encodeRecord({ kind: "k", at, fields: {}, observables: [], origin: { file: 0, at: { key: "" } } });
    assert.deepEqual(decodeRecord(line).at, at);
    return (JSON.parse(line) as { at: unknown[] }).at[1];
  };
  const second = 1_714_979_289n;
  const ns = second * 1_000_000_000n;
  for (const [year, before] of [
    [1970, 0n],
    [2001, -978_307_200n],
    [1601, 11_644_473_600n],
  ] as const) {
    const whole = String(second + before);
    assert.equal(short(ns, whole, "s"), year);
    assert.equal(short(ns + 7_000_000n, `${whole}007`, "ms"), year);
    assert.equal(short(ns + 7000n, `${whole}000007`, "us"), year);
    assert.equal(short(ns + 7n, `${whole}000000007`, "ns"), year);
    assert.equal(short(ns, `${whole}.0`, "s"), `${whole}.0`);
    assert.equal(short(ns, `0${whole}`, "s"), `0${whole}`);
    assert.equal(short(ns + 8n, `${whole}000000007`, "ns"), `${whole}000000007`);
  }
  // Seconds with decimals: what was seen is told to the digit, the instant is what the readers make of it.
  for (const [seen, us] of [
    ["736672089.123456", 123_456n],
    ["736672089.1234561", 123_456n],
    ["736672089.5", 500_000n],
    ["736672089.0000007", 1n],
    ["1714979289.25", 250_000n],
  ] as const) {
    const year = seen.startsWith("7") ? "2001s" : "1970s";
    assert.equal(short(ns + us * 1000n, seen, "us"), year, seen);
    assert.equal(short(ns + us * 1000n + 1000n, seen, "us"), seen, "not what these decimals say");
  }
  assert.equal(
    short(ns + 1_000_000_000n, "736672089.9999999", "us"),
    "736672089.9999999",
    "carried to the next second",
  );
  for (const seen of ["736672089.", "736672089.1e3", "736672089.1234567891", "0736672089.5", "7.3e8"])
    assert.equal(short(ns + 500_000_000n, seen, "us"), seen);
  assert.match(encodeRecord({ ...record, at: { utc: ns, seen: "2001s", precision: "us" } }), /"precision":"us"/);
  for (const seen of ["", "-1", "1e9", " 1714979289", "2024-05-06T07:08:09Z"]) assert.equal(short(ns, seen, "s"), seen);
  assert.deepEqual(
    decodeRecord(
      '{"k":{"a":{"list":{"list":1}},"b":["2024-05-06T07:08:09Z",7],"c":{"list":1,"x":2}},"origin":[0,"t",1]}',
    ).fields,
    { a: { list: 1 }, b: ["2024-05-06T07:08:09Z", 7], c: { list: 1, x: 2 } },
  );
});

test("integers keep all their digits, and text that looks like them stays text", () => {
  const fields = {
    big: 9_007_199_254_740_993n,
    small: -9_223_372_036_854_775_808n,
    safe: 9_007_199_254_740_991,
    list: [18_446_744_073_709_551_615n, 1, "18446744073709551615"],
    text: 'x":12345678901234567890,\\',
    real: 0.1234567890123456,
    huge: 1e300,
  };
  const line = encodeRecord({ ...record, fields, origin: { file: 1, at: { table: "t", row: 2n ** 62n + 1n } } });
  const back = decodeRecord(line);
  assert.deepEqual(back.fields, fields);
  assert.deepEqual(back.origin.at, { table: "t", row: 2n ** 62n + 1n });
  assert.equal(encodeRecord(back), line);
  for (const bad of ['{"kind":"a","fields":{"n":12345678901234567890', '{"n":"1234567890123456,}'])
    assert.throws(() => decodeRecord(bad), SyntaxError);
});

test("a line that is no record throws a SyntaxError", () => {
  for (const bad of ["", "{}", "[1]", '{"visit":1}', '{"visit":{}}', '{"visit":{},"origin":[1]', "null"])
    assert.throws(() => decodeRecord(bad), SyntaxError);
});

test("a value in a list that looks like a moment is pointed at all the same", () => {
  const list = ["2024-05-06T07:08:09Z", "https://evil.example/"];
  const observables = list.map((value) => ({ type: "url" as const, value, contact: "received" as const }));
  const r: ArtifactRecord = { kind: "k", fields: { list }, observables, origin: { file: 0, at: { key: "" } } };
  const back = decodeRecord(encodeRecord(r));
  assert.deepEqual([back.fields, back.observables], [r.fields, observables]);
});

test("lines that somebody else wrote: a SyntaxError and nothing else, a moment without what it cannot be", () => {
  const line = (o: object): string => JSON.stringify({ visit: {}, origin: [1, "t", 2], ...o });
  for (const bad of [
    { values: 5 },
    { values: [1] },
    { values: [null] },
    { values: [["url"]] },
    { values: [["url", "visited", { toString: 1 }]] },
    { state: "gone" },
    { state: {} },
    { origin: {} },
    { origin: { file: "x", at: {} } },
    { origin: ["a", "t", 1] },
    { origin: { file: 1, at: null } },
  ])
    assert.throws(() => decodeRecord(line(bad)), SyntaxError, JSON.stringify(bad));
  for (const boot of [{ id: "a" }, { id: "a", ns: 1.5 }, { id: "a", ns: "x" }, 7, null, { ns: {} }]) {
    const { at } = decodeRecord(line({ at: { seen: "1", precision: "s", boot } }));
    assert.deepEqual(at, { seen: "1", precision: "s" });
  }
});

test("structures with moments and big integers", () => {
  assert.equal(
    encodeStructure({ from: record.at, n: 10n, u: undefined }),
    '{"from":{"utc":"2024-05-06T07:08:09.123456Z","seen":"736673289.123456","precision":"us"},"n":10}',
  );
});

test("the timeline merges runs into one order, ties by artifact and ordinal", async () => {
  const folder = memory();
  const w = new TimelineWriter(folder);
  const expected: [bigint, number, number][] = [];
  let x = 7n;
  for (let run = 0; run < 9; run++) {
    const n = 5000 + run * 1000;
    const times = new BigInt64Array(n);
    const ordinals = new Uint32Array(n);
    for (let i = 0; i < n; i++) {
      x = (x * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n);
      times[i] = (x >> 50n) - 100n;
      ordinals[i] = run * 100_000 + i;
      expected.push([times[i]!, run % 3, ordinals[i]!]);
    }
    await w.add(run % 3, times, ordinals);
  }
  await w.finish(["ios/a", "ios/b", "ios/ñ"]);
  expected.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2]));
  const got: [bigint, number, number][] = [];
  for await (const { artifacts, entries } of readTimeline(await folder.read("index/timeline.bin"))) {
    assert.deepEqual(artifacts, ["ios/a", "ios/b", "ios/ñ"]);
    for (const e of entries) got.push([e.ns, e.artifact, e.ordinal]);
  }
  assert.deepEqual(got, expected);
  assert.deepEqual([...folder.files.keys()], ["index/timeline.bin"]);
});

test("an empty timeline is a valid one", async () => {
  const folder = memory();
  await new TimelineWriter(folder).finish(["ios/a"]);
  const all = [];
  for await (const x of readTimeline(await folder.read("index/timeline.bin"))) all.push(x);
  assert.deepEqual(all, []);
});

test("the writer counts and hashes what it wrote; the result comes last", async () => {
  const folder = memory();
  const w = new ResultWriter(folder, {
    sha256: () => {
      const h = createHash("sha256");
      return { update: (b) => void h.update(b), hex: () => h.digest("hex") };
    },
  });
  const chunk = new TextEncoder().encode(`${encodeRecord(record)}\n${encodeRecord(record)}\n`);
  await w.records("ios/safari-history", chunk, 2);
  await w.records("ios/safari-history", chunk, 2);
  const sums = await w.close(["ios/safari-history"]);
  const bytes = folder.files.get("records/ios.safari-history.jsonl")!;
  assert.deepEqual(sums.get("ios/safari-history"), {
    file: "records/ios.safari-history.jsonl",
    count: 4,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });
  assert.ok(!folder.committed);
  await w.finish('{"schema":"contraluz/result@1"}\n');
  assert.ok(folder.committed);
});

test("lines are cut right over chunk borders", async () => {
  const lines = Array.from({ length: 30_000 }, (_, i) => `{"i":${i},"t":"ñ€${"x".repeat(i % 97)}"}`);
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  const got: string[] = [];
  for await (const { first, lines: some } of readLines({
    size: bytes.length,
    read: async (o, n) => new Uint8Array(bytes.subarray(o, o + n)),
  })) {
    assert.equal(first, got.length);
    got.push(...some);
  }
  assert.deepEqual(got, lines);
});

test("what is no result is refused with its reason", async () => {
  const folder = memory();
  await assert.rejects(readResult(folder), /not a result/);
  await folder.append("result.json", Buffer.from('{"schema":"contraluz/result@9"}'));
  await assert.rejects(readResult(folder), /unknown schema/);
  await folder.remove("result.json");
  await folder.append("result.json", Buffer.from("{"));
  await assert.rejects(readResult(folder), /damaged/);
});

test("names of record files in a hostile result do not become paths", async () => {
  const folder = memory();
  const result = { records: { "ios/sms": { file: "../../etc/passwd", version: 1, count: 1, sha256: "" } } };
  await assert.rejects(async () => {
    for await (const _ of readRecords(folder, result as never, "ios/sms")) assert.fail();
  }, /not a name of records/);
});

test("the place of a deleted row comes back whole, and its state with it", () => {
  for (const state of ["deleted", "superseded"] as const) {
    const origin = {
      file: 2,
      state,
      at: { table: "message", page: 3, in: "free" as const, offset: 99, torn: true as const },
    };
    const line = encodeRecord({ kind: "k", fields: {}, observables: [], origin, state });
    assert.equal(line.match(/deleted|superseded/g)?.length, 1);
    const back = decodeRecord(line);
    assert.deepEqual([back.origin, back.state], [origin, state]);
    const log = {
      file: 2,
      state,
      at: { table: "t", row: 9_007_199_254_740_993n, page: 3, in: "wal" as const, frame: 4, offset: 5 },
    };
    assert.deepEqual(
      decodeRecord(encodeRecord({ kind: "k", fields: {}, observables: [], origin: log, state })).origin,
      log,
    );
  }
});
