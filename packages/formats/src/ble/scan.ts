/**
 * Logs of programs that look for Bluetooth devices: a table (CSV, with tabs or semicolons too) or JSON objects, one for each time that a
 * device was heard. No standard says what they look like. A table is known by the names of its columns, an object by those of its keys: time,
 * address, strength, and the bytes that the device sent, without which no tag can be told from another thing.
 *
 * Sources: Bluetooth Core Supplement, part A (structures of an advertisement); the description of one such table (Beacon Line, "Observer
 * Data": time in ms, address, strength, payload, name); Android, `ScanRecord`; bleak, `AdvertisementData` (maps of makers and services).
 * @module
 */
import { parseIso } from "@contraluz/core";

/** One time that a device was heard. */
export interface ScanRow {
  readonly seconds: number;
  readonly nanos: number;
  /** Its time has no zone: it was taken for UTC. */
  readonly zoneless: boolean;
  /** Six bytes, the last one first. */
  readonly address: Uint8Array;
  /** Whether the address is made up, where the log says so. */
  readonly random: boolean | undefined;
  /** dBm; 0 where nothing tells. */
  readonly signal: number;
  /** What it said: structures of length, type, value. */
  readonly data: Uint8Array;
}

type Column = "time" | "address" | "signal" | "data" | "name" | "kind" | "makers" | "services" | "uuids";

const NAMES: Readonly<Record<Column, readonly string[]>> = {
  time: ["time", "timestamp", "datetime", "date", "ts", "timems", "timestampms", "seenat", "timeutc"],
  address: ["address", "mac", "macaddress", "macadress", "bdaddr", "addr", "deviceaddress", "btaddress", "bssid"],
  signal: ["rssi", "signal", "rssidbm", "dbm", "signalstrength"],
  data: [
    "advertisingpayload",
    "payload",
    "advertisingdata",
    "advertisementdata",
    "advdata",
    "advertisement",
    "rawdata",
    "raw",
    "scanrecord",
    "data",
    "bytes",
  ],
  name: ["name", "devicename", "localname"],
  kind: ["addresstype", "addrtype", "macaddresstype"],
  makers: ["manufacturerdata", "manufacturerspecificdata"],
  services: ["servicedata"],
  uuids: ["serviceuuids", "uuids", "services"],
};
const COLUMNS: ReadonlyMap<string, Column> = new Map(
  (Object.keys(NAMES) as Column[]).flatMap((c) => NAMES[c].map((n) => [n, c] as const)),
);

/** Letters of a line; columns of a table; bytes of one advertisement (Core 5.4: 1,650); entries of a map. */
const [MAX_LINE, MAX_COLUMNS, MAX_DATA, MAX_MAP] = [65_536, 64, 1650, 32];

const columnOf = (name: string): Column | undefined =>
  COLUMNS.get(
    name
      .slice(0, 60)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ""),
  );

/** The fields of a line of a table; a quoted one may hold the separator. */
function cells(line: string, separator: string): string[] {
  const out: string[] = [];
  let at = 0;
  while (at <= line.length && out.length < MAX_COLUMNS) {
    if (line[at] === '"') {
      let [text, from] = ["", at + 1];
      for (;;) {
        const quote = line.indexOf('"', from);
        if (quote < 0) return [...out, text + line.slice(from)];
        text += line.slice(from, quote);
        if (line[quote + 1] !== '"') {
          at = quote + 1;
          break;
        }
        text += '"';
        from = quote + 2;
      }
      out.push(text);
      const next = line.indexOf(separator, at);
      at = next < 0 ? line.length + 1 : next + 1;
    } else {
      const next = line.indexOf(separator, at);
      const end = next < 0 ? line.length : next;
      out.push(line.slice(at, end).trim());
      at = next < 0 ? line.length + 1 : next + 1;
    }
  }
  return out;
}

