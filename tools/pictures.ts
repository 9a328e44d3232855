/**
 * The pictures of the README, made again from the sample: `node tools/run.js tools/pictures.ts`.
 *
 * `docs/pictures/result-es.png`, `result-en.png`: page 1 of the report at 1440 px. `terminal-es.svg`: the answer on a terminal.
 * @module
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ARTIFACTS } from "@contraluz/artifacts";
import { RULES } from "@contraluz/detection";
import { storedFolder } from "@contraluz/platform-node";
import { textReport } from "@contraluz/report";
import { readResult } from "@contraluz/store";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";
import { run } from "../apps/cli/src/run.ts";
import { terminalSvg } from "./terminal-svg.ts";

const OUT = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
/** No picture may weigh more. */
const MAX_BYTES = 250_000;
const WIDTH = 1440;
/** What is cut away beside the sheet, and shown below it. */
const MARGIN = 24;

/** Page 1, from the top of its sheet to the end of what to do. */
async function result(browser: Browser, page: string, out: string): Promise<void> {
  const tab = await browser.newPage({ viewport: { width: WIDTH, height: 1000 }, colorScheme: "light" });
  await tab.goto(pathToFileURL(page).href);
  await tab.evaluate("document.fonts.ready");
  const sheet = await tab.locator("article.paper").first().boundingBox();
  const end = await tab.locator(".answer").boundingBox();
  if (!sheet || !end) throw new Error(`no sheet on ${page}`);
  const clip = { x: sheet.x - MARGIN, y: 0, width: sheet.width + 2 * MARGIN, height: end.y + end.height + MARGIN };
  await tab.setViewportSize({ width: WIDTH, height: Math.ceil(clip.height) });
  write(out, await tab.screenshot({ clip }));
  await tab.close();
}

function write(name: string, bytes: Uint8Array | string): void {
  const size = Buffer.byteLength(bytes);
  if (size > MAX_BYTES) throw new Error(`${name} has ${size} bytes, more than ${MAX_BYTES}`);
  writeFileSync(join(OUT, name), bytes);
  process.stdout.write(`docs/pictures/${name} ${size} bytes\n`);
}

/** The demo in one language; its answer on the terminal is not wanted here. */
async function demo(out: string, lang: string): Promise<void> {
  const write = process.stdout.write;
  process.stdout.write = () => true;
  try {
    const code = await run(["demo", "--out", out, "--lang", lang, "--workers", "0"]);
    if (code !== 0) throw new Error(`the demo ended with ${code}`);
  } finally {
    process.stdout.write = write;
  }
}

async function terminal(folder: string): Promise<string> {
  const text = textReport(await readResult(storedFolder(folder)), {
    lang: "es",
    artifacts: new Map(ARTIFACTS.map((a) => [a.id, a])),
    rules: new Map(RULES.map((r) => [r.id, r.words.name])),
    width: 80,
    color: true,
    paths: { report: "contraluz-muestra/report.html", folder: "contraluz-muestra" },
  });
  // Up to the first findings: what a person sees first.
  const lines = text.split("\n");
  const cut = lines.findIndex((l) => l.includes("3. Por revisar"));
  return terminalSvg(["$ npm start", "", ...lines.slice(0, cut < 0 ? 48 : cut), "  …"], "Contraluz, terminal");
}

mkdirSync(OUT, { recursive: true });
const work = mkdtempSync(join(tmpdir(), "contraluz-pictures-"));
try {
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
  try {
    for (const lang of ["es", "en"]) {
      await demo(join(work, lang), lang);
      await result(browser, join(work, lang, "report.html"), `result-${lang}.png`);
    }
  } finally {
    await browser.close();
  }
  write("terminal-es.svg", await terminal(join(work, "es")));
} finally {
  rmSync(work, { recursive: true, force: true });
}
