/**
 * Where a recording was made: positions that a program of a phone gave to Rayhunter, beside the recording. Where a person was is theirs: it
 * is kept only if they say so; that there are positions, and when, is always told.
 * Sources: Rayhunter, `…-gps.ndjson` (facts of the format alone).
 * @module
 */
import { type Moment, unixSeconds } from "@contraluz/core";
import type { Artifact, Emit, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { get, objects, type Row } from "../json-lines.ts";
import { fields, words } from "./words.ts";

const number = (v: unknown, low: number, high: number): number | undefined =>
  typeof v === "number" && v >= low && v <= high ? v : undefined;

/** The modem's clock where there is one: it is that of the messages. */
function timeOf(v: Row): { readonly at: Moment; readonly clock: string } | undefined {
  for (const [key, clock] of [
    ["latest_packet_timestamp", "modem"],
    ["system_time", "system"],
    ["unix_ts", "modem"],
  ] as const) {
    const n = get(v, key);
    const at = typeof n === "number" && Number.isFinite(n) ? unixSeconds(n) : undefined;
    if (at) return { at, clock };
  }
  return undefined;
}

class Places implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #damaged = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    this.#damaged += objects(item, (row, line) => {
      const [latitude, longitude] = [number(get(row, "lat"), -90, 90), number(get(row, "lon"), -180, 180)];
      if (latitude === undefined || longitude === undefined) return;
      const time = timeOf(row);
      emit({
        kind: "place",
        ...(time ? { at: time.at } : {}),
        fields: { clock: time?.clock, ...(this.#run.content ? { latitude, longitude } : {}) },
        observables: [],
        origin: item.origin(line),
      });
    });
  }

  end(): void {
    if (this.#damaged > 0) this.#run.problem({ code: "json-damaged", found: `${this.#damaged} lines`, lost: "row" });
  }
}

export const places: Artifact<"lines"> = {
  id: "radio/places",
  version: 1,
  feed: "lines",
  where: { "radio-capture": { paths: ["places/**"], want: {} } },
  fields,
  observes: [],
  words,
  sources: ["Rayhunter, positions beside a recording"],
  parse: (run) => new Places(run),
};
