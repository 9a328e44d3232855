import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem, RandomAccess } from "@contraluz/core";
import { type Frame, pcap } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { type CaptureItem, type DnsItem, type FlowItem, runCapture } from "./index.ts";

const u16 = (n: number): number[] => [(n >> 8) & 255, n & 255];
const ip = (text: string): number[] => text.split(".").map(Number);
const MACS = [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1];

function packet(from: string, to: string, protocol: number, body: readonly number[], parts = 0, offset = 0): number[] {
  const total = 20 + body.length;
  return [
    ...MACS,
    8,
    0,
    0x45,
    0,
    ...u16(total),
    0,
    9,
    ...u16((parts << 13) | (offset / 8)),
    64,
    protocol,
    0,
    0,
    ...ip(from),
    ...ip(to),
    ...body,
  ];
}
const udp = (from: number, to: number, body: readonly number[]): number[] => [
  ...u16(from),
  ...u16(to),
  ...u16(8 + body.length),
  0,
  0,
  ...body,
];
const tcp = (from: number, to: number, sequence: number, flags: number, body: readonly number[] = []): number[] => [
  ...u16(from),
  ...u16(to),
  ...u16(sequence >> 16),
  ...u16(sequence),
  ...[0, 0, 0, 0, 0x50, flags, 255, 255, 0, 0, 0, 0],
  ...body,
];
const QUESTION = [
  0,
  7,
  1,
  0,
  0,
  1,
  0,
  0,
  0,
  0,
  0,
  0,
  4,
  109,
  97,
  108,
  111,
  7,
  ...Array.from("example", (c) => c.charCodeAt(0)),
  0,
  0,
  1,
  0,
  1,
];
const ANSWER = [
  ...QUESTION.slice(0, 2),
  0x81,
  0x80,
  0,
  1,
  0,
  1,
  ...QUESTION.slice(8),
  0xc0,
  12,
  0,
  1,
  0,
  1,
  0,
  0,
  0,
  9,
  0,
  4,
  192,
  0,
  2,
  99,
];

async function read(
  frames: readonly number[][],
  seconds = 1_772_000_000,
): Promise<{ items: CaptureItem[]; problems: Problem[] }> {
  const file = pcap(frames.map((f, i): Frame => ({ seconds: seconds + i, bytes: Uint8Array.from(f) })));
  const source: RandomAccess = { size: file.length, read: async (at, n) => file.slice(at, at + n) };
  const items: CaptureItem[] = [];
  const problems: Problem[] = [];
  const sub = { want: { items: ["dns", "flow", "end"] as const }, take: (i: CaptureItem) => void items.push(i) };
  assert.equal(await runCapture(source, [sub], { file: 0, report: (p) => void problems.push(p) }), true);
  return { items, problems };
}
const of = <K extends CaptureItem["kind"]>(items: readonly CaptureItem[], kind: K) =>
  items.filter((i): i is Extract<CaptureItem, { kind: K }> => i.kind === kind);

test("a question, its answer, and the connection to what was answered", async () => {
  const { items, problems } = await read([
    packet("192.168.1.9", "192.168.1.1", 17, udp(5000, 53, QUESTION)),
    packet("192.168.1.1", "192.168.1.9", 17, udp(53, 5000, ANSWER)),
    packet("192.168.1.9", "192.0.2.99", 6, tcp(6000, 443, 1, 2)),
    packet("192.0.2.99", "192.168.1.9", 6, tcp(443, 6000, 9, 0x12)),
    packet("192.168.1.9", "192.0.2.99", 6, tcp(6000, 443, 2, 0x18, [1, 2, 3])),
  ]);
  const dns: DnsItem[] = of(items, "dns");
  assert.deepEqual(
    dns.map((d) => [d.message.response, d.message.questions[0]?.name, d.from.address, d.packet]),
    [
      [false, "malo.example", "192.168.1.9", 1],
      [true, "malo.example", "192.168.1.1", 2],
    ],
  );
  const flows: FlowItem[] = of(items, "flow");
  assert.deepEqual(
    flows.map((f) => [
      f.transport,
      f.server.address,
      f.server.port,
      f.resolved,
      f.app,
      f.up.packets,
      f.down.packets,
      f.seconds,
    ]),
    [
      ["udp", "192.168.1.1", 53, undefined, "dns", 1, 1, 1],
      ["tcp", "192.0.2.99", 443, "malo.example", undefined, 2, 1, 2],
    ],
  );
  assert.deepEqual([flows[1]?.opened, flows[1]?.up.bytes, flows[1]?.client.mac], [true, 3, "02:00:00:00:00:01"]);
  assert.deepEqual([of(items, "end")[0]?.packets, problems], [5, []]);
});

