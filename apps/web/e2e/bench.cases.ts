/** The analyst's bench, from the keyboard: a finding, its bytes, what lies around it, all tabs. @module */
import assert from "node:assert/strict";
import type { Lang } from "@contraluz/core";
import type { Page } from "playwright-core";
import { BENCH } from "../src/bench/words.ts";
import { ANSWER } from "../src/screens/answer/words.ts";
import { SAMPLE, SIGNS } from "./app.fixture.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { choose, chooseSigns, press, toFile, until, untilAnswer } from "./steps.fixture.ts";

const CHOSEN = `.vrow[aria-selected="true"]`;

async function openBench(page: Page, lang: Lang): Promise<void> {
  await toFile(page, lang);
  await chooseSigns(page, SIGNS);
  await choose(page, "folder", SAMPLE);
  await untilAnswer(page);
  await press(page, ANSWER[lang].bench);
  await page.locator(".vrow .c-says bdi").first().waitFor();
}

export function benchCases(inBrowser: Cases): void {
  for (const [lang, width, scheme] of [
    ["es", 1440, "light"],
    ["en", 360, "dark"],
  ] as const) {
    inBrowser(`the bench, ${lang}, ${width} px, ${scheme}: by keys, its bytes, axe`, async (app) => {
      const w = BENCH[lang];
      const page = await app.page({ lang, width });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await openBench(page, lang);
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        for (const b of [...(await breaches(page)), ...(await tooWide(page))]) found.push(`${where}: ${b}`);
      };
      app.requests.length = 0;
      assert.equal(await page.title(), w.title.time);

      // The next finding is chosen and told to screen readers; its detail names it.
      await page.keyboard.press("g");
      await page.locator(`${CHOSEN} .c-level svg`).waitFor();
      const active = await page.locator(".vlist").getAttribute("aria-activedescendant");
      assert.equal(await page.locator(CHOSEN).getAttribute("id"), active);
      await page.locator(".detail .named").first().waitFor();

      // Its bytes: on the page as stored, a value in the light.
      await page.keyboard.press("h");
      await page.locator(".hex .d").first().waitFor({ state: "attached" });
      const shown = await page.locator(width > 640 ? ".hx-l" : ".hx-s").isVisible();
      assert.ok(shown, "16 columns, 8 on a phone");
      await look("time");

      // Text that is searched for is what remains; what lies around the record comes back with everything.
      const all = await page.locator(".list-head").textContent();
      await page.keyboard.press("/");
      await until(page, `document.activeElement.id === "bench-search"`);
      await page.keyboard.type("noticias.example");
      await until(
        page,
        `!document.querySelector(".list-head progress") && document.querySelector(".list-head").textContent !== ${JSON.stringify(all)}`,
      );
      await until(
        page,
        `[...document.querySelectorAll(".c-says bdi")].length > 0 && [...document.querySelectorAll(".vrows .c-says")].every((c) => c.textContent.includes("noticias.example"))`,
      );
      await page.locator(".vlist").focus();
      for (const key of ["Home", "j"]) await page.keyboard.press(key);
      await page.locator(`${CHOSEN} .c-says`).waitFor();
      const text = await page.locator(`${CHOSEN} .c-says`).textContent();
      await until(page, `document.querySelector(".detail h2") !== null`);
      await page.keyboard.press("p");
      await until(page, `document.querySelector(".list-head").textContent === ${JSON.stringify(all)}`);
      await until(page, `document.querySelector('${CHOSEN} .c-says')?.textContent === ${JSON.stringify(text)}`);

      for (const tab of ["undated", "place", "coverage"] as const) {
        await press(page, w.tab[tab]);
        await page.getByRole("heading", { level: 1, name: w.title[tab] }).waitFor();
        await page
          .locator(tab === "coverage" ? ".cov .r" : ".vlist .vrow")
          .first()
          .waitFor();
        await look(tab);
      }
      // Single keys can be turned off.
      await press(page, w.tab.time);
      await page.keyboard.press("?");
      await page.locator("#bench-keys").uncheck();
      await page.locator("h1").focus();
      await page.keyboard.press("g");
      await page.waitForTimeout(200);
      assert.equal(await page.locator(CHOSEN).count(), 0);
      assert.deepEqual(found, []);
      assert.deepEqual(app.requests, []);
      assert.deepEqual(app.said, []);
      await page.close();
    });
  }
}
