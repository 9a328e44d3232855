import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, Problem } from "@contraluz/core";
import { checkRecords, FILE, fieldsOf, PHONE, seen } from "../../artifacts.fixture.ts";
import { tombstoneMessage, tombstoneText } from "../../tombstone/tombstone.fixture.ts";
import { tombstones } from "./index.ts";

function read(bytes: Uint8Array) {
  const records: ArtifactRecord[] = [];
  const problems: Problem[] = [];
  const run = {
    acquisition: PHONE,
    file: FILE,
    path: "x",
    content: false,
    problem: (p: Problem) => void problems.push(p),
  };
  const origin = (offset: number, length: number) => ({ file: FILE, at: { offset, length } });
  tombstones.parse(run).take({ bytes, origin }, (r) => void records.push(r));
  checkRecords(tombstones, records, false);
  return { records, problems };
}
const bytes = (s: string): Uint8Array => new TextEncoder().encode(s);

const CRASH = {
  process: "com.ejemplo.fotos --x",
  app: "com.ejemplo.fotos",
  thread: "pool 4 thread",
  pid: 29548,
  tid: 29562,
  uid: 1010391,
  user: 10,
  signal: "SIGSEGV",
  code: "SEGV_MAPERR",
  cause: "null pointer dereference",
  abort: "algo 'raro'",
};

test("a text: the thread that crashed, and files from uncommon places", () => {
  const text = tombstoneText();
  const { records, problems } = read(bytes(text));
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    {
      ...CRASH,
      frames: ["pred.so", "libimagecodec.quram.so", "<anonymous:7100>"],
      mapped: [
        "/data/local/tmp/wd/pred.so",
        "/memfd:cosa (deleted)",
        "/data/user/0/com.ejemplo.fotos/files/l.so (deleted)",
      ],
      format: "text",
    },
  ]);
  assert.deepEqual(seen(records[0]!), [
    "process ran com.ejemplo.fotos",
    "app-id ran com.ejemplo.fotos",
    "file-path ran /data/local/tmp/wd/pred.so",
    "file-path ran /data/user/0/com.ejemplo.fotos/files/l.so",
  ]);
  assert.equal(new Date(Number(records[0]!.at!.utc! / 1_000_000n)).toISOString(), "2026-03-03T16:19:12.750Z");
  assert.equal((records[0]!.origin.at as { offset: number }).offset, text.indexOf("pid: 29548"));
});

test("a protobuf says the same", () => {
  const { records, problems } = read(tombstoneMessage());
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    {
      ...CRASH,
      label: "u:r:untrusted_app:s0",
      frames: ["pred.so", "libimagecodec.quram.so"],
      mapped: ["/data/local/tmp/wd/pred.so", "/memfd:cosa (deleted)"],
      format: "protobuf",
    },
  ]);
});

test("without time of its own: when the log says that it crashed, by the phone's zone", () => {
  const { records } = read(bytes(tombstoneText({ old: true })));
  assert.equal(records[0]!.fields.process, "com.ejemplo.fotos");
  assert.deepEqual([records[0]!.at!.seen, records[0]!.at!.zone?.from], ["03-03 10:19:12.750", "device"]);
});

test("memory that programs share is nothing uncommon", () => {
  const text = tombstoneText().replace("/memfd:cosa (deleted)", "/dev/ashmem/MessageQueue (deleted)");
  const mapped = read(bytes(text)).records[0]!.fields.mapped as string[];
  assert.ok(mapped.length === 2 && !mapped.some((m) => m.startsWith("/dev/")));
});

test("every cut of both is a record, a problem or both", () => {
  for (const whole of [bytes(tombstoneText()), tombstoneMessage()])
    for (let n = 0; n < whole.length; n += 7) {
      const { records, problems } = read(whole.subarray(0, n));
      assert.ok(records.length + problems.length >= 1, String(n));
    }
});
