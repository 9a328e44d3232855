/**
 * Evidence of a phone with Android: a bug report, what AndroidQF collected, a backup of adb, intrusion logs. In whatever shape it was
 * handed in, the phone has the same paths (`bugreport/dumpstate.txt`, `backup/apps/…`, `intrusion_logs/…`); `stored` says where a
 * second person finds the bytes: `bugreport.zip!/FS/data/tombstones/tombstone_00`.
 * @module
 */
import { ContraluzError, type EvidenceFile, type EvidenceTree, type FileRef, type RandomAccess } from "@contraluz/core";
import { abTree } from "../ab-tree.ts";
import { openOr } from "../ios-backup/meta.ts";
import type { Container } from "../open.ts";
import { openRef } from "../open-ref.ts";
import { PlainFiles } from "../plain-files.ts";
import type { ReadableEvidence } from "../readable.ts";
import { type Shelf, shelve } from "../shelf.ts";
import { unpacked } from "../unpacked.ts";
import {
  ABOUT_BYTES,
  type AboutPhone,
  acquisitionOf,
  beginningOf,
  propertiesIn,
  propertiesOf,
  spanOf,
} from "./about.ts";
import { type AndroidKind, onlyOf, type Parts, type PathRule, partsOf, placesOf, virtualOf } from "./find.ts";
import { newestEvent } from "./log-time.ts";
import { INSIDE, Nest, nested } from "./nest.ts";
import { compareSums } from "./sums.ts";
import { MAX_FILES, survey } from "./survey.ts";
import type { OpenAndroidOptions } from "./types.ts";

export type { AndroidKind } from "./find.ts";
export type { OpenAndroidOptions } from "./types.ts";

const utf8 = new TextDecoder();

/** What was found; `close()` unless it is opened. */
export interface FoundAndroid {
  readonly kind: AndroidKind;
  readonly parts: Parts;
  /** With the archives that were opened in it. */
  readonly tree: EvidenceTree;
  readonly nest: Nest;
  close(): Promise<void>;
}

/**
 * The evidence of a phone with Android in a tree, or undefined. `layers`: the archives that were opened on the way to it.
 * An archive that cannot seek is kept, in memory or scratch, if something of a phone lies in it.
 * Throws ContraluzError `evidence-several` where there is more than one.
 * @example
 * const found = await findAndroid(tree, [], { platform, report });
 * const evidence = found && (await openAndroid(found, { platform, report, wanted: () => true }));
 */
export async function findAndroid(
  tree: EvidenceTree,
  layers: readonly Container[],
  o: OpenAndroidOptions,
): Promise<FoundAndroid | undefined> {
  const nest = new Nest(o);
  try {
    if (layers.at(-1) === "ab") return await backupAlone(tree, nest, o);
    let base = tree;
    if (tree.access === "sequential") {
      const first = await survey(tree, new Nest(o), o);
      if (first.unopened === 0 && partsOf(first).length === 0) return undefined;
      base = await kept(tree, nest, () => true, o);
    }
    const all = await survey(base, nest, o);
    const parts = onlyOf(partsOf(all));
    if (parts) {
      for (const archive of all.beyond) nest.tooMany(archive, MAX_FILES);
      return found(parts, nested(base, nest, o.report), nest);
    }
  } catch (e) {
    await nest.close();
    throw e;
  }
  await nest.close();
  return undefined;
}

const found = (parts: Parts, tree: EvidenceTree, nest: Nest): FoundAndroid => ({
  kind: parts.kind,
  parts,
  tree,
  nest,
  close: () => nest.close(),
});

async function kept(
  tree: EvidenceTree,
  nest: Nest,
  keep: (path: string) => boolean,
  o: OpenAndroidOptions,
): Promise<Shelf> {
  const shelf = await shelve(tree, keep, o);
  nest.later(() => shelf.close());
  nest.local = true;
  return shelf;
}

/** A backup that was handed in by itself: its files are the tree. */
async function backupAlone(tree: EvidenceTree, nest: Nest, o: OpenAndroidOptions): Promise<FoundAndroid> {
  const wanted = o.wanted("adb-backup");
  const base = await kept(tree, nest, (path) => wanted(`backup/${path}`), o);
  const rules: readonly PathRule[] = [{ from: "", to: "backup/" }];
  return found({ kind: "adb-backup", label: "", rules }, base, nest);
}

/** The tree under the paths that every kind of evidence has. */
function renamed(tree: EvidenceTree, rules: readonly PathRule[]): EvidenceTree {
  const rename = (file: EvidenceFile): EvidenceFile | undefined => {
    const path = virtualOf(file.path, rules);
    return path === undefined || path === "" ? undefined : { ...file, path, stored: file.stored ?? file.path };
  };
  return {
    kind: tree.kind,
    access: tree.access,
    async *files(signal) {
      for await (const batch of tree.files(signal)) {
        const mine = batch.map(rename).filter((f) => f !== undefined);
        if (mine.length > 0) yield mine;
      }
    },
    async find(path) {
      for (const place of placesOf(path, rules)) {
        const file = await tree.find(place);
        if (file) return rename(file);
      }
      return undefined;
    },
  };
}

/** The first bytes of a small file; undefined where it is not there or cannot be read. */
async function bytesOf(tree: EvidenceTree, path: string, o: OpenAndroidOptions): Promise<Uint8Array | undefined> {
  const file = await tree.find(path);
  if (!file?.ref) return undefined;
  return openOr(
    async () => {
      const source = await openRef(file.ref!, { platform: o.platform });
      try {
        return await source.read(0, ABOUT_BYTES);
      } finally {
        await source.close?.();
      }
    },
    file.path,
    () => {}, // whoever reads the file tells
  );
}

