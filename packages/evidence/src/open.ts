/** From what a person handed in to a tree: by content, through archives inside archives. @module */
import {
  type Cancel,
  type EvidenceFile,
  type EvidenceTree,
  type FileRef,
  hex,
  type Input,
  LIMITS,
  type Platform,
  type RandomAccess,
  type Report,
  type Sha256,
} from "@contraluz/core";
import { looksLikeAndroidBackup } from "@contraluz/formats/android-backup/index.ts";
import { looksLikeQmdl } from "@contraluz/formats/qmdl/index.ts";
import { looksLikeGzip, looksLikeTar } from "@contraluz/formats/tar/index.ts";
import { looksLikeZip } from "@contraluz/formats/zip/index.ts";
import { abTree } from "./ab-tree.ts";
import { decryptAge, looksLikeAge } from "./age.ts";
import { LOOK, looksLikeDumpstate, looksLikeIntrusion } from "./android/names.ts";
import { stopIfCancelled } from "./cancel.ts";
import { looksLikeCapture } from "./capture/index.ts";
import { HashingSource } from "./hashing.ts";
import { firstBytes, headOf, untilDamage } from "./head.ts";
import type { Secret } from "./ios-backup/open-keys.ts";
import { chunksOf, openRef } from "./open-ref.ts";
import { Spool } from "./spool.ts";
import { tarTree } from "./tar-tree.ts";
import { describeTree, hostRead, isJunk, unknownEvidence } from "./tree.ts";
import { zipTree } from "./zip-tree.ts";

export type Container = "zip" | "tar" | "tar.gz" | "ab" | "age";

/** What was opened. `close()` when its files are no longer needed. */
export interface Opened {
  readonly name: string;
  readonly tree: EvidenceTree;
  /** The archives that were opened, outermost first; empty for a folder. */
  readonly layers: readonly Container[];
  /** Refs of this tree open only in this thread: an inner archive had to be unpacked to its scratch. */
  readonly local: boolean;
  /** Size of the file handed in, where it is the one file of this tree, as it stands: who hashes that has hashed what was handed in. */
  readonly alone: number | undefined;
  /** SHA-256 and size of the file handed in; undefined for a folder. Reads the file unless a pass with `hashAll` has. */
  hash(): Promise<{ readonly sha256: Sha256; readonly size: number } | undefined>;
  close(): Promise<void>;
}

export interface OpenInputOptions {
  readonly platform: Platform;
  readonly report: Report;
  /** Hash the file handed in while it streams past, where it does. */
  readonly hashAll?: boolean;
  /** Rejects with `ContraluzError("cancelled")`, `hash()` too. */
  readonly cancel?: Cancel;
  /** Asked for the password of a backup of adb. */
  readonly secret?: Secret | undefined;
}

const HEAD = 512;
const EXPECTED = "a folder, .zip, .tar or .tar.gz with a phone's backup, a bug report, or a backup of adb";

/** Which kind of archive begins with these bytes (512 of them where there are as many). A `.gz` is taken for a `.tar.gz`. */
export function containerOf(head: Uint8Array): Container | undefined {
  if (looksLikeZip(head)) return "zip";
  if (looksLikeAndroidBackup(head)) return "ab";
  if (looksLikeAge(head)) return "age";
  if (looksLikeGzip(head)) return "tar.gz";
  return looksLikeTar(head) ? "tar" : undefined;
}

/**
 * Opens a folder, zip, tar or tar.gz, a backup of adb, and what age encrypted. A tree that holds nothing but one archive (and what file managers leave behind) is
 * that archive, up to `LIMITS.nesting` of them (`evidence-nested` beyond).
 * A file that begins with a JSON object is a tree of one file.
 * Throws `ContraluzError("evidence-unknown")` for any other file that is no archive, and for an empty tree.
 * @example
 * const opened = await openInput(await folderInput(path), { platform, report });
 * for await (const batch of opened.tree.files()) count += batch.length;
 * await opened.close();
 */
