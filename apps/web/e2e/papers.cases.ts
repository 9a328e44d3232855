/** Papers in the page: read, searched, shown with boxes, marked, corrected, saved and opened again. Nothing is asked of anybody, nothing stays. @module */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import type { Lang } from "@contraluz/core";
import type { Page } from "playwright-core";
import { ARCHIVE } from "../src/screens/archive/words.ts";
import { START } from "../src/screens/start/words.ts";
import { NOTHING, stored } from "./app.fixture.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { papers, WORD } from "./papers.fixture.ts";
import { press, until } from "./steps.fixture.ts";

/** A machine that does other things too. */
const LONG = 120_000;

const RUNS = [
  { lang: "es", width: 360, scheme: "dark" },
  { lang: "en", width: 1440, scheme: "light" },
] as const;

async function enter(page: Page, lang: Lang): Promise<void> {
  await press(page, START[lang].archive);
  await page.locator("#papers-folder").waitFor({ state: "attached", timeout: LONG });
}

async function read(page: Page, lang: Lang): Promise<void> {
  await page.locator("#papers-found").waitFor({ timeout: LONG });
  await press(page, ARCHIVE[lang].start);
  await untilRead(page);
}

async function untilRead(page: Page): Promise<void> {
  await page.locator("#query").waitFor({ timeout: LONG });
  await page.locator(".reading-bar").waitFor({ state: "detached", timeout: LONG });
}

async function search(page: Page, text: string): Promise<void> {
  await page.locator("#query").fill(text);
  await page.keyboard.press("Enter");
  await page.locator("#found").waitFor();
}

const hits = (page: Page): Promise<string[]> => page.locator(".paper-hit:visible .link").allTextContents();

