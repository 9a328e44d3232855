/** Running text, or cells of a table. @module */
import type { Seg } from "./segments.ts";

/** Part of the lines that go on in small letters from which a column is running text. */
const RUNNING = 0.25;
/** Lines from which that part means something; of fewer only their length tells. */
const FEW = 3;
const WORDS = 5;
const LETTERS = 26;

/** Running text goes on in small letters; cells begin with a capital letter or a figure. */
export function isRunning(segs: readonly Seg[]): boolean {
  if (segs.length < FEW) return segs.some((s) => s.words.length >= WORDS && s.letters >= LETTERS);
  const small = segs.filter((s) => /^[^\p{L}\p{N}]*\p{Ll}/u.test(s.words[0]!.text)).length;
  return small >= segs.length * RUNNING;
}
