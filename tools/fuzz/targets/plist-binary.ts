/** Binary property lists: every kind of object, narrow and wide tables. @module */
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import { bplist, type Source } from "../../../packages/formats/src/plist/plist.fixture.ts";
import { Uid, bplist as write } from "../../../samples/lib/plist.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Target } from "../target.ts";
import { countValues } from "../walk.ts";
import { bombs, exploded } from "./plist-bombs.ts";

const every: Source = new Map<string, Source>([
  ["none", null],
  ["yes", true],
  ["small", 7],
  ["negative", -7],
  ["large", (1n << 63n) - 1n],
  ["huge", (1n << 64n) - 1n],
  ["real", { real: 0.1 }],
  ["float", { float: 1.5 }],
  ["date", { mac: 700_000_000.25 }],
  ["data", Uint8Array.from({ length: 80 }, (_, i) => i)],
  ["text", "corto"],
  ["unicode", "señal 😀"],
  ["long", "largo ".repeat(30)],
  ["uid", { uid: 300 }],
  ["set", { set: [1, 2, "tres"] }],
  ["list", [[], [[1, [2]]], new Map<string, Source>([["k", "corto"]])]],
]);

const device = write({
  Date: new Date("2024-05-06T07:08:09Z"),
  IsEncrypted: true,
  Lockdown: { DeviceName: "iPhone de Lucía", ProductVersion: "17.4.1" },
  BackupKeyBag: Uint8Array.from({ length: 120 }, (_, i) => i * 7),
  Applications: { a: { b: [new Uid(1), 1.5, false] } },
});

const seeds: readonly Parts[] = [
  [bplist(every)],
  [bplist(every, { offsetSize: 8, refSize: 8 })],
  [bplist(every, { offsetSize: 3, refSize: 2 })],
  [device],
];

const tokens = [
  [0xd1],
  [0xdf, 0x10],
  [0xaf, 0x13],
  [0xa1, 0],
  [0x6f, 0x11],
  [0x14],
  [0x80, 0],
  [0x33],
  [0xc2, 0, 1],
].map((b) => Uint8Array.from(b));

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens, paged: true }, dice),
  drive([bytes], tally) {
    const value = parsePlist(bytes!, tally.report);
    if (value !== undefined) tally.values += countValues(value);
  },
  bombs,
  exploded,
};
