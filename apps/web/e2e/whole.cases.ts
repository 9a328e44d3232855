/** The whole way, in both languages, on wide and narrow windows, by day and by night: every screen. @module */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { NOTHING, SAMPLE, SIGNS, stored } from "./app.fixture.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { loadedAhead, type Stop, wholeWay } from "./steps.fixture.ts";

const RUNS = [
  { lang: "es", width: 360, scheme: "light" },
  { lang: "es", width: 1440, scheme: "dark" },
  { lang: "en", width: 360, scheme: "dark" },
  { lang: "en", width: 1440, scheme: "light" },
] as const;

/** The narrowest window that we promise; and 400 % of one of 1280 by 1024, which is as wide and less high. */
const NARROW = [
  { width: 320, height: 640 },
  { width: 320, height: 256 },
] as const;

async function narrow(page: Page, stop: Stop, found: string[]): Promise<void> {
  const before = page.viewportSize()!;
  for (const size of NARROW) {
    await page.setViewportSize(size);
    for (const b of await tooWide(page)) found.push(`${stop} at ${size.width} x ${size.height}: ${b}`);
  }
  await page.setViewportSize(before);
}

export function wholeCases(inBrowser: Cases): void {
  inBrowser("a picture without words, wider than the window, is found", async (app) => {
    const page = await app.page({ lang: "es", width: 360 });
    await page.evaluate(WRONG);
    assert.match((await breaches(page)).join(), /image-alt/);
    assert.notDeepEqual(await tooWide(page), []);
    await page.close();
  });
  for (const { lang, width, scheme } of RUNS) {
    inBrowser(`every screen, ${lang}, ${width} px, ${scheme}: axe, width, requests, storage`, async (app) => {
      const page = await app.page({ lang, width });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      // What later screens need comes by itself after the first; from then on nothing is asked of anybody.
      await loadedAhead(page);
      checkOwn(app.requests, app.server.address);
      app.requests.length = 0;
      const found: string[] = [];
      const seen: Stop[] = [];
      await wholeWay(page, { lang, folder: SAMPLE, signs: SIGNS }, async (stop) => {
        seen.push(stop);
        for (const b of await breaches(page)) found.push(`${stop}: ${b}`);
        for (const b of await tooWide(page)) found.push(`${stop}: ${b}`);
        if (width === 360) await narrow(page, stop, found);
        if (stop === "start" || stop === "answer" || stop === "removed")
          assert.deepEqual(await stored(page), NOTHING, `stored on ${stop}`);
      });
      assert.deepEqual(found, []);
      assert.equal(new Set(seen).size, 12);
      assert.deepEqual(app.requests, []);
      assert.deepEqual(await app.context.cookies(), []);
      assert.deepEqual(app.said, []);
      await page.close();
    });
  }
}

/** That the two of them find anything. */
const WRONG = `{
  const image = document.createElement("img");
  image.width = 2000;
  document.querySelector("main").append(image);
}`;

/** Nothing but scripts of the app itself. */
function checkOwn(requests: readonly string[], address: string): void {
  for (const url of requests) {
    assert.ok(url.startsWith(address), url);
    assert.match(url.slice(address.length), /^([\w-]+\.(js|css|woff2))?$/);
  }
}
