/** Tables that `ps` and `top` of toybox print. @module */

/** Columns of a table: more than any prints. */
const MAX_COLUMNS = 64;
const NAMES: readonly string[] = ["NAME", "CMD", "COMM", "COMMAND", "CMDLINE", "ARGS"];
/** Letters that Linux keeps of a name. */
const SHORT = 15;

export interface Columns {
  readonly names: readonly string[];
  /** Index of the column with the name. */
  readonly name: number;
  /** Of `top`: three columns, and the name at the end of the line. */
  readonly top: boolean;
}

export interface Row {
  readonly pid: number;
  readonly tid: number | undefined;
  readonly ppid: number | undefined;
  readonly user: string | undefined;
  readonly label: string | undefined;
  readonly name: string;
  /** The name is as long as the system keeps it: its first letters may be missing. */
  readonly cut: boolean;
}

/** What a head says; undefined for any other line. */
export function columnsOf(line: string): Columns | undefined {
  const names = line.trim().split(/ +/, MAX_COLUMNS);
  if (!names.includes("PID")) return undefined;
  // `PR  NI[%CPU]S VIRT`: top puts the column that it sorts by into brackets, and no space around.
  if (line.includes("[%CPU]")) return { names: ["PID", "TID", "USER"], name: names.length - 1, top: true };
  const name = names.findLastIndex((n) => NAMES.includes(n));
  return name < 0 ? undefined : { names, name, top: false };
}

const whole = (s: string | undefined): number | undefined =>
  s !== undefined && /^\d{1,9}$/.test(s) ? Number(s) : undefined;

/** Kernel threads stand in brackets in some lists and not in others. */
const bare = (s: string): string => (s.length > 2 && s.startsWith("[") && s.endsWith("]") ? s.slice(1, -1) : s);

/** A line of such a table; undefined for any other. */
export function rowOf(line: string, columns: Columns): Row | undefined {
  const cells = line.trim().split(/ +/, 4 * MAX_COLUMNS);
  // Names of threads hold spaces: what stands behind them is counted from the end.
  const behind = columns.top ? 0 : columns.names.length - 1 - columns.name;
  const from = columns.top ? cells.length - 1 : columns.name;
  if (from < (columns.top ? 3 : 0) || cells.length - behind <= from) return undefined;
  const cell = (column: string): string | undefined => {
    const i = columns.names.indexOf(column);
    return i >= 0 && (columns.top || i < columns.name) ? cells[i] : undefined;
  };
  const pid = whole(cell("PID"));
  const name = bare(cells.slice(from, cells.length - behind).join(" "));
  if (pid === undefined || name === "") return undefined;
  return {
    pid,
    tid: whole(cell("TID")),
    ppid: whole(cell("PPID")),
    user: cell("USER") ?? cell("UID"),
    label: cell("LABEL"),
    name,
    cut: columns.names[columns.name] === "COMM" && name.length >= SHORT,
  };
}
