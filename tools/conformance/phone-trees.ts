/**
 * Sysdiagnose, dump and privacy report of the generator, of four systems and every form of shutdown.log, against Python and
 * against what the generator says of them; and iLEAPP's samples of dumps, each found to be one.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Json } from "@contraluz/core";
import { findIosTree, openInput } from "@contraluz/evidence";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import { type Examined, examine } from "./examine.ts";
import { runPython } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { filesBelow, SHARED, TESTDATA } from "./shared.ts";

const SCRIPT = join(dirname(fileURLToPath(import.meta.url)), "phone-trees.py");
const PEGASUS = join(SHARED, "indicators/AmnestyTech+investigations/2021-07-18_nso/pegasus.stix2");

interface Planted {
  readonly id: string;
  readonly expect: string;
  readonly class: string;
  readonly value: string;
  readonly full_path?: string;
  readonly where: { readonly evidence: string; readonly file: string; readonly locator: { readonly line?: number } };
}
interface Expected {
  readonly planted: readonly Planted[];
  readonly truth: {
    readonly phone: {
      readonly build: string;
      readonly captured: string;
      readonly model: string;
      readonly os_version: string;
    };
  };
}
type Answer = Readonly<Record<"clients" | "ps" | "access" | "network", readonly (readonly Json[])[]>>;

const FORMS: readonly (readonly string[])[] = [
  ["--ios", "15", "--running", "yes", "--seed", "1"],
  ["--ios", "17", "--seed", "2", "--zone", "+0530", "--infiltration"],
  ["--ios", "18", "--running", "yes", "--near-miss", "--seed", "3"],
  ["--ios", "26", "--running", "yes", "--seed", "4"],
  ...["at", "oneline", "rotated", "last-boot"].map((form) => ["--ios", "17", "--shutdown", form]),
  ["--ios", "17", "--no-last-sigterm"],
];

interface Made {
  readonly folder: string;
  readonly archive: string;
  readonly report: string;
  readonly expected: Expected;
}

function generate(folder: string, options: readonly string[]): Made {
  const what = ["--as", "sysdiagnose,fs,privacy-report", "--case", "pegasus"];
  runPython([join(SHARED, "tools/gen_sysdiagnose.py"), "--out", folder, ...what, ...options]);
  const named = (end: string): string => join(folder, readdirSync(folder).find((n) => n.endsWith(end))!);
  return {
    folder,
    archive: named(".tar.gz"),
    report: named(".ndjson"),
    expected: JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected,
  };
}

const ask = (...paths: string[]): Answer => JSON.parse(runPython([SCRIPT, ...paths])) as Answer;

/** Processes of shutdown.log and of the lists, as Python reads them. */
async function compareTexts(x: Examined, theirs: Answer): Promise<string> {
  const clients = (await x.records("ios/shutdown-log")).filter((r) => r.kind === "client");
  same(
    "processes of shutdown.log",
    clients.map(({ fields: f, at }) => [f.pid, f.path, f.notices, at?.seen === undefined ? null : Number(at.seen)]),
    theirs.clients,
  );
  const running = x.result.acquisition.kind === "sysdiagnose" ? await x.records("ios/processes") : [];
  same(
    "processes of ps.txt and ps_thread.txt",
    running.map(({ fields: f }) => [f.source, f.pid, f.uid, f.args === undefined ? f.path : `${f.path} ${f.args}`]),
    theirs.ps,
  );
  return `${clients.length} processes of shutdown.log, ${running.length} of ps`;
}

