/** Incidents out of a table: our own CSV, one of somebody else with a mapping, exports of KoBoToolbox. Each row that is no incident says why. @module */
import type { Hasher, Sha256 } from "@contraluz/core";
import { parseSpoken } from "../dates/parse.ts";
import { type ColumnField, type Columns, columnsOf, type Mapping, NO_MAPPING } from "./columns.ts";
import { MAX_ROWS, MAX_TABLE, readTable, type Table } from "./csv.ts";
import { koboTable } from "./kobo.ts";
import { contentOf, fold, howOf, idOf, isPoint, kindOf, MAX, MAX_WITHIN } from "./make.ts";
import type { Incident, IncidentEvidence, IncidentKind, IncidentPlace } from "./types.ts";
import { NO, type RowProblemCode, YES } from "./words.ts";

export interface RowProblem {
  /** From 1, without the head. */
  readonly row: number;
  readonly code: RowProblemCode;
  readonly column?: string;
  readonly found?: string;
}

export type TableFault = "too-large" | "spreadsheet" | "not-a-table" | "columns";

export interface ImportOptions {
  readonly file: string;
  readonly sha256: () => Hasher;
  readonly mapping?: Mapping;
  /** What the case holds already, by id. */
  readonly known?: ReadonlyMap<string, Incident>;
}

export interface Imported {
  /** New ones, and those that say something else than before; in the order of the rows. */
  readonly incidents: readonly Incident[];
  readonly problems: readonly RowProblem[];
  /** Counted, whether their problem is listed or not. */
  readonly left: { readonly refused: number; readonly twice: number; readonly same: number };
  readonly rows: number;
  /** Heads that say nothing to us. */
  readonly unused: readonly string[];
  readonly form: boolean;
}

export type ImportResult = Imported | { readonly fault: TableFault; readonly found?: string };

/** Problems that are listed. */
const MAX_PROBLEMS = 500;
const SHOWN = 80;
/** Who tells it, where a table does not say. The same for all rows: a row is the same one wherever it stands. */
const NOT_SAID = "?";

