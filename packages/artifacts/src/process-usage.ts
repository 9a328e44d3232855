/**
 * ZPROCESS and ZLIVEUSAGE: which processes used the network. DataUsage.sqlite and netusage.sqlite have the same two tables.
 *
 * ZLIVEUSAGE.ZHASPROCESS points to ZPROCESS.Z_PK; a usage row whose process row is gone was measured 0 times on three
 * clean phones (ios.md 3, H5). Z_PK counts up (Core Data): a number that is missing was a process once. Times are Apple seconds since 2001. Columns ZWIFI* are missing in older versions.
 * Sources: ios.md 2.2, mvt.md 3.
 * @module
 */
import { macSeconds, type Observable, type Origin } from "@contraluz/core";
import type { ArtifactKey, Observes, ParseRun, Parser, SqliteItem, SqliteWant } from "./artifact.ts";
import { createLookup } from "./lookup.ts";
import { RowCount } from "./row-count.ts";
import { number, text } from "./text.ts";

const MAX_PROCESSES = 500_000;
/** Runs of missing numbers that are told: the longest. */
const MAX_GAPS = 100;

/** `mDNSResponder/com.apple.WebKit` is a program and the one that it works for: both ran. */
function observe(name: string | undefined, bundle: string | undefined): Observable[] {
  const out: Observable[] = [];
  if (name !== undefined && name !== "") {
    const slash = name.startsWith("/") ? -1 : name.indexOf("/");
    if (slash < 0) out.push({ type: "process", value: name, contact: "ran" });
    else
      for (const part of [name.slice(0, slash), name.slice(slash + 1)])
        if (part !== "") out.push({ type: "process", value: part, contact: "ran" });
  }
  if (bundle !== undefined && bundle !== "") out.push({ type: "app-id", value: bundle, contact: "ran" });
  return out;
}

export const USAGE_WANT: SqliteWant = {
  tables: [
    {
      name: "ZPROCESS",
      columns: ["Z_PK", "ZFIRSTTIMESTAMP", "ZTIMESTAMP", "ZPROCNAME", "ZBUNDLENAME"],
      needs: ["ZPROCNAME"],
      lookup: true,
      deleted: true,
    },
    {
      name: "ZLIVEUSAGE",
      columns: ["Z_PK", "ZHASPROCESS", "ZTIMESTAMP", "ZWIFIIN", "ZWIFIOUT", "ZWWANIN", "ZWWANOUT"],
      needs: ["ZHASPROCESS"],
    },
  ],
};

export const USAGE_KEY: ArtifactKey = { process: ["name", "bundle"], usage: ["name", "process"], gaps: [] };

export const USAGE_OBSERVES: readonly Observes[] = [
  ["process", "ran"],
  ["app-id", "ran"],
];

/** Parses one such database: `process`, `usage`, and `gaps` if numbers are missing. */
export function parseUsage(run: ParseRun): Parser<SqliteItem> {
  const names = createLookup<string>("ZPROCESS", MAX_PROCESSES, run.problem);
  const count = new RowCount(MAX_GAPS);
  let place: Origin | undefined;
  let complete: SqliteItem["complete"] | undefined;
  return {
    take(item, emit) {
      if (item.table === "ZPROCESS") {
        const [pk, first, last] = [item.column("Z_PK"), item.column("ZFIRSTTIMESTAMP"), item.column("ZTIMESTAMP")];
        const [proc, bundle] = [item.column("ZPROCNAME"), item.column("ZBUNDLENAME")];
        complete = item.complete;
        const end = item.rows.at(-1);
        // Rows that were deleted name no row that stands, and are not among those that are counted.
        const stands = end !== undefined && end.cell >= 0;
        if (end && stands && count.take(item.rows)) place = item.origin(end);
        for (const row of item.rows) {
          const name = text(row.values[proc]);
          const app = text(row.values[bundle]);
          const key = number(row.values[pk]) ?? row.rowid;
          if (stands) names.set(key, name ?? "", name?.length ?? 0);
          // Each use brings the row up to date: its older versions say nothing of another process.
          else if (key !== undefined && names.get(key) === (name ?? "")) continue;
          const at = macSeconds(number(row.values[last]));
          emit({
            kind: "process",
            ...(at ? { at } : {}),
            fields: { name, bundle: app, first: macSeconds(number(row.values[first])), process: key },
            observables: observe(name, app),
            origin: item.origin(row),
          });
        }
        return;
      }
      const [of, time] = [item.column("ZHASPROCESS"), item.column("ZTIMESTAMP")];
      const bytes = [item.column("ZWIFIIN"), item.column("ZWIFIOUT"), item.column("ZWWANIN"), item.column("ZWWANOUT")];
      const sure = names.complete && item.complete("ZPROCESS");
      for (const row of item.rows) {
        const process = number(row.values[of]);
        const name = names.get(process);
        const at = macSeconds(number(row.values[time]));
        const origin = item.origin(row);
        // A row that was deleted outlives its program as a matter of course.
        const orphan = process !== undefined && name === undefined && sure && origin.state === undefined;
        emit({
          kind: "usage",
          ...(at ? { at } : {}),
          fields: {
            name: name || undefined,
            process,
            orphan: orphan ? true : undefined,
            wifi_in: number(row.values[bytes[0]!]),
            wifi_out: number(row.values[bytes[1]!]),
            cell_in: number(row.values[bytes[2]!]),
            cell_out: number(row.values[bytes[3]!]),
          },
          observables: [],
          origin,
        });
      }
    },
    end(emit) {
      if (count.missing === 0 || count.odd || !place || complete?.("ZPROCESS") !== true) return;
      emit({
        kind: "gaps",
        fields: {
          rows: count.rows,
          missing: count.missing,
          last: count.last,
          gaps: count.longest().map((g) => [g.after, g.missing]),
        },
        observables: [],
        origin: place,
      });
    },
  };
}