function hex(v: unknown, most: number): Uint8Array | undefined {
  if (Array.isArray(v)) {
    const bytes = v.slice(0, most + 1);
    const whole = bytes.length <= most && bytes.every((n) => Number.isInteger(n) && n >= -128 && n <= 255);
    return whole ? Uint8Array.from(bytes as number[]) : undefined;
  }
  if (typeof v !== "string" || v.length > 4 * most + 2) return undefined;
  const text = v.replace(/^0x/i, "").replace(/[\s:-]/g, "");
  if (text.length === 0 || text.length % 2 !== 0 || text.length > 2 * most || !/^[0-9a-f]+$/i.test(text))
    return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

/** A number since 1970 in whatever unit fits, or ISO 8601. */
function timeOf(v: unknown): Pick<ScanRow, "seconds" | "nanos" | "zoneless"> | undefined {
  const text = typeof v === "number" && Number.isFinite(v) ? String(v) : typeof v === "string" ? v.trim() : "";
  if (/^\d{9,19}(?:\.\d{1,9})?$/.test(text)) {
    const [whole, part = ""] = text.split(".") as [string, string?];
    // Seconds have ten digits until 2286, thousandths thirteen, and so on.
    const digits = whole.length <= 11 ? 0 : whole.length <= 14 ? 3 : whole.length <= 17 ? 6 : 9;
    const seconds = Number(whole.slice(0, whole.length - digits));
    const nanos = Number((whole.slice(whole.length - digits) + part).padEnd(9, "0").slice(0, 9));
    return { seconds, nanos, zoneless: false };
  }
  const ns =
    text.length <= 40 ? parseIso(text.replace(/^(\d{4})\/(\d\d)\/(\d\d)/, "$1-$2-$3").replace(",", ".")) : undefined;
  if (ns === undefined || ns < 0n) return undefined;
  return {
    seconds: Number(ns / 1_000_000_000n),
    nanos: Number(ns % 1_000_000_000n),
    zoneless: !/(?:Z|[+-]\d\d:?\d\d)$/.test(text),
  };
}

function addressOf(v: unknown): Uint8Array | undefined {
  if (typeof v !== "string" || !/^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(v.trim())) return undefined;
  return hex(v.trim(), 6)?.reverse();
}

const isMap = (v: unknown): v is Readonly<Record<string, unknown>> =>
  typeof v === "object" && v !== null && !Array.isArray(v);
const entriesOf = (v: unknown): [string, unknown][] =>
  isMap(v)
    ? Object.keys(v)
        .slice(0, MAX_MAP)
        .map((k) => [k, v[k]])
    : [];

/** A short number of a service; undefined for a long one. */
function shortService(text: string): number | undefined {
  const m = /^(?:0x)?(?:0000)?([0-9a-f]{4})(?:-0000-1000-8000-00805f9b34fb)?$/i.exec(text);
  return m ? Number.parseInt(m[1]!, 16) : undefined;
}

/** Maps of makers and services as the device sent them. */
function structures(of: ReadonlyMap<Column, unknown>): Uint8Array | undefined {
  const out: number[] = [];
  const add = (type: number, id: number, data: Uint8Array): void => {
    if (data.length <= 252 && out.length + data.length + 4 <= MAX_DATA)
      out.push(data.length + 3, type, id & 255, id >> 8, ...data);
  };
  for (const [key, value] of entriesOf(of.get("makers"))) {
    const id = /^0x[0-9a-f]{1,4}$/i.test(key) ? Number.parseInt(key, 16) : /^\d{1,5}$/.test(key) ? Number(key) : 65_536;
    const data = hex(value, 252);
    if (id < 65_536 && data) add(0xff, id, data);
  }
  for (const [key, value] of entriesOf(of.get("services"))) {
    const id = shortService(key);
    const data = hex(value, 252);
    if (id !== undefined && data) add(0x16, id, data);
  }
  const uuids = of.get("uuids");
  for (const uuid of Array.isArray(uuids) ? uuids.slice(0, MAX_MAP) : []) {
    const id = typeof uuid === "string" ? shortService(uuid) : undefined;
    if (id !== undefined) add(0x03, id, new Uint8Array(0));
  }
  return out.length > 0 ? Uint8Array.from(out) : undefined;
}

/** `named`: what the device is called stands in another column, and not in its bytes. */
function withName(data: Uint8Array, name: unknown): Uint8Array {
  const bytes =
    typeof name === "string" && name !== "" ? new TextEncoder().encode(name.slice(0, 60)).subarray(0, 60) : undefined;
  if (!bytes) return data;
  let at = 0;
  while (at + 1 < data.length && data[at]! > 0) {
    if (data[at + 1] === 8 || data[at + 1] === 9) return data;
    at += 1 + data[at]!;
  }
  const used = Math.min(at, data.length);
  return Uint8Array.from([...data.subarray(0, used), bytes.length + 1, 9, ...bytes]);
}

function rowOf(of: ReadonlyMap<Column, unknown>): ScanRow | undefined {
  const address = addressOf(of.get("address"));
  const time = timeOf(of.get("time"));
  const data = hex(of.get("data"), MAX_DATA) ?? structures(of);
  if (!address || !time || !data) return undefined;
  const strength = Number(of.get("signal"));
  const kind = String(of.get("kind") ?? "").toLowerCase();
  return {
    ...time,
    address,
    random: kind.includes("random") ? true : kind.includes("public") ? false : undefined,
    signal: strength >= -127 && strength < 0 ? Math.round(strength) : 0,
    data: withName(data, of.get("name")),
  };
}

/** A row of a list of JSON objects. Undefined for one that tells of no device. */
export function scanObject(v: unknown): ScanRow | undefined {
  if (!isMap(v)) return undefined;
  const of = new Map<Column, unknown>();
  for (const key of Object.keys(v).slice(0, MAX_COLUMNS)) {
    const column = columnOf(key);
    if (column !== undefined && !of.has(column)) of.set(column, v[key]);
  }
  return rowOf(of);
}

/** Reads lines one after the other: the first one of a table names its columns; one of JSON stands for itself. */
export class ScanLines {
  #columns: readonly (Column | undefined)[] | undefined;
  #separator = ",";

  /** The row of a line; `head` for the line that names the columns; undefined for one that makes no row. */
  line(text: string): ScanRow | "head" | undefined {
    const line = text.replace(/^\uFEFF/, "");
    if (line.length > MAX_LINE) return undefined;
    if (line.trimStart().startsWith("{")) {
      try {
        return scanObject(JSON.parse(line));
      } catch {
        return undefined;
      }
    }
    if (!this.#columns) return this.#names(line) ? "head" : undefined;
    const of = new Map<Column, unknown>();
    for (const [i, cell] of cells(line, this.#separator).entries()) {
      const column = this.#columns[i];
      if (column !== undefined && cell !== "" && !of.has(column)) of.set(column, cell);
    }
    return rowOf(of);
  }

  #names(line: string): boolean {
    for (const separator of [",", ";", "\t"]) {
      const columns = cells(line, separator).map(columnOf);
      if (!["time", "address", "data"].every((c) => columns.includes(c as Column))) continue;
      this.#columns = columns;
      this.#separator = separator;
      return true;
    }
    return false;
  }
}

/** Objects of a list that are tried. */
const TRIES = 24;

/** A log by its beginning: `lines` is a table or an object a line, `list` one list of JSON. */
export interface ScanStart {
  readonly form: "lines" | "list";
  readonly first: ScanRow;
}

/** Undefined for bytes that begin no such log. */
export function scanStart(head: Uint8Array): ScanStart | undefined {
  // What is no text has other first bytes: nearly all files end here.
  const letter = head[0];
  if (letter === undefined || (letter < 0x20 && letter !== 9 && letter !== 10 && letter !== 13)) return undefined;
  const text = new TextDecoder().decode(head.subarray(0, MAX_LINE));
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start.startsWith("[")) {
    const from = start.indexOf("{");
    for (
      let [n, to] = [0, start.indexOf("}", from)];
      from >= 0 && to >= 0 && n < TRIES;
      n++, to = start.indexOf("}", to + 1)
    )
      try {
        const first = scanObject(JSON.parse(start.slice(from, to + 1)));
        return first && { form: "list", first };
      } catch {
        // A brace within the object.
      }
    return undefined;
  }
  const lines = start.split(/\r?\n/, 3);
  const reader = new ScanLines();
  const one = reader.line(lines[0] ?? "");
  const first = one === "head" ? reader.line(lines[1] ?? "") : one;
  return typeof first === "object" ? { form: "lines", first } : undefined;
}
