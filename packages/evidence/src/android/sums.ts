/**
 * The list of hashes that AndroidQF leaves (`hashes.csv`), compared with the files that are there.
 *
 * A line is a path and the SHA-256 of its file. As a folder, paths begin with where AndroidQF wrote, by the rules of that computer; the list
 * is written before `acquisition.json`, contains its own unfinished self, and `command.log` grows afterwards. As an encrypted archive
 * it has names as they stand, all but its own; a name may come twice.
 * Source: android.md 1.2 (read from AndroidQF's code and from folders that it wrote).
 * @module
 */
import type {
  Cancel,
  EvidenceFile,
  EvidenceTree,
  FileRef,
  Platform,
  RandomAccess,
  Report,
  Sha256,
} from "@contraluz/core";
import { stopIfCancelled } from "../cancel.ts";
import { openOr } from "../ios-backup/meta.ts";
import { chunksOf, openRef } from "../open-ref.ts";
import { isJunk } from "../tree.ts";
import { INSIDE } from "./nest.ts";

const LIST = "hashes.csv";
const LOG = "command.log";
/** Bytes of the list, of which a line takes 150; letters of a name; folders above the one that is compared. */
const MAX_LIST = 1 << 23;
const MAX_NAME = 4096;
const MAX_ABOVE = 32;
/** Bytes of the log that is compared from its beginning on, and lines that may have come after it was hashed. */
const MAX_LOG = 1 << 20;
const MAX_GROWN = 50;

const utf8 = new TextDecoder();

/** A name as Go's writer of CSV puts it down, with `/` between folders. */
function nameOf(field: string): string {
  const name = field.startsWith('"') && field.endsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
  return name.replaceAll("\\", "/");
}

/** Lines of the list, `[name, hash]`; how many are none. */
function rowsOf(text: string): { rows: [string, Sha256][]; bad: number } {
  const rows: [string, Sha256][] = [];
  let bad = 0;
  for (const line of text.split("\n")) {
    const l = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (l === "") continue;
    const cut = l.lastIndexOf(",");
    const sha256 = l.slice(cut + 1).toLowerCase();
    if (cut < 1 || cut > MAX_NAME || !/^[0-9a-f]{64}$/.test(sha256)) bad++;
    else rows.push([nameOf(l.slice(0, cut)), sha256]);
  }
  return { rows, bad };
}

/** What most names begin with before the path of a file that is there. */
function prefixOf(rows: readonly (readonly [string, Sha256])[], files: ReadonlyMap<string, EvidenceFile>): string {
  const counts = new Map<string, number>();
  for (const [name] of rows) {
    for (let [at, above] = [0, 0]; at >= 0 && at < name.length && above <= MAX_ABOVE; above++) {
      if (files.has(name.slice(at))) {
        const prefix = name.slice(0, at);
        counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
        break;
      }
      const slash = name.indexOf("/", at);
      at = slash < 0 ? -1 : slash + 1;
    }
  }
  let [best, most] = ["", 0];
  for (const [prefix, n] of counts) if (n > most) [best, most] = [prefix, n];
  return best;
}

async function sha256Of(source: RandomAccess, o: SumsOptions): Promise<Sha256> {
  const sha = o.platform.sha256();
  for await (const chunk of chunksOf(source)) {
    stopIfCancelled(o.cancel);
    sha.update(chunk);
  }
  return sha.hex();
}

/** True if the log began with what was hashed: lines were added at its end. */
async function grown(source: RandomAccess, said: ReadonlySet<Sha256>, o: SumsOptions): Promise<boolean> {
  if (source.size > MAX_LOG) return false;
  const bytes = await source.read(0, source.size);
  let end = bytes.length;
  for (let n = 0; n < MAX_GROWN && end > 0; n++) {
    end = bytes.lastIndexOf(0x0a, end - 2) + 1;
    const sha = o.platform.sha256();
    sha.update(bytes.subarray(0, end));
    if (said.has(sha.hex())) return true;
  }
  return false;
}

