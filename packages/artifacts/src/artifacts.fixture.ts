/** Drives one artifact over a made-up file, and holds it to what it says of itself. @module */
import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import type { Acquisition, ArtifactRecord, EvidenceFile, Problem, RandomAccess, Report } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { bplist, type Plain } from "../../../samples/lib/plist.ts";
import { type DatabaseOptions, makeDatabase } from "../../../samples/lib/sqlite.ts";
import type { AnyArtifact, Artifact } from "./artifact.ts";
import { runApk } from "./feeds/apk.ts";
import { runDumpstate } from "./feeds/dumpstate.ts";
import { runJson } from "./feeds/json.ts";
import { runLines } from "./feeds/lines.ts";
import { runNdjson, SeenObjects } from "./feeds/ndjson.ts";
import { runPlist } from "./feeds/plist.ts";
import { runSqlite } from "./feeds/sqlite.ts";

export interface Memory extends RandomAccess {
  readonly read: RandomAccess["read"];
  bytesRead: number;
}

export function memory(bytes: Uint8Array): Memory {
  return {
    size: bytes.length,
    bytesRead: 0,
    async read(offset, length) {
      const part = bytes.slice(offset, offset + length);
      this.bytesRead += part.length;
      return part;
    },
  };
}

export interface Parsed {
  readonly records: ArtifactRecord[];
  readonly problems: Problem[];
  /** False if nothing of the file could be read. */
  readonly ok: boolean;
}

export interface Options extends DatabaseOptions {
  readonly path?: string;
  readonly content?: boolean;
  /** What the evidence is; a backup if left out. */
  readonly acquisition?: Acquisition;
}

const ACQUISITION: Acquisition = { kind: "ios-backup", os: { name: "ios", version: "16.5" } };
/** Index of the file in the origins that come out. */
export const FILE = 7;

function runOf(problem: Report, o: Options) {
  const acquisition = o.acquisition ?? ACQUISITION;
  return { acquisition, file: FILE, path: o.path ?? "x", content: o.content === true, problem };
}

/** Every record is of a declared kind, with declared fields and observables, content only where allowed. */
export function checkRecords(artifact: AnyArtifact, records: readonly ArtifactRecord[], content: boolean): void {
  const observes = new Set(artifact.observes.map(([type, contact]) => `${type} ${contact}`));
  for (const r of records) {
    const fields = artifact.fields[r.kind];
    assert.ok(fields, `kind ${r.kind}`);
    for (const [name, value] of Object.entries(r.fields)) {
      assert.ok(fields[name], `field ${r.kind}.${name}`);
      if (value !== undefined && fields[name].content) assert.ok(content, `content in ${name}`);
      if (typeof value === "string") assert.ok(value.length <= 4096, `length of ${name}`);
      if (typeof value === "number") assert.ok(Number.isFinite(value), name);
    }
    for (const o of r.observables) {
      assert.ok(o.value.length > 0 && o.value.length <= 8192, `length of ${o.type}`);
      assert.ok(observes.has(`${o.type} ${o.contact}`), `observes ${o.type} ${o.contact}`);
    }
    assert.equal(r.origin.file, FILE);
  }
}

/** Reads the database that `fill` makes, or the bytes given. */
export async function parseSqlite(
  artifact: Artifact<"sqlite">,
  fill: ((db: DatabaseSync) => void) | Uint8Array,
  o: Options = {},
): Promise<Parsed> {
  const made = fill instanceof Uint8Array ? { db: fill, wal: new Uint8Array(0) } : makeDatabase(fill, o);
  const problems: Problem[] = [];
  const records: ArtifactRecord[] = [];
  const emit = (r: ArtifactRecord): void => void records.push(r);
  const parser = artifact.parse(runOf((p) => problems.push(p), o));
  const sub = {
    want: Object.values(artifact.where)[0]!.want,
    take: (i: Parameters<typeof parser.take>[0]) => parser.take(i, emit),
  };
  const wal = made.wal.length > 0 ? memory(made.wal) : undefined;
  const ok = await runSqlite(memory(made.db), wal, [sub], { file: FILE, report: (p) => problems.push(p) });
  parser.end?.(emit);
  checkRecords(artifact, records, o.content === true);
  return { records, problems, ok };
}

