/**
 * Archives that lie in a tree, opened in place: their files come right behind them, as `bugreport.zip!/main_entry.txt`.
 * Bounded in depth, in number and in bytes; an archive that cannot be opened stays a file, with a Problem.
 * @module
 */
import {
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  type FileRef,
  LIMITS,
  type Report,
} from "@contraluz/core";
import type { MetaOptions } from "../ios-backup/meta.ts";
import { type OpenOptions, openRef } from "../open-ref.ts";
import { hostRead } from "../tree.ts";
import { zipTree } from "../zip-tree.ts";

/** Between the path of an archive and a path in it. */
export const INSIDE = "!/";

/** Archives opened in one tree. AndroidQF has two, and one for each month of intrusion logs. */
const MAX_ARCHIVES = 64;
/** Bytes of archives that are stored compressed in another one, and have to be unpacked. */
const MAX_UNPACKED = 2 ** 31;

/** Trees of archives, by the path of each archive; open until `close()`. */
export class Nest {
  readonly trees: Map<string, EvidenceTree> = new Map();
  /** How to open each archive again, by its path. */
  readonly refs: Map<string, FileRef> = new Map();
  /** Some of its files open in this thread only. */
  local = false;
  /** The list of files of an archive is known to have lost some. */
  cut = false;
  #opened = 0;
  #unpacked = 0;
  readonly #closers: (() => Promise<void>)[] = [];
  readonly #o: MetaOptions;
  readonly #open: OpenOptions;

  constructor(o: MetaOptions) {
    this.#o = o;
    this.#open = { platform: o.platform, report: o.report, ...(o.cancel ? { cancel: o.cancel } : {}) };
  }

  /** A report that says in which archive it was. */
  within(path: string): Report {
    return (p) => {
      this.cut ||= p.path === undefined && p.lost !== "nothing";
      this.#o.report({ ...p, path: p.path === undefined ? path : `${path}${INSIDE}${p.path}` });
    };
  }

  /** Something to let go of at the end. */
  later(close: () => Promise<void>): void {
    this.#closers.push(close);
  }

  /** False, and a Problem, where one more archive would be too many. */
  room(file: EvidenceFile): boolean {
    const size = file.ref?.kind === "inflate" ? file.ref.size : 0;
    if (this.#opened >= MAX_ARCHIVES || this.#unpacked + size > MAX_UNPACKED) {
      const [found, expected] =
        this.#opened >= MAX_ARCHIVES
          ? [`> ${MAX_ARCHIVES}`, `<= ${MAX_ARCHIVES}`]
          : [`${this.#unpacked + size} B`, `<= ${MAX_UNPACKED} B`];
      this.cut = true;
      this.#o.report({ code: "evidence-nested", path: file.path, found, expected, lost: "file" });
      return false;
    }
    this.#opened++;
    this.#unpacked += size;
    return true;
  }

  /** An archive that lies too deep in others: what lies in it is not seen. */
  tooDeep(file: EvidenceFile): void {
    this.cut = true;
    const expected = `<= ${LIMITS.nesting}`;
    this.#o.report({ code: "evidence-nested", path: file.path, expected, lost: "file" });
  }

  /** More files than are looked through: what lies behind the first ones may be of the phone, too. */
  tooMany(archive: string, most: number): void {
    this.cut = true;
    const path = archive === "" ? {} : { path: archive };
    this.#o.report({ code: "too-many-files", ...path, found: `> ${most}`, expected: `<= ${most}`, lost: "file" });
  }

  /** A ref that opens an archive cheaply any number of times: itself, or what it was unpacked to, once. */
  async refOf(file: EvidenceFile): Promise<FileRef | undefined> {
    let { ref } = file;
    if (ref?.kind === "inflate") {
      const source = await openRef(ref, { ...this.#open, report: this.within(file.path) });
      this.later(async () => source.close?.());
      this.local = true;
      ref = { kind: "host", handle: source, size: source.size };
    }
    if (ref) this.refs.set(file.path, ref);
    return ref;
  }

  /** The zip that a file is, as a tree; undefined, and a Problem, if it cannot be opened. Asked again: the same tree. */
  async zip(file: EvidenceFile): Promise<EvidenceTree | undefined> {
    const known = this.trees.get(file.path);
    if (known) return known;
    try {
      if (!this.room(file)) return undefined;
      const ref = await this.refOf(file);
      if (!ref) return undefined;
      const source = await openRef(ref, this.#open);
      this.later(async () => source.close?.());
      return zipTree(ref, source, this.within(file.path));
    } catch (e) {
      if (e instanceof ContraluzError && e.code === "cancelled") throw e;
      this.failed(e, file.path);
      return undefined;
    }
  }

  /** An archive that cannot be opened: what lies in it is not seen. */
  failed(e: unknown, path: string): void {
    this.cut = true;
    this.#o.report({ ...hostRead(e), path });
  }

  /** From now on the files of `tree` come behind the file with that path. */
  mount(path: string, tree: EvidenceTree): void {
    this.trees.set(path, tree);
  }

  async close(): Promise<void> {
    for (const f of this.#closers.splice(0).reverse()) await f();
  }
}

/** A file of an archive as one of the tree in which the archive lies. */
export function insideOf(archive: string, file: EvidenceFile): EvidenceFile {
  const { stored: _, ...rest } = file;
  return { ...rest, path: `${archive}${INSIDE}${file.path}` };
}

/**
 * A seekable tree together with the archives that `nest` has mounted in it. Files of the tree that pretend to lie in one of these
 * are left out, with a Problem.
 */
export function nested(base: EvidenceTree, nest: Nest, report: Report): EvidenceTree {
  const told = new Set<string>();
  /** `from`: where the path within its own archive begins. */
  const pretends = (path: string, from: number): boolean => {
    for (let at = path.indexOf(INSIDE, from); at >= 0; at = path.indexOf(INSIDE, at + 1)) {
      if (!nest.trees.has(path.slice(0, at))) continue;
      if (!told.has(path)) report({ code: "path-unsafe", path, found: path.slice(0, 200), lost: "file" });
      if (told.size < 1000) told.add(path);
      return true;
    }
    return false;
  };
  async function* files(
    tree: EvidenceTree,
    archive: string | undefined,
    signal: Parameters<EvidenceTree["files"]>[0],
  ): AsyncGenerator<readonly EvidenceFile[]> {
    const from = archive === undefined ? 0 : archive.length + INSIDE.length;
    for await (const batch of tree.files(signal)) {
      let out: EvidenceFile[] = [];
      for (const file of batch) {
        const here = archive === undefined ? file : insideOf(archive, file);
        if (pretends(here.path, from)) continue;
        out.push(here);
        const inner = nest.trees.get(here.path);
        if (!inner) continue;
        yield out;
        out = [];
        yield* files(inner, here.path, signal);
      }
      if (out.length > 0) yield out;
    }
  }
  return {
    kind: base.kind,
    access: "seekable",
    files: (signal) => files(base, undefined, signal),
    async find(path) {
      for (let at = path.lastIndexOf(INSIDE); at >= 0; at = path.lastIndexOf(INSIDE, at - 1)) {
        const archive = path.slice(0, at);
        const inner = await nest.trees.get(archive)?.find(path.slice(at + INSIDE.length));
        if (inner) return insideOf(archive, inner);
        if (at === 0) break;
      }
      return base.find(path);
    },
  };
}
