/**
 * Sysdiagnose archives of `../shared/tools/gen_sysdiagnose.py`: every planted trace has its record at its place and time, counts are those
 * of the generator, sums those of Python; and public samples of single files.
 * @module
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ARTIFACTS } from "@contraluz/artifacts";
import { type ArtifactRecord, type Moment, parseIso } from "@contraluz/core";
import { type Examined, examine } from "./examine.ts";
import { runPython } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { SHARED, TESTDATA } from "./shared.ts";

const ORACLE = join(dirname(fileURLToPath(import.meta.url)), "sysdiagnose.py");

interface Planted {
  readonly id: string;
  readonly value: string;
  readonly time: string | null;
  readonly where: { readonly file: string; readonly locator: Record<string, number | string> };
}
interface Expected {
  readonly counts: Record<string, unknown>;
  readonly planted: readonly Planted[];
  readonly truth: Record<string, { readonly count?: number }>;
}
interface Made {
  readonly archive: string;
  readonly expected: Expected;
  readonly x: Examined;
  /** Records by the path of their file. */
  readonly byFile: ReadonlyMap<string, readonly ArtifactRecord[]>;
}

/** Files that our artifacts leave out, or of which only others' records speak. */
const ELSEWHERE =
  /(?:ps(?:_thread)?\.txt|shutdown[^/]*\.log|logdata\.statistics[^/]*|profile-[^/]*|TCC\.db|networkextension\.plist)$/;

async function make(temp: string, name: string, options: readonly string[]): Promise<Made> {
  const folder = join(temp, name);
  runPython([join(SHARED, "tools/gen_sysdiagnose.py"), "--out", folder, "--scale", "0.2", ...options]);
  const archive = join(folder, readdirSync(folder).find((n) => n.endsWith(".tar.gz"))!);
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;
  const x = await examine(archive, { temp });
  const byFile = new Map<string, ArtifactRecord[]>();
  for (const a of ARTIFACTS.filter((b) => "sysdiagnose" in b.where && x.result.records[b.id]))
    for (const r of await x.records(a.id)) {
      const { path, name: own } = x.result.files[r.origin.file]!;
      const key = own ?? path;
      byFile.set(key, [...(byFile.get(key) ?? []), r]);
    }
  return { archive, expected, x, byFile };
}

const all = (m: Made, artifact: string): Promise<ArtifactRecord[]> => m.x.records(artifact);
const kinds = (records: readonly ArtifactRecord[], kind: string): ArtifactRecord[] =>
  records.filter((r) => r.kind === kind);
const sum = (records: readonly ArtifactRecord[], field: string): number =>
  records.reduce((n, r) => n + Number(r.fields[field] ?? 0), 0);

/** The record is of that value: one of its texts, or the last part of one. */
function names(r: ArtifactRecord, value: string): boolean {
  const texts = [...Object.values(r.fields), ...r.observables.map((o) => o.value)].flat();
  return texts.some(
    (t) =>
      typeof t === "string" &&
      (t === value || t.endsWith(`/${value}`) || `${t}.`.includes(`.${value}.`) || t.startsWith(value)),
  );
}

/** It stands where the generator put it; of a report the file is enough, of a sample the process begins two lines before. */
function stands(r: ArtifactRecord, p: Planted): boolean {
  const { locator } = p.where;
  const at = r.origin.at as { readonly line?: number; readonly row?: number; readonly key?: string };
  if (p.where.file.endsWith(".ips")) return true;
  if (locator.rowid !== undefined) return at.row === locator.rowid;
  if (at.line !== undefined) return at.line === locator.line || at.line === locator.process_line;
  return at.key === locator.key;
}

/** The moment that was planted is that of the record, or of one of its fields, to the second. */
function inTime(r: ArtifactRecord, p: Planted): boolean {
  if (p.time === null) return true;
  const want = parseIso(p.time)! / 1_000_000_000n;
  // A sample begins two seconds after the moment that the generator counts from; when a file was loaded nothing tells.
  const late = p.where.file.startsWith("spindump") || p.where.file.includes("/spindump") ? 3n : 1n;
  if (r.kind === "image") return true;
  const own = [r.at, ...Object.values(r.fields)].map((v) => (v as Moment | undefined)?.utc);
  const near = (s: bigint): boolean => s - want <= late && want - s <= 1n;
  return own.some((utc) => typeof utc === "bigint" && near(utc / 1_000_000_000n));
}

