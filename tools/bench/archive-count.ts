/**
 * Counts what a reader of pictures takes letters for: `node tools/bench/archive-count.ts GENERATED READ …` (three pairs of folders: of
 * `gen_archive.py` at levels 1 to 3, and of `archive read`) writes the tables of `archive-confusions.ts`. Each line of the truth is
 * aligned (Levenshtein, free ends: columns may have been joined) with the read line that shares most pairs of letters with it.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@contraluz/archive/pages/index.ts";

interface TruthLine {
  readonly file: string;
  readonly page: number;
  readonly text: string;
  readonly readable: boolean;
}

export const readPages = (folder: string): Page[] =>
  readdirSync(join(folder, "pages"))
    .sort()
    .flatMap((f) => readFileSync(join(folder, "pages", f), "utf8").split("\n"))
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as Page);

const plain = (t: string): string => t.replaceAll("█", "").replace(/\s+/g, " ").trim();
const NONE = "∅";
const FEWEST = 4;

function pairsOf(t: string): Map<string, number> {
  const out = new Map<string, number>();
  for (let i = 0; i + 1 < t.length; i++) out.set(t.slice(i, i + 2), (out.get(t.slice(i, i + 2)) ?? 0) + 1);
  return out;
}

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let n = 0;
  for (const [pair, times] of a) n += Math.min(times, b.get(pair) ?? 0);
  return n;
}

/** Each letter of `a` with what stands for it in `b`; ends of `b` are free. */
export function aligned(
  a: string,
  b: string,
): { readonly steps: readonly (readonly [string, string])[]; readonly wrong: number } {
  const w = b.length + 1;
  const d = new Uint16Array((a.length + 1) * w);
  for (let i = 1; i <= a.length; i++) {
    d[i * w] = i;
    for (let j = 1; j <= b.length; j++)
      d[i * w + j] = Math.min(
        d[(i - 1) * w + j]! + 1,
        d[i * w + j - 1]! + 1,
        d[(i - 1) * w + j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
  }
  let [i, j] = [a.length, 0];
  for (let k = 1; k <= b.length; k++) if (d[i * w + k]! < d[i * w + j]!) j = k;
  const wrong = d[i * w + j]!;
  const steps: [string, string][] = [];
  while (i > 0) {
    const here = d[i * w + j]!;
    if (j > 0 && here === d[(i - 1) * w + j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)) steps.push([a[--i]!, b[--j]!]);
    else if (here === d[(i - 1) * w + j]! + 1) steps.push([a[--i]!, NONE]);
    else steps.push([NONE, b[--j]!]);
  }
  return { steps: steps.reverse(), wrong };
}

export interface Counted {
  readonly pages: number;
  readonly chars: number;
  readonly lines: number;
  readonly lost: number;
  readonly pairs: ReadonlyMap<string, number>;
  readonly seen: ReadonlyMap<string, number>;
}

export function count(truth: readonly TruthLine[], pages: readonly Page[]): Counted {
  const read = new Map(pages.map((p) => [`${p.path}:${p.page}`, p]));
  const [pairs, seen] = [new Map<string, number>(), new Map<string, number>()];
  let [done, chars, lines, lost] = [0, 0, 0, 0];
  const add = (m: Map<string, number>, k: string): void => void m.set(k, (m.get(k) ?? 0) + 1);
  for (const t of truth) {
    const p = read.get(`${t.file}:${t.page}`);
    if (!p || !t.readable) continue;
    done++;
    const ours = p.text
      .split("\n")
      .map((l) => plain(l))
      .filter((l) => l !== "");
    const bags = ours.map(pairsOf);
    for (const line of t.text.split("\n").map(plain)) {
      if (line.length < FEWEST) continue;
      lines++;
      const bag = pairsOf(line);
      let [best, at] = [0, -1];
      for (const [k, other] of bags.entries()) {
        const n = shared(bag, other);
        if (n > best) [best, at] = [n, k];
      }
      const found = at < 0 ? undefined : aligned(line, ours[at]!);
      if (!found || found.wrong * 2 > line.length) {
        lost++;
        continue;
      }
      for (const [from, to] of found.steps) {
        if (from !== NONE) {
          chars++;
          add(seen, from);
        }
        if (from !== to) add(pairs, from + to);
      }
    }
  }
  return { pages: done, chars, lines, lost, pairs, seen };
}

/** As the source of `archive-confusions.ts` has it. */
function source(c: Counted): string {
  const list = (m: ReadonlyMap<string, number>, least: number): string =>
    [...m]
      .filter(([, n]) => n >= least)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([k, n]) => `${k}${n}\t`)
      .join("");
  const rows = (text: string): string => {
    const out = [""];
    for (const cell of text.split(/(?<=\t)/))
      if (out.at(-1)!.length + cell.length < 110) out[out.length - 1] += cell;
      else out.push(cell);
    return out.map((row) => `      ${JSON.stringify(row)}`).join(" +\n");
  };
  return `    chars: ${c.chars},\n    lines: ${c.lines},\n    lost: ${c.lost},\n    pairs:\n${rows(list(c.pairs, 1))},\n    seen:\n${rows(list(c.seen, 1))},\n`;
}

if (process.argv[1]?.endsWith("archive-count.ts")) {
  const folders = process.argv.slice(2);
  for (let i = 0; i + 1 < folders.length; i += 2) {
    const truth = JSON.parse(readFileSync(join(folders[i]!, "expected.json"), "utf8")).truth.pages as TruthLine[];
    const c = count(truth, readPages(folders[i + 1]!));
    const wrong = [...c.pairs.values()].reduce((a, b) => a + b, 0);
    process.stderr.write(
      `level ${i / 2 + 1}: ${c.pages} pages, ${c.lines} lines, ${c.lost} lost (${((100 * c.lost) / c.lines).toFixed(1)} %), ${c.chars} letters, ${((100 * wrong) / c.chars).toFixed(2)} % wrong in the others\n`,
    );
    process.stdout.write(`  ${i / 2 + 1}: {\n${source(c)}  },\n`);
  }
}
