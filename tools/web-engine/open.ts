/** The test page in Chromium, and what the test asks of it. @module */
import type { Page } from "playwright-core";
import { bundle } from "./bundle.ts";
import { startChromium } from "./chromium.ts";
import type { Came, Question, TestPage, Wish } from "./order.ts";
import { type Served, type Server, serve } from "./server.ts";

declare const contraluz: TestPage;

export interface Opened {
  readonly server: Server;
  /** Every request that the browser made or tried, of pages and workers. */
  readonly requests: readonly string[];
  /** What pages and workers wrote to the console, and errors that nobody caught. */
  readonly said: readonly string[];
  /** A new page. `isolated`: its threads can share memory. */
  page(o?: { readonly isolated?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

/** Starts server and browser; the reason, where there is no browser. `files`: what else is served; `profile`: its folder. */
export async function openBrowser(
  files: ReadonlyMap<string, Served> = new Map(),
  profile?: string,
): Promise<Opened | string> {
  const context = await startChromium(profile);
  if (typeof context === "string") return context;
  const server = await serve(new Map([...(await bundle()), ...files]));
  const requests: string[] = [];
  const said: string[] = [];
  context.on("request", (r) => requests.push(`${r.method()} ${r.url()}`));
  context.on("console", (m) => said.push(m.text()));
  context.on("weberror", (e) => said.push(String(e.error())));
  return {
    server,
    requests,
    said,
    async page(o = {}) {
      const page = await context.newPage();
      await page.goto(`${server.origin}${o.isolated ? "/isolated" : ""}/index.html`);
      await page.waitForFunction(() => "contraluz" in globalThis);
      return page;
    },
    async close() {
      await context.close();
      await context.browser()?.close();
      await server.close();
    },
  };
}

/** Puts files or a folder into the input of that name. */
export async function choose(
  page: Page,
  input: "folder" | "file" | "signs",
  paths: string | readonly string[],
): Promise<void> {
  await page.setInputFiles(`#${input}`, paths as string | string[]);
}

/** A check in the page. */
export function runIn(page: Page, wish: Wish): Promise<Came> {
  return page.evaluate((w) => contraluz.run(w), wish);
}

/** A question to the browser. */
export function probe<A>(page: Page, question: Question): Promise<A> {
  return page.evaluate((q) => contraluz.probe(q as Question), question as object) as Promise<A>;
}

/** Whether the threads of a page can share memory. */
export function isIsolated(page: Page): Promise<boolean> {
  return page.evaluate(() => contraluz.isolated);
}
