/** Archives that were written as a stream, sizes behind the data: cut short within an entry, and with apps of one name. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { Problem } from "@contraluz/core";
import { readZip, type ZipEntry } from "./index.ts";

interface Place {
  readonly data: number;
  readonly end: number;
}

/** As Android's and Go's writers do: general purpose bit 3, a descriptor behind each entry. */
function streamed(files: readonly (readonly [string, Buffer])[], deflate = true): { zip: Buffer; places: Place[] } {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const places: Place[] = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const stored = deflate ? deflateRawSync(bytes) : bytes;
    const n = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x808, 2);
    fields.writeUInt16LE(deflate ? 8 : 0, 4);
    fields.writeUInt16LE(n.length, 22);
    const sums = Buffer.alloc(12);
    sums.writeUInt32LE(crc32(bytes), 0);
    sums.writeUInt32LE(stored.length, 4);
    sums.writeUInt32LE(bytes.length, 8);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), fields, n, stored, Buffer.from("PK\x07\x08", "latin1"), sums);
    const known = Buffer.from(fields);
    sums.copy(known, 10);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x03", "latin1"), known, rest, n);
    places.push({ data: at + 30 + n.length, end: at + 30 + n.length + stored.length });
    at += 30 + n.length + stored.length + 16;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return { zip: Buffer.concat([...parts, list, end]), places };
}

async function read(b: Buffer): Promise<{ entries: ZipEntry[]; problems: Problem[] }> {
  const [entries, problems]: [ZipEntry[], Problem[]] = [[], []];
  const source = { size: b.length, read: async (at: number, n: number) => b.subarray(at, at + n) };
  for await (const batch of readZip(source, (p) => problems.push(p))) entries.push(...batch);
  return { entries, problems };
}

const text = Buffer.from(Array.from({ length: 20_000 }, (_, i) => `línea ${i * 7919}\n`).join(""));

test("the last entry of an archive that was cut short is given as far as it goes", async () => {
  for (const deflate of [true, false]) {
    const { zip, places } = streamed(
      [
        ["version.txt", Buffer.from("2.0")],
        ["informe.txt", text],
      ],
      deflate,
    );
    const { data, end } = places[1]!;
    for (const cut of [data + 5000, end - 1, end, end + 15]) {
      const { entries, problems } = await read(zip.subarray(0, cut));
      assert.deepEqual(
        entries.map((e) => e.name),
        ["version.txt", "informe.txt"],
        `${deflate} ${cut}`,
      );
      const last = entries[1]!;
      const bytes = zip.subarray(data, data + last.compressedSize);
      assert.equal(data + last.compressedSize, cut);
      const opened = deflate ? inflateRawSync(bytes, { finishFlush: 2 }) : bytes;
      assert.ok(opened.subarray(0, text.length).equals(text.subarray(0, Math.min(opened.length, text.length))));
      assert.ok(last.size >= Math.min(opened.length, text.length));
      const told = problems.find((p) => p.path === "informe.txt");
      assert.deepEqual([told?.code, told?.lost], ["zip-entry", "bytes"]);
    }
    // Nothing of its data is there.
    const { entries, problems } = await read(zip.subarray(0, data));
    assert.deepEqual(
      entries.map((e) => e.name),
      ["version.txt"],
    );
    assert.equal(problems.find((p) => p.path === "informe.txt")?.lost, "file");
  }
});

test("parts of one app that have one name are counted; all other names that come twice are left out", async () => {
  const files = ["apks/a.apk", "apks/a.apk", "b.txt", "apks/a.apk", "b.txt", "apks/b.apk"].map(
    (name, i): [string, Buffer] => [name, Buffer.from(`número ${i}`)],
  );
  const { entries, problems } = await read(streamed(files).zip);
  assert.deepEqual(
    entries.map((e) => e.name),
    ["apks/a.apk", "apks/a_1.apk", "b.txt", "apks/a_2.apk", "apks/b.apk"],
  );
  assert.deepEqual(
    problems.map((p) => [p.code, p.path]),
    [["path-unsafe", "b.txt"]],
  );
});
