/** Log files, read in pieces of any size: the pieces must not show. @module */
import { strictEqual } from "node:assert/strict";
import type { Problem } from "@contraluz/core";
import {
  composeMessage,
  formatOf,
  LogReader,
  oversizeValues,
  readUuidtext,
  valuesOf,
} from "@contraluz/formats/tracev3/index.ts";
import * as make from "../../../packages/formats/src/tracev3/log.fixture.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Tally, Target } from "../target.ts";

const MAIN = "AB414C1E-C023-3A05-AF22-029CC5E160EA";
const P = { first: 77, second: 80 };
const boot = "A6EBC8E3-0A1C-40E8-93B9-DA3A7F671D19";

/** A log of two catalogs; stored ones are those whose inside is damaged, packed ones break while unpacking. */
function log(how: "lz4" | "stored"): Uint8Array {
  const images = [{ uuid: MAIN, load: 0x1_8000_0000, size: 4096 }];
  const subsystems = [[1, "com.apple.locationd", "Motion"] as const, [2, "com.apple.network", ""] as const];
  const catalog = make.makeCatalog([
    { ...P, pid: 51, euid: 501, main: MAIN, cache: boot, images, subsystems },
    { first: 1, second: 1, pid: 1, main: boot },
  ]);
  const fields = new make.Bytes().u64(5).u32(0x0ff0_0010).u32(1).u16(2).u16(4).u16(1).u8(14).u32(9);
  const entries: make.MadeEntry[] = Array.from({ length: 12 }, (_, i) => ({
    flags: 0x202,
    type: i % 3 === 0 ? 0x10 : 0,
    delta: i * 1000,
    data: make.logData({
      subsystem: 1 + (i % 2),
      values: [0, 2, 0x22, 4, 0, 0, 5, 0, 2, 4, 1, 2, 3, 4, 104, 111, 108, 97, 0],
    }),
  }));
  const rare: make.MadeEntry[] = [
    { flags: 0xf2d, data: fields.raw([0, 1, 0x21, 4, 0, 0, 8, 0]).bytes },
    { kind: 2, type: 1, flags: 0x211, data: new Uint8Array(44) },
    { kind: 3, flags: 2, data: [1, 2, 3, 4, 9, 9, 9, 9, 4, 1] },
    { kind: 6, type: 0x80, flags: 0x8222, data: new Uint8Array(40) },
    { kind: 7, flags: 0, data: new Uint8Array(24) },
    { flags: 0x20a, data: new Uint8Array(32) },
  ];
  const hidden = new TextEncoder().encode("privado\0");
  return make.makeLog([
    make.makeHeader({ boot }),
    catalog,
    make.makeChunkSet([make.makeFirehose(P, 1e9, entries), make.makeFirehose(P, 2e9, rare, hidden)], how),
    catalog,
    make.makeChunkSet(
      [
        make.makeSimpleDump({ first: 1, time: 99, subsystem: "user/501/com.example [42]", message: "service exited" }),
        make.makeStateDump({ first: 77, time: 100, title: "estado", data: new Uint8Array(36) }),
        make.makeOversize({ ...P, reference: 300, values: new Uint8Array(40), hidden }),
        make.makeFirehose(P, 3e9, entries),
      ],
      how,
    ),
  ]);
}

const seeds: readonly Parts[] = [[log("stored")], [log("lz4")]];

const image = readUuidtext(
  make.makeUuidtext("/usr/libexec/locationd", [{ from: 0, texts: [" ".repeat(0x100), "%s %d %.*P %f"] }]),
  () => {},
)!;
const texts = { image: () => image, shared: () => undefined };
const FORMAT = "%d %{public}s %.3s %{uuid_t}.16P %x %@ %f %{network:sockaddr}.*P %*d";

function read(bytes: Uint8Array, size: number, report: (p: Problem) => void, tally: Tally | undefined): string {
  const lines: string[] = [];
  const tell = (what: string): void => {
    lines.push(what);
    if (tally) tally.values++;
  };
  const reader = new LogReader(
    {
      header: (h) => tell(`${h.boot} ${h.build} ${h.zone}`),
      catalog: (c) => {
        for (const p of c.processes.values())
          tell(`${p.pid} ${p.main} ${p.cache} ${p.images.length} ${p.subsystems.size}`);
      },
      entry: (e) => {
        if (e.end > e.chunk.bytes.length || e.valuesAt >= e.end) throw new Error("an entry beyond its chunk");
        const format = formatOf(e, texts)?.format ?? FORMAT;
        const message = composeMessage(format, valuesOf(e)) + composeMessage(FORMAT, valuesOf(e));
        if (message.length > 8192) throw new Error("a message without bounds");
        tell(
          `${message} ${e.kind} ${e.time} ${e.chunk.process?.subsystems.get(e.subsystem)?.name} ${e.oversize} ${e.valuesAt}`,
        );
      },
      simpleDump: (d) => tell(`${d.subsystem} ${d.message}`),
      stateDump: (d) => tell(`${d.title} ${d.data.length}`),
      oversize: (o) => tell(`${o.reference} ${o.bytes.length} ${composeMessage(FORMAT, oversizeValues(o))}`),
    },
    (p) => {
      lines.push(JSON.stringify(p));
      report(p);
    },
  );
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size));
  reader.end();
  return lines.join("\n");
}

const words = (n: number, ...w: number[]): Uint8Array => {
  const out = new Uint32Array(n);
  for (let i = 0; i < n; i++) out[i] = w[i % w.length]!;
  return new Uint8Array(out.buffer);
};

const bombs: Readonly<Record<string, Bomb>> = {
  "a megabyte of empty chunks": () => [words(262_144, 0x600d, 0x11, 0, 0)],
  "a megabyte of heads that ask for 8 MB": () => [words(262_144, 0x600b, 0x11, 0x80_0000, 0)],
  "blocks that repeat one byte": () => {
    // Matches of 255s: 250 bytes out of every byte.
    const run = new Uint8Array(64_000).fill(255);
    const packed = Uint8Array.of(0x1f, 0, 1, 0, ...run, 0, 0x50, 0, 0, 0, 0, 0);
    const block = new make.Bytes().raw(Buffer.from("bv41")).u32(16_000_000).u32(packed.length).raw(packed);
    const set = new make.Bytes().u32(0x600d).u32(0x11).u64(block.parts.length).raw(block.parts).pad8().bytes;
    return [make.makeLog(Array.from({ length: 8 }, () => set))];
  },
  "a catalog whose processes share all names": () => {
    const name = "a".repeat(60_000);
    const subsystems = Array.from({ length: 10_000 }, (_, i) => [i, name, ""] as const);
    return [make.makeLog([make.makeCatalog([{ ...P, pid: 1, main: MAIN, subsystems }])])];
  },
};

export const target: Target = {
  make(dice) {
    const [bytes] = mutate({ seeds }, dice);
    return [bytes!, Uint8Array.of(dice.below(256))];
  },
  drive([bytes, piece], tally) {
    const whole = read(bytes!, bytes!.length || 1, tally.report, tally);
    strictEqual(
      read(bytes!, 1 + (piece?.[0] ?? 0) * 5, () => {}, undefined),
      whole,
      "the pieces show",
    );
  },
  bombs,
};
