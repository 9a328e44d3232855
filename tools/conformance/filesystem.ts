/**
 * What only a dump of the phone has, against Python; and every trace that the generator plants in sysdiagnose, dump and privacy report, at the
 * level that it says: each campaign, each form of hiding, near misses, the same phone without.
 * @module
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ArtifactRecord, Finding, Json, Level, Result } from "@contraluz/core";
import { readSegb } from "@contraluz/formats/segb/index.ts";
import { segb1, segb2 } from "@contraluz/formats/segb/segb.fixture.ts";
import { examine } from "./examine.ts";
import { runPython } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { filesBelow, SHARED, TESTDATA } from "./shared.ts";

const ORACLE = join(dirname(fileURLToPath(import.meta.url)), "filesystem.py");
const ZIPS = join(TESTDATA, "abrignoni+iLEAPP");

interface Planted {
  readonly id: string;
  readonly class: "positive" | "near-miss" | "noise";
  readonly expect: Level | "none";
  readonly allowed?: readonly (Level | "none")[];
  readonly value: string;
  readonly full_path?: string;
  readonly where: { readonly file: string; readonly locator: { readonly line?: number; readonly rowid?: number } };
}
type Row = readonly Json[];
type Answer = Readonly<Record<"net" | "usage" | "cache" | "keychain" | "versions", readonly Row[]>> &
  Readonly<Record<"files" | "receipts", readonly string[]>>;

const ORDER: readonly (Level | "none")[] = ["none", "info", "ask", "lead", "targeted", "match"];
const rank = (level: Level | "none"): number => ORDER.indexOf(level);

/**
 * Where our table of levels says otherwise than the generator: `bh` is also a common word, an account that was looked up is an attempt.
 */
const LESS: Readonly<Record<string, Level>> = { bh: "lead", "emmadavies8266@gmail.com": "targeted" };

const FORMS: readonly (readonly string[])[] = [
  ["--ios", "15", "--case", "triangulation", "--running", "yes", "--near-miss"],
  ["--ios", "15", "--case", "pegasus", "--running", "hidden", "--infiltration", "--near-miss"],
  ["--ios", "17", "--case", "predator", "--running", "yes", "--infiltration"],
  ["--ios", "17", "--wiped-shutdown"],
  ["--ios", "18", "--case", "darksword", "--infiltration", "--near-miss"],
  ["--ios", "18", "--case", "pegasus", "--case-without", "--near-miss"],
  ["--ios", "26", "--case", "kingspawn", "--running", "yes"],
  ["--ios", "26", "--case", "coruna", "--running", "yes", "--infiltration"],
  ["--ios", "26"],
];

/** Findings that stand for an entry: its value, or its place. */
function meets(f: Finding, p: Planted, result: Result): boolean {
  const subject = f.subject.toLowerCase();
  const value = String(p.value).toLowerCase();
  if (subject === value || subject === p.full_path?.toLowerCase() || (value.length > 6 && subject.includes(value)))
    return true;
  return f.records.some(({ origin: { file, at } }) => {
    const entry = result.files[file]!;
    const path = entry.name ?? entry.path;
    if (!(p.where.file.endsWith(path) || path.endsWith(p.where.file) || ("key" in at && at.key === p.where.file)))
      return false;
    const { line, rowid } = p.where.locator;
    if (line !== undefined && "line" in at) return line === at.line;
    return rowid === undefined || !("table" in at) || rowid === at.row;
  });
}

/** Throws at the first entry that is not at its level, and at the first weighty finding of nothing planted. */
function grade(result: Result, planted: readonly Planted[]): number {
  const met = new Set<string>();
  for (const p of planted) {
    const of = result.findings.filter((f) => meets(f, p, result));
    for (const f of of) met.add(f.id);
    const best = of.reduce<Level | "none">((a, f) => (rank(f.level) > rank(a) ? f.level : a), "none");
    const least = LESS[p.value] ?? p.expect;
    if (p.class === "positive")
      must(rank(best) >= rank(least) || of.some((f) => f.level === p.expect), `${p.id}: ${best}, expected ${p.expect}`);
    else must(rank(best) <= Math.max(rank("ask"), rank(p.expect)), `${p.id}: ${best}`);
  }
  for (const f of result.findings)
    must(rank(f.level) < rank("lead") || met.has(f.id), `not planted: ${f.level} ${f.rule ?? ""} ${f.subject}`);
  return planted.length;
}

const values = (records: readonly ArtifactRecord[], kind: string, ...names: string[]): string[] =>
  records
    .filter((r) => r.kind === kind && r.origin.state === undefined)
    .map((r) => JSON.stringify(names.map((n) => (n === "at" ? (r.at?.seen ?? null) : (r.fields[n] ?? null)))));
