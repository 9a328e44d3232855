/** Zips that ask for more than they are. Some are larger than memory: their bytes are made as they are read. @module */
import { deflateRawSync } from "node:zlib";
import type { RandomAccess } from "@contraluz/core";
import { zipTree } from "@contraluz/evidence";
import { makeZip } from "../archives.ts";
import type { Bomb, Tally } from "../target.ts";

/** A source of records of one length each; behind them what `tail` holds. */
function records(
  groups: readonly { readonly n: number; readonly length: number; at(i: number): Buffer }[],
  tail: Buffer,
): RandomAccess {
  const sizes = groups.map((g) => g.n * g.length);
  const size = sizes.reduce((a, b) => a + b, 0) + tail.length;
  const part = (offset: number): Buffer => {
    let at = offset;
    for (const [k, g] of groups.entries()) {
      if (at < sizes[k]!) {
        const i = Math.floor(at / g.length);
        return g.at(i).subarray(at - i * g.length);
      }
      at -= sizes[k]!;
    }
    return tail.subarray(at);
  };
  return {
    size,
    read(offset, length) {
      const out = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      for (let n = 0; n < out.length; ) n += part(offset + n).copy(out, n);
      return Promise.resolve(out);
    },
  };
}

/** An archive of `n` empty entries whose names have `width` characters. */
function empties(n: number, width: number): RandomAccess {
  const one = makeZip([{ name: "0".padStart(width, "a") }]);
  const local = Buffer.from(one.subarray(0, 30 + width));
  const central = Buffer.from(one.subarray(30 + width, 30 + width + 46 + width));
  const end = Buffer.from(one.subarray(-22));
  end.writeUInt16LE(n & 0xffff, 8);
  end.writeUInt16LE(n & 0xffff, 10);
  end.writeUInt32LE(n * central.length, 12);
  end.writeUInt32LE(n * local.length, 16);
  const named =
    (b: Buffer, at: number) =>
    (i: number): Buffer => {
      b.write(i.toString(36).padStart(8, "0"), at + width - 8, "latin1");
      if (b === central) b.writeUInt32LE(i * local.length, 42);
      return b;
    };
  return records(
    [
      { n, length: local.length, at: named(local, 30) },
      { n, length: central.length, at: named(central, 46) },
    ],
    end,
  );
}

/** Looks for one name, which takes a list of all of them. */
async function seek(source: RandomAccess, tally: Tally): Promise<undefined> {
  const tree = zipTree({ kind: "host", handle: source, size: source.size }, source, tally.report);
  if (await tree.find("Manifest.db")) tally.values++;
  return undefined;
}

export const bombs: Readonly<Record<string, Bomb>> = {
  "half a million empty entries": (tally) => seek(empties(500_000, 40), tally),
  "names of 4,000 characters": (tally) => seek(empties(45_000, 4000), tally),
  "end records all over the tail": () => {
    const b = Buffer.alloc(220 << 20);
    b.writeUInt32LE(0x04034b50);
    for (let at = b.length - 70_000; at < b.length; at += 4) b.writeUInt32LE(0x06054b50, at);
    return [b];
  },
  "local headers without end and sizes that follow": () => {
    const one = Buffer.from(makeZip([{ name: "a", bytes: new Uint8Array(0) }], { descriptors: true }).subarray(0, 31));
    return [Buffer.concat(new Array<Buffer>(300_000).fill(one))];
  },
  "zeros that say they are few": () => {
    const zeros = deflateRawSync(Buffer.alloc(1 << 26));
    const zip = Buffer.from(makeZip([{ name: "a", bytes: zeros }, { name: "b" }]));
    zip.writeUInt16LE(8, 8);
    zip.writeUInt32LE(100, 22);
    const central = zip.lastIndexOf("PK\x01\x02", zip.lastIndexOf("PK\x01\x02") - 1, "latin1");
    zip.writeUInt16LE(8, central + 10);
    zip.writeUInt32LE(100, central + 24);
    return [zip];
  },
};
export const exploded: readonly string[] = ["half a million empty entries", "names of 4,000 characters"];
