import assert from "node:assert/strict";
import { test } from "node:test";
import type { BenchInfo, BenchQuestions, BenchRow, Spec, View } from "../ask.ts";
import { type BenchThread, benchThread } from "./bench.ts";
import { type Given, record, smallResult } from "./folder.fixture.ts";

const T0 = Date.UTC(2021, 5, 10, 22, 0, 0);
const HOUR = 3_600_000;
const ALL: Spec = { list: "time", artifact: "", query: "", without: [], levels: [], zone: "UTC" };

const PLACES: readonly Given[] = [
  {
    id: "ios/a",
    records: [
      record("visit", T0, { url: "https://Uno.example/path" }),
      record("visit", T0 + 5 * HOUR, { url: "https://dos.example/" }),
      record("note", undefined, { text: "sin fecha, uno" }),
      record("visit", T0 + 60_000, { url: "https://tres.example/" }),
    ],
  },
  {
    id: "ios/b",
    records: [
      record("call", T0 + 30_000, { number: "+52 55 0000 0117", seconds: 12 }),
      record("call", T0 + 5 * HOUR + 1, { number: 'con "comillas" y \\', seconds: 117 }),
    ],
    raw: ["{not a record", "[]"],
  },
];

/** Asks until it is done; the clock stands still, or moves a slice with every look at it. */
async function all(
  thread: BenchThread,
  what: "prepare" | "show",
  ask: unknown,
): Promise<{ answer: never; asked: number }> {
  for (let asked = 1; asked < 10_000; asked++) {
    const answer = await thread.answer(what, ask as never);
    if ((answer as { done: boolean }).done) return { answer: answer as never, asked };
  }
  throw new Error("never done");
}

async function opened(
  places: readonly Given[] = PLACES,
  findings: Parameters<typeof smallResult>[1] = [],
  now: () => number = () => 0,
): Promise<{ thread: BenchThread; info: BenchInfo; show: (s: Partial<Spec>) => Promise<View> }> {
  const { folder, result } = await smallResult(places, findings);
  const thread = benchThread(folder, result, () => [], now);
  const { info } = (await all(thread, "prepare", {})).answer as BenchQuestions["prepare"]["answer"];
  const show = async (s: Partial<Spec>): Promise<View> =>
    ((await all(thread, "show", { ...ALL, ...s })).answer as BenchQuestions["show"]["answer"]).view!;
  return { thread, info: info!, show };
}

const brief = (r: BenchRow): string =>
  r.type === "record" ? `${r.artifact} ${r.ordinal}` : r.type === "damaged" ? `! ${r.artifact} ${r.ordinal}` : r.type;

test("what is there: places, kinds, dated records, days", async () => {
  const { info } = await opened();
  assert.deepEqual(
    info.places.map((p) => [p.id, p.records, p.dated, p.kinds.map((k) => [k.kind, k.records, k.dated])]),
    [
      // Its two lines that are no records are of no kind.
      [
        "ios/a",
        4,
        3,
        [
          ["visit", 3, 3],
          ["note", 1, 0],
        ],
      ],
      ["ios/b", 4, 2, [["call", 2, 2]]],
    ],
  );
  assert.equal(info.timed, 5);
  assert.equal(info.from, T0);
  const day = Math.floor(T0 / 86_400_000);
  assert.deepEqual([...info.days.day], [day, day, day + 1, day + 1]);
  assert.deepEqual([...info.days.count], [2, 1, 1, 1]);
});

test("the timeline: days, gaps of more than an hour, all places by instant", async () => {
  const { thread, show } = await opened();
  const view = await show({});
  assert.equal(view.records, 5);
  const rows = await thread.answer("window", { view: view.id, from: 0, count: 100 });
  assert.deepEqual(rows.map(brief), ["day", "ios/a 0", "ios/b 0", "ios/a 3", "gap", "day", "ios/a 1", "ios/b 1"]);
  assert.deepEqual(rows[0], { type: "day", ms: T0, records: 3 });
  assert.deepEqual(rows[4], { type: "gap", from: T0 + 60_000, to: T0 + 5 * HOUR });
  assert.deepEqual(rows[5], { type: "day", ms: T0 + 5 * HOUR, records: 2 });
  // In Mexico City (UTC-5 in June 2021) it was 17:00 and 22:00 of one day.
  const local = await show({ zone: "America/Mexico_City" });
  const there = await thread.answer("window", { view: local.id, from: 0, count: 100 });
  assert.deepEqual(there.map(brief), ["day", "ios/a 0", "ios/b 0", "ios/a 3", "gap", "ios/a 1", "ios/b 1"]);
  assert.deepEqual(
    await thread.answer("window", { view: view.id, from: 0, count: 100 }),
    [],
    "the list before is gone",
  );
});

test("a text is found in values, whatever the case, and not in names of fields", async () => {
  const { thread, show } = await opened();
  const found = async (s: Partial<Spec>): Promise<string[]> => {
    const v = await show(s);
    const rows = await thread.answer("window", { view: v.id, from: 0, count: 100 });
    return rows.filter((r) => r.type === "record").map(brief);
  };
  assert.deepEqual(await found({ query: "UNO.EXAMPLE" }), ["ios/a 0"]);
  assert.deepEqual(await found({ query: "117" }), ["ios/b 0", "ios/b 1"]);
  assert.deepEqual(await found({ query: '"comillas" y \\' }), ["ios/b 1"]);
  assert.deepEqual(await found({ query: "url" }), []);
  assert.deepEqual(await found({ query: "visit" }), []);
  assert.deepEqual(await found({ query: "2021-06-11 03" }), ["ios/a 1", "ios/b 1"]);
  assert.deepEqual(await found({ query: "uno", list: "undated" }), ["ios/a 2"]);
  assert.deepEqual(await found({ query: "example", without: ["ios/b"] }), ["ios/a 0", "ios/a 3", "ios/a 1"]);
  assert.deepEqual(await found({ list: "place", artifact: "ios/a", without: ["ios/a#visit"] }), ["ios/a 2"]);
});

