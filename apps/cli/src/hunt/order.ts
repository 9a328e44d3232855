/** What a lab needs before it is searched. @module */
import { type Cancel, say } from "@contraluz/core";
import { KEYS_VERSION } from "@contraluz/detection";
import { type OpenLab, readCases, rebuildKeys } from "@contraluz/hunt";
import type { Args } from "../args.ts";
import { progressLine } from "../terminal.ts";
import { openDuckDb, WRITING } from "./duckdb.ts";
import { lookAfterCases } from "./see.ts";
import { HW } from "./words.ts";

/** Lets go of what may not stay, and makes keys of another version again. */
export async function keepInOrder(lab: OpenLab, args: Args, path: string, cancel: Cancel): Promise<void> {
  await lookAfterCases(lab, args);
  const { cases } = await readCases(lab);
  if (cases.every((c) => c.checks.every((k) => k.keysVersion === KEYS_VERSION))) return;
  const line = progressLine(process.stderr, args.flags.has("json"));
  const db = await openDuckDb(path, args.lang, WRITING);
  try {
    await rebuildKeys({
      lab,
      engine: db,
      files: db,
      cancel,
      progress: (done, of) =>
        line.say({ key: "keys", text: say(HW.rebuilding, args.lang), running: `${done} / ${of}` }),
    });
  } finally {
    line.end();
    await db.close();
  }
}
