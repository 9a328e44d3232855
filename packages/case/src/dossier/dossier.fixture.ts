/** A made-up case: a result with few records, a log, and bags in memory or in a folder. */
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AnyArtifact } from "@contraluz/artifacts";
import type { ArtifactRecord, Finding, Hasher, Platform, RandomAccess, Result } from "@contraluz/core";
import { encodeRecord, encodeStructure, type StoredFolder } from "@contraluz/store";
import { type Deed, type Entry, makeEntry } from "../log/entry.ts";
import { saltsOf } from "./salts.ts";
import type { BagFolder, DossierInput } from "./types.ts";

export const sha256 = (): Hasher => {
  const h = createHash("sha256");
  return { update: (b) => void h.update(b), hex: () => h.digest("hex") };
};
export const PLATFORM = { sha256 } as Pick<Platform, "sha256"> as Platform;
export const sumOf = (b: string | Uint8Array): string => createHash("sha256").update(b).digest("hex");

const words = { es: "Lugar de prueba", en: "Place of a test" };
const artifact = (id: `${string}/${string}`): AnyArtifact => ({
  id,
  version: 1,
  feed: "plist",
  where: {},
  fields: {},
  observes: [],
  words: { name: words, shows: words, hides: words },
  sources: [],
  parse: () => ({ take: () => {} }),
});
export const ARTIFACTS: ReadonlyMap<string, AnyArtifact> = new Map(
  ["ios/sms", "ios/calls"].map((id) => [id, artifact(id as "ios/sms")]),
);

export const memory = (bytes: Uint8Array): RandomAccess => ({
  size: bytes.length,
  read: async (at, n) => bytes.subarray(at, at + n),
});

/** A folder in memory. */
export class MemoryBag implements BagFolder {
  readonly parts = new Map<string, Uint8Array[]>();
  state: "open" | "committed" | "discarded" = "open";
  async append(name: string, bytes: Uint8Array): Promise<void> {
    const parts = this.parts.get(name) ?? [];
    parts.push(bytes.slice());
    this.parts.set(name, parts);
  }
  bytes(name: string): Uint8Array {
    return new Uint8Array(Buffer.concat(this.parts.get(name)!));
  }
  text(name: string): string {
    return Buffer.from(this.bytes(name)).toString("utf8");
  }
  async read(name: string): Promise<RandomAccess> {
    if (!this.parts.has(name)) throw new Error(`no ${name}`);
    return memory(this.bytes(name));
  }
  async commit(): Promise<void> {
    this.state = "committed";
  }
  async discard(): Promise<void> {
    this.state = "discarded";
    this.parts.clear();
  }
  get files(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.parts.keys()].map((n) => [n, this.bytes(n)]));
  }
}

export function writeFolder(dir: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), bytes);
  }
}

export function readFolder(dir: string): Map<string, Uint8Array> {
  const names = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((n) => statSync(join(dir, n)).isFile());
  return new Map(names.sort().map((n) => [n, new Uint8Array(readFileSync(join(dir, n)))]));
}

export function message(n: number, text: string): ArtifactRecord {
  return {
    kind: "message",
    at: { utc: BigInt(Date.UTC(2024, 0, n)) * 1_000_000n, seen: `d${n}`, precision: "s" },
    fields: { text, service: "SMS" },
    observables: [{ type: "url", contact: "received", value: text }],
    origin: { file: n % 2, at: { table: "message", row: n } },
  };
}

const RECORDS: Readonly<Record<string, readonly ArtifactRecord[]>> = {
  "ios/sms": [
    message(1, "https://uno.example/a'b\\"),
    message(2, "SECRETO-ñandú https://reservado.example"),
    message(3, 'https://tres.example/%20 \t"x"'),
  ],
  "ios/calls": [message(4, "+52 55 0000 0142"), message(5, "SECRETO-llamada")],
};

const text = (title: string) => ({ title, why: "Porque sí.", otherwise: "O no.", next: "Mira." });
const finding = (id: string, artifact: string, ordinal: number, title: string): Finding => ({
  id,
  level: "targeted",
  rule: "test/rule",
  indicator: null,
  subject: title,
  count: 1,
  records: [{ artifact, ordinal, origin: { file: 0, at: { table: "message", row: ordinal + 1 } } }],
  params: { title },
  text: { es: text(title), en: text(title) },
});

