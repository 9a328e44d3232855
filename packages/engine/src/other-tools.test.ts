/** What Trace and SAF left: read, told, and never turned into a finding of ours. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { ContraluzError } from "@contraluz/core";
import { encodeStructure } from "@contraluz/store";
import { fresh, memoryFolder, pack, plain, records, run, SAMPLE } from "./check.fixture.ts";

type Files = { readonly [path: string]: string };

function folderOf(files: Files, above = ""): string {
  const root = fresh();
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, above, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

/** A sign of the sample: if anything of this were compared with it, it would be a match. */
const EVIL = "roleaboutd";

const finding = (severity: string, i: number): object => ({
  severity,
  kind: "process_name",
  artifact: `system_logs.logarchive/${i}`,
  summary: `Process ${EVIL} matches a published indicator`,
  evidence: { line: "Ana García's iPhone" },
  indicator: { value: EVIL, kind: "process name", set: "pegasus", campaign: "Pegasus" },
});

/** Keys by the alphabet, as Trace's own library writes them. */
const TRACE = {
  artifacts: [],
  assurance: {
    complete: true,
    surfaces: [
      { kind: "shutdown_log", state: "complete" },
      { kind: "unified_log", state: "absent" },
    ],
    surfaces_examined: 1,
    surfaces_total: 4,
  },
  coverage: { examined: [], not_examined: [], note: "" },
  duration_ms: 12,
  findings: [finding("match", 0), finding("match", 1), finding("suspicious", 2), finding("note", 3)],
  generated_at: "2026-07-20T10:11:12Z",
  indicator_provenance: [],
  indicator_sets: [
    { applicable: 81, by_kind: {}, campaign: "Pegasus", extracted: 1549, name: "pegasus", stix_indicators: 1549 },
  ],
  missing_artifacts: [],
  scan_limits: [],
  scanned_via: "worker",
  schema_version: 4,
  source_file: { name: "sysdiagnose_2026.07.20_Ana.tar.gz", sha256: "ab".repeat(32), size: 1234 },
  stats: {},
  tool: { build_commit: null, name: "Trace", version: "0.8.0" },
  verdict: "match",
};
const report = (more: object = {}): string => JSON.stringify({ ...TRACE, ...more }, null, 2);

const event = (module: string, message: string, data: object, datetime = "2026-07-01T10:00:00.000001+02:00"): string =>
  JSON.stringify({ datetime, message, timestamp_desc: "x", module, data }).replaceAll('":', '": ');
const YARA = (rule: string): string =>
  event("yarascan", `YARA rule ${rule} matched`, {
    target_file: "/home/ana/cases/1/parsed_data/ps.jsonl",
    yara_rule_file: "spy.yar",
    yara_rule: rule,
    yara_rule_meta: {},
    yara_rule_tags: [],
    yara_rule_match_details: ["excerpt: Ana's account"],
  });
const SAF: Files = {
  "yarascan.jsonl": `${[YARA("Pegasus_A"), YARA("Pegasus_A"), YARA("Other")].join("\n")}\n`,
  "ps_everywhere.jsonl": `${event("ps_everywhere", `/private/var/${EVIL}`, { source: "ps.txt", uid: 501, pid: 4 })}\n`,
  "lockdownd.jsonl": `${Array.from({ length: 300 }, (_, i) => event("lockdownd", "Ana's secret", { i }, `2026-07-0${1 + (i % 9)}T00:00:00.000000+00:00`)).join("\n")}\n`,
  "summary.md": "## Device Info:\n- Serial Number: F4G\n",
  "apps.json": '{"com.apple.mobilesafari": {}}',
};

test("Trace: a report full of matches is no match, no attempt and no lead of ours", async () => {
  const { result } = await run([folderOf({ "trace-technical-report.json": report() })]);
  assert.deepEqual(result.verdict, {
    evidence: "unchecked",
    complete: false,
    gaps: [{ about: "trace/reported", state: "second-hand" }],
  });
  assert.deepEqual(
    result.findings.map((f) => [f.level, f.rule, f.indicator, f.params.level, f.params.alerts]),
    [
      ["info", "trace/reported-findings", null, "match", 2],
      ["info", "trace/reported-findings", null, "suspicious", 1],
    ],
  );
  assert.deepEqual(
    result.coverage.map((c) => [c.artifact, c.state, c.reason]),
    [["trace/reported", "read", "second-hand"]],
  );
  assert.ok(result.applicability.every((a) => a.couldMatch === 0));
  assert.equal(result.acquisition.kind, "trace-report");
  assert.equal(result.asOf, "2026-07-20T10:11:12Z");
  // Neither the name of the archive nor what is quoted of the log.
  const text = `${encodeStructure(result)}`;
  assert.ok(!text.includes("Ana"));
});

test("Trace: the file alone, a folder, zip and tar.gz give the same records; none of the quoted log", async () => {
  const folder = folderOf({ "r.json": report() });
  const expected = records(await run([folder]));
  const lines = expected["records/trace.reported.jsonl"]!;
  // One report, 4 findings, 3 levels, 2 surfaces, 1 list.
  assert.equal(lines.trimEnd().split("\n").length, 11);
  assert.ok(!lines.includes("Ana") && !lines.includes("observables"));
  for (const other of [join(folder, "r.json"), pack(folder, "zip, deflated"), pack(folder, "tar.gz")]) {
    const ran = await run([other]);
    assert.equal(ran.result.acquisition.kind, "trace-report", other);
    assert.deepEqual(records(ran), expected, other);
  }
});

