/** Bluetooth Low Energy: frames of the air, logs of phones and of programs, and a track beside them. @module */
import {
  adMakers,
  adName,
  adServices,
  newAdvert,
  newTag,
  readAir,
  readHci,
  readTag,
  ScanLines,
  scanStart,
} from "@contraluz/formats/ble/index.ts";
import { GpxReader, looksLikeGpx } from "@contraluz/formats/gpx/index.ts";
import { newFrame, readLink } from "@contraluz/formats/link/index.ts";
import { CaptureReader, type Packet, readSnooz, snoozHead } from "@contraluz/formats/pcap/index.ts";
import { airFrame, btsnoop, report } from "../../../packages/formats/src/ble/ble.fixture.ts";
import { pcap } from "../../../packages/formats/src/pcap/pcap.fixture.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const zeros = (n: number): number[] => new Array<number>(n).fill(0);
const SAID: readonly (readonly number[])[] = [
  [0x1e, 0xff, 0x4c, 0, 0x12, 0x19, 0x10, ...zeros(24)],
  [2, 1, 6, 0x19, 0x16, 0xaa, 0xfe, 0x41, ...zeros(21)],
  [3, 3, 0x5a, 0xfd, 0x15, 0x16, 0x5a, 0xfd, 0x13, ...zeros(17)],
  [5, 9, 0x50, 0x65, 0x70, 0x61, 5, 3, 0x0d, 0x18, 0x0a, 0x18],
];
const address = (i: number): number[] => [i, 0x55, 0x44, 0x33, 0x22, 0xc1];
const utf8 = new TextEncoder();
const point = '<trkpt lat="19.4" lon="-99.2"><ele>1</ele><time>2026-04-03T15:00:00Z</time></trkpt>\n';

/** Records of PacketLogger: length, seconds, microseconds, kind. */
function packetLogger(little: boolean): Uint8Array {
  const parts = SAID.map((s, i) => report(address(i), s).subarray(1));
  const out = new Uint8Array(parts.reduce((n, p) => n + 13 + p.length, 0));
  const v = new DataView(out.buffer);
  let at = 0;
  for (const [i, p] of parts.entries()) {
    v.setUint32(at, p.length + 9, little);
    v.setUint32(at + 4, 1_772_000_000 + i, little);
    v.setUint8(at + 12, 1);
    out.set(p, at + 13);
    at += 13 + p.length;
  }
  return out;
}

/** What the short log of a bug report opens to, version 2. */
function shortLog(): Uint8Array {
  const parts = SAID.map((s, i) => report(address(i), s).subarray(1));
  return Uint8Array.from(parts.flatMap((p) => [p.length + 1, 0, p.length + 1, 0, 0x40, 0x42, 0x0f, 0, 0x10, ...p]));
}

const hexOf = (b: readonly number[]): string => b.map((v) => v.toString(16).padStart(2, "0")).join("");
const rows = SAID.map((s, i) => `177200000${i}000,c1:22:33:44:55:0${i},-60,"${hexOf(s)}"`);
const objects = SAID.map((s, i) => ({ time: 1_772_000_000 + i, mac: `c1:22:33:44:55:0${i}`, scanRecord: s }));

const seeds: readonly Parts[] = [
  [
    pcap(
      SAID.map((s, i) => ({ seconds: 1_772_000_000 + i, bytes: airFrame(address(i), s) })),
      { link: 256 },
    ),
  ],
  [btsnoop(1002, [...SAID.map((s, i) => report(address(i), s)), ...SAID.map((s, i) => report(address(i), s, true))])],
  [
    btsnoop(
      1001,
      SAID.map((s, i) => report(address(i), s).subarray(1)),
    ),
  ],
  [utf8.encode(`<?xml version="1.0"?><gpx><trk><trkseg>${point.repeat(6)}</trkseg></trk></gpx>`)],
  [packetLogger(true)],
  [packetLogger(false)],
  [shortLog()],
  [utf8.encode(`timestamp,mac,rssi,payload\n${rows.join("\n")}\n`)],
  [utf8.encode(objects.map((o) => JSON.stringify(o)).join("\n"))],
  [utf8.encode(JSON.stringify(objects))],
];
const tokens = [utf8.encode("btsnoop\0"), utf8.encode("<trkpt"), utf8.encode("</trkpt>"), new Uint8Array([0xff, 0xff])];

