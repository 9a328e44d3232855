/** A folder of many files, chosen and dropped: the page hands over paths, the engine asks for the files that it reads. @module */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropOnto, NOTHING, SAMPLE, SIGNS, stored } from "./app.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { choose, chooseSigns, toFile, untilAnswer } from "./steps.fixture.ts";

/** More than travel to the engine whole (`SMALL` of `pick.ts`), and more than a drop gives at once. */
const MANY = 400;

/** The sample with files beside it that nobody reads, below `dir`. */
function large(dir: string): string {
  const folder = join(dir, "backup");
  cpSync(SAMPLE, folder, { recursive: true });
  for (let i = 0; i < MANY; i++) {
    const below = join(folder, (i % 16).toString(16).padStart(2, "f"));
    mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `f${i}`), "");
  }
  return folder;
}

export function dropCases(inBrowser: Cases): void {
  inBrowser("a folder of hundreds of files gives the same answer, small, chosen and dropped", async (app) => {
    const dir = mkdtempSync(join(tmpdir(), "contraluz-drop-"));
    const answers: string[] = [];
    try {
      const folder = large(dir);
      for (const how of ["small", "chosen", "dropped", "small, dropped"]) {
        const page = await app.page({ lang: "es", width: 1440 });
        await toFile(page, "es");
        for (const input of await page.locator("input[type=file]").all())
          assert.equal(await input.getAttribute("autocomplete"), "off", "a browser keeps the paths of others on disk");
        await chooseSigns(page, SIGNS);
        const path = how.startsWith("small") ? SAMPLE : folder;
        if (how.endsWith("dropped")) await dropOnto(page, ".drop", path);
        else await choose(page, "folder", path);
        await untilAnswer(page);
        answers.push(
          ((await page.locator("main .findings, main #findings").first().textContent()) ?? "") +
            (await page.locator(".finding").allTextContents()).join("\n"),
        );
        assert.deepEqual(await stored(page), NOTHING);
        await page.close();
      }
      assert.ok(answers[0]!.length > 1000);
      for (const a of answers) assert.equal(a, answers[0]);
      assert.deepEqual(app.said, []);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

  inBrowser("what is dropped beside the area opens nothing, and the page stays", async (app) => {
    const page = await app.page({ lang: "es", width: 1440 });
    const pages = app.context.pages().length;
    await dropOnto(page, "main h1", SIGNS[0]!);
    await toFile(page, "es");
    await dropOnto(page, "main h1", SIGNS[0]!);
    await page.waitForTimeout(500);
    assert.equal(app.context.pages().length, pages);
    assert.equal(page.url(), app.server.address);
    assert.equal(await page.locator(".drop").count(), 1);
    await page.close();
  });
}
