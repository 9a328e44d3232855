/** An open backup: scans of Manifest.db, bodies of its rows. @module */
import {
  type Acquisition,
  type Cancel,
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  type FileRef,
  type RandomAccess,
  type Report,
} from "@contraluz/core";
import { openSqlite } from "@contraluz/formats/sqlite/index.ts";
import { openRef } from "../open-ref.ts";
import { bodyPaths, bodyRef, missingBody, planBody } from "./body.ts";
import type { FoundBackup } from "./find.ts";
import { tooOld } from "./info.ts";
import { META_NAMES, openOr } from "./meta.ts";
import { pull } from "./pull.ts";
import { COLUMNS, RowReader, TABLE } from "./row.ts";
import type { Metas } from "./sources.ts";
import { streamBodies } from "./stream-bodies.ts";
import type { ArchiveBody, Body, IosBackup, OpenBackupOptions } from "./types.ts";
import type { ClassKeys } from "./unlock.ts";

export interface BackupParts {
  readonly found: FoundBackup;
  readonly o: OpenBackupOptions;
  readonly metas: Metas;
  /** Plain bytes of Manifest.db, open, and how to open them again. */
  readonly manifest: { readonly source: RandomAccess; readonly ref: FileRef; readonly index: number | undefined };
  /** Left out where bodies are plain. */
  readonly classes: ClassKeys | undefined;
  readonly acquisition: Acquisition;
}

const SILENT: Report = () => {};

export class Backup implements IosBackup {
  readonly kind = "ios-backup";
  readonly listing = "Manifest.db";
  readonly access: EvidenceTree["access"];
  readonly acquisition: Acquisition;
  readonly meta: readonly EvidenceFile[];
  readonly #p: BackupParts;
  #told = false;

  constructor(p: BackupParts) {
    this.#p = p;
    this.access = p.found.tree.access;
    this.acquisition = p.acquisition;
    this.meta = META_NAMES.flatMap((name) => {
      const file = p.metas.files.get(name)?.file;
      if (!file) return [];
      return name === "Manifest.db" ? [{ ...file, ref: p.manifest.ref }] : [file];
    });
  }

  /** Throws `backup-too-old` if Files has no archives in it: iOS 10.0 and 10.1 had another form under the same name. */
  async checkForm(versionUnknown: boolean): Promise<void> {
    const db = await openSqlite(this.#p.manifest.source, { report: SILENT });
    const table = db?.tables.get(TABLE);
    if (table && !table.columns.some((c) => c.toLowerCase() === "file"))
      throw tooOld("Files without file", "Manifest.db");
    if (!table || !versionUnknown) return;
    for await (const batch of this.#scan(SILENT)) {
      if (batch.every((f) => f.listing?.values.read !== 1)) throw tooOld("Files.file without MBFile", "Manifest.db");
      break;
    }
  }

  files(cancel?: Cancel): AsyncIterable<readonly EvidenceFile[]> {
    const report = this.#told ? SILENT : this.#p.o.report;
    this.#told = true;
    return this.#scan(report, cancel ?? this.#p.o.cancel);
  }

  async *#scan(report: Report, cancel?: Cancel): AsyncGenerator<readonly EvidenceFile[]> {
    const { manifest, found } = this.#p;
    const wal = await this.#openWal(report);
    try {
      yield* pull<EvidenceFile>(manifest.source, async (p) => {
        const tell: Report = (problem) => {
          if (!p.stopped) report({ ...problem, path: problem.path ?? "Manifest.db" });
        };
        const db = await openSqlite(p.source, { report: tell, ...(wal ? { wal } : {}), ...(cancel ? { cancel } : {}) });
        if (!db) return;
        const reader = new RowReader(found.prefix, tell, manifest.index);
        await db.scan(TABLE, COLUMNS, (rows) => {
          if (cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
          for (const row of rows) {
            const file = reader.read(row);
            if (file) p.push(file);
          }
        });
        reader.finish();
      });
    } finally {
      await wal?.close?.();
    }
  }

  /** iOS leaves none, but a program that looked into the backup may have. In an encrypted one it could only be foreign. */
  async #openWal(report: Report): Promise<RandomAccess | undefined> {
    const { metas, classes, o } = this.#p;
    const meta = metas.files.get("Manifest.db-wal");
    if (!meta || meta.file.size === 0) return undefined;
    if (classes) {
      report({ code: "sqlite-wal", path: "Manifest.db-wal", found: "-wal of an encrypted database", lost: "bytes" });
      return undefined;
    }
    return openOr(
      () => openRef(meta.file.ref, { platform: o.platform, report, ...(o.hashes ? { hashes: o.hashes } : {}) }),
      "Manifest.db-wal",
      report,
    );
  }

  async find(path: string): Promise<EvidenceFile | undefined> {
    for await (const batch of this.#scan(SILENT)) {
      const file = batch.find((f) => f.path === path);
      if (file) return file;
    }
    return undefined;
  }

  async bodyOf(file: EvidenceFile, wrap?: (base: FileRef) => FileRef): Promise<Body | undefined> {
    if (this.access === "sequential") throw new ContraluzError("usage", "bodies of an archive come from bodies()");
    if (file.stored === undefined) return undefined;
    const { found, classes, o } = this.#p;
    for (const path of bodyPaths(file.stored)) {
      const base = await found.tree.find(path);
      if (base?.kind !== "file" || !base.ref) continue;
      const plan = await planBody(file, base.size ?? 0, classes, o.report);
      if (!plan) return undefined;
      const of: FileRef = wrap
        ? wrap(base.ref)
        : o.hashed
          ? { kind: "hashed", of: base.ref, file: o.hashed(base) }
          : base.ref;
      return { ref: bodyRef(of, plan), base, size: plan.size };
    }
    missingBody(file, o.report);
    return undefined;
  }

  bodies(wanted: ReadonlyMap<string, EvidenceFile>, cancel?: Cancel): AsyncIterable<ArchiveBody> {
    if (this.access === "seekable") throw new ContraluzError("usage", "bodies of a seekable tree come from bodyOf()");
    const { found, classes, o } = this.#p;
    return streamBodies(found.tree, wanted, classes, { ...o, cancel: cancel ?? o.cancel });
  }

  async close(): Promise<void> {
    await this.#p.manifest.source.close?.();
    await this.#p.metas.close();
  }
}
