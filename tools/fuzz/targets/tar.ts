/** Tar archives, read as one stream in pieces of any size: the pieces must not show. @module */
import { strictEqual } from "node:assert/strict";
import { crc32 } from "node:zlib";
import type { Problem } from "@contraluz/core";
import { readTar } from "@contraluz/formats/tar/index.ts";
import { makeTar, paxRecord } from "../archives.ts";
import { piecesOf } from "../memory.ts";
import { mutate, type Parts } from "../mutate.ts";
import { sealTar } from "../seal.ts";
import type { Tally, Target } from "../target.ts";
import { bombs, exploded } from "./tar-bombs.ts";

const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const pax = (...records: readonly (readonly [string, string])[]): Uint8Array =>
  text(records.map(([k, v]) => paxRecord(k, v)).join(""));

export const seeds: readonly Parts[] = [
  [
    makeTar([
      { name: "respaldo/", type: "5" },
      { name: "respaldo/Manifest.db", bytes: text("SQLite format 3\0".repeat(50)) },
      { name: "respaldo/vacío" },
      { name: "respaldo/liga", type: "2" },
      { name: "respaldo/grande", bytes: new Uint8Array(600), binary: true },
    ]),
  ],
  [
    makeTar([
      { name: "pax_global_header", type: "g", bytes: pax(["comment", "x"], ["mtime", "1700000000.25"]) },
      { name: "PaxHeaders/1", type: "x", bytes: pax(["path", `${"largo/".repeat(30)}señal`], ["size", "5"]) },
      { name: "corto", bytes: text("hola\n") },
      { name: "././@LongLink", type: "L", bytes: text(`${"nombre/".repeat(20)}fin\0`) },
      { name: "nombre", bytes: text("x") },
      { name: "PaxHeaders/2", type: "x", bytes: pax(["GNU.sparse.major", "1"], ["path", "ralo"]) },
      { name: "ralo", bytes: new Uint8Array(512) },
      { name: "fin", bytes: text("fin") },
    ]),
  ],
];

/** What was read, as lines. */
async function read(bytes: Uint8Array, size: number, report: (p: Problem) => void, tally: Tally): Promise<string[]> {
  const lines: string[] = [];
  const tell = (p: Problem): void => {
    lines.push(JSON.stringify(p));
    report(p);
  };
  for await (const entry of readTar(piecesOf(bytes, size), tell)) {
    tally.values++;
    if (/(^|\/)\.\.(\/|$)|^\/|\\|\0/.test(entry.name)) throw new Error(`a path that leaves: ${entry.name}`);
    let [sum, n] = [0, 0];
    // Every third entry is passed over.
    if (lines.length % 3 !== 2)
      for await (const piece of entry.stream()) {
        sum = crc32(piece, sum);
        n += piece.length;
      }
    lines.push(`${entry.kind} ${entry.name} ${entry.size} ${entry.offset} ${n} ${sum}`);
  }
  return lines;
}

export const target: Target = {
  make(dice) {
    const [tar] = mutate({ seeds, paged: true }, dice);
    const sealed = new Uint8Array(tar!);
    if (!dice.oneIn(4)) sealTar(sealed);
    return [sealed, Uint8Array.of(dice.below(256))];
  },
  async drive([tar, piece], tally) {
    const whole = await read(tar!, tar!.length || 1, tally.report, tally);
    const parts = await read(tar!, 1 + (piece![0] ?? 0) * 3, () => {}, tally);
    strictEqual(parts.join("\n"), whole.join("\n"), "the pieces show");
  },
  bombs,
  exploded,
};
