/** The built app in Chromium, for tests and pictures. @module */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Lang } from "@contraluz/core";
import type { BrowserContext, Page } from "playwright-core";
import { type BuiltWeb, buildWeb } from "../../../tools/web-build.ts";
import { startChromium } from "../../../tools/web-engine/chromium.ts";
import { serveWeb, type WebServer } from "../../cli/src/web-server.ts";

export { sysdiagnoseFiles, sysdiagnoseName } from "../../../samples/lib/sysdiagnose.ts";
export { dropOnto } from "../../../tools/web-engine/drop.ts";
export { buildWeb };

export const ROOT = join(import.meta.dirname, "../../..");
export const SAMPLE = join(ROOT, "samples/journalist/backup");
export const SIGNS = ["indicators.stix2", "vendors.yaml"].map((n) => join(ROOT, "samples/journalist", n));

export interface OpenApp {
  readonly built: BuiltWeb;
  readonly context: BrowserContext;
  readonly server: WebServer;
  /** The folder that is served; `contraluz.html` lies in it. */
  readonly folder: string;
  /** Every request of pages and workers that is no `blob:` or `data:`. */
  readonly requests: string[];
  /** What pages and workers wrote to the console, errors that nobody caught, breaches of the policy. */
  readonly said: string[];
  /** A new page, opened at the first screen. `file`: the one file, from the disk. */
  page(o: { readonly lang: Lang; readonly width: number; readonly file?: true }): Promise<Page>;
  close(): Promise<void>;
}

export interface AppOptions {
  /** A folder: a window as people have it. Left out: a private one. */
  readonly profile?: string;
}

/** Builds, serves and starts; the reason, where there is no browser. */
export async function openApp(o: AppOptions = {}): Promise<OpenApp | string> {
  const context = await startChromium(o.profile);
  if (typeof context === "string") return context;
  const built = await buildWeb(ROOT);
  const folder = mkdtempSync(join(tmpdir(), "contraluz-web-"));
  for (const [name, body] of built.files) writeFileSync(join(folder, name), body);
  const server = await serveWeb(folder);
  const requests: string[] = [];
  const said: string[] = [];
  context.on("request", (r) => {
    if (!/^(blob|data):/.test(r.url())) requests.push(r.url());
  });
  context.on("console", (m) => said.push(m.text()));
  context.on("weberror", (e) => said.push(String(e.error())));
  return {
    built,
    context,
    server,
    folder,
    requests,
    said,
    async page({ lang, width, file }) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height: width < 600 ? 740 : 900 });
      await page.addInitScript(`Object.defineProperty(navigator, "languages", { value: ["${lang}"] })`);
      await page.goto(file ? `file://${join(folder, "contraluz.html")}` : server.address);
      await page.locator("main h1").waitFor();
      return page;
    },
    async close() {
      await context.close();
      await context.browser()?.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asked of the page as text: these names are the browser's, not Node's. */
const STORED = `(async () => {
  const files = [];
  for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
  return {
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    files,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    local: localStorage.length + sessionStorage.length,
  };
})()`;

/** What the origin keeps. */
export function stored(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(STORED);
}

/** What it keeps after a visit that saved nothing. */
export const NOTHING = { caches: [], databases: [], files: [], workers: 0, cookies: "", local: 0 };
