/**
 * Cases and signs for the hunt, made fast: results of a million records (30 % names, 20 % links, 15 % processes, 20 % paths, 5 % apps, 5 %
 * accounts, 5 % hashes), a part of the values of every phone's and a part of its own; every fifth case has forty records that signs meet,
 * written as they occur: upper case, deeper names and folders, cut names of processes. The same every time.
 * @module
 */
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "@contraluz/core";
import { encodeStructure } from "@contraluz/store";

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
  /** Below n, the low ones more often. */
  low(n: number): number {
    return Math.floor((this.n(n) * this.n(n)) / n);
  }
}

const hex = (i: number, width = 8): string => ((i * 2_654_435_761) >>> 0).toString(16).padStart(8, "0").slice(-width);
const digest = (r: Random): string => {
  let s = "";
  while (s.length < 64) s += r.n(0x1_0000_0000).toString(16).padStart(8, "0");
  return s;
};

type Kind = "domain" | "url" | "process" | "file-path" | "app-id" | "email" | "hash";

/** Records of a million, their place in the catalogue, and a line; `own`: a text of this case alone. */
const KINDS: Readonly<
  Record<
    Kind,
    {
      readonly share: number;
      readonly artifact: string;
      readonly value: (r: Random, own: string, i: number) => string;
      readonly line: (value: string, at: string, i: number) => string;
    }
  >
> = {
  email: {
    share: 0.05,
    artifact: "ios/interactions",
    value: (r, own) => (r.n(3) === 0 ? `ana${r.n(20_000)}@${own}.example` : `aviso${r.low(3000)}@correo.example`),
    line: (v, at, i) =>
      `{"interaction":{"app":"com.apple.mobilemail","identifier":"${v}","way":${i & 1},"mechanism":3},"at":${at},"values":[["email","received",1]],"origin":[0,"ZINTERACTIONS",${i + 1},${(i >> 4) + 11},${i & 15}]}`,
  },
  url: {
    share: 0.2,
    artifact: "ios/safari-history",
    value: (r, _own, i) => `https://www.sitio${r.low(20_000)}.example/nota/${hex(i)}?de=${r.n(100)}`,
    line: (v, at, i) =>
      `{"visit":{"url":"${v}","title":"Una nota del día, número ${i % 977}","item":${i + 1}},"at":${at},"values":[["url","visited",0]],"origin":[0,"history_visits",${i + 1},${(i >> 4) + 9},${i & 15}]}`,
  },
  process: {
    share: 0.15,
    artifact: "ios/data-usage",
    value: (r, own) => (r.n(20) === 0 ? `servicio-${own}-${r.n(4000)}` : `proceso${r.low(600)}d`),
    line: (v, at, i) =>
      `{"process":{"name":"${v}","in":${(i * 7919) % 1e7},"out":${(i * 104_729) % 1e6},"process":${i + 1}},"at":${at},"values":[["process","ran",0]],"origin":[0,"ZPROCESS",${i + 1},5,${i & 15}]}`,
  },
  "file-path": {
    share: 0.2,
    artifact: "ios/file-system",
    value: (r, _own, i) =>
      `/private/var/mobile/Containers/Data/${hex(r.low(400), 6)}/Library/Caches/parte${r.low(30)}/objeto-${hex(i)}.bin`,
    line: (v, at, i) =>
      `{"file":{"path":"${v}","size":${(i * 7919) % 1e7},"mode":33188},"at":${at},"values":[["file-path","present",0]],"origin":{"file":0,"at":{"line":${i + 1},"offset":${i * 140}}}}`,
  },
  "app-id": {
    share: 0.05,
    artifact: "android/packages",
    value: (r, own) => (r.n(10) === 0 ? `mx.${own}.app${r.n(900)}` : `mx.example.app${r.low(2000)}`),
    line: (v, at, i) =>
      `{"package":{"name":"${v}","user":0,"version":"${i % 40}.1"},"at":${at},"values":[["app-id","installed",0]],"origin":{"file":0,"at":{"line":${i + 1},"offset":${i * 97}}}}`,
  },
  hash: {
    share: 0.05,
    artifact: "android/files",
    value: (r) => digest(r),
    line: (v, at, i) =>
      `{"file":{"sha256":"${v}","size":${(i * 7919) % 1e7}},"at":${at},"values":[["hash","present",0]],"origin":{"file":0,"at":{"line":${i + 1},"offset":${i * 120}}}}`,
  },
  domain: {
    share: 0.3,
    artifact: "network/names",
    value: (r, own, i) =>
      i & 1
        ? `${["www", "api", "cdn", "m"][r.n(4)]}.sitio${r.low(20_000)}.example`
        : `${hex(i)}.${["a", "b", "c"][r.n(3)]}.${own}${r.n(3000)}.example`,
    line: (v, at, i) =>
      `{"name":{"name":"${v}","client":"10.42.0.2","type":"A","asked":${i % 9}},"at":${at},"values":[["domain","resolved",0]],"origin":{"file":0,"at":{"packet":${i + 1},"offset":${i * 120}}}}`,
  },
};

const SIGN_KINDS: readonly (readonly [Kind, number])[] = [
  ["domain", 60],
  ["url", 10],
  ["process", 2],
  ["file-path", 3],
  ["app-id", 5],
  ["email", 5],
  ["hash", 15],
];