export async function openInput(input: Input, o: OpenInputOptions): Promise<Opened> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const f of closers.splice(0).reverse()) await f();
  };
  const layers: Container[] = [];
  let local = false;
  let known: { sha256: Sha256; size: number } | undefined;
  let tree: EvidenceTree;
  let alone: EvidenceTree | undefined;
  try {
    if ("tree" in input) {
      tree = input.tree;
      layers.push(...((input.was?.layers ?? []) as readonly Container[]));
    } else {
      const hashed = o.hashAll ? (sha256: Sha256, size: number) => void (known = { sha256, size }) : undefined;
      const opened = await openContainer(input.file, o, closers, hashed);
      if (opened.tree) {
        tree = opened.tree;
        layers.push(...opened.kinds);
        local = opened.local;
      } else if (opened.text) tree = alone = fileTree(input.name, input.file);
      else throw unknownEvidence(input.name, opened.found, EXPECTED);
    }
    for (;;) {
      const inner = await onlyArchive(tree, o);
      if (inner === "empty") throw unknownEvidence(input.name, "nothing", EXPECTED);
      if (!inner) break;
      if (layers.length >= LIMITS.nesting) {
        o.report({
          code: "evidence-nested",
          path: inner.path,
          found: `${layers.length + 1}`,
          expected: `${LIMITS.nesting}`,
          lost: "evidence",
        });
        break;
      }
      const ref = await refOf(tree, inner, o, closers);
      local ||= ref !== inner.ref;
      const opened = await openContainer(ref, o, closers);
      if (!opened.tree) break;
      tree = opened.tree;
      layers.push(...opened.kinds);
      local ||= opened.local;
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    name: input.name,
    tree,
    layers,
    local,
    alone: "file" in input && tree === alone ? input.file.size : undefined,
    hash: async () => ("tree" in input ? input.was : (known ??= await hashOf(input.file, o))),
    close,
  };
}

/** `kinds`: outermost first. */
type Probe =
  | { readonly tree: EvidenceTree; readonly kinds: readonly Container[]; readonly local: boolean }
  | { readonly tree?: undefined; readonly found: string; readonly text: boolean };

/** A file that stands alone as a tree of one. */
function fileTree(name: string, ref: FileRef & { readonly kind: "host" | "sealed" }): EvidenceTree {
  const file: EvidenceFile = { path: name, kind: "file", size: ref.size, ref };
  return {
    kind: "folder",
    access: "seekable",
    async *files() {
      yield [file];
    },
    find: async (path) => (path === name ? file : undefined),
  };
}

async function openContainer(
  ref: FileRef,
  o: OpenInputOptions,
  closers: (() => Promise<void>)[],
  hashed?: (sha256: Sha256, size: number) => void,
): Promise<Probe> {
  const source = await openRef(ref, o);
  const head = await source.read(0, HEAD);
  const kind = containerOf(head);
  if (kind === "zip") {
    closers.push(async () => source.close?.());
    return { kinds: [kind], local: false, tree: zipTree(ref, source, o.report) };
  }
  if (kind === "ab") {
    await source.close?.();
    return { kinds: [kind], local: false, tree: await abTree(ref, { ...o, ...(hashed && { hashed }) }) };
  }
  if (kind === "age") {
    closers.push(async () => source.close?.());
    return openAge(source, o, closers);
  }
  const gzip = kind === "tar.gz";
  // What begins as a text does may be evidence as it is; what it says is for others to know. The phone itself may have compressed it.
  const start = gzip ? await opened(source, o) : kind ? undefined : await source.read(0, LOOK);
  await source.close?.();
  if (start && standsAlone(start)) return { found: "", text: true };
  if (!kind) return { found: describeHead(head), text: false };
  return { kinds: [kind], local: false, tree: tarTree(ref, { ...o, gzip, ...(hashed && { hashed }) }) };
}

/** What age encrypted, opened to memory or scratch: an archive, or a text. One that age encrypted twice is none of ours. */
async function openAge(source: RandomAccess, o: OpenInputOptions, closers: (() => Promise<void>)[]): Promise<Probe> {
  const plain = await decryptAge(source, o);
  closers.push(async () => plain.close?.());
  const ref = { kind: "host", handle: plain, size: plain.size } as const;
  if (looksLikeAge(await plain.read(0, HEAD))) return { found: "a file encrypted with age twice", text: false };
  const opened = await openContainer(ref, o, closers);
  if (opened.tree) return { ...opened, kinds: ["age", ...opened.kinds], local: true };
  return opened.text ? { tree: fileTree("opened", ref), kinds: ["age"], local: true } : opened;
}

