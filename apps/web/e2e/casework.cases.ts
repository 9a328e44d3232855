/** Work on cases: from an empty browser to a dossier that is checked; nothing is stored but the case, and nothing is asked of anybody. @module */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { V } from "@contraluz/case/dossier/words.ts";
import { CASES } from "../src/screens/cases/words.ts";
import { NOTHING, SAMPLE, stored } from "./app.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { addEvidence, backToCase, giveAll, newCase, tab, toList } from "./casework.fixture.ts";
import { choose, press } from "./steps.fixture.ts";

export function caseworkCases(inBrowser: Cases): void {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-casework-"));
  after(() => rmSync(dir, { recursive: true, force: true }));

  inBrowser("a case from its first day to a dossier that holds", async (app) => {
    const page = await app.page({ lang: "es", width: 1440 });
    const w = CASES.es;
    await page.waitForLoadState("networkidle");
    app.requests.length = 0;
    await toList(page, "es");
    assert.deepEqual(await stored(page), NOTHING, "looking at cases stores nothing");
    await newCase(page, "es", "Jacaranda");
    assert.deepEqual((await stored(page)).files, ["contraluz-cases"]);
    await giveAll(page, "es");
    await addEvidence(page, "es", SAMPLE);
    await backToCase(page, "es");
    await tab(page, "es", "findings");
    await page.locator(".finding").first().waitFor();
    await tab(page, "es", "time");
    await page.locator(".heard li").first().waitFor();
    await tab(page, "es", "leave");
    const coming = page.waitForEvent("download");
    await press(page, w.dossier.make);
    const zip = join(dir, "dossier.zip");
    await (await coming).saveAs(zip);
    await press(page, w.toList);
    await press(page, w.verifyGo);
    await choose(page, "file", zip);
    await page.getByRole("heading", { name: V.unproven.es }).waitFor();
    // Nobody signed it, and no file of it was changed.
    assert.equal(await page.getByRole("heading", { name: V.failsHead.es }).count(), 0);
    assert.deepEqual(app.requests, []);
    assert.deepEqual(app.said, []);
    await page.close();
  });
}
