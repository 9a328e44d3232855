/** Zips for tests: read by us and by yauzl, and made with headers that say what they are told to say. @module */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { crc32 as crcOf, deflateRawSync, inflateRawSync } from "node:zlib";
import type { Problem, RandomAccess } from "@contraluz/core";
import { fromBuffer } from "yauzl";
import { crc32, dataOffset, readZip, type ZipEntry } from "./index.ts";

export const root: string = mkdtempSync(join(tmpdir(), "contraluz-zip-"));
after(() => rmSync(root, { recursive: true, force: true }));

export const sourceOf = (b: Buffer): RandomAccess => ({
  size: b.length,
  read: async (offset, length) => new Uint8Array(b.subarray(offset, offset + length)),
});

export interface Read {
  readonly entries: ZipEntry[];
  readonly problems: Problem[];
}

export async function read(b: Buffer): Promise<Read> {
  const [entries, problems]: [ZipEntry[], Problem[]] = [[], []];
  for await (const batch of readZip(sourceOf(b), (p) => problems.push(p))) entries.push(...batch);
  return { entries, problems };
}

/** The opened bytes of an entry, by our offsets. */
export async function bytesOf(b: Buffer, e: ZipEntry): Promise<Buffer> {
  const at = (await dataOffset(sourceOf(b), e))!;
  const data = b.subarray(at, at + e.compressedSize);
  return e.method === 8 ? inflateRawSync(data) : data;
}

export interface Oracle {
  readonly name: string;
  readonly size: number;
  readonly compressedSize: number;
  readonly method: number;
  readonly crc32: number;
  readonly bytes: Buffer | undefined;
}

/** Bytes of at most so many entries. */
export const OPENED = 100;

export function yauzl(b: Buffer): Promise<Oracle[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(b, { lazyEntries: true, decodeStrings: false }, (error, zip) => {
      if (error || !zip) return reject(error);
      const out: Oracle[] = [];
      zip.on("error", reject);
      zip.on("end", () => resolve(out));
      zip.on("entry", (e) => {
        const put = (bytes: Buffer | undefined): void => {
          const { uncompressedSize: size, compressedSize, compressionMethod: method, crc32: sum } = e;
          // Unix tools write UTF-8, with the flag or without.
          out.push({ name: Buffer.from(e.fileName).toString(), size, compressedSize, method, crc32: sum, bytes });
          zip.readEntry();
        };
        if (out.length >= OPENED || e.isEncrypted() || ![0, 8].includes(e.compressionMethod)) return put(undefined);
        zip.openReadStream(e, (failed, stream) => {
          if (failed || !stream) return reject(failed);
          const parts: Buffer[] = [];
          stream.on("data", (p: Buffer) => parts.push(p));
          stream.on("error", reject);
          stream.on("end", () => put(Buffer.concat(parts)));
        });
      });
      zip.readEntry();
    });
  });
}

/** All that yauzl says of an archive, we say too. */
export async function asYauzl(b: Buffer): Promise<Read> {
  const [ours, theirs] = [await read(b), await yauzl(b)];
  assert.deepEqual(
    ours.entries.map((e) => e.name + (e.kind === "dir" ? "/" : "")),
    theirs.map((t) => t.name),
  );
  for (const [i, t] of theirs.entries()) {
    const e = ours.entries[i]!;
    assert.deepEqual(
      [e.size, e.compressedSize, e.method, e.crc32],
      [t.size, t.compressedSize, t.method, t.crc32],
      t.name,
    );
    if (!t.bytes || e.kind === "dir") continue;
    const bytes = await bytesOf(b, e);
    assert.ok(bytes.equals(t.bytes), t.name);
    assert.equal(crc32(bytes), e.crc32);
  }
  return ours;
}

export interface Part {
  readonly name: string | Buffer;
  readonly data?: Buffer;
  /** What the headers say instead of the truth. */
  readonly size?: number;
  readonly compressedSize?: number;
  readonly crc?: number;
  readonly method?: number;
  readonly flags?: number;
  readonly offset?: number;
  readonly host?: number;
  readonly extra?: Buffer;
  readonly localName?: string;
}

/** An archive whose headers say what they are told to say. */
export function made(parts: readonly Part[], o: { readonly count?: number; readonly comment?: Buffer } = {}): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const p of parts) {
    const data = p.data ?? Buffer.alloc(0);
    const method = p.method ?? 0;
    const stored = method === 8 ? deflateRawSync(data) : data;
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(p.flags ?? 0x800, 0);
    fields.writeUInt16LE(method, 2);
    fields.writeUInt16LE(0x58a6, 6);
    fields.writeUInt32LE(p.crc ?? crcOf(data), 8);
    fields.writeUInt32LE(p.compressedSize ?? stored.length, 12);
    fields.writeUInt32LE(p.size ?? data.length, 16);
    const name = Buffer.from(p.name);
    const local = Buffer.from(p.localName ?? p.name);
    const extra = p.extra ?? Buffer.alloc(0);
    const lengths = (n: number): Buffer => Buffer.from([n & 255, n >> 8, extra.length & 255, extra.length >> 8]);
    locals.push(
      Buffer.from("PK\x03\x04\x14\0", "latin1"),
      fields.subarray(0, 20),
      lengths(local.length),
      local,
      extra,
      stored,
    );
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(p.offset ?? at, 10);
    centrals.push(
      Buffer.from("PK\x01\x02\x14", "latin1"),
      Buffer.from([p.host ?? 3, 20, 0]),
      fields.subarray(0, 20),
      lengths(name.length),
      rest,
      name,
      extra,
    );
    at += 30 + local.length + extra.length + stored.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  const count = o.count ?? parts.length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(o.comment?.length ?? 0, 20);
  return Buffer.concat([...locals, directory, end, o.comment ?? Buffer.alloc(0)]);
}

export const codes = (r: Read): string[] => r.problems.map((p) => p.code);
export const names = (r: Read): string[] => r.entries.map((e) => e.name);
export const x: Buffer = Buffer.from("some bytes");
