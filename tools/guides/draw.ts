/**
 * Guides as they are printed and forwarded, drawn by a browser from the guides of the page: for each way and language `NAME.html` and `NAME.pdf`
 * (one page of A4), and `NAME-1.png`, `NAME-2.png` … 1080 px wide. A chat makes tall pictures small: so a guide is several, each at
 * most as tall as a telephone.
 * @module
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { styleSheet } from "@contraluz/report/html/style.ts";
import { build } from "esbuild";
import type { BrowserContext, Page } from "playwright-core";
import { reportFonts } from "../../apps/cli/src/fonts.ts";
import { startChromium } from "../web-engine/chromium.ts";
import { type Way, ways } from "./texts.ts";

/** Of a card, in CSS pixels: three device pixels each make 1080. */
const CARD = { width: 360, scale: 3, most: 560 };
/** What a page of A4 holds between its margins, in CSS pixels (180 by 275 mm). */
const A4 = { width: 680, height: 1039 };
/** Sizes of letters that are tried, in points; smaller ones nobody reads on paper. */
const LARGEST = 11;
const SMALLEST = 8;
const STEP = 0.25;

async function script(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["apps/web/src/guides/paper/main.tsx"],
    bundle: true,
    format: "iife",
    charset: "utf8",
    target: "es2023",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
    write: false,
  });
  return outputFiles[0]!.text;
}

function bare(lang: string, title: string, style: string): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head><body></body></html>`;
}

/** Calls what the script left in the page. */
function call(page: Page, way: Way, shape: "a4" | "cards"): Promise<number> {
  const { guide, variant, lang } = way;
  return page.evaluate(`drawGuide(${JSON.stringify({ guide, variant, lang, shape, most: CARD.most })})`);
}

/** Height of what is drawn; the page may run no text as a function. */
const height = (page: Page): Promise<number> => page.evaluate("document.querySelector('main').scrollHeight");

async function paper(context: BrowserContext, way: Way, style: string, code: string, out: string): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width: A4.width, height: A4.height });
  await page.emulateMedia({ media: "print" });
  await page.setContent(bare(way.lang, way.name, style));
  await page.addScriptTag({ content: code });
  await call(page, way, "a4");
  await page.evaluate("document.fonts.ready");
  let size = LARGEST;
  for (; size >= SMALLEST; size -= STEP) {
    await page.evaluate(`document.documentElement.style.setProperty("--letters", "${size}pt")`);
    if ((await height(page)) <= A4.height) break;
  }
  if (size < SMALLEST) throw new Error(`${way.lang}/${way.name} does not fit on one page`);
  await page.evaluate("document.querySelectorAll('script').forEach((s) => s.remove())");
  writeFileSync(join(out, `${way.name}.html`), await page.content());
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
  const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  if (pages !== 1) throw new Error(`${way.lang}/${way.name}: ${pages} pages`);
  writeFileSync(join(out, `${way.name}.pdf`), pdf);
  process.stdout.write(`${way.lang}/${way.name}.pdf ${size} pt\n`);
  await page.close();
}

async function cards(context: BrowserContext, way: Way, style: string, code: string, out: string): Promise<void> {
  const page = await context.newPage();
  await page.setContent(bare(way.lang, way.name, style));
  await page.addScriptTag({ content: code });
  await page.evaluate("document.fonts.ready");
  const n = await call(page, way, "cards");
  await page.evaluate("document.fonts.ready");
  let bytes = 0;
  for (let i = 0; i < n; i++) {
    const picture = await page.locator(".card").nth(i).screenshot({ animations: "disabled" });
    if (picture.readUInt32BE(16) !== CARD.width * CARD.scale) throw new Error(`${way.name}: not 1080 px wide`);
    bytes += picture.length;
    writeFileSync(join(out, `${way.name}-${i + 1}.png`), picture);
  }
  process.stdout.write(`${way.lang}/${way.name}: ${n} pictures, ${bytes} bytes\n`);
  await page.close();
}

/** Draws all ways, or those whose names begin with `only`, into `OUT/es` and `OUT/en`. */
export async function drawGuides(root: string, out: string, only = ""): Promise<void> {
  const started = await startChromium();
  if (typeof started === "string") throw new Error(started);
  const code = await script(root);
  const own = readFileSync(join(root, "tools/guides/paper.css"), "utf8");
  const style = `${styleSheet(reportFonts(), "", "")}\n${own}`;
  const browser = started.browser()!;
  const small = await browser.newContext({
    deviceScaleFactor: CARD.scale,
    viewport: { width: CARD.width, height: CARD.most },
    colorScheme: "light",
  });
  try {
    for (const way of ways().filter((w) => w.name.startsWith(only))) {
      const folder = join(out, way.lang);
      mkdirSync(folder, { recursive: true });
      await paper(started, way, style, code, folder);
      await cards(small, way, style, code, folder);
    }
  } finally {
    await started.close();
    await browser.close();
  }
}
