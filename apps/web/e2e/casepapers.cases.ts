/** Papers of a case in the page: added, read within the permission, searched, corrected, sealed; nothing of them lies anywhere else. @module */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { ACTION } from "@contraluz/case/log/words.ts";
import { type Lang, say } from "@contraluz/core";
import type { Page } from "playwright-core";
import { SEALED } from "../src/screens/archive/sealed/words.ts";
import { ARCHIVE } from "../src/screens/archive/words.ts";
import { CASES } from "../src/screens/cases/words.ts";
import { NOTHING, stored } from "./app.fixture.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { giveAll, newCase, purge, saidOf, tab, toList } from "./casework.fixture.ts";
import { namedPapers } from "./names.fixture.ts";
import { press } from "./steps.fixture.ts";

/** A machine that does other things too. */
const LONG = 120_000;

const RUNS = [
  { lang: "es", width: 360, scheme: "dark" },
  { lang: "en", width: 1440, scheme: "light" },
] as const;

async function toPapers(page: Page, lang: Lang): Promise<void> {
  await tab(page, lang, "evidence");
  await press(page, SEALED[lang].open);
  await page.locator(".archive-screen").waitFor({ timeout: LONG });
}

/** Every byte of the browser's own files, as text. */
const BYTES = `(async () => {
  const out = [];
  const walk = async (folder) => {
    for await (const h of folder.values())
      if (h.kind === "directory") await walk(h);
      else out.push(h.name, new TextDecoder("latin1").decode(await (await h.getFile()).arrayBuffer()));
  };
  await walk(await navigator.storage.getDirectory());
  return out.join("\\n");
})()`;

export function casePapersCases(inBrowser: Cases): void {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-casepapers-"));
  after(() => rmSync(dir, { recursive: true, force: true }));
  const folder = namedPapers(dir);

  for (const { lang, width, scheme } of RUNS)
    inBrowser(`papers of a case, ${lang}, ${width} px, ${scheme}: read, found, corrected, sealed`, async (app) => {
      const [w, a] = [SEALED[lang], ARCHIVE[lang]];
      const page = await app.page({ lang, width });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        for (const b of [...(await breaches(page)), ...(await tooWide(page))]) found.push(`${where}: ${b}`);
      };
      await toList(page, lang);
      await newCase(page, lang, "Legajo");
      await giveAll(page, lang, async () => {
        await page.locator("#may-content").check();
      });
      await tab(page, lang, "evidence");
      await look("evidence");
      await toPapers(page, lang);
      await page.getByText(w.copiesNone).waitFor();
      await look("empty");
      await page.setInputFiles("#papers-folder", folder);
      await page.getByText(w.added).waitFor({ timeout: LONG });
      await page.locator("#letters").uncheck();
      await look("gate");
      await press(page, w.read);
      await page.locator("#query").waitFor({ timeout: LONG });
      await page.locator(".reading-bar").waitFor({ state: "detached", timeout: LONG });
      await page.locator("#query").fill("hermana");
      await page.keyboard.press("Enter");
      await page.locator(".paper-hit:visible .link").click();
      await page.locator(".page-text").waitFor();
      await look("page");
      assert.equal(
        await page.locator(".toggle").count(),
        0,
        "marks are not offered: they would lie outside of the case",
      );
      await page.locator("summary", { hasText: a.correct }).click();
      await page.locator("#fix-text").fill("siguieron a Xochitlalpan");
      await page.locator("#fix-by").fill("Ana");
      await press(page, a.correctSave);
      await page.getByText(a.correctedNow).waitFor({ timeout: LONG });
      await press(page, a.pageBack);
      await press(page, a.tab.people);
      await page.locator(".thing-row").first().waitFor({ timeout: LONG });
      assert.equal(await page.locator(".thing-row input").count(), 0);
      await press(page, a.tab.save);
      await page.getByText(w.notHere).waitFor();
      await look("save");
      await press(page, w.close);
      await page.locator(".tabs").waitFor({ timeout: LONG });

      // The case says what was done, and a second visit finds what was corrected.
      await tab(page, lang, "case");
      const log = (await page.locator(".custody").textContent()) ?? "";
      for (const action of ["intake", "archive", "correction"])
        assert.ok(log.includes(say(ACTION[action]!, lang)), action);
      await toPapers(page, lang);
      await page.locator("#query").waitFor({ timeout: LONG });
      await page.locator("#query").fill("xochitlalpan");
      await page.keyboard.press("Enter");
      await page.locator(".paper-hit:visible .link").waitFor();
      const bytes = (await page.evaluate(BYTES)) as string;
      assert.ok(bytes.length > 1000);
      for (const word of ["hermana", "Xochitlalpan", "xochitlalpan", "oficio-1", "SQLite format"])
        assert.ok(!bytes.includes(word), word);
      await press(page, w.toCase);
      await page.locator(".tabs").waitFor({ timeout: LONG });

      await press(page, CASES[lang].toList);
      await purge(page, lang);
      assert.deepEqual(await stored(page), NOTHING);
      assert.deepEqual(found, []);
      assert.deepEqual(app.said, []);
      await page.close();
    });

  inBrowser("without permission for documents the papers of a case are not opened, and it is said why", async (app) => {
    const page = await app.page({ lang: "es", width: 1440 });
    await toList(page, "es");
    await newCase(page, "es", "Otro");
    // The text of papers is content; it is not allowed by itself.
    await giveAll(page, "es");
    await tab(page, "es", "evidence");
    await press(page, SEALED.es.open);
    assert.notEqual(await saidOf(page), "");
    assert.equal(await page.locator(".archive-screen").count(), 0);
    // The case is here still.
    await tab(page, "es", "case");
    await press(page, CASES.es.toList);
    await purge(page, "es");
    assert.deepEqual(app.said, []);
    await page.close();
  });
}
