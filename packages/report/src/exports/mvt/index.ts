/**
 * A result in the layout of an MVT result folder, so that what people built around that goes on: a file a module,
 * `*_detected.json`, alerts.json, both timelines, urls.json, info.json.
 *
 * Nothing is held whole: rows go out as they are read, the timeline is sorted by where its events stand. Deleted records have no
 * place in that layout, and are left out of modules and timeline; a finding about one stands among the alerts.
 * @module
 */
import { encodeJson, type Result } from "@contraluz/core";
import type { StoredFolder } from "@contraluz/store/reader.ts";
import { type AlertContext, alertLines, alertTimeline } from "./alerts.ts";
import { EventKeys } from "./keys.ts";
import { MVT_MODULES } from "./modules.ts";
import { Records } from "./records.ts";
import type { MvtEvent, MvtModule, MvtState, Source } from "./types.ts";
import { quotedRow, timeText } from "./value.ts";

/** A file of a folder that is exported. Its chunks are to be read to their end before the next file is asked for. */
export interface ExportFile {
  readonly name: string;
  readonly chunks: AsyncIterable<string>;
}

/** Complete when the files have been read to their end. */
export interface FolderStats {
  /** Rows of modules. */
  written: number;
  /** Records that do not stand on the device any more: deleted, or older versions of what stands. */
  deleted: number;
  /** Records of places for which the layout has no module, or no row. */
  without: number;
}

export interface FolderOutput {
  readonly files: AsyncIterable<ExportFile>;
  readonly stats: FolderStats;
}

/** A format that is a folder of files, and not one text. */
export interface FolderExport {
  readonly id: "mvt";
  readonly make: (folder: StoredFolder, result: Result) => FolderOutput;
}

const CHUNK = 65_536;
/** Events of the timeline that are fetched together. */
const WINDOW = 32_768;

interface Run {
  readonly result: Result;
  readonly records: Records;
  readonly stats: FolderStats;
  readonly keys: EventKeys;
  readonly states: ReadonlyMap<MvtModule, MvtState>;
}

const NO_STATE: MvtState = {};
const stateOf = (run: Run, m: MvtModule): MvtState => run.states.get(m) ?? NO_STATE;

