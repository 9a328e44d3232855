import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { ACCESS } from "./access/words.ts";
import { AIR_TODO } from "./answer/air-words.ts";
import { ANDROID_TODO } from "./answer/android-words.ts";
import { KINDS } from "./answer/kind-words.ts";
import { HEARSAY } from "./answer/second-hand-words.ts";
import { ANSWER } from "./answer/words.ts";
import { REPAIRS } from "./gaps/repair-words.ts";
import { GAPS } from "./gaps/words.ts";
import { HELPLINES, MORE_HELPLINES } from "./helplines.ts";
import { HELPLINE_FACTS } from "./helplines-words.ts";
import { PAGE } from "./html/words.ts";
import { ORIGIN } from "./origin/words.ts";
import { SEND } from "./send/words.ts";
import { SAY } from "./words.ts";

/** Every text of a tree of words; functions are called with made-up holes of every kind that they take. */
function texts(v: unknown, path: string, out: [string, string][]): void {
  if (typeof v === "string") out.push([path, v]);
  else if (typeof v === "function") {
    const kind = { noun: "K", this: "k", the: "k", say: "k", The: "K", another: "K", unchanged: "k" };
    const shapes: unknown[][] = [
      ["N", kind, true],
      ["N", kind, false],
      ["N", true],
      ["N", false],
      [kind, true],
      [kind, false],
      [true],
      [false],
      [1, 2, 1],
      [2, 3, 0],
      [1],
      [2],
      ["a", "b"],
      [{ k: kind, n: 1, when: "W", where: "P", signs: 5, until: "U", from: "F" }],
      [{ k: kind, n: 2, when: "", where: "", signs: 0, until: "", from: "" }],
    ];
    for (const args of shapes) {
      try {
        texts((v as (...a: unknown[]) => unknown)(...args), `${path}()`, out);
      } catch {
        // Not a shape that it takes.
      }
    }
  } else if (typeof v === "object" && v !== null) for (const [k, x] of Object.entries(v)) texts(x, `${path}.${k}`, out);
}

function all(lang: "es" | "en"): [string, string][] {
  const out: [string, string][] = [];
  for (const [name, w] of Object.entries({
    ACCESS,
    AIR_TODO,
    ANDROID_TODO,
    ANSWER,
    GAPS,
    HEARSAY,
    HELPLINE_FACTS,
    KINDS,
    PAGE,
    ORIGIN,
    REPAIRS,
    SAY,
    SEND,
  }))
    texts(w[lang], name, out);
  [...HELPLINES, ...MORE_HELPLINES].forEach((h) => {
    out.push([h.address, h.about[lang]]);
  });
  return out;
}

/** README of the design, section 7, "Never". */
const NEVER = {
  es: /\b(limpi[oa]s?|segur[oa]s?|a salvo|hackead[oa]s?|infectad[oa]s?|virus|amenazas?|puntuación|riesgo bajo|todo bien|no te preocupes|solo|sólo|solamente|simplemente|víctimas?|confirmad[oa]s?|el experto|detectad[oa]s?|detectamos|escaneos?|escanear|usted|backup|copia de seguridad)\b|100 ?%|!/iu,
  en: /\b(clean|safe|safely|secure|hacked|infected|virus|threats?|score|low risk|all good|don['’]t worry|just|simply|victims?|the expert|detected|scan|scanned|scanning|usted)\b|100 ?%|!/iu,
};

for (const lang of ["es", "en"] as const) {
  test(`no word of the list "never" in ${lang}`, () => {
    const list = all(lang);
    assert.ok(list.length > 250, String(list.length));
    for (const [path, text] of list) assert.doesNotMatch(text, NEVER[lang], path);
    // A named person confirms; we do not.
    if (lang === "en")
      for (const [path, text] of list)
        if (/\bconfirmed\b/i.test(text))
          assert.match(text, /not confirmed by a person|^Confirmed by, with name and signature$/, path);
  });

  test(`sentences of ${lang} are short`, () => {
    let words = 0;
    let sentences = 0;
    for (const [path, text] of all(lang)) {
      for (const s of text.split(/[.:;?]\s|[.?]$/)) {
        const n = s.split(/\s+/).filter((w) => /\p{L}/u.test(w)).length;
        assert.ok(n <= 27, `${path}: ${n} words: ${s}`);
        if (n > 0) {
          words += n;
          sentences += 1;
        }
      }
    }
    assert.ok(words / sentences <= 15);
  });
}

test("the lint finds what it must find", () => {
  assert.match("Tu teléfono está limpio.", NEVER.es);
  assert.match("Tu teléfono es seguro.", NEVER.es);
  assert.doesNotMatch("Línea de Ayuda en Seguridad Digital", NEVER.es);
  assert.match("Your phone is clean", NEVER.en);
  assert.doesNotMatch("Settings › Privacy & Security", NEVER.en);
});

test("es and en have the same keys and the same kinds", () => {
  const shape = (v: unknown): unknown =>
    Array.isArray(v)
      ? v.map(shape)
      : typeof v === "object" && v !== null
        ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, shape(x)]))
        : typeof v;
  for (const w of [ACCESS, AIR_TODO, ANDROID_TODO, ANSWER, GAPS, HEARSAY, KINDS, PAGE, ORIGIN, REPAIRS, SAY, SEND])
    assert.deepEqual(shape(w.es), shape(w.en));
});

test("verdict headlines are those of the design", () => {
  assert.equal(
    ANSWER.es.headline.match("Pegasus", false),
    "Encontramos rastros que coinciden con un programa espía conocido: Pegasus",
  );
  assert.equal(ANSWER.en.headline.match("Pegasus", false), "We found traces that match a known spyware: Pegasus");
  assert.equal(ANSWER.es.headline.lead, "Hay algo que conviene revisar");
  assert.equal(ANSWER.es.headline.targeted, "Alguien intentó atacarte. No vimos rastros de que funcionara");
  assert.equal(ANSWER.es.headline.noneFound, "No encontramos rastros en lo que pudimos revisar");
  assert.equal(ANSWER.en.headline.noneFound, "We found no traces in what we could check");
  assert.equal(ANSWER.es.headline.unchecked(KINDS.es["ios-backup"]!), "No pudimos revisar este respaldo");
});

test("addresses of helplines stand in one file", () => {
  const here = new URL(".", import.meta.url);
  for (const f of readdirSync(here, { recursive: true }) as string[]) {
    if (!f.endsWith(".ts") || f.endsWith("helplines.ts") || f.endsWith(".test.ts")) continue;
    const source = readFileSync(new URL(f.replaceAll("\\", "/"), here), "utf8");
    for (const h of [...HELPLINES, ...MORE_HELPLINES]) assert.ok(!source.includes(h.address), f);
  }
});
