/** `case check --lab` and `case intake --lab`: what was checked goes to a lab at once, where the consent allows it. @module */
import { resolve } from "node:path";
import type { Arrival } from "@contraluz/case/inbox/index.ts";
import type { OpenVault } from "@contraluz/case/vault/index.ts";
import { ContraluzError, say } from "@contraluz/core";
import { keyingNeeded } from "@contraluz/hunt";
import type { Args } from "../args.ts";
import { printable } from "../terminal.ts";
import { joinedLines, joinLab, joinOpen, mayJoin } from "./add.ts";
import { openDuckDb, WRITING } from "./duckdb.ts";
import { labPath, readLab, writeLab } from "./lab.ts";
import { HW } from "./words.ts";

/** Lines to say; the check is in the case whatever becomes of this. */
type Told = Promise<readonly string[]>;

/** Throws before the work is done where it would not come to the lab: no consent, no lab, another secret. */
export async function joinsLab(
  vault: OpenVault,
  args: Args,
): Promise<{ take(path: string, signal: AbortSignal): Told }> {
  mayJoin(vault);
  const to = labPath(args, "option");
  keyingNeeded(await readLab(args, to));
  return {
    async take(path, signal) {
      try {
        const added = await writeLab(args, to, async (lab) => {
          const db = await openDuckDb(to, args.lang, WRITING);
          try {
            return await joinOpen(args, path, vault, { lab, db, labPath: to, signal });
          } finally {
            await db.close();
          }
        });
        return joinedLines({ path, added }, args);
      } catch (e) {
        if (!(e instanceof ContraluzError)) throw e;
        return [say(HW.notJoined, args.lang, { path: printable(path), why: printable(e.message) })];
      }
    },
  };
}

/** The same for cases that arrived. */
export async function arrivalsJoin(
  args: Args,
): Promise<(cases: string, arrived: readonly Arrival[], signal: AbortSignal) => Told> {
  const to = labPath(args, "option");
  keyingNeeded(await readLab(args, to));
  return async (cases, arrived, signal) => {
    const names = arrived.flatMap((a) =>
      a.case !== undefined && (a.outcome === "new" || a.outcome === "joined") ? [a.case] : [],
    );
    const paths = [...new Set(names)].map((name) => resolve(cases, name));
    if (paths.length === 0) return [];
    const joined = await joinLab(args, to, paths, signal);
    return joined.flatMap((j) => joinedLines(j, args));
  };
}
