/** The texts in the project are those of the guides; what differs, is missing or is left over is told. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
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
    assert.equal(checkGuides(root).breaches.length, ways().length);
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
