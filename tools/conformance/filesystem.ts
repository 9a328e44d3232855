/**
 * What only a dump of the phone has, against Python; and every trace that the generator plants in sysdiagnose, dump and privacy report, at the
 * level that it says: each campaign, each form of hiding, near misses, the same phone without.
 * @module
 */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ArtifactRecord, Json } from "@contraluz/core";
import { readSegb } from "@contraluz/formats/segb/index.ts";
import { segb1, segb2 } from "@contraluz/formats/segb/segb.fixture.ts";
import { examine } from "./examine.ts";
import { makePhone, publishedSigns, seedOfToday } from "./matrix.ts";
import { runPython } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { filesBelow, TESTDATA } from "./shared.ts";

const ORACLE = join(dirname(fileURLToPath(import.meta.url)), "filesystem.py");
const ZIPS = join(TESTDATA, "abrignoni+iLEAPP");

type Row = readonly Json[];
type Answer = Readonly<Record<"net" | "usage" | "cache" | "keychain" | "versions", readonly Row[]>> &
  Readonly<Record<"files" | "receipts", readonly string[]>>;

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

export function filesystemCases(temp: string): readonly Case[] {
  const seed = seedOfToday();
  return [
    ...FORMS.map(
      (options, i): Case => ({
        name: `generator, every planted trace: --seed ${seed} ${options.join(" ")}`,
        async run() {
          const p = await makePhone(join(temp, `planted-${i}`), temp, ["--seed", seed, ...options]);
          const graded = p.parts.reduce((n, part) => n + part.graded.entries, 0);
          const findings = p.parts.reduce((n, part) => n + part.x.result.findings.length, 0);
          const dump = await compareDump(join(p.folder, "fs"), temp);
          return `${graded} entries at their level, ${findings} findings; ${dump}`;
        },
      }),
    ),
    {
      name: "iLEAPP samples: files and requests of dumps",
      async run() {
        const said: string[] = [];
        for (const path of filesBelow(ZIPS).filter((p) => p.endsWith(".zip"))) {
          const { result } = await examine(path, { temp, compiled: await publishedSigns() });
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
