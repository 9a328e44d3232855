/** Phones that nobody has: stored results of random records, random signs of every kind, and a lab that takes them in. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ArtifactRecord,
  type Contact,
  type Context,
  type Grade,
  type Indicator,
  type Observable,
  type ObservableType,
  parseIso,
  type Result,
} from "@contraluz/core";
import { type CompiledIndicators, compileIndicators, type RawIndicator, VECTORS } from "@contraluz/detection";
import { type MemoryFolder, memoryFolder } from "@contraluz/engine/check.fixture.ts";
import {
  createLab,
  LAB_CASE_SCHEMA,
  type LabCase,
  labName,
  type OpenLab,
  openLabToWrite,
  takeCheck,
  writeCase,
} from "@contraluz/hunt";
import { nodePlatform, vaultFolder } from "@contraluz/platform-node";
import { encodeRecord, encodeStructure, recordsName } from "@contraluz/store";
import { createRandom, type Random } from "../../../../samples/lib/random.ts";
import { nodeMachine } from "../case/open.ts";
import { type DuckDb, openDuckDb } from "./duckdb.ts";

export { createRandom, type Random };

/** Values that phones show: every form that the keys know, and more of those that systems cut or networks hold. */
const SEEN: readonly (readonly [ObservableType, string])[] = [
  ...VECTORS.map((v) => [v.type, v.value] as const),
  ["ip", "198.51.100.7"],
  ["ip", "198.51.101.200"],
  ["ip", "::ffff:198.51.100.7"],
  ["ip", "2001:db8:1:2::9"],
  ["url", "http://198.51.100.9/x"],
  ["domain", "198.51.100.10"],
  ["process", "/private/var/db/vigilante-largo-de-nombre"],
  ["process", "vigilante-larg"],
  ["process", "vigilante-largo"],
  ["process", "vigilante-largo-"],
  ["process", "vigilante-largo-de-nombre"],
  ["domain", "a.b.tienda.example"],
  ["url", "https://tienda.example/producto"],
  ["domain", "JOVEN.example"],
  ["file-path", "/private/var/db/com.apple.xpc.roleaccountd.staging/vigilante"],
  ["file-path", "/var/db/./x/../com.apple.xpc.roleaccountd.staging/subridged"],
  ["file-name", "plantilla.dylib"],
  ["app-id", "com.vigia.app:remoto"],
  ["email", "Ana+1@Correo.EXAMPLE"],
  ["phone", "+52 1 55 1234 5678"],
  ["phone", "5215512345678@s.whatsapp.net"],
];

/** What signs say: of the same things, whole, wider and longer. */
const PUBLISHED: readonly (readonly [ObservableType, string])[] = [
  ...VECTORS.flatMap((v) => [[v.type, v.value] as const, ...v.keys.flatMap((k) => ofKey(k))]),
  ["ip", "198.51.100.0/24"],
  ["ip", "198.51.0.0/16"],
  ["ip", "2001:db8:1::/48"],
  ["ip", "198.51.100.7"],
  ["process", "vigilante-largo-de-nombre"],
  ["process", "vigilante-largo-y-otro"],
  ["domain", "tienda.example"],
  ["domain", "joven.example"],
  ["url", "https://tienda.example/producto"],
  ["file-path", "/private/var/db/com.apple.xpc.roleaccountd.staging"],
  ["file-name", "plantilla.dylib"],
  ["app-id", "com.vigia.app"],
  ["email", "ana+1@correo.example"],
  ["phone", "+525512345678"],
];

function ofKey(key: string): (readonly [ObservableType, string])[] {
  const value = key.slice(key.indexOf(":") + 1);
  const type = { d: "domain", u: "url", p: "process", f: "file-path", k: "app-id" }[key.split(":")[0]!];
  return type ? [[type as ObservableType, value]] : [];
}

const CONTACTS: readonly Contact[] = [
  "ran",
  "installed",
  "present",
  "resolved",
  "opened",
  "visited",
  "shown",
  "received",
  "looked-up",
  "listed",
  "shared",
];
const ARTIFACTS: readonly string[] = [
  "ios/manifest",
  "ios/sms",
  "ios/safari-history",
  "ios/processes",
  "android/processes",
  "android/packages",
  "network/connections",
  "network/names",
];
const BEGIN = parseIso("2024-01-01T00:00:00Z")!;
const NS = 1_000_000_000n;

function observable(r: Random): Observable {
  const [type, value] = r.pick(SEEN);
  const more = type === "domain" && r.below(3) === 0 ? `x${r.below(9)}.${value}` : value;
  return { type, value: r.below(9) === 0 ? more.toUpperCase() : more, contact: r.pick(CONTACTS) };
}

function record(r: Random, file: number, n: number, artifact: string): ArtifactRecord {
  const observables = Array.from({ length: r.below(4) }, () => observable(r));
  const state = r.below(6) === 0 ? r.pick(["deleted", "superseded"] as const) : undefined;
  const utc = BEGIN + BigInt(r.below(60_000)) * 600n * NS;
  const torn = state === "deleted" && r.below(3) === 0 ? { torn: true as const } : {};
  return {
    kind: "row",
    ...(r.below(5) > 0 ? { at: { utc, seen: String(utc / NS), precision: "s" as const } } : {}),
    fields: {
      n,
      ...(artifact.startsWith("network/") ? { client: `10.0.0.${r.below(7)}` } : {}),
      ...(observables[0] && r.below(2) === 0 ? { seen: observables[0].value } : {}),
    },
    observables,
    origin: {
      file,
      ...(state ? { state } : {}),
      at: { table: "t", row: n, page: 1 + (n >> 5), cell: n & 31, ...torn },
    },
    ...(state ? { state } : {}),
  };
}

