/**
 * The words of an index in memory, so that every word can be held against one that is looked for. 315,000 words, those of 100,000 misread
 * pages, take 6 MB and are read in 0.1 s; held against one word they take some milliseconds. An index of trigrams in the file took twenty
 * times as long and 8 % of the file: each of a name's trigrams stands in tens of thousands of misread words.
 * @module
 */
import type { SqlDatabase } from "@contraluz/core";

export const VOCABULARY_LIMITS = {
  /** Words that are read at once. */
  chunk: 65_536,
  /** Chunks that are kept. Whoever has more words waits while the others are read again for each word. */
  kept: 32,
} as const;

/** Words one behind the other with a space between, where each begins, which letters it has, on how many pages it stands. */
interface Chunk {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly letters: Uint32Array;
  readonly pages: Uint32Array;
  /** Number of its last word. */
  readonly last: number;
}

export interface Listed {
  readonly term: string;
  readonly pages: number;
}

/** Which letters a word has, one bit each; letters that share a bit are taken for one. */
export function lettersIn(text: string, from = 0, to: number = text.length): number {
  let bits = 0;
  for (let i = from; i < to; i++) bits |= 1 << (text.charCodeAt(i) & 31);
  return bits;
}

export function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function chunkOf(text: string, pages: string, count: number, last: number): Chunk {
  const starts = new Uint32Array(count + 1);
  const letters = new Uint32Array(count);
  let from = 0;
  for (let i = 0; i < count; i++) {
    const space = text.indexOf(" ", from);
    const to = space < 0 ? text.length : space;
    letters[i] = lettersIn(text, from, to);
    from = to + 1;
    starts[i + 1] = from;
  }
  return { text, starts, letters, pages: Uint32Array.from(pages.split(" "), Number), last };
}

export class Vocabulary {
  readonly #db: SqlDatabase;
  #kept: Chunk[] = [];
  #whole = false;
  #state = "";
  readonly #limits: { readonly chunk: number; readonly kept: number };
  constructor(db: SqlDatabase, limits: { readonly chunk: number; readonly kept: number } = VOCABULARY_LIMITS) {
    this.#limits = limits;
    this.#db = db;
  }

  /** What was kept counts as long as nobody wrote to the database, here or elsewhere. */
  #fresh(): void {
    const here = this.#db.prepare("SELECT total_changes() AS n").all()[0]!.n as number;
    const elsewhere = this.#db.prepare("PRAGMA data_version").all()[0]!.data_version as number;
    const state = `${here} ${elsewhere}`;
    if (state === this.#state) return;
    [this.#kept, this.#whole, this.#state] = [[], false, state];
  }

  *#chunks(): Generator<Chunk> {
    this.#fresh();
    yield* this.#kept;
    if (this.#whole) return;
    const next = this.#db.prepare(
      `SELECT group_concat(term, ' ') AS terms, group_concat(pages, ' ') AS pages, count(*) AS n, max(id) AS last
       FROM (SELECT id, term, pages FROM vocabulary WHERE id > ? ORDER BY id LIMIT ${this.#limits.chunk})`,
    );
    let last = this.#kept.at(-1)?.last ?? -1;
    // Two can read at once: each keeps only what follows on what is kept.
    let [before, beyond] = [this.#kept.length, false];
    for (;;) {
      const row = next.all(last)[0]!;
      if (row.n === 0) break;
      last = row.last as number;
      const chunk = chunkOf(row.terms as string, row.pages as string, row.n as number, last);
      if (this.#kept.length < this.#limits.kept && before === this.#kept.length) {
        this.#kept.push(chunk);
        before++;
      } else beyond = true;
      yield chunk;
    }
    this.#whole = !beyond;
  }

  /** Words that can be `most` steps from a word, by their length and letters: a step changes two letters of a word at most. */
  *like(word: string, most: number): Generator<Listed> {
    const bits = lettersIn(word);
    const [least, longest] = [Math.max(1, word.length - most), word.length + most];
    for (const { text, starts, letters, pages } of this.#chunks())
      for (let i = 0; i < letters.length; i++) {
        const from = starts[i]!;
        const length = starts[i + 1]! - 1 - from;
        if (length >= least && length <= longest && ones(bits ^ letters[i]!) <= 2 * most)
          yield { term: text.slice(from, from + length), pages: pages[i]! };
      }
  }
}