/** What was planted in these files weighs as the generator says, and nothing else of them is more than a lead. */
function comparePlanted(x: Examined, made: Made, evidence: string): number {
  const { result } = x;
  const of = made.expected.planted.filter(
    (p) => p.where.evidence === evidence && /shutdown|\/ps(?:_thread)?\.txt$|\.ndjson$/.test(p.where.file),
  );
  const places = (level: string): Set<string> =>
    new Set(
      result.findings
        .filter((f) => f.level === level)
        .flatMap((f) => f.records.map((r) => [result.files[r.origin.file]!.path, r.origin.at] as const))
        .flatMap(([path, at]) => ("line" in at ? [`${path.slice(path.lastIndexOf("/") + 1)} ${at.line}`] : [])),
    );
  const place = (p: Planted): string =>
    `${p.where.file.slice(p.where.file.lastIndexOf("/") + 1)} ${p.where.locator.line}`;
  let found = 0;
  for (const level of ["match", "targeted", "ask", "info"]) {
    const here = places(level);
    const expected = of.filter((p) => p.expect === level && p.class === "positive");
    for (const p of expected) must(here.has(place(p)), `${p.id} is no ${level}`);
    found += expected.length;
  }
  return found;
}

const DUMPS = join(TESTDATA, "abrignoni+iLEAPP");

export function phoneTreeCases(temp: string): readonly Case[] {
  const made = new Map<string, Made>();
  return [
    ...FORMS.map((options, i): Case => {
      const name = options.join(" ");
      return {
        name: `generator, sysdiagnose ${name}`,
        async run() {
          const m = generate(join(temp, `trees-${i}`), options);
          made.set(name, m);
          const x = await examine(m.archive, { temp, indicators: [PEGASUS] });
          const { phone } = m.expected.truth;
          const { acquisition } = x.result;
          same("kind", acquisition.kind, "sysdiagnose");
          same("system", acquisition.os, { name: "ios", version: phone.os_version, build: phone.build });
          same("model", acquisition.device?.model, phone.model);
          same("time", Number(acquisition.taken!.utc! / 1_000_000_000n), Date.parse(phone.captured) / 1000);
          same("zone", acquisition.zone, phone.captured.slice(-6));
          const said = await compareTexts(x, ask(m.archive));
          const found = comparePlanted(x, m, m.archive.slice(m.folder.length + 1));
          return `${said}; ${found} planted signs of them found`;
        },
      };
    }),
    ...FORMS.slice(0, 4).map((options, i): Case => {
      const name = options.join(" ");
      return {
        name: `generator, dump and privacy report ${name}`,
        async run() {
          const m = made.get(name) ?? generate(join(temp, `trees-${i}`), options);
          const dump = await examine(join(m.folder, "fs"), { temp, indicators: [PEGASUS] });
          same("kind", dump.result.acquisition.kind, "ios-filesystem");
          const theirs = ask(join(m.folder, "fs"), m.report);
          const said = await compareTexts(dump, theirs);
          let found = comparePlanted(dump, m, "fs");
          const report = await examine(m.report, { temp, indicators: [PEGASUS] });
          same("kind", report.result.acquisition.kind, "privacy-report");
          const records = await report.records("ios/privacy-report");
          const rows = (kind: string, ...names: string[]): string[] =>
            records.filter((r) => r.kind === kind).map((r) => JSON.stringify(names.map((n) => r.fields[n])));
          const sorted = (list: readonly (readonly Json[])[]): string[] => list.map((r) => JSON.stringify(r)).sort();
          same("uses", rows("access", "app", "category").sort(), sorted(theirs.access));
          same(
            "servers",
            rows("network", "app", "domain", "hits"),
            theirs.network.map((r) => JSON.stringify(r)),
          );
          found += comparePlanted(report, m, m.report.slice(m.folder.length + 1));
          return `${said}; ${records.length} rows of the report; ${found} planted signs found`;
        },
      };
    }),
    {
      name: "iLEAPP samples, dumps as laboratories deliver them",
      async run() {
        const bases = new Map<string, number>();
        for (const path of filesBelow(DUMPS).filter((p) => p.endsWith(".zip"))) {
          const opened = await openInput(await inputOf(path), { platform: nodePlatform(), report: () => {} });
          const found = await findIosTree(opened.tree, {});
          await opened.close();
          must(found?.kind === "ios-filesystem", `${path.slice(DUMPS.length)} is no dump`);
          bases.set(found!.prefix + found!.base, (bases.get(found!.prefix + found!.base) ?? 0) + 1);
        }
        return [...bases].map(([base, n]) => `${n} at “${base}”`).join(", ");
      },
    },
  ];
}
