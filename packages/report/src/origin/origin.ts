/** The chain from a record back to its bytes: evidence, file, name on the device, place, reader. @module */
import { count, type Lang, type Origin, type RecordRef, type Result } from "@contraluz/core";
import { momentWords } from "../when.ts";
import { ORIGIN } from "./words.ts";

/** One link of the chain. `foreign`: text of the evidence; `mono`: to be compared letter by letter. */
export interface Link {
  readonly label: string;
  readonly text: string;
  readonly kind: "foreign" | "mono" | "words";
  /** A second line: a fingerprint, a page and cell. */
  readonly more?: string;
  /** The link that names the exact place. */
  readonly lit?: true;
}

const NUMBER = /^-?\d+$/;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Where in its file a record lies, in one line: `tabla ZPROCESS, fila 214`. Keys of the evidence stand as they are. */
export function placeWords(
  { at, state }: Pick<Origin, "at" | "state">,
  lang: Lang,
): { readonly place: string; readonly exact?: string; readonly foreign?: string } {
  const w = ORIGIN[lang];
  if ("table" in at) {
    const parts: string[] = [];
    if (at.page !== undefined) {
      parts.push(at.cell === undefined ? w.page(String(at.page)) : w.pageCell(String(at.page), String(at.cell)));
    }
    if (at.in === "wal") parts.push(w.inWal);
    if (at.in === "journal") parts.push(w.inJournal);
    if (at.in === "free") parts.push(w.inFree);
    if (at.frame !== undefined) parts.push(w.frame(count(at.frame)));
    if (at.offset !== undefined) parts.push(w.atByte(count(at.offset)));
    if (state !== undefined) parts.push(w[state]);
    if (at.torn) parts.push(w.torn);
    const place = at.row === undefined ? w.tableOnly(at.table) : w.tableRow(at.table, String(at.row));
    return parts.length > 0 ? { place, exact: parts.join(", ") } : { place };
  }
  if ("line" in at) return { place: w.line(count(at.line)), exact: w.atByte(count(at.offset)) };
  if ("packet" in at) return { place: w.packet(count(at.packet)), exact: w.atByte(count(at.offset)) };
  if ("key" in at) return { place: w.key, foreign: at.key };
  return { place: w.bytesAt(count(at.offset), count(at.length)) };
}

/** One line for tables and exports, without words of any language: `history_visits row 17 page 5 cell 3`. */
export function placeCode(at: Origin["at"]): string {
  if ("table" in at) {
    return [
      at.table,
      at.row === undefined ? "" : ` row ${at.row}`,
      at.page === undefined ? "" : ` page ${at.page}`,
      at.cell === undefined ? "" : ` cell ${at.cell}`,
      at.in === undefined ? "" : ` in ${at.in}`,
      at.frame === undefined ? "" : ` frame ${at.frame}`,
      at.offset === undefined ? "" : ` offset ${at.offset}`,
      at.torn ? " torn" : "",
    ].join("");
  }
  if ("line" in at) return `line ${at.line} offset ${at.offset}`;
  if ("packet" in at) return `packet ${at.packet} offset ${at.offset}`;
  if ("key" in at) return `key ${at.key}`;
  return `offset ${at.offset} length ${at.length}`;
}

/** The chain of one record. An origin that points to no file of the list says so. */
export function chainOf(ref: RecordRef, result: Result, lang: Lang): readonly Link[] {
  const w = ORIGIN[lang];
  const file = result.files[ref.origin.file];
  const evidence = file && result.evidence[file.evidence];
  const links: Link[] = [];
  if (evidence) {
    links.push({ label: w.evidence, text: evidence.name, kind: "foreign", more: `SHA-256 ${evidence.id}` });
  }
  if (file) {
    links.push({ label: w.storedFile, text: file.path, kind: "foreign", more: `SHA-256 ${file.sha256}` });
    if (file.name !== undefined && file.name !== file.path)
      links.push({ label: w.nameOnDevice, text: file.name, kind: "foreign" });
  } else links.push({ label: w.storedFile, text: w.unknownFile, kind: "words" });
  const place = placeWords(ref.origin, lang);
  links.push(
    place.foreign === undefined
      ? {
          label: w.where,
          text: place.place,
          kind: "mono",
          lit: true,
          ...(place.exact === undefined ? {} : { more: place.exact }),
        }
      : { label: `${w.where}: ${place.place}`, text: place.foreign, kind: "foreign", lit: true },
  );
  links.push({ label: w.when, text: momentWords(ref.at, lang), kind: "words" });
  const stored = result.records[ref.artifact];
  const reader = stored
    ? `${ref.artifact} v${stored.version} · ${w.recordNo(String(ref.ordinal), stored.file)}`
    : ref.artifact;
  links.push({ label: w.readBy, text: reader, kind: "mono" });
  return links;
}

/**
 * A command that shows the row with another tool, on a copy. Only from names that cannot be anything but names:
 * no text of the evidence ever stands in a command that somebody will paste.
 */
export function rowCommand(at: Origin["at"]): string | undefined {
  if (
    !("table" in at) ||
    at.in !== undefined ||
    at.offset !== undefined ||
    !IDENTIFIER.test(at.table) ||
    !NUMBER.test(String(at.row))
  )
    return undefined;
  return `sqlite3 "file:COPY?mode=ro&immutable=1" "SELECT * FROM ${at.table} WHERE rowid = ${at.row}"`;
}