/** Joins texts into chunks of about 64 kB. */
async function* chunked(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let text = "";
  for await (const t of texts) {
    text += t;
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

/** `[` row `,` row … `]`: one row a line. */
async function* jsonList(rows: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true;
  for await (const row of rows) {
    yield `${first ? "[\n" : ",\n"}${row}`;
    first = false;
  }
  yield first ? "[]\n" : "\n]\n";
}

/** Rows of one module, and where its events stand. */
async function* rowsOf(run: Run, m: MvtModule): AsyncGenerator<Made> {
  const state = stateOf(run, m);
  if (m.gather) {
    for await (const batch of run.records.all(m.artifact))
      for (const s of batch) if (s.record.state === undefined) m.gather(s, state);
  }
  const module = MVT_MODULES.indexOf(m);
  // Of modules that share an artifact the first one counts what is left out of all of them.
  const counts = MVT_MODULES.findIndex((x) => x.artifact === m.artifact) === module;
  for await (const batch of run.records.all(m.artifact)) {
    for (const s of batch) {
      if (s.record.state !== undefined) {
        if (counts) run.stats.deleted++;
        continue;
      }
      if (!m.kinds.includes(s.record.kind)) continue;
      for (const [event, e] of m.events(s, state).entries()) run.keys.add(e.at, { module, ordinal: s.ordinal, event });
      const row = m.row(s, state);
      if (row === undefined) continue;
      run.stats.written++;
      yield { row: encodeJson(row), source: s };
    }
  }
}

interface Made {
  readonly row: string;
  readonly source: Source;
}

async function* allRows(run: Run, modules: readonly MvtModule[]): AsyncGenerator<Made> {
  for (const m of modules) yield* rowsOf(run, m);
}

async function* textsOf(rows: AsyncIterable<Made>): AsyncGenerator<string> {
  for await (const { row } of rows) yield row;
}

async function* firstOnly(rows: AsyncIterable<Made>): AsyncGenerator<string> {
  let done = false;
  for await (const { row } of rows) {
    if (!done) yield `${row}\n`;
    done = true;
  }
}

/** Lists under the name of the file that their rows were read from; rows of a file stand together. */
async function* byFile(rows: AsyncIterable<Made>): AsyncGenerator<string> {
  let file: string | undefined;
  for await (const { row, source } of rows) {
    const from = source.file?.path ?? "";
    if (file === undefined) yield `{\n${encodeJson(from)}: [\n${row}`;
    else yield from === file ? `,\n${row}` : `\n],\n${encodeJson(from)}: [\n${row}`;
    file = from;
  }
  yield "\n]\n}\n";
}

function moduleText(module: MvtModule, rows: AsyncIterable<Made>): AsyncIterable<string> {
  if (module.shape === "by-file") return byFile(rows);
  return module.shape === "object" ? firstOnly(rows) : jsonList(textsOf(rows));
}

async function* timeline(run: Run): AsyncGenerator<string> {
  yield quotedRow(["UTC Timestamp", "Plugin", "Event", "Description"], 4);
  for (const window of run.keys.sorted(WINDOW)) {
    const wanted = new Map<string, number[]>();
    for (const k of window) {
      const { artifact } = MVT_MODULES[k.module]!;
      const of = wanted.get(artifact);
      if (of) of.push(k.ordinal);
      else wanted.set(artifact, [k.ordinal]);
    }
    const sources = new Map<string, ReadonlyMap<number, Source>>();
    for (const [artifact, ordinals] of wanted) sources.set(artifact, await run.records.some(artifact, ordinals));
    const made = new Map<Source, readonly MvtEvent[]>();
    for (const k of window) {
      const m = MVT_MODULES[k.module]!;
      const s = sources.get(m.artifact)?.get(k.ordinal);
      // Most events of a record stand in one window.
      let events = s && made.get(s);
      if (s && !events) made.set(s, (events = m.events(s, stateOf(run, m))));
      const e = events?.[k.event];
      if (e) yield quotedRow([timeText(e.at), m.plugin, e.event, e.text], 3);
    }
  }
}

/** Links of messages, as MVT lists them; none is looked up. */
async function* urls(run: Run): AsyncGenerator<string> {
  for (const m of MVT_MODULES) {
    if (m.slug !== "sms" && m.slug !== "whatsapp") continue;
    for await (const batch of run.records.all(m.artifact, '"links"')) {
      for (const s of batch) {
        if (s.record.state !== undefined || !m.kinds.includes(s.record.kind)) continue;
        const row = m.row(s, stateOf(run, m));
        if (!Array.isArray(row?.links)) continue;
        for (const url of row.links)
          yield encodeJson({ url, expanded_url: null, timestamp: row.isodate ?? null, source: m.slug });
      }
    }
  }
}

function info(result: Result): string {
  const of = result.evidence[0];
  return `${encodeJson({
    target_path: of?.name ?? "",
    // Not MVT's: whoever reads this must see who wrote it.
    mvt_version: `contraluz ${result.tool.version}`,
    date: result.asOf,
    ioc_files: result.indicators.map((s) => s.name),
    hashes: result.files.filter((f) => f.sha256 !== "").map((f) => ({ file_path: f.path, sha256: f.sha256 })),
  })}\n`;
}

/** The list, or undefined where it is empty; what was asked of it to find out is not lost. */
async function nonEmpty<T>(list: AsyncGenerator<T>): Promise<AsyncGenerator<T> | undefined> {
  const first = await list.next();
  if (first.done) return undefined;
  return (async function* () {
    yield first.value;
    yield* list;
  })();
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}

async function* filesOf(run: Run): AsyncGenerator<ExportFile> {
  const alerts: AlertContext = {
    result: run.result,
    records: run.records,
    moduleOf: (s) => {
      const module = MVT_MODULES.find((m) => m.artifact === s.artifact && m.kinds.includes(s.record.kind));
      return module && { module, state: stateOf(run, module) };
    },
  };
  const bySlug = new Map<string, MvtModule[]>();
  for (const m of MVT_MODULES) {
    if (run.records.count(m.artifact) === 0) continue;
    const of = bySlug.get(m.slug);
    if (of) of.push(m);
    else bySlug.set(m.slug, [m]);
  }
  try {
    for (const [slug, modules] of bySlug) {
      const rows = await nonEmpty(allRows(run, modules));
      if (rows) yield { name: `${slug}.json`, chunks: chunked(moduleText(modules[0]!, rows)) };
    }
    for (const slug of bySlug.keys()) {
      const found = await nonEmpty(alertLines(alerts, slug));
      if (found) yield { name: `${slug}_detected.json`, chunks: chunked(jsonList(found)) };
    }
    yield { name: "alerts.json", chunks: chunked(jsonList(alertLines(alerts))) };
    yield { name: "alerts_timeline.csv", chunks: chunked(alertTimeline(alerts)) };
    yield { name: "timeline.csv", chunks: chunked(timeline(run)) };
    yield { name: "urls.json", chunks: chunked(jsonList(urls(run))) };
    yield { name: "info.json", chunks: one(info(run.result)) };
  } finally {
    await run.records.close();
  }
  const all = run.result.coverage.reduce((n, c) => n + c.records, 0);
  run.stats.without = Math.max(0, all - run.stats.written - run.stats.deleted);
}

/**
 * The files of a result in MVT's layout.
 * @example
 * const { files } = mvtFolder(folder, result);
 * for await (const { name, chunks } of files) for await (const text of chunks) await append(name, text);
 */
export function mvtFolder(folder: StoredFolder, result: Result): FolderOutput {
  const stats: FolderStats = { written: 0, deleted: 0, without: 0 };
  const states = new Map(MVT_MODULES.flatMap((m) => (m.open ? [[m, m.open()] as const] : [])));
  const run: Run = { result, records: new Records(folder, result), stats, keys: new EventKeys(), states };
  return { files: filesOf(run), stats };
}
