import assert from "node:assert/strict";
import { test } from "node:test";
import { fromBuffer } from "yauzl";
import { type StoredEntry, writeZip } from "./write.ts";

function entry(name: string, ...chunks: readonly Uint8Array[]): StoredEntry {
  const size = chunks.reduce((n, c) => n + c.length, 0);
  return {
    name,
    size,
    async *chunks() {
      yield* chunks;
    },
  };
}

async function bytesOf(entries: readonly StoredEntry[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) parts.push(chunk);
  return Buffer.concat(parts);
}

/** What another reader finds; it checks sums and sizes. */
function readBack(zip: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true, strictFileNames: true }, (error, file) => {
      if (error) return reject(error);
      const found = new Map<string, string>();
      file.on("entry", (e) => {
        file.openReadStream(e, (failed, stream) => {
          if (failed) return reject(failed);
          const parts: Buffer[] = [];
          stream.on("data", (part: Buffer) => parts.push(part));
          stream.on("end", () => {
            found.set(e.fileName, Buffer.concat(parts).toString("latin1"));
            file.readEntry();
          });
        });
      });
      file.on("end", () => resolve(found));
      file.on("error", reject);
      file.readEntry();
    });
  });
}

test("another reader finds the same files", async () => {
  const text = new TextEncoder();
  const zip = await bytesOf([
    entry("result.json", text.encode("{}"), text.encode("\n")),
    entry("records/ios.sms.jsonl", new Uint8Array(70_000).fill(0x61)),
    entry("índice/vacío.bin"),
  ]);
  const found = await readBack(zip);
  assert.deepEqual([...found.keys()], ["result.json", "records/ios.sms.jsonl", "índice/vacío.bin"]);
  assert.equal(found.get("result.json"), "{}\n");
  assert.equal(found.get("records/ios.sms.jsonl"), "a".repeat(70_000));
  assert.equal(found.get("índice/vacío.bin"), "");
});

test("the same files give the same bytes", async () => {
  const make = (): Promise<Buffer> => bytesOf([entry("a", new Uint8Array([1, 2, 3]))]);
  assert.deepEqual(await make(), await make());
});

test("an entry that lies about its size, or is too large, is refused", async () => {
  const lying = { ...entry("a", new Uint8Array(3)), size: 4 };
  await assert.rejects(bytesOf([lying]), RangeError);
  await assert.rejects(bytesOf([{ ...entry("a"), size: 2 ** 32 }]), RangeError);
});
