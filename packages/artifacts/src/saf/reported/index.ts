/**
 * What SAF reported of a sysdiagnose: matches of YARA rules (`yarascan`), programs that it saw in any place (`ps_everywhere`), and of each other
 * part how many events there are and from when to when.
 *
 * An event is a line: `datetime` (ISO 8601 with its zone), `message`, `timestamp_desc`, `module`, `data`. Messages and what a rule matched are not
 * kept: they hold text of the phone, and the sysdiagnose itself says more when it is read here.
 * Sources: EC-DIGIT-CSIRC/sysdiagnose at 270a58c: `utils/base.py`, `analysers/yarascan.py`, `analysers/ps_everywhere.py`.
 * @module
 */
import { type Moment, parseIso } from "@contraluz/core";
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { isObject, type Obj, of } from "../../json.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

/** 1970 to 2200: what lies outside is no date of a phone. */
const LAST = 7_258_118_400_000_000_000n;
const CUT =
  /^\{"datetime": ?"([^"\\]{6,40})", ?"message": ?"YARA rule ([^"\\\s]{1,300}) from ([^"\\\s]{1,300}) matched in /;
const short = (v: unknown, most = 300): string | undefined =>
  kept(typeof v === "string" ? v.slice(0, most) : v) || undefined;

/** SAF writes six decimals and the zone; what has none is no instant. */
function timeOf(v: unknown): Moment | undefined {
  if (typeof v !== "string" || v.length > 40 || !/(?:Z|[+-]\d\d:?\d\d)$/.test(v)) return undefined;
  const utc = parseIso(v);
  return utc === undefined || utc <= 0n || utc >= LAST ? undefined : { utc, seen: v, precision: "us" };
}

/** A path of the computer that SAF ran on says who used it: the part below the folder of the case is kept. */
const below = (v: unknown): string | undefined => short(v, 1000)?.replace(/^.*\/(?=(?:parsed_data|data)\/)/, "");

function matchOf(data: Obj): { readonly [k: string]: string | number | undefined } {
  const details = of(data, "yara_rule_match_details");
  return {
    rule: short(of(data, "yara_rule")),
    list: short(of(data, "yara_rule_file"))?.replace(/^.*[/\\]/, ""),
    where: below(of(data, "target_file")),
    times: Array.isArray(details) ? details.length : undefined,
  };
}

/** A match whose line does not end, as far as its message says it. */
function cutMatch(line: string): Obj | undefined {
  const m = CUT.exec(line.slice(0, 1000));
  return m ? { datetime: m[1], data: { yara_rule: m[2], yara_rule_file: m[3] } } : undefined;
}

class Events implements Parser<LinesItem> {
  readonly #run: ParseRun;
  readonly #name: string;
  #count = 0;
  #strange = 0;
  #first: Moment | undefined;
  #last: Moment | undefined;
  #head: { readonly line: Line; readonly origin: LinesItem["origin"] } | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#name = run.path.slice(run.path.lastIndexOf("/") + 1, -".jsonl".length).slice(0, 100);
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      if (line.text.trim() === "") continue;
      let value: unknown;
      try {
        value = JSON.parse(line.text);
      } catch {
        value = undefined;
      }
      // A line with thousands of excerpts is cut: its rule stands before them.
      if (!isObject(value)) value = this.#name === "yarascan" ? cutMatch(line.text) : undefined;
      if (!isObject(value)) {
        this.#strange++;
        continue;
      }
      this.#head ??= { line, origin: item.origin };
      this.#event(value, line, item, emit);
    }
  }

  #event(value: Obj, line: Line, item: LinesItem, emit: Emit): void {
    this.#count++;
    const at = timeOf(of(value, "datetime"));
    if (at && (!this.#first || at.utc! < this.#first.utc!)) this.#first = { ...at, seen: kept(at.seen)! };
    if (at && (!this.#last || at.utc! > this.#last.utc!)) this.#last = { ...at, seen: kept(at.seen)! };
    const data = of(value, "data");
    if (!isObject(data)) return;
    const told = (kind: string, fields: { readonly [k: string]: string | number | undefined }): void =>
      emit({ kind, ...(at ? { at } : {}), fields, observables: [], origin: item.origin(line) });
    if (this.#name === "yarascan") told("match", matchOf(data));
    else if (this.#name === "ps_everywhere") {
      const uid = of(data, "uid");
      told("program", {
        // Without what it was called with, as SAF cuts it.
        process: short(of(value, "message"), 500),
        uid: Number.isSafeInteger(uid) ? (uid as number) : undefined,
        source: short(of(data, "source")),
      });
    }
  }

  end(emit: Emit): void {
    if (this.#strange > 0) this.#run.problem({ code: "json-damaged", found: `${this.#strange} lines`, lost: "row" });
    if (!this.#head) return;
    emit({
      kind: "module",
      fields: { module: this.#name, count: this.#count, first: this.#first, last: this.#last },
      observables: [],
      origin: this.#head.origin(this.#head.line),
    });
  }
}

export const safReported: Artifact<"lines"> = {
  id: "saf/reported",
  version: 1,
  feed: "lines",
  where: { "saf-result": { paths: ["*.jsonl"], want: {} } },
  fields,
  observes: [],
  words,
  secondHand: true,
  sources: ["SAF (EC-DIGIT-CSIRC/sysdiagnose), event files of 2026"],
  parse: (run) => new Events(run),
};
