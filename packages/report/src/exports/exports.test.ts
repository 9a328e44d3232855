import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileEntry } from "@contraluz/core";
import { encodeRecord } from "@contraluz/store/encode.ts";
import { HOSTILE, moment } from "../sample.fixture.ts";
import { csvCell, EXPORTS, parseRecord, type StoredRecord } from "./index.ts";
import { isoMicros } from "./record.ts";

const FILES: readonly FileEntry[] = [
  { evidence: 0, path: "1a/1a0e", name: "=HomeDomain/Library/Safari/History.db", size: 9, sha256: "ab".repeat(32) },
];
const LINE =
  '{"visit":{"url":"https://a.example/?q=1","title":"=cmd|\' /C calc\'!A0","visit_id":9007199254740993,"huge":123456789012345678901234567890,"message":"taken","none":null,"first":["2024-05-06T07:08:09Z","1"],"nested":{"a":[1,{"b":"x"}]}},"at":["2024-05-06T07:08:09.123456Z","736673289.123456"],"values":[["url","visited",0]],"origin":[0,"history_visits",17,5,3],"state":"deleted"}';
const UNDATED = '{"visit":{"url":"u"},"origin":{"file":7,"at":{"key":"k"}}}';

async function* stored(...lines: string[]): AsyncGenerator<StoredRecord | readonly StoredRecord[]> {
  const list = lines.map((l, ordinal) => ({ artifact: "ios/safari-history", ordinal, record: parseRecord(l) }));
  const [first, ...rest] = list;
  if (first) yield first;
  yield rest;
}

async function run(
  id: (typeof EXPORTS)[number]["id"],
  ...lines: string[]
): Promise<{ text: string; written: number; undated: number }> {
  const out = EXPORTS.find((e) => e.id === id)!.make(stored(...lines), FILES);
  let text = "";
  for await (const c of out.chunks) text += c;
  return { text, ...out.stats };
}

