/** Guides that travel alone: every way of every guide, in both languages, without the page and without links. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGS } from "@contraluz/core";
import { HELPLINES, MORE_HELPLINES } from "@contraluz/report/helplines.ts";
import { sheetText } from "@contraluz/report/send/sheet.ts";
import { GUIDES } from "./index.ts";
import { aloneVariants, guideSheet } from "./sheet.ts";

const every = Object.entries(GUIDES).flatMap(([id, guide]) =>
  LANGS.flatMap((lang) =>
    aloneVariants(guide[lang]).map((v) => ({ id, v, lang, text: sheetText(guideSheet(guide, v.id, lang)) })),
  ),
);

test("every guide has a way that needs no page", () => {
  assert.deepEqual([...new Set(every.map((e) => e.id))], Object.keys(GUIDES));
  assert.ok(every.length >= 30);
});

test("no page is spoken of that is not there, and nothing becomes a link", () => {
  for (const { id, v, lang, text } of every) {
    assert.doesNotMatch(
      text,
      /esta página|this page|vuelve a los caminos|back to the ways|abajo dice|below is|aquí ves|here you see/i,
      `${id} ${v.id} ${lang}`,
    );
    assert.doesNotMatch(text, /:\/\/|www\.|@|\.(?:com|org|net|mx|io|app|help)\b/, `${id} ${v.id} ${lang}`);
    for (const h of [...HELPLINES, ...MORE_HELPLINES]) assert.ok(!text.includes(h.address), `${id} ${lang}`);
    assert.ok(text.includes("Access Now"), `${id} ${lang}`);
  }
});

test("each act of a way is there, with its number, and what not to do comes before the first", () => {
  for (const { id, v, lang, text } of every) {
    v.steps.forEach((s, i) => {
      assert.ok(text.includes(`\n${i + 1}. ${s.alone?.what ?? s.what}`), `${id} ${v.id} ${lang} ${i}`);
    });
    const care = GUIDES[id]![lang].care;
    if (care) assert.ok(text.indexOf(care.title) < text.indexOf("\n1. "), id);
  }
});

test("where the page is not, something else is said in every language", () => {
  for (const [id, guide] of Object.entries(GUIDES)) {
    const shape = (lang: "es" | "en"): unknown =>
      guide[lang].variants.map((v) =>
        v.steps.map((s) => [s.alone?.what !== undefined, s.alone?.text?.length, s.alone?.fail !== undefined]),
      );
    assert.deepEqual(shape("en"), shape("es"), id);
  }
});
