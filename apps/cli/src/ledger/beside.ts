/** Rows of a ledger and of pages, for the timeline of a case. @module */
import { resolve } from "node:path";
import { entitiesOf, learn, nothingLearned, pageRows } from "@contraluz/archive/entities/index.ts";
import { type DaysIn, ledgerRows } from "@contraluz/archive/ledger/index.ts";
import { refusalWords } from "@contraluz/case/consent/words.ts";
import { isZone } from "@contraluz/case/dates/parse.ts";
import type { ExtraRow } from "@contraluz/case/timeline/index.ts";
import { archivesThere, Refused, type Vault } from "@contraluz/case/vault/index.ts";
import { type Cancel, say } from "@contraluz/core";
import { type Args, UsageError } from "../args.ts";
import { printable } from "../terminal.ts";
import { pagesOf } from "./entities.ts";
import { ledgerIn, there } from "./folder.ts";
import { LW } from "./words.ts";

/** The zone that `--days-in` states for days. */
export function daysIn(args: Args, zoneOffset: DaysIn["zoneOffset"]): DaysIn {
  const zone = args.one("days-in");
  if (zone !== undefined && !isZone(zone)) throw new UsageError(say(LW.notAZone, args.lang, { zone: printable(zone) }));
  return {
    ...(zone === undefined ? {} : { zone }),
    ...(zoneOffset === undefined ? {} : { zoneOffset }),
  };
}

/** Pages of documents that the case itself holds. Where its consent does not allow them any more, that is said, and the rest is shown. */
async function ofCase(vault: Vault, days: DaysIn, cancel: Cancel, args: Args): Promise<readonly ExtraRow[]> {
  if (archivesThere(vault.state).length === 0) return [];
  const { rowsOfArchives } = await import("@contraluz/archive/in-case/index.ts");
  try {
    return await rowsOfArchives(vault, days, cancel);
  } catch (e) {
    if (!(e instanceof Refused)) throw e;
    const why = refusalWords(e.refusal, args.lang);
    process.stderr.write(`${say(LW.noPagesShown, args.lang, { why })}\n`);
    return [];
  }
}

/** What was named with `--ledger` and `--pages`, and pages that the case holds; days are of the zone that `--days-in` states. */
export async function rowsBeside(
  args: Args,
  vault: Vault,
  zoneOffset: DaysIn["zoneOffset"],
  cancel: Cancel,
): Promise<readonly ExtraRow[]> {
  const days = daysIn(args, zoneOffset);
  const out: ExtraRow[] = [];
  const folder = args.one("ledger");
  if (folder !== undefined) {
    const v = await ledgerIn(resolve(folder), args, vault);
    out.push(...ledgerRows(v.checked, v.at, args.lang, days));
  }
  const learned = nothingLearned();
  const pages = [];
  for (const path of args.all("pages")) pages.push(...(await pagesOf(there(resolve(path), args), args)));
  for (const p of pages) learn(p, learned);
  out.push(
    ...pageRows(
      pages.map((p) => [p, entitiesOf(p, learned)] as const),
      days,
    ),
  );
  out.push(...(await ofCase(vault, days, cancel, args)));
  return out;
}
