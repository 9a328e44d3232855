/** What stands beside a message in tables of its own: files and previews, joined by the number of the message. @module */
import type { Origin } from "@contraluz/core";
import type { Row } from "@contraluz/formats/sqlite/index.ts";
import type { Emit, ParseRun, RowPlace, SqliteItem } from "../../artifact.ts";
import { MAX_LINKS } from "../../links.ts";
import { createLookup } from "../../lookup.ts";
import { number, text } from "../../text.ts";
import { addFileLink, addLinks } from "./links.ts";

/** Messages with a file or a preview held to be joined. */
const MAX_SIDES = 300_000;
/** Columns of texts that the sender of a message chose. */
export const MEDIA_COLUMNS = [
  "ZMESSAGE",
  "ZMEDIAURL",
  "ZTITLE",
  "ZAUTHORNAME",
  "ZVCARDSTRING",
  "ZMEDIALOCALPATH",
] as const;
export const DATA_COLUMNS = ["ZMESSAGE", "ZCONTENT1", "ZCONTENT2", "ZMATCHEDTEXT", "ZSUMMARY", "ZTITLE"] as const;

export interface Side {
  links: readonly string[] | undefined;
  file: string | undefined;
  used: boolean;
  readonly message: number | bigint;
  readonly place: RowPlace;
  readonly origin: SqliteItem["origin"];
}

export interface Sides {
  take(item: SqliteItem, emit: Emit): void;
  of(message: number | bigint | undefined): Side | undefined;
  /** What belongs to messages that are not there: nobody can say who sent it. */
  end(emit: Emit): void;
}

export function createSides(run: ParseRun): Sides {
  const sides = createLookup<Side>("ZWAMEDIAITEM", MAX_SIDES, run.problem);
  const found = new Set<string>();

  function emitAlone(
    side: Pick<Side, "links" | "file">,
    message: number | bigint | undefined,
    origin: Origin,
    emit: Emit,
  ): void {
    emit({
      kind: "attachment",
      fields: { message, links: side.links, file: side.file },
      observables: (side.links ?? []).map((value) => ({ type: "url", value, contact: "listed" })),
      origin,
    });
  }

  function takeRow(
    item: SqliteItem,
    row: Row,
    columns: readonly number[],
    file: number,
    url: number,
    emit: Emit,
  ): void {
    const v = row.values;
    found.clear();
    let all = url < 0 || addFileLink(v[url], found);
    for (const c of columns) all = addLinks(v[c], found) && all;
    const path = text(v[file]);
    if (!all)
      run.problem({
        code: "record-limit",
        origin: item.origin(row),
        found: `> ${MAX_LINKS} links or long text`,
        lost: "bytes",
      });
    if (found.size === 0 && path === undefined) return;
    const message = number(v[item.column("ZMESSAGE")]);
    const of = sides.get(message);
    const links = found.size === 0 ? undefined : [...found];
    if (of) {
      of.file ??= path;
      of.links = !of.links || !links ? (of.links ?? links) : [...new Set([...of.links, ...links])].slice(0, MAX_LINKS);
      return;
    }
    const { rowid, page, cell, wal } = row;
    let size = path?.length ?? 0;
    for (const l of links ?? []) size += l.length;
    const place = { rowid, page, cell, wal };
    const side =
      message === undefined ? undefined : { links, file: path, used: false, message, place, origin: item.origin };
    if (!side || !sides.set(side.message, side, size))
      emitAlone({ links, file: path }, message, item.origin(row), emit);
  }

  return {
    take(item, emit) {
      const media = item.table === "ZWAMEDIAITEM";
      const names = media ? MEDIA_COLUMNS.slice(2, -1) : DATA_COLUMNS.slice(1);
      const columns = names.map((c) => item.column(c));
      const [file, url] = media ? [item.column("ZMEDIALOCALPATH"), item.column("ZMEDIAURL")] : [-1, -1];
      for (const row of item.rows) takeRow(item, row, columns, file, url, emit);
    },
    of(message) {
      const side = sides.get(message);
      if (side) side.used = true;
      return side;
    },
    end(emit) {
      for (const s of sides.values()) if (!s.used && s.links) emitAlone(s, s.message, s.origin(s.place), emit);
    },
  };
}
