import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem, RandomAccess } from "@contraluz/core";
import { type Frame, pcap } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { type BleItem, type CaptureItem, runCapture } from "./index.ts";

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(" ", "").match(/../g) ?? [], (x) => Number.parseInt(x, 16));

const START = 1_772_000_000;
const TAG = `1eff4c001219 10 ${"00".repeat(24)}`;
const NEAR = "07ff4c001202 10 01";
const LAST = "0000000000c0";

const frame = (seconds: number, address: string, data: string, signal = -60, sound = true): Frame => {
  const body = bytes(data);
  const head = Uint8Array.of(0, signal & 255, 0, 0, 0xd6, 0xbe, 0x89, 0x8e, 0x13, sound ? 0x0c : 0x04);
  const start = bytes(`d6be898e 40 ${(6 + body.length).toString(16).padStart(2, "0")} ${address}`);
  return { seconds: START + seconds, bytes: Uint8Array.from([...head, ...start, ...body]) };
};

async function run(file: Uint8Array): Promise<[CaptureItem[], Problem[]]> {
  const source: RandomAccess = { size: file.length, read: async (o, length) => file.subarray(o, o + length) };
  const [items, problems]: [CaptureItem[], Problem[]] = [[], []];
  const want = { items: ["ble", "position", "end"] as const };
  await runCapture(source, [{ want, take: (i) => items.push(i) }], { file: 3, report: (p) => problems.push(p) });
  return [items, problems];
}
const ble = (items: readonly CaptureItem[]): BleItem[] => items.filter((i) => i.kind === "ble");

test("advertisements are summed by address: signal, names, when it was there without its owner", async () => {
  const frames = [
    frame(0, LAST, TAG, -70),
    frame(100, LAST, TAG, -50),
    // Its owner is back; then it is alone again, after a pause.
    frame(200, LAST, NEAR, -60),
    frame(700, LAST, TAG, -60),
    frame(3, "112233445566", "0503 0d18 0a18 05094f6c6761 04ff750042", 0),
    frame(4, "112233445566", "", -80, false),
  ];
  const [items, problems] = await run(pcap(frames, { link: 256 }));
  const [tag, other] = ble(items);
  assert.deepEqual([tag!.address, tag!.addressKind, tag!.seen], ["c0:00:00:00:00:00", "static", 4]);
  assert.deepEqual([tag!.strongest, tag!.mean, tag!.between], [-50, -60, [START, START + 700]]);
  assert.deepEqual(tag!.tag, { type: "find-my", model: "airtag", state: "away", minutes: 3 });
  assert.deepEqual(tag!.spans, [
    [START, START + 100],
    [START + 700, START + 700],
  ]);
  assert.deepEqual(tag!.origin, { file: 3, at: { packet: 1, offset: 24 } });
  const { name, services, makers, seen, strongest } = other!;
  assert.deepEqual([name, services, makers, seen, strongest], ["Olga", ["180d", "180a"], [117], 1, undefined]);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["capture-damaged", "1 frames of Bluetooth"]],
  );
});

test("more addresses than there is room for: those of a moment make room, a tag stays", async () => {
  const flood = Array.from({ length: 60_000 }, (_, i) =>
    frame(1 + Math.floor(i / 20), `${i.toString(16).padStart(8, "0")}0040`, "020106"),
  );
  const [items, problems] = await run(pcap([frame(0, LAST, TAG), ...flood, frame(3001, LAST, TAG)], { link: 256 }));
  const found = ble(items);
  assert.ok(found.length <= 32_768);
  assert.deepEqual([found[0]!.address, found[0]!.seen], ["c0:00:00:00:00:00", 2]);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["capture-limit"],
  );
});

test("a track beside captures gives positions, and no problem of a capture", async () => {
  const point = '<trkpt lat="19.4" lon="-99.2"><time>2026-04-03T15:00:00Z</time></trkpt><trkpt>x</trkpt>';
  const [items, problems] = await run(new TextEncoder().encode(`<?xml version="1.0"?><gpx><trk>${point}</trk></gpx>`));
  assert.equal(items.length, 1);
  const [p] = items;
  assert.ok(p?.kind === "position" && p.latitude === 19.4 && p.longitude === -99.2 && p.seconds === 1_775_228_400);
  assert.deepEqual(problems, [{ code: "capture-damaged", found: "1 points", lost: "row" }]);
});
