/** Makes a pack: the check is run within the scope, and what it touched is what goes in. @module */

import { ARTIFACTS } from "@contraluz/artifacts";
import {
  type Cancel,
  type Context,
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  encodeJson,
  type Input,
  type Json,
  type Problem,
  type RandomAccess,
  type Report,
  type Result,
  type ResultFolder,
  type Scope,
  type Sha256,
} from "@contraluz/core";
import type { CompiledIndicators } from "@contraluz/detection";
import { check, type Progress } from "@contraluz/engine";
import { besideOf, chunksOf, openInput, openRef, stopIfCancelled } from "@contraluz/evidence";
import { type TarFile, tarSize, writeTar } from "@contraluz/formats/tar/write.ts";
import { safeName } from "@contraluz/formats/zip/name.ts";
import { encodeStructure, ResultWriter } from "@contraluz/store";
import type { Consent } from "../consent/types.ts";
import { hashText } from "../log/entry.ts";
import type { CaseMachine } from "../machine.ts";
import { recordReads } from "./record.ts";
import { PACK_SCHEMA, type PackedFile, type PackHead } from "./types.ts";

export interface PackOptions {
  readonly machine: CaseMachine;
  readonly scope: Scope;
  readonly context: Context;
  readonly compiled: CompiledIndicators;
  readonly version: string;
  readonly consent?: Consent;
  readonly secret?: (why: Problem) => Promise<Uint8Array | undefined>;
  readonly cancel?: Cancel;
  readonly progress?: (p: Progress) => void;
}

export interface MadePack {
  /** First 16 digits of the hash of `pack.json`: the same evidence, scope and program give the same pack. */
  readonly id: string;
  readonly head: PackHead;
  readonly result: Result;
  /** Bytes of the tar, and the tar: it can be read more than once. */
  readonly size: number;
  bytes(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** A result folder that keeps nothing but what the timeline's merge reads again. */
function passing(): ResultFolder {
  const runs = new Map<string, Uint8Array>();
  return {
    async append(name, bytes) {
      if (name.startsWith("index/run-")) runs.set(name, bytes.slice());
    },
    async read(name): Promise<RandomAccess> {
      const bytes = runs.get(name)!;
      return { size: bytes.length, read: async (at, n) => bytes.slice(at, at + n) };
    },
    async remove(name) {
      runs.delete(name);
    },
    commit: async () => {},
    discard: async () => {},
  };
}

const encoder = new TextEncoder();
/** As much of a file as says what it is. */
const HEAD = 65_536;

/** A file of the tar that is a text of ours. */
function texts(name: string, text: string): TarFile {
  const bytes = encoder.encode(text);
  return {
    name,
    size: bytes.length,
    async *bytes() {
      yield bytes;
    },
  };
}

async function* bytesOf(f: EvidenceFile, o: PackOptions, report: Report): AsyncGenerator<Uint8Array> {
  if (f.stream) return yield* f.stream();
  const source = await openRef(f.ref!, { platform: o.machine.platform, report });
  try {
    yield* chunksOf(source);
  } finally {
    await source.close?.();
  }
}

/** Whether a tar can carry it under its name: no reader of ours takes another out of one. */
function fits(path: string): boolean {
  const name = `evidence/${path}`;
  return safeName(name) === name && new TextDecoder().decode(encoder.encode(path)) === path;
}

interface Sorted {
  readonly listed: readonly PackedFile[];
  readonly leftOut: readonly { readonly sha256: Sha256; readonly size: number; readonly path?: string }[];
}

/** Hashes every file: what goes in, and what stays. */
async function sortFiles(
  tree: EvidenceTree,
  secret: ReadonlySet<string>,
  touched: ReadonlySet<string>,
  names: boolean,
  o: PackOptions,
  report: Report,
): Promise<Sorted> {
  const listed: PackedFile[] = [];
  const leftOut: Sorted["leftOut"][number][] = [];
  for await (const batch of tree.files(o.cancel)) {
    for (const f of batch) {
      stopIfCancelled(o.cancel);
      const utc = f.times?.modified?.utc;
      const about = {
        path: f.path,
        kind: f.kind,
        ...(utc === undefined ? {} : { modified: Number(utc / 1_000_000n) }),
      };
      if (f.kind !== "file" || (!f.ref && !f.stream)) {
        if (names) listed.push(about);
        continue;
      }
      const hasher = o.machine.platform.sha256();
      let size = 0;
      for await (const piece of bytesOf(f, o, report)) {
        stopIfCancelled(o.cancel);
        hasher.update(piece);
        size += piece.length;
      }
      const sha256 = hasher.hex();
      if (touched.has(f.path) && !secret.has(f.path) && fits(f.path)) listed.push({ ...about, size, sha256 });
      else {
        if (names && !secret.has(f.path)) listed.push({ ...about, size });
        leftOut.push({ sha256, size, ...(names ? { path: f.path } : {}) });
      }
    }
  }
  return { listed, leftOut };
}

/** Key logs of TLS among the files that were read: whoever has them can read what the capture holds encrypted. */
async function keyLogs(
  tree: EvidenceTree,
  touched: ReadonlySet<string>,
  o: PackOptions,
  report: Report,
): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const batch of tree.files(o.cancel)) {
    for (const f of batch) {
      if (f.kind !== "file" || !touched.has(f.path) || (!f.ref && !f.stream)) continue;
      for await (const piece of bytesOf(f, o, report)) {
        if (besideOf(piece.subarray(0, HEAD)) === "keys") found.add(f.path);
        break;
      }
    }
  }
  return found;
}

