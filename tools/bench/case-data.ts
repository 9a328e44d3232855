/**
 * A case of many rows, made fast: result folders with the shapes that real checks leave (fields, moments in their short forms,
 * observables that point at fields, places), sizes as skewed as those of a phone, made-up values. The same every time.
 * @module
 */
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding, Level, Result } from "@contraluz/core";
import { encodeStructure } from "@contraluz/store";
import { sideBySide } from "./measure.ts";

const MAKE = join(dirname(fileURLToPath(import.meta.url)), "case-make.ts");

/** Planted in a few rows among millions. */
export const RARE_WORD = "Tlacuachería";
export const RARE_ROWS = 3;
export const RARE_HOST = "cdn.tejocote-9.example";
export const RARE_HOST_ROWS = 4;

class Random {
  #a: number;
  constructor(seed: number) {
    this.#a = seed >>> 0;
  }
  /** Below n. Mulberry32. */
  n(n: number): number {
    this.#a = (this.#a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#a ^ (this.#a >>> 15), 1 | this.#a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n);
  }
}

const SYLLABLES =
  "ca ra va na do cu men to pla za sie te gen fron te ra mi gran ca mión lla ve por qué año niña so bre la ción es tar ve nir".split(
    " ",
  );
const HOSTS = Array.from(
  { length: 4000 },
  (_, i) =>
    `${["www", "m", "api", "static"][i % 4]}.${SYLLABLES[i % 31]!.normalize("NFD").replace(/[^a-z]/g, "")}${i}.example`,
);
const APPS = Array.from({ length: 300 }, (_, i) => `mx.example.app${i}`);

interface Made {
  readonly rows: number;
  /** How far apart in seconds rows are; rows of `mixed` come in no order. */
  readonly mixed?: boolean;
  /** The line of a row; `at` as JSON. */
  line(r: Random, i: number, at: string, words: (n: number) => string): string;
}

const hex = (r: Random, n: number): string => {
  let s = "";
  while (s.length < n) s += r.n(0x1_0000_0000).toString(16).padStart(8, "0");
  return s.slice(0, n);
};
const phone = (r: Random): string => `+52551${String(1_000_000 + r.n(30_000)).padStart(7, "0")}`;

/** Shapes of lines, by artifact. */
const SHAPES: Readonly<Record<string, Made["line"]>> = {
  "ios/sms": (r, i, at, w) =>
    `{"message":{"handle":"${phone(r)}","service":"iMessage","text":"${w(9)}","guid":"${hex(r, 8)}-${hex(r, 4)}-${hex(r, 12)}"},"at":${at},"values":[["phone","received",0]],"origin":[20,"message",${i + 1},${(i >> 4) + 73},${i & 15}]}`,
  "ios/whatsapp": (r, i, at, w) =>
    `{"message":{"chat":${r.n(900)},"from":"5215${String(510_000_000 + r.n(900))}@s.whatsapp.net","text":"${w(7)}","stanza":"3EB0${hex(r, 16)}"},"at":${at},"values":[["phone","received",1]],"origin":[11,"ZWAMESSAGE",${i + 1},${(i >> 4) + 2},${i & 15}]}`,
  "ios/safari-history": (r, i, at, w) =>
    `{"visit":{"url":"https://${HOSTS[r.n(4000)]}/${w(2).replaceAll(" ", "/")}?q=${r.n(1e9)}","title":"${w(5)}","item":${i + 1}},"at":${at},"values":[["url","visited",0]],"origin":[5,"history_visits",${i + 1},${(i >> 4) + 9},${i & 15}]}`,
  "ios/chrome-history": (r, i, at, w) =>
    `{"visit":{"url":"https://${HOSTS[r.n(4000)]}/${hex(r, 10)}","title":"${w(6)}","visits":${r.n(40)}},"at":${at},"values":[["url","visited",0]],"origin":[6,"visits",${i + 1},${(i >> 4) + 9},${i & 15}]}`,
  "ios/interactions": (r, i, at) =>
    `{"interaction":{"app":"com.apple.MobileSMS","identifier":"${phone(r)}","way":${r.n(2)},"mechanism":${r.n(5)},"created":${at},"uuid":"${hex(r, 8)}-${hex(r, 4)}-${hex(r, 12)}"},"at":${at},"values":[["app-id","ran",0],["phone","received",1]],"origin":[16,"ZINTERACTIONS",${i + 1},${(i >> 4) + 11},${i & 15}]}`,
  "ios/manifest": (r, i, at, w) =>
    `{"file":{"domain":"AppDomain-${APPS[r.n(300)]}","path":"Documents/${w(3).replaceAll(" ", "/")}/${hex(r, 8)}.db","type":"file","size":${r.n(1e7)},"mode":33188,"owner":501,"born":${at},"id":"${hex(r, 40)}"},"at":${at},"values":[["app-id","installed",0]],"origin":[3,"Files",${i + 1},${(i >> 3) + 9},${i & 7}]}`,
  "ios/data-usage": (r, i, at) =>
    `{"process":{"name":"proc${r.n(400)}","bundle":"${APPS[r.n(300)]}","in":${r.n(1e8)},"out":${r.n(1e7)},"process":${i + 1}},"at":${at},"values":[["process","ran",0],["app-id","ran",1]],"origin":[28,"ZPROCESS",${i + 1},5,${i & 15}]}`,
  "android/logcat": (r, i, at) =>
    `{"event":{"type":"process-start","tag":"ActivityManager","app":"${APPS[r.n(300)]}","process":"${APPS[r.n(300)]}:p${r.n(9)}","pid":${r.n(32768)}},"at":${at},"values":[["app-id","ran",2],["process","ran",3]],"origin":{"file":0,"at":{"line":${i + 7},"offset":${i * 97}}}}`,
  "network/connections": (r, i, at) =>
    `{"flow":{"transport":"tcp","client":"10.42.0.${r.n(250)}","mac":"3a:8d:d5:6c:f1:e6","server":"198.51.${r.n(100)}.${r.n(250)}","port":443,"app":"tls","seconds":${r.n(100)},"up":${r.n(1e6)},"down":${r.n(1e7)},"packets":${r.n(999)},"opened":true},"at":${at},"values":[["ip","resolved",3]],"origin":{"file":0,"at":{"packet":${i + 1},"offset":${i * 82}}}}`,
  "network/names": (r, i, at) =>
    `{"name":{"name":"${HOSTS[r.n(4000)]}","client":"10.42.0.${r.n(250)}","type":"A","answers":["198.51.100.${r.n(250)}"],"asked":${r.n(9)}},"at":${at},"values":[["domain","resolved",0],["ip","resolved",[3,0]]],"origin":{"file":0,"at":{"packet":${i + 1},"offset":${i * 120}}}}`,
  "radio/messages": (r, i, at) =>
    `{"message":{"technology":"lte","channel":"${["BCCH", "CCCH", "DCCH"][r.n(3)]}","type":"rrcConnectionReconfiguration","cell":"334-20-${r.n(3000)}","pci":${r.n(504)},"earfcn":${r.n(9000)}},"at":${at},"values":[["cell","present",3]],"origin":{"file":0,"at":{"offset":${i * 140},"length":132}}}`,
};

