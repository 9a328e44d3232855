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

function readAll(x: Examined): string {
  same(
    "coverage",
    x.result.coverage.map((c) => [c.artifact, c.state, c.records]),
    [
      ["ios/manifest", "read", 3721],
      ["ios/backup-info", "read", 7],
      // 40 processes and 10 usage rows. MVT has 42: the usage rows, 31 processes without any, one placeholder for a gap.
      ["ios/data-usage", "read", 50],
      ["ios/sms", "read", 1],
      ["ios/safari-history", "unreadable", 0],
      ["ios/id-status-cache", "unreadable", 0],
      ["ios/configuration-profiles", "absent", 0],
      ["ios/tcc", "read", 11],
    ],
  );
  same("device", [x.result.acquisition.os?.version, x.result.acquisition.device?.model], ["14.3", "iPhone9,3"]);
  return "manifest 3721, data-usage 40 + 10, tcc 11, sms 1; files that are listed but not there are gaps";
}

function clean(x: Examined): string {
  same("findings", weighty(x), []);
  must(!x.result.verdict.complete && x.result.verdict.evidence === "none-found", "none found, with its gaps");
  return `nothing above information, ${x.result.verdict.gaps.length} gaps said`;
}

function found(x: Examined): string {
  same("findings", weighty(x), ["match process Launch", "targeted domain example.org"]);
  same("problems of the signs", x.problems, []);
  return "process Launch in TCC, example.org in a message: what MVT finds in the places that we read";
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
