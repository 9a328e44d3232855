import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem, RandomAccess } from "@contraluz/core";
import { type Frame, pcap } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { RECORDED, type RecordedQuic } from "@contraluz/formats/quic/recorded.fixture.ts";
import { KeyLog } from "@contraluz/formats/tls-keys/index.ts";
import { type CaptureItem, type HttpItem, type KeysItem, runCapture, type TlsItem } from "./index.ts";

const AT = 1_772_000_000;
const bytes = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));
const u16 = (n: number): number[] => [(n >> 8) & 255, n & 255];
const [PHONE, SERVER] = [
  [192, 168, 1, 20],
  [203, 0, 113, 7],
];

function framesOf(r: RecordedQuic): Frame[] {
  return r.datagrams.map((d, i): Frame => {
    const [up, port] = [d[0] === ">", 40_000 + Number(d[1])];
    const body = Buffer.from(d.slice(2), "base64");
    const [from, to] = up ? [PHONE, SERVER] : [SERVER, PHONE];
    const ports = up ? [...u16(port), ...u16(443)] : [...u16(443), ...u16(port)];
    const udp = [...ports, ...u16(8 + body.length), 0, 0, ...body];
    const ip = [0x45, 0, ...u16(20 + udp.length), 0, 9, 0, 0, 64, 17, 0, 0, ...from!, ...to!];
    const macs = up ? [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1] : [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2];
    return { seconds: AT + i, bytes: Uint8Array.from([...macs, 8, 0, ...ip, ...udp]) };
  });
}

async function read(frames: readonly Frame[], log?: string): Promise<CaptureItem[]> {
  const file = pcap(frames);
  const source: RandomAccess = { size: file.length, read: async (at, n) => file.slice(at, at + n) };
  const [items, problems]: [CaptureItem[], Problem[]] = [[], []];
  const sub = {
    want: { items: ["tls", "http", "flow", "keys"] as const },
    take: (i: CaptureItem) => void items.push(i),
  };
  const keys = log === undefined ? undefined : new KeyLog();
  if (log !== undefined) keys?.add(bytes(log));
  await runCapture(source, [sub], { file: 0, report: (p) => problems.push(p), ...(keys ? { keys } : {}) });
  assert.deepEqual(problems, []);
  return items;
}

const heads = (items: readonly CaptureItem[]): unknown[] =>
  items
    .filter((i): i is HttpItem => i.kind === "http")
    .map((i) => [i.packet, i.head.protocol, i.from.port, i.head.target ?? i.head.status, i.decrypted]);
const hellos = (items: readonly CaptureItem[]): unknown[] =>
  items
    .filter((i): i is TlsItem => i.kind === "tls")
    .map((i) => [i.over, i.sni, i.packet, i.certificates.map((c) => c.subject), i.decrypted]);
const told = (items: readonly CaptureItem[]): unknown[] =>
  items
    .filter((i): i is KeysItem => i.kind === "keys")
    .map(({ used, connections, opened, failed }) => [used, connections, opened, failed]);

test("HTTP/3: with its keys each request and answer, and the certificate; at the packet that it was in", async () => {
  const [, early] = RECORDED as [RecordedQuic, RecordedQuic];
  const frames = framesOf(early);
  const open = await read(frames, early.log);
  assert.deepEqual(
    heads(open).map((h) => (h as unknown[]).slice(1)),
    [
      ["HTTP/3", 40_000, "/uno?clave=secreta", true],
      ["HTTP/3", 443, 200, true],
      ["HTTP/3", 40_000, "/dos", true],
      ["HTTP/3", 443, 200, true],
      ["HTTP/3", 40_000, "/tres", true],
      ["HTTP/3", 443, 200, true],
      ["HTTP/3", 40_001, "/temprano", true],
      ["HTTP/3", 443, 200, true],
    ],
  );
  // What was said before the server answered stands in the client's first datagram.
  const first = early.datagrams.findIndex((d) => d.startsWith(">1")) + 1;
  assert.equal((heads(open)[6] as unknown[])[0], first);
  assert.deepEqual(hellos(open), [
    ["quic", "casa.example", 1, ["CN=casa.example"], true],
    ["quic", "casa.example", first, [], undefined],
  ]);
  assert.deepEqual(told(open), [[true, 2, 2, 0]]);
});

test("without keys, or with those of another, the hello alone, as ever; keys that do not open it are told", async () => {
  const [one, other] = RECORDED as [RecordedQuic, RecordedQuic];
  const closed = await read(framesOf(one));
  assert.deepEqual(
    [heads(closed), hellos(closed), told(closed)],
    [[], [["quic", "casa.example", 1, [], undefined]], []],
  );
  const wrong = await read(framesOf(one), other.log);
  assert.deepEqual([heads(wrong), hellos(wrong), told(wrong)], [[], hellos(closed), [[true, 2, 0, 0]]]);
  const flows = (items: readonly CaptureItem[]): unknown[] => items.filter((i) => i.kind === "flow");
  assert.deepEqual(flows(wrong), flows(closed));
  assert.deepEqual(flows(await read(framesOf(one), one.log)), flows(closed));
  const bad = one.log.replace(/[0-9a-f]{64}$/gm, "ab".repeat(32));
  assert.deepEqual(told(await read(framesOf(one), bad)), [[true, 1, 0, 1]]);
});

test("a request behind a long answer is read: with its keys a conversation is heard to its end", async () => {
  const [one] = RECORDED as [RecordedQuic, RecordedQuic];
  const frames = framesOf(one);
  // Datagrams of no key between the third and the fourth: without keys nobody listens after 64.
  const noise = frames.find((_, i) => one.datagrams[i]!.startsWith("<") && i > 2)!;
  const many = Array.from({ length: 100 }, (): Frame => {
    const b = noise.bytes.slice();
    b[b.length - 1]! ^= 1;
    return { ...noise, bytes: b };
  });
  const open = await read([...frames.slice(0, 3), ...many, ...frames.slice(3)], one.log);
  assert.equal(heads(open).length, 6);
});
