import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sentences, textsOf } from "./hardest.ts";
import { isSpeech, speechIn } from "./words-lint.ts";

describe("words: what is written for people", () => {
  for (const text of [
    "Señales",
    "¿Lo conoces?",
    "«sms»",
    "días",
    "Do not read this place",
    "Write the report as a page to this file",
    "Leer solo este lugar de la lista",
    "The password is not stored.",
    '<p class="a">We did not find a trace</p>',
    "no se pudo leer la copia",
  ])
    test(text, () => assert.equal(isSpeech(text), true));
});

describe("words: what is not", () => {
  for (const text of [
    "",
    "RCS Lab Hermit, iOS",
    "Mercenary spyware campaign of 2023",
    "Last Backup Date",
    "Operation Triangulation",
    "SELECT name, value FROM message WHERE rowid = ?",
    "HomeDomain/Library/Application Support/com.apple.TCC/TCC.db",
    "com.example.a com.example.b com.example.in com.example.to",
    "ac co com edu gob go gouv gov govt gub gv id in info mil name ne net ngo nic nom",
    "display:grid;gap:1rem;grid-template-columns:1fr auto",
    "@media print and (min-width:10em){a{color:red}}",
    '<svg viewBox="0 0 1 1" role="img" aria-hidden="true">',
    "content-type text/html charset utf-8",
    "kTCCServiceMicrophone",
    "yyyy-MM-dd",
  ])
    test(text === "" ? "nothing" : text, () => assert.equal(isSpeech(text), false));
});

/** Texts found in a source. */
const found = (source: string): string[] => speechIn(source).map((f) => `${f.line}: ${f.text}`);

describe("words: where they stand", () => {
  test("in quotes of every kind, with the line", () => {
    const hole = "$";
    const source = `const a = "This is not in the right place";\nconst b = 'Señal';\nconst c = \`No es ${hole}{n} de la lista de aquí\`;\n`;
    assert.deepEqual(found(source), ["1: This is not in the right place", "2: Señal", "3: de la lista de aquí"]);
  });
  test("comments and regular expressions are no words", () => {
    assert.deepEqual(
      found("// Esto está aquí, y no es de la gente\n/** Señales */ const r = /Señal de la lista en el [ñ]/;"),
      [],
    );
  });
  test("a thrown fault of ours speaks to whoever mends it", () => {
    assert.deepEqual(found('throw new Error("this is not a thing that can be");'), []);
    assert.deepEqual(found('throw new RangeError(\n  "this is not a thing that can be");'), []);
    assert.equal(found('throw new UsageError("this is not a thing that can be");').length, 1);
  });
  test("titles of sources, and what a Problem found, are no words of ours", () => {
    assert.deepEqual(
      found('const r = { sources: ["A report of the lab on the case", "Another one of the lab in the case"] };'),
      [],
    );
    assert.deepEqual(
      found('report({ code, found: "not an object with a type", expected: "a list of the signs" });'),
      [],
    );
    assert.deepEqual(found('report({ found: odd ? "not an object with a type" : "x" });'), []);
    assert.equal(found('const r = { sources: ["x"], title: "A report of the lab on the case" };').length, 1);
  });
});

describe("words: the hardest", () => {
  const W = {
    a: { es: "Uno dos. Tres cuatro cinco", en: "One two" },
    b: { es: (p: { n: number }) => `Hay ${p.n} cosas aquí`, en: (p: { n: number }) => `There are ${p.n} things` },
    deep: { c: { es: { x: "Dentro está" }, en: { x: "Inside it is" } } },
    code: "no word of anybody",
  };
  test("are taken from every depth, functions as written", () => {
    assert.deepEqual(textsOf(W, "es"), ["Uno dos. Tres cuatro cinco", "Hay … cosas aquí", "Dentro está"]);
    assert.deepEqual(textsOf(W, "en"), ["One two", "There are … things", "Inside it is"]);
  });
  test("are counted by sentence", () => {
    assert.deepEqual(
      sentences("Uno dos. Tres — cuatro; cinco\nseis").map((s) => s.words),
      [2, 2, 1, 1],
    );
  });
});
