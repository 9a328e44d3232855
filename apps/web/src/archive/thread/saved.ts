/** An archive that was saved: found in what was chosen, read into a folder, and written as a zip. @module */
import { PAGE_LIMITS } from "@contraluz/archive/pages/read.ts";
import { ARCHIVE_SCHEMA } from "@contraluz/archive/read/index.ts";
import type { EvidenceFile, EvidenceTree, Input, Platform } from "@contraluz/core";
import { chunksOf, openInput } from "@contraluz/evidence";
import { openRef } from "@contraluz/evidence/open-ref.ts";
import { looksLikeZip } from "@contraluz/formats/zip/index.ts";
import { writeZip } from "@contraluz/formats/zip/write.ts";
import type { PageLang } from "../protocol.ts";
import { joined, type PageFolder } from "./folder.ts";

/** Name of the folder inside a saved zip. */
const TOP = "contraluz-archive";
const OWN =
  /^(?:archive\.json|coverage\.json|findings\.jsonl|corrections\.jsonl|marks\.jsonl|decisions\.jsonl|ledger\.jsonl|pages\/\d{6}\.jsonl)$/;
/** Bytes of one file of an archive. */
const MOST = 1_073_741_824;
const HEAD = 65_536;

export interface Asked {
  readonly name: string;
  readonly lang: PageLang;
  readonly ocr: boolean;
}

/** What `archive.json` says; undefined if it is none. */
export function askedOf(bytes: Uint8Array): Asked | undefined {
  try {
    const v = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    if (v.schema !== ARCHIVE_SCHEMA || typeof v.name !== "string" || typeof v.ocr !== "boolean") return undefined;
    return v.lang === "spa" || v.lang === "eng" ? { name: v.name, lang: v.lang, ocr: v.ocr } : undefined;
  } catch {
    return undefined;
  }
}

async function treeOf(
  input: Input,
  platform: Platform,
): Promise<{ tree: EvidenceTree; close(): Promise<void> } | undefined> {
  if ("tree" in input) return { tree: input.tree, close: async () => {} };
  const source = await openRef(input.file, { platform });
  try {
    if (!looksLikeZip(await source.read(0, 512))) return undefined;
  } finally {
    await source.close?.();
  }
  return openInput(input, { platform, report: () => {} });
}

/** Files of an archive by their names in it; undefined where what was chosen is none. */
async function filesOf(tree: EvidenceTree): Promise<Map<string, EvidenceFile> | undefined> {
  const all: EvidenceFile[] = [];
  let top: string | undefined;
  for await (const batch of tree.files())
    for (const f of batch) {
      if (/^(?:[^/]+\/)?archive\.json$/.test(f.path)) top ??= f.path.slice(0, -"archive.json".length);
      if (f.kind === "file") all.push(f);
    }
  if (top === undefined) return undefined;
  const found = new Map<string, EvidenceFile>();
  for (const f of all)
    if (f.path.startsWith(top) && OWN.test(f.path.slice(top.length))) found.set(f.path.slice(top.length), f);
  return found;
}

/** Pieces that end where lines end: pages are put in as they come. */
export async function* byLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let held = 0;
  for await (const piece of source) {
    const end = piece.lastIndexOf(10) + 1;
    held = end === 0 ? held + piece.length : piece.length - end;
    // A line without end is no page: it goes on in pieces, and is told as damaged.
    if (held > PAGE_LIMITS.line) {
      yield joined([...rest, piece]);
      [rest, held] = [[], 0];
    } else if (end === 0) rest.push(piece.slice());
    else {
      yield joined([...rest, piece.subarray(0, end)]);
      rest = end < piece.length ? [piece.slice(end)] : [];
    }
  }
  if (rest.length > 0) yield joined(rest);
}

/** Puts a saved archive into `folder`. Undefined: it is none, and nothing was put in. */
export async function openSaved(input: Input, folder: PageFolder, platform: Platform): Promise<Asked | undefined> {
  const opened = await treeOf(input, platform);
  if (!opened) return undefined;
  try {
    const files = await filesOf(opened.tree);
    if (!files) return undefined;
    const read = async (name: string, put: (bytes: Uint8Array) => Promise<void>): Promise<void> => {
      const listed = files.get(name);
      const file = listed?.ref ? listed : await opened.tree.find?.(listed?.path ?? "");
      if (!file?.ref) return;
      const source = await openRef(file.ref, { platform });
      try {
        if (source.size > MOST) return;
        for await (const piece of byLines(chunksOf(source))) await put(piece);
      } finally {
        await source.close?.();
      }
    };
    let head = new Uint8Array(0);
    await read(
      "archive.json",
      async (b) => void (head.length < HEAD && (head = new Uint8Array([...head, ...b.subarray(0, HEAD)]))),
    );
    const asked = askedOf(head);
    if (!asked) return undefined;
    await folder.replace("archive.json", head);
    for (const name of [...files.keys()].sort())
      if (name !== "archive.json") await read(name, (b) => folder.append(name, b));
    return asked;
  } finally {
    await opened.close();
  }
}

/** All files as a zip that the command line reads once it is unpacked. */
export async function zipOf(folder: PageFolder): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const entries = folder.names().map((name) => ({
    name: `${TOP}/${name}`,
    size: folder.size(name),
    chunks: () => folder.stream(name),
  }));
  for await (const piece of writeZip(entries)) parts.push(piece.slice());
  return new Blob(parts, { type: "application/zip" });
}
