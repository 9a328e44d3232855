/** Telling somebody: the message of the report, copied; the letter and the page with the hash of the result. @module */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGS, type Lang } from "@contraluz/core";
import { openStored } from "@contraluz/engine";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import type { Page } from "playwright-core";
import { COPY } from "../src/parts/copy-words.ts";
import { SEND_PART } from "../src/screens/answer/send-words.ts";
import { ANSWER } from "../src/screens/answer/words.ts";
import { GUIDE } from "../src/screens/guide/words.ts";
import { HAND } from "../src/screens/hand/words.ts";
import { START } from "../src/screens/start/words.ts";
import { WAYS } from "../src/screens/ways/words.ts";
import { ROOT, SAMPLE, SIGNS } from "./app.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { choose, chooseSigns, press, toFile, untilAnswer } from "./steps.fixture.ts";

async function answer(page: Page, lang: Lang): Promise<void> {
  await toFile(page, lang);
  await chooseSigns(page, SIGNS);
  await choose(page, "folder", SAMPLE);
  await untilAnswer(page);
}

async function saved(page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent("download");
  await press(page, name);
  return readFileSync(await (await coming).path(), "utf8");
}

/** Bytes of `result.json` in a zip that the page saved. */
async function resultJson(zip: string): Promise<Uint8Array> {
  const found = await openStored(await inputOf(zip), { platform: nodePlatform() });
  assert.ok(found);
  try {
    const source = await found.folder.read("result.json");
    const bytes = await source.read(0, source.size);
    await source.close?.();
    return bytes;
  } finally {
    await found.close();
  }
}

export function sendCases(inBrowser: Cases): void {
  for (const lang of LANGS)
    inBrowser(`a message to send, ${lang}: shown, copied, without links; a letter and a page to print`, async (app) => {
      const page = await app.page({ lang, width: 390 });
      await answer(page, lang);
      app.requests.length = 0;
      const w = SEND_PART[lang];
      await press(page, w.message);
      const area = page.locator(".copy-text textarea");
      await area.waitFor();
      const text = await area.inputValue();
      const headline = await page.locator(".verdict h1").textContent();
      assert.ok(text.includes(headline!), "the message says what the answer says");
      assert.doesNotMatch(text, /:\/\/|\p{L}\.\p{L}{2,}/u);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await press(page, COPY[lang].copy);
      await page.getByText(COPY[lang].copied).waitFor();
      assert.equal(await page.evaluate("navigator.clipboard.readText()"), text);
      await page.context().clearPermissions();
      assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no sideways scrolling");
      const lab = await saved(page, w.lab);
      const lawyer = await saved(page, w.lawyer);
      const zip = page.waitForEvent("download");
      await press(page, ANSWER[lang].saveResult);
      const json = await resultJson(await (await zip).path());
      const print = createHash("sha256").update(json).digest("hex");
      for (const html of [lab, lawyer]) assert.ok(html.includes(print), "the hash of the result that is saved");
      assert.deepEqual(app.requests, []);
      assert.deepEqual(app.said, []);
      await page.close();
    });

  inBrowser("a guide is copied as the text that stands in the project", async (app) => {
    const page = await app.page({ lang: "es", width: 390 });
    await press(page, START.es.go);
    for (const id of ["phone-iphone", "device-phone"]) await page.locator(`#${id}`).check();
    await press(page, HAND.es.go);
    await page.getByRole("button", { name: WAYS.es.kinds.sysdiagnose.name }).click();
    await press(page, GUIDE.es.forward);
    const text = await page.locator(".copy-text textarea").inputValue();
    assert.equal(text, readFileSync(join(ROOT, "docs/guides/es/sysdiagnose-phone.txt"), "utf8"));
    assert.deepEqual(app.said, []);
    await page.close();
  });
}