test("SAF: what it says is counted and told; messages, excerpts and paths of its computer stay where they are", async () => {
  const ran = await run([folderOf(SAF, "cases/1/parsed_data")]);
  assert.equal(ran.result.acquisition.kind, "saf-result");
  assert.deepEqual(ran.result.verdict, {
    evidence: "unchecked",
    complete: false,
    gaps: [{ about: "saf/reported", state: "second-hand" }],
  });
  assert.deepEqual(
    ran.result.findings.map((f) => [f.level, f.rule, f.params.rule, f.params.alerts]),
    [
      ["info", "saf/reported-matches", "Other", 1],
      ["info", "saf/reported-matches", "Pegasus_A", 2],
    ],
  );
  const lines = records(ran)["records/saf.reported.jsonl"]!.trimEnd();
  // 3 matches, 1 program, 3 parts.
  assert.equal(lines.split("\n").length, 7);
  for (const no of ["Ana", "/home/ana", "observables"]) assert.ok(!lines.includes(no), no);
  assert.match(lines, /"where":"parsed_data\/ps\.jsonl"/);
  assert.match(lines, /"count":300/);
  for (const other of [pack(folderOf(SAF), "zip, deflated"), pack(folderOf(SAF), "tar.gz")])
    assert.equal((await run([other])).result.findings.length, 2, other);
});

test("beside a backup they add what was said, and take nothing from what we saw", async () => {
  const alone = await run([SAMPLE]);
  const both = await run([SAMPLE, folderOf({ "r.json": report() }), folderOf(SAF)]);
  assert.deepEqual(both.result.verdict, alone.result.verdict);
  const ours = both.result.findings.filter((f) => !/^(?:trace|saf)\//.test(f.rule ?? ""));
  assert.deepEqual(plain(ours), plain(alone.result.findings));
  assert.equal(both.result.findings.length, alone.result.findings.length + 4);
});

test("they are known by what stands in them; what only looks alike is none", async () => {
  const none: Files[] = [
    { "r.json": report({ tool: { name: "Other" } }) },
    { "r.json": report({ schema_version: "4" }) },
    { "r.json": `[${report()}]` },
    { "r.json": report().slice(0, -3) },
    { "r.json": JSON.stringify({ text: report() }) },
    { "a.jsonl": '{"datetime": "2026", "message": "x"}\n' },
    { "a.jsonl": `${event("a", "b", {})}`.replace('"module"', '"m"') },
    { "a.txt": SAF["yarascan.jsonl"]! },
  ];
  for (const files of none)
    await assert.rejects(
      run([folderOf(files)]),
      (e) => e instanceof ContraluzError && e.code === "evidence-unknown",
      JSON.stringify(files).slice(0, 80),
    );
  const two = { "1/parsed_data/a.jsonl": SAF["yarascan.jsonl"]!, "2/parsed_data/a.jsonl": SAF["yarascan.jsonl"]! };
  await assert.rejects(run([folderOf(two)]), (e) => e instanceof ContraluzError && e.code === "evidence-several");
});

test("later versions, damage and hostile files: problems, the rest is read", async () => {
  const hostile = {
    schema_version: 9,
    verdict: "\u202e<script>",
    findings: [null, 7, { severity: "__proto__" }, { severity: "match", indicator: [], summary: "x".repeat(1 << 20) }],
    indicator_sets: { length: 1e9 },
    assurance: null,
  };
  const trace = await run([folderOf({ "r.json": report(hostile) })], { folder: memoryFolder() });
  assert.equal(trace.result.verdict.evidence, "unchecked");
  assert.ok(trace.result.problems.some((p) => p.found === "schema_version 9"));
  assert.deepEqual(
    trace.result.findings.map((f) => [f.params.level, f.params.alerts]),
    [
      ["match", 1],
      ["unknown", 1],
    ],
  );
  const deep = "[".repeat(100_000);
  const saf = await run(
    [
      folderOf({
        ...SAF,
        "a.jsonl": `${event("a", "b", {})}\n${deep}\n{"data": ${deep}\n7\n"x"\n`,
        "b.jsonl": event("b", "c", { x: "y".repeat(3 << 20) }),
        "\u202e.jsonl": "",
        "yarascan.jsonl": `${SAF["yarascan.jsonl"]}${YARA("Long")
          .replace("matched", "from long.yar matched in x")
          .replace("excerpt:", "y".repeat(1 << 19))}\n`,
      }),
    ],
    { folder: memoryFolder() },
  );
  assert.equal(saf.result.coverage[0]!.state, "partly");
  assert.ok(saf.result.problems.length >= 1);
  // The line that is too long keeps its rule.
  assert.deepEqual(saf.result.findings.map((f) => f.params.rule).sort(), ["Long", "Other", "Pegasus_A"]);
});