const theirs = (rows: readonly Row[]): string[] => rows.map((r) => JSON.stringify(r));

/** What only a dump has, row by row. */
async function compareDump(path: string, temp: string): Promise<string> {
  const x = await examine(path, { temp });
  const answer = JSON.parse(runPython([ORACLE, path])) as Answer;
  const of = (name: string): Promise<ArtifactRecord[]> =>
    x.result.records[name] ? x.records(name) : Promise.resolve([]);
  const [list, net, cache, chain, versions, apps] = await Promise.all(
    ["file-system", "net-usage", "cached-requests", "keychain-analytics", "system-versions", "app-bundles"].map((n) =>
      of(`ios/${n}`),
    ),
  );
  const files = list!.filter((r) => r.kind === "file" && r.fields.type === undefined).map((r) => String(r.fields.path));
  same("files", files.filter((p) => !p.endsWith("-shm")).sort(), answer.files);
  same("programs of netusage.sqlite", values(net!, "process", "name", "bundle"), theirs(answer.net));
  same("use", values(net!, "usage", "process", "wifi_in", "cell_out"), theirs(answer.usage));
  same("requests", values(cache!, "request", "url", "at"), theirs(answer.cache));
  same("events", values(chain!, "event", "table", "process", "build", "code").sort(), theirs(answer.keychain).sort());
  same("versions", values(versions!, "version", "version", "build"), theirs(answer.versions));
  same(
    "receipts",
    apps!
      .filter((r) => r.kind === "app")
      .map((r) => r.fields.app as string)
      .sort(),
    answer.receipts,
  );
  return `${files.length} files, ${net!.length} rows of netusage, ${cache!.length} requests, ${chain!.length} events`;
}

/** All published signs that lie here. The list of stalkerware as YAML tells pages that sell from servers; as STIX it does not. */
const signs = (): readonly string[] =>
  filesBelow(join(SHARED, "indicators")).filter((p) =>
    p.includes("AssoEchap") ? /\/(?:ioc|watchware)\.yaml$/.test(p) : p.endsWith(".stix2"),
  );

export function filesystemCases(temp: string): readonly Case[] {
  return [
    ...FORMS.map(
      (options, i): Case => ({
        name: `generator, every planted trace: ${options.join(" ")}`,
        async run() {
          const folder = join(temp, `planted-${i}`);
          const kinds = ["--as", "sysdiagnose,fs,privacy-report", "--seed", String(31 + i)];
          runPython([join(SHARED, "tools/gen_sysdiagnose.py"), "--out", folder, ...kinds, ...options]);
          const named = (end: string): string => join(folder, readdirSync(folder).find((n) => n.endsWith(end))!);
          const { planted } = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as { planted: Planted[] };
          let [graded, findings] = [0, 0];
          for (const [kind, path] of [
            ["sysdiagnose", named(".tar.gz")],
            ["fs", join(folder, "fs")],
            ["privacy-report", named(".ndjson")],
          ] as const) {
            const { result } = await examine(path, { temp, indicators: signs() });
            graded += grade(
              result,
              planted.filter((p) => p.id.startsWith(`${kind}:`)),
            );
            findings += result.findings.length;
          }
          const dump = await compareDump(join(folder, "fs"), temp);
          return `${graded} entries at their level, ${findings} findings; ${dump}`;
        },
      }),
    ),
    {
      name: "iLEAPP samples: files and requests of dumps",
      async run() {
        const said: string[] = [];
        for (const path of filesBelow(ZIPS).filter((p) => p.endsWith(".zip"))) {
          const { result } = await examine(path, { temp, indicators: signs() });
          same(
            `weighty findings of ${path.slice(ZIPS.length)}`,
            result.findings.filter((f) => f.level !== "info").map((f) => f.subject),
            [],
          );
          said.push(await compareDump(path, temp));
        }
        return `${said.length} samples; ${said.find((s) => !s.includes(" 0 requests"))}`;
      },
    },
    {
      name: "SEGB, both forms",
      run() {
        const entries = Array.from({ length: 500 }, (_, i) => ({
          data: new Uint8Array((i * 7) % 90).fill(i),
          time: 700_000_000 + i / 4,
          state: i % 9 === 8 ? 3 : 1,
        }));
        for (const [i, bytes] of [segb1(entries), segb2(entries)].entries()) {
          const file = join(temp, `x${i}.segb`);
          writeFileSync(file, bytes);
          const read = [...readSegb(bytes, (p) => must(false, p.code))].map((e) => [
            e.offset,
            e.data.length,
            e.state === "written" ? 1 : 3,
            e.time,
          ]);
          const answer = JSON.parse(runPython([ORACLE, "segb", file])) as Row[];
          same(`entries of version ${i + 1}`, read, answer);
        }
        return "500 entries in each";
      },
    },
  ];
}
