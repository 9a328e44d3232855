/**
 * Pages of a case's archives as rows of its timeline: what a page of a day names. Rules read every page twice (names are learned from all),
 * so what they find is kept sealed beside the index, and made anew when pages or corrections came.
 * @module
 */
import type { ExtraRow } from "@contraluz/case/timeline/types.ts";
import { archiveIndex, type Vault } from "@contraluz/case/vault/index.ts";
import { type Cancel, ContraluzError } from "@contraluz/core";
import { readLines } from "@contraluz/store";
import { entitiesOf, learn, nothingLearned, type PageSketch, rowOf, sketchOf } from "../entities/index.ts";
import type { DaysIn } from "../ledger/rows.ts";
import type { ArchiveParts } from "../open/fill.ts";
import { pagesShown } from "../open/shown.ts";
import { partsOfCase } from "./parts.ts";
import { allowDocuments } from "./read.ts";

/** Goes up when rules for entities change what they find. */
const VERSION = 1;
/** Rows of one timeline, and letters of a line. */
const MOST = 500_000;
const LETTERS = 20_000;
/** Lines that are written at once. */
const BATCH = 1000;

const stateOf = (parts: ArchiveParts): string =>
  [`rows ${VERSION}`, ...[...parts.pages, ...parts.corrections].map((p) => `${p.name} ${p.size}`)].join("\n");

function sketchIn(line: string): PageSketch | undefined {
  if (line.length > LETTERS) return undefined;
  const v = JSON.parse(line) as { readonly [k: string]: unknown };
  const { date, seen, id, text } = v;
  const all = [date, seen, id, text];
  if (!all.every((x) => typeof x === "string") || !/^\d{4}(-\d\d(-\d\d)?)?$/.test(date as string)) return undefined;
  return { date, seen, id, text } as PageSketch;
}

/** What was kept, if it is of these pages; undefined otherwise, and for what is damaged. */
async function keptIn(vault: Pick<Vault, "files">, name: string, state: string): Promise<PageSketch[] | undefined> {
  const out: PageSketch[] = [];
  try {
    const source = await vault.files.read(name);
    if (!source) return undefined;
    try {
      let first = true;
      for await (const { lines } of readLines(source))
        for (const line of lines) {
          if (line === "") continue;
          if (first && JSON.parse(line) !== state) return undefined;
          const s = first ? undefined : sketchIn(line);
          if (!first && !s) return undefined;
          if (s) out.push(s);
          first = false;
        }
      return first ? undefined : out;
    } finally {
      await source.close?.();
    }
  } catch {
    return undefined;
  }
}

async function made(parts: ArchiveParts, cancel: Cancel | undefined): Promise<PageSketch[]> {
  const learned = nothingLearned();
  const stop = (): void => {
    if (cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
  };
  for await (const batch of pagesShown(parts, () => {})) {
    stop();
    for (const p of batch) learn(p, learned);
  }
  const out: PageSketch[] = [];
  for await (const batch of pagesShown(parts, () => {})) {
    stop();
    for (const p of batch) {
      const s = sketchOf(p, entitiesOf(p, learned));
      if (s && out.length < MOST) out.push({ ...s, text: s.text.slice(0, LETTERS / 4) });
    }
  }
  return out;
}

/** Throws Refused where the consent does not allow it. None where no documents were read. */
export async function rowsOfArchives(vault: Vault, days: DaysIn = {}, cancel?: Cancel): Promise<readonly ExtraRow[]> {
  const parts = await partsOfCase(vault);
  if (parts.pages.length === 0) return [];
  allowDocuments(vault);
  const name = `${archiveIndex(vault.state)}/rows.jsonl`;
  const state = stateOf(parts);
  let sketches = await keptIn(vault, name, state);
  if (!sketches) {
    sketches = await made(parts, cancel);
    const all = [state, ...sketches];
    // Where somebody else writes to the case they are made again the next time.
    const unlock = await vault.files.lock();
    if (unlock)
      try {
        await vault.files.replace(
          name,
          (async function* () {
            for (let at = 0; at < all.length; at += BATCH) {
              const lines = all.slice(at, at + BATCH).map((x) => `${JSON.stringify(x)}\n`);
              yield new TextEncoder().encode(lines.join(""));
            }
          })(),
        );
      } finally {
        await unlock();
      }
  }
  return sketches.map((s) => rowOf(s, days));
}
