/** The page for a lawyer as a browser prints it: one page of A4, whatever was found, seen and decided. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LANGS, type Result } from "@contraluz/core";
import { RULES } from "@contraluz/detection";
import { type ReviewDecision, sendSheet, sheetHtml } from "@contraluz/report";
import { ARTIFACTS, SAMPLES } from "@contraluz/report/sample.fixture.ts";
import type { BrowserContext } from "playwright-core";
import { reportFonts } from "../apps/cli/src/fonts.ts";
import { startChromium } from "./web-engine/chromium.ts";

let browser: BrowserContext | string;
before(async () => {
  browser = await startChromium();
});
after(async () => {
  if (typeof browser !== "string") await browser.browser()?.close();
});

const NAMES = { artifacts: ARTIFACTS, rules: new Map(RULES.map((r) => [r.id, r.words.name])) };
const PRINT = "ab".repeat(32);
/** As much of everything as a page is told. */
const full = (r: Result): Result => ({
  ...r,
  evidence: Array.from({ length: 9 }, () => r.evidence[0]!),
  indicators: Array.from({ length: 9 }, () => ({ ...r.indicators[0]!, ...(r.indicators[0] ? {} : EMPTY) })),
  context: {
    ...r.context,
    custody: Array.from({ length: 9 }, () => ["2021-05-12T10:00:00Z", "2022-11-28T10:00:00Z"] as const),
  },
});
const EMPTY = { name: "", source: "", licence: "", date: "2021-06-01", sha256: PRINT, count: 1 };

test("one page for every verdict, in both languages, also where people decided much", async (t) => {
  if (typeof browser === "string") return t.skip(browser);
  const page = await browser.newPage();
  for (const [name, sample] of Object.entries(SAMPLES))
    for (const lang of LANGS)
      for (const result of [sample, full(sample)]) {
        const kinds = ["confirm", "dismiss", "ask"] as const;
        const reviews = result.findings.map(
          (f, i): ReviewDecision => ({
            finding: f.id,
            decision: kinds[i % 3]!,
            why: "",
            reviewer: { name: `María Guadalupe Hernández Peña ${i}`, role: "analista forense del laboratorio" },
          }),
        );
        const sheet = sendSheet(result, {
          for: "lawyer",
          lang,
          names: NAMES,
          fingerprint: PRINT,
          ...(result === sample ? {} : { reviews }),
        });
        await page.setContent(sheetHtml(sheet, { fonts: reportFonts() }));
        await page.evaluate("document.fonts.ready");
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
        const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
        assert.equal(pages, 1, `${name} ${lang}${result === sample ? "" : ", full"}`);
      }
  await page.close();
});
