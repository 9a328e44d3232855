/** What of a phone with Android lies in a tree, and in the archives in it: found by what stands in the files. @module */
import { type EvidenceFile, type EvidenceTree, LIMITS } from "@contraluz/core";
import { stopIfCancelled } from "../cancel.ts";
import { firstBytes, headOf, untilDamage } from "../head.ts";
import { type MetaOptions, openOr } from "../ios-backup/meta.ts";
import { containerOf } from "../open.ts";
import { isJunk } from "../tree.ts";
import {
  LOOK,
  looksLikeDumpstate,
  looksLikeIntrusion,
  mayBeArchive,
  mayBeText,
  QF_ENOUGH,
  QF_NAMES,
  QF_STRONG,
  textRank,
} from "./names.ts";
import { INSIDE, type Nest } from "./nest.ts";

/** Folders above, and files of unknown name that are looked into. */
const MAX_ABOVE = 4;
const MAX_LOOKS = 1000;
/** Files of a tree after which no more is looked for. */
export const MAX_FILES = 100_000;
/** Folders in which names of AndroidQF are remembered. */
const MAX_FOLDERS = 4096;
/** Texts, backups and logs that are remembered. */
const MAX_FOUND = 2000;

/** A text of a bug report. */
export interface FoundText {
  readonly path: string;
  /** `""`, or its folder with a slash at the end. */
  readonly folder: string;
  readonly rank: number;
}

export interface Survey {
  /** Folders that AndroidQF wrote. */
  readonly qf: readonly string[];
  readonly texts: readonly FoundText[];
  /** By folder: the file that it names as its text. */
  readonly entries: ReadonlyMap<string, string>;
  /** Backups of adb. */
  readonly backups: readonly string[];
  /** Files of intrusion logs. */
  readonly intrusion: readonly string[];
  /** Zips of a tree that cannot seek: nobody has looked into them. */
  readonly unopened: number;
  /** Archives (`""`: what was handed in) with more files than are looked through. */
  readonly beyond: readonly string[];
}

interface State {
  readonly folders: Map<string, Set<string>>;
  readonly texts: FoundText[];
  readonly entries: Map<string, string>;
  readonly backups: string[];
  readonly intrusion: string[];
  readonly beyond: string[];
  looks: number;
  unopened: number;
}

const utf8 = new TextDecoder();

const nothing = (): State => ({
  folders: new Map(),
  texts: [],
  entries: new Map(),
  backups: [],
  intrusion: [],
  beyond: [],
  looks: MAX_LOOKS,
  unopened: 0,
});

/** Names of AndroidQF on the way to a file. `path` is what lies in its archive, `before` the archive. */
function lookAtNames(path: string, before: string, s: State): void {
  let from = 0;
  for (let above = 0; above <= MAX_ABOVE; above++) {
    const cut = path.indexOf("/", from);
    const name = cut < 0 ? path.slice(from) : path.slice(from, cut);
    if (QF_NAMES.has(name)) {
      const folder = before + path.slice(0, from);
      let names = s.folders.get(folder);
      if (!names && s.folders.size < MAX_FOLDERS) s.folders.set(folder, (names = new Set()));
      names?.add(name);
    }
    if (cut < 0) return;
    from = cut + 1;
  }
}

function take<T>(into: T[], x: T): void {
  if (into.length < MAX_FOUND) into.push(x);
}

/** The first bytes of a file, or of what a `.gz` opens to. */
async function head(file: EvidenceFile, size: number, o: MetaOptions): Promise<Uint8Array | undefined> {
  const quiet = (): void => {};
  const bytes = await openOr(() => headOf(file, size, o.platform), file.path, quiet);
  if (!bytes || containerOf(bytes) !== "tar.gz") return bytes;
  async function* once(): AsyncIterable<Uint8Array> {
    yield bytes!;
  }
  // It was cut here: what comes before that is the head.
  return firstBytes(untilDamage(o.platform.inflate("gzip", once())), size);
}

