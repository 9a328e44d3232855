/** The one file, opened from the disk: as somebody carries it on a stick. @module */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PLAIN } from "../src/frame/exit-words.ts";
import { FRAME } from "../src/frame/words.ts";
import { buildWeb, ROOT, SAMPLE, SIGNS } from "./app.fixture.ts";
import { breaches } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { choose, chooseSigns, escEsc, toFile, until, untilAnswer, wholeWay } from "./steps.fixture.ts";

export function singleCases(inBrowser: Cases): void {
  inBrowser(
    "a single file that carries lists of signs finds with them what it finds with dropped ones",
    async (app) => {
      const dir = mkdtempSync(join(tmpdir(), "contraluz-stick-"));
      const lists = SIGNS.map((path) => ({ name: basename(path), text: readFileSync(path, "utf8") }));
      const carrying = await buildWeb(ROOT, lists);
      // As one may name it on a stick.
      writeFileSync(join(dir, "recetas.html"), carrying.files.get("contraluz.html")!);
      const page = await app.page({ lang: "es", width: 1440, file: true });
      try {
        const answer = async (signs: readonly string[]): Promise<string[]> => {
          await toFile(page, "es");
          await chooseSigns(page, signs);
          await choose(page, "folder", SAMPLE);
          await untilAnswer(page);
          return page.locator(".finding h3").allTextContents();
        };
        const dropped = await answer(SIGNS);
        await page.goto(pathToFileURL(join(dir, "recetas.html")).href);
        await page.getByText(FRAME.es.signs(lists.length)).waitFor();
        assert.deepEqual(await answer([]), dropped);
        assert.ok(dropped.length > 3);
        assert.deepEqual(app.said, []);
      } finally {
        await page.close();
        rmSync(dir, { recursive: true, force: true });
      }
    },
  );

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
      await escEsc(page);
      await until(page, `document.title === ${JSON.stringify(PLAIN[lang].title)}`);
      assert.equal(await page.locator(".bar, main .answer").count(), 0);
      await page.close();
    });
  }
}
