/** A Platform over node:* for the tests of this folder, a folder tree, and writers of zip and tar. @module */
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32, createGunzip, createInflateRaw, deflateRawSync } from "node:zlib";
import type { EvidenceFile, EvidenceTree, Platform, RandomAccess, Scratch } from "@contraluz/core";

async function* copies(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of source) yield piece.slice();
}

/** Counts what it is asked for; `open` takes paths. Scratch is memory. */
export class TestPlatform implements Platform {
  readonly cores = 1;
  opened: string[] = [];
  scratches = 0;

  open(handle: unknown): Promise<RandomAccess> {
    this.opened.push(handle as string);
    const fd = openSync(handle as string, "r");
    const size = statSync(handle as string).size;
    return Promise.resolve({
      size,
      read(offset: number, length: number) {
        const out = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
        readSync(fd, out, 0, out.length, offset);
        return Promise.resolve(out);
      },
      close() {
        closeSync(fd);
        return Promise.resolve();
      },
    });
  }

  sha256(): { update(bytes: Uint8Array): void; hex(): string } {
    const h = createHash("sha256");
    return { update: (b) => void h.update(b), hex: () => h.digest("hex") };
  }

  /** WebCrypto always strips padding: a block that decrypts to a whole block of it is put behind. */
  async aesCbc(key: CryptoKey, iv: Uint8Array, cipher: Uint8Array): Promise<Uint8Array> {
    const { subtle } = globalThis.crypto;
    const last = Buffer.from(cipher.subarray(cipher.length - 16));
    const pad = new Uint8Array(await subtle.encrypt({ name: "AES-CBC", iv: last }, key, new Uint8Array(0)));
    return new Uint8Array(
      await subtle.decrypt({ name: "AES-CBC", iv: Buffer.from(iv) }, key, Buffer.concat([cipher, pad])),
    );
  }

  async *inflate(kind: "gzip" | "deflate-raw", source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    const inflater = kind === "gzip" ? createGunzip() : createInflateRaw();
    // A readable stream asks for more than it needs now, and the memory of a piece is used again.
    const input = Readable.from(copies(source));
    input.on("error", (e) => inflater.destroy(e));
    for await (const buffer of input.pipe(inflater) as AsyncIterable<Uint8Array>) {
      const piece = new Uint8Array(buffer); // no Buffer, whose `slice` is no copy
      yield piece;
      piece.fill(0xdd); // whoever keeps it keeps nothing
    }
  }

  scratch(): Promise<Scratch> {
    this.scratches++;
    const parts: Uint8Array[] = [];
    return Promise.resolve({
      write: (b: Uint8Array) => Promise.resolve(void parts.push(new Uint8Array(b))),
      open: () => {
        const all = new Uint8Array(Buffer.concat(parts));
        return { size: all.length, read: (o: number, n: number) => Promise.resolve(all.subarray(o, o + n)) };
      },
      close: () => Promise.resolve(),
    });
  }
}

function entry(dir: string, path: string): EvidenceFile {
  const s = statSync(join(dir, path));
  return s.isDirectory()
    ? { path, kind: "dir" }
    : { path, kind: "file", size: s.size, ref: { kind: "host", handle: join(dir, path), size: s.size } };
}

function names(dir: string, under = ""): string[] {
  return readdirSync(join(dir, under))
    .sort()
    .flatMap((n) => {
      const path = under === "" ? n : `${under}/${n}`;
      return statSync(join(dir, path)).isDirectory() ? [path, ...names(dir, path)] : [path];
    });
}

/** A folder, as simple as can be. */
export function folderTree(dir: string): EvidenceTree {
  return {
    kind: "folder",
    access: "seekable",
    async *files() {
      yield names(dir).map((path) => entry(dir, path));
    },
    find: (path) => Promise.resolve(existsSync(join(dir, path)) ? entry(dir, path) : undefined),
  };
}

/** Files below a folder in code unit order, or with those that match `last` at the end. */
export function filesOf(dir: string, last?: RegExp): [string, Buffer][] {
  const all = names(dir).filter((p) => statSync(join(dir, p)).isFile());
  const late = (p: string): number => (last?.test(p) ? 1 : 0);
  return all.sort((a, b) => late(a) - late(b)).map((p) => [p, readFileSync(join(dir, p))]);
}

export function makeZip(files: readonly [string, Buffer][], deflate: boolean): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const data = deflate ? deflateRawSync(bytes) : bytes;
    const n = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt16LE(deflate ? 8 : 0, 4);
    head.writeUInt16LE(0x21, 8);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(n.length, 22);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), head, n, data);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(at, 12);
    directory.push(Buffer.from("PK\x01\x02\x14\0", "latin1"), head, tail.subarray(2), n);
    at += 30 + n.length + data.length;
  }
  const dir = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(dir.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, dir, Buffer.from("PK\x05\x06", "latin1"), end]);
}

export function makeTar(files: readonly [string, Buffer][]): Buffer {
  const parts: Buffer[] = [];
  for (const [name, bytes] of files) {
    const h = Buffer.alloc(512);
    // Longer names are cut at a slash: their beginning stands in a field that only the newer form has (POSIX ustar).
    const cut = name.length > 100 ? name.indexOf("/", name.length - 101) : -1;
    h.write(name.slice(cut + 1), 0, 100);
    if (cut > 0) {
      h.write("ustar\x0000", 257);
      h.write(name.slice(0, cut), 345, 155);
    }
    h.write("0000644\0", 100);
    h.write("0000000\0", 108);
    h.write("0000000\0", 116);
    h.write(`${bytes.length.toString(8).padStart(11, "0")}\0`, 124);
    h.write("00000000000\0", 136);
    h.write("        ", 148);
    h.write("0ustar\x0000", 156);
    let sum = 0;
    for (const b of h) sum += b;
    h.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    parts.push(h, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512));
  }
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}
