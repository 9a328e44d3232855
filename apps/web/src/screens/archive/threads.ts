/** How many threads read papers. Each that reads letters takes some 200 MB. @module */
import type { Device } from "../../engine/threads.ts";

const MOST = 4;
const LITTLE_MEMORY = 4;
const HANDHELD = /Android|iPhone|iPad|Mobile/;

/** One processor is left for the person. */
export function readingThreads(d: Device): number {
  if (HANDHELD.test(d.agent) || (d.memory ?? LITTLE_MEMORY + 1) <= LITTLE_MEMORY) return 1;
  return Math.max(1, Math.min(MOST, d.cores - 1));
}