export function papersCases(inBrowser: Cases): void {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-papers-"));
  after(() => rmSync(dir, { recursive: true, force: true }));
  const folder = papers(dir);

  for (const { lang, width, scheme } of RUNS)
    inBrowser(`papers, ${lang}, ${width} px, ${scheme}: from a folder to a saved zip and back`, async (app) => {
      const w = ARCHIVE[lang];
      const before = app.requests.length;
      const page = await app.page({ lang, width });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        for (const b of [...(await breaches(page)), ...(await tooWide(page))]) found.push(`${where}: ${b}`);
      };
      assert.ok(
        !app.requests.slice(before).some((r) => r.includes("contraluz_archive")),
        "nothing of it comes before it is asked for",
      );
      await enter(page, lang);
      await look("gate");
      await page.setInputFiles("#papers-folder", folder);
      await page.locator("#papers-found").waitFor();
      await look("how");
      await press(page, w.start);
      await untilRead(page);
      const requests = app.requests.length;
      assert.match(
        (await page.locator(".archive-screen").textContent()) ?? "",
        new RegExp(`${w.states.unreadable}: 1`),
      );

      await search(page, WORD);
      assert.deepEqual(await hits(page), ["1/hoja.png"]);
      assert.ok(await page.getByText(w.lookedAt(8, 1)).isVisible(), "beside what was found: what could not be read");
      await look("found");
      await page.locator(".paper-hit:visible .link").click();
      await page.locator(".paper image").waitFor({ timeout: LONG });
      const box = await page.locator(".found-box").first().boundingBox();
      const sheet = await page.locator(".paper").boundingBox();
      assert.ok(box && sheet && box.x > sheet.x && box.x + box.width < sheet.x + sheet.width && box.y > sheet.y);
      await look("page");
      await press(page, w.marks.keep);
      await page.getByText(w.marked, { exact: true }).waitFor();
      await page.locator("summary", { hasText: w.correct }).click();
      await press(page, w.correctSave);
      await page.getByText(w.correctSame).waitFor();
      await page.locator("#fix-text").fill("LA TELA DE ROSA IBARRA NAVA");
      await press(page, w.correctSave);
      await page.locator("#fix-by:focus").fill("Ana");
      await press(page, w.correctSave);
      await page.getByText(w.correctedNow).waitFor();
      await look("corrected");

      await press(page, w.pageBack);
      await until(page, "document.activeElement.textContent.includes('hoja.png')");
      await press(page, w.tab.names);
      await page.locator("#names").fill("Rosa Ibarra Nava\nGertrudis Xicoténcatl Ypsilanti");
      await press(page, w.namesGo);
      await page.locator("#name-1").waitFor();
      assert.equal(
        await page
          .locator("section", { has: page.locator("#name-0") })
          .locator(".paper-hit:visible")
          .count(),
        2,
      );
      assert.equal(
        await page
          .locator("section", { has: page.locator("#name-1") })
          .locator(".paper-hit:visible")
          .count(),
        0,
      );
      assert.ok(await page.getByText(w.notAsserted).isVisible());
      await look("names");
      await press(page, w.tab.look);
      await page.getByText(w.finding["text-under-bar"]).first().waitFor();
      await look("look");
      await press(page, w.tab.pages);
      await page.locator("#pages-shown").selectOption("mark-keep");
      await page.locator(".paper-hit:visible").first().waitFor();
      await look("pages");
      await press(page, w.tab.save);
      await look("save");
      const coming = page.waitForEvent("download");
      await press(page, w.saveZip);
      const zip = join(dir, `${lang}.zip`);
      await (await coming).saveAs(zip);
      assert.ok(!readFileSync(zip).includes("Xicot"), "no query is in it");
      assert.deepEqual(app.requests.slice(requests), []);

      await press(page, w.closeAll);
      assert.deepEqual(await stored(page), NOTHING);
      await enter(page, lang);
      await page.setInputFiles("#papers-files", zip);
      await page.locator("#query").waitFor({ timeout: LONG });
      await search(page, '"rosa ibarra"');
      assert.deepEqual((await hits(page)).sort(), ["1/hoja.png", "1/oficio.pdf"]);
      // Without the documents there is nothing to show; with them there is.
      await page.locator(".paper-hit:visible .link", { hasText: "hoja" }).click();
      await page.getByText(w.picture.missing).waitFor();
      assert.equal(await page.locator(".toggle[aria-pressed=true]").textContent(), w.marks.keep);
      await press(page, w.pageBack);
      await page.locator("summary", { hasText: w.giveAgain }).click();
      await page.setInputFiles("#papers-folder", folder);
      await page.locator("summary", { hasText: w.giveAgain }).waitFor({ state: "detached" });
      await page.locator(".paper-hit:visible .link", { hasText: "hoja" }).click();
      await page.locator(".paper image").waitFor({ timeout: LONG });
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.waitForURL(/exit-..\.html$/);
      assert.deepEqual(found, []);
      assert.deepEqual(app.said, []);
      await page.close();
    });

  inBrowser(
    "papers kept in this browser open again in another visit, and are gone when they are deleted",
    async (app) => {
      const w = ARCHIVE.es;
      const page = await app.page({ lang: "es", width: 1440 });
      await enter(page, "es");
      // Several files at once are a folder of them.
      await page.setInputFiles("#papers-files", [join(folder, "marca.txt"), join(folder, "1/oficio.pdf")]);
      await page.locator("#papers-found").waitFor();
      await page.locator("#keep-now").check();
      await page.locator("#letters").uncheck();
      await read(page, "es");
      await search(page, "huelga");
      await page.locator(".paper-hit:visible .link").click();
      await page.locator(".page-text").waitFor();
      // Markup of the evidence is text.
      assert.match((await page.locator(".page-text").first().textContent()) ?? "", /<img src=x onerror=/);
      assert.equal(await page.locator(".archive-screen img").count(), 0);
      await press(page, w.marks.unsure);
      await page.getByText(w.marked, { exact: true }).waitFor();
      await page.reload();
      await page.locator("main h1").waitFor();
      assert.deepEqual(((await stored(page)) as { files: string[] }).files, ["contraluz-archive"]);
      await enter(page, "es");
      await press(page, w.keptOpen);
      await page.locator("#query").waitFor({ timeout: LONG });
      await search(page, "huelga");
      assert.deepEqual(await hits(page), ["marca.txt"]);
      await press(page, w.tab.pages);
      await page.locator("#pages-shown").selectOption("mark-unsure");
      await page.locator("p[role=status]:visible", { hasText: new RegExp(`^${w.pages(1)}$`) }).waitFor();
      await page.locator(".paper-hit:visible").waitFor();
      await press(page, w.tab.save);
      await press(page, w.dropKept);
      await press(page, w.yes);
      await page.getByText(w.keptDropped).waitFor();
      await press(page, w.closeAll);
      await page.locator("main h1").waitFor();
      assert.deepEqual(await stored(page), NOTHING);
      assert.deepEqual(app.said, []);
      await page.close();
    },
  );

  inBrowser("the single file reads letters from the disk, and asks for nothing", async (app) => {
    const page = await app.page({ lang: "es", width: 1440, file: true });
    const requests = app.requests.length;
    await enter(page, "es");
    await page.setInputFiles("#papers-files", join(folder, "1/hoja.png"));
    await read(page, "es");
    await search(page, WORD);
    assert.deepEqual(await hits(page), ["hoja.png"]);
    assert.deepEqual(app.requests.slice(requests), []);
    assert.deepEqual(app.said, []);
    await page.close();
  });

  inBrowser("reading stops and goes on where it was; what cannot be read is said", async (app) => {
    const w = ARCHIVE.en;
    const page = await app.page({ lang: "en", width: 1440 });
    await enter(page, "en");
    await page.setInputFiles("#papers-files", join(folder, "roto.jpg"));
    await read(page, "en");
    await search(page, "rosa");
    assert.equal(await page.locator("#found").textContent(), w.none);
    assert.ok(await page.getByText(w.lookedAt(1, 1)).isVisible());
    await press(page, w.tab.save);
    await press(page, w.closeAll);
    await enter(page, "en");
    await page.setInputFiles("#papers-folder", folder);
    await page.locator("#papers-found").waitFor();
    await press(page, w.start);
    await press(page, w.stop);
    await until(page, "!document.querySelector('.reading-bar')");
    // Where it had not begun, it is begun; else it goes on.
    const again = page.getByRole("button", { name: w.goOn, exact: true });
    if (await again.isVisible()) await again.click();
    else if (await page.locator("#papers-found").isVisible()) await press(page, w.start);
    await untilRead(page);
    await press(page, w.tab.pages);
    await page.getByText(w.pages(8), { exact: true }).waitFor();
    assert.deepEqual(app.said, []);
    await page.close();
  });
}
