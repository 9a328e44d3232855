/** How many pages the page holds: their index lies in memory, and what is more is told rather than tried. @module */
import type { Device } from "../engine/threads.ts";

/**
 * Read pages take 7 kB each in the index (6,000 pages with boxes of words: 43 MB); SQLite in WebAssembly has 2 GB for them. A telephone ends a
 * page that takes a few hundred.
 */
const PAGES = 100_000;
const FEW_PAGES = 20_000;
const LITTLE_MEMORY = 4;
const HANDHELD = /Android|iPhone|iPad|Mobile/;

export function mostPages(d: Pick<Device, "memory" | "agent">): number {
  return HANDHELD.test(d.agent) || (d.memory ?? LITTLE_MEMORY + 1) <= LITTLE_MEMORY ? FEW_PAGES : PAGES;
}
