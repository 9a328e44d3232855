/** Tars that a few megabytes of gzip can hold: they are made as they are read. @module */
import { readTar } from "@contraluz/formats/tar/index.ts";
import { paxRecord, tarHeader } from "../archives.ts";
import type { Bomb } from "../target.ts";

function block(text: string): Buffer {
  const b = Buffer.from(text);
  return Buffer.concat([b, Buffer.alloc((512 - (b.length % 512)) % 512)]);
}

/** Reads all entries of a made tar, the bytes of none. */
function reading(n: number, make: (i: number) => Buffer): Bomb {
  return async (tally) => {
    async function* tar(): AsyncIterable<Uint8Array> {
      for (let i = 0; i < n; i++) yield make(i);
    }
    for await (const entry of readTar(tar(), tally.report)) tally.values += entry.name.length > 0 ? 1 : 0;
    return undefined;
  };
}

const header = (type: string, text: string): Buffer =>
  Buffer.concat([tarHeader("x", Buffer.byteLength(text), type), block(text)]);

/** The same block over and over, with the number of the block at these places. */
function numbered(b: Buffer, places: readonly number[]): (i: number) => Buffer {
  return (i) => {
    const digits = Buffer.from(`${i}`.padStart(6, "0"));
    for (const at of places) b.set(digits, at);
    return b;
  };
}

const long = Buffer.concat([header("x", paxRecord("path", `000000${"ñ".repeat(4000)}`)), tarHeader("x", 0)]);

/** Nearly 1 MiB of attributes, others in each. */
function attributes(type: string): (i: number) => Buffer {
  const n = 20_000;
  const records = Array.from({ length: n }, (_, k) => paxRecord(`GNU.sparse.000000.${k + 10_000}`, "1".repeat(20)));
  const places = records.map((r, k) => 512 + k * r.length + r.indexOf("000000"));
  return numbered(header(type, records.join("")), places);
}

export const bombs: Readonly<Record<string, Bomb>> = {
  "many long names": reading(60_000, numbered(long, [long.indexOf("000000ñ")])),
  "attributes for all, without end": reading(160, attributes("g")),
  "attributes for the next one, which never comes": reading(160, attributes("x")),
  "headers that are none": reading(60_000, () => Buffer.alloc(4096, 0x41)),
  "names that leave": reading(100_000, (i) => tarHeader(`../${i}`, 0)),
};
export const exploded: readonly string[] = ["many long names", "attributes for all, without end"];
