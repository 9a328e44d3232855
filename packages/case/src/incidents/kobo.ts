/**
 * Submissions of KoBoToolbox as its server gives them in JSON: a list, or `{count, results: […]}`. Names of questions carry their groups
 * (`group/name`), choices of several are joined by spaces, `_geolocation` is `[lat, lon]`. They become a table, and are read as one.
 * @module
 */
import { MAX_COLUMNS, MAX_ROWS, type Table } from "./csv.ts";

export interface KoboTable extends Table {
  /** Rows and columns that hold lists of their own (repeated groups): they are told, not read. */
  readonly lists: readonly (readonly [number, string])[];
}

/** Lists of the server that are no answers. */
const SERVER: ReadonlySet<string> = new Set([
  "_attachments",
  "_notes",
  "_tags",
  "_validation_status",
  "_supplementalDetails",
]);
const MAX_LISTS = 50;

type Obj = { readonly [k: string]: unknown };
const isObject = (v: unknown): v is Obj => typeof v === "object" && v !== null && !Array.isArray(v);

/** Undefined for JSON that is nothing of the kind. */
export function koboTable(json: unknown): KoboTable | undefined {
  const list = Array.isArray(json) ? json : isObject(json) && Array.isArray(json.results) ? json.results : undefined;
  if (!list || list.length === 0 || !list.every(isObject)) return undefined;
  const all = list as readonly Obj[];
  if (!all.some((s) => typeof s._uuid === "string" || typeof s["meta/instanceID"] === "string")) return undefined;
  const head: string[] = [];
  const index = new Map<string, number>();
  const columnOf = (name: string): number => {
    let i = index.get(name);
    if (i === undefined) {
      i = head.length;
      index.set(name, i);
      head.push(name);
    }
    return i;
  };
  const lists: [number, string][] = [];
  const rows: string[][] = [];
  for (const [n, s] of all.slice(0, MAX_ROWS).entries()) {
    const row: string[] = [];
    const put = (name: string, v: string): void => {
      if (head.length < MAX_COLUMNS || index.has(name)) row[columnOf(name)] = v;
    };
    for (const [name, v] of Object.entries(s).slice(0, MAX_COLUMNS)) {
      if (name === "_geolocation" && Array.isArray(v)) {
        const [lat, lon] = v as unknown[];
        if (typeof lat === "number" && typeof lon === "number") {
          put("_geolocation_latitude", String(lat));
          put("_geolocation_longitude", String(lon));
          const within = precisionAt(s, lat, lon);
          if (within !== undefined) put("_geolocation_precision", within);
        }
      } else if (typeof v === "string") put(name, v);
      else if (typeof v === "number" || typeof v === "boolean") put(name, String(v));
      else if (v !== null && !SERVER.has(name) && lists.length < MAX_LISTS) lists.push([n, name.slice(0, 100)]);
    }
    if (typeof s._uuid !== "string" && typeof s["meta/instanceID"] === "string")
      put("_uuid", (s["meta/instanceID"] as string).replace(/^uuid:/, ""));
    rows.push(row);
  }
  return {
    head,
    rows: rows.map((r) => Array.from({ length: head.length }, (_, i) => r[i] ?? "")),
    cut: all.length > MAX_ROWS,
    lists,
  };
}

/** The precision of the answer that the server took the point from. */
function precisionAt(s: Obj, lat: number, lon: number): string | undefined {
  for (const v of Object.values(s)) {
    if (typeof v !== "string" || v.length > 100) continue;
    const parts = v.split(" ");
    if (parts.length === 4 && Number(parts[0]) === lat && Number(parts[1]) === lon) return parts[3];
  }
  return undefined;
}