/** What is evidence as it is, without an archive around it: a capture, a file of JSON objects, the text of a bug report. */
function standsAlone(start: Uint8Array): boolean {
  if (looksLikeTar(start.subarray(0, HEAD))) return false;
  return (
    looksLikeCapture(start) ||
    looksLikeQmdl(start) ||
    /^\uFEFF?\s*\{/.test(new TextDecoder().decode(start.subarray(0, HEAD))) ||
    looksLikeDumpstate(start) ||
    looksLikeIntrusion(start)
  );
}

/** The beginning of what a gzip file opens to. */
function opened(source: RandomAccess, o: OpenInputOptions): Promise<Uint8Array> {
  return firstBytes(untilDamage(o.platform.inflate("gzip", chunksOf(source))), LOOK);
}

/**
 * The one file of a tree, if it is an archive. Stops at the second file, or at a first one that streams past and is no
 * archive, so that large trees cost nothing and of a folder nothing is opened that does not stand alone.
 */
async function onlyArchive(tree: EvidenceTree, o: OpenInputOptions): Promise<EvidenceFile | "empty" | undefined> {
  let only: EvidenceFile | undefined;
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const file of batch) {
      if (file.kind === "dir" || isJunk(file.path)) continue;
      if (only || file.kind !== "file") return undefined;
      only = file;
      if (file.stream && !(await kindOf(file, o))) return undefined;
    }
  }
  if (!only) return "empty";
  return only.stream || (await kindOf(only, o)) ? only : undefined;
}

async function kindOf(file: EvidenceFile, o: OpenInputOptions): Promise<Container | undefined> {
  try {
    return containerOf(await headOf(file, HEAD, o.platform));
  } catch (error) {
    o.report({ ...hostRead(error), path: file.path });
    return undefined;
  }
}

/** A ref that opens an inner archive cheaply any number of times: itself, or the bytes of it unpacked once. */
async function refOf(
  tree: EvidenceTree,
  file: EvidenceFile,
  o: OpenInputOptions,
  closers: (() => Promise<void>)[],
): Promise<FileRef> {
  if (file.ref && file.ref.kind !== "inflate") return file.ref;
  if (file.ref) {
    const source = await openRef(file.ref, { ...o, report: (p) => o.report({ ...p, path: file.path }) });
    closers.push(async () => source.close?.());
    return { kind: "host", handle: source, size: source.size };
  }
  const spool = new Spool(o.platform, file.size === undefined ? {} : { size: file.size });
  closers.push(() => spool.close());
  for await (const batch of tree.files(o.cancel)) {
    const again = batch.find((f) => f.path === file.path);
    if (!again?.stream) continue;
    for await (const piece of again.stream()) {
      stopIfCancelled(o.cancel);
      await spool.write(piece);
    }
    break;
  }
  stopIfCancelled(o.cancel);
  const source = spool.open();
  return { kind: "host", handle: source, size: source.size };
}

async function hashOf(ref: FileRef, o: OpenInputOptions): Promise<{ sha256: Sha256; size: number }> {
  const source = await openRef(ref, { platform: o.platform });
  try {
    return await new HashingSource(source, o.platform, { window: 0 }).finish(o.cancel);
  } finally {
    await source.close?.();
  }
}

const KNOWN: readonly (readonly [string, string])[] = [
  ["53514c69746520666f726d6174203300", "an SQLite database"],
  ["62706c6973743030", "a binary property list"],
  ["3c3f786d6c", "an XML file"],
  ["25504446", "a PDF"],
  ["377abcaf271c", "a 7-Zip archive"],
  ["52617221", "a RAR archive"],
  ["fd377a585a00", "an xz archive"],
  ["28b52ffd", "a zstd archive"],
  ["425a68", "a bzip2 archive"],
];

function describeHead(head: Uint8Array): string {
  if (head.length === 0) return "an empty file";
  const start = hex(head.subarray(0, 20));
  return KNOWN.find(([mark]) => start.startsWith(mark))?.[1] ?? `a file that begins with ${hex(head.subarray(0, 8))}`;
}

/** For callers that find no evidence in an opened tree: what it holds, as an error. */
export async function nothingKnown(opened: Pick<Opened, "name" | "tree">, expected: string): Promise<Error> {
  return unknownEvidence(opened.name, await describeTree(opened.tree), expected);
}
