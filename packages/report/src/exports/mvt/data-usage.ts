/** Datausage: rows of use joined with their process, as MVT's one query gives them. @module */
import type { MvtModule, MvtState, Source } from "./types.ts";
import { event, float, python, rowNumber, time, value, word } from "./value.ts";

interface Process {
  readonly name: unknown;
  readonly bundle: unknown;
  readonly first: unknown;
  readonly last: unknown;
  used: boolean;
}

interface Processes extends MvtState {
  readonly byKey: Map<string, Process>;
}

/** Processes held to be joined; those beyond stand in rows of their own. */
const MAX_PROCESSES = 200_000;

const keyOf = (s: Source): string => String(s.record.fields.process);

function processOf(s: Source, state: MvtState): Process | undefined {
  return (state as Processes).byKey.get(keyOf(s));
}

const NO_USE = {
  wifi_in: null,
  wifi_out: null,
  wwan_in: null,
  wwan_out: null,
  live_id: null,
  live_proc_id: null,
} as const;

function gather(s: Source, state: MvtState): void {
  const { byKey } = state as Processes;
  const { kind, fields, at } = s.record;
  if (kind === "process" && byKey.size < MAX_PROCESSES)
    byKey.set(keyOf(s), { name: fields.name, bundle: fields.bundle, first: fields.first, last: at, used: false });
  else if (kind === "usage") {
    const of = byKey.get(keyOf(s));
    if (of) of.used = true;
  }
}

export const dataUsage: MvtModule = {
  slug: "datausage",
  plugin: "Datausage",
  artifact: "ios/data-usage",
  kinds: ["process", "usage"],
  open: (): Processes => ({ byKey: new Map() }),
  gather,
  row(s, state) {
    const r = s.record;
    const of = processOf(s, state);
    if (r.kind === "process") {
      if (of?.used) return undefined;
      return {
        first_isodate: time(r.fields.first),
        isodate: time(r.at),
        proc_name: value(r, "name"),
        bundle_id: value(r, "bundle"),
        proc_id: value(r, "process"),
        ...NO_USE,
        live_isodate: time(r.fields.first),
      };
    }
    return {
      first_isodate: of ? time(of.first) : time(r.at),
      isodate: of ? time(of.last) : time(r.at),
      proc_name: value(r, "name"),
      bundle_id: typeof of?.bundle === "string" ? of.bundle : null,
      proc_id: of ? value(r, "process") : null,
      wifi_in: value(r, "wifi_in"),
      wifi_out: value(r, "wifi_out"),
      wwan_in: value(r, "cell_in"),
      wwan_out: value(r, "cell_out"),
      live_id: rowNumber(s),
      live_proc_id: value(r, "process"),
      live_isodate: time(r.at),
    };
  },
  events(s, state) {
    const r = s.record;
    const of = processOf(s, state);
    const bundle = r.kind === "process" ? word(r, "bundle") : typeof of?.bundle === "string" ? of.bundle : "None";
    const id = r.kind === "usage" && !of ? "None" : word(r, "process");
    const who = `${python(value(r, "name"), true)} (Bundle ID: ${bundle}, ID: ${id})`;
    const live = (at: unknown, into: string, out: string) =>
      event(at, "live_usage", `${who} WWAN IN: ${into}, WWAN OUT: ${out}`);
    if (r.kind === "process") return of?.used ? [] : live(r.fields.first, "None", "None");
    return [
      ...live(r.at, float(value(r, "cell_in")), float(value(r, "cell_out"))),
      ...(of ? [...event(of.first, "first_usage", who), ...event(of.last, "current_usage", who)] : []),
    ];
  },
};
