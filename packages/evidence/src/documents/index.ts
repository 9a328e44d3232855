/**
 * Evidence of the kind `documents`: a folder, an archive, or one file of PDF, TIFF, JPEG, PNG, DOCX, ODT, HTML, mail and plain text. It is asked
 * for by name and known last: phones hold pictures, too.
 * @module
 */
import {
  type Acquisition,
  type Cancel,
  type EvidenceFile,
  type EvidenceTree,
  type FileRef,
  type Input,
  LIMITS,
  type Platform,
  type Report,
} from "@contraluz/core";
import { stopIfCancelled } from "../cancel.ts";
import { headOf } from "../head.ts";
import { openInput } from "../open.ts";
import { openRef } from "../open-ref.ts";
import { hostRead, isJunk } from "../tree.ts";
import { zipTree } from "../zip-tree.ts";
import { DOCUMENT_HEAD, type DocumentKind, documentKind } from "./kind.ts";

export { DOCUMENT_HEAD, type DocumentKind, documentKind } from "./kind.ts";

/** One file of the evidence, in a fixed order. */
export interface DocumentFile {
  /** `outer!/inner` for what lies in an archive. */
  readonly path: string;
  /** Undefined for what is no document: it is told, and not read. */
  readonly kind: DocumentKind | undefined;
  readonly size: number | undefined;
  /** How another thread opens it; undefined where only this one can. */
  readonly ref: FileRef | undefined;
  /** All of its bytes; a Problem, and undefined, for what cannot be read or is larger than `DOCUMENT_LIMITS.bytes`. */
  bytes(): Promise<Uint8Array | undefined>;
}

export interface OpenDocuments {
  readonly acquisition: Acquisition;
  readonly name: string;
  files(): AsyncIterable<DocumentFile>;
  close(): Promise<void>;
}

export const DOCUMENT_LIMITS = { bytes: 268_435_456, files: 2_000_000 } as const;

export interface DocumentOptions {
  readonly platform: Platform;
  readonly report: Report;
  readonly cancel?: Cancel;
}

/**
 * Opens what holds documents. Throws `ContraluzError("evidence-unknown")` for a single file that is neither a document nor an archive.
 * @example
 * const documents = await openDocuments(await folderInput(path), { platform, report });
 * for await (const file of documents.files()) …
 */
export async function openDocuments(input: Input, o: DocumentOptions): Promise<OpenDocuments> {
  const single = "file" in input ? await singleOf(input.name, input.file, o) : undefined;
  if (single)
    return {
      acquisition: { kind: "documents" },
      name: input.name,
      files: () => walk(single, "", o, 0),
      close: async () => {},
    };
  const opened = await openInput(input, o);
  return {
    acquisition: { kind: "documents" },
    name: input.name,
    files: () => walk(opened.tree, "", o, opened.layers.length, opened.local),
    close: () => opened.close(),
  };
}

/** A file that is a document by itself, as a tree of one. An archive of documents is opened by `openInput`. */
async function singleOf(
  name: string,
  ref: FileRef & { readonly size: number },
  o: DocumentOptions,
): Promise<EvidenceTree | undefined> {
  const file: EvidenceFile = { path: name, kind: "file", size: ref.size, ref };
  const kind = await kindOf(file, o);
  if (kind === "zip") return undefined;
  // An archive, or nothing that is known: `openInput` says which.
  if (!kind) return undefined;
  return {
    kind: "folder",
    access: "seekable",
    async *files() {
      yield [file];
    },
    find: async (path) => (path === name ? file : undefined),
  };
}

async function kindOf(file: EvidenceFile, o: DocumentOptions): Promise<DocumentKind | undefined> {
  const head = await headOf(file, DOCUMENT_HEAD, o.platform);
  const kind = documentKind(head, file.size !== undefined && file.size <= head.length);
  return kind === "zip" ? officeKind(file, o) : kind;
}

/** A zip with `word/document.xml` or `content.xml` is one document. */
async function officeKind(file: EvidenceFile, o: DocumentOptions): Promise<DocumentKind> {
  if (!file.ref || file.stream) return "zip";
  const source = await openRef(file.ref, { platform: o.platform });
  try {
    const tree = zipTree(file.ref, source, () => {});
    if (await tree.find("word/document.xml")) return "docx";
    const type = (await tree.find("content.xml")) && (await tree.find("META-INF/manifest.xml"));
    return type ? "odt" : "zip";
  } finally {
    await source.close?.();
  }
}

