/** The steps of somebody who works on cases. Words are those of the app. @module */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Lang } from "@contraluz/core";
import { openInput, openRef } from "@contraluz/evidence";
import { writeZip } from "@contraluz/formats/zip/index.ts";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import type { Page } from "playwright-core";
import { ANSWER } from "../src/screens/answer/words.ts";
import { CASES } from "../src/screens/cases/words.ts";
import { START } from "../src/screens/start/words.ts";
import { choose, press, untilAnswer } from "./steps.fixture.ts";

export const PHRASE = "cuatro palabras para probar";

/** What came of the last act, once it is there. */
export async function saidOf(page: Page): Promise<string> {
  await page.locator(".cases-screen .notice").first().waitFor();
  return (await page.locator('.cases-screen [role="status"] .notice').allTextContents()).join("\n");
}

/** Waits until the last act was done: what is said of it holds these words. */
export async function untilSaid(page: Page, words: string): Promise<void> {
  await page.locator('.cases-screen [role="status"]').getByText(words).first().waitFor();
}

/** What `act` saves, under this path. */
export async function saved(page: Page, path: string, act: () => Promise<void>): Promise<string> {
  const coming = page.waitForEvent("download");
  await act();
  await (await coming).saveAs(path);
  return path;
}

export async function tab(page: Page, lang: Lang, id: keyof (typeof CASES)["es"]["tab"]): Promise<void> {
  await page.locator(".tabs").getByRole("button", { name: CASES[lang].tab[id], exact: true }).click();
}

/** From the first screen to the list of cases, with a phrase. */
export async function toList(page: Page, lang: Lang, phrase: string = PHRASE): Promise<void> {
  await press(page, START[lang].cases);
  await page.locator("#phrase").fill(phrase);
  await press(page, CASES[lang].open);
  await page.getByRole("heading", { level: 1, name: CASES[lang].list }).waitFor();
}

export async function newCase(page: Page, lang: Lang, title: string, phrase: string = PHRASE): Promise<void> {
  await press(page, CASES[lang].newCase);
  await page.locator("#case-title").fill(title);
  if ((await page.locator("#again").count()) > 0) await page.locator("#again").fill(phrase);
  await press(page, CASES[lang].create);
  await page.locator(".tabs").waitFor();
}

/** Everything may be read and kept, and the person receives it. */
export async function giveAll(page: Page, lang: Lang, more: () => Promise<void> = async () => {}): Promise<void> {
  await tab(page, lang, "consent");
  await page.locator("#person-label").fill("P-1");
  await page.locator("#organisation").fill("Línea de ayuda de prueba");
  await page.locator("#purpose").fill("Saber si hay rastros");
  for (const id of ["group-all", "may-copies", "may-incidents", "how-spoken"]) await page.locator(`#${id}`).check();
  await more();
  await press(page, CASES[lang].form.save);
  await saidOf(page);
}

/** A folder as evidence; ends on the answer. */
export async function addEvidence(page: Page, lang: Lang, folder: string): Promise<void> {
  await tab(page, lang, "evidence");
  await page.locator("#folder").waitFor({ state: "attached" });
  await choose(page, "folder", folder);
  await untilAnswer(page);
}

export async function backToCase(page: Page, lang: Lang): Promise<void> {
  await press(page, ANSWER[lang].toCase);
  await page.locator(".tabs").waitFor();
}

/** Something that was seen, with a point. */
export async function addIncident(page: Page, lang: Lang): Promise<void> {
  const w = CASES[lang].seen;
  await tab(page, lang, "incidents");
  await page.locator("#seen-from").fill("20/11/2026 14:30");
  await page.locator("#seen-place").fill("Huixtla");
  await page.locator("#seen-lat").fill("15.14");
  await page.locator("#seen-lon").fill("-92.46");
  await page.locator("#seen-within").fill("2000");
  await page.locator("#seen-what").fill("Revisaron un teléfono");
  await page.locator("#seen-source").fill("r2");
  await page.getByRole("button", { name: w.add, exact: true }).click();
  await saidOf(page);
}

/** Opens each case of the list, and deletes it. */
export async function purge(page: Page, lang: Lang): Promise<void> {
  const w = CASES[lang];
  const cases = page.locator("table.cases th button");
  await cases.first().waitFor();
  for (let n = await cases.count(); n > 0; n--) {
    await cases.first().click();
    await page.locator(".tabs").waitFor();
    await page.locator("summary", { hasText: w.purge }).click();
    await page.locator("#purge").fill(w.purgeWord);
    await page.locator("form").getByRole("button", { name: w.purge, exact: true }).click();
    await page.getByText(w.purged).waitFor();
  }
}

/** Unpacks a zip into a folder, as anybody would. */
export async function unpack(zip: string, to: string): Promise<void> {
  const platform = nodePlatform();
  const opened = await openInput(await inputOf(zip), { platform, report: () => {} });
  for await (const batch of opened.tree.files())
    for (const f of batch) {
      if (f.kind !== "file") continue;
      const source = await openRef(f.ref!, { platform });
      mkdirSync(dirname(join(to, f.path)), { recursive: true });
      writeFileSync(join(to, f.path), await source.read(0, source.size));
      await source.close?.();
    }
  await opened.close();
}

/** A zip of a folder, as anybody would make it. */
export async function zipFolder(folder: string, to: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((n) =>
    statSync(join(folder, n)).isFile(),
  );
  const entries = names.map((n) => {
    const bytes = readFileSync(join(folder, n));
    return {
      name: `un-caso/${n.replaceAll("\\", "/")}`,
      size: bytes.length,
      async *chunks() {
        yield bytes;
      },
    };
  });
  const parts: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) parts.push(chunk.slice());
  writeFileSync(to, Buffer.concat(parts));
}