export interface SumsOptions {
  readonly platform: Platform;
  readonly report: Report;
  readonly cancel?: Cancel | undefined;
  /** How archives that were opened are opened again, by path. */
  readonly refs?: ReadonlyMap<string, FileRef>;
}

/** Files of the folder by their path in it, without what lies in archives. */
async function filesOf(tree: EvidenceTree, folder: string, o: SumsOptions): Promise<Map<string, EvidenceFile>> {
  const files = new Map<string, EvidenceFile>();
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const f of batch) {
      const inFolder = f.kind === "file" && f.path.startsWith(folder) && !isJunk(f.path);
      if (inFolder && !f.path.slice(folder.length).includes(INSIDE)) files.set(f.path.slice(folder.length), f);
    }
  }
  return files;
}

/**
 * Compares, and names each file that is another one, that is gone, or that is not in the list. `known`: hashes of files that were read,
 * by their path in the tree; the others are read here.
 * @example await compareSums(tree, "66f42637/", new Map(), { platform, report });
 */
export async function compareSums(
  tree: EvidenceTree,
  folder: string,
  known: ReadonlyMap<string, Sha256>,
  o: SumsOptions,
): Promise<void> {
  const files = await filesOf(tree, folder, o);
  const unusable = (found: string): void =>
    o.report({ code: "androidqf-hash-list", path: folder + LIST, found, expected: "path,sha256", lost: "nothing" });
  const list = files.get(LIST);
  if (!list?.ref) return unusable("no list");
  const open = { platform: o.platform, ...(o.cancel ? { cancel: o.cancel } : {}) };
  /** What `use` makes of a file; a Problem, and undefined, if it cannot be read. */
  const read = <T>(file: EvidenceFile, use: (source: RandomAccess) => Promise<T>): Promise<T | undefined> =>
    openOr(
      async () => {
        const source = await openRef(o.refs?.get(file.path) ?? file.ref!, open);
        try {
          return await use(source);
        } finally {
          await source.close?.();
        }
      },
      file.path,
      o.report,
    );
  const text = await read(list, async (s) => utf8.decode(await s.read(0, MAX_LIST)));
  if (text === undefined) return;
  const { rows, bad } = rowsOf(text);
  if (rows.length === 0) return unusable("no line of it");
  if (bad > 0) unusable(`${bad} lines that are none`);
  const prefix = prefixOf(rows, files);
  const said = new Map<string, Set<Sha256>>();
  for (const [name, sha256] of rows) {
    const path = name.startsWith(prefix) ? name.slice(prefix.length) : name;
    const all = said.get(path);
    if (all) all.add(sha256);
    else said.set(path, new Set([sha256]));
  }
  for (const [path, hashes] of said) {
    const file = files.get(path);
    if (path === LIST) continue;
    if (!file) {
      o.report({ code: "androidqf-hash-missing", path: folder + path.slice(0, 500), lost: "file" });
      continue;
    }
    if (!file.ref) continue; // its container has told why
    stopIfCancelled(o.cancel);
    const found = known.get(file.path) ?? (await read(file, (s) => sha256Of(s, o)));
    if (found === undefined || hashes.has(found)) continue;
    if (path === LOG && (await read(file, (s) => grown(s, hashes, o)))) continue;
    const expected = [...hashes].slice(0, 2).join(", ");
    o.report({ code: "androidqf-hash-different", path: file.path, found, expected, lost: "nothing" });
  }
  for (const [path, file] of files) {
    if (path === LIST || said.has(path)) continue;
    // Parts of one app that had one name: the list has a line for each.
    const twin = said.get(path.replace(/_\d{1,3}\.apk$/, ".apk"));
    if (twin && twin.size > 1 && file.ref) {
      const found = known.get(file.path) ?? (await read(file, (s) => sha256Of(s, o)));
      if (found !== undefined && twin.has(found)) continue;
    }
    o.report({ code: "androidqf-hash-none", path: file.path, lost: "nothing" });
  }
}
