/**
 * Papers of a case in the page: copies that it holds are read within its consent, sealed, found and corrected there. Nothing of them is kept
 * anywhere else, and nothing leaves from here.
 * @module
 */
import { correctInCase } from "@contraluz/archive/in-case/correct.ts";
import { IndexTooLarge, openCaseIndex, type Shelf } from "@contraluz/archive/in-case/index-of.ts";
import { partsOfCase } from "@contraluz/archive/in-case/parts.ts";
import { allowDocuments, copiesIn, readInCase } from "@contraluz/archive/in-case/read.ts";
import { ArchiveIndex } from "@contraluz/archive/index/index.ts";
import { nextCorrection } from "@contraluz/archive/open/write.ts";
import { READ_LIMITS } from "@contraluz/archive/read/index.ts";
import { mayKeep } from "@contraluz/case/consent/gate.ts";
import type { CaseMachine } from "@contraluz/case/machine.ts";
import {
  archivesThere,
  copyEvidence,
  latestConsent,
  type OpenVault,
  openCopy,
  openVault,
  openVaultToWrite,
  refuse,
  type Vault,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { type Cancel, ContraluzError, type VaultFolder } from "@contraluz/core";
import { wasmSql } from "@contraluz/platform-web/sql.ts";
import type { Handed, SealedCopy } from "../sealed.ts";
import { openPapers, type Papers } from "./papers.ts";
import type { Sealed, SealedMachine, SealedRead } from "./sealed-types.ts";

/** More pages were read of a case than this device holds. */
export class TooMany extends Error {
  readonly pages: number;
  readonly most: number;
  constructor(pages: number, most: number) {
    super("too many pages");
    this.pages = pages;
    this.most = most;
  }
}

/** Pages of the case, as its readings that came to their end say it; `but`: a copy that is read again. */
const pagesOf = ({ state }: Pick<Vault, "state">, but?: string): number =>
  archivesThere(state)
    .filter((a) => a.evidence !== but)
    .reduce((n, { pages: p }) => n + (p ? p.read + p.poor + p.unreadable + p.blank : 0), 0);

/** Throws Refused where the consent does not allow documents to be read, ContraluzError where the case does not open. */
export async function openSealed(
  folder: VaultFolder,
  h: Pick<Handed, "by" | "actor">,
  machine: SealedMachine,
): Promise<Sealed> {
  const { platform } = machine;
  const its: CaseMachine = {
    platform,
    now: machine.clock,
    random: (n) => crypto.getRandomValues(new Uint8Array(n)),
  };
  const wasm = await machine.support("sql/sqlite3.wasm");
  const sql = (shelf?: Shelf) => wasmSql({ ...(wasm && { wasm }), ...(shelf && { shelf }) });
  let vault: Vault = await openVault(folder, h.by, its);
  allowDocuments(vault);
  const kept = pagesOf(vault);
  if (kept > machine.most) throw new TooMany(kept, machine.most);
  let index: ArchiveIndex | undefined;
  /** Documents of copies, opened when a page of one is to be shown. */
  let papers: Promise<readonly Papers[]> | undefined;

  const fill = async (): Promise<void> => {
    await index?.close();
    index = undefined;
    if (archivesThere(vault.state).length === 0)
      index = await ArchiveIndex.open(await sql(), undefined, { write: true });
    else {
      const o = { sha256: platform.sha256 };
      let made = await openCaseIndex(vault, sql, o);
      // Closing seals it: a page that is left in a hurry has no time for that.
      if (made?.changed) {
        await made.index.close();
        made = await openCaseIndex(vault, sql, o);
      }
      index = made?.index;
    }
    if (!index) throw new Error("no index");
  };
  const writing = async <T>(work: (v: OpenVault) => Promise<T>): Promise<T> => {
    const v = await openVaultToWrite(folder, h.by, its);
    try {
      return await work(v);
    } finally {
      await v.close();
      vault = await openVault(folder, h.by, its);
    }
  };
  const shutPapers = async (): Promise<void> => {
    const old = papers;
    papers = undefined;
    for (const p of (await old?.catch(() => [])) ?? []) await p.documents.close();
  };
  const openAll = async (): Promise<readonly Papers[]> => {
    const read = new Set(archivesThere(vault.state).map((a) => a.evidence));
    const out: Papers[] = [];
    for (const e of copiesIn(vault.state))
      if (read.has(e.id)) out.push(await openPapers(await openCopy(vault, e), platform));
    return out;
  };
  /** No more is read or searched here: as many pages as fit, or an index that does not. */
  let full = false;
  /** Where what was read now is too much, it stays sealed, and nothing is searched here. */
  const fillAgain = async (): Promise<void> => {
    try {
      await fill();
    } catch (e) {
      if (!(e instanceof IndexTooLarge)) throw e;
      full = true;
      index = await ArchiveIndex.open(await sql(), undefined, { write: true });
    }
  };
  let filled = fill();
  const now = async (): Promise<ArchiveIndex> => {
    await filled;
    if (!index) throw new ContraluzError("usage", "no index");
    return index;
  };
  await filled;

  const readOne = async (v: OpenVault, at: string, o: SealedRead): Promise<void> => {
    const e = copiesIn(v.state).find((x) => x.folder === at);
    if (!e) throw new ContraluzError("usage", "no such copy");
    const { documents, places, bytes } = await openPapers(await openCopy(v, e), platform);
    await documents.close();
    const began = machine.now();
    const before = pagesOf(v, e.id);
    let done = 0;
    const cancel: Cancel = {
      get aborted() {
        return o.cancel.aborted || full;
      },
    };
    await readInCase(v, e, {
      actor: h.actor,
      lang: o.lang,
      ocr: o.letters,
      threads: o.threads,
      spawn: machine.spawn,
      after: machine.after,
      pageMs: READ_LIMITS.pageMs,
      cancel,
      report: () => {},
      progress({ pages, path }) {
        full = before + pages >= machine.most;
        const place = places.get(path);
        done = Math.max(done, place ? place.before + (place.file.size ?? 0) : 0);
        o.tell({
          pages,
          documents: place ? place.number + 1 : 0,
          ofDocuments: places.size,
          bytes: done,
          ofBytes: bytes,
          path,
          ms: machine.now() - began,
          before: 0,
        });
      },
    });
  };

  return {
    facts() {
      const { state } = vault;
      const copies = copiesIn(state).map((e): SealedCopy => {
        const a = archivesThere(state).findLast((x) => x.evidence === e.id);
        return {
          folder: e.folder ?? "",
          name: e.name,
          files: e.files,
          bytes: e.bytes,
          checked: state.checks.some((c) => c.evidence.includes(e.id) || (c.taken?.includes(e.id) ?? false)),
          ...(a && { read: { lang: a.lang === "eng" ? "eng" : "spa", letters: a.ocr, whole: a.pages !== undefined } }),
        };
      });
      return { title: state.title, copies };
    },
    index: {
      take: async () => {},
      now,
      ready: now,
      problems: 0,
      get full() {
        return full;
      },
      close: async () => index?.close(),
    },
    whole: () => archivesThere(vault.state).every((a) => a.pages !== undefined),
    async *pages() {
      for (const p of (await partsOfCase(vault)).pages) yield* p.stream();
    },
    async place(path) {
      papers ??= openAll();
      for (const p of await papers) {
        const found = await p.placeOf(path);
        if (found) return found;
      }
      return undefined;
    },
    take: (input) =>
      writing(async (v) => {
        allowDocuments(v);
        refuse(mayKeep(latestConsent(v.state), "copies", its.now().slice(0, 10), withdrawalOf(v.state)));
        const evidence = [await copyEvidence(v, input, { report: () => {} })];
        await v.write({ actor: h.actor, action: "intake", data: { evidence, how: "copy" }, input: [evidence[0]!.id] });
      }),
    async read(o) {
      await shutPapers();
      full = false;
      try {
        await writing(async (v) => {
          for (const at of o.copies) await readOne(v, at, o);
        });
        return "whole";
      } catch (e) {
        if (e instanceof ContraluzError && e.code === "cancelled") return "stopped";
        throw e;
      } finally {
        filled = fillAgain();
        await filled;
      }
    },
    async correct(page, read, text, by) {
      const { doc, path, page: number } = page;
      const place = { doc, path, page: number, read, shown: page.text };
      const made = await writing((v) =>
        correctInCase(v, by.by, (all) => nextCorrection(all, place, text, { ...by, at: its.now() })),
      );
      if (typeof made === "string") return false;
      (await now()).correct([made]);
      return true;
    },
    async close() {
      await shutPapers();
      await index?.close();
      index = undefined;
    },
  };
}