/** Text of a file: UTF-8, UTF-16 with its mark, else what Excel writes on Windows. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Control and bidi letters do not come in; an apostrophe that a harmless export put before a formula goes. */
function tidy(cell: string): string {
  const text = cell.replace(/(?![\t\n\r])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, "").trim();
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

class Rows {
  readonly problems: RowProblem[] = [];
  readonly columns: Columns;
  readonly head: readonly string[];
  readonly mapping: Mapping;
  constructor(head: readonly string[], columns: Columns, mapping: Mapping) {
    this.head = head;
    this.columns = columns;
    this.mapping = mapping;
  }

  tell(row: number, code: RowProblemCode, found?: string, column?: string): undefined {
    if (this.problems.length < MAX_PROBLEMS)
      this.problems.push({
        row,
        code,
        ...(column === undefined ? {} : { column: column.slice(0, SHOWN) }),
        ...(found === undefined ? {} : { found: found.slice(0, SHOWN) }),
      });
    return undefined;
  }

  get(cells: readonly string[], f: ColumnField): string {
    const i = this.columns.at.get(f);
    return i === undefined ? "" : tidy(cells[i] ?? "");
  }

  text(cells: readonly string[], f: ColumnField, max: number, row: number): string {
    const text = this.get(cells, f);
    if (text.length <= max) return text;
    this.tell(row, "too-long", String(text.length), this.head[this.columns.at.get(f)!]);
    return text.slice(0, max - 1).concat("…");
  }

  kind(text: string): IncidentKind | undefined {
    const m = this.mapping.kinds;
    return Object.hasOwn(m, text) ? kindOf(m[text]!) : kindOf(text);
  }

  kinds(cells: readonly string[], row: number): IncidentKind[] {
    const out: IncidentKind[] = [];
    const add = (k: IncidentKind): void => {
      if (!out.includes(k) && out.length < MAX.kinds) out.push(k);
    };
    const unknown = (text: string): void => {
      this.tell(row, "unknown-kind", text);
      add("other");
    };
    const ticked = this.columns.choices.filter(([i]) => YES.has(fold(cells[i] ?? "")));
    for (const [, choice] of ticked) {
      const k = this.kind(choice);
      if (k) add(k);
      else unknown(choice);
    }
    if (this.columns.choices.length > 0 && ticked.length > 0) return out;
    const whole = this.get(cells, "kinds").slice(0, 1000);
    for (const part of whole.split(/[,;|\n]/)) {
      const text = part.trim();
      if (text === "") continue;
      const k = this.kind(text);
      if (k) {
        add(k);
        continue;
      }
      // Choices of a form are joined by spaces, and their labels may hold some.
      const words = text.split(/\s+/).slice(0, 60);
      for (let i = 0; i < words.length; ) {
        let n = Math.min(5, words.length - i);
        let found: IncidentKind | undefined;
        for (; n > 0 && !found; n--) found = this.kind(words.slice(i, i + n).join(" "));
        if (found) {
          add(found);
          i += n + 1;
        } else unknown(words[i++]!);
      }
    }
    return out.length > 0 ? out : ["other"];
  }

  answer<T>(text: string, read: (text: string) => T | undefined, careful: T, row: number, f: ColumnField): T {
    if (text === "") return careful;
    const v = read(text);
    if (v !== undefined) return v;
    this.tell(row, "bad-answer", text, this.head[this.columns.at.get(f)!]);
    return careful;
  }

  place(cells: readonly string[], row: number): IncidentPlace {
    let name = this.text(cells, "place", MAX.place, row);
    let [lat, lon, within] = ["lat", "lon", "within"].map((f) => this.get(cells, f as ColumnField)) as [
      string,
      string,
      string,
    ];
    for (const text of [this.get(cells, "point"), name]) {
      const p =
        /^(-?\d{1,3}(?:\.\d{1,20})?)[, ] ?(-?\d{1,3}(?:\.\d{1,20})?)(?: (-?\d{1,9}(?:\.\d{1,20})?))?(?: (\d{1,9}(?:\.\d{1,20})?))?$/.exec(
          text,
        );
      if (!p) continue;
      if (text === name) name = "";
      if (lat === "" && lon === "") [lat, lon, within] = [p[1]!, p[2]!, within === "" ? (p[4] ?? "") : within];
    }
    if (name === "" && !/^-?\d/.test(this.get(cells, "point"))) name = this.text(cells, "point", MAX.place, row);
    if (lat === "" && lon === "") return { name };
    // A comma for the decimals, as Spanish programs write.
    const [y, x] = [Number(lat.replace(",", ".")), Number(lon.replace(",", "."))];
    if (lat === "" || lon === "" || !isPoint(y, x)) {
      this.tell(row, "bad-place", `${lat} ${lon}`);
      return { name };
    }
    const m = Number(within.replace(",", "."));
    return { name, lat: y, lon: x, ...(m > 0 && m <= MAX_WITHIN ? { within: Math.max(1, Math.round(m)) } : {}) };
  }

  evidence(cells: readonly string[], row: number): IncidentEvidence[] {
    const out: IncidentEvidence[] = [];
    for (const h of this.get(cells, "evidence")
      .toLowerCase()
      .split(/[\s,;]+/)
      .slice(0, MAX.evidence)) {
      if (h === "") continue;
      if (/^[0-9a-f]{64}$/.test(h)) out.push({ sha256: h });
      else this.tell(row, "bad-evidence", h);
    }
    return out;
  }
}

/** When it happened: a day and an hour may stand in two columns. */
function timeOf(rows: Rows, cells: readonly string[], row: number): Incident["at"] | undefined {
  const from = rows.get(cells, "from");
  if (from === "") return rows.tell(row, "no-date");
  // `14:30:00.000-06:00`, as forms write an hour.
  const time = rows.get(cells, "time").replace(/^(\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/, "$1");
  const zone = rows.get(cells, "zone") || rows.mapping.defaults.zone;
  const o = zone === undefined ? {} : { zone };
  const said = time !== "" && !/\d:\d/.test(from) ? `${from} ${/^\d{1,2}$/.test(time) ? `${time} h` : time}` : from;
  const p = parseSpoken(said, rows.get(cells, "to"), o);
  return "fault" in p ? rows.tell(row, "bad-date", p.found) : p.time;
}

function incidentOf(
  rows: Rows,
  cells: readonly string[],
  row: number,
  o: ImportOptions,
  file: Sha256,
): Incident | undefined {
  const at = timeOf(rows, cells, row);
  const what = rows.text(cells, "what", MAX.what, row);
  const kinds = rows.kinds(cells, row);
  if (at && what === "" && kinds.every((k) => k === "other")) rows.tell(row, "no-what");
  if (!at || (what === "" && kinds.every((k) => k === "other"))) return undefined;
  const d = rows.mapping.defaults;
  const told: Omit<Incident, "id" | "origin"> = {
    at,
    place: rows.place(cells, row),
    who: rows.text(cells, "who", MAX.who, row),
    what,
    kinds,
    source: {
      label: rows.text(cells, "source", MAX.label, row) || d.source || NOT_SAID,
      how: rows.answer(rows.get(cells, "how"), howOf, d.how ?? "heard", row, "how"),
    },
    consent: {
      publish: rows.answer(
        rows.get(cells, "publish"),
        (t) => (YES.has(fold(t)) ? true : NO.has(fold(t)) ? false : undefined),
        rows.columns.at.has("publish") ? false : (d.publish ?? false),
        row,
        "publish",
      ),
    },
    evidence: rows.evidence(cells, row),
  };
  const uuid = rows.get(cells, "uuid").toLowerCase();
  const submitted = rows.get(cells, "submitted");
  return {
    id: /^[0-9a-f-]{8,64}$/.test(uuid) ? `uuid:${uuid}` : idOf(told, o.sha256),
    ...told,
    origin: {
      file: o.file.slice(0, 200),
      sha256: file,
      row,
      ...(/^\d{4}-\d\d-\d\dT/.test(submitted) ? { submitted: submitted.slice(0, 40) } : {}),
    },
  };
}

interface Source extends Table {
  readonly lists?: readonly (readonly [number, string])[];
}

/** The table that a file holds. */
function tableOf(bytes: Uint8Array): Source | TableFault {
  if (bytes.length > MAX_TABLE) return "too-large";
  // A zip (xlsx, ods) and a compound file (xls).
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) return "spreadsheet";
  const text = textOf(bytes);
  if (text.includes("\0")) return "not-a-table";
  if (/^\s{0,100}[[{]/.test(text.slice(0, 200))) {
    try {
      return koboTable(JSON.parse(text)) ?? "not-a-table";
    } catch {
      return "not-a-table";
    }
  }
  return readTable(text) ?? "not-a-table";
}

/** Rows of tags that a form's export may have below the head: `#adm1`. */
const isTags = (cells: readonly string[]): boolean =>
  cells.some((c) => c.startsWith("#")) && cells.every((c) => c === "" || c.startsWith("#"));

/**
 * Reads a table of incidents. Rows with the same id count once; what the case holds already is told, and comes again only where it says
 * something else now.
 */
export function importIncidents(bytes: Uint8Array, o: ImportOptions): ImportResult {
  const table = tableOf(bytes);
  if (typeof table === "string") return { fault: table };
  const mapping = o.mapping ?? NO_MAPPING;
  const columns = columnsOf(table.head, mapping);
  const says = columns.at.has("what") || columns.at.has("kinds") || columns.choices.length > 0;
  if (!columns.at.has("from") || !says)
    return {
      fault: "columns",
      found: table.head
        .filter((h) => h !== "")
        .slice(0, 30)
        .map((h) => h.slice(0, 40))
        .join(", "),
    };
  const h = o.sha256();
  h.update(bytes);
  const file = h.hex();
  const rows = new Rows(table.head, columns, mapping);
  for (const [n, name] of table.lists ?? []) rows.tell(n + 1, "repeat", undefined, name);
  if (table.openQuote !== undefined) rows.tell(table.openQuote, "quote");
  if (table.cut) rows.tell(0, "too-many", String(MAX_ROWS));
  const seen = new Map<string, number>();
  const incidents: Incident[] = [];
  const left = { refused: 0, twice: 0, same: 0 };
  for (const [n, cells] of table.rows.entries()) {
    const row = n + 1;
    if (n < 3 && isTags(cells)) continue;
    if (cells.length > table.head.length) rows.tell(row, "cells", String(cells.length - table.head.length));
    const i = incidentOf(rows, cells, row, o, file);
    if (!i) {
      left.refused++;
      continue;
    }
    const before = seen.get(i.id);
    if (before !== undefined) {
      left.twice++;
      rows.tell(row, "twice", String(before));
      continue;
    }
    seen.set(i.id, row);
    const known = o.known?.get(i.id);
    if (known && contentOf(known) === contentOf(i)) {
      left.same++;
      rows.tell(row, "same");
      continue;
    }
    if (known) rows.tell(row, "changed");
    incidents.push(i);
  }
  return {
    incidents,
    problems: rows.problems,
    left,
    rows: table.rows.length,
    unused: columns.unused,
    form: columns.form,
  };
}
