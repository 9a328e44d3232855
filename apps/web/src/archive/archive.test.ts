/** Parts of the archive's threads that need no browser: files of a page, lines of a stream, what a saved archive must be. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Scratch } from "@contraluz/core";
import { readingThreads } from "../screens/archive/threads.ts";
import { bringing } from "./brought.ts";
import { lineOf } from "./thread/findings.ts";
import { pageFolder } from "./thread/folder.ts";
import { eachFile } from "./thread/papers.ts";
import { askedOf, byLines } from "./thread/saved.ts";

const utf8 = new TextEncoder();
const text = async (source: AsyncIterable<Uint8Array>): Promise<string> => {
  let out = "";
  for await (const piece of source) out += new TextDecoder().decode(piece);
  return out;
};

/** Working space in memory, counted. */
function scratches(): { readonly open: () => Promise<Scratch>; readonly held: () => number } {
  let held = 0;
  return {
    held: () => held,
    open: async () => {
      held++;
      const parts: Uint8Array[] = [];
      return {
        write: async (b) => void parts.push(b.slice()),
        open: () => {
          const all = Buffer.concat(parts);
          return { size: all.length, read: async (at, n) => all.subarray(at, at + n) };
        },
        close: async () => void held--,
      };
    },
  };
}

test("files of an archive: added to, cut, replaced, in order; pages are told as they come", async () => {
  const heard: string[] = [];
  const folder = pageFolder(scratches().open, async (name, b) => void heard.push(`${name} ${b.length}`));
  await folder.append("pages/000002.jsonl", utf8.encode("dos\n"));
  await folder.append("pages/000001.jsonl", utf8.encode("uno\nuna"));
  await folder.append("marks.jsonl", utf8.encode("m\n"));
  assert.deepEqual(heard, ["pages/000002.jsonl 4", "pages/000001.jsonl 7"]);
  await folder.cut("pages/000001.jsonl", 4);
  await folder.replace("archive.json", utf8.encode("{}"));
  await folder.replace("archive.json", utf8.encode("{ }"));
  assert.deepEqual(folder.names(), ["archive.json", "marks.jsonl", "pages/000001.jsonl", "pages/000002.jsonl"]);
  assert.deepEqual(await folder.list("pages"), ["000001.jsonl", "000002.jsonl"]);
  assert.equal(await text(folder.stream("pages/000001.jsonl")), "uno\n");
  const read = (await folder.read("archive.json"))!;
  assert.equal(new TextDecoder().decode(await read.read(0, read.size)), "{ }");
  assert.equal(await folder.read("other"), undefined);
  await folder.close();
  assert.deepEqual(folder.names(), []);
});

test("what is too much for memory goes to working space, and comes back whole; nothing of it stays", async () => {
  const s = scratches();
  const folder = pageFolder(s.open, async () => {});
  const piece = new Uint8Array(13 << 20).fill(65);
  for (const n of [1, 2, 3, 4, 5]) await folder.append(`pages/00000${n}.jsonl`, piece);
  assert.ok(s.held() >= 1);
  assert.equal((await text(folder.stream("pages/000001.jsonl"))).length, piece.length);
  await folder.append("pages/000001.jsonl", utf8.encode("fin"));
  assert.equal(folder.size("pages/000001.jsonl"), piece.length + 3);
  assert.ok((await text(folder.stream("pages/000001.jsonl"))).endsWith("AAfin"));
  await folder.close();
  assert.equal(s.held(), 0);
});

test("pieces end where lines end, whatever the pieces of the source", async () => {
  const all = utf8.encode("uno\ndos tres\n\ncuatro");
  for (const size of [1, 3, 5, 100]) {
    const got: string[] = [];
    const source = (async function* () {
      for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
    })();
    for await (const piece of byLines(source)) got.push(new TextDecoder().decode(piece));
    assert.equal(got.join(""), "uno\ndos tres\n\ncuatro");
    for (const piece of got.slice(0, -1)) assert.ok(piece.endsWith("\n"), JSON.stringify(got));
  }
});