const bombs: Readonly<Record<string, Bomb>> = {
  "a track of points that never end": () => [utf8.encode(`<gpx>${"<trkpt".repeat(1 << 20)}`)],
  "a track of one point of eight megabytes": () => [utf8.encode(`<gpx><trkpt ${"x".repeat(8 << 20)}</trkpt>`)],
  "a table of quotes": () => [utf8.encode(`time,mac,payload\n${'"'.repeat(8 << 20)}`)],
  "a list that opens and opens": () => [utf8.encode("[".repeat(1 << 20))],
  "a log of lengths that lie": () => [btsnoop(1002, [new Uint8Array(4 << 20).fill(0x3e)])],
};

const PACKET: Packet = {
  number: 0,
  offset: 0,
  seconds: 0,
  nanos: 0,
  link: 0,
  iface: 0,
  bytes: new Uint8Array(0),
  start: 0,
  end: 0,
  length: 0,
  comment: undefined,
};

/** Pieces are small, so that what lies between two of them is tried, too. */
const STEP = 4096;

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive([bytes], tally) {
    const file = bytes!;
    if (looksLikeGpx(file)) {
      const reader = new GpxReader((p) => {
        tally.values++;
        if (p.offset + p.length > file.length) throw new Error("a point beyond its file");
      });
      for (let at = 0; at < file.length; at += STEP) reader.take(file.subarray(at, at + STEP));
      reader.end();
      if (reader.damaged > 0) tally.report({ code: "capture-damaged", found: `${reader.damaged}`, lost: "row" });
      return;
    }
    if (scanStart(file)) {
      const reader = new ScanLines();
      for (const line of new TextDecoder().decode(file).split("\n")) {
        const row = reader.line(line);
        if (typeof row !== "object") continue;
        tally.values++;
        if (row.address.length !== 6 || row.data.length > 2000 || row.signal > 0)
          throw new Error("a row that cannot be");
      }
      return;
    }
    snoozHead(file);
    for (const version of [1, 2] as const) {
      const p: Packet = { ...PACKET };
      const left = readSnooz(file, { version, last: 1n << 50n, start: 11 }, p, () => {
        if (p.end > file.length || p.nanos >= 1e9 || p.seconds < 0) throw new Error("a packet beyond its log");
      });
      if (left < 0) throw new Error("more than there is");
    }
    const [frame, a, tag] = [newFrame(), newAdvert(), newTag()];
    const heard = (b: Uint8Array, end: number): void => {
      tally.values++;
      if (a.end > end || a.address + 6 > end) throw new Error("an advertisement beyond its frame");
      readTag(b, a.start, a.end, tag);
      adName(b, a.start, a.end);
      if (adServices(b, a.start, a.end).length + adMakers(b, a.start, a.end).length > 40) throw new Error("too many");
    };
    const reader = new CaptureReader(
      {
        packet(p) {
          if (!readLink(p.bytes, p.start, p.end, p.link, frame)) return;
          const { payload, start, end } = frame;
          if (payload === "hci") readHci(p.bytes, start, end, p.link, a, () => heard(p.bytes, end));
          else if (payload === "ble" && readAir(p.bytes, start, end, p.link, a)) heard(p.bytes, end);
        },
        note: () => {},
      },
      tally.report,
    );
    for (let at = 0; at < file.length; at += STEP) if (!reader.take(file.subarray(at, at + STEP))) break;
    if (!reader.end()) tally.report({ code: "capture-damaged", expected: "a capture", lost: "file" });
  },
  bombs,
  exploded: ["a track of points that never end"],
};
