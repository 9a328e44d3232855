/** Reads plain lists: one sign a line, hosts files, and CSV with a header. @module */
import { type ObservableType, parseIso, type Report } from "@contraluz/core";
import { oneLine } from "./builder.ts";
import { guessType, hintOf, refang } from "./guess.ts";
import { type Line, readLines } from "./lines.ts";
import { TYPES } from "./packed.ts";
import type { IndicatorSink, RawIndicator } from "./types.ts";

/** Fields of one CSV line (RFC 4180; a quoted field does not go on to the next line). `mark` stands between them. */
export function csvFields(line: string, mark = ","): string[] {
  const out: string[] = [];
  let i = 0;
  do {
    if (line[i] === '"') {
      let value = "";
      i++;
      for (;;) {
        const quote = line.indexOf('"', i);
        value += line.slice(i, quote < 0 ? line.length : quote);
        if (quote < 0) return [...out, value];
        i = quote + 1;
        if (line[i] !== '"') break;
        value += '"';
        i++;
      }
      const comma = line.indexOf(mark, i);
      out.push(value);
      i = comma < 0 ? line.length : comma;
    } else {
      const comma = line.indexOf(mark, i);
      const end = comma < 0 ? line.length : comma;
      out.push(line.slice(i, end).trim());
      i = end;
    }
  } while (line[i++] === mark);
  return out;
}

/** What each column holds. `kind`: the type of `value` is said in the row itself. */
interface Columns {
  /** What stands between fields: a comma, or what spreadsheets of many countries write. */
  readonly mark: string;
  readonly types: readonly (ObservableType | undefined)[];
  readonly kind: number;
  readonly value: number;
  readonly campaign: number;
  /** The day on which a site was registered: the list is one of ages, not of signs. */
  readonly registered: number;
}

/** Days for which a site is young (network.md 3(b) B14, as the peers have it), and what a day has. */
const YOUNG = 365;
const DAY = 86_400;

/** A name of a column is short; a part of a sentence is not one. */
const isName = (f: string): boolean => f !== "" && f.length <= 40 && !/\S+\s+\S+\s+\S+\s+\S/.test(f);

/** The columns, if a first line is a header: words that name things, none of them a sign itself. */
function header(fields: readonly string[], mark: string): Columns | undefined {
  if (fields.length < 2 || fields.some((f) => !isName(f) || guessType(refang(f)) !== undefined)) return undefined;
  const names = fields.map((f) => f.toLowerCase());
  const kind = names.findIndex((n) => /^(?:type|kind|tipo)$/.test(n));
  const value = names.findIndex((n) => /^(?:indicator|ioc|value|valor|indicador)(?:e?s)?$/.test(n));
  const campaign = names.findIndex((n) =>
    /^(?:app|name|family|campaign|malware|threat|nombre|familia|campaña|programa)$/.test(n),
  );
  const registered = names.findIndex((n) =>
    /^(?:registered(?:[ _-](?:on|at))?|registration[ _-]?(?:date|day)|registrado|fecha[ _-]de[ _-]registro)$/.test(n),
  );
  const types = names.map((n, i) => (i === campaign || i === kind || i === registered ? undefined : hintOf(n)));
  if (registered >= 0 && !types.includes("domain")) return undefined;
  return types.some((t) => t !== undefined) || (kind >= 0 && value >= 0) || value >= 0
    ? { mark, types, kind, value, campaign, registered }
    : undefined;
}