/**
 * The text of the bug report, opened. What is compressed in a zip is unpacked once and stays so until the end: `own` is then the
 * file that stands for it. Damage is for those who read the file to tell.
 */
async function openText(
  file: EvidenceFile,
  nest: Nest,
  o: OpenAndroidOptions,
): Promise<{ readonly source: RandomAccess; readonly own?: EvidenceFile } | undefined> {
  if (!file.ref) return undefined;
  let damaged = false;
  const report = (): void => {
    damaged = true;
  };
  const open = { platform: o.platform, report, ...(o.cancel ? { cancel: o.cancel } : {}) };
  const source = await openOr(() => openRef(file.ref!, open), file.path, report);
  if (!source) return undefined;
  const plain = await openOr(() => unpacked(source, open), file.path, report);
  if (plain) {
    nest.later(async () => source.close?.());
    nest.later(async () => plain.close?.());
    return { source: plain };
  }
  nest.later(async () => source.close?.());
  if (damaged || file.ref.kind !== "inflate") return { source };
  nest.local = true;
  return { source, own: { ...file, ref: { kind: "host", handle: source, size: source.size } } };
}

/** Opens a backup that lies in the tree: of what is read of it nothing else is kept. Without it the rest is read on. */
async function mountBackup(f: FoundAndroid, path: string, o: OpenAndroidOptions): Promise<void> {
  const { nest, parts } = f;
  const file = await f.tree.find(path);
  const wanted = o.wanted(parts.kind);
  try {
    const ref = file && nest.room(file) && (await nest.refOf(file));
    if (!ref) return;
    const report = nest.within(path);
    const more = parts.kind === "adb-backup" ? {} : { path };
    const inner = await abTree(ref, { platform: o.platform, report, secret: o.secret, cancel: o.cancel, ...more });
    nest.mount(path, await kept(inner, nest, (p) => wanted(`backup/${p}`), { ...o, report }));
  } catch (e) {
    if (parts.kind === "adb-backup" || (e instanceof ContraluzError && e.code === "cancelled")) throw e;
    nest.failed(e, path);
  }
}

/** Archives are hashed as they are: what lies in them can be found by their hash. */
async function hashArchives(f: FoundAndroid, o: OpenAndroidOptions): Promise<string[]> {
  const outer = [...f.nest.trees.keys()].filter((path) => !path.includes(INSIDE));
  for (const path of outer) {
    const [file, of] = [await f.tree.find(path), f.nest.refs.get(path)];
    if (!o.hashed || !o.hashes || !file || !of) continue;
    const ref: FileRef = { kind: "hashed", of, file: o.hashed(file) };
    const source = await openRef(ref, { platform: o.platform, hashes: o.hashes });
    await source.close?.();
  }
  return outer;
}

/** The same tree with one file in the place of another of the same path. */
function replaced(tree: EvidenceTree, own: EvidenceFile | undefined): EvidenceTree {
  if (!own) return tree;
  return {
    ...tree,
    async *files(signal) {
      for await (const batch of tree.files(signal)) yield batch.map((f) => (f.path === own.path ? own : f));
    },
    find: async (path) => (path === own.path ? own : tree.find(path)),
  };
}

/**
 * Opens what was found. Throws ContraluzError `cancelled`, and what opening its parts throws where nothing else is left.
 */
export async function openAndroid(f: FoundAndroid, o: OpenAndroidOptions): Promise<ReadableEvidence> {
  const { parts, nest } = f;
  try {
    let tree = f.tree;
    let about: AboutPhone = { properties: new Map(), beginning: {}, span: {} };
    if (parts.folder !== undefined) {
      const properties = propertiesOf(utf8.decode(await bytesOf(tree, `${parts.folder}getprop.txt`, o)));
      const span = spanOf(await bytesOf(tree, `${parts.folder}acquisition.json`, o));
      about = { ...about, properties, span };
    }
    const file = parts.text && (await tree.find(parts.text.path));
    const text = file && (await openText(file, nest, o));
    if (text) {
      const read = await openOr(
        async () => ({
          beginning: await beginningOf(text.source),
          properties: about.properties.size > 0 ? about.properties : await propertiesIn(text.source),
        }),
        file.path,
        () => {},
      );
      about = { ...about, ...read };
      tree = replaced(tree, text.own);
    }
    if (parts.logs) about = { ...about, newest: await newestEvent(tree, parts.logs, o) };
    if (parts.backup !== undefined) await mountBackup(f, parts.backup, o);
    const acquisition = acquisitionOf(parts.kind, about, o.platform);
    const { folder } = parts;
    return new PlainFiles(renamed(tree, parts.rules), "", acquisition, o, {
      // One file is nearly all of a bug report: threads would gain nothing, and each takes its memory.
      local: nest.local || parts.kind === "android-bugreport",
      archives: await hashArchives(f, o),
      isCut: () => nest.cut,
      close: () => nest.close(),
      ...(folder === undefined
        ? {}
        : {
            verify: (known, cancel) =>
              compareSums(f.tree, folder, known, { ...o, refs: nest.refs, cancel: cancel ?? o.cancel }),
          }),
    });
  } catch (e) {
    await nest.close();
    throw e;
  }
}
