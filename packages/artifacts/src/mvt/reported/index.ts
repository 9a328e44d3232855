/**
 * What MVT reported: its alerts as it words them, how much each of its modules read, and of each row its time and main values.
 *
 * Nothing here was checked by us, and nothing is compared with signs: the rows are a reading of evidence that is not here.
 * New versions write `alerts.json` and the same alerts again in `*_detected.json`; old ones write the rows that met a sign in
 * `*_detected.json`, without a level.
 * Sources: mvt.md 8.
 * @module
 */
import type { ArtifactRecord } from "@contraluz/core";
import type { Artifact, Emit, JsonItem, ParseRun, Parser } from "../../artifact.ts";
import { contentOf, isRow, momentOf, type Row, textOf, timeOf, whatOf } from "./values.ts";
import { fields, words } from "./words.ts";

const LEVELS: ReadonlySet<string> = new Set(["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL"]);
/** How an alert of an old version, or of a level that we do not know, is called. */
const NO_LEVEL = "UNKNOWN";
const DETECTED = "_detected";
const MAX_LISTS = 100;

/** What a file is told of its folder. */
interface Told {
  readonly version: string | undefined;
  readonly utc: boolean;
  readonly content: boolean;
}

function toldOf(run: ParseRun): Told {
  const d = run.acquisition.device ?? {};
  const version = typeof d.version === "string" && d.version !== "" ? d.version : undefined;
  return { version, utc: d.times === "utc", content: run.content };
}

/** Row numbers of a list, and keys of an object that holds lists. */
type Visit = (row: unknown, key: string) => void;

/** Every row of an item: of a list, of an object that holds lists by file, or the object itself. */
function visit(item: JsonItem, each: Visit): void {
  if (item.list) {
    for (const [i, row] of item.elements.entries()) each(row, `[${item.first + i}]`);
    return;
  }
  for (const value of item.elements) {
    if (!isRow(value)) continue;
    const lists = Object.entries(value).filter((e): e is [string, unknown[]] => Array.isArray(e[1]) && isRow(e[1][0]));
    if (lists.length === 0) each(value, "$");
    for (const [name, rows] of lists) for (const [i, row] of rows.entries()) each(row, `${name.slice(0, 200)}[${i}]`);
  }
}

function levelOf(row: Row): string {
  const level = textOf(row, "level", 40)?.toUpperCase();
  return level !== undefined && LEVELS.has(level) ? level : NO_LEVEL;
}

function alertOf(row: Row, module: string, told: Told): Omit<ArtifactRecord, "origin"> {
  const sign = Object.hasOwn(row, "matched_indicator") && isRow(row.matched_indicator) ? row.matched_indicator : {};
  // Old versions write the row itself.
  const event = Object.hasOwn(row, "event") && isRow(row.event) ? row.event : row;
  const at = momentOf(textOf(row, "event_time", 40), told.utc) ?? timeOf(event, told.utc);
  return {
    kind: "alert",
    ...(at ? { at } : {}),
    fields: {
      version: told.version,
      module: textOf(row, "module", 100) ?? module,
      level: levelOf(row),
      message: textOf(row, "message"),
      indicator: textOf(sign, "value"),
      indicator_type: textOf(sign, "type", 100),
      campaign: textOf(sign, "name", 200),
      list: textOf(sign, "stix2_file_name", 200),
      what: whatOf(event),
    },
    observables: [],
  };
}

/** Alerts one by one, and at the end how many of each level. */
function alerts(run: ParseRun, module: string): Parser<JsonItem> {
  const told = toldOf(run);
  const counts = new Map<string, number>();
  let origin: JsonItem["origin"] | undefined;
  return {
    take(item, emit) {
      origin = item.origin;
      visit(item, (row, key) => {
        if (!isRow(row)) return;
        const record = alertOf(row, module, told);
        const level = String(record.fields.level);
        counts.set(level, (counts.get(level) ?? 0) + 1);
        emit({ ...record, origin: item.origin(key) });
      });
    },
    end(emit) {
      for (const [level, count] of counts)
        emit({
          kind: "alerts",
          fields: { version: told.version, level, count },
          observables: [],
          origin: origin!(`level=${level}`),
        });
    },
  };
}

/** Rows of a module, and at the end how many there were. */
function rows(run: ParseRun, module: string): Parser<JsonItem> {
  const told = toldOf(run);
  let count = 0;
  let origin: JsonItem["origin"] | undefined;
  return {
    take(item, emit) {
      origin = item.origin;
      visit(item, (row, key) => {
        count++;
        if (!isRow(row)) return;
        const at = timeOf(row, told.utc);
        const what = whatOf(row);
        const text = told.content ? contentOf(row) : undefined;
        if (!at && what === undefined && text === undefined) return;
        emit({
          kind: "reported",
          ...(at ? { at } : {}),
          fields: { module, what, text },
          observables: [],
          origin: item.origin(key),
        });
      });
    },
    end(emit) {
      if (origin) emit({ kind: "module", fields: { module, count }, observables: [], origin: origin("$") });
    },
  };
}

/** Names of files without their folders: those name a computer and who uses it. */
function namesOf(v: unknown): string[] | undefined {
  if (!Array.isArray(v)) return undefined;
  const texts = v.slice(0, MAX_LISTS).filter((x) => typeof x === "string");
  return texts.map((x) => x.slice(Math.max(x.lastIndexOf("/"), x.lastIndexOf("\\")) + 1).slice(0, 200));
}

function about(run: ParseRun): Parser<JsonItem> {
  const told = toldOf(run);
  return {
    take(item, emit: Emit) {
      const [value] = item.elements;
      if (item.list || !isRow(value)) return;
      emit({
        kind: "run",
        fields: {
          version: told.version,
          date: textOf(value, "date", 40),
          lists: Object.hasOwn(value, "ioc_files") ? namesOf(value.ioc_files) : undefined,
        },
        observables: [],
        origin: item.origin("mvt_version"),
      });
    },
  };
}

const nothing: Parser<JsonItem> = { take: () => {} };

export const reported: Artifact<"json"> = {
  id: "mvt/reported",
  version: 1,
  feed: "json",
  where: { "mvt-result": { paths: ["*.json", "*/*.json"], want: {} } },
  fields,
  observes: [],
  words,
  secondHand: true,
  sources: ["MVT result folders, versions 2026.7 and 2026.10; older *_detected.json"],
  parse(run) {
    const path = run.path.slice(0, -".json".length);
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (name === "info") return about(run);
    if (name === "alerts") return alerts(run, path);
    if (!name.endsWith(DETECTED)) return rows(run, path);
    // The same alerts again, where there is an alerts.json.
    const listed = run.acquisition.device?.alerts;
    return listed === undefined || listed === "" ? alerts(run, path.slice(0, -DETECTED.length)) : nothing;
  },
};
