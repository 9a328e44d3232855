/**
 * What Trace (tracescan) reported of a sysdiagnose: its verdict, its findings as it words them, how much it could read, and by which lists.
 *
 * Nothing here was checked by us, and nothing is compared with signs. What a finding quotes of the log (`evidence`) and the name of the
 * archive are not kept: they hold text of the phone.
 * Sources: report.schema.json of iAnonymous3000/tracescan at e65551c (schema version 4; version 3 has the same envelope).
 * @module
 */
import { parseIso } from "@contraluz/core";
import type { Artifact, Emit, JsonItem, ParseRun, Parser } from "../../artifact.ts";
import { isObject, of } from "../../json.ts";
import { said } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Trace keeps 5,000 findings; the other lists are short. */
const MAX_FINDINGS = 5000;
const MAX_ROWS = 200;
const KNOWN: readonly unknown[] = [3, 4];
const LEVELS: ReadonlySet<unknown> = new Set(["match", "suspicious", "note"]);
/** How a finding of a level that we do not know is called. */
const NO_LEVEL = "unknown";

const rows = (v: unknown, most: number): readonly unknown[] => (Array.isArray(v) ? v.slice(0, most) : []);
const short = (v: unknown, most = 200): string | undefined => said(v)?.slice(0, most);
const whole = (v: unknown): number | undefined => (Number.isSafeInteger(v) ? (v as number) : undefined);
const sha = (v: unknown): string | undefined =>
  typeof v === "string" && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(v) ? v : undefined;

class Reported implements Parser<JsonItem> {
  readonly #run: ParseRun;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: JsonItem, emit: Emit): void {
    const [value] = item.elements;
    if (item.list || !isObject(value)) return;
    const schema = of(value, "schema_version");
    if (!KNOWN.includes(schema))
      this.#run.problem({
        code: "artifact-value",
        found: `schema_version ${String(schema).slice(0, 20)}`,
        expected: "3, 4",
        lost: "nothing",
      });
    this.#report(value, item, emit);
    this.#findings(value, item, emit);
    const surfaces = rows(of(of(value, "assurance"), "surfaces"), MAX_ROWS);
    for (const [i, s] of surfaces.entries())
      emit({
        kind: "surface",
        fields: { kind: short(of(s, "kind")), state: short(of(s, "state")) },
        observables: [],
        origin: item.origin(`assurance.surfaces[${i}]`),
      });
    for (const [i, s] of rows(of(value, "indicator_sets"), MAX_ROWS).entries())
      emit({
        kind: "list",
        fields: {
          list: short(of(s, "name")),
          campaign: short(of(s, "campaign")),
          signs: whole(of(s, "extracted")),
          usable: whole(of(s, "applicable")),
        },
        observables: [],
        origin: item.origin(`indicator_sets[${i}]`),
      });
  }

  #report(value: unknown, item: JsonItem, emit: Emit): void {
    const tool = of(value, "tool");
    const source = of(value, "source_file");
    const seen = of(value, "generated_at");
    const utc = typeof seen === "string" && seen.length <= 40 ? parseIso(seen) : undefined;
    const complete = of(of(value, "assurance"), "complete");
    emit({
      kind: "report",
      ...(utc === undefined ? {} : { at: { utc, seen: seen as string, precision: "s" as const } }),
      fields: {
        version: short(of(tool, "version"), 40),
        schema: whole(of(value, "schema_version")),
        verdict: short(of(value, "verdict"), 40),
        complete: typeof complete === "boolean" ? complete : undefined,
        archive: sha(of(source, "sha256")),
        size: whole(of(source, "size")),
        commit: sha(of(tool, "build_commit")),
        limits: rows(of(value, "scan_limits"), MAX_ROWS).flatMap((l) => short(l, 300) ?? []),
      },
      observables: [],
      origin: item.origin("tool"),
    });
  }

  #findings(value: unknown, item: JsonItem, emit: Emit): void {
    const list = of(value, "findings");
    const counts = new Map<string, number>();
    for (const [i, row] of rows(list, MAX_FINDINGS).entries()) {
      if (!isObject(row)) continue;
      const severity = of(row, "severity");
      const level = LEVELS.has(severity) ? (severity as string) : NO_LEVEL;
      counts.set(level, (counts.get(level) ?? 0) + 1);
      const sign = of(row, "indicator");
      emit({
        kind: "finding",
        fields: {
          level,
          kind: short(of(row, "kind")),
          where: short(of(row, "artifact"), 500),
          message: short(of(row, "summary"), 1000),
          indicator: short(of(sign, "value"), 500),
          indicator_type: short(of(sign, "kind")),
          campaign: short(of(sign, "campaign")),
          list: short(of(sign, "set")),
        },
        observables: [],
        origin: item.origin(`findings[${i}]`),
      });
    }
    if (Array.isArray(list) && list.length > MAX_FINDINGS)
      this.#run.problem({ code: "artifact-value", found: `${list.length} findings`, expected: "5000", lost: "row" });
    for (const [level, count] of counts)
      emit({
        kind: "findings",
        fields: { version: short(of(of(value, "tool"), "version"), 40), level, count },
        observables: [],
        origin: item.origin(`findings.severity=${level}`),
      });
  }
}

export const traceReported: Artifact<"json"> = {
  id: "trace/reported",
  version: 1,
  feed: "json",
  where: { "trace-report": { paths: ["*", "*/**"], want: {} } },
  fields,
  observes: [],
  words,
  secondHand: true,
  sources: ["Trace (iAnonymous3000/tracescan), reports of schema version 4"],
  parse: (run) => new Reported(run),
};