export interface Phone {
  readonly folder: MemoryFolder;
  readonly context: Context;
}

/** A stored result of about `records` random records; `more` are put in the middle of one artifact. */
export async function phone(seed: number, records: number, more: readonly ArtifactRecord[] = []): Promise<Phone> {
  const r = createRandom(seed);
  const folder = memoryFolder();
  const two = r.below(2);
  const entries: Record<string, Result["records"][string]> = {};
  for (const artifact of ARTIFACTS) {
    const list = Array.from({ length: r.below((2 * records) / ARTIFACTS.length + 1) }, (_, n) =>
      record(r, two === 0 ? 0 : r.below(3), n, artifact),
    );
    if (artifact === "ios/safari-history") list.splice(list.length >> 1, 0, ...more);
    if (list.length === 0) continue;
    const file = recordsName(artifact);
    await folder.append(file, Buffer.from(list.map((x) => `${encodeRecord(x)}\n`).join("")));
    entries[artifact] = { file, version: 1, count: list.length, sha256: "0".repeat(64) };
  }
  const acquisition = {
    kind: "ios-backup",
    os: { name: "ios", version: "17.5.1" },
    ...(r.below(2) === 0 ? { zone: "-06:00" } : {}),
  } as const;
  const context: Context = {
    asOf: "2025-02-01T00:00:00Z",
    custody: r.below(2) === 0 ? [["2024-03-01", "2024-06-01"]] : [],
    known: [],
  };
  const result: Result = {
    schema: "contraluz/result@1",
    tool: { name: "contraluz", version: "0.0.0", catalogue: "0".repeat(64) },
    asOf: context.asOf,
    scope: { artifacts: "all", content: false, evidenceCopies: false },
    context,
    evidence: [0, 1].map((n) => ({ id: `${n}`.repeat(64), name: `e${n}`, hashed: "read", bytes: 0, acquisition })),
    acquisition,
    indicators: [],
    verdict: { evidence: "none-found", complete: true, gaps: [] },
    coverage: ARTIFACTS.map((artifact) => ({
      ...{ artifact, state: "read" as const, records: 0, undated: 0, deleted: 0, problems: 0 },
    })),
    applicability: [],
    findings: [],
    problems: [],
    files: [0, 1, 0].map((evidence, n) => ({ evidence, path: `f${n}`, size: 0, sha256: "" })),
    records: entries,
  };
  await folder.append("result.json", Buffer.from(encodeStructure(result)));
  return { folder, context };
}

const GRADES: readonly Grade[] = ["spyware", "stalkerware", "watchware", "tracker"];
const ROLES: readonly Indicator["role"][] = ["implant", "server", "account", "vendor", "young"];

/** Random signs of three sets, some of several parts, some at their end, some that two sets have. */
export function signs(seed: number, count: number): Promise<CompiledIndicators> {
  const r = createRandom(seed);
  const list = Array.from({ length: count }, (): RawIndicator & { readonly in: number } => {
    const [type, value] = r.pick(PUBLISHED);
    const [alsoType, also] = r.pick(SEEN);
    return {
      type,
      value,
      in: r.below(3),
      ...(r.below(3) > 0 ? { campaign: `campaign ${r.below(5)}` } : {}),
      ...(r.below(2) === 0 ? { grade: r.pick(GRADES) } : {}),
      ...(r.below(3) === 0 ? { role: r.pick(ROLES) } : {}),
      ...(r.below(9) === 0 ? { common: true as const } : {}),
      ...(r.below(4) === 0 ? { validUntil: 1_704_067_200 + r.below(400) * 86_400 } : {}),
      ...(r.below(5) === 0 ? { also: [{ type: alsoType, value: also }] } : {}),
    };
  });
  return compileIndicators(
    [0, 1, 2].map((set) => ({
      meta: { name: `set ${set}`, source: "", licence: "", date: "" },
      async read(sink) {
        for (const { in: of, ...sign } of list) if (of === set) sink.add(sign);
        return undefined;
      },
    })),
  );
}

export interface PhoneLab {
  readonly path: string;
  readonly lab: OpenLab;
  readonly engine: DuckDb;
  /** Takes a result in as a check of case number `n`. */
  take(n: number, folder: MemoryFolder, check?: string): Promise<LabCase>;
  end(): Promise<void>;
}

export async function phoneLab(secret?: Uint8Array): Promise<PhoneLab> {
  const path = mkdtempSync(join(tmpdir(), "contraluz-lab-"));
  const platform = nodePlatform({ workers: 0 });
  const machine = nodeMachine(platform);
  await createLab(vaultFolder(path), machine, secret);
  const lab = await openLabToWrite(vaultFolder(path), machine, secret);
  const engine = await openDuckDb(path, "en");
  const cases = new Map<string, LabCase>();
  return {
    path,
    lab,
    engine,
    async take(n, folder, check = "0001") {
      const id = labName(platform, lab.head.id, `case ${n}`);
      const taken = await takeCheck({
        ...{ lab, files: engine, caseId: id, check, folder },
        resultSha256: "0".repeat(64),
      });
      const known = cases.get(id) ?? { schema: LAB_CASE_SCHEMA, id, added: "2026-01-01", checks: [] };
      const made: LabCase = { ...known, checks: [...known.checks, taken] };
      cases.set(id, made);
      await writeCase(lab, made);
      return made;
    },
    async end() {
      await engine.close();
      await lab.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
}
