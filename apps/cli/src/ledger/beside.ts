/** Rows of a ledger and of pages, for the timeline of a case. @module */
import { resolve } from "node:path";
import { entitiesOf, learn, nothingLearned, pageRows } from "@contraluz/archive/entities/index.ts";
import { type DaysIn, ledgerRows } from "@contraluz/archive/ledger/index.ts";
import { isZone } from "@contraluz/case/dates/parse.ts";
import type { ExtraRow } from "@contraluz/case/timeline/index.ts";
import { say } from "@contraluz/core";
import { type Args, UsageError } from "../args.ts";
import { printable } from "../terminal.ts";
import { pagesOf } from "./entities.ts";
import { ledgerIn, there } from "./folder.ts";
import { LW } from "./words.ts";

/** What was named with `--ledger` and `--pages`; days are of the zone that `--days-in` states. */
export async function rowsBeside(args: Args, zoneOffset: DaysIn["zoneOffset"]): Promise<readonly ExtraRow[]> {
  const zone = args.one("days-in");
  if (zone !== undefined && !isZone(zone)) throw new UsageError(say(LW.notAZone, args.lang, { zone: printable(zone) }));
  const days: DaysIn = {
    ...(zone === undefined ? {} : { zone }),
    ...(zoneOffset === undefined ? {} : { zoneOffset }),
  };
  const out: ExtraRow[] = [];
  const folder = args.one("ledger");
  if (folder !== undefined) {
    const v = await ledgerIn(resolve(folder), args);
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
  return out;
}
