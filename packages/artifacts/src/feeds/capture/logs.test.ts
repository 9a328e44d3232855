import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync, inflateRawSync } from "node:zlib";
import type { Problem, RandomAccess } from "@contraluz/core";
import { find, needleOf } from "./find.ts";
import { type BleItem, type CaptureItem, runCapture } from "./index.ts";

const START = 1_772_000_000;
const TAG = `1eff4c00121910${"00".repeat(24)}`;
const ADDRESS = "c0:00:00:00:00:01";
const platform = {
  async *inflate(_: "gzip" | "deflate-raw", source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const b of source) yield inflateRawSync(b);
  },
};

interface Read {
  readonly tags: BleItem[];
  readonly problems: string[];
  readonly kinds: string[];
  readonly absent: boolean;
}

async function run(file: Uint8Array | string, piece = 1 << 20): Promise<Read> {
  const b = Buffer.from(file);
  const source: RandomAccess = { size: b.length, read: async (o, n) => b.subarray(o, o + Math.min(n, piece)) };
  const [items, problems]: [CaptureItem[], Problem[]] = [[], []];
  const want = { items: ["ble", "end"] as const };
  let absent = false;
  const told = { file: 3, report: (p: Problem) => void problems.push(p), platform, absent: () => void (absent = true) };
  assert.ok(await runCapture(source, [{ want, take: (i) => items.push(i) }], told));
  const tags = items.filter((i) => i.kind === "ble");
  return { tags, absent, kinds: items.map((i) => i.kind), problems: problems.map((p) => `${p.code} ${p.found ?? ""}`) };
}

/** What all forms of one log say. */
const sayings = (r: Read): unknown[] =>
  r.tags.map((t) => [t.address, t.addressKind, t.seen, t.strongest, t.mean, t.tag, t.spans, t.between]);
const EXPECTED = [
  [
    ADDRESS,
    "static",
    3,
    -50,
    -60,
    { type: "find-my", model: "airtag", state: "away", minutes: 3 },
    [
      [START, START + 100],
      [START + 700, START + 700],
    ],
    [START, START + 700],
  ],
];
const HEARD = [
  [0, -70],
  [100, -50],
  [700, -60],
] as const;

const line = ([after, signal]: readonly [number, number]): string => `${START + after}000,${ADDRESS},${signal},${TAG}`;

test("a table of a program that looks for devices", async () => {
  const file = ["timestamp,mac,rssi,payload", ...HEARD.map(line)].join("\r\n");
  for (const piece of [1 << 20, 4096]) {
    const read = await run(file, piece);
    assert.deepEqual([sayings(read), read.problems, read.kinds], [EXPECTED, [], ["ble", "end"]]);
  }
  assert.deepEqual((await run(file)).tags[0]!.origin, { file: 3, at: { packet: 2, offset: 28 } });
});

test("the same as JSON, an object a line and as a list; a row that is none, and times without a zone, are told", async () => {
  const objects = HEARD.map(([after, rssi]) => ({
    time: new Date((START + after) * 1000).toISOString().slice(0, 19),
    address: ADDRESS.toUpperCase(),
    addressType: "random",
    rssi,
    manufacturerData: { 76: TAG.slice(8) },
  }));
  const said = ["capture-damaged 1 rows", "scan-no-zone "];
  const lines = await run([...objects.map((o) => JSON.stringify(o)), '{"time":1}'].join("\n"));
  assert.deepEqual([sayings(lines), lines.problems], [EXPECTED, said]);
  const list = await run(JSON.stringify([...objects, 7], null, 2));
  assert.deepEqual([sayings(list), list.problems], [EXPECTED, said]);
});

/** An event of a report, as the log of a phone has it. */
function event([, signal]: readonly [number, number]): Buffer {
  const data = Buffer.from(TAG, "hex");
  const address = Buffer.from(ADDRESS.replaceAll(":", ""), "hex").reverse();
  const body = Buffer.concat([Buffer.of(2, 1, 0, 1), address, Buffer.of(data.length), data, Buffer.of(signal & 255)]);
  return Buffer.concat([Buffer.of(0x3e, body.length), body]);
}

function shortLog(version: 1 | 2 = 2): string {
  const entries = HEARD.map((h, i) => {
    const head = Buffer.alloc(version === 1 ? 7 : 9);
    head.writeUInt16LE(event(h).length + 1, 0);
    if (version === 2) head.writeUInt16LE(event(h).length + 1, 2);
    head.writeUInt32LE(i === 0 ? 0 : (h[0] - HEARD[i - 1]![0]) * 1e6, head.length - 5);
    head.writeUInt8(0x10, head.length - 1);
    return Buffer.concat([head, event(h)]);
  });
  const head = Buffer.alloc(9);
  head.writeUInt8(version);
  head.writeBigUInt64LE(BigInt(START + 700) * 1_000_000n, 1);
  const text = Buffer.concat([head, deflateSync(Buffer.concat(entries))]).toString("base64");
  return text.replace(/.{70}/g, "$&\n");
}
const report = (inner: string): string =>
  `========================================================\n== dumpstate: 2026-02-25 06:13:20\n${"x".repeat(500)}\n${inner}\nDUMP OF SERVICE c:\n`;
const begun = (text: string): string =>
  report(`--- BEGIN:BTSNOOP_LOG_SUMMARY (900 bytes in) ---\n${text}\n--- END:BTSNOOP_LOG_SUMMARY ---`);

test("the short log in the text of a bug report, both versions, wherever its lines are cut", async () => {
  for (const version of [1, 2] as const)
    for (const piece of [1 << 20, 4096]) {
      const read = await run(begun(shortLog(version)), piece);
      assert.deepEqual([sayings(read), read.problems], [EXPECTED, []]);
      assert.deepEqual(read.tags[0]!.origin, { file: 3, at: { packet: 1, offset: 592 } });
    }
});

test("a report without it holds none; one that is cut or damaged says so", async () => {
  const none = await run(report("nothing"));
  assert.deepEqual([none.absent, none.kinds, none.problems], [true, [], []]);
  const damaged = async (text: string): Promise<string[]> => (await run(text)).problems;
  assert.deepEqual(await damaged(report("--- BEGIN:BTSNOOP_LOG_SUMMARY (9 bytes in) ---\nAAAA")), ["capture-damaged "]);
  assert.deepEqual(await damaged(begun("AAAA")), ["capture-damaged "]);
  assert.deepEqual(await damaged(begun(shortLog().slice(0, 40))), ["capture-damaged 0 B", "capture-damaged "]);
});

test("a text in bytes is found where it stands, and nowhere else", () => {
  const needle = needleOf("--- BEGIN");
  for (const [text, at] of [
    ["--- BEGIN", 0],
    ["---- BEGIN", 1],
    ["x -- BEGIN --- BEGI --- BEGINS", 20],
    ["--- BEGI", -1],
    ["", -1],
  ] as const)
    assert.equal(find(Buffer.from(text), needle), at, text);
  const b = Buffer.alloc(5000, "-- B");
  for (const at of [0, 1, 77, 4991]) {
    const copy = Buffer.from(b);
    copy.write("--- BEGIN", at);
    assert.equal(find(copy, needle), at);
  }
});