test("DNS over TCP, cut anywhere into segments; an answer to what was not seen", async () => {
  const body = [...u16(ANSWER.length), ...ANSWER];
  for (const cut of [1, 2, 10, 40]) {
    const { items } = await read([
      packet("192.0.2.53", "192.168.1.9", 6, tcp(53, 6000, 1, 0x18, body.slice(0, cut))),
      packet("192.0.2.53", "192.168.1.9", 6, tcp(53, 6000, 1 + cut, 0x18, body.slice(cut))),
    ]);
    const [dns] = of(items, "dns");
    assert.deepEqual([dns?.over, dns?.message.answers, dns?.to.address], ["tcp", 1, "192.168.1.9"], `${cut}`);
    assert.equal(of(items, "flow")[0]?.server.port, 53);
  }
});

test("a packet in parts is one, however they come", async () => {
  const whole = udp(5000, 53, QUESTION);
  const parts = [
    packet("192.168.1.9", "192.168.1.1", 17, whole.slice(0, 16), 1, 0),
    packet("192.168.1.9", "192.168.1.1", 17, whole.slice(16), 0, 16),
  ];
  for (const frames of [parts, [...parts].reverse()])
    assert.equal(of((await read(frames)).items, "dns")[0]?.message.questions[0]?.name, "malo.example");
  const lost = await read([parts[0]!, parts[0]!]);
  assert.deepEqual(
    lost.problems.map((p) => p.code),
    ["capture-fragments"],
  );
});

test("a clock that was never set tells an order and no date", async () => {
  const { items } = await read([packet("192.168.1.9", "192.168.1.1", 17, udp(5000, 53, QUESTION))], 315_964_831);
  const [dns] = of(items, "dns");
  assert.deepEqual([dns?.at.utc, dns?.at.boot?.ns], [undefined, 315_964_831_000_000_000n]);
  assert.equal(of(items, "end")[0]?.unset, 1);
});

test("what is no capture is a problem", async () => {
  const file = new TextEncoder().encode("esto no es una captura, es un texto");
  const problems: Problem[] = [];
  const source: RandomAccess = { size: file.length, read: async (at, n) => file.slice(at, at + n) };
  assert.equal(await runCapture(source, [], { file: 0, report: (p) => void problems.push(p) }), false);
  assert.equal(problems[0]?.lost, "file");
});

test("a capture without a frame, frames of nothing, a link that nobody reads: each is told", async () => {
  const codes = async (file: Uint8Array): Promise<string[]> => {
    const source: RandomAccess = { size: file.length, read: async (at, n) => file.slice(at, at + n) };
    const problems: Problem[] = [];
    await runCapture(source, [], { file: 0, report: (p) => void problems.push(p) });
    return problems.map((p) => `${p.code} ${p.lost}`);
  };
  const frame = { seconds: 1_772_000_000, bytes: Uint8Array.from(packet("192.0.2.1", "192.0.2.2", 1, [8, 0])) };
  assert.deepEqual(await codes(pcap([])), ["capture-damaged file"]);
  assert.deepEqual(await codes(pcap([frame])), []);
  assert.deepEqual(await codes(pcap([frame, { seconds: 1_772_000_001, bytes: new Uint8Array(0) }])), [
    "capture-damaged nothing",
  ]);
  assert.deepEqual(await codes(pcap([frame], { link: 147 })), ["capture-link file"]);
});

test("conversations that are over are told while others go on, each once and in order", async () => {
  const many = Array.from({ length: 9000 }, (_, i) =>
    packet("192.168.1.20", `198.51.${i >> 8}.${i & 255}`, 17, udp(40_000, 9999, [1, 2, 3])),
  );
  const { items, problems } = await read(many);
  const flows = items.filter((i): i is FlowItem => i.kind === "flow");
  assert.deepEqual([flows.length, problems.length], [9000, 0]);
  assert.deepEqual(
    flows.map((f) => f.number),
    Array.from({ length: 9000 }, (_, i) => i + 1),
  );
});

test("bytes that wait have one bound for all connections, which is told", async () => {
  const frames: number[][] = [];
  const body = Array<number>(1400).fill(65);
  // Each connection begins, and then lacks its first byte.
  for (let c = 0; c < 420; c++) {
    frames.push(packet("192.168.1.9", "192.0.2.7", 6, tcp(2000 + c, 8000, 0, 2)));
    for (let i = 0; i < 60; i++)
      frames.push(packet("192.168.1.9", "192.0.2.7", 6, tcp(2000 + c, 8000, 2 + i * 1400, 0x18, body)));
  }
  const { items, problems } = await read(frames);
  assert.deepEqual(
    problems.map((p) => [p.code, p.expected]),
    [["capture-limit", "32 MB that wait"]],
  );
  assert.equal(of(items, "flow").length, 420);
});
