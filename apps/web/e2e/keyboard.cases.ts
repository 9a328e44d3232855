/** From the first screen to the end with nothing but a keyboard. @module */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { ANSWER } from "../src/screens/answer/words.ts";
import { CONSENT } from "../src/screens/consent/words.ts";
import { FILE } from "../src/screens/file/words.ts";
import { HAND } from "../src/screens/hand/words.ts";
import { LEAVE } from "../src/screens/leave/words.ts";
import { START } from "../src/screens/start/words.ts";
import { WAYS } from "../src/screens/ways/words.ts";
import { SAMPLE } from "./app.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { until, untilAnswer } from "./steps.fixture.ts";

/** What has the focus: its id, its name, and whether one sees that it has. */
const FOCUS = `(() => {
  const e = document.activeElement;
  const style = getComputedStyle(e);
  const label = e.labels?.[0]?.textContent ?? "";
  return {
    id: e.id,
    name: (e.getAttribute("aria-label") ?? (e.textContent || label)).trim(),
    tag: e.localName,
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
})()`;

interface Focus {
  readonly id: string;
  readonly name: string;
  readonly tag: string;
  readonly ringed: boolean;
}

const MOST = 80;

/** Presses Tab until the focus is there. Everything that it meets must show that it has the focus. */
export async function tabTo(page: Page, there: (f: Focus) => boolean, what: string): Promise<void> {
  const met: string[] = [];
  for (let i = 0; i < MOST; i++) {
    await page.keyboard.press("Tab");
    const f = (await page.evaluate(FOCUS)) as Focus;
    met.push(f.id || f.name.slice(0, 30));
    if (f.tag !== "body") assert.ok(f.ringed, `no ring: ${f.tag} ${f.id} ${f.name}`);
    if (there(f)) return;
  }
  assert.fail(`${what} is not reached: ${met.join(" → ")}`);
}

export async function act(page: Page, name: string, key = "Enter"): Promise<void> {
  await tabTo(page, (f) => f.tag === "button" && (f.name === name || f.name.startsWith(name)), name);
  await page.keyboard.press(key);
}

async function mark(page: Page, id: string): Promise<void> {
  await tabTo(page, (f) => f.id === id, id);
  await page.keyboard.press("Space");
  assert.ok(await page.locator(`#${id}`).isChecked(), id);
}

export function keyboardCases(inBrowser: Cases): void {
  inBrowser("from the first screen to the end with the keyboard alone", async (app) => {
    const page = await app.page({ lang: "es", width: 1440 });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(((await page.evaluate(FOCUS)) as Focus).id, "main", "the first stop skips the bar");
    await act(page, START.es.go);
    for (const id of ["phone-iphone", "device-computer", "has-cable", "has-space", "has-time"]) await mark(page, id);
    await act(page, HAND.es.go, "Space");
    await page.locator(".choices").first().waitFor();
    assert.equal(((await page.evaluate(FOCUS)) as Focus).id, "main", "a new screen takes the focus");
    await act(page, WAYS.es.have);
    await mark(page, "whose-mine");
    await act(page, CONSENT.es.give);
    const choosing = page.waitForEvent("filechooser");
    await act(page, FILE.es.folder);
    await (await choosing).setFiles(SAMPLE);
    await untilAnswer(page);
    await until(page, "document.activeElement?.localName === 'h1'");
    const coming = page.waitForEvent("download");
    await act(page, ANSWER.es.save);
    assert.match((await coming).suggestedFilename(), /^informe-\d{4}-\d\d-\d\d\.html$/);
    await act(page, ANSWER.es.close);
    await act(page, LEAVE.es.remove);
    await page.getByText(START.es.removed).waitFor();
    await page.close();
  });
}