/** Result folder in memory. */
export function madeResult(records = RECORDS): {
  folder: StoredFolder;
  result: Result;
  files: Map<string, Uint8Array>;
} {
  const files = new Map<string, Uint8Array>();
  const entries: Record<string, Result["records"][string]> = {};
  for (const [id, list] of Object.entries(records)) {
    const file = `records/${id.replace("/", ".")}.jsonl`;
    const bytes = Buffer.from(list.map((r) => `${encodeRecord(r)}\n`).join(""));
    files.set(file, bytes);
    entries[id] = { file, version: 1, count: list.length, sha256: sumOf(bytes) };
  }
  const taken = { utc: BigInt(Date.UTC(2024, 1, 1)) * 1_000_000n, seen: "x", precision: "s" as const };
  const acquisition = { kind: "ios-backup", taken, device: { product: "iPhone 8", serial: "SECRETO-SERIE" } };
  const result: Result = {
    schema: "contraluz/result@1",
    tool: { name: "contraluz", version: "0.1.0", catalogue: sumOf("catalogue") },
    asOf: "2024-02-01T00:00:00Z",
    scope: { artifacts: "all", content: true, evidenceCopies: false },
    context: { asOf: "2024-02-01T00:00:00Z", custody: [["2024-01-01", "2024-01-02"]], known: ["SECRETO-conocido"] },
    evidence: [{ id: sumOf("evidence"), name: "Respaldo SECRETO", hashed: "read", bytes: 10, acquisition }],
    acquisition,
    indicators: [],
    verdict: { evidence: "targeted", complete: true, gaps: [] },
    coverage: Object.entries(records).map(([id, list]) => ({
      artifact: id,
      state: "read" as const,
      records: list.length,
      undated: 0,
      deleted: 0,
      from: list[0]!.at!,
      to: list[list.length - 1]!.at!,
      problems: 0,
    })),
    applicability: [],
    findings: [
      finding("00000000000000aa", "ios/sms", 0, "Enlace uno"),
      finding("00000000000000bb", "ios/sms", 1, "Enlace SECRETO-ñandú"),
    ],
    problems: [{ code: "sqlite-row", path: "SECRETO/ruta.db", found: "SECRETO-fila", lost: "row" }],
    files: [
      { evidence: 0, path: "sms.db", size: 5, sha256: sumOf("sms") },
      { evidence: 0, path: "calls.db", name: "Llamadas", size: 5, sha256: sumOf("calls") },
      { evidence: 0, path: "SECRETO-archivo.db", size: 5, sha256: sumOf("SECRETO") },
    ],
    records: entries,
  };
  files.set("result.json", Buffer.from(`${encodeStructure(result)}\n`));
  const folder: StoredFolder = {
    async read(name) {
      const bytes = files.get(name);
      if (!bytes) throw new Error(`no ${name}`);
      return memory(bytes);
    },
  };
  return { folder, result, files };
}

export const NAME = "Juana Pérez Ñuñez";

/** A log of the case: who, what was found, who looked at it. */
/** `result`: the hash of the result that the check is said to have had. */
export function madeLog(result = sumOf(madeResult().files.get("result.json")!)): Entry[] {
  const deeds: Deed[] = [
    { actor: "r1", action: "created", data: { title: `Caso de ${NAME}`, lang: "es" } },
    {
      actor: "r1",
      action: "check",
      output: [result],
      data: {
        check: "0001",
        resultSha256: result,
        evidence: [sumOf("evidence")],
        verdict: "targeted",
        complete: true,
        version: "0.1.0",
        indicators: [],
      },
    },
    {
      actor: "r1",
      action: "story",
      data: {
        id: "s1",
        title: "Un enlace",
        lang: "es",
        sentences: [{ text: "Llegó un enlace.", cites: [{ check: "0001", artifact: "ios/sms", ordinal: 0 }] }],
      },
    },
    {
      actor: "r1",
      action: "story",
      data: {
        id: "s2",
        title: "Otro",
        lang: "es",
        sentences: [{ text: "SECRETO-cuento.", cites: [{ check: "0001", artifact: "ios/sms", ordinal: 1 }] }],
      },
    },
    {
      actor: "r2",
      action: "review",
      data: {
        about: { check: "0001", finding: "00000000000000aa" },
        decision: "confirm",
        why: "Es la dirección publicada.",
        reviewer: { name: "Laboratorio Dos", role: "analista" },
      },
    },
  ];
  const out: Entry[] = [];
  for (const [i, d] of deeds.entries())
    out.push(
      makeEntry(PLATFORM, out[i - 1], d, { at: `2024-02-0${i + 1}T00:00:00Z`, salt: randomBytes(32).toString("hex") }),
    );
  return out;
}

export const SEED: Uint8Array = new Uint8Array(32).fill(7);

export function madeInput(more: Partial<DossierInput> = {}): DossierInput {
  const { folder, result } = madeResult();
  return {
    title: "Expediente de prueba",
    lang: "es",
    at: "2026-11-26T03:30:00Z",
    tool: "contraluz 0.1.0",
    organisation: "Laboratorio Uno",
    edition: { kind: "full" },
    checks: [{ name: "0001", folder, result }],
    custody: madeLog(),
    salts: saltsOf(SEED),
    report: { artifacts: ARTIFACTS },
    ...more,
  };
}
