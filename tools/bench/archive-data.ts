/** Archives that are measured: texts of ../shared/tools/gen_archive.py, damaged as pages that were really read are. @module */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Box } from "@contraluz/archive/pages/index.ts";
import { CONFUSIONS } from "./archive-confusions.ts";
import { SHARED } from "./data.ts";

const GENERATOR = join(SHARED, "tools/gen_archive.py");

export interface TruthEntity {
  readonly type: string;
  readonly printed: string;
  readonly span: readonly [number, number];
  readonly person?: string;
  /** One a line of text, pixels of the page; null where there is none. */
  readonly boxes?: readonly (Box | null)[];
}
export interface TruthPage {
  readonly id: string;
  readonly file: string;
  readonly page: number;
  readonly text: string;
  readonly readable: boolean;
  readonly date?: string;
  readonly entities: readonly TruthEntity[];
}
export interface TruthQuery {
  readonly id: string;
  readonly typed: string;
  readonly class: "common" | "mid" | "rare";
  readonly aliases: readonly string[];
  readonly person: string;
  readonly mentions: readonly { page: string; entity: number; counted: boolean; min?: string }[];
  readonly decoys: readonly { page: string; entity: number; class: string; not_same: boolean }[];
}

/** What is being done, beside the figures: the generator takes 15 ms of the processor for a page. */
export const note = (text: string): void => void process.stderr.write(`archive: ${text}\n`);

/** Makes an archive of texts, once per folder. One that was not finished has no `expected.json` and is made again. */
export function archiveOf(data: string, pages: number, seed: number, python: string): string {
  const folder = join(data, `archive-${pages}-${seed}`);
  if (existsSync(join(folder, "expected.json"))) {
    note(`${pages} pages of seed ${seed} are there from an earlier run`);
    return folder;
  }
  note(`making ${pages} pages of text, seed ${seed} (gen_archive.py; kept with --data)`);
  const start = performance.now();
  const args = ["--out", folder, "--pages", String(pages), "--seed", String(seed), "--formats", "txt", "--level", "0"];
  const r = spawnSync(python, [GENERATOR, ...args, "--pages-file"], { encoding: "utf8" });
  if (r.status !== 0)
    throw new Error(`${GENERATOR} (needs numpy and Pillow, --python): ${r.error?.message ?? r.stderr.slice(-2000)}`);
  note(`made in ${Math.round((performance.now() - start) / 1000)} s`);
  return folder;
}

export function sha256(): { update(bytes: Uint8Array): void; hex(): string } {
  const hash = createHash("sha256");
  return { update: (b) => void hash.update(b), hex: () => hash.digest("hex") };
}

export const queriesOf = (folder: string): readonly TruthQuery[] =>
  JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")).truth.queries;

export async function* truthPages(folder: string): AsyncGenerator<TruthPage> {
  for await (const line of createInterface({ input: createReadStream(join(folder, "truth-pages.jsonl")) }))
    yield JSON.parse(line) as TruthPage;
}

/** A small generator of numbers below 1, the same each time (mulberry32). */
export function numbers(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const NONE = "∅";

interface Model {
  /** Of each letter: what it is read as, with the share of that. */
  readonly out: ReadonlyMap<string, readonly (readonly [string, number])[]>;
  /** Letters that are put in, and how often behind a letter. */
  readonly put: readonly (readonly [string, number])[];
}

function modelOf(level: 1 | 2 | 3, times: number): Model {
  const c = CONFUSIONS[level];
  const seen = new Map(
    c.seen
      .split("\t")
      .filter((e) => e !== "")
      .map((e) => [[...e][0]!, Number([...e].slice(1).join(""))]),
  );
  const out = new Map<string, [string, number][]>();
  const put: [string, number][] = [];
  for (const e of c.pairs.split("\t")) {
    const [from, to, ...digits] = [...e];
    if (from === undefined || to === undefined) continue;
    const n = Number(digits.join("")) * times;
    if (from === NONE) put.push([to, n / c.chars]);
    // A letter that was rarely seen is not always misread.
    else out.set(from, [...(out.get(from) ?? []), [to === NONE ? "" : to, n / Math.max(200, seen.get(from) ?? 0)]]);
  }
  return { out, put };
}

/**
 * Damages texts as the counted confusions have it; `times` more often. Gives the text, and of each letter of the truth (by code point)
 * where it begins in it (UTF-16); one more for the end.
 */
export function damage(
  level: 0 | 1 | 2 | 3,
  seed: number,
  times = 1,
): (text: string) => { text: string; at: number[] } {
  const random = numbers(seed);
  const model = level === 0 ? undefined : modelOf(level, times);
  return (text) => {
    let out = "";
    const at: number[] = [];
    for (const c of text) {
      at.push(out.length);
      // Bars hide what lies below.
      let read = c === "█" ? "" : c;
      if (model && c !== "\n") {
        let r = random();
        for (const [to, share] of model.out.get(c) ?? []) {
          if (r < share) {
            read = to;
            break;
          }
          r -= share;
        }
        r = random();
        for (const [to, share] of model.put) {
          if (r < share) {
            read += to;
            break;
          }
          r -= share;
        }
      }
      out += read;
    }
    at.push(out.length);
    return { text: out, at };
  };
}

/** A page as reading would leave it. */
export const pageLine = (p: Pick<TruthPage, "file" | "page" | "readable" | "date">, text: string): string =>
  `${JSON.stringify({
    doc: createHash("sha256").update(p.file).digest("hex"),
    path: p.file,
    page: p.page,
    state: p.readable ? "read" : "unreadable",
    from: "ocr",
    text,
    ...(p.date && { date: { text: p.date, iso: p.date, precision: "day" } }),
  })}\n`;
