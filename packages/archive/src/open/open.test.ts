/** Pages as they are shown, for whoever reads all of them; and a sealed archive as reading writes it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryFolder } from "@contraluz/case/vault/folder.fixture.ts";
import type { Problem } from "@contraluz/core";
import { sealedArchive } from "../in-case/folder.ts";
import { standing } from "../pages/correction.ts";
import type { Page } from "../pages/types.ts";
import { type ArchivePart, correctionsIn } from "./fill.ts";
import { pagesShown } from "./shown.ts";

const DOC = "ab".repeat(32);
const part = (name: string, text: string): ArchivePart => ({
  name,
  size: text.length,
  async *stream() {
    yield new TextEncoder().encode(text);
  },
});
const lines = (list: readonly object[]): string => list.map((x) => `${JSON.stringify(x)}\n`).join("");

test("pages with what was last corrected, no places of a text that is gone, and damage that is told", async () => {
  const base = { doc: DOC, page: 1, from: "ocr", lines: [{ text: "leido", box: [0, 0, 9, 9] }] };
  const pages = [
    { ...base, path: "a", state: "poor", text: "leido" },
    { ...base, path: "b", state: "unreadable", text: "" },
    { ...base, path: "c", state: "read", text: "leido" },
  ];
  const fix = (path: string, text: string, n: number) => ({
    doc: DOC,
    path,
    page: 1,
    n,
    text,
    by: "r1",
    at: "2026-11-26T05:00:00Z",
  });
  const corrections = [
    fix("a", "uno", 1),
    fix("a", "leído", 2),
    fix("b", "a mano", 1),
    fix("c", "leido", 1),
    fix("z", "?", 1),
  ];
  const told: Problem[] = [];
  const shown: Page[] = [];
  const parts = {
    pages: [part("1", `${lines(pages)}no es una página\n`)],
    corrections: [part("c", `${lines(corrections)}{"doc":\n`)],
  };
  for await (const batch of pagesShown(parts, (p) => void told.push(p))) shown.push(...batch);
  assert.deepEqual(
    shown.map((p) => [p.path, p.state, p.from, p.text, p.lines !== undefined]),
    [
      ["a", "read", "hand", "leído", false],
      ["b", "read", "hand", "a mano", false],
      ["c", "read", "ocr", "leido", true],
    ],
  );
  assert.deepEqual(
    told.map((p) => p.code),
    ["json-damaged", "json-damaged"],
  );
});

test("corrections of an older reading that were taken over, once or twice, do not stand before later ones", async () => {
  const of = (n: number, text: string, more: object = {}): object => ({
    doc: DOC,
    path: "a",
    page: 1,
    n,
    text,
    by: "r1",
    at: `2026-11-26T05:00:0${n}Z`,
    ...more,
  });
  const [one, back, two] = [of(1, "uno"), of(2, "leido", { undoes: 1 }), of(3, "dos")];
  const all = await correctionsIn([part("1", lines([two, one, back])), part("2", lines([one, back]))]);
  assert.deepEqual(
    all.map((c) => c.text),
    ["uno", "leido", "dos"],
  );
  assert.deepEqual(
    standing(all).map(([n, c]) => [n, c.text]),
    [[3, "dos"]],
  );
});

test("what is added is gathered into whole files, by size and by time, and stands in its order", async () => {
  const folder = memoryFolder();
  let seconds = 0;
  const now = (): string => `2026-11-26T23:59:${String(seconds % 60).padStart(2, "0")}Z`;
  const a = sealedArchive(folder, "archive/0001", now);
  const add = (text: string): Promise<void> => a.append("pages/000001.jsonl", new TextEncoder().encode(text));
  const files = (): string[] => [...folder.files.keys()];
  await add("uno\n");
  await add("dos\n");
  assert.deepEqual(files(), [], "nothing is written yet");
  seconds = 25;
  await add("tres\n");
  assert.deepEqual(files(), ["archive/0001/pages/000001.jsonl"]);
  await add(`${"x".repeat(5_000_000)}\n`);
  assert.equal(files().length, 2);
  // Midnight: the clock reads less than before.
  await add("cuatro\n");
  seconds = 1;
  await add("cinco\n");
  assert.equal(files().length, 3);
  await add("seis\n");
  assert.deepEqual(await a.list("pages"), ["000001.jsonl", "000002.jsonl", "000003.jsonl", "000004.jsonl"]);
  const text = [...folder.files.values()].map((b) => Buffer.from(b).toString()).join("");
  assert.equal(text.replace(/x+\n/, "x\n"), "uno\ndos\ntres\nx\ncuatro\ncinco\nseis\n");
  await a.cut("pages/000001.jsonl", 4);
  assert.equal(Buffer.from(folder.files.get("archive/0001/pages/000001.jsonl")!).toString(), "uno\n");
  const again = sealedArchive(folder, "archive/0001", now);
  await again.append("pages/000001.jsonl", new TextEncoder().encode("siete\n"));
  await again.flush();
  assert.ok(files().includes("archive/0001/pages/000005.jsonl"), "what is there is never written over");
});
