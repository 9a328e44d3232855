import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { LANGS, type Lang } from "@contraluz/core";

type Words = Readonly<Record<Lang, unknown>>;

const isWords = (v: unknown): v is Words => typeof v === "object" && v !== null && LANGS.every((l) => l in v);

/** What every `words.ts` of the page exports, by folder and name. */
const all: [string, Words][] = [];
for (const path of (readdirSync(import.meta.dirname, { recursive: true }) as string[]).map((p) =>
  p.replaceAll("\\", "/"),
)) {
  if (!/(^|\/)(words|exit-words)\.ts$/.test(path)) continue;
  for (const [name, v] of Object.entries((await import(`./${path}`)) as Record<string, unknown>))
    if (isWords(v)) all.push([`${path} ${name}`, v]);
}

/** Every text, with holes filled with a number and a name. */
function texts(v: unknown, at: string, out: [string, string][]): void {
  if (typeof v === "string") out.push([at, v]);
  else if (typeof v === "function") {
    // A function may ask for anything: what it cannot make words of is left to those who call it.
    try {
      texts((v as (...a: unknown[]) => unknown)("7", "8", true), at, out);
    } catch {}
  } else if (typeof v === "object" && v !== null) for (const [k, x] of Object.entries(v)) texts(x, `${at}.${k}`, out);
}

const textsOf = (lang: Lang): [string, string][] => {
  const out: [string, string][] = [];
  for (const [at, w] of all) texts(w[lang], at, out);
  return out;
};

/** README of the design, section 7, "Never". */
const NEVER: Readonly<Record<Lang, RegExp>> = {
  es: /\b(limpi[oa]s?|segur[oa]s?|a salvo|hackead[oa]s?|infectad[oa]s?|virus|amenazas?|riesgo bajo|todo bien|no te preocupes|solo|sólo|solamente|simplemente|víctimas?|confirmad[oa]s?|el experto|detectad[oa]s?|escaneos?|escanear|usted|backups?|copia de seguridad)\b|100 ?%|[!¡]/iu,
  en: /\b(clean|safe|safely|secure|hacked|infected|virus|threats?|low risk|all good|don['’]t worry|just|simply|victims?|confirmed|the expert|detected|scan|scanned|scanning)\b|100 ?%|!/iu,
};
/** What must be written as a system or a program writes it. */
const QUOTED = /«[^»]*»|“[^”]*”|`[^`]*`|[\w%~/\\.-]*(?:MobileSync|idevicebackup2)[\w%~/\\. -]*/g;

test("all words of the page are found", () => {
  assert.ok(all.length >= 15, String(all.length));
  assert.ok(textsOf("es").length > 400);
});

for (const lang of LANGS) {
  test(`no word of the list "never" in ${lang}`, () => {
    for (const [at, text] of textsOf(lang)) assert.doesNotMatch(text.replace(QUOTED, ""), NEVER[lang], at);
  });

  test(`sentences of ${lang} are short`, () => {
    let [words, sentences] = [0, 0];
    for (const [at, text] of textsOf(lang))
      for (const s of text.split(/[.:;?]\s|[.?]$/)) {
        const n = s.split(/\s+/).filter((w) => /\p{L}/u.test(w)).length;
        assert.ok(n <= 27, `${at}: ${n} words: ${s}`);
        if (n === 0) continue;
        words += n;
        sentences += 1;
      }
    assert.ok(words / sentences <= 12, String(words / sentences));
  });
}

test("both languages have the same keys, the same kinds, and lists of one length", () => {
  const shape = (v: unknown): unknown =>
    Array.isArray(v)
      ? v.map(shape)
      : typeof v === "object" && v !== null
        ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, shape(x)]))
        : typeof v;
  for (const [at, w] of all) if (!at.startsWith("guides/")) assert.deepEqual(shape(w.en), shape(w.es), at);
});
