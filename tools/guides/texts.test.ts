/** The texts in the project are those of the guides; what differs, is missing or is left over is told. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sheetText } from "@contraluz/report";
import { documentSheet, documents } from "./documents.ts";
import { checkGuides, ways, wayText } from "./texts.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

test("texts in the project are those of the guides, and small", () => {
  assert.deepEqual(checkGuides(ROOT).breaches, []);
  const all = ways();
  assert.equal(new Set(all.map((w) => `${w.lang}/${w.name}`)).size, all.length);
  for (const w of all) assert.ok(wayText(w).length < 6000, w.name);
});

test("what differs, is missing or is left over is told; writing mends it", () => {
  const root = mkdtempSync(join(tmpdir(), "contraluz-guides-"));
  try {
    assert.equal(checkGuides(root).breaches.length, ways().length + documents().length);
    assert.deepEqual(checkGuides(root, true).breaches, []);
    assert.deepEqual(checkGuides(root).breaches, []);
    writeFileSync(join(root, "docs/guides/es/notice.txt"), "otra cosa\n");
    writeFileSync(join(root, "docs/guides/en/old.txt"), "gone\n");
    const told = checkGuides(root).breaches;
    assert.equal(told.length, 2);
    assert.match(told.join("\n"), /en\/old\.txt: no guide[\s\S]*es\/notice\.txt: not what/);
    checkGuides(root, true);
    assert.deepEqual(checkGuides(root).breaches, []);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test("documents travel without marks and links, and nothing of them is lost", () => {
  for (const d of documents()) {
    const text = sheetText(documentSheet(ROOT, d));
    const source = readFileSync(join(ROOT, "docs", d.lang, `${d.name}.md`), "utf8");
    assert.doesNotMatch(text, /\*\*|`|\]\(|^#|^\||:\/\//m, d.name);
    for (const [, heading] of source.matchAll(/^#+ (.*)$/gm)) assert.ok(text.includes(heading!), heading);
    // Every word of the document, apart from the marks of Markdown.
    const words = (t: string): string[] => t.match(/\p{L}{4,}/gu) ?? [];
    const have = new Set(words(text));
    const prose = source.replace(/\]\([^)]*\)/g, "]").replace(/^```.*$/gm, "");
    for (const word of words(prose)) assert.ok(have.has(word), `${d.name} ${d.lang}: ${word}`);
    assert.match(text, /Access Now/);
  }
});
