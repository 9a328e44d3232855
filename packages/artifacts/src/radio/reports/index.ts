/**
 * What Rayhunter said of a recording: the events of its analyzers, as it words them. Nothing of it was checked by us; where the recording
 * itself is there, it is read, too.
 *
 * The first line names the analyzers; each other line has one event or none for each of them, in their order. Three versions of the file
 * are known; the oldest say no version.
 * Sources: Rayhunter's reports, versions 0 to 2 (facts of the format alone); network.md 1.1.
 * @module
 */
import { type Moment, parseIso } from "@contraluz/core";
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { said } from "../../text.ts";
import { get, isRow, objects, type Row } from "../json-lines.ts";
import { fields, words } from "./words.ts";

const rows = (v: unknown, most: number): readonly unknown[] => (Array.isArray(v) ? v.slice(0, most) : []);

/** Analyzers of one report, events of one line, and names of what was skipped. */
const MAX_ANALYZERS = 100;
const MAX_EVENTS = 1000;
const MAX_REASONS = 50;
/** 2000-01-01: a clock before it was never set. */
const SET_SINCE = 946_684_800_000_000_000n;
const LEVELS: ReadonlySet<string> = new Set(["Informational", "Low", "Medium", "High"]);

/** `High`; older files say a kind, and how grave it is. */
function levelOf(v: unknown): string | undefined {
  const kind = isRow(v) ? get(v, "type") : v;
  const level = isRow(v) && kind === "QualitativeWarning" ? get(v, "severity") : kind;
  return typeof level === "string" && LEVELS.has(level) ? level : undefined;
}

function timeOf(v: unknown): Moment | undefined {
  if (typeof v !== "string" || v.length > 60) return undefined;
  const utc = parseIso(v);
  if (utc === undefined) return undefined;
  if (utc < SET_SINCE) return { boot: { id: "capture", ns: utc }, seen: v, precision: "ms" };
  return { utc, seen: v, zone: { name: "UTC", from: "stated" }, precision: "ms" };
}

interface Analyzer {
  readonly name: string;
  readonly version: number | undefined;
}

class Reports implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #analyzers: readonly Analyzer[] = [];
  #lines = 0;
  readonly #skipped = new Map<string, number>();
  #head: { readonly line: Line; readonly version: number; readonly tool: string | undefined } | undefined;
  #origin: LinesItem["origin"] | undefined;
  #strange = 0;
  #damaged = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    this.#origin = item.origin;
    this.#damaged += objects(item, (row, line) => {
      if (Array.isArray(get(row, "analyzers"))) this.#begin(row, line);
      else this.#row(row, line, emit);
    });
  }

  #begin(head: Row, line: Line): void {
    this.#analyzers = rows(get(head, "analyzers"), MAX_ANALYZERS).map((a) => ({
      name: (isRow(a) && said(get(a, "name"))?.slice(0, 200)) || "?",
      version: isRow(a) && Number.isSafeInteger(get(a, "version")) ? (get(a, "version") as number) : undefined,
    }));
    const tool = get(head, "rayhunter");
    const version = get(head, "report_version");
    this.#head = {
      line,
      version: typeof version === "number" && Number.isSafeInteger(version) ? version : 0,
      tool: isRow(tool) ? said(get(tool, "rayhunter_version"))?.slice(0, 100) : undefined,
    };
  }

  #row(row: Row, line: Line, emit: Emit): void {
    this.#lines++;
    const skipped = [get(row, "skipped_message_reason"), ...rows(get(row, "skipped_message_reasons"), MAX_EVENTS)];
    for (const s of skipped) {
      const reason = said(s)?.slice(0, 200);
      if (reason === undefined) continue;
      const n = this.#skipped.get(reason);
      if (n !== undefined || this.#skipped.size < MAX_REASONS) this.#skipped.set(reason, (n ?? 0) + 1);
    }
    const old = get(row, "analysis");
    const groups = Array.isArray(old)
      ? rows(old, MAX_EVENTS).filter(isRow)
      : [{ timestamp: get(row, "packet_timestamp"), events: get(row, "events") }];
    for (const group of groups) {
      const at = timeOf(get(group, "timestamp"));
      for (const [i, event] of rows(get(group, "events"), MAX_ANALYZERS).entries())
        if (isRow(event)) this.#event(event, this.#analyzers[i], at, line, emit);
    }
  }

  #event(event: Row, by: Analyzer | undefined, at: Moment | undefined, line: Line, emit: Emit): void {
    const level = levelOf(get(event, "event_type"));
    if (level === undefined) this.#strange++;
    emit({
      kind: "event",
      ...(at ? { at } : {}),
      fields: {
        analyzer: by?.name ?? "?",
        version: by?.version,
        level: level ?? "?",
        message: said(get(event, "message"))?.slice(0, 1000),
      },
      observables: [],
      origin: this.#origin!(line),
    });
  }

  end(emit: Emit): void {
    if (this.#strange > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#strange} events`,
        expected: [...LEVELS].join(),
        lost: "nothing",
      });
    if (this.#damaged > 0) this.#run.problem({ code: "json-damaged", found: `${this.#damaged} lines`, lost: "row" });
    if (!this.#head) return;
    const { line, version, tool } = this.#head;
    emit({
      kind: "report",
      fields: {
        version,
        tool,
        analyzers: this.#analyzers.map((a) => a.name),
        lines: this.#lines,
        skipped: [...this.#skipped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([why, n]) => `${why}: ${n}`),
      },
      observables: [],
      origin: this.#origin!(line),
    });
  }
}

export const reports: Artifact<"lines"> = {
  id: "radio/reports",
  version: 1,
  feed: "lines",
  where: { "radio-capture": { paths: ["report/**"], want: {} } },
  fields,
  observes: [],
  words,
  secondHand: true,
  sources: ["Rayhunter, reports of versions 0 to 2", "network.md 1.1"],
  parse: (run) => new Reports(run),
};
