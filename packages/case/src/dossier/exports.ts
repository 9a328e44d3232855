/**
 * What goes into `data/export/`, for other programs: made from what an edition shows, and nothing else.
 *
 * | file | for |
 * |---|---|
 * | `0001.stix.json`, `0001.misp.json` | the published signs that a check met; those that a reviewer dismissed stay out |
 * | `timesketch.jsonl` | all dated records of all checks; `check` says of which |
 * | `case.jsonld` | the custody log as CASE/UCO |
 * @module
 */
import type { Lang, Platform } from "@contraluz/core";
import { caseUco, type MarksOf, misp, type ShareOptions, stix, TLP_LEVELS, timesketchJsonl } from "@contraluz/report";
import { hashText } from "../log/entry.ts";
import { tagsOf } from "../review/tags.ts";
import { utf8 } from "../sign/bytes.ts";
import type { DossierExport, ExportView, Told } from "./types.ts";
import { recordsOf } from "./view.ts";

export interface ExportOptions {
  /** Names of the checks. */
  readonly checks: readonly string[];
  /** Who shares: a laboratory, never the person. */
  readonly by?: string;
  /** As `--tlp` has it. */
  readonly tlp?: string;
  /** When the dossier is made. */
  readonly at: string;
  readonly lang: Lang;
  readonly platform: Pick<Platform, "sha256">;
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield utf8(text);
}

function viewOf(views: readonly ExportView[], check: string): ExportView {
  return views.find((v) => v.check === check)!;
}

/** Findings of a check whose last word is that they are none. */
function dismissed(told: Told, check: string): ReadonlySet<string> {
  const last = new Map(told.reviews.filter((r) => r.about.check === check).map((r) => [r.about.finding, r.decision]));
  return new Set([...last].filter(([, d]) => d === "dismiss").map(([id]) => id));
}

function marksOf(told: Told, check: string): MarksOf {
  const by = new Map<string, string[]>();
  for (const { cite, tag } of tagsOf(told.tags).records) {
    if (cite.check !== check) continue;
    const key = `${cite.artifact}/${cite.ordinal}`;
    const some = by.get(key);
    if (some) some.push(tag);
    else by.set(key, [tag]);
  }
  return (artifact, ordinal) => {
    const tags = by.get(`${artifact}/${ordinal}`);
    return tags && { tags };
  };
}

/** Timesketch orders events itself: they come as they were read, one check after the other. */
async function* timesketch(views: readonly ExportView[], told: Told): AsyncGenerator<Uint8Array> {
  for (const v of views) {
    const made = timesketchJsonl(recordsOf(v), v.result.files, marksOf(told, v.check));
    const of = `{"check":"${v.check}",`;
    for await (const text of made.chunks) yield utf8(text.replace(/^\{/gm, of));
  }
}

/** The log, and the evidence of all checks. */
function custody(views: readonly ExportView[], told: Told, o: ExportOptions): string {
  const last = views.at(-1)!.result;
  const seen = new Map(views.flatMap((v) => v.result.evidence).map((e) => [e.id, e]));
  const first = told.lines[0];
  return caseUco(
    { ...last, evidence: [...seen.values()] },
    {
      lang: o.lang,
      custody: told.log,
      ...(first === undefined ? {} : { id: hashText(o.platform, first) }),
      ...(o.by === undefined ? {} : { by: { name: o.by } }),
    },
  ).text;
}

export function dossierExports(o: ExportOptions): DossierExport[] {
  const tlp = TLP_LEVELS.find((t) => t === o.tlp?.toLowerCase());
  const share = (told: Told, check: string): ShareOptions => ({
    lang: o.lang,
    at: o.at,
    without: dismissed(told, check),
    ...(o.by === undefined ? {} : { by: { name: o.by } }),
    ...(tlp ? { tlp } : {}),
  });
  const signs = o.checks.flatMap((check): DossierExport[] => [
    { name: `${check}.stix.json`, make: (v, t) => once(stix(viewOf(v, check).result, share(t, check)).text) },
    { name: `${check}.misp.json`, make: (v, t) => once(misp(viewOf(v, check).result, share(t, check)).text) },
  ]);
  if (o.checks.length === 0) return [];
  return [
    ...signs,
    { name: "timesketch.jsonl", make: timesketch },
    { name: "case.jsonld", make: (v, t) => once(custody(v, t, o)) },
  ];
}
