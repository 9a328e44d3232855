/** Two results made by hand: an artifact of our own, records as the store writes them. */
import { createHash } from "node:crypto";
import type { AnyArtifact } from "@contraluz/artifacts";
import type { ArtifactRecord, Coverage, Finding, Hasher, Result } from "@contraluz/core";
import { encodeRecord } from "@contraluz/store";
import type { StoredResult } from "./compare.ts";

export const sha256 = (): Hasher => {
  const h = createHash("sha256");
  return { update: (b) => void h.update(b), hex: () => h.digest("hex") };
};

const words = { es: "Lugar de prueba", en: "Place of a test" };

/** Messages are named by their guid; notes have no name. `text` is content. */
export const ARTIFACT: AnyArtifact = {
  id: "test/chat",
  version: 1,
  feed: "plist",
  where: { "ios-backup": { paths: ["x"], want: {} } },
  fields: {
    message: { guid: { words }, service: { words }, read: { words }, text: { words, content: true } },
    note: { name: { words } },
  },
  key: { message: ["guid"] },
  observes: [],
  words: { name: words, shows: words, hides: words },
  sources: [],
  parse: () => ({ take: () => {} }),
};

/** Noon of a day of 2024, counted from 1 January. */
export const day = (n: number): bigint => BigInt(Date.UTC(2024, 0, 1, 12) + n * 86_400_000) * 1_000_000n;

export function message(
  n: number,
  o: { guid?: string; at?: number; state?: "deleted"; [field: string]: unknown } = {},
): ArtifactRecord {
  const { guid = `G${n}`, at = n, state, ...fields } = o;
  return {
    kind: "message",
    at: { utc: day(at), seen: String(at), precision: "s" },
    fields: { guid, service: "SMS", ...(fields as ArtifactRecord["fields"]) },
    observables: [],
    origin: { file: 0, at: { table: "message", row: n, page: n + 1, cell: n % 7 } },
    ...(state ? { state } : {}),
  };
}

export const note = (name: string): ArtifactRecord => ({
  kind: "note",
  fields: { name },
  observables: [],
  origin: { file: 0, at: { key: name } },
});

export function finding(id: string, o: Partial<Finding> = {}): Finding {
  const text = { title: `Finding ${id}`, why: "", otherwise: "", next: "" };
  return {
    id,
    level: "lead",
    rule: "test/rule",
    indicator: null,
    subject: `subject of ${id}`,
    count: 1,
    records: [{ artifact: ARTIFACT.id, ordinal: 0, origin: { file: 0, at: { key: "x" } } }],
    params: {},
    text: { es: text, en: text },
    ...o,
  };
}

export interface MadeOptions {
  readonly id?: string;
  readonly taken?: number;
  readonly name?: string;
  readonly device?: string;
  readonly state?: Coverage["state"];
  readonly version?: number;
  readonly content?: boolean;
  readonly findings?: readonly Finding[];
  readonly signs?: readonly string[];
  readonly known?: readonly string[];
  readonly catalogue?: string;
  readonly os?: string;
  /** Lines in the place of the records. */
  readonly lines?: string;
}

export function made(records: readonly ArtifactRecord[], o: MadeOptions = {}): StoredResult {
  const text = o.lines ?? records.map((r) => `${encodeRecord(r)}\n`).join("");
  const bytes = new TextEncoder().encode(text);
  const acquisition: Result["acquisition"] = {
    kind: "ios-backup",
    taken: { utc: day(o.taken ?? 100), seen: "", precision: "s" },
    device: { name: o.device ?? "iPhone", model: "iPhone12,1" },
    os: { name: "ios", version: o.os ?? "17.6.1" },
  };
  const result: Result = {
    schema: "contraluz/result@1",
    tool: { name: "contraluz", version: "1.0.0", catalogue: o.catalogue ?? "c" },
    asOf: "2024-05-01T00:00:00Z",
    scope: { artifacts: "all", content: o.content ?? false, evidenceCopies: false },
    context: { asOf: "2024-05-01T00:00:00Z", custody: [], known: o.known ?? [] },
    evidence: [{ id: o.id ?? `id-${o.taken ?? 100}`, name: o.name ?? "backup", hashed: "read", bytes: 1, acquisition }],
    acquisition,
    indicators: (o.signs ?? ["s"]).map((s) => ({ name: s, source: "", licence: "", date: "", sha256: s, count: 1 })),
    verdict: { evidence: "none-found", complete: true, gaps: [] },
    coverage: [
      { artifact: ARTIFACT.id, state: o.state ?? "read", records: records.length, undated: 0, deleted: 0, problems: 0 },
    ],
    applicability: [],
    findings: o.findings ?? [],
    problems: [],
    files: [{ evidence: 0, path: "3d/3d0d", size: 1, sha256: "" }],
    records: {
      [ARTIFACT.id]: { file: "records/test.chat.jsonl", version: o.version ?? 1, count: records.length, sha256: "" },
    },
  };
  const folder = {
    read: async (name: string) => {
      if (name !== "records/test.chat.jsonl") throw new Error(`no ${name}`);
      return { size: bytes.length, read: async (at: number, n: number) => bytes.slice(at, at + n) };
    },
  };
  return { folder, result };
}
