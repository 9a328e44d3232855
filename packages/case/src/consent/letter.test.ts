/** The letter: all that the data says, blanks where it says nothing, harmless with hostile data, in words that people understand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGS, say } from "@contraluz/core";
import { CONSENT } from "./consent.fixture.ts";
import { DATA_GROUPS } from "./groups.ts";
import { letterHtml, letterText } from "./letter.ts";
import { LETTER } from "./letter-words.ts";
import { GROUP_WORDS } from "./words.ts";

test("seven clauses with what the data says, in both languages and both forms", () => {
  for (const lang of LANGS) {
    const draft = { ...CONSENT, artifacts: ["messages", "ios/tcc"], content: false };
    const names = (id: string): string | undefined => (id === "ios/tcc" ? "Permisos" : undefined);
    const [page, text] = [letterHtml(draft, { lang, names }), letterText(draft, { lang, names })];
    assert.equal(page.match(/class="clause"/g)?.length, 7);
    assert.equal(text.match(/^\d\. /gm)?.length, 7);
    for (const v of ["Rosa Inventada", "r1", "Línea de prueba", "Laboratorio Segundo", "Permisos"]) {
      assert.ok(page.includes(v), v);
      assert.ok(text.includes(v), v);
    }
    const ticks = [
      ...page.matchAll(/<span class="tick( on)?"[^>]*><\/span><span><span class="vh">(.) <\/span>([^<]*)/g),
    ];
    assert.ok(
      ticks.every(([, on, mark]) => (on ? "☑" : "☐") === mark),
      "a reader for the blind says it, too",
    );
    const on = ticks.filter(([, x]) => x).map(([, , , words]) => words);
    assert.equal(on.length, 6, "messages, one place, copies, incidents, named, delete");
    assert.ok(on.includes(say(GROUP_WORDS.messages, lang)));
    assert.doesNotMatch(page, /<script|href="http|src="http|class="blank/);
    assert.equal(letterHtml(draft, { lang, names }), page, "the same bytes");
  }
});

test("what is missing is a blank, and nothing is ticked for anybody", () => {
  const page = letterHtml({}, { lang: "es" });
  assert.equal(page.match(/class="blank/g)?.length, 3 + 1 + 6 + 1, "person, purpose, three recipients, day");
  assert.doesNotMatch(page, /class="tick on"/);
  assert.ok(letterText({}, { lang: "es" }).match(/_{40}/g)!.length >= 12);
});

test("hostile data stays data", () => {
  const bad = '<script>alert(1)</script>\u202e" onx="';
  const draft = {
    ...CONSENT,
    person: { label: bad, name: bad },
    organisation: bad,
    purpose: bad,
    recipients: [{ name: bad, what: "pack" as const }],
  };
  const page = letterHtml(draft, { lang: "en" });
  assert.doesNotMatch(page, /<script|\u202e|" onx="/);
  assert.doesNotMatch(letterText(draft, { lang: "en" }), /\u202e/);
});

test("plain words: short sentences, nothing that promises or frightens", () => {
  const never =
    /\b(limpi[oa]s?|hackead[oa]s?|infectad[oa]s?|segur[oa]s?|víctimas?|detectad[oa]s?|solo|usted|clean|safe|hacked|infected|victims?|detected|just|simply)\b|!/iu;
  for (const lang of LANGS) {
    const texts: string[] = [...DATA_GROUPS.map((g) => say(GROUP_WORDS[g], lang))];
    const walk = (v: unknown): void => {
      if (typeof v === "string") texts.push(v);
      else if (typeof v === "object" && v !== null) for (const x of Object.values(v)) walk(x);
    };
    walk(LETTER[lang]);
    assert.ok(texts.length > 50);
    for (const t of texts) {
      assert.doesNotMatch(t, never, t);
      for (const sentence of t.split(/[.:] /)) assert.ok(sentence.split(/\s+/).length <= 26, sentence);
    }
  }
});
