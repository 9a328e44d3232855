/** A case that others have a part in: new signs and what was decided, a second key, files that go along, an edition beside the full one. @module */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { HOLDS } from "@contraluz/case/dossier/words.ts";
import { newIdentity, openVault } from "@contraluz/case/vault/index.ts";
import { say } from "@contraluz/core";
import { nodePlatform, vaultFolder } from "@contraluz/platform-node";
import { CASES } from "../src/screens/cases/words.ts";
import { START } from "../src/screens/start/words.ts";
import { NOTHING, SAMPLE, stored } from "./app.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import {
  addEvidence,
  backToCase,
  giveAll,
  newCase,
  purge,
  saidOf,
  saved,
  tab,
  unpack,
  untilSaid,
} from "./casework.fixture.ts";
import { act, tabTo } from "./keyboard.cases.ts";
import { choose, press, untilAnswer } from "./steps.fixture.ts";

const BAG = "contraluz-dossier";
const platform = nodePlatform();

export function caseshareCases(inBrowser: Cases): void {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-caseshare-"));
  after(() => rmSync(dir, { recursive: true, force: true }));

  inBrowser(
    "new signs without the file, who can open it, files along, the full edition; a story by keyboard",
    async (app) => {
      const w = CASES.es;
      await app.context.setOffline(false);
      const page = await app.page({ lang: "es", width: 1440 });
      await press(page, START.es.cases);
      await page.locator("#key-file").check();
      const key = await saved(page, join(dir, "llave.txt"), () => press(page, w.keyMake));
      await press(page, w.open);
      await newCase(page, "es", "Nopal");
      await giveAll(page, "es");
      await addEvidence(page, "es", SAMPLE);
      await backToCase(page, "es");

      // What a person decided goes along to the check with new signs.
      await tab(page, "es", "findings");
      const card = page.locator(".finding").first();
      await card.locator("summary").first().click();
      await card.getByLabel(w.review.dismiss).check();
      await card.getByLabel(w.review.name).fill("N. Ibarra");
      await card.getByLabel(w.review.why).fill("Es del taller");
      await card.getByRole("button", { name: w.review.save }).click();
      await card.getByText("N. Ibarra").first().waitFor();
      await tab(page, "es", "evidence");
      await press(page, w.add.recheckSigns);
      await untilAnswer(page);
      await backToCase(page, "es");
      await untilSaid(page, w.add.carried(1));
      await tab(page, "es", "findings");
      await page.locator(".finding").first().getByText("N. Ibarra").first().waitFor();

      // Somebody else gets a key to it.
      const other = await newIdentity();
      await tab(page, "es", "case");
      await page.locator("summary", { hasText: w.openers.title }).click();
      await page.locator("#openers").fill("age1nadie");
      await press(page, w.openers.save);
      await untilSaid(page, w.notDone);
      await page.locator("#openers").fill(other.recipient);
      await press(page, w.openers.save);
      await page.locator(".plain-list").getByText(other.recipient.slice(0, 40)).waitFor();

      // With nothing but the keyboard.
      await tab(page, "es", "stories");
      await page.getByRole("button", { name: w.story.write }).waitFor();
      await act(page, w.story.write);
      const fill = async (id: string, text: string): Promise<void> => {
        await tabTo(page, (f) => f.id === id, id);
        await page.keyboard.type(text);
      };
      await fill("story-title", "En el taller");
      await fill("sentence-1", "Hay un rastro.");
      await page.locator("#rests-1 option").nth(1).waitFor({ state: "attached" });
      await tabTo(page, (f) => f.id === "rests-1", "rests-1");
      await page.keyboard.press("ArrowDown");
      await act(page, w.story.add);
      await act(page, w.story.save);
      await page.locator("article.sheet", { hasText: "En el taller" }).waitFor();

      // The person gets all of it, with the files that were read; somebody else a part, which is compared with it.
      await tab(page, "es", "leave");
      await page.locator("#dossier-evidence").check();
      await page.locator("#dossier-tlp").selectOption("amber");
      const full = await saved(page, join(dir, "todo.zip"), () => press(page, w.dossier.make));
      await saidOf(page);
      await unpack(full, join(dir, "todo"));
      assert.ok(readdirSync(join(dir, "todo", BAG, "data/evidence")).length > 0);
      assert.match(readFileSync(join(dir, "todo", BAG, "bag-info.txt"), "utf8"), /Contraluz-TLP: amber/i);
      await page.locator("#dossier-evidence").uncheck();
      await page.locator("summary", { hasText: w.edition.title }).click();
      await page.locator("#withhold-texts").fill("Hay un rastro");
      const part = await saved(page, join(dir, "parte.zip"), () => press(page, w.dossier.make));
      await untilSaid(page, w.dossier.read);
      await press(page, w.toList);
      await press(page, w.verifyGo);
      await choose(page, "file", part);
      await page.locator("#full-edition").waitFor({ state: "attached" });
      await page.setInputFiles("#full-edition", full);
      await press(page, w.verify.again);
      const compared = page.getByText(say(HOLDS["full-edition"], "es"));
      await compared.waitFor();
      // Another dossier is not compared with what was given for this one.
      await choose(page, "file", part);
      await compared.waitFor({ state: "detached" });
      await page.locator("#full-edition").waitFor({ state: "attached" });
      assert.equal(await compared.count(), 0);

      await press(page, w.title);
      await page.getByRole("button", { name: "Nopal" }).click();
      const copy = await saved(page, join(dir, "copia.zip"), () => press(page, w.keepCopy));
      await unpack(copy, join(dir, "copia"));
      const machine = { platform, now: () => "2026-11-26T03:30:00Z", random: () => new Uint8Array(32) };
      const mine = readFileSync(key, "utf8")
        .split("\n")
        .find((l) => l.startsWith("AGE-"))!;
      for (const identity of [mine, other.identity]) {
        const vault = await openVault(vaultFolder(join(dir, "copia/case-0001")), { identities: [identity] }, machine);
        assert.deepEqual([vault.trouble, vault.state.checks.length, vault.state.stories.length], [[], 2, 1]);
      }
      await press(page, w.toList);
      await purge(page, "es");
      assert.deepEqual(await stored(page), NOTHING, "neither a dossier with files nor new signs leave anything");
      assert.deepEqual(app.said, []);
      await page.close();
    },
  );
}
