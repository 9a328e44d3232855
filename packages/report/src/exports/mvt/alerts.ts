/** Findings as MVT's alerts: one a record of a finding, with the row that it stands in. @module */
import { encodeJson, type Finding, type Indicator, type Json, type Level, type Result } from "@contraluz/core";
import { instant } from "../../when.ts";
import { plainJson } from "../record.ts";
import { MVT_MODULES } from "./modules.ts";
import type { Records } from "./records.ts";
import type { MvtModule, MvtRow, MvtState, Source } from "./types.ts";
import { python, quotedRow, timeText } from "./value.ts";

/** Ours are levels of what a trace says, MVT's of how grave an alert is. */
const LEVEL: Readonly<Record<Level, string>> = {
  match: "CRITICAL",
  targeted: "HIGH",
  lead: "MEDIUM",
  ask: "LOW",
  info: "INFORMATIONAL",
};

const TYPE: Readonly<Partial<Record<Indicator["type"], string>>> = {
  domain: "domains",
  ip: "domains",
  url: "urls",
  process: "processes",
  email: "emails",
  "file-name": "file_names",
  "file-path": "file_paths",
  "app-id": "app_ids",
  "profile-id": "ios_profile_ids",
  property: "android_property_names",
  certificate: "app_cert_hashes",
};
const HASHES: Readonly<Record<number, string>> = { 32: "files_md5", 40: "files_sha1", 64: "files_sha256" };

/** A record of a finding; `at` -1: the finding names no record. */
export interface AlertKey {
  readonly finding: number;
  readonly at: number;
}

/** How modules call an artifact, and make a row of a record. */
export interface AlertContext {
  readonly result: Result;
  readonly records: Records;
  readonly moduleOf: (s: Source) => { readonly module: MvtModule; readonly state: MvtState } | undefined;
}

/** Alerts are made so many at a time. */
const WINDOW = 4096;

export function alertKeys(result: Result): AlertKey[] {
  return result.findings.flatMap((f, finding) =>
    f.records.length === 0 ? [{ finding, at: -1 }] : f.records.map((_, at) => ({ finding, at })),
  );
}

const timeOf = (result: Result, k: AlertKey): bigint | undefined =>
  instant(result.findings[k.finding]!.records[k.at]?.at);

function indicatorOf(result: Result, f: Finding): MvtRow | null {
  const i = f.indicator;
  if (!i) return null;
  const set = result.indicators[i.set]?.name ?? "";
  const type = i.type === "hash" ? HASHES[i.value.length] : TYPE[i.type];
  return { value: i.value, type: type ?? i.type, name: i.campaign ?? set, stix2_file_name: set };
}

/** `ios/wifi-networks` where MVT has no module for it: `wifi_networks`. */
export function ownSlug(artifact: string): string {
  return artifact.slice(artifact.indexOf("/") + 1).replaceAll("-", "_");
}

function alertOf(c: AlertContext, k: AlertKey, s: Source | undefined): { alert: MvtRow; slug: string } {
  const f = c.result.findings[k.finding]!;
  const ref = f.records[k.at];
  const at = timeOf(c.result, k);
  const of = s && c.moduleOf(s);
  const slug = of?.module.slug ?? ownSlug(ref?.artifact ?? f.rule ?? "");
  const row = of && s ? of.module.row(s, of.state) : undefined;
  const event: { [k: string]: Json | undefined } = { ...(row ?? (s ? (plainJson(s.record.fields) as MvtRow) : {})) };
  if (s?.record.state !== undefined) event.contraluz_state = s.record.state;
  const alert = {
    level: LEVEL[f.level],
    module: slug,
    message: `${f.text.en.title}: ${f.subject}`,
    event_time: at === undefined ? "" : timeText(at),
    event,
    matched_indicator: indicatorOf(c.result, f),
  };
  return { alert, slug };
}

async function* alertsOf(
  c: AlertContext,
  keys: readonly AlertKey[],
): AsyncGenerator<{ readonly alert: MvtRow; readonly slug: string }> {
  for (let from = 0; from < keys.length; from += WINDOW) {
    const window = keys.slice(from, from + WINDOW);
    const wanted = new Map<string, number[]>();
    const refOf = (k: AlertKey) => c.result.findings[k.finding]!.records[k.at];
    for (const k of window) {
      const ref = refOf(k);
      if (!ref) continue;
      const of = wanted.get(ref.artifact);
      if (of) of.push(ref.ordinal);
      else wanted.set(ref.artifact, [ref.ordinal]);
    }
    const sources = new Map<string, ReadonlyMap<number, Source>>();
    for (const [artifact, ordinals] of wanted) sources.set(artifact, await c.records.some(artifact, ordinals));
    for (const k of window) {
      const ref = refOf(k);
      yield alertOf(c, k, ref && sources.get(ref.artifact)?.get(ref.ordinal));
    }
  }
}

/** Those whose record may stand in the file of that name: the others are not read to find out. */
function keysOf(result: Result, slug: string | undefined): AlertKey[] {
  const all = alertKeys(result);
  if (slug === undefined) return all;
  const artifacts = new Set(MVT_MODULES.filter((m) => m.slug === slug).map((m) => m.artifact));
  return all.filter((k) => {
    const f = result.findings[k.finding]!;
    const from = f.records[k.at]?.artifact ?? f.rule ?? "";
    return artifacts.has(from) || ownSlug(from) === slug;
  });
}

/** alerts.json, or those of one module; nothing at all where there are none. */
export async function* alertLines(c: AlertContext, slug?: string): AsyncGenerator<string> {
  const keys = keysOf(c.result, slug);
  for await (const a of alertsOf(c, keys)) if (slug === undefined || a.slug === slug) yield encodeJson(a.alert);
}

/** alerts_timeline.csv: alerts that have a time, by time. */
export async function* alertTimeline(c: AlertContext): AsyncGenerator<string> {
  const dated = alertKeys(c.result)
    .map((key, i) => ({ key, i, at: timeOf(c.result, key) }))
    .filter((x): x is typeof x & { at: bigint } => x.at !== undefined)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.i - b.i));
  yield quotedRow(["Event Time", "Module", "Message", "Event"], 4);
  const keys = dated.map((d) => d.key);
  for await (const { alert: a } of alertsOf(c, keys))
    yield quotedRow([String(a.event_time), String(a.module), String(a.message), python(a.event)], 2);
}
