/** The one file, opened from the disk: as somebody carries it on a stick. @module */
import assert from "node:assert/strict";
import { PLAIN } from "../src/frame/exit-words.ts";
import { SAMPLE, SIGNS } from "./app.fixture.ts";
import { breaches } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { until, wholeWay } from "./steps.fixture.ts";

export function singleCases(inBrowser: Cases): void {
  for (const lang of ["es", "en"] as const) {
    inBrowser(`the single file on file://, the whole way, ${lang}: no request at all`, async (app) => {
      const page = await app.page({ lang, width: 1440, file: true });
      const requests = app.requests.length;
      const found: string[] = [];
      let verdict = "";
      await wholeWay(page, { lang, folder: SAMPLE, signs: SIGNS }, async (stop) => {
        if (stop !== "answer") return;
        verdict = (await page.locator(".verdict h1").textContent()) ?? "";
        found.push(...(await breaches(page)));
      });
      assert.notEqual(verdict, "");
      assert.deepEqual(found, []);
      assert.deepEqual(app.requests.slice(requests), []);
      assert.deepEqual(app.said, []);
      assert.equal(await page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length"), 0);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await until(page, `document.title === ${JSON.stringify(PLAIN[lang].title)}`);
      assert.equal(await page.locator(".bar, main .answer").count(), 0);
      await page.close();
    });
  }
}
