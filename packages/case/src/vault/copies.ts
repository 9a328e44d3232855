/**
 * Copies of evidence in a case: `evidence/0001/files.jsonl` has one line a file (or folder, or link), in the order of their paths, and
 * `evidence/0001/bytes` the files one behind the other in that order, so that anybody can cut one out by its offset and size.
 * `evidence/0001/about.json` says whether it was a folder, a file, or what a file held.
 * @module
 */
import {
  byCodeUnit,
  type Cancel,
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  encodeJson,
  type FileRef,
  type Input,
  type Json,
  LIMITS,
  type Moment,
  type Report,
  type ResultFolder,
  type Sha256,
  utcNs,
  type Wrapped,
} from "@contraluz/core";
import { chunksOf, evidenceId, type Listed, openRef, stopIfCancelled } from "@contraluz/evidence";
import { readLines } from "@contraluz/store";
import type { TakenEvidence } from "../log/actions.ts";
import type { CaseMachine } from "../machine.ts";
import type { OpenVault, Vault } from "./vault.ts";

/** One line of `files.jsonl`. */
interface Kept {
  readonly path: string;
  readonly kind: EvidenceFile["kind"];
  readonly offset?: number;
  readonly size?: number;
  readonly sha256?: Sha256;
  /** Milliseconds since 1970. */
  readonly modified?: number;
}

const LINES = 65_536;
/** Files of one evidence: as many as a tree may have. */
const MOST = 5_000_000;

const msOf = (m: Moment | undefined): number | undefined =>
  m?.utc === undefined ? undefined : Number(m.utc / 1_000_000n);

const NUMBER = /^(?:evidence\/)?(\d{4,8})(?:\.partial)?$/;

/** Name of the next folder in `folder`: a number that none had, also of those that were removed, since people speak of them. */
export async function nextFolder(
  vault: Pick<Vault, "files" | "state">,
  folder: "checks" | "evidence" | "archive",
): Promise<string> {
  const { checks, evidence, archives } = vault.state;
  const all = {
    checks: checks.map((c) => c.check),
    evidence: evidence.map((e) => e.folder ?? ""),
    archive: archives.map((a) => a.archive),
  };
  const told = all[folder];
  const last = [...(await vault.files.list(folder)), ...told].reduce(
    (most, n) => Math.max(most, Number(NUMBER.exec(n)?.[1] ?? 0)),
    0,
  );
  if (last >= 99_999_999) throw damaged(folder, "no number is left");
  return String(last + 1).padStart(4, "0");
}

async function* single(
  name: string,
  ref: FileRef & { readonly size: number },
): AsyncGenerator<readonly EvidenceFile[]> {
  yield [{ path: name, kind: "file", size: ref.size, ref }];
}

interface Options {
  readonly report: Report;
  readonly cancel?: Cancel;
  readonly progress?: (bytes: number) => void;
}

/** Reads every file, hashes it, and hands its bytes on. */
async function readAll(
  input: Input,
  machine: CaseMachine,
  o: Options,
  to: { bytes(piece: Uint8Array): Promise<void>; line(k: Kept): Promise<void> },
): Promise<Omit<TakenEvidence, "folder">> {
  const { platform } = machine;
  const listed: Listed[] = [];
  let offset = 0;
  const one = async (f: EvidenceFile): Promise<void> => {
    const modified = msOf(f.times?.modified);
    const times = modified === undefined ? {} : { modified };
    if (f.kind !== "file" || !f.ref) return to.line({ path: f.path, kind: f.kind, ...times });
    const hasher = platform.sha256();
    let size = 0;
    const source = await openRef(f.ref, { platform, report: o.report });
    try {
      for await (const piece of chunksOf(source)) {
        stopIfCancelled(o.cancel);
        hasher.update(piece);
        await to.bytes(piece);
        size += piece.length;
      }
    } finally {
      await source.close?.();
    }
    const sha256 = hasher.hex();
    listed.push({ path: f.path, size, sha256 });
    await to.line({ path: f.path, kind: "file", offset, size, sha256, ...times });
    offset += size;
    o.progress?.(offset);
  };
  const batches = "tree" in input ? input.tree.files(o.cancel) : single(input.name, input.file);
  for await (const batch of batches) for (const f of batch) await one(f);
  const id = "tree" in input ? (input.was?.sha256 ?? evidenceId(listed, platform).sha256) : listed[0]!.sha256;
  return { id, name: input.name, bytes: offset, files: listed.length };
}

/** The hash of evidence that is not kept. Reads all of it. Throws what the host throws when it cannot read. */
export function hashEvidence(input: Input, machine: CaseMachine, o: Options): Promise<TakenEvidence> {
  return readAll(input, machine, o, { bytes: async () => {}, line: async () => {} });
}

/** Says what a copy was. */
export async function putAbout(stage: ResultFolder, about: About): Promise<void> {
  await stage.append("about.json", new TextEncoder().encode(`${encodeJson({ ...about } as unknown as Json)}\n`));
}