/** RFC 4180, written here on its own. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let i = 0; i < text.length; ) {
    let cell = "";
    if (text[i] === '"') {
      for (i += 1; ; i++) {
        if (text[i] === '"' && text[i + 1] === '"') i += 1;
        else if (text[i] === '"') break;
        assert.ok(i < text.length);
        cell += text[i];
      }
      i += 1;
    } else while (i < text.length && text[i] !== "," && text[i] !== "\r") cell += text[i++];
    rows.at(-1)!.push(cell);
    if (text[i] === ",") i += 1;
    else {
      assert.equal(text.slice(i, i + 2), "\r\n");
      i += 2;
      if (i < text.length) rows.push([]);
    }
  }
  return rows;
}

test("records: big integers stay whole, evidence cannot imitate them", () => {
  const r = parseRecord(LINE);
  assert.equal(r.fields.visit_id, 9007199254740993n);
  assert.equal(r.fields.huge, 123456789012345678901234567890n);
  const tricky = parseRecord(
    '{"k":{"a":"\\"12345678901234567890","b":{"\\u0000int":0},"c":12345678901234567890,"d":1.2345678901234567890,"e":-9223372036854775808},"origin":{"file":0,"at":{"key":"k"}}}',
  );
  assert.deepEqual(tricky.fields, {
    a: '"12345678901234567890',
    b: { "\u0000int": 0 },
    c: 12345678901234567890n,
    d: Number("1.2345678901234567890"),
    e: -9223372036854775808n,
  });
  for (const bad of ["", "[]", "{}", '{"k":{}}', '{"k":1,"origin":{}}', '{"k":{},"origin":1}'])
    assert.throws(() => parseRecord(bad), SyntaxError);
});

test("microseconds of instants before and after 1970", () => {
  assert.equal(isoMicros(1_714_979_289_123_456_789n), "2024-05-06T07:08:09.123456");
  assert.equal(isoMicros(0n), "1970-01-01T00:00:00.000000");
  assert.equal(isoMicros(-1n), "1969-12-31T23:59:59.999999");
});

test("timesketch-jsonl: required fields, flat, undated left out and counted", async () => {
  const { text, written, undated } = await run("timesketch-jsonl", LINE, UNDATED, LINE);
  assert.deepEqual([written, undated], [2, 1]);
  const lines = text.trimEnd().split("\n");
  assert.equal(lines.length, 2);
  const e = JSON.parse(lines[0]!) as Record<string, unknown>;
  assert.equal(e.datetime, "2024-05-06T07:08:09.123456+00:00");
  assert.equal(e.timestamp, 1714979289123456);
  assert.equal(e.timestamp_desc, "visit");
  assert.equal(e.data_type, "contraluz:ios:safari-history");
  assert.match(e.message as string, /^safari-history visit \(deleted\): url=https:\/\/a\.example\/\?q=1, title==cmd/);
  assert.equal(e.field_message, "taken");
  assert.equal(e.first, "2024-05-06T07:08:09.000000Z");
  assert.equal(e.nested, '{"a":[1,{"b":"x"}]}');
  assert.equal(e.huge, "123456789012345678901234567890");
  assert.ok(lines[0]!.includes('"visit_id":9007199254740993'));
  assert.equal(e.origin, "history_visits row 17 page 5 cell 3");
  assert.deepEqual(e.observables, ["url visited https://a.example/?q=1"]);
  for (const v of Object.values(e)) assert.ok(typeof v !== "object" || Array.isArray(v));
});

test("timesketch-csv: header, times, no formula", async () => {
  const { text, undated } = await run("timesketch-csv", LINE, UNDATED);
  const rows = parseCsv(text);
  assert.deepEqual(rows[0]!.slice(0, 4), ["message", "datetime", "timestamp", "timestamp_desc"]);
  assert.equal(rows.length, 2);
  assert.equal(undated, 1);
  assert.equal(rows[1]![2], "1714979289123456");
  assert.equal(rows[0]![7], "record_state");
  assert.equal(rows[1]![7], "deleted");
  assert.equal(rows[1]![8], "'=HomeDomain/Library/Safari/History.db");
});

test("timesketch: tags and comments of a case; without them nothing changes", async () => {
  const marks = (artifact: string, ordinal: number): { tags: string[]; comment?: string } | undefined =>
    artifact === "ios/safari-history" && ordinal === 0 ? { tags: ["visto", "=1"], comment: "=nota" } : undefined;
  const texts: string[] = [];
  for (const id of ["timesketch-jsonl", "timesketch-csv"]) {
    let text = "";
    for await (const c of EXPORTS.find((e) => e.id === id)!.make(stored(LINE, LINE), FILES, marks).chunks) text += c;
    texts.push(text);
  }
  const [a, b] = texts[0]!
    .trimEnd()
    .split("\n")
    .map((l) => JSON.parse(l) as Record<string, unknown>);
  assert.deepEqual([a!.tag, a!.comment], [["visto", "=1"], "=nota"]);
  assert.ok(!("tag" in b!) && !("comment" in b!));
  const rows = parseCsv(texts[1]!);
  assert.deepEqual(rows[0]!.slice(-2), ["tag", "comment"]);
  assert.deepEqual(rows[1]!.slice(-2), ['["visto","=1"]', "'=nota"]);
  assert.deepEqual(rows[2]!.slice(-2), ["[]", ""]);
  assert.equal((await run("timesketch-csv", LINE)).text.split("\r\n")[0]!.endsWith(",origin"), true);
});

test("csv: every record, dated or not; each row as long as the header", async () => {
  const hostile = Object.values(HOSTILE).map((v, i) =>
    encodeRecord({
      kind: "visit",
      at: moment("2024-01-01T00:00:00Z"),
      fields: { url: v, [`k${i}`]: 5 },
      observables: [],
      origin: { file: 0, at: { key: v } },
    }),
  );
  const { text, written, undated } = await run("csv", LINE, UNDATED, ...hostile);
  const rows = parseCsv(text);
  assert.equal(written, 2 + hostile.length);
  assert.equal(undated, 0);
  assert.equal(rows.length, 1 + written);
  for (const r of rows) {
    assert.equal(r.length, 9);
    for (const c of r) assert.doesNotMatch(c, /^[=+\-@\t\r]/);
    assert.doesNotMatch(r.join(""), /[\p{Cf}\p{Cs}]|(?![\r\n\t])\p{Cc}/u);
  }
  assert.equal(rows[1]![0], "2024-05-06T07:08:09.123456Z");
  assert.equal(rows[2]![0], "");
  assert.equal((JSON.parse(rows[1]![4]!) as { title: string }).title, HOSTILE.formula);
});

test("cells that a spreadsheet would run", () => {
  for (const c of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
    assert.match(csvCell(c), /^"?'/, JSON.stringify(c));
  assert.equal(csvCell('a"b,c'), '"a""b,c"');
  assert.equal(csvCell("plain"), "plain");
  assert.equal(csvCell("a\x1bb\u202e"), "a\\u{1b}b\\u{202e}");
});

test("chunks stay small, and the export is the same each time", async () => {
  const line = LINE.replace("https://a.example/?q=1", `https://a.example/${"x".repeat(2000)}`);
  async function* many(): AsyncGenerator<readonly StoredRecord[]> {
    for (let b = 0; b < 4; b++)
      yield Array.from({ length: 50 }, (_, i) => ({
        artifact: "ios/safari-history",
        ordinal: b * 50 + i,
        record: parseRecord(line),
      }));
  }
  for (const e of EXPORTS) {
    let total = "";
    for await (const c of e.make(many(), FILES).chunks) {
      assert.ok(c.length < 80_000, String(c.length));
      total += c;
    }
    let again = "";
    for await (const c of e.make(many(), FILES).chunks) again += c;
    assert.equal(total, again);
  }
});
