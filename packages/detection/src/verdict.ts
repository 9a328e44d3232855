/** The verdict: two axes, never a score. And which campaigns could have shown at all. @module */
import {
  type Applicability,
  byCodeUnit,
  type Contact,
  type Coverage,
  type Finding,
  type ObservableType,
  type Verdict,
} from "@contraluz/core";
import { roleOf } from "./indicators/packed.ts";
import { levelOf } from "./levels.ts";

export interface RuleState {
  readonly id: string;
  readonly state: "rule-partly" | "rule-gated";
}

/** `Coverage.reason` of an artifact that is what another tool said. */
export const SECOND_HAND = "second-hand";
/** Rules whose findings say what another tool found, and nothing of their own. */
export const SECOND_HAND_RULES: ReadonlySet<string> = new Set([
  "mvt/reported-alerts",
  "network/reported",
  "trace/reported-findings",
  "saf/reported-matches",
]);

/** A match survives incompleteness; `none-found` never stands without its gaps. */
export function makeVerdict(
  findings: readonly Finding[],
  coverage: readonly Coverage[],
  rules: readonly RuleState[],
): Verdict {
  const gaps: { about: string; state: Verdict["gaps"][number]["state"] }[] = coverage
    .filter((c) => c.state !== "read" && c.state !== "not-in-this-kind")
    // That no other tool said anything leaves no hole.
    .filter((c) => c.reason !== SECOND_HAND || c.state !== "absent")
    .map((c) => ({ about: c.artifact, state: c.state }));
  for (const r of rules) gaps.push({ about: r.id, state: r.state });
  // What another tool said is no evidence: it neither finds anything nor finds nothing.
  const own = coverage.filter((c) => c.reason !== SECOND_HAND);
  const readAny = own.some((c) => (c.state === "read" || c.state === "partly") && c.records > 0);
  if (own.length === 0)
    for (const c of coverage) if (c.state === "read") gaps.push({ about: c.artifact, state: "second-hand" });
  const highest = (["match", "targeted", "lead"] as const).find((l) => findings.some((f) => f.level === l));
  return { evidence: highest ?? (readAny ? "none-found" : "unchecked"), complete: gaps.length === 0, gaps };
}

/** Counts of a compiled set: campaign → observable type (of paths `file-path:/private/var/tmp`) → how many. */
export type CampaignCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Types that can stand in for one another: an address meets sites and servers, a path meets file names. */
const MEETS: Partial<Record<ObservableType, readonly ObservableType[]>> = {
  url: ["url", "domain", "ip"],
  domain: ["domain", "ip"],
  "file-path": ["file-path", "file-name"],
};

/** What was read can show: a type of value, how it meets the device, and for paths in which folders (left out: in all). */
export type Observed = readonly [ObservableType, Contact, (readonly string[])?];

/** `file-path:/private/var/mobile` */
const ofPath = (folder: string): string => `file-path:${folder}`;

/**
 * Of each campaign's signs, how many could have shown: those of a type that was read, in a way that says something, and paths in
 * a folder that was read.
 */
export function makeApplicability(counts: CampaignCounts, observed: Iterable<Observed>): Applicability[] {
  const kinds = new Set<string>();
  for (const [type, contact, folders] of observed) {
    for (const t of MEETS[type] ?? [type]) {
      if (!levelOf({ role: roleOf(t), grade: "spyware" }, contact)) continue;
      if (t !== "file-path" || folders === undefined) kinds.add(t);
      else for (const f of folders) kinds.add(ofPath(f));
    }
  }
  const could = (kind: string): boolean => kinds.has(kind) || (kind.startsWith(ofPath("")) && kinds.has("file-path"));
  const out: Applicability[] = [];
  for (const [campaign, byType] of counts) {
    let total = 0;
    let couldMatch = 0;
    for (const [kind, n] of byType) {
      total += n;
      if (could(kind)) couldMatch += n;
    }
    out.push({ campaign, total, couldMatch });
  }
  return out.sort((a, b) => byCodeUnit(a.campaign, b.campaign));
}
