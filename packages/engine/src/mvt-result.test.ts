/** A folder that MVT left: read, told, and never turned into a finding of ours. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { ContraluzError } from "@contraluz/core";
import { encodeStructure } from "@contraluz/store";
import { fresh, memoryFolder, pack, plain, records, run, SAMPLE } from "./check.fixture.ts";

type Files = { readonly [path: string]: string };

/** Signs of the sample: if anything of this folder were compared with them, it would be a match. */
const EVIL = ["roleaboutd", "com.apple.rapports.events"];

const alert = (level: string, i: number): object => ({
  level,
  module: "datausage",
  message: `Found a known suspicious process name "${EVIL[i % 2]}"`,
  event_time: "2024-03-20 07:37:00.900000",
  event: { proc_name: EVIL[i % 2], proc_id: i },
  matched_indicator: { value: EVIL[i % 2], type: "processes", name: "Pegasus", stix2_file_name: "pegasus.stix2" },
});

const ALERTS = [...Array.from({ length: 40 }, (_, i) => alert("CRITICAL", i)), alert("HIGH", 0), alert("LOW", 1)];

const FILES: Files = {
  "info.json": JSON.stringify({
    target_path: "/home/ana/phone",
    mvt_version: "2026.1.1",
    date: "2026-01-02 03:04:05.000001",
    ioc_files: ["/home/ana/pegasus.stix2"],
    hashes: [],
  }),
  "alerts.json": JSON.stringify(ALERTS, null, 4),
  "datausage_detected.json": JSON.stringify(ALERTS, null, 4),
  "datausage.json": JSON.stringify(
    Array.from({ length: 300 }, (_, i) => ({
      proc_name: i < 2 ? EVIL[i] : `app${i}`,
      live_isodate: "2024-03-20 07:37:00.900000",
    })),
  ),
  "timeline.csv": '"UTC Timestamp","Plugin","Event","Description"\r\n',
  "command.log": "2026-01-02 03:04:05,001 - mvt.ios.cmd_check_backup - INFO - Checking\n",
};

function folderOf(files: Files, above = ""): string {
  const root = fresh();
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, above, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

test("a folder full of CRITICAL is no match, no attempt and no lead of ours", async () => {
  const { result } = await run([folderOf(FILES)]);
  assert.deepEqual(result.verdict, {
    evidence: "unchecked",
    complete: false,
    gaps: [{ about: "mvt/reported", state: "second-hand" }],
  });
  assert.deepEqual(
    result.findings.map((f) => [f.level, f.rule, f.indicator, f.params.level, f.params.alerts]),
    [
      ["info", "mvt/reported-alerts", null, "CRITICAL", 40],
      ["info", "mvt/reported-alerts", null, "HIGH", 1],
      ["info", "mvt/reported-alerts", null, "LOW", 1],
    ],
  );
  for (const f of result.findings) {
    assert.match(f.text.es.why, /no lo comprobamos/);
    assert.match(f.text.en.why, /did not check it/);
    assert.match(f.text.en.why, /MVT 2026\.1\.1/);
  }
  assert.deepEqual(
    result.coverage.map((c) => [c.artifact, c.state, c.reason]),
    [["mvt/reported", "read", "second-hand"]],
  );
  // None of the signs could have shown: nothing was compared.
  assert.ok(result.applicability.every((a) => a.couldMatch === 0));
  assert.equal(result.acquisition.kind, "mvt-result");
  assert.equal(result.asOf, "2026-01-02T03:04:05Z");
  assert.ok(!encodeStructure(result).includes("/home/ana"));
});

test("folder, one above, zip, tar and tar.gz give the same records", async () => {
  const folder = folderOf(FILES);
  const expected = records(await run([folder]));
  const lines = expected["records/mvt.reported.jsonl"]!.split("\n");
  // 42 alerts, 3 levels, 300 rows and their count, one run.
  assert.equal(lines.length - 1, 42 + 3 + 300 + 1 + 1);
  assert.ok(lines.every((l) => !l.includes("observables")));
  const others = [
    folderOf(FILES, "out"),
    pack(folder, "zip, deflated", "a/b"),
    pack(folder, "zip, stored"),
    pack(folder, "tar", "out"),
    pack(folder, "tar.gz"),
  ];
  for (const other of others) {
    const ran = await run([other]);
    assert.equal(ran.result.verdict.evidence, "unchecked", other);
    assert.deepEqual(records(ran), expected, other);
  }
});

test("beside a backup it adds what was said, and takes nothing from what we saw", async () => {
  const alone = await run([SAMPLE]);
  const both = await run([SAMPLE, folderOf(FILES)]);
  assert.deepEqual(both.result.verdict, alone.result.verdict);
  assert.deepEqual(
    plain(both.result.findings.filter((f) => f.rule !== "mvt/reported-alerts")),
    plain(alone.result.findings),
  );
  assert.equal(both.result.findings.length, alone.result.findings.length + 3);
});

test("it is known by what stands in it: old versions have no info.json, and other folders are none", async () => {
  const { "info.json": _i, "alerts.json": _a, "command.log": _c, ...old } = FILES;
  const { result } = await run([folderOf(old)]);
  assert.equal(result.verdict.evidence, "unchecked");
  assert.deepEqual(
    result.findings.map((f) => [f.level, f.params.level, f.params.alerts]),
    [
      ["info", "CRITICAL", 40],
      ["info", "HIGH", 1],
      ["info", "LOW", 1],
    ],
  );
  const none: Files[] = [
    { "info.json": '{"version":1}', "sms.json": "[]" },
    { "info.json": '["mvt_version"]', "timeline.csv": "a,b\n", "command.log": "hola\n", "alerts.json": "[]" },
  ];
  for (const files of none)
    await assert.rejects(run([folderOf(files)]), (e) => e instanceof ContraluzError && e.code === "evidence-unknown");
  const two = { ...FILES, "other/info.json": FILES["info.json"]! };
  const sides = Object.fromEntries(Object.entries(two).map(([p, t]) => [p.startsWith("other/") ? p : `one/${p}`, t]));
  await assert.rejects(run([folderOf(sides)]), (e) => e instanceof ContraluzError && e.code === "evidence-several");
});

test("damage and hostile files: problems, the rest is read", async () => {
  const deep = `${"[".repeat(100_000)}`;
  const { result } = await run(
    [
      folderOf({
        ...FILES,
        "a.json": deep,
        "b.json": `{"x":${deep}`,
        "c.json": "",
        "d.json": "[{]",
        "alerts.json": `${JSON.stringify(ALERTS).slice(0, -40)}`,
        "x/y/z.json": '[{"url":"https://a.example/"}]',
        "\u202e.json": '[{"url":"\\ud800"}]',
      }),
    ],
    { folder: memoryFolder() },
  );
  assert.equal(result.verdict.evidence, "unchecked");
  assert.equal(result.coverage[0]!.state, "partly");
  assert.ok(result.problems.length >= 4);
  assert.ok(result.problems.every((p) => p.code === "json-damaged" || p.code === "json-limit"));
  assert.deepEqual(
    result.findings.map((f) => [f.level, f.params.alerts]),
    [
      ["info", 40],
      ["info", 1],
    ],
  );
});
