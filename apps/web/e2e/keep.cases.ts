/** "Keep it on this device": nothing before, everything without a network after, nothing when it was removed. @module */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { serveWeb } from "../../cli/src/web-server.ts";
import { KEEP } from "../src/keep/words.ts";
import { NOTHING, SAMPLE, SIGNS, stored } from "./app.fixture.ts";
import { breaches } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { press, wholeWay } from "./steps.fixture.ts";

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("main h1").waitFor();
}

export function keepCases(inBrowser: Cases): void {
  inBrowser("kept on this device: the whole way with the server gone, and never another version", async (app) => {
    const folder = mkdtempSync(join(tmpdir(), "contraluz-kept-"));
    cpSync(app.folder, folder, { recursive: true });
    let server = await serveWeb(folder);
    // Not the address of `contraluz web`: what serves there is on this computer already.
    const address = server.address.replace("127.0.0.1", "localhost");
    const page = await app.page({ lang: "es", width: 1440 });
    assert.equal(await page.locator("details.keep").count(), 0, "`contraluz web` does not offer it");
    try {
      await open(page, address);
      await page.locator("details.keep summary").click();
      assert.deepEqual(await breaches(page), []);
      assert.deepEqual(await stored(page), NOTHING, "to read about it stores nothing");
      await press(page, KEEP.es.keep);
      await page.getByText(KEEP.es.kept).waitFor();
      const build = await page.locator('meta[name="build"]').getAttribute("content");
      assert.deepEqual(await stored(page), { ...NOTHING, caches: [`contraluz-${build}`], workers: 1 });
      const port = Number(new URL(server.address).port);
      await server.close();

      await open(page, address);
      await page.getByText(KEEP.es.titleKept).waitFor();
      let answers = 0;
      await wholeWay(page, { lang: "es", folder: SAMPLE, signs: SIGNS }, async (stop) => {
        if (stop === "leave") await page.locator("main").getByText(KEEP.es.titleKept).waitFor();
        if (stop === "answer") answers = await page.locator(".finding").count();
      });
      assert.ok(answers > 0);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.waitForURL(/exit-es\.html$/);

      // A newer version on the same server: the kept one stays as it is.
      const newer = readFileSync(join(folder, "index.html"), "utf8").replace(
        /(name="build" content=")\w+/,
        "$1ffffffffff",
      );
      writeFileSync(join(folder, "index.html"), newer);
      server = await serveWeb(folder, port);
      await open(page, address);
      assert.equal(await page.locator('meta[name="build"]').getAttribute("content"), build);
      assert.deepEqual(
        server.asked.filter((path) => !/^\/keep-\w+\.js$/.test(path)),
        [],
        "nothing but what the browser itself asks for",
      );
      await page.locator("details.keep summary").click();
      await press(page, KEEP.es.remove);
      await page.getByText(KEEP.es.removed).waitFor();
      assert.deepEqual(await stored(page), NOTHING);
      await open(page, address);
      assert.equal(await page.locator('meta[name="build"]').getAttribute("content"), "ffffffffff");
      assert.deepEqual(app.said, []);
    } finally {
      await page.close();
      await server.close().catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    }
  });

  inBrowser("a file that is not the one of its build is not kept, and nothing stays", async (app) => {
    const folder = mkdtempSync(join(tmpdir(), "contraluz-kept-"));
    cpSync(app.folder, folder, { recursive: true });
    writeFileSync(join(folder, "exit-en.html"), "changed");
    const server = await serveWeb(folder);
    const page = await app.page({ lang: "en", width: 360 });
    try {
      await open(page, server.address.replace("127.0.0.1", "localhost"));
      await page.locator("details.keep summary").click();
      await press(page, KEEP.en.keep);
      await page.getByText(KEEP.en.failed).waitFor();
      assert.deepEqual(await stored(page), NOTHING);
    } finally {
      await page.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
