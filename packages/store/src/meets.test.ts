/** What is compared of a line is what the whole record says, and what is no record is refused alike. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, macSeconds, unixSeconds, utcNs } from "@contraluz/core";
import { decodeRecord, encodeRecord } from "./encode.ts";
import { lineMeets, type Meets, msOf } from "./meets.ts";

function expected(line: string): Meets | string {
  try {
    const r = decodeRecord(line);
    return {
      observables: r.observables.map(({ type, value }) => ({ type, value })),
      at: msOf(r.at?.utc),
      file: r.origin.file,
    };
  } catch (e) {
    assert.ok(e instanceof SyntaxError, String(e));
    return "refused";
  }
}

function found(line: string): Meets | string {
  try {
    const { observables, at, file } = lineMeets(line);
    return { observables: observables.map(({ type, value }) => ({ type, value })), at, file };
  } catch (e) {
    assert.ok(e instanceof SyntaxError, String(e));
    return "refused";
  }
}

const same = (line: string): void => assert.deepEqual(found(line), expected(line), line);
const record = (more: Partial<ArtifactRecord>): ArtifactRecord => ({
  kind: "visit",
  fields: { url: "https://a.example/x", list: ["b.example", "c.example"], title: null },
  observables: [
    { type: "url", contact: "visited", value: "https://a.example/x" },
    { type: "domain", contact: "visited", value: "c.example" },
    { type: "domain", contact: "visited", value: "in no field.example" },
  ],
  origin: { file: 3, at: { table: "t", row: 5 } },
  ...more,
});

test("every form that a record is written in", () => {
  const moments = [
    undefined,
    utcNs(1_715_000_000_123_456_789n, "x", "ns"),
    utcNs(1_715_000_000_123_456_000n, "736692800.123456", "us"),
    utcNs(1_715_000_000_123_000_000n, "seen", "ms"),
    utcNs(1_715_000_000_000_000_000n, "1715000000", "s"),
    utcNs(-1_500_000n, "before 1970", "us"),
    utcNs(-1n, "just before", "ns"),
    { seen: "nothing known", precision: "day" as const },
    { seen: "2001s", precision: "s" as const, utc: 5_000_000_000n },
    ...[0.1, 0.9999996, 725_000_000.5, 725_000_000.000001, 1e9 + 1 / 3].flatMap((s) => [macSeconds(s), unixSeconds(s)]),
  ];
  for (const at of moments) {
    same(encodeRecord(record(at ? { at } : {})));
    same(encodeRecord(record({ ...(at ? { at } : {}), state: "deleted" })));
    same(encodeRecord(record({ fields: { when: at ?? null, list: ["2024-05-06T07:08:09Z", "c.example"] } })));
  }
  same(encodeRecord(record({ origin: { file: 1, at: { packet: 2, offset: 9 } }, observables: [] })));
  same(encodeRecord(record({ fields: { n: 2n ** 60n, text: "1234567890123456789," } })));
});

test("lines that nobody of ours wrote", () => {
  const lines = [
    "",
    "{",
    "null",
    "[]",
    "3",
    '"x"',
    "{}",
    '{"v":{}}',
    '{"v":[],"origin":[0,"t",1]}',
    '{"v":{},"origin":[]}',
    '{"v":{},"origin":["0","t",1]}',
    '{"v":{},"origin":{"file":0}}',
    '{"v":{},"origin":{"file":0,"at":null}}',
    '{"v":{},"origin":{"file":0,"at":{"line":3}}}',
    '{"v":{},"origin":[0]}',
    '{"v":{},"origin":[0,"t",1],"values":{}}',
    '{"v":{"a":"x"},"origin":[0,"t",1],"values":[["url","visited",1]]}',
    '{"v":{"a":"x"},"origin":[0,"t",1],"values":[["url","visited",-1]]}',
    '{"v":{"a":"x"},"origin":[0,"t",1],"values":[["url","visited","length"]]}',
    '{"v":{"a":["x"]},"origin":[0,"t",1],"values":[["url","visited",[0,"length"]]]}',
    '{"v":{"a":["x"]},"origin":[0,"t",1],"values":[["url","visited",[0,7]]]}',
    '{"v":{"a":["x"]},"origin":[0,"t",1],"values":[["url","visited",[0,0,1]]]}',
    '{"v":{"a":["2024-05-06T07:08:09Z","y"]},"origin":[0,"t",1],"values":[["url","visited",[0,1]]]}',
    '{"v":{"a":{"list":["2024-05-06T07:08:09Z","y"]}},"origin":[0,"t",1],"values":[["url","visited",[0,1]]]}',
    '{"v":{"a":3},"origin":[0,"t",1],"values":[["url","visited",0]]}',
    '{"v":{},"origin":[0,"t",1],"values":[["url"],3]}',
    '{"v":{},"origin":[0,"t",1],"values":[[1,2,"x"]]}',
    '{"v":{},"origin":[0,"t",1],"at":["2024-13-45T99:99:99Z",1970]}',
    '{"v":{},"origin":[0,"t",1],"at":["2024-05-06T07:08:09.1Z","x"]}',
    '{"v":{},"origin":[0,"t",1],"at":["2024-05-06T07:08:09.1234Z","2001s"]}',
    '{"v":{},"origin":[0,"t",1],"at":["2024-05-06T07:08:09Z",1999]}',
    '{"v":{},"origin":[0,"t",1],"at":["2024-05-06T07:08:09Z",null]}',
    '{"v":{},"origin":[0,"t",1],"at":"2024-05-06T07:08:09Z"}',
    '{"v":{},"origin":[0,"t",1],"state":"gone"}',
    '{"v":{},"origin":[0,"t",1],"state":"superseded"}',
    '{"at":{"a":"x"},"origin":[0,"t",1]}',
    '{"values":{"a":"x"},"origin":[0,"t",1]}',
    '{"origin":[0,"t",1],"v":{}}',
    '{"state":{"a":"x"},"origin":[0,"t",1]}',
    '{"__proto__":{"a":"x"},"origin":[0,"t",1],"values":[["url","visited",0]]}',
    '{"v":{"__proto__":"x","b":"y"},"origin":[0,"t",1],"values":[["url","visited",0],["url","visited",1]]}',
  ];
  for (const line of lines) same(line);
});
