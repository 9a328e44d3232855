/** Made-up results for tests: every level, every state, and text of an attacker everywhere evidence can put text. @module */
import type { Coverage, Result } from "@contraluz/core";
import {
  ask,
  CAMPAIGN,
  coverage,
  HOSTILE,
  info,
  lead,
  match,
  match2,
  moment,
  SET,
  sha,
  targeted,
} from "./sample-parts.fixture.ts";

export { ARTIFACTS, HOSTILE, moment } from "./sample-parts.fixture.ts";

const COVERAGE: readonly Coverage[] = [
  coverage("ios/manifest", "read", 48_913, "2021-02-01T00:00:00Z", "2021-07-24T09:00:00Z"),
  coverage("ios/backup-info", "read", 1),
  coverage("ios/data-usage", "read", 412, "2021-02-01T07:00:00Z", "2021-07-24T09:00:00Z"),
  coverage("ios/sms", "read", 20_500, "2021-02-20T00:00:00Z", "2021-07-23T00:00:00Z"),
  coverage("ios/safari-history", "unreadable"),
  coverage("ios/id-status-cache", "read", 88, "2021-04-01T00:00:00Z", "2021-07-20T00:00:00Z"),
  coverage("ios/configuration-profiles", "read", 1, "2021-05-01T00:00:00Z", "2021-05-01T00:00:00Z"),
  coverage("ios/tcc", "partly", 40, "2021-03-01T00:00:00Z", "2021-06-20T00:00:00Z"),
  coverage("ios/calls", "absent"),
  coverage("ios/whatsapp", "not-consented"),
];

/** A result with everything: match, attempts, odd things, questions, noted; gaps, damage, hostile text. */
export const MATCH: Result = {
  schema: "contraluz/result@1",
  tool: { name: "contraluz", version: "0.1.0", catalogue: sha(1) },
  asOf: "2021-07-24T09:00:00Z",
  scope: { artifacts: "all", content: false, evidenceCopies: false },
  context: { asOf: "2021-07-24T09:00:00Z", custody: [["2021-05-12", "2021-05-18"]], known: [HOSTILE.style] },
  evidence: [
    {
      id: sha(2),
      name: "Respaldo J-1",
      hashed: "read",
      bytes: 14_200_000_000,
      acquisition: { kind: "ios-backup", taken: moment("2021-07-24T09:00:00Z"), encrypted: false },
    },
  ],
  acquisition: {
    kind: "ios-backup",
    taken: moment("2021-07-24T09:00:00Z"),
    device: { product: "iPhone 11", serial: "F17XXXXXXXXX" },
    os: { name: "ios", version: "14.6", build: "18F72" },
    encrypted: false,
  },
  indicators: [
    {
      name: SET,
      source: "AmnestyTech/investigations",
      licence: "CC-BY 2.0",
      date: "2021-06-01",
      sha256: sha(3),
      count: 1549,
    },
    { name: HOSTILE.attribute, source: HOSTILE.script, licence: "MIT", date: "", sha256: sha(4), count: 40 },
  ],
  verdict: {
    evidence: "match",
    complete: false,
    gaps: [
      { about: "ios/safari-history", state: "unreadable" },
      { about: "ios/tcc", state: "partly" },
      { about: "ios/calls", state: "absent" },
      { about: "ios/whatsapp", state: "not-consented" },
      { about: "ios/triangulation-window", state: "rule-gated" },
    ],
  },
  coverage: COVERAGE,
  applicability: [
    { campaign: "NoviSpy", total: 18, couldMatch: 0 },
    { campaign: CAMPAIGN, total: 1549, couldMatch: 1549 },
    { campaign: HOSTILE.script, total: 40, couldMatch: 12 },
  ],
  findings: [info, ask, lead, targeted, match, match2],
  problems: [
    {
      code: "sqlite-page",
      path: "HomeDomain/Library/Safari/History.db",
      offset: 8192,
      found: HOSTILE.escape,
      expected: "0x0d",
      lost: "page",
      count: 94,
    },
    { code: "sqlite-page", path: HOSTILE.bidi, lost: "page" },
    { code: "artifact-value", path: HOSTILE.long, lost: "nothing" },
  ],
  files: [
    { evidence: 0, path: "Manifest.db", size: 31_457_280, sha256: sha(10) },
    {
      evidence: 0,
      path: "0d/0d609c54856a9bb2d56729df1d68f2958a88426b",
      name: "WirelessDomain/Library/Databases/DataUsage.sqlite",
      size: 819_200,
      sha256: sha(11),
    },
    {
      evidence: 0,
      path: "3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28",
      name: "HomeDomain/Library/SMS/sms.db",
      size: 90_112_000,
      sha256: sha(12),
    },
    {
      evidence: 0,
      path: "6b/6b97989189901ceaa4e5be9b7f05fb584120e27b",
      name: HOSTILE.bidi,
      size: 4096,
      sha256: sha(13),
    },
    { evidence: 0, path: HOSTILE.escape, name: HOSTILE.long, size: 4096, sha256: sha(14) },
    { evidence: 0, path: HOSTILE.script, size: 4096, sha256: sha(15) },
  ],
  records: {
    "ios/data-usage": { file: "records/ios.data-usage.jsonl", version: 1, count: 412, sha256: sha(20) },
    "ios/sms": { file: "records/ios.sms.jsonl", version: 1, count: 20_500, sha256: sha(21) },
  },
};

/** The same phone with the findings of one level and below. */
export function atMost(evidence: "targeted" | "lead" | "none-found"): Result {
  const kept = {
    targeted: ["targeted", "lead", "ask", "info"],
    lead: ["lead", "ask", "info"],
    "none-found": ["ask", "info"],
  }[evidence];
  return {
    ...MATCH,
    verdict: { ...MATCH.verdict, evidence },
    findings: MATCH.findings.filter((f) => kept.includes(f.level)),
  };
}

/** Nothing could be read: a damaged and incomplete backup. */
export const UNCHECKED: Result = {
  ...MATCH,
  verdict: {
    evidence: "unchecked",
    complete: false,
    gaps: COVERAGE.map((c) => ({ about: c.artifact, state: "unreadable" })),
  },
  coverage: COVERAGE.map(
    (c) =>
      ({
        ...c,
        state: "unreadable",
        records: 0,
        undated: 0,
        deleted: 0,
        from: undefined,
        to: undefined,
        problems: 1,
      }) as unknown as Coverage,
  ),
  findings: [],
  applicability: [],
  indicators: [],
  problems: [
    { code: "backup-manifest-missing", path: "Manifest.db", lost: "evidence" },
    { code: "backup-body-missing", path: HOSTILE.script, lost: "file", count: 3 },
  ],
  files: [],
  records: {},
};

/** Everything read, nothing found, no gap that a person could close. */
export const COMPLETE: Result = {
  ...MATCH,
  acquisition: { ...MATCH.acquisition, encrypted: true },
  verdict: { evidence: "none-found", complete: true, gaps: [] },
  coverage: COVERAGE.map((c) => coverage(c.artifact, "read", 200, "2021-02-01T00:00:00Z", "2021-07-24T09:00:00Z")),
  findings: [],
  problems: [],
};

export const SAMPLES: { readonly [name: string]: Result } = {
  match: MATCH,
  targeted: atMost("targeted"),
  lead: atMost("lead"),
  none: atMost("none-found"),
  complete: COMPLETE,
  unchecked: UNCHECKED,
};
