/** Words that are nearly alike: the same as if each word of the index were held against the asked one, also when the index grows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeSql } from "@contraluz/platform-node/sql.ts";
import { buildOptions, jsonl, page } from "../pages.fixture.ts";
import { sqls } from "../sqls.fixture.ts";
import { ArchiveIndex } from "./index.ts";
import { distance, nearTerms } from "./near.ts";
import { lettersIn, ones, Vocabulary } from "./vocabulary.ts";

/** Words of few letters, so that many are near each other; the same each time. */
function madeUp(count: number): string[] {
  let seed = 7;
  const next = (n: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >>> 8) % n;
  };
  const words = new Set<string>();
  while (words.size < count)
    words.add(Array.from({ length: 2 + next(9) }, () => "aeinorsñz1"[next(10)]!.replace("ñ", "n")).join(""));
  return [...words];
}

const trigrams = (word: string): string[] =>
  Array.from({ length: word.length }, (_, i) => `<${word}>`.slice(i, i + 3)).filter((g) => g.length === 3);

for (const [name, sql] of await sqls())
  test(`${name}: words near another are those that holding it against every word gives`, async () => {
    const index = (await ArchiveIndex.open(sql, undefined, { write: true }))!;
    const words = madeUp(500);
    await index.add(jsonl([page("a.txt", words.join(" "))]), buildOptions());
    index.finish();
    for (const asked of [...words.slice(0, 8), "senora", "nariz", "rio"])
      for (const most of [0, 1, 2, 3]) {
        const expected = words.filter((w) => {
          const d = distance(asked, w, most);
          const alike = trigrams(w).some((g) => trigrams(asked).includes(g));
          return d === 0 || (d <= most && ((d === 1 && asked.length <= 5) || (asked.length >= 4 && alike)));
        });
        const got = nearTerms(index.db, asked, most).map((t) => t.term);
        assert.deepEqual([...got].sort(), expected.sort(), `${asked} ${most}`);
      }
    await index.add(jsonl([page("b.txt", "senxra")]), buildOptions());
    index.finish();
    assert.deepEqual(
      nearTerms(index.db, "senxra", 0).map((t) => [t.term, t.pages, t.distance]),
      [["senxra", 1, 0]],
      "what came later is there",
    );
    await index.close();
  });

test("more words than are kept in memory are all there, each time", { skip: !(await nodeSql()) }, async () => {
  const index = (await ArchiveIndex.open((await nodeSql())!, undefined, { write: true }))!;
  const words = madeUp(300);
  await index.add(jsonl([page("a.txt", words.join(" "))]), buildOptions());
  index.finish();
  for (const kept of [0, 1, 3, 1000]) {
    const vocabulary = new Vocabulary(index.db, { chunk: 17, kept });
    for (let again = 0; again < 3; again++)
      assert.deepEqual([...vocabulary.like("aaaaaa", 64)].map((l) => l.term).sort(), [...words].sort(), `${kept}`);
    // Whoever looks only at the first leaves nothing half read behind.
    for (const _ of vocabulary.like("aaaaaa", 64)) break;
    assert.equal([...vocabulary.like("aaaaaa", 64)].length, words.length);
  }
  await index.close();
});

test("letters of a word", () => {
  assert.equal(ones(lettersIn("")), 0);
  assert.equal(ones(lettersIn("banana")), 3);
  assert.equal(ones(lettersIn("anb") ^ lettersIn("banana")), 0);
  assert.equal(ones(0xffffffff), 32);
  assert.equal(lettersIn("xx-ab", 3), lettersIn("ba"));
});
