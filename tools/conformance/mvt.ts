/** The backup folder of MVT's own tests, as a whole: a real iPhone 7 of which eleven files are left. @module */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "@contraluz/core";
import { type Examined, examine } from "./examine.ts";
import { listFiles } from "./indicators.ts";
import { type Case, must, same } from "./runner.ts";
import { TESTDATA } from "./shared.ts";

const BACKUP = join(TESTDATA, "mvt-project+mvt/tests/artifacts/ios_backup");
const STIX = join(TESTDATA, "mvt-project+mvt/tests/artifacts/stix2");

/** The signs that MVT's tests plant in this backup, written as one bundle of our own. */
const PLANTED: readonly string[] = [
  "domain-name:value='example.org'",
  "ipv4-addr:value='198.51.100.1'",
  "process:name='Launch'",
  "email-addr:value='foobar@example.org'",
  "file:name='/var/foobar/txt'",
  "android-property:name='sys.foobar'",
  "file:hashes.sha256='570cd76bf49cf52e0cb347a68bdcf0590b2eaece134e1b1eba7e8d66261bdbe6'",
  "file:hashes.sha1='da0611a300a9ce9aa7a09d1212f203fca5856794'",
  "url:value='http://example.com/thisisbad'",
];

function planted(temp: string): string {
  const file = join(temp, "planted.stix2");
  const objects = PLANTED.map((p, i) => ({
    type: "indicator",
    spec_version: "2.1",
    id: `indicator--00000000-0000-4000-8000-${String(i).padStart(12, "0")}`,
    pattern: `[${p}]`,
    pattern_type: "stix",
  }));
  writeFileSync(file, JSON.stringify({ type: "bundle", objects }));
  return file;
}

const short = (f: Finding): string => `${f.level} ${f.rule ?? f.indicator?.type} ${f.subject}`;

/** Findings that are more than information. */
const weighty = (x: Examined): string[] => x.result.findings.filter((f) => f.level !== "info").map(short);

/** Records of each place that is there: [ours, MVT's]. A difference has its reason beside it. */
const COUNTS: Readonly<Record<string, readonly [ours: number, theirs: number]>> = {
  "ios/manifest": [3721, 3721],
  // One for the backup, one for each app; MVT has one dictionary.
  "ios/backup-info": [7, 1],
  "ios/applications": [6, 0],
  // 40 processes, 10 usage rows, one line for the number that is missing. MVT has 42: the usage rows, 31 processes without any,
  // one placeholder.
  "ios/data-usage": [51, 42],
  "ios/sms": [1, 1],
  "ios/sms-attachments": [0, 0],
  "ios/tcc": [11, 11],
  // MVT counts the pair of LID.sqlite, too: its Manifest.db does not list that file, and MVT opens it by its computed name.
  "ios/whatsapp": [5, 6],
  "ios/whatsapp-contacts": [2, 2],
  // Apps of which the backup holds files.
  "ios/messengers": [2, 0],
  "ios/global-preferences": [16, 16],
  // Each correspondent once, besides the interactions.
  "ios/interactions": [6, 3],
  "ios/calendar": [1, 1],
  "ios/safari-tabs": [1, 1],
  "ios/webkit-observations": [2, 2],
  "ios/linked-devices": [0, 0],
};

function readAll(x: Examined): string {
  same(
    "coverage",
    x.result.coverage
      .filter((c) => c.state === "read" || c.state === "partly")
      .map((c) => [c.artifact, c.records])
      .sort(),
    Object.entries(COUNTS)
      .map(([id, [ours]]) => [id, ours])
      .sort(),
  );
  // The bodies of all else are not in this folder, and that is said.
  must(
    x.result.coverage.every((c) => c.artifact in COUNTS || c.state === "absent" || c.state === "unreadable"),
    "what is not there is a gap",
  );
  same("device", [x.result.acquisition.os?.version, x.result.acquisition.device?.model], ["14.3", "iPhone9,3"]);
  const theirs = Object.values(COUNTS).reduce((n, [, t]) => n + t, 0);
  return `${Object.keys(COUNTS).length} places, ${theirs} records of MVT, ${Object.values(COUNTS).reduce((n, [o]) => n + o, 0)} of ours; differences have their reasons`;
}

/** MVT's two alerts on this phone, which it gives with every set of signs. */
const ALERTS = ["info ios/lockdown-mode LDMGlobalEnabled", "info ios/missing-processes ZPROCESS"];

function clean(x: Examined): string {
  same("findings", weighty(x), []);
  for (const a of ALERTS)
    must(
      x.result.findings.some((f) => short(f) === a),
      a,
    );
  must(!x.result.verdict.complete && x.result.verdict.evidence === "none-found", "none found, with its gaps");
  return `nothing above information; MVT's two alerts are met; ${x.result.verdict.gaps.length} gaps said`;
}

function found(x: Examined): string {
  same("findings", weighty(x), ["match process Launch", "targeted domain example.org"]);
  same("problems of the signs", x.problems, []);
  const site = x.result.findings.find((f) => f.subject === "example.org")!;
  same("where the site stands", site.records.map((r) => r.artifact).sort(), ["ios/sms", "ios/whatsapp"]);
  return "process Launch in TCC, example.org in a message and in WhatsApp: the three alerts of MVT";
}

/** One check for each set of signs. */
export function mvtCases(temp: string): readonly Case[] {
  const checked = (signs: () => readonly string[], judge: (x: Examined) => string) => async (): Promise<string> =>
    judge(await examine(BACKUP, { temp, indicators: signs() }));
  return [
    { name: "mvt backup, record counts", run: checked(() => [], readAll) },
    { name: "mvt backup, built-in signs", run: checked(() => [], clean) },
    {
      name: "mvt backup, MVT's own STIX files",
      run: checked(() => ["cytrox.stix2", "638cd3ee5e5f019f84f9e0ea.json"].map((f) => join(STIX, f)), clean),
    },
    { name: "mvt backup, all published sets", run: checked(listFiles, clean) },
    { name: "mvt backup, what MVT's tests plant", run: checked(() => [planted(temp)], found) },
  ];
}
