/** The steps of a person through the app. Words are those of the app: a test says which, never what they read. @module */
import type { Lang } from "@contraluz/core";
import type { Page } from "playwright-core";
import { CONSENT } from "../src/screens/consent/words.ts";
import { START } from "../src/screens/start/words.ts";

/** A check of many megabytes on a machine that does other things too. */
export const LONG_MS = 120_000;

/** Presses a button by its name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** From the first screen, with a backup at hand, to the screen where the file is chosen. */
export async function toFile(page: Page, lang: Lang): Promise<void> {
  await press(page, START[lang].have);
  await press(page, CONSENT[lang].give);
  await page.locator("#folder").waitFor({ state: "attached" });
}

/** Further lists of signs, on the screen of the file. */
export async function chooseSigns(page: Page, signs: readonly string[]): Promise<void> {
  if (signs.length > 0) await page.setInputFiles("#signs", signs as string[]);
}

/** A folder or a file is chosen, and what comes of it is waited for: an answer, a password, a failure. */
export async function choose(page: Page, from: "folder" | "file", path: string): Promise<void> {
  await page.setInputFiles(`#${from}`, path);
}

export async function untilAnswer(page: Page, timeout: number = LONG_MS): Promise<void> {
  await page.locator("main .answer h1").waitFor({ timeout });
}
