/** What was read and what was not, by document and page: counted over all pages at the end. @module */
import type { Problem } from "@contraluz/core";
import type { PageDup, PageState } from "../pages/index.ts";
import type { PageFinding, ReadPage } from "./types.ts";

export interface DocumentCoverage {
  readonly path: string;
  readonly doc: string;
  readonly pages: number;
  /** Numbers of pages that are poor, and of those that nobody could read. */
  readonly poor: readonly number[];
  readonly unreadable: readonly number[];
  /** Codes of problems. */
  readonly problems: readonly string[];
}

export interface Coverage {
  readonly schema: "contraluz/archive-coverage@1";
  readonly documents: number;
  readonly pages: Readonly<Record<PageState, number>>;
  readonly copies: { readonly same: number; readonly near: number };
  /** Programs that read pictures in the last run. */
  readonly engines: readonly string[];
  /** Documents of which something was not read, or read poorly. */
  readonly incomplete: readonly DocumentCoverage[];
  /** What could not be opened or listed at all, so that nobody knows which pages it has: the first hundred. Left out by readings of before. */
  readonly unopened?: readonly Pick<Problem, "code" | "path">[];
}

/** Problems of the documents as a whole that one reading keeps. */
const UNOPENED = 100;

export type ListedFinding = PageFinding & { readonly doc: string; readonly path: string; readonly page: number };

interface Open {
  readonly path: string;
  readonly doc: string;
  pages: number;
  readonly poor: number[];
  readonly unreadable: number[];
  readonly problems: Set<string>;
}

export class CoverageCount {
  readonly findings: ListedFinding[] = [];
  readonly #pages: Record<PageState, number> = { read: 0, poor: 0, unreadable: 0, blank: 0 };
  readonly #copies: Record<PageDup["kind"], number> = { same: 0, near: 0 };
  readonly #incomplete: DocumentCoverage[] = [];
  #documents = 0;
  #open: Open | undefined;

  note(p: ReadPage): void {
    if (this.#open?.path !== p.path) {
      this.#close();
      this.#documents++;
      this.#open = { path: p.path, doc: p.doc, pages: 0, poor: [], unreadable: [], problems: new Set() };
    }
    const open = this.#open;
    open.pages++;
    this.#pages[p.state]++;
    if (p.state === "poor") open.poor.push(p.page);
    if (p.state === "unreadable") open.unreadable.push(p.page);
    for (const x of p.problems ?? []) open.problems.add(x.code);
    if (p.dup) this.#copies[p.dup.kind]++;
    const { doc, path, page } = p;
    for (const f of p.findings ?? []) this.findings.push({ doc, path, page, ...f });
  }

  #close(): void {
    const o = this.#open;
    if (!o || (o.poor.length === 0 && o.unreadable.length === 0 && o.problems.size === 0)) return;
    this.#incomplete.push({ ...o, problems: [...o.problems].sort() });
  }

  /** `problems`: what was reported while the documents were opened and listed. */
  finish(engines: readonly string[], problems: readonly Problem[] = []): Coverage {
    this.#close();
    this.#open = undefined;
    return {
      schema: "contraluz/archive-coverage@1",
      documents: this.#documents,
      pages: this.#pages,
      copies: this.#copies,
      engines,
      incomplete: this.#incomplete,
      unopened: problems
        .slice(0, UNOPENED)
        .map(({ code, path }) => ({ code, ...(path === undefined ? {} : { path }) })),
    };
  }
}
