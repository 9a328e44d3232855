import assert from "node:assert/strict";
import { test } from "node:test";
import type { Correction } from "../pages/correction.ts";
import { boxed, buildOptions, jsonl, page } from "../pages.fixture.ts";
import { search } from "../search/index.ts";
import { sqls } from "../sqls.fixture.ts";
import { ArchiveIndex } from "./index.ts";
import { decodeLayout, encodeLayout } from "./layout.ts";
import { distance, nearTerms } from "./near.ts";

const found = (index: ArchiveIndex, text: string): readonly string[] => {
  const f = search(index, text);
  assert.ok(!("fault" in f));
  return f.hits.map((h) => h.page.path);
};

for (const [name, sql] of await sqls()) {
  test(`${name}: a page is in it once, however often its file is read; read anew, the last line counts`, async () => {
    const index = (await ArchiveIndex.open(sql, undefined, { write: true }))!;
    const pages = Array.from({ length: 1201 }, (_, i) => page(`CAJA-1/${i}.txt`, `hoja ${i} vigilancia`));
    const o = buildOptions();
    assert.deepEqual(await index.add(jsonl(pages, 4096), o), { added: 1201, replaced: 0, known: 0 });
    assert.deepEqual(await index.add(jsonl(pages.slice(0, 700), 4096), o), { added: 0, replaced: 0, known: 700 });
    const anew = page("CAJA-1/7.txt", "hoja siete seguimiento");
    assert.deepEqual(await index.add(jsonl([...pages.slice(0, 5), anew]), o), { added: 0, replaced: 1, known: 5 });
    index.finish();
    assert.equal(index.count(), 1201);
    assert.deepEqual(found(index, "seguimiento"), ["CAJA-1/7.txt"]);
    const f = search(index, "vigilancia");
    assert.equal("fault" in f ? 0 : f.total, 1200);
    assert.deepEqual(o.problems, []);
    await index.close();
  });

  test(`${name}: what stops in the middle goes on where it was, no page twice and none lost`, async () => {
    const index = (await ArchiveIndex.open(sql, undefined, { write: true }))!;
    const pages = Array.from({ length: 1700 }, (_, i) => page(`${i}.txt`, `hoja ${i}`));
    const stop = new AbortController();
    const o = {
      ...buildOptions(),
      cancel: stop.signal,
      progress: (n: number) => (n >= 500 ? stop.abort() : undefined),
    };
    await assert.rejects(index.add(jsonl(pages, 4096), o));
    const between = index.count();
    assert.ok(between >= 500 && between < 1700, String(between));
    const rest = await index.add(jsonl(pages, 4096), buildOptions());
    assert.deepEqual(rest, { added: 1700 - between, replaced: 0, known: between });
    assert.equal(index.count(), 1700);
    await index.close();
  });

  test(`${name}: damaged lines are told, the others are read`, async () => {
    const index = (await ArchiveIndex.open(sql, undefined, { write: true }))!;
    const o = buildOptions();
    const lines = [
      page("a.txt", "uno"),
      '{"doc":',
      "[]",
      { ...page("b.txt", "dos"), doc: "no" },
      { ...page("b.txt", "dos"), page: 0 },
      { ...page("b.txt", "dos"), state: "limpia" },
      "",
      page("c.txt", "tres"),
      '{"doc":"cut',
    ];
    assert.deepEqual(await index.add(jsonl(lines), o), { added: 2, replaced: 0, known: 0 });
    assert.deepEqual(
      o.problems.map((p) => p.code),
      Array.from({ length: 6 }, () => "json-damaged"),
    );
    await index.close();
  });

  test(`${name}: corrections are kept all, the last is shown and found, and stands when the page is read anew`, async () => {
    const index = (await ArchiveIndex.open(sql, undefined, { write: true }))!;
    const read = page("a.png", "J0SE GUEMEZ\nlibre", { lines: boxed(["J0SE GUEMEZ", "libre"]), w: 900, h: 1200 });
    await index.add(jsonl([read]), buildOptions());
    index.finish();
    const fix = (n: number, text: string): Correction => ({
      doc: read.doc,
      path: read.path,
      page: 1,
      n,
      text,
      by: "Ana",
      at: `2026-11-26T04:0${n}:00Z`,
    });
    const one = fix(1, "JOSE GUEMES\nlibre");
    const two = fix(2, "JOSE GÜEMES\nlibre");
    assert.deepEqual(index.correct([one, two, { ...one, path: "other.png" }]), { added: 2, lost: 1 });
    assert.deepEqual(index.correct([one, two]), { added: 0, lost: 0 });
    assert.deepEqual(found(index, "guemez"), []);
    assert.deepEqual(found(index, "güemes"), ["a.png"]);
    assert.equal(nearTerms(index.db, "guemes", 0).length, 1, "a corrected word is in the vocabulary");
    await index.add(jsonl([{ ...read, confidence: 80 }]), buildOptions());
    const [shown] = index.pages.find("a.png", 1);
    assert.equal(shown!.text, two.text);
    assert.equal(shown!.corrected, 2);
    assert.deepEqual(
      index.pages.history(shown!).map((v) => [v.n, v.text, v.by]),
      [
        [0, read.text, undefined],
        [1, one.text, "Ana"],
        [2, two.text, "Ana"],
      ],
    );
    // The line that was changed keeps its frame, the other one its words.
    assert.deepEqual(shown!.lines[0], { text: "JOSE GÜEMES", box: read.lines![0]!.box! });
    assert.deepEqual(shown!.lines[1], read.lines![1]);
    await index.close();
  });

  test(`${name}: an index of another version is none`, async () => {
    const db = await sql.open();
    db.exec(
      "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT); INSERT INTO meta VALUES ('version', 'contraluz/archive-index@0')",
    );
    const old = { open: async () => db };
    assert.equal(await ArchiveIndex.open(old, undefined, { write: true }), undefined);
    assert.equal(await ArchiveIndex.open(sql, undefined, { write: false }), undefined, "nothing is made to read");
  });
}

test("lines and words come back from few bytes; bytes of another text give lines without boxes", () => {
  const lines = boxed(["AL C. DIRECTOR", "", "Se informa que a las 09.13 horas"]);
  const text = lines.map((l) => l.text).join("\n");
  const bytes = encodeLayout(lines)!;
  assert.deepEqual(decodeLayout(text, bytes), lines);
  const words = text.split(/\s+/).length;
  assert.ok(bytes.length < words * 14, `${bytes.length} bytes for ${words} words`);
  for (const wrong of ["", "x", text.slice(1), `${text}\n`])
    for (const l of decodeLayout(wrong, bytes)) assert.equal(l.box, undefined);
  for (let cut = 0; cut < bytes.length; cut++) assert.ok(decodeLayout(text, bytes.subarray(0, cut)).length > 0);
  assert.equal(encodeLayout([{ text: "no image" }]), undefined);
});

test("steps between words", () => {
  assert.equal(distance("mondragon", "mondragon", 2), 0);
  assert.equal(distance("mondragon", "mondrgaon", 2), 1);
  assert.equal(distance("zuniga", "suniqa", 2), 2);
  assert.equal(distance("gil", "gutierrez", 2), 3);
});
