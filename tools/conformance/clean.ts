/**
 * Real samples without known traces: what every rule and all published signs say of them. Nothing may be a match or an attempt, one thing in all
 * may be a lead; each question and each note is a row of the table in `docs/validation.md`, which `npm run conformance -- --table` prints.
 * @module
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Finding } from "@contraluz/core";
import { backupOfPlaso } from "./artifacts.ts";
import { examine } from "./examine.ts";
import { publishedSigns } from "./matrix.ts";
import { type Case, must } from "./runner.ts";
import { filesBelow, TESTDATA } from "./shared.ts";

interface Sample {
  readonly name: string;
  readonly path: (temp: string) => string;
}

/** Files copied to where a phone, or a diagnosis of one, has them. */
function tree(
  folder: string,
  files: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>> = {},
): string {
  for (const [to, from] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    copyFileSync(join(TESTDATA, from), join(folder, to));
  }
  for (const [to, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    writeFileSync(join(folder, to), text);
  }
  return folder;
}

const PLASO = "log2timeline+plaso/test_data";
const SENTRY = "getsentry+apple-crash-report-parser/tests/fixtures";
const LOGS = "ydkhatri+UnifiedLogReader/test_data";
/** What makes a folder a diagnosis, and says nothing. */
const DIAGNOSIS = { "ps.txt": "USER PID COMMAND\n", "mount.txt": "/dev/disk1s1 on / (apfs, sealed)\n" };
const STAMP = "sysdiagnose_2024.09.12_14-54-51-0600_iPhone-OS_iPhone_21G93";

function samples(): readonly Sample[] {
  const zips = filesBelow(join(TESTDATA, "abrignoni+iLEAPP")).filter((p) => p.endsWith(".zip"));
  return [
    { name: "MVT backup", path: () => join(TESTDATA, "mvt-project+mvt/tests/artifacts/ios_backup") },
    { name: "plaso, as a backup", path: (temp) => backupOfPlaso(join(temp, "clean-backup")) },
    {
      name: "plaso, as a dump",
      path: (temp) =>
        tree(join(temp, "clean-dump"), {
          "private/var/wireless/Library/Databases/DataUsage.sqlite": `${PLASO}/ios/DataUsage.sqlite`,
          "private/var/wireless/Library/Databases/DataUsage.sqlite-wal": `${PLASO}/ios/DataUsage.sqlite-wal`,
          "private/var/mobile/Library/Preferences/com.apple.identityservices.idstatuscache.plist": `${PLASO}/ios/com.apple.identityservices.idstatuscache.plist`,
          "private/var/mobile/Library/SMS/sms.db": `${PLASO}/sqlite/imessage_chat.db`,
          "private/var/preferences/com.apple.wifi.known-networks.plist": `${PLASO}/ios/com.apple.wifi.known-networks.plist`,
          "private/var/mobile/Library/Preferences/com.apple.networkextension.uuidcache.plist": `${PLASO}/plist/com.apple.networkextension.uuidcache.plist`,
        }),
    },
    {
      name: "getsentry, crash reports",
      path: (temp) =>
        tree(
          join(temp, "clean-crashes", STAMP),
          Object.fromEntries(
            ["bruno", "handcrafted"].map((n) => [`crashes_and_spins/${n}-2019-01-09-124422.ips`, `${SENTRY}/${n}.txt`]),
          ),
          DIAGNOSIS,
        ),
    },
    {
      name: "UnifiedLogReader, system log",
      path: (temp) =>
        tree(
          join(temp, "clean-logs", STAMP),
          {
            "system_logs.logarchive/Persist/0000000000000030.tracev3": `${LOGS}/0000000000000030.tracev3`,
            "system_logs.logarchive/7E/F56328D53A78B59CCCE3E3189F57": `${LOGS}/7EF56328D53A78B59CCCE3E3189F57`,
          },
          DIAGNOSIS,
        ),
    },
    ...zips.map(
      (path): Sample => ({ name: `iLEAPP ${basename(path).replace(/^testdata\.|\.zip$/g, "")}`, path: () => path }),
    ),
  ];
}

interface Row {
  readonly sample: string;
  readonly places: number;
  readonly findings: readonly Finding[];
}

async function examineSample(s: Sample, temp: string): Promise<Row> {
  const { result } = await examine(s.path(temp), { temp, compiled: await publishedSigns() });
  const places = result.coverage.filter((c) => c.state === "read" || c.state === "partly").length;
  return { sample: s.name, places, findings: result.findings };
}

const told = (f: Finding): string =>
  `${f.level} ${f.rule ?? `sign ${f.indicator?.campaign ?? ""}`}: ${f.subject} (${f.count})`;
const count = (rows: readonly Row[], level: string): number =>
  rows.reduce((n, r) => n + r.findings.filter((f) => f.level === level).length, 0);

/** The table of `docs/validation.md`. */
export async function cleanTable(temp: string): Promise<string> {
  const lines = ["| sample | places read | what is told |", "| --- | --- | --- |"];
  for (const s of samples()) {
    const r = await examineSample(s, temp);
    lines.push(`| ${r.sample} | ${r.places} | ${r.findings.map(told).join("; ") || "nothing"} |`);
  }
  return `${lines.join("\n")}\n`;
}

export function cleanCases(temp: string): readonly Case[] {
  const rows: Row[] = [];
  return [
    ...samples().map(
      (s): Case => ({
        name: `clean sample ${s.name}`,
        async run() {
          const r = await examineSample(s, temp);
          rows.push(r);
          must(r.places > 0, "no place of it was read");
          must(count([r], "match") + count([r], "targeted") === 0, r.findings.map(told).join("; "));
          return `${r.places} places read; ${r.findings.map(told).join("; ") || "nothing told"}`;
        },
      }),
    ),
    {
      name: "clean samples together",
      run() {
        const [leads, asks, infos] = ["lead", "ask", "info"].map((level) => count(rows, level));
        must(leads! <= 1, `${leads} leads`);
        return `${rows.length} samples: no match, no attempt, ${leads} leads, ${asks} questions, ${infos} notes`;
      },
    },
  ];
}
