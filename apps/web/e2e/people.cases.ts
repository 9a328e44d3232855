/** Names and things of papers, what people decide of them, and the ledger of promises and acts beside the pages. @module */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { L, RELATION_WORDS, STATE_WORDS } from "@contraluz/archive/ledger/words.ts";
import { type Lang, say } from "@contraluz/core";
import type { Locator, Page } from "playwright-core";
import { LEDGER } from "../src/screens/archive/ledger/words.ts";
import { PEOPLE } from "../src/screens/archive/people/words.ts";
import { ARCHIVE } from "../src/screens/archive/words.ts";
import { START } from "../src/screens/start/words.ts";
import { NOTHING, stored } from "./app.fixture.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { namedPapers, QUOTE } from "./names.fixture.ts";
import { press } from "./steps.fixture.ts";

/** A machine that does other things too. */
const LONG = 120_000;

const RUNS = [
  { lang: "es", width: 360, scheme: "dark" },
  { lang: "en", width: 1440, scheme: "light" },
] as const;

async function open(page: Page, lang: Lang, path: string): Promise<void> {
  await press(page, START[lang].archive);
  await page.locator("#papers-folder").waitFor({ state: "attached", timeout: LONG });
  await page.setInputFiles(path.endsWith(".zip") ? "#papers-files" : "#papers-folder", path);
  if (path.endsWith(".zip")) return page.locator("#query").waitFor({ timeout: LONG });
  await page.locator("#papers-found").waitFor({ timeout: LONG });
  await page.locator("#letters").uncheck();
  await press(page, ARCHIVE[lang].start);
  await page.locator("#query").waitFor({ timeout: LONG });
  await page.locator(".reading-bar").waitFor({ state: "detached", timeout: LONG });
}

/** The line of a name in the list. */
const row = (page: Page, name: string): Locator =>
  page.locator(".thing-row", { has: page.locator(`bdi:text-is("${name}")`) });

const one = async (page: Page, name: string): Promise<void> => {
  await row(page, name).locator(".link").click();
  await page.locator("#thing-title").waitFor();
};

/** Takes a quote of a page that a search finds. */
async function quote(page: Page, lang: Lang, word: string, path: string, words: string): Promise<void> {
  const w = LEDGER[lang];
  await press(page, ARCHIVE[lang].tab.search);
  await page.locator("#query").fill(word);
  await page.keyboard.press("Enter");
  // What was found before stands there until the answer comes.
  await page.locator(".paper-hit:visible .link", { hasText: path }).click();
  await page.locator("summary", { hasText: w.take }).click();
  await page.locator("#quote-words").fill(words);
  await page
    .locator("form", { has: page.locator("#quote-words") })
    .getByRole("button", { name: w.take })
    .click();
}

