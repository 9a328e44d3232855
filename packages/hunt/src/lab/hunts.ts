/**
 * Reports of hunts that are written anew because a case goes. Three steps, of which each leaves a whole report: the new one lies beside the old
 * one (`next.json`), the old one is destroyed, the new one gets its name. Whoever opens the lab next ends what was begun.
 * @module
 */
import type { VaultFolder } from "@contraluz/core";
import { huntFile, MAX_REPORT, nextHuntFile, parseHunt } from "../run/stored.ts";
import type { HuntReport } from "../run/types.ts";
import { readText } from "./json.ts";

/** The report that a text is; undefined if it is none of ours. */
export function reportOf(text: string): HuntReport | undefined {
  try {
    return parseHunt(text);
  } catch {
    return undefined;
  }
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length; at += 1 << 20) yield encoder.encode(text.slice(at, at + (1 << 20)));
}

/** Puts a report that was written anew in the place of the old one. */
export async function finishHunt(folder: VaultFolder, hunt: string): Promise<void> {
  const next = nextHuntFile(hunt);
  if (!(await folder.ref(next))) return;
  const text = await readText(folder, next, MAX_REPORT).catch(() => undefined);
  // Not written by us: what is kept is what has its name.
  if (text !== undefined && reportOf(text)) {
    await folder.destroy(huntFile(hunt));
    await folder.replace(huntFile(hunt), pieces(text));
  }
  await folder.destroy(next);
}

/** Ends what a power cut left half way, of all hunts. */
export async function finishHunts(folder: VaultFolder): Promise<void> {
  for (const hunt of await folder.list("hunts")) await finishHunt(folder, hunt);
}
