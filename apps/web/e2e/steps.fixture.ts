/** The steps of a person through the app. Words are those of the app: a test says which, never what they read. @module */
import type { Lang } from "@contraluz/core";
import type { Page } from "playwright-core";
import { BENCH } from "../src/bench/words.ts";
import { ANSWER } from "../src/screens/answer/words.ts";
import { CONSENT } from "../src/screens/consent/words.ts";
import { GUIDE } from "../src/screens/guide/words.ts";
import { HAND } from "../src/screens/hand/words.ts";
import { LEAVE } from "../src/screens/leave/words.ts";
import { START } from "../src/screens/start/words.ts";
import { WAYS } from "../src/screens/ways/words.ts";

/** A check of many megabytes on a machine that does other things too. */
const LONG_MS = 120_000;

/** Presses a button by its name; the first, where a long page has it twice. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
}

/** From the first screen, with a backup at hand, to the screen where the file is chosen. */
export async function toFile(page: Page, lang: Lang): Promise<void> {
  await press(page, START[lang].have);
  await giveConsent(page, lang);
  await page.locator("#folder").waitFor({ state: "attached" });
}

/** On the screen of consent: says whose phone it is, which nobody says for them, and gives it. */
export async function giveConsent(page: Page, lang: Lang): Promise<void> {
  // It says what is missing, and leads there; Playwright takes `aria-disabled` for a button that nobody can press.
  await page.getByRole("button", { name: CONSENT[lang].whoseFirst, exact: true }).click({ force: true });
  await page.locator("#whose-mine:focus").check();
  await press(page, CONSENT[lang].give);
}

/** Further lists of signs, on the screen of the file. */
export async function chooseSigns(page: Page, signs: readonly string[]): Promise<void> {
  if (signs.length > 0) await page.setInputFiles("#signs", signs as string[]);
}

export async function choose(page: Page, from: "folder" | "file", path: string): Promise<void> {
  await page.setInputFiles(`#${from}`, path);
}

const POLL_MS = 50;

/** Until `expression` is true in the page. Playwright's own waiting evaluates text in the page, which its policy forbids. */
export async function until(page: Page, expression: string): Promise<void> {
  const end = Date.now() + LONG_MS;
  while (!(await page.evaluate(expression).catch(() => false))) {
    if (Date.now() > end) throw new Error(`never: ${expression}`);
    await page.waitForTimeout(POLL_MS);
  }
}

/** Esc twice, as a person in a hurry does it. */
export async function escEsc(page: Page): Promise<void> {
  const { keyboard } = page;
  // All four are sent before the first is answered: on a busy machine an answer may take longer than a person between two presses.
  await Promise.all([keyboard.down("Escape"), keyboard.up("Escape"), keyboard.down("Escape"), keyboard.up("Escape")]);
}

/** Until no thread of `page` runs any more: the browser ends one soon after it is told to, not at once. */
export async function untilNoThread(page: Page): Promise<void> {
  const end = Date.now() + LONG_MS;
  while (page.workers().length > 0) {
    if (Date.now() > end) throw new Error(`never without a thread: ${page.workers().map((w) => w.url())}`);
    await page.waitForTimeout(POLL_MS);
  }
}

/**
 * Until all that later screens need has come: the last of it is what `main.tsx` asks for last. A network that is idle for a moment may just be
 * slow.
 */
export async function loadedAhead(page: Page): Promise<void> {
  await until(page, "performance.getEntriesByType('resource').some((r) => /contraluz_fonts/.test(r.name))");
}

/** An answer, or why there is none. */
export async function untilAnswer(page: Page, timeout: number = LONG_MS): Promise<void> {
  await page.locator("main .answer h1").waitFor({ timeout });
}

/** Every screen that stands still. */
export type Stop =
  | "start"
  | "hand"
  | "ways"
  | "notice"
  | "guide"
  | "consent"
  | "stopped"
  | "file"
  | "answer"
  | "bench"
  | "leave"
  | "removed";

/**
 * The whole way, with what somebody may meet beside it: `at` is called on every screen once it stands. Ends on the first screen,
 * after the result was removed.
 */
export async function wholeWay(
  page: Page,
  o: { readonly lang: Lang; readonly folder: string; readonly signs: readonly string[] },
  at: (stop: Stop) => Promise<void>,
): Promise<void> {
  const { lang } = o;
  await at("start");
  await press(page, START[lang].go);
  for (const id of ["phone-iphone", "device-computer", "has-cable", "has-space", "has-time"])
    await page.locator(`#${id}`).check();
  await at("hand");
  await press(page, HAND[lang].go);
  await page.locator(".choices").first().waitFor();
  await at("ways");
  for (const [kind, stop] of [
    ["notice", "notice"],
    ["ios-backup", "guide"],
  ] as const) {
    await page.getByRole("button", { name: WAYS[lang].kinds[kind].name }).click();
    await page.locator(".guide").waitFor();
    await at(stop);
    if (stop === "notice") await press(page, GUIDE[lang].back);
  }
  await press(page, GUIDE[lang].ready);
  await page.locator("#whose-unknowing").check();
  await at("consent");
  await press(page, CONSENT[lang].give);
  await at("stopped");
  await page.locator("main .btn").last().click();
  await toFile(page, lang);
  await chooseSigns(page, o.signs);
  await page.locator("main details summary").first().click();
  await at("file");
  await choose(page, "folder", o.folder);
  await untilAnswer(page);
  await at("answer");
  await press(page, ANSWER[lang].bench);
  for (const tab of ["time", "place", "coverage"] as const) {
    await press(page, BENCH[lang].tab[tab]);
    await page.getByRole("heading", { level: 1, name: BENCH[lang].title[tab], exact: true }).waitFor();
    await at("bench");
  }
  await press(page, `‹ ${BENCH[lang].back}`);
  await press(page, ANSWER[lang].close);
  await at("leave");
  await press(page, LEAVE[lang].remove);
  await page.getByText(START[lang].removed).waitFor();
  await at("removed");
}
