import assert from "node:assert/strict";
import { test } from "node:test";
import { newIp, readIp } from "@contraluz/formats/ip/index.ts";
import { newFrame, readLink } from "@contraluz/formats/link/index.ts";
import { Devices } from "./devices.ts";
import type { DeviceItem } from "./types.ts";

const [CAMERA, ROUTER] = ["4419b6000001", "50c7bf000001"];

/** A minute of video (a key frame each two seconds) between two addresses, sent by a machine. */
function video(from: string, source: readonly number[], target: readonly number[]): DeviceItem {
  const place = { number: 1, offset: 24, seconds: 0, nanos: 0 };
  const devices = new Devices(place, 0);
  const [frame, ip] = [newFrame(), newIp()];
  const head = [0x45, 0, 5, 0xdc, 0, 0, 0, 0, 64, 17, 0, 0, ...source, ...target];
  const bytes = new Uint8Array(1514);
  bytes.set(Uint8Array.from(`0a0000000009${from}0800`.match(/../g)!, (x) => Number.parseInt(x, 16)));
  bytes.set(head, 14);
  for (let tenth = 0; tenth < 600; tenth++) {
    place.seconds = 1000 + Math.floor(tenth / 10);
    place.nanos = (tenth % 10) * 1e8;
    for (let i = 0; i < (tenth % 20 === 0 ? 12 : 3); i++) {
      assert.ok(readLink(bytes, 0, bytes.length, 1, frame) && readIp(bytes, frame.start, frame.end, ip));
      devices.frame(bytes, frame, ip, bytes.length);
    }
  }
  return [...devices.end()][0]!;
}

test("video that goes outside, or to a recorder beside it, has its shape; bytes that leave are counted apart", () => {
  const away = video(CAMERA, [192, 168, 1, 5], [198, 51, 100, 7]);
  assert.deepEqual([away.shape?.burstPeriod, away.shape?.longestBusy, away.outside], [2, 60, 1]);
  assert.equal(away.out, away.sent.bytes);
  const beside = video(CAMERA, [192, 168, 1, 5], [192, 168, 1, 9]);
  assert.deepEqual([beside.shape?.burstPeriod, beside.out, beside.outside], [2, 0, 0]);
});

test("what a router passes on, and what goes to a group, has none", () => {
  assert.equal(video(ROUTER, [198, 51, 100, 7], [192, 168, 1, 9]).shape?.longestBusy, 0);
  assert.equal(video(CAMERA, [192, 168, 1, 5], [239, 1, 1, 1]).shape?.longestBusy, 0);
});
