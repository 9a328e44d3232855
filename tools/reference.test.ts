import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ARTIFACTS } from "@contraluz/artifacts";
import { LANGS, PROBLEMS } from "@contraluz/core";
import { BUILTIN_SIGNS, NOT_COVERED, RULES, VECTORS } from "@contraluz/detection";
import { COMMANDS, OPTIONS } from "../apps/cli/src/options.ts";
import { headings } from "./markdown.ts";
import { code, table, text } from "./reference/markdown.ts";
import { checkReference, referenceText } from "./reference.ts";

const pages = LANGS.map((lang) => ({ lang, page: referenceText(lang) }));

describe("the page says all that the code has", () => {
  for (const { lang, page } of pages) {
    test(`places, rules, problems, commands and options in ${lang}`, () => {
      const titles = headings(page).map((h) => h.text);
      for (const { id } of [...ARTIFACTS, ...RULES])
        assert.ok(
          titles.some((t) => t.endsWith(` ${id}`)),
          id,
        );
      for (const name of Object.keys(COMMANDS)) assert.ok(titles.includes(name), name);
      for (const id of Object.keys(PROBLEMS)) assert.ok(page.includes(`\n| \`${id}\` | `), id);
      for (const id of Object.keys(OPTIONS)) assert.match(page, new RegExp(`\\n\\| \`--${id}[ \`]`), id);
    });

    test(`fields of every record in ${lang}`, () => {
      for (const a of ARTIFACTS)
        for (const fields of Object.values(a.fields))
          for (const [name, f] of Object.entries(fields))
            assert.ok(page.includes(`| \`${name}\` | ${text(String(f.words[lang]))} | `), `${a.id} ${name}`);
    });

    test(`signs and vectors in ${lang}`, () => {
      for (const s of BUILTIN_SIGNS) assert.ok(page.includes(`| ${text(s.campaign)} | \`${s.type}\``), s.value);
      for (const n of NOT_COVERED) assert.ok(page.includes(`| ${text(n.campaign)} | `), n.campaign);
      for (const v of VECTORS) assert.ok(page.includes(`| \`${v.type}\` | ${code(v.value)} | `), v.value);
    });

    test(`nothing is left empty in ${lang}`, () => {
      assert.doesNotMatch(page, /undefined|\[object|NaN|‹›|\n\n\n|: \n/);
    });
  }

  test("both languages have the same headings", () => {
    const [es, en] = pages.map(({ page }) => headings(page).map((h) => h.level));
    assert.deepEqual(es, en);
  });
});

describe("text of others is no markup", () => {
  test("cells and code spans", () => {
    assert.equal(text("a|b <i>*c*\n_d_ [e](f) `g` \\ #"), "a\\|b \\<i\\>\\*c\\* \\_d\\_ \\[e\\](f) \\`g\\` \\\\ \\#");
    assert.equal(code("es|en"), "`es\\|en`");
    assert.equal(code("a`b"), "`` a`b ``");
    assert.equal(table(["x"], [["1"], ["2"]]), "| x |\n| --- |\n| 1 |\n| 2 |");
  });
});

describe("comparing with what is stored", () => {
  let root = "";
  before(() => {
    root = mkdtempSync(join(tmpdir(), "contraluz-reference-"));
    for (const lang of LANGS) mkdirSync(join(root, "docs", lang), { recursive: true });
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  test("missing, written, then changed by hand", () => {
    assert.deepEqual(
      checkReference(root).breaches.map((b) => b.slice(0, 23)),
      ["docs/es/reference.md:1:", "docs/en/reference.md:1:"],
    );
    checkReference(root, true);
    assert.deepEqual(checkReference(root).breaches, []);
    const file = join(root, "docs/en/reference.md");
    const lines = readFileSync(file, "utf8").split("\n");
    lines[6] = "Something else.";
    writeFileSync(file, lines.join("\n"));
    const [breach, ...more] = checkReference(root).breaches;
    assert.match(breach!, /^docs\/en\/reference\.md:7: /);
    assert.deepEqual(more, []);
    writeFileSync(file, `${referenceText("en")}\n`);
    assert.equal(checkReference(root).breaches.length, 1);
  });
});