/** Copies evidence into the case. It is there when an entry (`intake`) says so: the caller writes that. */
export async function copyEvidence(vault: OpenVault, input: Input, o: Options): Promise<TakenEvidence> {
  if ("tree" in input && input.tree.access !== "seekable")
    throw new ContraluzError("usage", "only files and folders can be copied");
  const folder = `evidence/${await nextFolder(vault, "evidence")}`;
  const stage = await vault.files.stage(folder);
  const encoder = new TextEncoder();
  let lines = "";
  const flush = async (): Promise<void> => {
    if (lines !== "") await stage.append("files.jsonl", encoder.encode(lines));
    lines = "";
  };
  try {
    await stage.append("bytes", new Uint8Array(0));
    const taken = await readAll(input, vault.machine, o, {
      bytes: (piece) => stage.append("bytes", piece),
      async line(k) {
        lines += `${encodeJson(k as unknown as Json)}\n`;
        if (lines.length > LINES) await flush();
      },
    });
    await flush();
    await putAbout(
      stage,
      "tree" in input ? { kind: input.tree.kind, ...(input.was ? { was: input.was } : {}) } : { kind: "file" },
    );
    await stage.commit();
    return { ...taken, folder };
  } catch (e) {
    await stage.discard();
    throw e;
  }
}

function damaged(folder: string, found: string): ContraluzError {
  return new ContraluzError("case-damaged", `${folder}: ${found}`);
}

function readKept(line: string, end: number): Kept | undefined {
  let v: Kept | undefined;
  try {
    v = JSON.parse(line) as Kept;
  } catch {
    return undefined;
  }
  if (typeof v?.path !== "string" || !["file", "dir", "link", "other"].includes(v.kind)) return undefined;
  const { offset, size, modified } = v;
  // Instants of a Date, ECMA-262: no clock says more.
  if (modified !== undefined && !(Number.isSafeInteger(modified) && Math.abs(modified) <= 8.64e15)) return undefined;
  if (offset === undefined || size === undefined) return v;
  const fits = Number.isSafeInteger(offset) && Number.isSafeInteger(size) && offset >= 0 && size >= 0;
  return fits && offset + size <= end ? v : undefined;
}

export interface About {
  readonly kind: EvidenceTree["kind"] | "file";
  readonly was?: Wrapped;
}

function readAbout(text: string): About | undefined {
  let v: { readonly kind?: unknown; readonly was?: Partial<Wrapped> };
  try {
    v = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { kind, was } = v ?? {};
  if (!["file", "folder", "zip", "tar", "ios-backup"].some((k) => k === kind)) return undefined;
  if (was === undefined) return { kind: kind as About["kind"] };
  const { sha256, size, layers } = was;
  const ok =
    typeof sha256 === "string" &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    Number.isSafeInteger(size) &&
    Array.isArray(layers) &&
    layers.length <= LIMITS.nesting &&
    layers.every((l) => typeof l === "string");
  return ok ? { kind: kind as About["kind"], was: { sha256, size: size!, layers } } : undefined;
}

async function textOf(vault: Pick<Vault, "files">, name: string): Promise<string> {
  const source = await vault.files.read(name);
  if (!source) throw damaged(name, "it is not there");
  try {
    return new TextDecoder().decode(await source.read(0, Math.min(source.size, 65_536)));
  } finally {
    await source.close?.();
  }
}

/** A copy as what was handed in, fit for a check: the same paths, the same id. Throws ContraluzError ("case-damaged"). */
export async function openCopy(vault: Pick<Vault, "files">, e: TakenEvidence): Promise<Input> {
  const folder = e.folder ?? "";
  const about = readAbout(await textOf(vault, `${folder}/about.json`));
  const of = await vault.files.ref(`${folder}/bytes`);
  const list = await vault.files.read(`${folder}/files.jsonl`);
  if (!about || !of || !list) throw damaged(folder, "the copy is not whole");
  const files: EvidenceFile[] = [];
  try {
    for await (const { lines } of readLines(list)) {
      for (const line of lines) {
        if (line === "") continue;
        const k = readKept(line, of.size);
        if (!k || files.length >= MOST) throw damaged(folder, `line ${files.length + 1} of files.jsonl`);
        const ms = k.modified;
        const times = ms === undefined ? {} : { times: { modified: utcNs(BigInt(ms) * 1_000_000n, String(ms), "ms") } };
        const ref =
          k.size === undefined || k.offset === undefined
            ? {}
            : { size: k.size, ref: { kind: "slice" as const, of, offset: k.offset, length: k.size } };
        files.push({ path: k.path, kind: k.kind, ...times, ...ref });
      }
    }
  } finally {
    await list.close?.();
  }
  if (about.kind === "file") return { name: e.name, file: of };
  const tree = listedTree(about.kind, files);
  return about.was ? { name: e.name, tree, was: about.was } : { name: e.name, tree };
}

/** A tree of files that are all known. */
export function listedTree(kind: EvidenceTree["kind"], files: readonly EvidenceFile[]): EvidenceTree {
  const sorted = [...files].sort((a, b) => byCodeUnit(a.path, b.path));
  const byPath = new Map(sorted.map((f) => [f.path, f]));
  return {
    kind,
    access: "seekable",
    async *files(signal) {
      for (let at = 0; at < sorted.length; at += 1000) {
        stopIfCancelled(signal);
        yield sorted.slice(at, at + 1000);
      }
    },
    find: async (path) => byPath.get(path),
  };
}