function planted(m: Made): string {
  const looked = m.expected.planted.filter((p) => p.id.startsWith("sysdiagnose:") && !ELSEWHERE.test(p.where.file));
  const missing = looked.filter((p) => {
    const path = p.where.file.slice(p.where.file.indexOf("/") + 1);
    const there = [...m.byFile].filter(([name]) => name.endsWith(path)).flatMap(([, r]) => r);
    const found = there.filter((r) => names(r, p.value) && stands(r, p));
    return !found.some((r) => inTime(r, p));
  });
  same(
    "planted traces without a record",
    missing.map((p) => p.id),
    [],
  );
  return `${looked.length} planted traces have their record, at their place and time`;
}

async function counts(m: Made): Promise<string> {
  const c = (key: string): unknown => m.expected.counts[`sysdiagnose.${key}`];
  const power = await all(m, "ios/power-log");
  const table = c("powerlog") as Record<string, number>;
  const current = power.filter((r) => !m.x.result.files[r.origin.file]!.path.endsWith(".gz"));
  const crashes = await all(m, "ios/crash-reports");
  const installs = await all(m, "ios/installation-log");
  const containers = await all(m, "ios/container-log");
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ["taskinfo.txt", (await all(m, "ios/task-list")).length, c("taskinfo.txt")],
    ["spindump", kinds(await all(m, "ios/spindump"), "process").length, c("spindump")],
    ["crash files", kinds(crashes, "report").length, c("crash_files")],
    ["crash summary", kinds(crashes, "listed").length, c("crash_summary_lines")],
    ["installation entries", sum(kinds(installs, "log"), "entries"), c("mobile_installation_entries")],
    ["container entries", sum(kinds(containers, "log"), "entries"), c("containermanagerd_entries") ?? 0],
    ["boots", kinds(containers, "boot").length, m.expected.truth["sysdiagnose.boot_markers"]?.count ?? 0],
    ["settings events", (await all(m, "ios/settings-events")).length, c("mcsettings_events")],
    ["binaries", (await all(m, "ios/binary-locations")).length, c("uuid2path") ?? 0],
    ["scans", (await all(m, "ios/wifi-scan")).length, 2 * Number(c("wifi_scan"))],
    ["peers", kinds(await all(m, "ios/trusted-devices"), "device").length - 1, c("otctl_peers")],
    ["ties", (await all(m, "ios/associated-domains")).length, c("swcutil_rows")],
    ["ProcessID", kinds(current, "process").length, table.PLProcessMonitorAgent_EventForward_ProcessID],
    ["AllApps", kinds(current, "app").length, table.PLApplicationAgent_EventNone_AllApps],
    ["Application", kinds(current, "use").length, table.PLApplicationAgent_EventForward_Application],
    ["AudioApp", kinds(current, "audio").length, table.PLAudioAgent_EventPoint_AudioApp],
    ["Camera", kinds(current, "camera").length, table.PLCameraAgent_EventForward_Camera],
    ["UsageDiff", sum(kinds(current, "network"), "times"), table.PLProcessNetworkAgent_EventInterval_UsageDiff],
    [
      "Monitor",
      sum(kinds(current, "measured"), "times"),
      table.PLProcessMonitorAgent_EventInterval_ProcessMonitorInterval_Dynamic,
    ],
  ];
  for (const [what, ours, theirs] of pairs) same(what, ours, theirs);
  same("problems", m.x.result.problems, []);
  return `${pairs.length} counts as the generator's, no problem`;
}

interface Oracle {
  readonly power: readonly (readonly [string, readonly (readonly unknown[])[]])[];
  readonly crashes: readonly (readonly unknown[])[];
  readonly containers: Readonly<Record<string, number>>;
  readonly services: readonly (readonly string[])[];
  readonly asked: Readonly<Record<string, number>>;
  readonly images: readonly string[];
  readonly binaries?: readonly string[];
}

