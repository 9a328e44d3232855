/** What stands beside a message in tables of its own: files and previews, joined by the number of the message. @module */
import type { Origin } from "@contraluz/core";
import type { Row } from "@contraluz/formats/sqlite/index.ts";
import type { Emit, ParseRun, RowPlace, SqliteItem } from "../../artifact.ts";
import { MAX_LINKS } from "../../links.ts";
import { createLookup } from "../../lookup.ts";
import { number, text } from "../../text.ts";
import { addFileLink, addLinks } from "./links.ts";
import { textsWithLinks } from "./protobuf.ts";

/** Messages with a file or a preview held to be joined. */
const MAX_SIDES = 300_000;
/** Characters of links that further rows may add to what is held of a message. */
const MAX_ADDED = 8_388_608;
/** Columns of texts that the sender of a message chose. */
export const MEDIA_COLUMNS = [
  "ZMESSAGE",
  "ZMEDIAURL",
  "ZTITLE",
  "ZAUTHORNAME",
  "ZVCARDSTRING",
  "ZMEDIALOCALPATH",
  "ZMETADATA",
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
  let added = 0;

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

  /** Links and path of one row into what is held of its message; a record of its own where there is no room or no message. */
  function keep(
    item: SqliteItem,
    row: Row,
    links: readonly string[] | undefined,
    file: string | undefined,
    emit: Emit,
  ): void {
    const message = number(row.values[item.column("ZMESSAGE")]);
    let size = file?.length ?? 0;
    for (const l of links ?? []) size += l.length;
    const of = sides.get(message);
    if (of && added + size <= MAX_ADDED) {
      added += size;
      of.file ??= file;
      of.links = !of.links || !links ? (of.links ?? links) : [...new Set([...of.links, ...links])].slice(0, MAX_LINKS);
      return;
    }
    const { rowid, page, cell, wal } = row;
    const place = { rowid, page, cell, wal };
    const side =
      message === undefined || of ? undefined : { links, file, used: false, message, place, origin: item.origin };
    if (!side || !sides.set(side.message, side, size)) emitAlone({ links, file }, message, item.origin(row), emit);
  }

  function takeRows(item: SqliteItem, texts: readonly string[], emit: Emit): void {
    const columns = texts.map((c) => item.column(c));
    const media = item.table === "ZWAMEDIAITEM";
    const at = (name: string): number => (media ? item.column(name) : -1);
    const [file, url, metadata] = [at("ZMEDIALOCALPATH"), at("ZMEDIAURL"), at("ZMETADATA")];
    for (const row of item.rows) {
      const v = row.values;
      found.clear();
      let all = addFileLink(v[url], found);
      for (const c of columns) all = addLinks(v[c], found) && all;
      const blob = v[metadata];
      if (blob instanceof Uint8Array) for (const words of textsWithLinks(blob)) all = addFileLink(words, found) && all;
      const path = text(v[file]);
      if (!all)
        run.problem({
          code: "record-limit",
          origin: item.origin(row),
          found: `> ${MAX_LINKS} links or long text`,
          lost: "bytes",
        });
      if (found.size > 0 || path !== undefined) keep(item, row, found.size > 0 ? [...found] : undefined, path, emit);
    }
  }

  return {
    take(item, emit) {
      takeRows(item, item.table === "ZWAMEDIAITEM" ? MEDIA_COLUMNS.slice(2, 5) : DATA_COLUMNS.slice(1), emit);
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
