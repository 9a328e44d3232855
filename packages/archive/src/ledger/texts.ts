/** Texts of the sources that are at hand: pages that the archive read, or files of text. @module */
import type { Page } from "../pages/types.ts";
import type { Source } from "./types.ts";

/** `absent`: the file is not at hand. `unreadable`: it is, and nobody could read this page. */
export type SourceText =
  | { readonly state: "text"; readonly text: string }
  | { readonly state: "absent" | "unreadable" | "no-such-page" };

export interface SourceTexts {
  textOf(source: Source): SourceText;
  /** What the file is a copy of, as reading found: a name that copies share. */
  copyOf(source: Source): string | undefined;
}

type Part = Pick<Page, "doc" | "page" | "state" | "text" | "dup">;

/** Pages by document. Pages between explicit page breaks of a text file count as pages. */
export class PageTexts implements SourceTexts {
  readonly #docs = new Map<string, Map<number, Part>>();

  add(p: Part): void {
    let doc = this.#docs.get(p.doc);
    if (!doc) this.#docs.set(p.doc, (doc = new Map()));
    if (!doc.has(p.page)) doc.set(p.page, p);
  }

  get size(): number {
    return this.#docs.size;
  }

  textOf(s: Source): SourceText {
    const doc = this.#docs.get(s.sha256);
    if (!doc) return { state: "absent" };
    if (s.page !== undefined) {
      const p = doc.get(s.page);
      if (!p) return { state: "no-such-page" };
      return p.state === "unreadable" ? { state: "unreadable" } : { state: "text", text: p.text };
    }
    const pages = [...doc.values()].sort((a, b) => a.page - b.page);
    const read = pages.filter((p) => p.state !== "unreadable");
    if (read.length === 0) return { state: "unreadable" };
    return { state: "text", text: read.map((p) => p.text).join("\n") };
  }

  copyOf(s: Source): string | undefined {
    const dup = this.#docs.get(s.sha256)?.get(s.page ?? 1)?.dup;
    return dup === undefined ? undefined : dup.of.doc;
  }
}