const like = (shape: string): Made["line"] => SHAPES[shape]!;

/** Rows per artifact and check, for 10,000,000 in all. */
const PLAN: Readonly<
  Record<string, Readonly<Record<string, readonly [rows: number, line: Made["line"], mixed?: true]>>>
> = {
  "0001": {
    "ios/sms": [2_600_000, like("ios/sms")],
    "ios/safari-history": [1_000_000, like("ios/safari-history")],
    "ios/manifest": [500_000, like("ios/manifest"), true],
    "ios/whatsapp": [850_000, like("ios/whatsapp")],
    "ios/interactions": [600_000, like("ios/interactions")],
    "ios/chrome-history": [150_000, like("ios/chrome-history")],
    "ios/data-usage": [80_000, like("ios/data-usage"), true],
    "ios/calls": [20_000, like("ios/interactions")],
    "ios/tcc": [400, like("ios/data-usage")],
    "ios/safari-tabs": [300, like("ios/safari-history")],
    "ios/profiles": [4, like("ios/manifest")],
  },
  "0002": {
    "ios/sms": [1_500_000, like("ios/sms")],
    "ios/safari-history": [400_000, like("ios/safari-history")],
    "ios/manifest": [300_000, like("ios/manifest"), true],
    "ios/whatsapp": [300_000, like("ios/whatsapp")],
    "ios/webkit-sessions": [3_000, like("ios/safari-history")],
  },
  "0003": {
    "android/logcat": [500_000, like("android/logcat")],
    "android/usage-stats": [100_000, like("android/logcat")],
    "android/packages": [400, like("ios/manifest"), true],
    "android/app-ops": [20_000, like("android/logcat"), true],
    "android/battery-history": [80_000, like("android/logcat")],
    "android/netstats": [9_000, like("network/connections")],
  },
  "0004": {
    "network/connections": [400_000, like("network/connections")],
    "network/names": [300_000, like("network/names")],
    "network/tls": [100_000, like("network/names")],
    "network/http": [2_000, like("ios/chrome-history")],
  },
  "0005": {
    "radio/messages": [180_000, like("radio/messages")],
    "radio/cells": [4_896, like("radio/messages")],
  },
};

const BEGIN = 1_546_300_800; // 2019-01-01
const SPAN = 220_000_000;

