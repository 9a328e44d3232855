/**
 * A table of text: RFC 4180, with comma, semicolon or tab. KoBoToolbox writes semicolons and quotes every cell; Excel writes what the
 * language of the computer asks for, and may name it in a first line (`sep=;`).
 * @module
 */

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Row in which a closing quote is missing. */
  readonly openQuote?: number;
  /** There were more rows than are read. */
  readonly cut: boolean;
}

export const MAX_TABLE: number = 16 * 1024 * 1024;
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 1000;

/** Letters of a cell that are kept. */
const MAX_CELL = 32_768;

/** The separator that the first line has most of, outside of quotes. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>([
    [",", 0],
    [";", 0],
    ["\t", 0],
  ]);
  let quoted = false;
  for (let i = 0; i < text.length && i < 65_536; i++) {
    const c = text[i]!;
    if (c === '"') quoted = !quoted;
    else if (!quoted && (c === "\n" || c === "\r")) break;
    else if (!quoted && counts.has(c)) counts.set(c, counts.get(c)! + 1);
  }
  return [...counts].reduce((best, x) => (x[1] > best[1] ? x : best))[0];
}

/** The table that a text is; undefined for a text without a head. */
export function readTable(input: string): Table | undefined {
  let text = input.charCodeAt(0) === 0xfeff ? input.slice(1) : input;
  const named = /^"?sep=([,;\t])"?\r?\n/i.exec(text);
  if (named) text = text.slice(named[0].length);
  const separator = named?.[1] ?? separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let cut = false;
  let openQuote: number | undefined;
  const cell = (value: string): void => {
    if (row.length < MAX_COLUMNS) row.push(value.length > MAX_CELL ? value.slice(0, MAX_CELL) : value);
  };
  const endRow = (): void => {
    if (row.some((c) => c !== "")) rows.push(row);
    row = [];
  };
  while (at < text.length) {
    if (rows.length > MAX_ROWS) {
      cut = true;
      break;
    }
    if (text[at] === '"') {
      let value = "";
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote < 0) {
          openQuote = rows.length;
          value += text.slice(from);
          at = text.length;
          break;
        }
        value += text.slice(from, quote);
        if (text[quote + 1] !== '"') {
          at = quote + 1;
          break;
        }
        value += '"';
        from = quote + 2;
      }
      // What stands between the quote and the separator belongs to the cell, as programs read it.
      const end = endOf(text, at, separator);
      cell(value + text.slice(at, end));
      at = end;
    } else {
      const end = endOf(text, at, separator);
      cell(text.slice(at, end));
      at = end;
    }
    const c = text[at];
    if (c === separator) {
      at++;
      if (at === text.length) cell("");
      continue;
    }
    if (c === "\r" && text[at + 1] === "\n") at += 2;
    else if (c !== undefined) at++;
    endRow();
  }
  endRow();
  const [head, ...rest] = rows;
  if (!head || head.length < 2) return undefined;
  return {
    head: head.map((h) => h.trim()),
    rows: rest.slice(0, MAX_ROWS),
    cut,
    ...(openQuote === undefined ? {} : { openQuote }),
  };
}

function endOf(text: string, from: number, separator: string): number {
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === separator || c === "\n" || c === "\r") return i;
  }
  return text.length;
}