test("levels: records that findings name, the highest level of each", async () => {
  const ref = (artifact: string, ordinal: number) => ({ artifact, ordinal, origin: { file: 0, at: { key: "k" } } });
  const { thread, show } = await opened(PLACES, [
    { level: "info", records: [ref("ios/a", 0), ref("ios/b", 1)] },
    { level: "match", records: [ref("ios/b", 1)] },
  ]);
  const every = await show({});
  assert.deepEqual([...every.marks.row], [1, 7]);
  assert.deepEqual([...every.marks.level], [4, 0]);
  const marked = await show({ levels: ["none", "info"] });
  assert.equal(marked.records, 1);
  const [, row] = await thread.answer("window", { view: marked.id, from: 0, count: 9 });
  assert.ok(row?.type === "record" && row.level === "match" && row.ordinal === 1);
  assert.equal((await show({ levels: ["match"] })).records, 4);
});

test("rows of records and instants, and how many lie between instants", async () => {
  const { thread, show } = await opened();
  const view = (await show({})).id;
  assert.equal(await thread.answer("rowOf", { view, at: { artifact: "ios/b", ordinal: 1 } }), 7);
  assert.equal(await thread.answer("rowOf", { view, at: { artifact: "ios/a", ordinal: 2 } }), -1);
  assert.equal(await thread.answer("rowOf", { view, at: { ms: T0 + 2 * HOUR } }), 6);
  assert.equal(await thread.answer("rowOf", { view, at: { ms: T0 + 99 * HOUR } }), -1);
  const bins = await thread.answer("bins", { view, from: T0, to: T0 + 6 * HOUR, count: 6 });
  assert.deepEqual([...bins], [3, 0, 0, 0, 0, 2]);
  const undated = (await show({ list: "undated" })).id;
  assert.equal(await thread.answer("rowOf", { view: undated, at: { artifact: "ios/a", ordinal: 2 } }), 0);
});

test("lines that are no records are shown as that", async () => {
  const { thread, show } = await opened();
  const view = await show({ list: "undated" });
  const rows = await thread.answer("window", { view: view.id, from: 0, count: 9 });
  assert.deepEqual(rows.map(brief), ["ios/a 2", "! ios/b 2", "! ios/b 3"]);
});

test("a row holds the beginning of what is long; the record alone comes whole", async () => {
  const long = "x".repeat(100_000);
  const many = Array.from({ length: 1000 }, (_, i) => `${i}`);
  const { thread, show } = await opened([
    { id: "ios/a", records: [record("visit", T0, { url: long, many, deep: { a: { b: { c: { d: long } } } } })] },
  ]);
  const view = (await show({})).id;
  const [, row] = await thread.answer("window", { view, from: 0, count: 9 });
  assert.ok(row?.type === "record" && JSON.stringify(row.record.fields).length < 2000);
  const whole = await thread.answer("record", { artifact: "ios/a", ordinal: 0 });
  assert.ok(whole?.type === "record");
  assert.deepEqual([whole.record.fields.url, whole.record.fields.many], [long, many]);
  assert.equal(await thread.answer("record", { artifact: "ios/a", ordinal: 1 }), undefined);
  assert.equal(await thread.answer("record", { artifact: "__proto__", ordinal: 0 }), undefined);
});

test("work comes in slices, and another list gives up the one before", async () => {
  const many = Array.from({ length: 40_000 }, (_, i) =>
    record("visit", T0 + i * 1000, { url: `https://host-${i}.example/${"x".repeat(90)}` }),
  );
  let clock = 0;
  const { thread, show } = await opened([{ id: "ios/a", records: many }], [], () => (clock += 30));
  const first = await thread.answer("show", { ...ALL, query: "host-39999" });
  assert.equal(first.done, false);
  assert.ok(first.part > 0 && first.part < first.of);
  const other = await show({ query: "host-12345." });
  assert.equal(other.records, 1);
  const { asked } = await all(thread, "show", { ...ALL, query: "host-39999" });
  assert.ok(asked > 3, `${asked} slices`);
  const view = await show({});
  assert.equal(view.records, 40_000);
  // Two days begin before it.
  const rows = await thread.answer("window", { view: view.id, from: 30_000, count: 3 });
  assert.deepEqual(rows.map(brief), ["ios/a 29998", "ios/a 29999", "ios/a 30000"]);
});

test("an index that names what is not there, or steps back in time, is not believed", async () => {
  const { folder, result } = await smallResult(PLACES);
  const index = folder.files.get("index/timeline.bin")!.slice();
  const view = new DataView(index.buffer);
  const entries = index.length - 5 * 14;
  view.setUint32(entries + 10, 4_000_000_000, true);
  view.setUint16(entries + 14 + 8, 77, true);
  view.setBigInt64(entries + 3 * 14, -5n, true);
  folder.files.set("index/timeline.bin", index);
  const thread = benchThread(
    folder,
    result,
    () => [],
    () => 0,
  );
  const { info } = (await all(thread, "prepare", {})).answer as BenchQuestions["prepare"]["answer"];
  assert.equal(info!.timed, 2);
  assert.equal(info!.left, 3);
  folder.files.set("index/timeline.bin", new Uint8Array([1, 2, 3]));
  const none = benchThread(
    folder,
    result,
    () => [],
    () => 0,
  );
  const { info: without } = (await all(none, "prepare", {})).answer as BenchQuestions["prepare"]["answer"];
  assert.equal(without!.timed, 0);
});
