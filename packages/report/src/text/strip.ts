/** The strip of windows as letters: lit, half lit and dark, in the order of the picture. @module */
import type { Lang, ReadState } from "@contraluz/core";
import { GAPS } from "../gaps/words.ts";
import { stateCounts } from "../html/svg.ts";
import type { Page } from "./page.ts";

/** Told by shape: nothing is lost without colour. */
const PANES: Readonly<Record<ReadState, string>> = {
  read: "█",
  partly: "▄",
  absent: "·",
  unreadable: "x",
  "not-consented": "o",
  "not-asked": "-",
  "not-in-this-kind": "·",
};
const PER_LINE = 31;

/** One letter a place, and below it what each letter stands for. */
export function strip(page: Page, states: readonly ReadState[], lang: Lang): void {
  if (states.length === 0) return;
  const counts = stateCounts(states);
  const all = counts.map(([s, n]) => PANES[s].repeat(n)).join("");
  for (let at = 0; at < all.length; at += PER_LINE) page.text(all.slice(at, at + PER_LINE), "  ", "light");
  page.text(counts.map(([s, n]) => `${PANES[s]} ${n} ${GAPS[lang].counted[s](n)}`).join(" · "), "  ");
}
