/** Runs checks in tests: a result folder in memory, a platform that counts, evidence in every container. @module */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Input, Platform, RandomAccess, Result, ResultFolder, Scratch } from "@contraluz/core";
import { BUILTIN_SET, type CompiledIndicators, compileIndicators, readIndicators } from "@contraluz/detection";
import { filesOf, makeTar, makeZip } from "@contraluz/evidence/ios-backup/harness.fixture.ts";
import { folderInput, nodePlatform, readFileStream } from "@contraluz/platform-node";
import { encodeStructure, ResultWriter } from "@contraluz/store";
import { type CheckOptions, check } from "./check.ts";

const root = mkdtempSync(join(tmpdir(), "contraluz-engine-"));
after(() => rmSync(root, { recursive: true, force: true }));
let made = 0;
/** A path in a folder that goes away after the tests. */
export const fresh = (): string => join(root, String(++made));

const journalist = fileURLToPath(new URL("../../../samples/journalist/", import.meta.url));
export const SAMPLE: string = join(journalist, "backup");
/** Files of signs that belong to the sample. */
export const SIGNS: readonly string[] = [join(journalist, "indicators.stix2"), join(journalist, "vendors.yaml")];
/** The command line as a program of its own. */
export const CLI: string = fileURLToPath(new URL("../../../apps/cli/src/main.ts", import.meta.url));
/** What a thread of the command line runs: it serves the engine with the catalogue of the project. */
export const WORKER: URL = new URL("../../../apps/cli/src/main.ts", import.meta.url);

export async function compile(files: readonly string[] = SIGNS): Promise<CompiledIndicators> {
  const sets = files.map((f) => readIndicators(readFileStream(f), f.slice(f.lastIndexOf("/") + 1), () => {}));
  return compileIndicators([BUILTIN_SET, ...sets]);
}

export interface MemoryFolder extends ResultFolder {
  readonly files: Map<string, Buffer>;
  committed: boolean;
  discarded: boolean;
}

export function memoryFolder(): MemoryFolder {
  const parts = new Map<string, Uint8Array[]>();
  const files = new Map<string, Buffer>();
  const whole = (name: string): Buffer => Buffer.concat(parts.get(name) ?? []);
  return {
    get files() {
      files.clear();
      for (const name of parts.keys()) files.set(name, whole(name));
      return files;
    },
    committed: false,
    discarded: false,
    async append(name, bytes) {
      if (this.discarded) throw new Error(`${name} is written after the result was given up`);
      const list = parts.get(name);
      if (list) list.push(bytes.slice());
      else parts.set(name, [bytes.slice()]);
    },
    async read(name): Promise<RandomAccess> {
      if (!parts.has(name)) throw new Error(`no ${name}`);
      const b = whole(name);
      return { size: b.length, read: async (o, n) => new Uint8Array(b.subarray(o, o + n)) };
    },
    async remove(name) {
      parts.delete(name);
    },
    async commit() {
      this.committed = true;
    },
    async discard() {
      this.discarded = true;
      parts.clear();
    },
  };
}

export interface Counts {
  /** By path: how often it was opened, and which ranges were read. */
  readonly opened: Map<string, number>;
  readonly reads: Map<string, [number, number][]>;
  scratches: number;
  scratchBytes: number;
  /** Files and scratch that are open now. */
  live: number;
}

/** A platform of one thread that counts what is asked of the machine. */
export function countingPlatform(base: Platform = nodePlatform()): Platform & { readonly counts: Counts } {
  const counts: Counts = { opened: new Map(), reads: new Map(), scratches: 0, scratchBytes: 0, live: 0 };
  const once = (f: (() => Promise<void>) | undefined): (() => Promise<void>) => {
    let open = true;
    counts.live++;
    return async () => {
      if (open) counts.live--;
      open = false;
      await f?.();
    };
  };
  const { spawn: _none, ...rest } = base;
  return {
    ...rest,
    counts,
    async open(handle) {
      const path = String(handle);
      const source = await base.open(handle);
      counts.opened.set(path, (counts.opened.get(path) ?? 0) + 1);
      const reads = counts.reads.get(path) ?? [];
      counts.reads.set(path, reads);
      return {
        size: source.size,
        async read(offset, length) {
          const bytes = await source.read(offset, length);
          reads.push([offset, bytes.length]);
          return bytes;
        },
        close: once(() => source.close?.() ?? Promise.resolve()),
      };
    },
    async scratch(): Promise<Scratch> {
      counts.scratches++;
      const inner = await base.scratch();
      return {
        write(bytes) {
          counts.scratchBytes += bytes.length;
          return inner.write(bytes);
        },
        open: () => inner.open(),
        close: once(() => inner.close()),
      };
    },
  };
}

/** Bytes read of a file, in all or within a range. */
export function bytesRead(counts: Counts, path: string, from = 0, to = Number.POSITIVE_INFINITY): number {
  let n = 0;
  for (const [at, length] of counts.reads.get(path) ?? [])
    n += Math.max(0, Math.min(at + length, to) - Math.max(at, from));
  return n;
}

export interface Ran {
  readonly result: Result;
  /** What the command line writes to `result.json`. */
  readonly json: string;
  readonly folder: MemoryFolder;
}

let signs: Promise<CompiledIndicators> | undefined;

export type RunOptions = Partial<CheckOptions> & { readonly folder?: MemoryFolder };

/** A check whose result stays in memory. Left out: one thread, the signs of the sample, everything allowed. */
export async function run(inputs: readonly (Input | string)[], o: RunOptions = {}): Promise<Ran> {
  const { folder = memoryFolder(), ...options } = o;
  const platform = options.platform ?? nodePlatform();
  signs ??= compile();
  const all: CheckOptions = {
    compiled: options.compiled ?? (await signs),
    writer: new ResultWriter(folder, platform),
    version: "0.0.0",
    context: { asOf: "", custody: [], known: [] },
    scope: { artifacts: "all", content: false, evidenceCopies: false },
    ...options,
    platform,
  };
  const opened: Input[] = [];
  for (const i of inputs) opened.push(typeof i === "string" ? await folderInput(i) : i);
  const result = await check(opened, all);
  return { result, json: encodeStructure(result), folder };
}

/** Names and bytes of the records of a run. */
export function records(ran: Ran): { readonly [name: string]: string } {
  const names = [...ran.folder.files.keys()].filter((n) => n.startsWith("records/")).sort();
  return Object.fromEntries(names.map((n) => [n, ran.folder.files.get(n)!.toString()]));
}

/** What `encodeStructure` wrote, as plain values: for looking into. */
export function plain(value: unknown): unknown {
  return JSON.parse(encodeStructure(value));
}

export type Container = "zip, stored" | "zip, deflated" | "tar" | "tar.gz";

/**
 * Packs a folder below one named `above` (none if empty), with what describes a backup at the end: the order that costs
 * most.
 */
export function pack(dir: string, kind: Container, above = ""): string {
  const files = filesOf(dir, /^(Manifest|Info|Status)/).map(([path, bytes]): [string, Buffer] => [
    above === "" ? path : `${above}/${path}`,
    bytes,
  ]);
  const out = `${fresh()}.${kind.startsWith("zip") ? "zip" : kind}`;
  if (kind.startsWith("zip")) writeFileSync(out, makeZip(files, kind === "zip, deflated"));
  else writeFileSync(out, kind === "tar" ? makeTar(files) : gzipSync(makeTar(files)));
  return out;
}
