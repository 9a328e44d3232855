/** A permission and what it holds back, one writer at a time, and a case from the keyboard alone. @module */
import assert from "node:assert/strict";
import { CASES } from "../src/screens/cases/words.ts";
import { START } from "../src/screens/start/words.ts";
import { SAMPLE } from "./app.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { addEvidence, backToCase, newCase, PHRASE, purge, saidOf, tab, toList } from "./casework.fixture.ts";
import { press } from "./steps.fixture.ts";

export function permissionCases(inBrowser: Cases): void {
  inBrowser("a permission that allows little, and is taken back: nothing more is read or kept", async (app) => {
    const w = CASES.es;
    const page = await app.page({ lang: "es", width: 1440 });
    await toList(page, "es");
    await newCase(page, "es", "Biznaga");
    await tab(page, "es", "consent");
    await press(page, w.form.save);
    assert.ok((await saidOf(page)).includes(w.form.label), "what is missing is named");
    await page.locator("#person-label").fill("P-3");
    await page.locator("#organisation").fill("Línea");
    await page.locator("#purpose").fill("Revisar");
    await page.locator("#group-system").check();
    await press(page, w.form.save);
    await page.getByText(w.done).waitFor();
    await tab(page, "es", "incidents");
    await page.getByText(w.seen.notAllowed).waitFor();
    await addEvidence(page, "es", SAMPLE);
    await page
      .locator(".verdict .seen")
      .getByText(/sin (tu )?permiso|no permitid/)
      .first()
      .waitFor();
    await backToCase(page, "es");
    assert.equal(await page.getByRole("button", { name: w.add.recheck }).count(), 0, "there is no copy to check again");
    await tab(page, "es", "case");
    await page.getByText(w.hash).waitFor();
    await tab(page, "es", "consent");
    await page.locator("summary", { hasText: w.form.withdraw }).click();
    await press(page, w.form.withdrawDo);
    await page.getByText(/tiene que irse/).waitFor();
    await tab(page, "es", "evidence");
    await page.getByText(w.add.first).waitFor();
    // One writer at a time: another tab says so, and changes nothing.
    const second = await app.page({ lang: "es", width: 1440 });
    await toList(second, "es");
    await second.getByRole("button", { name: "Biznaga" }).click();
    assert.match(await saidOf(second), /Otro programa está escribiendo/);
    await second.close();
    await press(page, w.toList);
    await page.getByText(w.withdrawnRow).waitFor();
    await purge(page, "es");
    assert.deepEqual(app.said, []);
    await page.close();
  });

  inBrowser("a case from the keyboard alone", async (app) => {
    const w = CASES.es;
    const page = await app.page({ lang: "es", width: 1440 });
    const to = async (name: string): Promise<void> => {
      for (let i = 0; i < 120; i++) {
        await page.keyboard.press("Tab");
        if ((await page.evaluate("document.activeElement?.textContent?.trim()")) === name) return;
      }
      throw new Error(`the keyboard does not come to ${name}`);
    };
    const toId = async (id: string): Promise<void> => {
      for (let i = 0; i < 120; i++) {
        await page.keyboard.press("Tab");
        if ((await page.evaluate("document.activeElement?.id")) === id) return;
      }
      throw new Error(`the keyboard does not come to #${id}`);
    };
    await to(START.es.cases);
    await page.keyboard.press("Enter");
    await page.locator("#phrase").waitFor();
    await toId("phrase");
    await page.keyboard.type(PHRASE);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: w.list }).waitFor();
    await to(w.newCase);
    await page.keyboard.press("Enter");
    await toId("case-title");
    await page.keyboard.type("Ceiba");
    await toId("again");
    await page.keyboard.type(PHRASE);
    await page.keyboard.press("Enter");
    await page.locator(".tabs").waitFor();
    await to(w.next.go.consent);
    await page.keyboard.press("Enter");
    await toId("person-label");
    await page.keyboard.type("P-2");
    await toId("organisation");
    await page.keyboard.type("Línea");
    await toId("purpose");
    await page.keyboard.type("Revisar");
    await toId("group-all");
    await page.keyboard.press("Space");
    await to(w.form.save);
    await page.keyboard.press("Enter");
    assert.match(await saidOf(page), new RegExp(w.done));
    await press(page, w.toList);
    await purge(page, "es");
    await page.close();
  });
}
