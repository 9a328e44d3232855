/**
 * What Suricata said of a capture: the events `alert` of its `eve.json`, as SpyGuard and PiRogue keep it, and how many events of each other
 * kind there are. Nothing of it was checked by us: the packets are read by themselves.
 *
 * Sources: Suricata, "EVE JSON format" (`timestamp`, `event_type`, `src_ip`, `dest_ip`, `alert.signature`, `alert.severity` 1 to 4, 1 the
 * gravest); network.md 1.2, 1.3.
 * @module
 */
import { type Moment, parseIso, utcNs } from "@contraluz/core";
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { get, isRow, objects, type Row } from "../../radio/json-lines.ts";
import { said } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Alerts of one file; kinds of events that are counted; letters of words. */
const MAX_ALERTS = 50_000;
const MAX_KINDS = 50;
const MAX_WORDS = 500;

function timeOf(v: unknown): Moment | undefined {
  const utc = typeof v === "string" && v.length <= 40 ? parseIso(v) : undefined;
  return utc === undefined ? undefined : utcNs(utc, v as string, "us");
}

const texts = (r: Row, key: string): string | undefined => said(get(r, key))?.slice(0, MAX_WORDS);
const whole = (r: Row, key: string): number | undefined => {
  const v = get(r, key);
  return typeof v === "number" && Number.isSafeInteger(v) ? v : undefined;
};

class Events implements Parser<LinesItem> {
  readonly #run: ParseRun;
  readonly #kinds = new Map<string, number>();
  #alerts = 0;
  #strange = 0;
  #first: ReturnType<LinesItem["origin"]> | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    // The call counts, too, so it ends before its sum is added.
    const damaged = objects(item, (row, line) => {
      this.#first ??= item.origin(line);
      const kind = texts(row, "event_type")?.slice(0, 40) ?? "?";
      if (this.#kinds.has(kind) || this.#kinds.size < MAX_KINDS)
        this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
      if (kind === "alert") this.#alert(row, line, item, emit);
    });
    this.#strange += damaged;
  }

  #alert(row: Row, line: Line, item: LinesItem, emit: Emit): void {
    const alert = get(row, "alert");
    if (!isRow(alert)) {
      this.#strange++;
      return;
    }
    if (this.#alerts++ >= MAX_ALERTS) return;
    const at = timeOf(get(row, "timestamp"));
    emit({
      kind: "alert",
      ...(at ? { at } : {}),
      fields: {
        signature: texts(alert, "signature"),
        number: whole(alert, "signature_id"),
        category: texts(alert, "category"),
        severity: whole(alert, "severity"),
        client: texts(row, "src_ip"),
        clientPort: whole(row, "src_port"),
        server: texts(row, "dest_ip"),
        port: whole(row, "dest_port"),
        transport: texts(row, "proto"),
        app: texts(row, "app_proto"),
      },
      observables: [],
      origin: item.origin(line),
    });
  }

  end(emit: Emit): void {
    if (this.#strange > 0) this.#run.problem({ code: "json-damaged", found: `${this.#strange} lines`, lost: "row" });
    if (this.#alerts > MAX_ALERTS)
      this.#run.problem({ code: "record-limit", found: `${this.#alerts}`, expected: `<= ${MAX_ALERTS}`, lost: "row" });
    if (this.#first)
      emit({
        kind: "events",
        fields: {
          alerts: this.#alerts,
          kinds: [...this.#kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, n]) => `${kind}: ${n}`),
        },
        observables: [],
        origin: this.#first,
      });
  }
}

export const suricata: Artifact<"lines"> = {
  id: "network/suricata",
  version: 1,
  feed: "lines",
  where: { capture: { paths: ["said/suricata/**"], want: {} } },
  fields,
  key: {},
  observes: [],
  words,
  secondHand: true,
  sources: ["Suricata, EVE JSON format", "network.md 1.2"],
  parse: (run) => new Events(run),
};
