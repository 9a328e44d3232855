import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { memoryFolder } from "@contraluz/case/vault/folder.fixture.ts";
import type { VaultFolder } from "@contraluz/core";
import { openInput } from "@contraluz/evidence";
import { type StoredEntry, writeZip } from "@contraluz/formats/zip/index.ts";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import { arrivalsOf } from "./arrivals.ts";
import { restoreCase } from "./restore.ts";
import { Unsaid } from "./told.ts";

const platform = nodePlatform();
const dir = mkdtempSync(join(tmpdir(), "contraluz-restore-"));
after(() => rmSync(dir, { recursive: true, force: true }));
const HEAD = '{"schema":"contraluz/case@1"}';

async function zip(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const entries = Object.entries(files).map(([name, text]): StoredEntry => {
    const bytes = new TextEncoder().encode(text);
    return {
      name,
      size: bytes.length,
      async *chunks() {
        yield bytes;
      },
    };
  });
  const parts: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) parts.push(chunk.slice());
  return Buffer.concat(parts);
}

async function restore(bytes: Uint8Array, into: (head: string) => Promise<VaultFolder>): Promise<void> {
  const path = join(dir, "copia.zip");
  writeFileSync(path, bytes);
  const opened = await openInput(await inputOf(path), { platform, report: () => {} }).catch(() => undefined);
  try {
    await restoreCase(opened?.tree, into, platform, "es");
  } finally {
    await opened?.close();
  }
}

test("of a zip only files of a case come back, by their own names, and its head last", async () => {
  const folder = memoryFolder();
  const order: string[] = [];
  const { create } = folder;
  Object.assign(folder, {
    create: (name: string, content: AsyncIterable<Uint8Array>) => {
      order.push(name);
      return create(name, content);
    },
  });
  const file = await zip({
    "un caso/case.json": HEAD,
    "un caso/keys.age": "k",
    "un caso/log/00000001.json": "1",
    "un caso/evidence/0001/bytes": "b",
    "un caso/checks/0001/records/ios.sms.jsonl": "r",
    "un caso/checks/0002.partial/result.json": "half",
    "un caso/log/00000002.json.new": "half",
    "un caso/README.txt": "?",
    "un caso/log/../../evil": "?",
    "un caso/log/UPPER.json": "?",
    "../keys.age": "?",
    lock: "1 host",
  });
  const heads: string[] = [];
  await restore(file, async (head) => {
    heads.push(head);
    return folder;
  });
  assert.deepEqual(heads, [HEAD]);
  assert.deepEqual([...folder.files.keys()].sort(), [
    "case.json",
    "checks/0001/records/ios.sms.jsonl",
    "evidence/0001/bytes",
    "keys.age",
    "log/00000001.json",
  ]);
  assert.equal(order.at(-1), "case.json", "until it is whole it is no case");
  assert.equal(new TextDecoder().decode(folder.files.get("keys.age")), "k");
});

test("what is no copy of a case is refused, and nothing is written", async () => {
  const into = async (): Promise<never> => assert.fail("nothing was asked for");
  for (const files of [
    {},
    { "case.json": HEAD },
    { "keys.age": "k", "log/00000001.json": "1" },
    { "a/b/case.json": HEAD, "a/b/keys.age": "k" },
    { "case.json": "x".repeat(5000), "keys.age": "k" },
  ])
    await assert.rejects(restore(await zip(files), into), Unsaid);
  await assert.rejects(restore(new TextEncoder().encode("no zip"), into), Unsaid);
});

test("chosen files are what arrived: packs at the top, folders called like cases", async () => {
  const file = (path: string): { path: string; file: File } => ({ path, file: new File([path], path) });
  const a = arrivalsOf([
    file("contraluz-1.age"),
    file("case-0001/backup/Manifest.db"),
    file("case-0001/nota.txt"),
    file(".DS_Store"),
  ]);
  assert.deepEqual(await a.list(""), [
    { name: "case-0001", kind: "folder" },
    { name: "contraluz-1.age", kind: "file" },
  ]);
  assert.deepEqual(await a.list("case-0001"), [
    { name: "backup", kind: "folder" },
    { name: "nota.txt", kind: "file" },
  ]);
  const source = await a.open("contraluz-1.age");
  assert.equal(source.size, "contraluz-1.age".length);
  const input = await a.input("case-0001/backup");
  assert.ok("tree" in input);
  assert.equal((await input.tree.find("Manifest.db"))?.size, "case-0001/backup/Manifest.db".length);
  await assert.rejects(a.open("case-0001"), /no file/);
});
