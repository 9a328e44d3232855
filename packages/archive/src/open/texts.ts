/** Texts of the sources of a ledger, taken from an index when they are asked for: as they were last corrected. @module */
import type { ArchiveIndex, StoredPage } from "../index/index.ts";
import type { SourceText, SourceTexts } from "../ledger/texts.ts";
import type { Source } from "../ledger/types.ts";

/** Pages of one document that are read for one quote. */
const MOST = 2000;

export interface IndexTexts extends SourceTexts {
  /** The page that a source names; the first that has its quote where it names none. Undefined where it is not at hand. */
  pageOf(s: Source): StoredPage | undefined;
}

const read = (p: StoredPage): boolean => p.state !== "unreadable" || p.corrected > 0;

export function indexTexts(index: ArchiveIndex): IndexTexts {
  const of = index.db.prepare(
    `SELECT min(p.id) AS id FROM pages p JOIN docs d ON d.id = p.doc WHERE d.sha = ? GROUP BY p.page ORDER BY p.page LIMIT ${MOST}`,
  );
  const one = index.db.prepare(
    "SELECT min(p.id) AS id FROM pages p JOIN docs d ON d.id = p.doc WHERE d.sha = ? AND p.page = ?",
  );
  const pages = (doc: string): StoredPage[] => of.all(doc).flatMap((r) => index.pages.page(r.id as number) ?? []);
  const pageAt = (s: Source, page: number): StoredPage | undefined => {
    const id = one.all(s.sha256, page)[0]?.id;
    return typeof id === "number" ? index.pages.page(id) : undefined;
  };
  return {
    textOf(s): SourceText {
      if (s.page !== undefined) {
        const p = pageAt(s, s.page);
        if (p) return read(p) ? { state: "text", text: p.text } : { state: "unreadable" };
        return { state: of.all(s.sha256).length > 0 ? "no-such-page" : "absent" };
      }
      const all = pages(s.sha256);
      if (all.length === 0) return { state: "absent" };
      const can = all.filter(read);
      return can.length === 0 ? { state: "unreadable" } : { state: "text", text: can.map((p) => p.text).join("\n") };
    },
    copyOf: (s) => pageAt(s, s.page ?? 1)?.dup?.of.doc,
    pageOf(s) {
      if (s.page !== undefined) return pageAt(s, s.page);
      const all = pages(s.sha256);
      return all.find((p) => s.quote !== undefined && p.text.includes(s.quote)) ?? all[0];
    },
  };
}
