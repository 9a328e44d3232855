/** Evidence whose files are just files: a folder that another tool wrote, or an archive of one. @module */
import {
  type Acquisition,
  type Cancel,
  type EvidenceFile,
  type EvidenceTree,
  type FileRef,
  LIMITS,
  type Platform,
  type Report,
} from "@contraluz/core";
import { stopIfCancelled } from "./cancel.ts";
import { keep, openOr } from "./ios-backup/meta.ts";
import { openRef } from "./open-ref.ts";
import type { ArchiveBody, Body, ReadableEvidence } from "./readable.ts";
import { isJunk } from "./tree.ts";

export interface PlainFilesOptions {
  readonly platform: Platform;
  readonly report: Report;
}

export interface PlainFilesParts {
  /** Put before every path, where the folder handed in begins further down. */
  readonly base?: string;
  readonly meta?: readonly EvidenceFile[];
  /** Refs of the tree open in this thread only. */
  readonly local?: boolean;
  readonly close?: () => Promise<void>;
  readonly archives?: readonly string[];
  readonly isCut?: () => boolean;
  readonly verify?: ReadableEvidence["verify"];
}

/** The files of `tree` below `prefix` (`""`, or a folder with a slash at its end) as they stand. */
export class PlainFiles implements ReadableEvidence {
  readonly kind: EvidenceTree["kind"];
  readonly access: EvidenceTree["access"];
  readonly acquisition: Acquisition;
  readonly meta: readonly EvidenceFile[];
  readonly local: boolean;
  readonly archives: readonly string[];
  readonly verify?: NonNullable<ReadableEvidence["verify"]>;
  readonly #tree: EvidenceTree;
  readonly #prefix: string;
  readonly #base: string;
  readonly #close: () => Promise<void>;
  readonly #isCut: () => boolean;
  readonly #o: PlainFilesOptions;

  constructor(
    tree: EvidenceTree,
    prefix: string,
    acquisition: Acquisition,
    o: PlainFilesOptions,
    parts: PlainFilesParts = {},
  ) {
    this.kind = tree.kind;
    this.access = tree.access;
    this.acquisition = acquisition;
    this.#tree = tree;
    this.#prefix = prefix;
    this.#o = o;
    this.#base = parts.base ?? "";
    this.meta = parts.meta ?? [];
    this.local = parts.local ?? false;
    this.archives = parts.archives ?? [];
    if (parts.verify) this.verify = parts.verify;
    this.#close = parts.close ?? (async () => {});
    this.#isCut = parts.isCut ?? (() => false);
  }

  get cut(): boolean {
    return this.#isCut();
  }

  /** `path` loses the prefix; `stored` is where a second person finds the bytes. */
  #inside(file: EvidenceFile): EvidenceFile {
    return { ...file, path: this.#base + file.path.slice(this.#prefix.length), stored: file.stored ?? file.path };
  }

  async *files(cancel?: Cancel): AsyncGenerator<readonly EvidenceFile[]> {
    for await (const batch of this.#tree.files(cancel)) {
      const mine = batch.filter((f) => f.path.startsWith(this.#prefix) && !isJunk(f.path)).map((f) => this.#inside(f));
      if (mine.length > 0) yield mine;
    }
  }

  async find(path: string): Promise<EvidenceFile | undefined> {
    if (!path.startsWith(this.#base)) return undefined;
    const file = await this.#tree.find(this.#prefix + path.slice(this.#base.length));
    return file && this.#inside(file);
  }

  async bodyOf(file: EvidenceFile, wrap: (base: FileRef) => FileRef = (ref) => ref): Promise<Body | undefined> {
    // Its container has told why: no room to keep it, a form of zip that nobody opens.
    if (!file.ref) return undefined;
    return { ref: wrap(file.ref), base: { ...file, path: file.stored ?? file.path }, size: file.size ?? 0 };
  }

  async *bodies(wanted: ReadonlyMap<string, EvidenceFile>, cancel?: Cancel): AsyncGenerator<ArchiveBody> {
    const left = new Map(wanted);
    // Bodies that wait for others share what one may take: a hostile archive has many.
    let memory: number = LIMITS.memory;
    for await (const batch of this.#tree.files(cancel)) {
      stopIfCancelled(cancel);
      for (const base of batch) {
        const stored = base.stored ?? base.path;
        const file = base.kind === "file" ? left.get(stored) : undefined;
        if (!file) continue;
        left.delete(stored);
        const o = { platform: this.#o.platform, ...(cancel ? { cancel } : {}) };
        const kept = await openOr(() => keep(base, o, true, memory), file.path, this.#o.report);
        if (!kept) continue;
        let held = kept.held;
        memory -= held;
        yield {
          file,
          base: { ...kept.file, path: stored },
          ref: kept.file.ref,
          size: kept.file.size ?? 0,
          sha256: kept.sha256(),
          open: () => openRef(kept.file.ref, { platform: this.#o.platform }),
          close: async () => {
            memory += held;
            held = 0;
            await kept.close();
          },
        };
      }
      if (left.size === 0) return;
    }
    stopIfCancelled(cancel);
    for (const file of left.values()) this.#o.report({ code: "host-read", path: file.path, lost: "file" });
  }

  close(): Promise<void> {
    return this.#close();
  }
}
