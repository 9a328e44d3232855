/** What ends early: a wrong password, the person, somebody who comes in. @module */
import assert from "node:assert/strict";
import { bigBackup, encryptedSample, PASSWORD } from "@contraluz/engine/backups.fixture.ts";
import type { Page } from "playwright-core";
import { PLAIN } from "../src/frame/exit-words.ts";
import { FRAME } from "../src/frame/words.ts";
import { CHECKING } from "../src/screens/checking/words.ts";
import { START } from "../src/screens/start/words.ts";
import { NOTHING, type OpenApp, SAMPLE, stored } from "./app.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { choose, escEsc, press, toFile, until, untilAnswer, untilNoThread } from "./steps.fixture.ts";

async function password(page: Page, text: string): Promise<void> {
  await page.locator("#password").fill(text);
  await press(page, CHECKING.es.open);
}

async function atFile(app: OpenApp, file?: true): Promise<Page> {
  const page = await app.page({ lang: "es", width: 1440, ...(file ? { file } : {}) });
  await toFile(page, "es");
  return page;
}

/** Waits until `page` shows the ordinary page, and nothing that tells where it came from. */
async function plain(page: Page): Promise<void> {
  await until(page, `document.title === ${JSON.stringify(PLAIN.es.title)}`);
  // A locator waits through the move to the page of its own that may still be under way.
  const text = await page.locator("html").textContent();
  assert.doesNotMatch(String(text), /contraluz|esp[ií]a|respaldo|rastro/i);
  await untilNoThread(page);
}

export function stopCases(inBrowser: Cases): void {
  inBrowser(
    "a wrong password is said and asked for again; the right one opens; neither stays in the page",
    async (app) => {
      const page = await atFile(app);
      await choose(page, "folder", encryptedSample());
      for (const wrong of ["otra", "<b>x</b>"]) {
        await password(page, wrong);
        await page.getByText(CHECKING.es.passwordWrong).waitFor();
        assert.equal(await page.locator("#password").inputValue(), "");
      }
      assert.equal(await page.locator("#password").getAttribute("aria-invalid"), "true");
      await password(page, PASSWORD);
      await untilAnswer(page);
      assert.equal(await page.locator(".verdict").count(), 1);
      assert.ok(!(await page.content()).includes(PASSWORD));
      await page.close();
    },
  );

  inBrowser("whoever does not know the password stops, and nothing stays", async (app) => {
    const page = await atFile(app);
    await choose(page, "folder", encryptedSample());
    await page.locator("#password").waitFor();
    await press(page, CHECKING.es.stop);
    await page.locator("#folder").waitFor({ state: "attached" });
    assert.deepEqual(await stored(page), NOTHING);
    await page.close();
  });

  inBrowser("a check is stopped on its way, and another one goes through", async (app) => {
    const page = await atFile(app);
    await choose(page, "folder", bigBackup({ messages: 60_000, visits: 60_000, usages: 20_000, listed: 1000 }));
    await page.locator(".tasks li").first().waitFor();
    await press(page, CHECKING.es.stop);
    await page.locator("#folder").waitFor({ state: "attached" });
    assert.equal(await page.locator(".verdict").count(), 0);
    assert.deepEqual(await stored(page), NOTHING);
    await choose(page, "folder", SAMPLE);
    await untilAnswer(page);
    await page.close();
  });

  inBrowser("what is no backup is no result: it says so, and nothing of a verdict", async (app) => {
    const page = await atFile(app);
    await choose(page, "file", import.meta.filename);
    await untilAnswer(page);
    assert.equal(await page.locator(".verdict .seen").count(), 0);
    await page.close();
  });

  inBrowser("Esc Esc: an ordinary page at once, in a check and on the answer; back does not return", async (app) => {
    const page = await atFile(app);
    await choose(page, "folder", SAMPLE);
    await untilAnswer(page);
    await escEsc(page);
    await plain(page);
    await page.waitForURL(/exit-es\.html$/);
    await page.goBack();
    assert.equal(await page.locator(".verdict, .bar").count(), 0);
    await page.close();
    const other = await atFile(app);
    await choose(other, "folder", bigBackup({ messages: 60_000, visits: 60_000, usages: 20_000, listed: 1000 }));
    await other.locator(".tasks li").first().waitFor();
    await other.getByRole("button", { name: FRAME.es.exit }).click();
    await plain(other);
    await other.waitForURL(/exit-es\.html$/);
    assert.deepEqual(await stored(other), NOTHING);
    await other.close();
  });

  inBrowser("a page that the browser keeps when it is left shows nothing when somebody goes back", async (app) => {
    const page = await atFile(app);
    await choose(page, "folder", SAMPLE);
    await untilAnswer(page);
    // The cache of pages is off where tests drive the browser: its two events come by hand.
    await page.evaluate(`dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }))`);
    assert.equal(await page.evaluate("document.body.textContent"), "");
    await untilNoThread(page);
    await page.evaluate(`setTimeout(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })))`);
    await page.getByRole("heading", { level: 1, name: START.es.title }).waitFor();
    assert.equal(await page.locator(".verdict").count(), 0);
    await page.close();
  });

  inBrowser("Esc once, or slowly twice, leaves everything where it is", async (app) => {
    const page = await atFile(app);
    await page.keyboard.press("Escape");
    await page.waitForTimeout(800);
    await page.keyboard.press("Escape");
    await page.waitForTimeout(800);
    assert.equal(await page.locator(".drop").count(), 1);
    await page.close();
  });
}
