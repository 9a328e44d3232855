/**
 * Guides as they are printed and forwarded, drawn by a browser from the guides of the page: for each way and language `NAME.html` and `NAME.pdf`
 * (one page of A4), and `NAME-1.png`, `NAME-2.png` … 1080 px wide. A chat makes tall pictures small: so a guide is several, each at
 * most as tall as a telephone.
 * @module
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Lang } from "@contraluz/core";
import { styleSheet } from "@contraluz/report/html/style.ts";
import { section } from "@contraluz/report/send/html.ts";
import type { Sheet } from "@contraluz/report/send/sheet.ts";
import { build } from "esbuild";
import type { BrowserContext, Page } from "playwright-core";
import { reportFonts } from "../../apps/cli/src/fonts.ts";
import { startChromium } from "../web-engine/chromium.ts";
import { documentSheet, documents } from "./documents.ts";
import { ways } from "./texts.ts";

/** Of a card, in CSS pixels: three device pixels each make 1080. */
const CARD = { width: 360, scale: 3, most: 544 };
/** Pixels of a telephone that is 1080 wide. */
const TALLEST = 1920;
/** What a page of A4 holds between its margins, in CSS pixels (180 by 275 mm). */
const A4 = { width: 680, height: 1039 };
/** Sizes of letters that are tried, in points; smaller ones nobody reads on paper. */
const LARGEST = 11;
const SMALLEST = 8;
const READABLE = 9;
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

/** What is drawn: a way of a guide of the page, or a document. */
export interface Drawn {
  readonly lang: Lang;
  readonly name: string;
  /** A document may take both sides of the sheet, a guide one. */
  readonly long: boolean;
  /** Calls what the script left in the page; gives the number of cards. */
  readonly call: (shape: "a4" | "cards") => string;
}

function drawnWays(): readonly Drawn[] {
  return ways().map(({ guide, variant, lang, name }) => ({
    lang,
    name,
    long: false,
    call: (shape) => `drawGuide(${JSON.stringify({ guide, variant, lang, shape, most: CARD.most })})`,
  }));
}

/** Pieces of a document: each block may stand on a card of its own, the first with the heading. */
function pieces(sheet: Sheet): readonly string[] {
  return sheet.parts.flatMap((part) =>
    part.blocks.map((b, i) => {
      const title = i > 0 || part.title === undefined ? {} : { title: part.title };
      return section({ ...title, blocks: [b] }, sheet.lang).markup;
    }),
  );
}

function drawnDocuments(root: string): readonly Drawn[] {
  return documents().map((d) => {
    const sheet = documentSheet(root, d);
    const { title, foot, lang } = sheet;
    const whole = sheet.parts.map((part) => section(part, lang).markup);
    return {
      ...d,
      long: true,
      call: (shape) =>
        `drawDocument(${JSON.stringify({ title, foot, lang, pieces: shape === "a4" ? whole : pieces(sheet), shape, most: CARD.most })})`,
    };
  });
}

/** Height of what is drawn; the page may run no text as a function. */
const height = (page: Page): Promise<number> => page.evaluate("document.querySelector('main').scrollHeight");

async function paper(context: BrowserContext, way: Drawn, style: string, code: string, out: string): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width: A4.width, height: A4.height });
  await page.emulateMedia({ media: "print" });
  await page.setContent(bare(way.lang, way.name, style));
  await page.addScriptTag({ content: code });
  await page.evaluate(way.call("a4"));
  await page.evaluate("document.fonts.ready");
  const fits = async (pages: number, smallest: number): Promise<{ pdf: Buffer; size: number } | undefined> => {
    for (let size = LARGEST; size >= smallest; size -= STEP) {
      await page.evaluate(`document.documentElement.style.setProperty("--letters", "${size}pt")`);
      // Printing is slow: what is far too high is not printed.
      if ((await height(page)) > pages * A4.height) continue;
      const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
      if ((pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length <= pages) return { pdf, size };
    }
    return undefined;
  };
  const found = way.long ? ((await fits(1, READABLE)) ?? (await fits(2, SMALLEST))) : await fits(1, SMALLEST);
  if (!found) throw new Error(`${way.lang}/${way.name} does not fit`);
  const { pdf, size } = found;
  await page.evaluate("document.querySelectorAll('script').forEach((s) => s.remove())");
  writeFileSync(join(out, `${way.name}.html`), await page.content());
  writeFileSync(join(out, `${way.name}.pdf`), pdf);
  process.stdout.write(`${way.lang}/${way.name}.pdf ${size} pt\n`);
  await page.close();
}

async function cards(context: BrowserContext, way: Drawn, style: string, code: string, out: string): Promise<void> {
  const page = await context.newPage();
  await page.setContent(bare(way.lang, way.name, style));
  await page.addScriptTag({ content: code });
  await page.evaluate("document.fonts.ready");
  const n = await page.evaluate<number>(way.call("cards"));
  await page.evaluate("document.fonts.ready");
  let bytes = 0;
  for (let i = 0; i < n; i++) {
    const picture = await page.locator(".card").nth(i).screenshot({ animations: "disabled" });
    if (picture.readUInt32BE(16) !== CARD.width * CARD.scale) throw new Error(`${way.name}: not 1080 px wide`);
    if (picture.readUInt32BE(20) > TALLEST) throw new Error(`${way.lang}/${way.name}-${i + 1}: too tall`);
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
    for (const way of [...drawnWays(), ...drawnDocuments(root)].filter((w) => w.name.startsWith(only))) {
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
