/** Looks into records: which rows of a block hold the words and the value that are wanted. Each block is looked into once. @module */
import { type Cancel, ContraluzError } from "@contraluz/core";
import { keys } from "@contraluz/detection/indicators/keys.ts";
import type { RecordBlocks } from "./blocks.ts";
import { fold } from "./fold.ts";
import { BLOCK } from "./head.ts";
import { observablesOf, readLine, textsOf } from "./line.ts";
import type { Wanted } from "./selection.ts";
import { Bits } from "./selection.ts";
import { blockOf, type Key, type Source } from "./sources.ts";

/** Values whose answer is remembered. */
const REMEMBERED = 20_000;

/** What a host can be written with in other letters than its own: beyond ASCII, as `%41`, with an escape of JSON. */
const OTHERWISE = /[^\x20-\x7e]|[%\\]/;

/** False if a text cannot share a key: a name in plain letters stands in it as it is. */
export function mayShare(text: string, key: string): boolean {
  if (!key.startsWith("d:") || key.includes("xn--") || OTHERWISE.test(text)) return true;
  return text.toLowerCase().includes(key.slice(2));
}

/** True if a line holds what is wanted: each word in one of its texts, and an observable that shares the key. */
export function holds(line: string, w: Wanted, known: Map<string, boolean> = new Map()): boolean {
  if (w.key !== undefined && !line.includes('"values"') && !line.includes("\\")) return false;
  // A text without escapes stands in its line letter by letter.
  if (w.terms.length > 0 && !line.includes("\\")) {
    const folded = fold(line);
    if (w.terms.some((t) => !folded.includes(t))) return false;
  }
  if (w.key !== undefined && !mayShare(line, w.key)) return false;
  const l = readLine(line);
  if (w.terms.length > 0) {
    const texts = textsOf(l, line).map(fold);
    if (w.terms.some((t) => !texts.some((x) => x.includes(t)))) return false;
  }
  const { key } = w;
  if (key === undefined) return true;
  return observablesOf(l).some((o) => {
    if (!mayShare(o.value, key)) return false;
    const name = `${o.type} ${o.value}`;
    let shares = known.get(name);
    if (shares === undefined) {
      shares = keys(o).includes(key);
      if (known.size >= REMEMBERED) known.clear();
      known.set(name, shares);
    }
    return shares;
  });
}

const NOTHING = new Bits(0);

/** Blocks that were looked into, and which rows of them hold it. 10,000,000 rows have 40,000 blocks: 32 bytes each. */
export class Verifier {
  readonly #blocks: RecordBlocks;
  readonly #wanted: Wanted;
  readonly #cancel: Cancel | undefined;
  readonly #seen = new Map<string, Bits>();
  readonly #values = new Map<string, boolean>();
  /** Rows that were looked into. */
  rows = 0;

  constructor(blocks: RecordBlocks, wanted: Wanted, cancel?: Cancel) {
    this.#blocks = blocks;
    this.#wanted = wanted;
    this.#cancel = cancel;
  }

  /** Those of `all` that hold what is wanted, in their order. */
  async filter(all: readonly Key[], sources: readonly Source[]): Promise<Key[]> {
    const missing = new Map<number, Set<number>>();
    for (const k of all) {
      if (sources[k.source]!.extra || this.#seen.has(`${k.source}/${blockOf(k.ordinal)}`)) continue;
      let of = missing.get(k.source);
      if (!of) missing.set(k.source, (of = new Set()));
      of.add(blockOf(k.ordinal));
    }
    for (const [no, blocks] of missing) {
      const rising = [...blocks].sort((a, b) => a - b);
      for await (const { block, lines } of this.#blocks.read(sources[no]!, rising)) {
        if (this.#cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
        let bits = NOTHING;
        for (const [i, line] of lines.entries()) {
          if (!holds(line, this.#wanted, this.#values)) continue;
          if (bits === NOTHING) bits = new Bits(BLOCK);
          bits.set(i);
        }
        this.rows += lines.length;
        this.#seen.set(`${no}/${block}`, bits);
      }
    }
    return all.filter((k) => {
      const { extra } = sources[k.source]!;
      if (extra) {
        const text = fold(extra[k.ordinal]!.text);
        return this.#wanted.key === undefined && this.#wanted.terms.every((t) => text.includes(t));
      }
      return this.#seen.get(`${k.source}/${blockOf(k.ordinal)}`)!.has(k.ordinal % BLOCK);
    });
  }
}
