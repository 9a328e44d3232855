/** Logs of a modem: frames, messages of LTE RRC in the packed encoding, messages of the core. @module */
import { readGsmtap } from "@contraluz/formats/gsmtap/index.ts";
import { readRrc } from "@contraluz/formats/lte-rrc/index.ts";
import { readMacLte } from "@contraluz/formats/mac-lte/index.ts";
import { isSilentSms, readEps, readGsmCell, readLayer3 } from "@contraluz/formats/nas/index.ts";
import {
  ACCESS_LOG,
  looksLikeQmdl,
  NEIGHBOUR_LOG,
  QmdlReader,
  readAccessLog,
  readGsmLog,
  readNasLog,
  readRrcLog,
  readSignalLog,
  readUmtsNasLog,
  SERVING_LOG,
} from "@contraluz/formats/qmdl/index.ts";
import { Choice, type UperValue } from "@contraluz/formats/uper/index.ts";
import {
  frame,
  hex,
  joined,
  log,
  MESSAGES,
  nasBody,
  PDU,
  rrcBody,
  said,
} from "../../../packages/formats/src/qmdl/qmdl.fixture.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const CELL = { pci: 1, earfcn: 2 };
const all = Object.keys(MESSAGES);
const nas = [
  "0741710bf63304203c344c41eb2f1e04f070c04000045233045012345c0a00",
  "075501",
  "0756080910108967452301",
  "37aabbccdd00075d200104f070c040c1",
  "0762 09011f014207915155214365870013040b915155214365f74000623080413243".replace(" ", ""),
];
const file = joined(
  ...all.map((name, i) => said(name, 1_772_000_000 + i)),
  ...nas.map((m, i) => log(0xb0ec + (i & 1), 1_772_000_100 + i, nasBody(hex(m)), i > 2)),
  log(0x713a, 1_772_000_200, [0, 3, 0, 0, 0, 5, 0x18, 1]),
  log(0x512f, 1_772_000_201, [0x81, 0x1b, 10, 0x49, 6, 0x1b, 0x10, 0x92, 0x33, 4, 0x20, 0x12, 0x34]),
  // Strength of the serving cell, of two neighbours (versions 4 and 5), and an access that was answered.
  log(SERVING_LOG, 1_772_000_202, [4, 1, 0, 0, 0x9c, 0x18, 0xd6, 0x0a, 0xec, 0xc4, 0x4e, 0, ...new Array(24).fill(7)]),
  log(SERVING_LOG, 1_772_000_203, [
    5,
    1,
    0,
    0,
    0x16,
    0x0d,
    0,
    0,
    0xd4,
    0x0e,
    0,
    0,
    0x4b,
    0xb4,
    0x44,
    0,
    ...new Array(24).fill(7),
  ]),
  log(NEIGHBOUR_LOG, 1_772_000_204, [5, 1, 0, 0, 0x16, 0x0d, 0, 0, 0x87, 0, 0, 0, ...new Array(64).fill(0x46)]),
  log(ACCESS_LOG, 1_772_000_205, [
    1,
    1,
    0,
    0,
    6,
    2,
    36,
    0,
    1,
    0,
    1,
    7,
    0x1b,
    0xff,
    0x98,
    0xff,
    0,
    0,
    1,
    0x23,
    0x1a,
    4,
    0,
    ...new Array(17).fill(0),
  ]),
  frame([0x1d, 0]),
);
/** Check values are right, and a message is damaged: the reader of messages sees what it would not, behind a wrong one. */
const inside = ([bytes]: Parts): Parts => {
  const b = bytes!;
  const name = all[b.length % all.length]!;
  const body = b.subarray(0, 400);
  return [joined(log(0xb0c0, 1, rrcBody(20, PDU[MESSAGES[name]![0]]!, CELL, body)), log(0xb0ec, 1, nasBody(body)))];
};
const seeds: readonly Parts[] = [[file], [file.subarray(0, 300)]];
const messages: readonly Parts[] = all.map((name) => [hex(MESSAGES[name]![1])]);
const tokens = [[0x7e], [0x7d], [0x7d, 0x5e], [0xff, 0xff], [0xc4]].map((b) => Uint8Array.from(b));

const bombs: Readonly<Record<string, Bomb>> = {
  "a megabyte of ends": () => [new Uint8Array(1 << 20).fill(0x7e)],
  "a megabyte without an end": () => [new Uint8Array(1 << 20).fill(1)],
  "messages of lengths that lie": () => {
    const lie = new Uint8Array(30_000).fill(0xc4);
    return [joined(...all.map((n) => log(0xb0c0, 1, rrcBody(20, PDU[MESSAGES[n]![0]]!, CELL, lie))))];
  },
  "messages of zeros, which are lists of lists": () => {
    const zeros = new Uint8Array(60_000);
    return [joined(...all.map((n) => log(0xb0c0, 1, rrcBody(20, PDU[MESSAGES[n]![0]]!, CELL, zeros))))];
  },
};

function count(v: UperValue | undefined): number {
  if (v instanceof Choice) return 1 + count(v.value);
  if (Array.isArray(v)) return 1 + v.reduce((n: number, x) => n + count(x as UperValue), 0);
  if (typeof v !== "object" || v === null || v instanceof Uint8Array) return 1;
  return 1 + Object.values(v).reduce((n: number, x) => n + count(x as UperValue), 0);
}

export const target: Target = {
  make: (dice) =>
    dice.below(2) === 0 ? mutate({ seeds, tokens }, dice) : inside(mutate({ seeds: messages, tokens }, dice)),
  drive([bytes], tally) {
    looksLikeQmdl(bytes!);
    readGsmtap(bytes!, 0, bytes!.length);
    readMacLte(bytes!, 0, bytes!.length);
    const reader = new QmdlReader((l) => {
      tally.values++;
      const rrc = readRrcLog(l.body);
      const read = rrc?.channel === undefined ? undefined : readRrc(rrc.channel, rrc.message);
      tally.values += count(read?.whole);
      if (read?.damage) tally.problems++;
      for (const code of [SERVING_LOG, NEIGHBOUR_LOG]) {
        const cells = readSignalLog(code, l.body);
        if (Array.isArray(cells) && cells.some((c) => c.pci > 511 || !(c.signal < -30)))
          throw new Error("no such cell");
      }
      const steps = readAccessLog(l.body);
      if (Array.isArray(steps) && steps.some((n) => n > 1282)) throw new Error("no such distance");
      for (const m of [readNasLog(l.body), readUmtsNasLog(l.body)?.message, readGsmLog(l.body)?.message, l.body]) {
        if (!m) continue;
        const read = readEps(m, true);
        if (read) isSilentSms(read.plain);
        readLayer3(m);
        readGsmCell(m);
      }
    }, tally.report);
    for (let at = 0; at < bytes!.length; at += 4099) reader.take(bytes!.subarray(at, at + 4099));
    reader.end();
  },
  bombs,
};