/** Sign number `i`: 60 % names, 15 % hashes, 10 % links, 5 % apps, 5 % accounts, 3 % paths, 2 % processes. Of `n` all below it are signs too. */
export function signOf(i: number): { readonly kind: Kind; readonly value: string } {
  let at = i % 100;
  const kind = SIGN_KINDS.find(([, share]) => (at -= share) < 0)![0];
  const id = `${hex(i)}-${i}`;
  switch (kind) {
    case "domain":
      return { kind, value: `mando-${id}.example` };
    case "url":
      return { kind, value: `https://enlace-${id}.example/x/${hex(i + 1)}` };
    case "process":
      return { kind, value: `ajusted-${id}-vigia` };
    case "file-path":
      return { kind, value: `/private/var/db/.${id}` };
    case "app-id":
      return { kind, value: `com.vigia.${id.replace("-", ".a")}` };
    case "email":
      return { kind, value: `a${id}@envio.example` };
    default:
      return { kind, value: digest(new Random(i)) };
  }
}

/** A sign as a phone shows it. */
function shownAs({ kind, value }: ReturnType<typeof signOf>, i: number): string {
  if (kind === "domain") return `${["", "cdn.", "a.b.c."][i % 3]}${i % 2 ? value.toUpperCase() : value}`;
  if (kind === "file-path") return `${value}/${["", "datos/", "a/b/"][i % 3]}x.plist`;
  if (kind === "process") return i % 2 ? value : value.slice(0, 15);
  if (kind === "app-id") return i % 2 ? value : value.toUpperCase();
  return value;
}

const PATTERN: Readonly<Record<Kind, string>> = {
  domain: "domain-name:value",
  url: "url:value",
  process: "process:name",
  "file-path": "file:path",
  "app-id": "app:id",
  email: "email-addr:value",
  hash: "file:hashes.'SHA-256'",
};

/** A STIX bundle of the first `n` signs. */
export function huntSigns(folder: string, n: number): string {
  const path = join(folder, `hunt-signs-${n}.stix2`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const objects = Array.from({ length: n }, (_, i) => {
    const { kind, value } = signOf(i);
    return JSON.stringify({
      type: "indicator",
      spec_version: "2.1",
      id: `indicator--${i.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`,
      created: "2026-01-01T00:00:00.000Z",
      modified: "2026-01-01T00:00:00.000Z",
      pattern: `[${PATTERN[kind]}='${value}']`,
      pattern_type: "stix",
      valid_from: "2026-01-01T00:00:00Z",
    });
  });
  writeFileSync(
    path,
    `{"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000000","objects":[\n${objects.join(",\n")}\n]}\n`,
  );
  return path;
}

const BEGIN = 1_700_000_000;
const SPAN = 60_000_000;
/** Records of a case with hits that signs meet, and the signs they are taken from: half of the first thousand. */
const PLANTED = 40;

/** Case number `n` as a result of a check in `folder`, made once. */
export function huntCase(folder: string, n: number, rows: number): string {
  const done = join(folder, "result.json");
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "records"), { recursive: true });
  const r = new Random(n + 1);
  const own = `caso${hex(n + 77, 6)}`;
  const planted = new Map<Kind, string[]>();
  for (let k = 0; n % 5 === 0 && k < PLANTED; k++) {
    const sign = signOf(k % 2 ? r.n(1000) : r.n(100_000));
    planted.set(sign.kind, [...(planted.get(sign.kind) ?? []), shownAs(sign, k)]);
  }
  const records: Record<string, Result["records"][string]> = {};
  for (const [kind, { share, artifact, value, line }] of Object.entries(KINDS)) {
    const count = Math.round(rows * share);
    const file = `records/${artifact.replace("/", ".")}.jsonl`;
    const fd = openSync(join(folder, file), "w");
    const hits = planted.get(kind as Kind) ?? [];
    const every = Math.floor(count / (hits.length + 1));
    let text = "";
    for (let i = 0; i < count; i++) {
      const hit = i % every === every - 1 ? hits[Math.floor(i / every)] : undefined;
      const seconds = BEGIN + Math.floor((i * SPAN) / count);
      const at = `["${new Date(seconds * 1000).toISOString().slice(0, 19)}Z",1970]`;
      text += `${line(hit ?? value(r, own, i + n * 1_000_003), at, i)}\n`;
      if (text.length > 1 << 20) {
        writeSync(fd, text);
        text = "";
      }
    }
    writeSync(fd, text);
    closeSync(fd);
    records[artifact] = { file, version: 1, count, sha256: "0".repeat(64) };
  }
  writeFileSync(done, `${encodeStructure(resultOf(n, records))}\n`);
  return folder;
}

function resultOf(n: number, records: Result["records"]): Result {
  const acquisition = { kind: "ios-backup", os: { name: "ios", version: "17.5.1" } } as const;
  const asOf = "2026-11-01T00:00:00Z";
  return {
    schema: "contraluz/result@1",
    tool: { name: "contraluz", version: "0.0.0", catalogue: "0".repeat(64) },
    asOf,
    scope: { artifacts: "all", content: false, evidenceCopies: false },
    context: { asOf, custody: [], known: [] },
    evidence: [{ id: hex(n).repeat(8), name: `case-${n}`, hashed: "read", bytes: 0, acquisition }],
    acquisition,
    indicators: [],
    verdict: { evidence: "none-found", complete: true, gaps: [] },
    coverage: [],
    applicability: [],
    findings: [],
    problems: [],
    files: [{ evidence: 0, path: "made-up", size: 0, sha256: "" }],
    records,
  };
}
