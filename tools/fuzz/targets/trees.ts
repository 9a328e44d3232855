/**
 * A whole check of what a phone makes beside backups: sysdiagnose, dump, privacy report, crash reports; and of what other tools
 * left of one; in every container.
 * @module
 */
import { gzipSync } from "node:zlib";
import { BUILTIN_SET, compileIndicators } from "@contraluz/detection";
import { check } from "@contraluz/engine";
import { nodePlatform } from "@contraluz/platform-node";
import { encodeStructure, ResultWriter } from "@contraluz/store";
import { sysdiagnoseFiles, sysdiagnoseName } from "../../../samples/lib/sysdiagnose.ts";
import { memoryFolder } from "../memory.ts";
import type { Parts } from "../mutate.ts";
import { damagedPhone, inputOf, type Phone } from "../phones.ts";
import type { Tally, Target } from "../target.ts";

const platform = nodePlatform({ workers: 0 });
const compiled = await compileIndicators([BUILTIN_SET]);
const IMPLANT = "/private/var/db/com.apple.xpc.roleaccountd.staging/rolexd";

type Files = readonly (readonly [path: string, bytes: Uint8Array])[];

const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const lines = (...rows: readonly object[]): Uint8Array => text(rows.map((r) => `${JSON.stringify(r)}\n`).join(""));
const phone = (prefix: string, files: Files): Phone => ({
  files: new Map(files.map(([path, bytes]) => [prefix + path, bytes])),
  close: new Map(),
});

const log = sysdiagnoseFiles({ implant: IMPLANT });
const shutdown = log.get("system_logs.logarchive/Extra/shutdown.log")!;
const crash = lines(
  {
    bug_type: "309",
    app_name: "homed",
    timestamp: "2024-09-12 14:54:21.00 -0600",
    os_version: "iPhone OS 17.6.1 (21G93)",
  },
  { procName: "homed", procPath: "/usr/libexec/homed", captureTime: "2024-09-12 14:54:20.1 -0600", usedImages: [] },
);
const use = {
  accessor: { identifier: "com.example.app", identifierType: "bundleID" },
  category: "microphone",
  identifier: "A",
  timeStamp: "2024-09-05T15:35:46.336-06:00",
  type: "access",
};
const net = {
  bundleID: "com.example.app",
  domain: "a.example",
  context: "b.example",
  hits: 3,
  timeStamp: "2024-09-06T03:23:58.339-06:00",
  firstTimeStamp: "2024-09-06T03:04:20.938-06:00",
  type: "networkActivity",
};

const finding = {
  severity: "match",
  kind: "process_name",
  artifact: "ps.txt",
  summary: "x",
  evidence: {},
  indicator: { value: "rolexd", kind: "process name", set: "pegasus", campaign: "Pegasus" },
};
const trace = {
  assurance: { complete: true, surfaces: [{ kind: "ps_listing", state: "complete" }] },
  findings: [finding, finding, { ...finding, severity: "note" }],
  generated_at: "2026-07-20T10:11:12Z",
  indicator_sets: [{ name: "pegasus", campaign: "Pegasus", extracted: 9, applicable: 1 }],
  schema_version: 4,
  source_file: { name: "x", size: 1, sha256: "ab".repeat(32) },
  tool: { name: "Trace", version: "0.8", build_commit: null },
  verdict: "match",
};
const event = (module: string, data: object): object => ({
  datetime: "2026-07-01T10:00:00.000001+02:00",
  message: IMPLANT,
  timestamp_desc: "x",
  module,
  data,
});

const phones: readonly Phone[] = [
  phone(`${sysdiagnoseName()}/`, [
    ...log,
    ["crashes_and_spins/homed-1.ips", crash],
    ["system_logs.logarchive/Extra/shutdown.0.log", new Uint8Array(gzipSync(shutdown))],
    ["ps_thread.txt", log.get("ps.txt")!],
  ]),
  phone("", [...log]),
  phone("filesystem1/", [
    ["private/var/db/diagnostics/shutdown.log", shutdown],
    ["private/var/mobile/Library/Logs/CrashReporter/homed-1.ips", crash],
    ["System/Library/CoreServices/SystemVersion.plist", log.get("logs/SystemVersion/SystemVersion.plist")!],
  ]),
  phone("", [
    [
      "App_Privacy_Report_v4.ndjson",
      lines({ ...use, kind: "intervalBegin" }, { ...use, kind: "intervalEnd" }, net, { ...net, context: "" }),
    ],
  ]),
  phone("", [
    ["homed-1.ips", crash],
    ["Retired/homed-2.ips", crash],
  ]),
  phone("", [["trace-report.json", text(JSON.stringify(trace, null, 2))]]),
  phone("cases/1/parsed_data/", [
    [
      "yarascan.jsonl",
      lines(event("yarascan", { yara_rule: "A", target_file: "data/x", yara_rule_match_details: [] })),
    ],
    ["ps_everywhere.jsonl", lines(...Array.from({ length: 9 }, (_, i) => event("ps_everywhere", { uid: i })))],
  ]),
];

async function drive(parts: Parts, tally: Tally): Promise<void> {
  const result = await check([inputOf(parts)], {
    platform,
    compiled,
    writer: new ResultWriter(memoryFolder(), platform),
    version: "0.0.0",
    context: { asOf: "", custody: [], known: [] },
    scope: { artifacts: "all", content: parts[0]!.length % 2 === 0, evidenceCopies: false },
    workers: 0,
  });
  for (const p of result.problems) tally.report(p);
  for (const sum of Object.values(result.records)) tally.values += sum.count;
  const again = JSON.parse(encodeStructure(result)) as { schema?: string };
  if (again.schema !== "contraluz/result@1") throw new Error("no result");
  if (result.verdict.complete && result.problems.some((p) => p.lost === "file" && p.path !== undefined))
    throw new Error("a file was lost, and the verdict says complete");
}

export const target: Target = { make: (dice) => damagedPhone(phones, dice), drive, refuses: true };