async function python(m: Made): Promise<string> {
  const o = JSON.parse(runPython([ORACLE, m.archive])) as Oracle;
  const inFile = (r: ArtifactRecord, name: string): boolean => m.x.result.files[r.origin.file]!.path.endsWith(name);
  const byText = (a: readonly unknown[], b: readonly unknown[]): number => {
    const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  };
  const network = kinds(await all(m, "ios/power-log"), "network");
  for (const [name, rows] of o.power) {
    const ours = network.filter((r) => inFile(r, name) && r.state === undefined);
    const told = ours.map((r) => [
      r.fields.name ?? "",
      r.fields.app ?? "",
      r.fields.times,
      Math.round(Number(r.fields.wifi_in ?? 0)),
      Math.round(Number(r.at!.utc! / 1000n) / 1000),
    ]);
    same(name, told.sort(byText), [...rows].sort(byText));
  }
  const reports = kinds(await all(m, "ios/crash-reports"), "report");
  for (const [name, type, program, path, processes] of o.crashes) {
    const r = reports.find((x) => inFile(x, String(name)))!;
    const ours = [r.fields.type ?? null, r.fields.name ?? null, r.fields.path ?? null, r.fields.processes ?? 0];
    same(String(name), ours, [type, program ?? null, path ?? null, processes]);
  }
  const folders: Record<string, number> = {};
  for (const r of kinds(await all(m, "ios/installation-log"), "folder")) {
    const { path } = m.x.result.files[r.origin.file]!;
    folders[`${path.slice(path.indexOf("/logs/") + 1)} ${String(r.fields.app)}`] = Number(r.fields.times);
  }
  same("folders", Object.entries(folders).sort(byText), Object.entries(o.containers).sort(byText));
  const lockdown = await all(m, "ios/lockdown-log");
  same(
    "services",
    kinds(lockdown, "service").map((r) => [r.fields.client, r.fields.service]),
    o.services,
  );
  same(
    "asked",
    kinds(lockdown, "client")
      .map((r) => [r.fields.client, r.fields.asked])
      .sort(byText),
    Object.entries(o.asked).sort(byText),
  );
  const images = kinds(await all(m, "ios/spindump"), "image").map((r) => String(r.fields.path));
  same("images", images.sort(), o.images);
  if (o.binaries) {
    const paths = (await all(m, "ios/binary-locations")).map((r) => String(r.fields.path));
    same("binaries", paths.sort(), o.binaries);
  }
  return `network sums of ${o.power.length} power logs, ${o.crashes.length} reports, ${images.length} loaded files as Python`;
}

/** Public crash reports in text, put where a sysdiagnose has them. */
async function samples(temp: string): Promise<string> {
  const folder = join(temp, "crash-samples", "sysdiagnose_2024.09.12_14-54-51-0600_iPhone-OS_iPhone_21G93");
  mkdirSync(join(folder, "crashes_and_spins"), { recursive: true });
  writeFileSync(join(folder, "ps.txt"), "USER PID COMMAND\n");
  writeFileSync(join(folder, "mount.txt"), "/dev/disk1s1 on / (apfs, sealed)\n");
  for (const n of ["bruno", "handcrafted"])
    copyFileSync(
      join(TESTDATA, `getsentry+apple-crash-report-parser/tests/fixtures/${n}.txt`),
      join(folder, `crashes_and_spins/${n}-2019-01-09-124422.ips`),
    );
  const x = await examine(folder, { temp });
  const reports = kinds(await x.records("ios/crash-reports"), "report");
  const path =
    "/Users/bruno/Documents/Unreal Projects/YetAnotherMac/MacNoEditor/YetAnotherMac.app/Contents/MacOS/YetAnotherMac";
  same(
    "reports",
    reports.map((r) => [r.fields.name, r.fields.pid, r.fields.path, r.fields.exception, r.at!.seen]),
    [
      ["YetAnotherMac", 49028, path, "SIGSEGV", "2019-01-09 12:44:22.075 +0000"],
      ["YetAnotherMac", 49028, path, "SIGSEGV", "2019-01-09 17:42:22 +0000"],
    ],
  );
  return "name, number, path with spaces, kind and time of two reports of macOS";
}

/** Forms of the archive: versions of iOS, campaigns, zones. */
const FORMS: readonly (readonly [string, readonly string[]])[] = [
  ["iOS 15, Pegasus", ["--case", "pegasus", "--running", "yes", "--near-miss", "--infiltration"]],
  ["iOS 15, hidden from ps", ["--case", "kingspawn", "--running", "hidden", "--zone", "+0530"]],
  ["iOS 17, Coruna", ["--case", "coruna", "--running", "yes", "--near-miss", "--seed", "7"]],
  ["iOS 18, DarkSword", ["--case", "darksword", "--infiltration", "--seed", "8"]],
  ["iOS 26", ["--ios", "26", "--near-miss", "--infiltration", "--zone", "Asia/Kolkata"]],
];

export function sysdiagnoseCases(temp: string): readonly Case[] {
  const made = new Map<string, Promise<Made>>();
  const of = (name: string, options: readonly string[]): Promise<Made> => {
    const known = made.get(name) ?? make(temp, `sysdiagnose-${made.size}`, options);
    made.set(name, known);
    return known;
  };
  return [
    ...FORMS.flatMap(([name, options]): Case[] => [
      { name: `sysdiagnose, ${name}: planted`, run: async () => planted(await of(name, options)) },
      { name: `sysdiagnose, ${name}: counts`, run: async () => counts(await of(name, options)) },
      { name: `sysdiagnose, ${name}: Python`, run: async () => python(await of(name, options)) },
    ]),
    {
      name: "sysdiagnose, public crash reports",
      run() {
        must(
          ARTIFACTS.some((a) => a.id === "ios/crash-reports"),
          "no artifact of crash reports",
        );
        return samples(temp);
      },
    },
  ];
}
