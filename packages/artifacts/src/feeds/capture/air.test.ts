import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem, RandomAccess } from "@contraluz/core";
import { type Frame, pcap } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { createRandom } from "../../../../../samples/lib/random.ts";
import { type CaptureItem, runCapture } from "./index.ts";

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(" ", "").match(/../g) ?? [], (x) => Number.parseInt(x, 16));

const [STATION, POINT, OTHER] = ["0a0000000001", "0a0000000002", "0a0000000003"];
const RADIO = "0000 0f00 2e000000 10 0c 8509 a000 c9";
const BAD = "0000 0f00 2e000000 50 0c 8509 a000 c9";
const SUM = "00000000";
/** From one machine to another: UDP to port 9, with four bytes. */
const IP = "45000020 00000000 40110000 0a000001 0a000002 1000 0009 000c 0000 61626364";
const LLC = `aaaa03000000 0800 ${IP}`;

async function heard(frames: readonly string[], link: number): Promise<[CaptureItem[], Problem[]]> {
  const list = frames.map((hex, i): Frame => ({ seconds: 1_700_000_000 + i, bytes: bytes(hex) }));
  const file = pcap(list, { link });
  const source: RandomAccess = {
    size: file.length,
    read: async (offset, length) => file.subarray(offset, offset + length),
  };
  const [items, problems]: [CaptureItem[], Problem[]] = [[], []];
  const want = { items: ["transmitter", "wifi-network", "device", "flow"] as const };
  await runCapture(source, [{ want, take: (i) => items.push(i) }], { file: 0, report: (p) => problems.push(p) });
  return [items, problems];
}

test("the air: networks, who sends and how much, open packets of machines; what came damaged is told", async () => {
  const name = "0004 43617361 0301 06";
  const [items, problems] = await heard(
    [
      `${RADIO} 8000 0000 ffffffffffff ${POINT}${POINT} 1000 0000000000000000 6400 0104 ${name} ${SUM}`,
      `${RADIO} 4000 0000 ffffffffffff ${STATION} ffffffffffff 1000 0004 4f747261 ${SUM}`,
      `${RADIO} 0801 0000 ${POINT}${STATION}${OTHER} 2000 ${LLC} ${SUM}`,
      // Once more, since nobody said that it came.
      `${RADIO} 0809 0000 ${POINT}${STATION}${OTHER} 2000 ${LLC} ${SUM}`,
      `${RADIO} 0842 0000 ${STATION}${POINT}${OTHER} 3000 0100002000000000 ffffffff 0000000000000000 ${SUM}`,
      `${BAD} 0801 0000 ${POINT} 0a00000000ee ${OTHER} 2000 ${LLC} ${SUM}`,
    ],
    127,
  );
  const of = <K extends CaptureItem["kind"]>(kind: K) =>
    items.filter((i): i is Extract<CaptureItem, { kind: K }> => i.kind === kind);
  const [network] = of("wifi-network");
  assert.deepEqual([network?.name, network?.channel, network?.security, network?.signal], ["Casa", 6, "open", -55]);
  const stations = of("transmitter").map((t) => [t.mac, t.network, t.up, t.down, t.asked]);
  assert.deepEqual(stations, [
    ["0a:00:00:00:00:02", true, { packets: 0, bytes: 0 }, { packets: 0, bytes: 0 }, []],
    ["0a:00:00:00:00:01", false, { packets: 1, bytes: 40 }, { packets: 1, bytes: 4 }, ["Otra"]],
  ]);
  assert.deepEqual(
    of("device").map((d) => [d.mac, d.addresses]),
    [["0a:00:00:00:00:01", ["10.0.0.1"]]],
  );
  assert.deepEqual(
    of("flow").map((f) => [f.client.mac, f.server.mac, f.up.bytes]),
    [["0a:00:00:00:00:01", "0a:00:00:00:00:03", 4]],
  );
  assert.deepEqual(
    problems.map((p) => p.found),
    ["1 frames"],
  );
});

test("the air: 300 mutations of a capture give items or nothing, never a throw", async () => {
  const random = createRandom(20_261_126);
  let given = 0;
  for (let n = 0; n < 300; n++) {
    const frames = [
      `${RADIO} 8000 0000 ffffffffffff ${POINT}${POINT} 1000 0000000000000000 6400 0104 0004 43617361 ${SUM}`,
      `${RADIO} 8801 0000 ${POINT}${STATION}${OTHER} 2000 8000 ${OTHER}${STATION} 0028 ${LLC} ${SUM}`,
      `${RADIO} 0801 0000 ${POINT}${STATION}${OTHER} 2000 ${LLC} ${SUM}`,
    ].map((text) => {
      const b = bytes(text);
      for (let i = random.below(4); i > 0; i--) b[random.below(b.length)] = random.below(256);
      return Array.from(b.subarray(0, random.below(4) === 0 ? random.below(b.length) : b.length), (x) =>
        x.toString(16).padStart(2, "0"),
      ).join("");
    });
    const [items] = await heard(frames, 127);
    given += items.length;
  }
  assert.ok(given > 300, `only ${given}`);
});

test("the air: several packets in one frame are each their own", async () => {
  const inner = (to: string) => `${to}${STATION} 0028 ${LLC}`;
  const [items] = await heard(
    [`8801 0000 ${POINT}${STATION}${OTHER} 2000 8000 ${inner(OTHER)} 0000 ${inner(POINT)}`],
    105,
  );
  const device = items.find((i) => i.kind === "device");
  assert.ok(device?.kind === "device");
  assert.equal(device.sent.packets, 2);
});