/** Reads a property list: a value to be written as binary, or the bytes given. */
export async function parsePlistFile(artifact: Artifact<"plist">, value: Plain, o: Options = {}): Promise<Parsed> {
  const problems: Problem[] = [];
  const records: ArtifactRecord[] = [];
  const parser = artifact.parse(runOf((p) => problems.push(p), o));
  const bytes = value instanceof Uint8Array ? value : bplist(value);
  const sub = { take: (i: Parameters<typeof parser.take>[0]) => parser.take(i, (r) => void records.push(r)) };
  const ok = await runPlist(memory(bytes), [sub], { file: FILE, report: (p) => problems.push(p) });
  checkRecords(artifact, records, o.content === true);
  return { records, problems, ok };
}

/** Reads a text file. */
export async function parseLines(
  artifact: Artifact<"lines">,
  value: string | Uint8Array,
  o: Options = {},
): Promise<Parsed> {
  const problems: Problem[] = [];
  const records: ArtifactRecord[] = [];
  const report: Report = (p) => void problems.push(p);
  const emit = (r: ArtifactRecord): void => void records.push(r);
  const parser = artifact.parse(runOf(report, o));
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  const ok = await runLines(memory(bytes), [{ take: (i) => parser.take(i, emit) }], { file: FILE, report });
  parser.end?.(emit);
  checkRecords(artifact, records, o.content === true);
  return { records, problems, ok };
}

/** A phone in Mexico City, six hours behind UTC, whose report was made on 14 March 2026 at 10:20:30. */
export const PHONE: Acquisition = {
  kind: "android-bugreport",
  os: { name: "android", version: "16" },
  taken: { utc: 1_773_505_230_000_000_000n, seen: "2026-03-14 10:20:30", precision: "s" },
  zone: "America/Mexico_City",
  offsets: [{ from: "1970-01-01T00:00:00Z", minutes: -360 }],
};

/**
 * Reads sections of a bug report, by name: a name in capitals is that of a command. The body of the first one begins at line 3.
 * @example parseSections(accessibility, { accessibility: "ACCESSIBILITY MANAGER (dumpsys accessibility)" })
 */
export async function parseSections(
  artifact: Artifact<"dumpstate">,
  sections: { readonly [name: string]: string },
  o: Options = {},
): Promise<Parsed> {
  const service = (name: string, body: string): string =>
    `${"-".repeat(79)}\nDUMP OF SERVICE ${name}:\n${body}\n--------- 0.002s was the duration of dumpsys ${name}, ending at: 2026-03-14 10:20:31\n`;
  const command = (name: string, body: string): string =>
    `\n------ ${name} (x) ------\n${body}\n------ 0.01s was the duration of '${name}' ------\n`;
  const text = Object.entries(sections).map(([name, body]) => (/[a-z]/.test(name) ? service : command)(name, body));
  return parseDumpstate(artifact, text.join(""), o);
}

/** Reads the text of a bug report. */
export async function parseDumpstate(
  artifact: Artifact<"dumpstate">,
  value: string | Uint8Array,
  o: Options = {},
): Promise<Parsed> {
  const problems: Problem[] = [];
  const records: ArtifactRecord[] = [];
  const problem: Report = (p) => void problems.push(p);
  const emit = (r: ArtifactRecord): void => void records.push(r);
  const path = o.path ?? "bugreport/dumpstate.txt";
  const parser = artifact.parse(runOf(problem, { acquisition: PHONE, ...o, path }));
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  const { want } = (o.acquisition && artifact.where[o.acquisition.kind]) ?? artifact.where.androidqf!;
  const sub = { want, take: (i: Parameters<typeof parser.take>[0]) => parser.take(i, emit), problem };
  const { ok } = await runDumpstate(memory(bytes), [sub], { file: FILE, path, report: problem });
  parser.end?.(emit);
  checkRecords(artifact, records, o.content === true);
  return { records, problems, ok };
}

