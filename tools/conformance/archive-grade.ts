/** What `gen_archive.py` knows of its pages, against what was read. @module */
import type { ReadPage } from "@contraluz/archive/read/index.ts";
import { must, same } from "./runner.ts";

export interface Expected {
  readonly pages: readonly {
    readonly id: string;
    readonly file: string;
    readonly page: number;
    readonly text: string;
    readonly readable: boolean;
    readonly why: string | null;
  }[];
  readonly redactions: readonly { readonly page: string; readonly kind: string; readonly hidden: string | null }[];
  readonly layers: readonly { readonly page: string; readonly finding: boolean }[];
}

const plain = (t: string): string => t.replaceAll("█", "").replace(/\s+/g, " ").trim();

/** Letters that must change (Levenshtein), and how many there are. */
export function charactersWrong(truth: string, read: string): { readonly wrong: number; readonly of: number } {
  const [a, b] = [plain(truth), plain(read)];
  let last = Uint32Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = new Uint32Array(b.length + 1);
    row[0] = i;
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    last = row;
  }
  return { wrong: last[b.length]!, of: a.length };
}

/** Proper redactions, and those that no program can undo. */
const PROPER = new Set(["burned", "ink"]);

export interface Graded {
  readonly pages: number;
  readonly wrong: number;
  readonly redactions: number;
  readonly states: string;
}

/** Throws where a page is missing or twice, a redaction or a layer is missed or made up, or an unreadable page is not said to be one. */
export function gradePages(pages: readonly ReadPage[], expected: Expected): Graded {
  const ours = new Map<string, ReadPage>();
  for (const p of pages) {
    const key = `${p.path}:${p.page}`;
    must(!ours.has(key), `${key} twice`);
    ours.set(key, p);
  }
  let [wrong, of, redactions] = [0, 0, 0];
  const states = new Map<string, number>();
  for (const t of expected.pages) {
    const p = ours.get(`${t.file}:${t.page}`);
    must(p !== undefined, `${t.file} page ${t.page} is missing`);
    states.set(p!.state, (states.get(p!.state) ?? 0) + 1);
    if (!t.readable) must(p!.state === "unreadable", `${t.id} cannot be read (${t.why}), and is ${p!.state}`);
    if (t.why === "blank") must(p!.state === "blank", `${t.id} is blank, and is ${p!.state}`);
    const found = (kind: string): readonly string[] =>
      (p!.findings ?? []).filter((f) => f.kind === kind).map((f) => f.how);
    const bad = expected.redactions.filter((r) => r.page === t.id && !PROPER.has(r.kind));
    same(
      `${t.id}: kinds of redactions`,
      [...new Set(found("redaction"))].sort(),
      [...new Set(bad.map((r) => r.kind))].sort(),
    );
    redactions += bad.length;
    for (const r of bad)
      if (r.hidden && !t.text.includes(r.hidden))
        must(!JSON.stringify(p).includes(r.hidden), `${t.id}: what a bar hides was written`);
    const differs = expected.layers.some((l) => l.page === t.id && l.finding);
    same(`${t.id}: its layer differs`, found("layer-differs").length > 0, differs);
    if (!t.readable) continue;
    const c = charactersWrong(t.text, p!.text);
    // The head of a message is read, too; the truth has its text alone.
    if (/\.(?:eml|mbox)$/.test(t.file)) continue;
    wrong += c.wrong;
    of += c.of;
  }
  const counted = [...states].sort().map(([s, n]) => `${s} ${n}`);
  return { pages: expected.pages.length, wrong: of === 0 ? 0 : wrong / of, redactions, states: counted.join(", ") };
}
