import assert from "node:assert/strict";
import { test } from "node:test";
import { pcapng } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { type CaptureItem, type PositionItem, runCapture } from "./index.ts";

const AT = 1_700_000_000;
const place = (unix_ts: number, lat: number, lon: number): string => JSON.stringify({ unix_ts, lat, lon });

async function read(comments: readonly (string | undefined)[]): Promise<PositionItem[]> {
  const file = pcapng(
    comments.map((comment, i) => ({
      seconds: AT + i,
      bytes: new Uint8Array(60),
      ...(comment === undefined ? {} : { comment }),
    })),
  );
  const items: CaptureItem[] = [];
  const sub = { want: { items: ["position"] as const }, take: (i: CaptureItem) => void items.push(i) };
  const source = { size: file.length, read: async (at: number, n: number) => file.slice(at, at + n) };
  await runCapture(source, [sub], { file: 3, report: () => {} });
  return items.filter((i): i is PositionItem => i.kind === "position");
}

test("positions in comments of frames, by their own clock; the same place once", async () => {
  const found = await read([
    place(AT + 7, 19.4, -99.1),
    place(AT + 8, 19.4, -99.1),
    undefined,
    place(AT + 20, 19.4, -99.1),
    place(5, 19.5, -99.1),
  ]);
  assert.deepEqual(
    found.map((p) => [p.seconds - AT, p.latitude, p.longitude]),
    [
      [7, 19.4, -99.1],
      [20, 19.4, -99.1],
      // Its clock was not set: the frame's.
      [4, 19.5, -99.1],
    ],
  );
  assert.equal("packet" in found[0]!.origin.at && found[0]!.origin.at.packet, 1);
});

test("other comments, and places that are none, say nothing", async () => {
  const none = [
    "start",
    "{",
    '{"lat"',
    place(AT, 91, 0),
    place(AT, 0, 181),
    '{"lat":"1","lon":2}',
    "[1]",
    "null",
    '{"lat":1,"lon":null}',
  ];
  assert.deepEqual(await read(none), []);
  assert.deepEqual(await read([`{"lat":1,"lon":2,"x":"${"a".repeat(500)}"}`]), []);
});
