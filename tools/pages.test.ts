import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { LANGS, type Lang } from "@contraluz/core";
import { KINDS } from "@contraluz/report/answer/kind-words.ts";
import { ANSWER } from "@contraluz/report/answer/words.ts";
import { HELPLINES } from "@contraluz/report/helplines.ts";
import { sentences } from "./hardest.ts";
import { headings } from "./markdown.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const page = (lang: Lang, name: string): string => readFileSync(join(ROOT, "docs", lang, name), "utf8");

/** Words of the guide for the person: blocks, spans of code, tables, links and marks left out. */
function prose(markdown: string): string {
  return markdown
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/^\|.*$/gm, "")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/`[^`]*`/g, "x")
    .replace(/\n(?=\S)(?![-#>]|\d+\.)/g, " ")
    .replace(/[*_[\]]/g, "");
}

/** How we do not speak to a person who is afraid: no promise, no alarm. */
const NEVER: Readonly<Record<Lang, RegExp>> = {
  es: /\b(limpi[oa]s?|segur[oa]s?|a salvo|hackead[oa]s?|infectad[oa]s?|virus|amenazas?|riesgo bajo|todo bien|no te preocupes|solo|sólo|solamente|simplemente|víctimas?|confirmad[oa]s?|detectad[oa]s?|escaneos?|escanear|usted|backup|copia de seguridad)\b|100 ?%|[!¡]/iu,
  en: /\b(clean|safe|safely|secure|hacked|infected|virus|threats?|low risk|all good|don['’]t worry|simply|victims?|detected|scan|scanned)\b|100 ?%|!/iu,
};

for (const lang of LANGS) {
  describe(`the guide for the person in ${lang}`, () => {
    const guide = page(lang, "check-an-iphone.md");

    test("explains every answer by its own headline", () => {
      const { headline } = ANSWER[lang];
      const titles = headings(guide).map((h) => h.text);
      const lines = [
        headline.match("", false),
        headline.targeted,
        headline.lead,
        headline.noneFound,
        headline.unchecked(KINDS[lang]["ios-backup"]!),
      ];
      for (const line of lines) assert.ok(titles.includes(line), line);
    });

    test("names the helplines as the report does", () => {
      for (const h of HELPLINES) assert.ok(guide.includes(`**${h.name[lang]}**: \`${h.address}\``), h.address);
    });

    test("is calm and short", () => {
      const text = prose(guide);
      assert.doesNotMatch(text, NEVER[lang]);
      const all = sentences(text);
      for (const s of all) assert.ok(s.words <= 30, `${s.words} words: ${s.text}`);
      const mean = all.reduce((n, s) => n + s.words, 0) / all.length;
      assert.ok(all.length > 150 && mean <= 12, `${all.length} sentences of ${mean} words`);
    });
  });

  test(`the page for developers in ${lang} names what the formats export`, async () => {
    const rows = [...page(lang, "libraries.md").matchAll(/^\| `([\w-]+\/index\.ts)` +\| `(\w+)\(/gm)];
    assert.equal(rows.length, 9);
    for (const [, module, name] of rows) {
      const exported = (await import(`@contraluz/formats/${module}`)) as Record<string, unknown>;
      assert.equal(typeof exported[name!], "function", `${module} ${name}`);
    }
  });
}
