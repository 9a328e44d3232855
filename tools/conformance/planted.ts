/** What the generator planted (`expected.json`), and which finding each entry must be in. @module */
import { readFileSync } from "node:fs";
import type { Finding, Result } from "@contraluz/core";

export interface Planted {
  readonly module: string;
  readonly kind: string;
  readonly value: string | number | boolean;
  /** Of a message: its row in `message`, from 0. */
  readonly guid?: number;
  readonly only_in?: string;
}

export function readPlanted(file: string): readonly Planted[] {
  return (JSON.parse(readFileSync(file, "utf8")) as { planted: Planted[] }).planted;
}

/** Subject of the finding that an entry must be in, for the places and rules that there are. */
const SUBJECTS: Readonly<Record<string, (v: string) => string>> = {
  "SMS domain": (v) => v,
  "SafariHistory domain": (v) => v,
  "SafariHistory heuristic-fast-redirect": () => "http",
  "ChromeHistory domain": (v) => v,
  "WebkitResourceLoadStatistics domain": (v) => v,
  "SafariHistory url": (v) => v.replace("https://", ""),
  "Datausage process": (v) => v,
  "Datausage heuristic-manipulated": (v) => `ZHASPROCESS ${v}`,
  "TCC process": (v) => v,
  "IDStatusCache email": (v) => v,
  "IDStatusCache heuristic-nul-pattern": () => "tel:+5255\\x00\\x00777",
  "Whatsapp domain": (v) => v,
  "ConfigurationProfiles profile_id": (v) => v.toLowerCase(),
  "ConfigurationProfiles heuristic-notificationsettings": (v) => v,
  "Manifest file_name": (v) => v.replace(/^.*\//, ""),
  "Manifest domain-in-path": (v) => /https?_(.+)_0\./.exec(v)![1]!,
  "Applications app_id": (v) => v,
  "Applications heuristic-sideloaded": () => "com.alternative.store",
  "SMS apple-warning": () => "Apple",
  "SMSAttachments file_path": (v) => v.replace(/\/[^/]+$/, ""),
  "SMSAttachments heuristic-var-tmp": (v) => v,
  "Datausage heuristic-missing-process": () => "ZPROCESS",
  "Calendar email": (v) => v,
  "Calendar heuristic-quadream": () => "Meeting / Notes",
  "LocationdClients process": (v) => v,
  "OSAnalyticsADDaily process": (v) => v,
  "GlobalPreferences heuristic-lockdown-off": () => "LDMGlobalEnabled",
  "ProfileEvents profile_id": (v) => v.toLowerCase(),
};

export interface Judged {
  readonly found: number;
  /** Of those found, the entries that stand only in `attributedBody`. */
  readonly bodies: number;
}

const LEVELS: readonly string[] = ["match", "targeted", "lead"];

/** Throws at the first entry that is in no finding, and at the first weighty finding of something not planted. */
export function judge(result: Pick<Result, "findings">, planted: readonly Planted[]): Judged {
  const bySubject = new Map<string, Finding>(result.findings.map((f) => [f.subject, f]));
  const known = new Set<string>();
  let bodies = 0;
  for (const p of planted) {
    const name = `${p.module} ${p.kind}`;
    const of = SUBJECTS[name];
    if (!of) throw new Error(`an entry of a kind that nobody knows: ${name}`);
    const subject = of(String(p.value));
    // Whoever sends the warning on decides what follows the name.
    const f = bySubject.get(subject) ?? result.findings.find((x) => x.subject.startsWith(`${subject} (`));
    known.add(f?.subject ?? subject);
    if (!f) throw new Error(`in no finding: ${JSON.stringify(p)}`);
    if (p.guid !== undefined && !pointsTo(f, "message", p.guid + 1))
      throw new Error(`the finding does not lead to row ${p.guid + 1}: ${JSON.stringify(p)}`);
    if (p.only_in === "attributedBody") bodies++;
  }
  for (const f of result.findings)
    if (LEVELS.includes(f.level) && !known.has(f.subject)) throw new Error(`not planted: ${f.level} ${f.subject}`);
  return { found: planted.length, bodies };
}

function pointsTo(f: Finding, table: string, row: number): boolean {
  return f.records.some(({ origin: { at } }) => "table" in at && at.table === table && Number(at.row) === row);
}