async function lookAt(file: EvidenceFile, path: string, s: State, nest: Nest, depth: number, o: MetaOptions) {
  const cut = path.lastIndexOf("/") + 1;
  const name = path.slice(cut);
  const folder = file.path.slice(0, file.path.length - name.length);
  if (name === "main_entry.txt") {
    const bytes = await head(file, 512, o);
    const named = bytes && utf8.decode(bytes).split("\n", 1)[0]!.trim();
    if (named && !named.includes("/")) s.entries.set(folder, folder + named);
    return;
  }
  if (path.split("/").length - 1 > MAX_ABOVE || (QF_STRONG.has(name) && name !== "dumpsys.txt") || file.size === 0)
    return;
  // What a bug report copies of the phone's file system: thousands of small texts.
  if (/(?:^|\/)FS\//.test(path)) return;
  const rank = textRank(name);
  const archive = mayBeArchive(name);
  if (!archive && !mayBeText(name)) return;
  if (rank > 2 && !archive && --s.looks < 0) return;
  const bytes = await head(file, archive && !mayBeText(name) ? 512 : LOOK, o);
  if (!bytes) return;
  // An archive that stores a text has the lines of it in its first bytes, too.
  const container = containerOf(bytes);
  if (container === "ab") take(s.backups, file.path);
  else if (container === "zip") {
    if (file.stream) s.unopened++;
    else if (depth < LIMITS.nesting) await lookInto(file, s, nest, depth, o);
    else nest.tooDeep(file);
  } else if (looksLikeDumpstate(bytes)) take(s.texts, { path: file.path, folder, rank });
  else if (looksLikeIntrusion(bytes)) take(s.intrusion, file.path);
}

/** Mounts a zip if something of a phone lies in it. */
async function lookInto(file: EvidenceFile, s: State, nest: Nest, depth: number, o: MetaOptions): Promise<void> {
  const inner = await nest.zip(file);
  if (!inner) return;
  const its = nothing();
  its.looks = s.looks;
  await walk(inner, file.path + INSIDE, its, nest, depth + 1, o);
  s.looks = its.looks;
  if (qfFolders(its).length + its.texts.length + its.backups.length + its.intrusion.length === 0) return;
  nest.mount(file.path, inner);
  for (const [k, v] of its.folders) s.folders.set(k, v);
  for (const [k, v] of its.entries) s.entries.set(k, v);
  for (const t of its.texts) take(s.texts, t);
  for (const b of its.backups) take(s.backups, b);
  for (const i of its.intrusion) take(s.intrusion, i);
  for (const b of its.beyond) take(s.beyond, b);
}

async function walk(
  tree: EvidenceTree,
  before: string,
  s: State,
  nest: Nest,
  depth: number,
  o: MetaOptions,
): Promise<void> {
  let files = 0;
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const file of batch) {
      if (isJunk(file.path)) continue;
      if (++files > MAX_FILES) {
        take(s.beyond, before.slice(0, -INSIDE.length));
        return;
      }
      lookAtNames(file.path, before, s);
      if (file.kind !== "file") continue;
      const here = before === "" ? file : { ...file, path: before + file.path };
      await lookAt(here, file.path, s, nest, depth, o);
    }
  }
  stopIfCancelled(o.cancel);
}

/** What was cut off early has the list of apps, and the first ones of these. */
const isQf = (names: ReadonlySet<string>): boolean =>
  (names.size >= QF_ENOUGH && [...names].some((n) => QF_STRONG.has(n))) ||
  (names.has("packages.json") && names.has("apks"));

function qfFolders(s: State): string[] {
  const all = [...s.folders].filter(([, names]) => isQf(names)).map(([folder]) => folder);
  // What lies in such a folder belongs to it.
  return all.filter((f) => !all.some((g) => g !== f && f.startsWith(g)));
}

/**
 * Looks through a tree once. Zips in which something of a phone lies are mounted in `nest`.
 * @example const found = await survey(tree, nest, { platform, report, cancel });
 */
export async function survey(tree: EvidenceTree, nest: Nest, o: MetaOptions): Promise<Survey> {
  const s = nothing();
  await walk(tree, "", s, nest, 0, o);
  return { ...s, qf: qfFolders(s) };
}