export function peopleCases(inBrowser: Cases): void {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-people-"));
  after(() => rmSync(dir, { recursive: true, force: true }));
  const folder = namedPapers(dir);

  for (const { lang, width, scheme } of RUNS)
    inBrowser(`who and what, ${lang}, ${width} px, ${scheme}: beside whom, joined, parted, taken back`, async (app) => {
      const [w, a] = [PEOPLE[lang], ARCHIVE[lang]];
      const page = await app.page({ lang, width });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        for (const b of [...(await breaches(page)), ...(await tooWide(page))]) found.push(`${where}: ${b}`);
      };
      await open(page, lang, folder);
      await press(page, a.tab.people);
      await row(page, "Elena Ríos Vega").waitFor({ timeout: LONG });
      await look("names");
      await one(page, "Elena Ríos Vega");
      const beside = page.locator("li", { has: page.locator("details") });
      assert.match((await beside.first().textContent()) ?? "", /Armando Ruiz Arreguín/);
      await beside.first().locator("summary").click();
      assert.equal(await beside.first().locator(".paper-hit").count(), 2, "a pair shows its pages");
      await look("one");
      await beside.first().locator(".paper-hit .link").first().click();
      await page.locator(".page-text mark").first().waitFor();
      await press(page, a.pageBack);
      await press(page, w.back);

      await page.locator("#thing-type").selectOption("plate");
      await row(page, "ABC-123").waitFor();
      await one(page, "ABC-123");
      await page.locator(".plain-list .link", { hasText: "Armando Ruiz Arreguín" }).waitFor();
      await press(page, w.backThings);
      await page.locator("#thing-type").selectOption("person");
      await page.locator("#thing-text").fill("elena");
      await press(page, w.show);
      await row(page, "Armando Ruiz Arreguín").waitFor({ state: "detached" });
      for (const name of ["Elena Ríos Vega", "Elena Ríos"]) await row(page, name).locator("input").check();
      await press(page, w.save);
      await page.getByText(w.need).waitFor();
      await page.locator("#join-by").fill("Alma Ruiz");
      await page.locator("#join-why").fill("misma letra");
      await look("joining");
      await press(page, w.save);
      await page.getByText(w.done).waitFor();
      await row(page, "Elena Ríos").waitFor({ state: "detached" });
      assert.match((await row(page, "Elena Ríos Vega").textContent()) ?? "", new RegExp(w.merged(1)));

      await one(page, "Elena Ríos Vega");
      await page.locator("summary", { hasText: w.split }).click();
      await page.locator("fieldset .opt", { hasText: "carta.txt" }).locator("input").check();
      await page.locator("#split-name").fill("Elena de la carta");
      await page.locator("#split-why").fill("es hermana");
      await look("splitting");
      await press(page, w.save);
      await row(page, "Elena de la carta").waitFor();
      await press(page, w.undoOf("d1"));
      await page.locator("#undo-why").fill("eran dos");
      await look("undoing");
      await page
        .locator("form", { has: page.locator("#undo-why") })
        .getByRole("button", { name: w.save })
        .click();
      await row(page, "Elena Ríos").waitFor();

      await press(page, a.tab.save);
      const coming = page.waitForEvent("download");
      await press(page, a.saveZip);
      const zip = join(dir, `${lang}-names.zip`);
      await (await coming).saveAs(zip);
      assert.ok(readFileSync(zip).includes("decisions.jsonl"));
      await press(page, a.closeAll);
      await open(page, lang, zip);
      await press(page, a.tab.people);
      await page.locator(".tag", { hasText: w.undone }).waitFor({ timeout: LONG });
      assert.deepEqual(await stored(page), NOTHING);
      assert.deepEqual(found, []);
      assert.deepEqual(app.said, []);
      await page.close();
    });

  for (const { lang, width, scheme } of RUNS)
    inBrowser(`promises and acts, ${lang}, ${width} px, ${scheme}: from two pages to broken, and out`, async (app) => {
      const [w, a] = [LEDGER[lang], ARCHIVE[lang]];
      const page = await app.page({ lang, width });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        for (const b of [...(await breaches(page)), ...(await tooWide(page))]) found.push(`${where}: ${b}`);
      };
      await open(page, lang, folder);
      await quote(page, lang, "vigilado", "diario.txt", "Nadie sera espiado");
      await page.getByText(w.takeNot).waitFor();
      await look("quote");
      await page.locator("#quote-words").fill(QUOTE);
      await page
        .locator("form", { has: page.locator("#quote-words") })
        .getByRole("button", { name: w.take })
        .click();
      await page.getByText(w.taken).waitFor();
      await press(page, a.pageBack);
      await quote(
        page,
        lang,
        "informa",
        "oficio-1.txt",
        "Se informa que Elena Ríos Vega viajó con Armando Ruiz Arreguín",
      );
      await press(page, a.pageBack);
      await quote(page, lang, "hermana", "carta.txt", "dos agentes de la oficina siguieron a mi hermana");
      await press(page, a.pageBack);

      await press(page, a.tab.ledger);
      await page.locator("summary", { hasText: w.addClaim }).click();
      await page.locator("#claim-speaker").fill("Bruno Cárdenas Soto");
      await page.locator("#claim-actor").fill("la oficina");
      await page.locator("#claim-subject").fill("vigilancia");
      await page.locator("#claim-said").fill("septiembre");
      await press(page, w.save);
      await page.getByText(w.notSaved).waitFor();
      await look("claim form");
      await page.locator("#claim-said").fill("1974-09-01");
      await page.locator("#claim-until").fill("1975");
      await page.locator("#claim-sources-0").check();
      await press(page, w.save);
      await page.locator("#claim-of-C1").waitFor();
      await page.locator("#ledger-title:focus").waitFor();
      assert.equal(await page.locator(".ledger-state").textContent(), say(STATE_WORDS.open, lang));

      await page.locator("summary", { hasText: w.addAct }).click();
      await page.locator("#act-actor").fill("La Oficina");
      await page.locator("#act-what").fill("Siguieron a una mujer");
      await page.locator("#act-on").fill("1974-10");
      for (const n of [1, 2]) await page.locator(`#act-sources-${n}`).check();
      await press(page, w.save);
      await page.locator("#acts-alone").waitFor();

      await press(page, w.reviewOf("C1"));
      await page.locator("#link-of-C1-why").fill("Es la misma oficina, en ese tiempo");
      await page.locator("#link-of-C1-reviewer").fill("Alma Ruiz");
      await look("review form");
      await press(page, w.save);
      await page.locator(".ledger-act").waitFor();
      assert.equal(await page.locator(".ledger-state").textContent(), say(STATE_WORDS.open, lang), "nobody was asked");
      await press(page, w.mendOf("L1"));
      await page.locator("#link-L1-reply").selectOption("no-answer");
      await page.locator("#link-L1-reply-on").fill("2026-11-20");
      await press(page, w.save);
      await page.getByText(w.saved("L2")).waitFor();
      assert.equal(await page.locator(".ledger-state").textContent(), say(STATE_WORDS.broken, lang));
      assert.ok(await page.getByText(say(RELATION_WORDS.contradicts, lang)).first().isVisible());
      assert.ok((await page.locator(".ledger-sources b").allTextContents()).every((t) => t === say(L.checked, lang)));
      await look("broken");
      // What was known before the act: nothing.
      await page.locator("#ledger-at").fill("1974-09-15");
      await press(page, w.show);
      await page.locator(".ledger-act").waitFor({ state: "detached" });
      assert.equal(await page.locator(".ledger-state").textContent(), say(STATE_WORDS.open, lang));
      await page.locator("#ledger-at").fill("");
      await press(page, w.show);
      await page.locator(".ledger-act").waitFor();
      await page.locator(".ledger-sources .link").first().click();
      await page.locator(".page-text mark").first().waitFor();
      await press(page, a.pageBack);

      let coming = page.waitForEvent("download");
      await press(page, w.filesZip);
      const zip = join(dir, `${lang}-ledger.zip`);
      await (await coming).saveAs(zip);
      const all = readFileSync(zip);
      for (const name of ["ledger.jsonl", "ledger.claimreview.jsonld", "ledger.es.html"])
        assert.ok(all.includes(name), name);
      await press(page, a.tab.save);
      coming = page.waitForEvent("download");
      await press(page, a.saveZip);
      const saved = join(dir, `${lang}-all.zip`);
      await (await coming).saveAs(saved);
      await press(page, a.closeAll);
      await open(page, lang, saved);
      await press(page, a.tab.ledger);
      await page.locator(".ledger-state.broken").waitFor({ timeout: LONG });
      // Lines of somebody else: one that says what has to be worked out is refused.
      await page.setInputFiles("#ledger-file", {
        name: "otra.jsonl",
        mimeType: "application/jsonl",
        buffer: Buffer.from('{"type":"verdict","id":"V1"}\n'),
      });
      await page.getByText(w.brought(0, 0)).waitFor();
      assert.deepEqual(await stored(page), NOTHING);
      assert.deepEqual(found, []);
      assert.deepEqual(app.said, []);
      await page.close();
    });
}