const COMMENT = /^\s*(?:#|;|\/\/)|^\s*$/;

class PlainList {
  readonly #sink: IndicatorSink;
  readonly #report: Report;
  readonly #hint: ObservableType | undefined;
  readonly #campaign: string | undefined;
  #columns: Columns | undefined;
  #first = true;
  /** Of all rows; and lines without columns that are no sign. */
  added = 0;
  odd = 0;

  constructor(sink: IndicatorSink, report: Report, name: string, campaign: string | undefined) {
    this.#sink = sink;
    this.#report = report;
    this.#hint = hintOf(name.replace(/^.*[/\\]/, ""));
    this.#campaign = campaign;
  }

  take(line: Line): void {
    const text = line.number === 1 ? line.text.replace(/^\ufeff/, "") : line.text;
    // Where `;` stands between fields, the first field is empty.
    if (COMMENT.test(text) && !(this.#columns?.mark === ";" && text.startsWith(";"))) return;
    const first = this.#first;
    this.#first = false;
    for (const mark of first ? [",", ";", "\t"] : []) {
      this.#columns ??= text.includes(mark) ? header(csvFields(text, mark), mark) : undefined;
      if (this.#columns) return;
    }
    if (this.#columns) this.#row(csvFields(text, this.#columns.mark), this.#columns, line);
    else this.#plain(text, line);
  }

  #row(fields: readonly string[], columns: Columns, line: Line): void {
    if (columns.registered >= 0) {
      this.#site(fields, columns, line);
      return;
    }
    const campaign = columns.campaign >= 0 ? fields[columns.campaign] : undefined;
    const said = columns.kind >= 0 ? (fields[columns.kind] ?? "") : "";
    const kind = TYPES.find((t) => t === said.toLowerCase()) ?? hintOf(said);
    fields.forEach((field, i) => {
      if (field === "" || i === columns.campaign || i === columns.kind) return;
      if (i === columns.value) this.#one(field, kind, line, campaign);
      else if (columns.types[i] !== undefined && columns.value < 0) this.#one(field, columns.types[i], line, campaign);
    });
  }

  /** A site and the day of its registration. */
  #site(fields: readonly string[], columns: Columns, line: Line): void {
    const raw = fields[columns.types.indexOf("domain")] ?? "";
    const day = parseIso((fields[columns.registered] ?? "").trim().slice(0, 10));
    const value = refang(raw.trim());
    const site: RawIndicator | undefined =
      guessType(value, "domain") === "domain" && day !== undefined
        ? { type: "domain", value, role: "young", validUntil: Number(day / 1_000_000_000n) + YOUNG * DAY }
        : undefined;
    if (site && this.#sink.add(site) >= 0) this.added++;
    else this.#report({ code: "indicator-value", found: oneLine(`line ${line.number}: ${raw}`, 120), lost: "row" });
  }

  #plain(text: string, line: Line): void {
    const note = text.search(/\s#/);
    let value = (note < 0 ? text : text.slice(0, note)).trim();
    // A hosts file: `0.0.0.0 name`.
    const host = /^(?:0\.0\.0\.0|127\.0\.0\.1|::1?)\s+(\S+)$/.exec(value);
    if (host) value = host[1]!;
    // A list for ad blockers: `||name^`.
    const blocked = /^\|\|([^^/|]+)\^?$/.exec(value);
    if (blocked) value = blocked[1]!;
    const quoted = /^"([^"]*)",?$|^'([^']*)',?$/.exec(value);
    if (quoted) value = (quoted[1] ?? quoted[2])!;
    this.#one(value, this.#hint, line, undefined);
  }

  #one(raw: string, hint: ObservableType | undefined, line: Line, campaign: string | undefined): void {
    const value = refang(raw.trim());
    const type = guessType(value, hint);
    const name = campaign ?? this.#campaign;
    const i: RawIndicator | undefined = type && { type, value, ...(name === undefined ? {} : { campaign: name }) };
    if (i && this.#sink.add(i) >= 0) this.added++;
    else {
      if (!this.#columns) this.odd++;
      this.#report({ code: "indicator-value", found: oneLine(`line ${line.number}: ${raw}`, 120), lost: "row" });
    }
  }
}

/**
 * Reads a list. The type of each line is guessed from its form (hash, address, URL, e-mail, path, name) and, where the
 * form does not tell, from the name of the file (`processes.txt`, `package_names.txt`). A CSV with a header is read by
 * its column names; where one of them is the day of a registration it is a list of how old sites are, and no sign. Comments begin with `#`, `;` or `//`. What is no sign gives a Problem with its line. Where most lines
 * are none the file is prose that names a few, not a list: nothing of it is taken, since a link to a report is no sign.
 */
export async function readPlainList(
  source: AsyncIterable<Uint8Array>,
  name: string,
  sink: IndicatorSink,
  report: Report,
  campaign?: string,
): Promise<void> {
  const list = new PlainList(sink, report, name, campaign);
  for await (const lines of readLines(source)) for (const line of lines) list.take(line);
  const prose = list.odd > list.added;
  if (prose) for (let row = 0; row < list.added; row++) sink.drop(row);
  if (prose || list.added === 0)
    report({
      code: "indicator-file",
      found: list.added === 0 ? oneLine(name) : `${list.added} signs in ${list.added + list.odd} lines`,
      expected: "STIX 2, stalkerware YAML, or a list of signs",
      lost: "file",
    });
}