interface Planted {
  readonly check: string;
  readonly artifact: string;
  readonly ordinal: number;
}

export interface CaseData {
  readonly folder: string;
  readonly checks: readonly string[];
  readonly rows: number;
}

/**
 * Makes the case in `folder`, once, in two processes: the first check has more than half of the rows. `scale` 1 is ten million rows.
 */
export async function caseData(folder: string, scale: number): Promise<CaseData> {
  const checks = Object.keys(PLAN);
  const done = join(folder, "made");
  let rows = 0;
  for (const of of Object.values(PLAN)) for (const [n] of Object.values(of)) rows += Math.max(4, Math.round(n * scale));
  if (existsSync(done)) return { folder, checks, rows };
  rmSync(folder, { recursive: true, force: true });
  const make = (...some: readonly string[]): string[] => [MAKE, folder, String(scale), ...some];
  await sideBySide([make(...checks.slice(0, 1)), make(...checks.slice(1))]);
  writeFileSync(done, "");
  return { folder, checks, rows };
}

export function makeCheck(folder: string, check: string, scale: number): void {
  mkdirSync(join(folder, "records"), { recursive: true });
  const records: Record<string, Result["records"][string]> = {};
  const planted: Planted[] = [];
  const lexicon: string[] = [];
  const r = new Random(Number(check));
  for (let i = 0; i < 6000; i++) {
    let word = "";
    for (let k = 2 + r.n(3); k > 0; k--) word += SYLLABLES[r.n(SYLLABLES.length)];
    lexicon.push(word);
  }
  // The first words are the most used, as in speech.
  const words = (n: number): string => {
    let s = lexicon[Math.floor((r.n(6000) * r.n(6000)) / 6000)]!;
    for (let k = 1; k < n; k++) s += ` ${lexicon[Math.floor((r.n(6000) * r.n(6000)) / 6000)]}`;
    return s;
  };
  for (const [id, [planned, line, mixed]] of Object.entries(PLAN[check]!)) {
    const rows = Math.max(4, Math.round(planned * scale));
    const file = `records/${id.replace("/", ".")}.jsonl`;
    const fd = openSync(join(folder, file), "w");
    const step = SPAN / rows;
    let text = "";
    for (let i = 0; i < rows; i++) {
      const seconds = Math.floor(BEGIN + (mixed ? r.n(SPAN) : i * step + r.n(Math.ceil(step))));
      const iso = new Date(seconds * 1000).toISOString().slice(0, 19);
      const at = i % 3 === 0 ? `["${iso}Z",1970]` : `["${iso}.${String(r.n(1_000_000)).padStart(6, "0")}Z","2001s"]`;
      let l = line(r, i, at, words);
      // The rarest things stand where nobody would look first: late, in the largest place.
      const late = check === "0001" && id === "ios/sms";
      if (late && [0.61, 0.83, 0.97].some((f) => Math.floor(rows * f) === i))
        l = l.replace('"text":"', `"text":"la ${RARE_WORD} `);
      if (
        check === "0001" &&
        id === "ios/safari-history" &&
        [0.5, 0.7, 0.9, 0.95].some((f) => Math.floor(rows * f) === i)
      )
        l = l.replace(/https:\/\/[^/]+/, `https://${RARE_HOST}`);
      if (i % 997 === 0) l = l.replace(/,"at":\[[^\]]*\]/, "");
      if (planted.length < 20_000 && i % Math.ceil(rows / 100) === 0) planted.push({ check, artifact: id, ordinal: i });
      text += `${l}\n`;
      if (text.length > 1 << 20) {
        writeSync(fd, text);
        text = "";
      }
    }
    writeSync(fd, text);
    closeSync(fd);
    records[id] = { file, version: 1, count: rows, sha256: "0".repeat(64) };
  }
  writeFileSync(join(folder, "result.json"), `${encodeStructure(resultOf(records, planted))}\n`);
}

function resultOf(records: Result["records"], planted: readonly Planted[]): Partial<Result> {
  const levels: readonly Level[] = ["match", "targeted", "lead", "ask", "info"];
  const findings = Array.from({ length: Math.ceil(planted.length / 100) }, (_, k): Partial<Finding> => {
    const some = planted.slice(k * 100, k * 100 + 100);
    return {
      id: k.toString(16).padStart(16, "0"),
      level: levels[k % 5]!,
      rule: "bench",
      subject: `subject ${k}`,
      count: some.length,
      records: some.map(({ artifact, ordinal }) => ({ artifact, ordinal, origin: { file: 0, at: { key: "" } } })),
    };
  });
  return {
    schema: "contraluz/result@1",
    findings: findings as readonly Finding[],
    records,
    coverage: [],
    files: [],
    evidence: [],
  };
}