async function* walk(
  tree: EvidenceTree,
  prefix: string,
  o: DocumentOptions,
  depth: number,
  local = false,
): AsyncIterable<DocumentFile> {
  let count = 0;
  for await (const batch of tree.files(o.cancel)) {
    for (const file of batch) {
      stopIfCancelled(o.cancel);
      if (file.kind !== "file" || isJunk(file.path)) continue;
      if (++count > DOCUMENT_LIMITS.files) {
        o.report({ code: "too-many-files", found: `more than ${DOCUMENT_LIMITS.files}`, lost: "file" });
        return;
      }
      yield* one(file, prefix, o, depth, local);
    }
  }
}

async function* one(
  file: EvidenceFile,
  prefix: string,
  o: DocumentOptions,
  depth: number,
  local: boolean,
): AsyncIterable<DocumentFile> {
  const path = `${prefix}${file.path}`;
  let kind: DocumentKind | undefined;
  let held: Uint8Array | undefined;
  try {
    if (file.stream) {
      held = await gather(file.stream());
      kind = held && documentKind(held.subarray(0, DOCUMENT_HEAD), held.length <= DOCUMENT_HEAD);
      if (held && kind === "zip") kind = await officeKind({ ...memory(file, held) }, o);
    } else kind = await kindOf(file, o);
  } catch (error) {
    o.report({ ...hostRead(error), path });
  }
  const bytes = async (): Promise<Uint8Array | undefined> => held ?? readAll(file, path, o);
  if (kind !== "zip") {
    yield { path, kind, size: file.size ?? held?.length, ref: local || held ? undefined : file.ref, bytes };
    return;
  }
  if (depth >= LIMITS.nesting) {
    o.report({ code: "evidence-nested", path, found: `${depth + 1}`, expected: `${LIMITS.nesting}`, lost: "file" });
    yield { path, kind: undefined, size: file.size, ref: undefined, bytes };
    return;
  }
  const stored = file.ref && file.ref.kind !== "inflate" && !held;
  if (stored) {
    const source = await openRef(file.ref!, { platform: o.platform });
    try {
      yield* walk(zipTree(file.ref!, source, atPath(o.report, path)), `${path}!/`, o, depth + 1, local);
    } finally {
      await source.close?.();
    }
    return;
  }
  const all = await bytes();
  if (!all) {
    // Too large, or damaged: one file that nobody could read, never none.
    yield { path, kind: undefined, size: file.size, ref: undefined, bytes: async () => undefined };
    return;
  }
  const inner = memory(file, all);
  const source = await openRef(inner.ref, { platform: o.platform });
  yield* walk(zipTree(inner.ref, source, atPath(o.report, path)), `${path}!/`, o, depth + 1, true);
}

const atPath =
  (report: Report, path: string): Report =>
  (p) =>
    report({ ...p, path: p.path === undefined ? path : `${path}!/${p.path}` });

function memory(file: EvidenceFile, bytes: Uint8Array): { path: string; kind: "file"; size: number; ref: FileRef } {
  const source = {
    size: bytes.length,
    read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
  };
  return {
    path: file.path,
    kind: "file",
    size: bytes.length,
    ref: { kind: "host", handle: source, size: bytes.length },
  };
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > DOCUMENT_LIMITS.bytes) return undefined;
    kept.push(piece.slice());
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const k of kept) {
    out.set(k, at);
    at += k.length;
  }
  return out;
}

async function readAll(file: EvidenceFile, path: string, o: DocumentOptions): Promise<Uint8Array | undefined> {
  if (!file.ref) return undefined;
  try {
    return await readDocument(file.ref, o.platform);
  } catch (error) {
    o.report({ ...hostRead(error), path });
    return undefined;
  }
}

/** All bytes of a document; undefined if it is larger than `DOCUMENT_LIMITS.bytes`. Rejects where it cannot be read. */
export async function readDocument(ref: FileRef, platform: Platform): Promise<Uint8Array | undefined> {
  const source = await openRef(ref, { platform, report: () => {} });
  try {
    if (source.size > DOCUMENT_LIMITS.bytes) return undefined;
    // Its own memory: a source may use what it gives again.
    return (await source.read(0, source.size)).slice();
  } finally {
    await source.close?.();
  }
}
