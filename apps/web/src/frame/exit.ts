/**
 * Quick exit: an ordinary page at once, then everything is dropped. It does not erase the history, and says so.
 * @module
 */

import { mode } from "contraluz:mode";
import type { Lang } from "@contraluz/core";
import { PLAIN } from "./exit-words.ts";

/** The class of a page that was left. */
export const GONE = "plain-page";
/** Milliseconds between two presses of Esc. */
const TWICE = 600;
/** How long the cleaning may hold up the change of pages. */
const PATIENCE = 400;

/** Replaces what is shown; no script of ours draws again after it. */
function showPlain(lang: Lang): void {
  const page = PLAIN[lang];
  const of = (tag: string, text = ""): HTMLElement => {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  };
  const table = of("table");
  for (const [i, row] of [page.heads, ...page.rows].entries()) {
    const line = of("tr");
    for (const text of row) line.append(of(i === 0 ? "th" : "td", text));
    table.append(line);
  }
  const main = of("main");
  main.append(of("h1", page.title), table);
  document.title = page.title;
  document.documentElement.className = GONE;
  document.body.replaceChildren(main);
}

/** Shows the ordinary page, lets go of everything, and takes the place of this page in the history. */
export async function quickExit(lang: Lang, kill: () => Promise<void>): Promise<void> {
  showPlain(lang);
  await Promise.race([kill().catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  // A file on a stick has no other page beside it.
  if (mode === "site") location.replace(`exit-${lang}.html`);
}

/** Calls `exit` on two presses of Esc, one right after the other. */
export function onEscEsc(exit: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  const listen = (e: KeyboardEvent): void => {
    if (e.key !== "Escape") return;
    if (e.timeStamp - last < TWICE) exit();
    last = e.timeStamp;
  };
  addEventListener("keydown", listen, true);
  return () => removeEventListener("keydown", listen, true);
}