/** The tree as if some of its files were not there. */
function without(tree: EvidenceTree, paths: ReadonlySet<string>): EvidenceTree {
  return {
    kind: tree.kind,
    access: tree.access,
    async *files(signal) {
      for await (const batch of tree.files(signal)) {
        const rest = batch.filter((f) => !paths.has(f.path));
        if (rest.length > 0) yield rest;
      }
    },
    find: async (path) => (paths.has(path) ? undefined : tree.find(path)),
  };
}

/** True if something that may be read reads the list of the files itself. */
function namesConsented(result: Result): boolean {
  return ARTIFACTS.some(
    (a) =>
      a.feed === "listing" &&
      result.acquisition.kind in a.where &&
      (result.scope.artifacts === "all" || result.scope.artifacts.includes(a.id)),
  );
}

const total = (list: readonly { readonly size?: number }[]): number => list.reduce((n, f) => n + (f.size ?? 0), 0);

/** The tar of evidence, in the order of its tree. */
async function* evidenceOf(
  tree: EvidenceTree,
  packed: ReadonlyMap<string, PackedFile>,
  o: PackOptions,
  report: Report,
): AsyncGenerator<TarFile> {
  for await (const batch of tree.files(o.cancel)) {
    for (const f of batch) {
      stopIfCancelled(o.cancel);
      const p = f.kind === "file" ? packed.get(f.path) : undefined;
      if (p) yield { name: `evidence/${f.path}`, size: p.size!, bytes: () => bytesOf(f, o, report) };
    }
  }
}

/**
 * Checks evidence within a scope and makes a pack of what that took. `close()` when its bytes are no longer needed. Throws what
 * `check` throws.
 * @example
 * const pack = await makePack(await inputOf("backup"), { machine, scope, context, compiled, version });
 */
export async function makePack(input: Input, o: PackOptions): Promise<MadePack> {
  const { platform } = o.machine;
  const report: Report = () => {};
  const opened = await openInput(input, {
    platform,
    report,
    ...(o.cancel ? { cancel: o.cancel } : {}),
    ...(o.secret ? { secret: o.secret as never } : {}),
  });
  try {
    const whole = await opened.hash();
    const was = whole && { sha256: whole.sha256, size: whole.size, layers: opened.layers };
    const look = async (
      tree: EvidenceTree,
    ): Promise<{ readonly result: Result; readonly touched: ReadonlySet<string> }> => {
      const recorded = recordReads(tree, platform, report);
      try {
        const result = await check([{ name: input.name, tree: recorded.tree, ...(was ? { was } : {}) }], {
          platform,
          compiled: o.compiled,
          writer: new ResultWriter(passing(), platform),
          version: o.version,
          context: o.context,
          scope: o.scope,
          workers: 0,
          ...(o.secret ? { secret: o.secret } : {}),
          ...(o.cancel ? { cancel: o.cancel } : {}),
          ...(o.progress ? { progress: o.progress } : {}),
        });
        return { result, touched: recorded.touched };
      } finally {
        await recorded.close();
      }
    };
    let { tree } = opened;
    let { result, touched } = await look(tree);
    // Keys that open what was encrypted go along only if that was allowed: then the check is that of evidence without them.
    const keys = o.scope.keys ? new Set<string>() : await keyLogs(tree, touched, o, report);
    if (keys.size > 0) {
      tree = without(tree, keys);
      ({ result, touched } = await look(tree));
    }
    const { listed, leftOut } = await sortFiles(opened.tree, keys, touched, namesConsented(result), o, report);
    const inside = listed.filter((f) => f.sha256 !== undefined);
    const json = `${encodeStructure(result)}\n`;
    const consent = o.consent && `${encodeJson(o.consent as unknown as Json)}\n`;
    const head: PackHead = {
      schema: PACK_SCHEMA,
      evidence: {
        id: result.evidence[0]!.id,
        name: input.name,
        kind: opened.tree.kind,
        ...(was ? { was } : {}),
      },
      scope: o.scope,
      context: o.context,
      version: o.version,
      indicators: result.indicators.map((s) => s.sha256),
      resultSha256: hashText(platform, json),
      ...(consent === undefined ? {} : { consentSha256: hashText(platform, consent) }),
      packed: { files: inside.length, bytes: total(inside) },
      leftOut: { files: leftOut.length, bytes: total(leftOut) },
    };
    const lines = (list: readonly unknown[]): string => list.map((x) => `${encodeJson(x as Json)}\n`).join("");
    const headText = `${encodeJson(head as unknown as Json)}\n`;
    const front = [
      texts("pack.json", headText),
      ...(consent === undefined ? [] : [texts("consent.json", consent)]),
      texts("result.json", json),
      texts("files.jsonl", lines(listed)),
      texts("left-out.jsonl", lines(leftOut)),
    ];
    const packed = new Map(inside.map((f) => [f.path, f]));
    return {
      id: hashText(platform, headText).slice(0, 16),
      head,
      result,
      size: tarSize([...front, ...inside.map((f) => ({ name: `evidence/${f.path}`, size: f.size! }))]),
      bytes: () =>
        writeTar(
          (async function* () {
            yield* front;
            yield* evidenceOf(opened.tree, packed, o, report);
          })(),
        ),
      close: () => opened.close(),
    };
  } catch (e) {
    await opened.close();
    throw e;
  }
}

/** A file that changed while it was packed. */
export function changed(e: unknown): unknown {
  return e instanceof RangeError ? new ContraluzError("usage", "a file changed while it was packed: try again") : e;
}
