import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGS, say } from "@contraluz/core";
import { ARTIFACTS } from "./index.ts";

test("each artifact says what it is, in every language", () => {
  const ids = new Set<string>();
  for (const a of ARTIFACTS) {
    assert.ok(!ids.has(a.id), a.id);
    ids.add(a.id);
    assert.match(a.id, /^[a-z]+\/[a-z0-9-]+$/);
    assert.ok(a.version >= 1 && a.sources.length > 0, a.id);
    assert.equal(new Set(a.observes.map(String)).size, a.observes.length, `${a.id} observes something twice`);
    const texts = [a.words.name, a.words.shows, a.words.hides];
    for (const kind of Object.values(a.fields)) for (const f of Object.values(kind)) texts.push(f.words);
    for (const w of texts)
      for (const lang of LANGS) assert.match(say(w, lang), /^\p{Lu}|^iOS/u, `${a.id}: ${say(w, lang)}`);
  }
});

test("a kind is no key of a line of records", () => {
  for (const a of ARTIFACTS)
    for (const kind of Object.keys(a.fields)) {
      assert.match(kind, /^[a-z][a-z-]*$/, a.id);
      assert.ok(!["at", "values", "origin", "state"].includes(kind), `${a.id}: ${kind}`);
    }
});

test("what an artifact needs of a table is among what it reads", () => {
  for (const a of ARTIFACTS) {
    if (a.feed !== "sqlite") continue;
    for (const place of Object.values(a.where))
      for (const t of place.want.tables)
        for (const c of t.needs ?? []) assert.ok(t.columns.includes(c), `${a.id} ${t.name}.${c}`);
  }
});
