/** WCAG's rules on what stands on a page, by axe-core. @module */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** One line a breach: rule, element, why. Asked of the page as text: the policy of the page allows it no script of ours. */
export async function breaches(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(SOURCE);
  const options = { runOnly: { type: "tag", values: TAGS }, resultTypes: ["violations"] };
  const found = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then((r) => r.violations)`,
  )) as Violation[];
  return found.flatMap((v) =>
    v.nodes.map(
      (n) => `${v.id}: ${n.html.slice(0, 160)} (${(n.failureSummary ?? "").replace(/\s+/g, " ").slice(0, 200)})`,
    ),
  );
}

/** What is wider than the window: sideways scrolling. Areas that scroll on their own are not looked into. */
export async function tooWide(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > clientWidth + 0.5);
    return [scrollWidth + " of " + clientWidth, ...out.slice(0, 5).map((e) => e.outerHTML.slice(0, 120))];
  })()`)) as string[];
}
