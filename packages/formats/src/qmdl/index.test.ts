import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { type DiagLog, looksLikeQmdl, QmdlReader, readGsmLog, readRrcLog, readUmtsNasLog } from "./index.ts";
import { CELL, frame, hex, joined, log, rrcBody, said } from "./qmdl.fixture.ts";

interface Got {
  readonly logs: DiagLog[];
  readonly problems: Problem[];
  readonly ok: boolean;
  readonly others: number;
}

function read(file: Uint8Array, step = file.length): Got {
  const logs: DiagLog[] = [];
  const problems: Problem[] = [];
  const reader = new QmdlReader(
    (l) => void logs.push({ ...l, body: l.body.slice() }),
    (p) => void problems.push(p),
  );
  for (let at = 0; at < file.length; at += step) reader.take(file.slice(at, at + step));
  const ok = reader.end();
  return { logs, problems, ok, others: reader.others };
}

const SET = 1_772_000_000.25;
const three = joined(
  said("sib1", SET),
  frame([0x1d, 0x7e, 0x7d, 1]),
  log(0xb821, SET + 1, [0x7e, 0x7d, 0x5e, 1]),
  log(0xb0ec, SET + 2, [1, 2, 3, 4, 7], true),
);

test("frames in pieces of any size: code, time, place, body without its changes", () => {
  for (const step of [three.length, 1, 7, 64]) {
    const { logs, problems, ok, others } = read(three, step);
    assert.deepEqual(
      logs.map((l) => [l.number, l.code.toString(16), l.seconds, l.nanos, l.body.length]),
      [
        [1, "b0c0", 1_772_000_000, 250_000_000, 41],
        [3, "b821", 1_772_000_001, 250_000_000, 4],
        [4, "b0ec", 1_772_000_002, 250_000_000, 5],
      ],
    );
    assert.deepEqual([...logs[1]!.body], [0x7e, 0x7d, 0x5e, 1]);
    assert.deepEqual([logs[0]!.offset, logs[1]!.offset > logs[0]!.length], [0, true]);
    assert.deepEqual([problems, ok, others], [[], true, 1]);
  }
  assert.equal(looksLikeQmdl(three), true);
  assert.equal(looksLikeQmdl(joined(hex("0102030405"), Uint8Array.of(0x7e), three)), true);
});

test("a clock that was never set counts from 1980", () => {
  assert.equal(read(log(0xb821, 315_964_831, [1])).logs[0]!.seconds, 315_964_831);
});

test("a wrong check value costs that frame alone; a cut tail is told; lengths that lie are told", () => {
  const bad = three.slice();
  bad[20]! ^= 1;
  const got = read(bad);
  assert.deepEqual(
    [got.logs.length, got.problems.map((p) => [p.code, p.offset]), got.ok],
    [2, [["radio-damaged", 0]], true],
  );
  const cut = read(three.subarray(0, three.length - 3));
  assert.deepEqual([cut.logs.length, cut.problems.length], [2, 1]);
  assert.match(cut.problems[0]!.found!, /at the end/);
  const lies = read(joined(frame([0x10, 0, 0xff, 0xff, 0xff, 0xff, 1, 2]), frame([0x10]), said("release", SET)));
  assert.deepEqual([lies.logs.length, lies.problems.length], [1, 2]);
});

test("a frame longer than any is passed over, and the next one is read", () => {
  const got = read(joined(new Uint8Array(300_000).fill(1), Uint8Array.of(0x7e), said("release", SET)), 9999);
  assert.deepEqual([got.logs.length, got.problems.length, got.logs[0]!.offset], [1, 1, 300_001]);
});

test("what is no log of a modem", () => {
  for (const text of ["", "hola ~ esto ~ no ~ es ~ nada ~ de eso ~", '{"a":1}', "~~~~~~~~~~~~"]) {
    const b = new TextEncoder().encode(text);
    assert.deepEqual([looksLikeQmdl(b), read(b).ok], [false, false], text);
  }
});

test("heads of LTE RRC of every layout; numbers of channels by version", () => {
  const message = hex("2a02");
  const small = { pci: 160, earfcn: 2050 };
  for (const [version, pdu, cell] of [
    [2, 6, small],
    [7, 6, small],
    [8, 6, CELL],
    [9, 13, CELL],
    [13, 6, CELL],
    [15, 7, CELL],
    [19, 9, CELL],
    [20, 7, CELL],
    [26, 9, CELL],
    [27, 9, CELL],
  ] as const) {
    const got = readRrcLog(Uint8Array.from(rrcBody(version, pdu, cell, message)));
    assert.deepEqual(
      [got?.channel, got?.pci, got?.earfcn, got && [...got.message]],
      ["DL-DCCH-Message", cell.pci, cell.earfcn, [...message]],
      `version ${version}`,
    );
  }
  assert.equal(readRrcLog(Uint8Array.from(rrcBody(20, 77, CELL, message)))!.channel, undefined);
  assert.equal(readRrcLog(Uint8Array.from(rrcBody(20, 7, CELL, message)).subarray(0, 18)), undefined);
});

test("messages of 2G and 3G in their logs", () => {
  assert.deepEqual(readUmtsNasLog(Uint8Array.of(1, 3, 0, 0, 0, 5, 0x18, 1)), { up: true, message: hex("051801") });
  assert.equal(readUmtsNasLog(Uint8Array.of(1, 9, 0, 0, 0, 5, 0x18, 1)), undefined);
  assert.deepEqual(readGsmLog(Uint8Array.of(0x85, 0x35, 3, 6, 0x35, 0)), {
    up: false,
    channel: "SDCCH",
    message: hex("063500"),
  });
  assert.equal(readGsmLog(Uint8Array.of(0x85, 0x35, 9, 6, 0x35, 0)), undefined);
});
