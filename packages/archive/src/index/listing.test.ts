import assert from "node:assert/strict";
import { test } from "node:test";
import { buildOptions, jsonl, page } from "../pages.fixture.ts";
import { sqls } from "../sqls.fixture.ts";
import { ArchiveIndex } from "./index.ts";
import { pageIds, pagesBeside } from "./listing.ts";

test("pages are listed as documents lie, whatever the order in which they came", async () => {
  const pages = [
    page("b.pdf", "dos", { page: 2, state: "unreadable" }),
    page("b.pdf", "uno", { page: 1 }),
    page("a.txt", "solo", { state: "unreadable" }),
    page("b.pdf", "diez", { page: 10 }),
  ];
  for (const [, sql] of await sqls()) {
    const index = (await ArchiveIndex.open(sql, undefined, { write: true }))!;
    await index.add(jsonl(pages), buildOptions());
    const name = (id: number | undefined): string => {
      const p = id === undefined ? undefined : index.pages.page(id);
      return p ? `${p.path} ${p.page}` : "none";
    };
    const all = pageIds(index.db, { from: 0, limit: 10 });
    assert.deepEqual(all.map(name), ["a.txt 1", "b.pdf 1", "b.pdf 2", "b.pdf 10"]);
    assert.deepEqual(pageIds(index.db, { from: 1, limit: 2 }).map(name), ["b.pdf 1", "b.pdf 2"]);
    assert.deepEqual(pageIds(index.db, { state: "unreadable", from: 0, limit: 9 }).map(name), ["a.txt 1", "b.pdf 2"]);
    const beside = all.map((id) => pagesBeside(index.db, index.pages.page(id)!));
    assert.deepEqual(
      beside.map((b) => [name(b.before), name(b.after)]),
      [
        ["none", "b.pdf 1"],
        ["a.txt 1", "b.pdf 2"],
        ["b.pdf 1", "b.pdf 10"],
        ["b.pdf 2", "none"],
      ],
    );
    await index.close();
  }
});
