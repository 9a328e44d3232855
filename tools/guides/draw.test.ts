/** One guide as a browser draws it: a page of A4 and pictures of the promised width. Skipped with the reason where no browser starts. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startChromium } from "../web-engine/chromium.ts";
import { drawGuides } from "./draw.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** A picture is at most as tall as a telephone that is 1080 px wide. */
const TALLEST = 1920;

test("a guide on one page of A4, and in pictures 1080 px wide", async (t: TestContext) => {
  const browser = await startChromium();
  if (typeof browser === "string") return t.skip(browser);
  await browser.browser()?.close();
  const out = mkdtempSync(join(tmpdir(), "contraluz-draw-"));
  try {
    // The longest of all.
    await drawGuides(ROOT, out, "ios-backup-windows");
    for (const lang of ["es", "en"]) {
      const files = readdirSync(join(out, lang));
      const pictures = files.filter((f) => f.endsWith(".png"));
      assert.ok(pictures.length >= 9, files.join());
      for (const f of pictures) {
        const png = readFileSync(join(out, lang, f));
        assert.equal(png.readUInt32BE(16), 1080);
        assert.ok(png.readUInt32BE(20) <= TALLEST, `${f}: ${png.readUInt32BE(20)}`);
      }
      const html = readFileSync(join(out, lang, "ios-backup-windows.html"), "utf8");
      assert.doesNotMatch(html, /<script|<a |href=|https?:(?!\/\/www\.w3\.org)/);
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