/** Reads a JSON file: a value to be written, or its text. */
export async function parseJsonFile(artifact: Artifact<"json">, value: unknown, o: Options = {}): Promise<Parsed> {
  const problems: Problem[] = [];
  const records: ArtifactRecord[] = [];
  const report: Report = (p) => void problems.push(p);
  const emit = (r: ArtifactRecord): void => void records.push(r);
  const parser = artifact.parse(runOf(report, o));
  const bytes = new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
  const lines = Object.values(artifact.where)[0]!.want.lines === true;
  const ok = await runJson(memory(bytes), [{ take: (i) => parser.take(i, emit) }], { file: FILE, report, lines });
  parser.end?.(emit);
  checkRecords(artifact, records, o.content === true);
  return { records, problems, ok };
}

/** Reads files of one JSON object a line, one after the other. */
export async function parseNdjson(
  artifact: Artifact<"ndjson">,
  files: readonly string[],
  o: Options = {},
): Promise<Parsed> {
  const problems: Problem[] = [];
  const records: ArtifactRecord[] = [];
  const report: Report = (p) => void problems.push(p);
  const emit = (r: ArtifactRecord): void => void records.push(r);
  const seen = new SeenObjects();
  let ok = true;
  for (const text of files) {
    const parser = artifact.parse(runOf(report, o));
    const sub = { take: (i: Parameters<typeof parser.take>[0]) => parser.take(i, emit) };
    const run = { file: FILE, report, platform: nodePlatform(), seen };
    ok = (await runNdjson(memory(new TextEncoder().encode(text)), [sub], run)) && ok;
    parser.end?.(emit);
  }
  checkRecords(artifact, records, o.content === true);
  return { records, problems, ok };
}

/** Reads an APK. */
export async function parseApk(artifact: Artifact<"apk">, bytes: Uint8Array, o: Options = {}): Promise<Parsed> {
  const problems: Problem[] = [];
  const records: ArtifactRecord[] = [];
  const report: Report = (p) => void problems.push(p);
  const emit = (r: ArtifactRecord): void => void records.push(r);
  const parser = artifact.parse(runOf(report, o));
  const sub = { take: (i: Parameters<typeof parser.take>[0]) => parser.take(i, emit) };
  const others = Object.values(artifact.where)[0]!.want.others === true;
  const ok = await runApk(memory(bytes), [sub], { file: FILE, report, platform: nodePlatform(), others });
  parser.end?.(emit);
  checkRecords(artifact, records, o.content === true);
  return { records, problems, ok };
}

/** Hands entries of a tree to an artifact, in batches of two. */
export function parseListing(artifact: Artifact<"listing">, files: readonly EvidenceFile[], o: Options = {}): Parsed {
  const problems: Problem[] = [];
  const records: ArtifactRecord[] = [];
  const parser = artifact.parse(runOf((x) => problems.push(x), o));
  const origin = (f: EvidenceFile) => ({ file: FILE, at: { table: "Files", row: f.listing?.row ?? 0 } });
  for (let i = 0; i < files.length; i += 2)
    parser.take({ files: files.slice(i, i + 2), origin }, (r) => void records.push(r));
  parser.end?.((r) => void records.push(r));
  checkRecords(artifact, records, o.content === true);
  return { records, problems, ok: true };
}

/** Fields without those that are not there. */
export function fieldsOf(r: ArtifactRecord): Record<string, unknown> {
  return Object.fromEntries(Object.entries(r.fields).filter(([, v]) => v !== undefined));
}

/** `type contact value`, one each. */
export const seen = (r: ArtifactRecord): string[] => r.observables.map((o) => `${o.type} ${o.contact} ${o.value}`);
