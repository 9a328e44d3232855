import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, isoUtc, type Problem } from "@contraluz/core";
import { type Made, segb1, segb2 } from "@contraluz/formats/segb/segb.fixture.ts";
import { checkRecords, FILE, fieldsOf, memory, seen } from "../../artifacts.fixture.ts";
import { runBytes } from "../../feeds/bytes.ts";
import { privacyAccounting } from "./index.ts";

const FOLDER =
  "private/var/mobile/Library/PrivacyAccounting/Biome/com.apple.privacy.accounting.stream.tcc/local/736672089500000";
const T = 736_672_089.5;

const bytes = (n: number, data: Uint8Array): number[] => [(n << 3) | 2, data.length, ...data];
const text = (s: string): Uint8Array => new TextEncoder().encode(s);
function access(app: string, service: string | undefined, kind: number): Uint8Array {
  const client = Uint8Array.from([0x08, 1, ...bytes(2, text(app))]);
  const inner = Uint8Array.from([...bytes(1, client), ...bytes(2, new Uint8Array(16).fill(0xab)), 0x18, kind]);
  return Uint8Array.from([...bytes(1, inner), ...(service === undefined ? [] : bytes(2, text(service)))]);
}

async function parse(file: Uint8Array, path = FOLDER) {
  const problems: Problem[] = [];
  const records: ArtifactRecord[] = [];
  const report = (p: Problem): void => void problems.push(p);
  const run = { acquisition: { kind: "ios-filesystem" }, file: FILE, path, content: false, problem: report };
  const parser = privacyAccounting.parse(run);
  const subs = [{ take: (i: Parameters<typeof parser.take>[0]) => parser.take(i, (r) => void records.push(r)) }];
  const ok = await runBytes(memory(file), subs, { file: FILE, report });
  checkRecords(privacyAccounting, records, false);
  return { records, problems, ok };
}

const USES: readonly Made[] = [
  { data: access("mx.example.app", "kTCCServiceCamera", 2), time: T },
  { data: access("mx.example.app", "kTCCServiceCamera", 3), time: T + 60 },
  { data: new Uint8Array(20), time: T - 900, state: 3, crc: 5 },
];

for (const [version, write] of [
  ["1", segb1],
  ["2", segb2],
] as const)
  test(`what an app used, from and to; of a deleted entry the time (version ${version})`, async () => {
    const { records, problems } = await parse(write(USES));
    assert.deepEqual(problems, []);
    const use = "ab".repeat(16);
    assert.deepEqual(
      records.map((r) => fieldsOf(r)),
      [
        { app: "mx.example.app", service: "kTCCServiceCamera", what: "begin", use, stream: "tcc" },
        { app: "mx.example.app", service: "kTCCServiceCamera", what: "end", use, stream: "tcc" },
        { stream: "tcc", gone: true },
      ],
    );
    assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2024-05-06T07:08:09.500000Z");
    assert.deepEqual(records.map(seen), [["app-id ran mx.example.app"], ["app-id ran mx.example.app"], []]);
    assert.deepEqual(
      records.map((r) => r.origin.state),
      [undefined, undefined, "deleted"],
    );
  });

test("an entry whose check value is wrong tells no app to signs; other bytes cost their entry", async () => {
  const { records, problems } = await parse(
    segb2([
      { data: access("mx.example.app", undefined, 9), time: T, crc: 1 },
      { data: text("no message"), time: T },
      { data: new Uint8Array(4), time: Number.NaN },
    ]),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.fields.app, r.observables.length]),
    [
      ["mx.example.app", 0],
      [undefined, 0],
    ],
  );
});

test("a file that is none, and one that is too large", async () => {
  assert.deepEqual(
    (await parse(text("hola"))).problems.map((p) => p.code),
    ["segb-damaged"],
  );
  const large = { size: 2 ** 40, read: async () => new Uint8Array(0) };
  const problems: Problem[] = [];
  assert.equal(await runBytes(large, [], { file: FILE, report: (p) => void problems.push(p) }), false);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["too-large"],
  );
});