test("a line without end does not grow in memory: it goes on in pieces", async () => {
  const piece = new Uint8Array(20 << 20).fill(65);
  const source = (async function* () {
    for (let i = 0; i < 4; i++) yield piece;
  })();
  const sizes: number[] = [];
  for await (const got of byLines(source)) sizes.push(got.length >> 20);
  assert.deepEqual(sizes, [40, 40]);
});

test("findings of a saved archive are looked at: what is none is left out, what is not right of one, too", () => {
  const at = { doc: "a".repeat(64), path: "a.pdf", page: 2 };
  const line = (findings: unknown): string => JSON.stringify({ ...at, of: 3, findings });
  assert.deepEqual(
    lineOf(
      line([
        { kind: "x", how: "vector-bar", box: [1, 2, 3, 4] },
        { how: "substituted", seen: "Rosa", layer: 7, box: [1, "2", 3, 4], letters: -1 },
        { how: "constructor" },
        null,
        "vector-bar",
      ]),
    ),
    {
      path: "a.pdf",
      page: 2,
      of: 3,
      findings: [
        { ...at, kind: "redaction", how: "vector-bar", box: [1, 2, 3, 4] },
        { ...at, kind: "layer-differs", how: "substituted", seen: "Rosa" },
      ],
    },
  );
  for (const bad of ["{", "[]", "null", JSON.stringify({ ...at, page: "2" })]) assert.equal(lineOf(bad), undefined);
  assert.deepEqual(lineOf(line({ length: 3 }))?.findings, []);
});

test("an archive is known by what it says of itself, and by nothing less", () => {
  const of = (v: unknown): unknown => askedOf(utf8.encode(JSON.stringify(v)));
  const good = { schema: "contraluz/archive@1", name: "caja", lang: "spa", ocr: true };
  assert.deepEqual(of(good), { name: "caja", lang: "spa", ocr: true });
  for (const change of [{ schema: "contraluz/result@1" }, { name: 3 }, { lang: "../x" }, { ocr: "yes" }])
    assert.equal(of({ ...good, ...change }), undefined);
  assert.equal(askedOf(utf8.encode("{")), undefined);
});

test("every file of a large folder is asked for, since whoever reads documents reads them all", async () => {
  const paths = Array.from({ length: 120 }, (_, i) => `f${i}`);
  const asked: string[] = [];
  const input = eachFile({
    name: "x",
    tree: {
      kind: "folder",
      access: "seekable",
      async *files() {
        yield paths.map((path) => ({ path, kind: "file" as const }));
      },
      async find(path) {
        asked.push(path);
        return path === "f7"
          ? undefined
          : { path, kind: "file", size: 1, ref: { kind: "host", handle: path, size: 1 } };
      },
    },
  });
  assert.ok("tree" in input);
  const found: string[] = [];
  for await (const batch of input.tree.files()) for (const f of batch) found.push(`${f.path} ${f.ref ? 1 : 0}`);
  assert.deepEqual(
    found,
    paths.map((p) => `${p} ${p === "f7" ? 0 : 1}`),
  );
  assert.deepEqual(asked, paths);
});

test("files of libraries are given by their own name alone", async () => {
  const b = bringing();
  b.bring({ "ocr/a": new Blob(["uno"]) });
  b.bring({ "ocr/b": new Blob(["dos"]) });
  assert.equal(new TextDecoder().decode(await b.support("ocr/a")), "uno");
  assert.equal(await b.support("constructor"), undefined);
  assert.deepEqual(Object.keys(b.all()), ["ocr/a", "ocr/b"]);
});

test("one thread on a telephone or with little memory; one processor is left free; never more than four", () => {
  const agent = "Mozilla/5.0 (X11; Linux x86_64)";
  assert.deepEqual(
    [
      readingThreads({ cores: 1, agent }),
      readingThreads({ cores: 2, agent }),
      readingThreads({ cores: 4, agent }),
      readingThreads({ cores: 32, memory: 8, agent }),
      readingThreads({ cores: 8, memory: 4, agent }),
      readingThreads({ cores: 8, agent: "Mozilla/5.0 (Linux; Android 16) Mobile" }),
    ],
    [1, 1, 3, 4, 1, 1],
  );
});
