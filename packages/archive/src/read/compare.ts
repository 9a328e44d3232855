/**
 * The text that a PDF carries, against what is read on its picture. Words are compared at their places, so that the order in which columns
 * are read does not matter. A layer that some other program read badly differs in many words by a letter or two; that is no finding.
 * @module
 */
import type { PdfWord } from "@contraluz/formats/pdf/index.ts";
import type { Box, PageWord } from "../pages/index.ts";
import { type Gray, lookAt, paperOf } from "./sheet.ts";
import type { PageFinding } from "./types.ts";

export interface Compared {
  /** Part of the words that were read with confidence for which the layer has the same; undefined where too little was read. */
  readonly agree: number | undefined;
  /** Part of them at whose place the layer has any word. */
  readonly reach: number;
  readonly findings: readonly PageFinding[];
}

/** Confidence of a word that is set against the layer; and of one that may contradict it. */
const READ = 70;
const SURE = 88;
const MOST = 20;

/** Letters without accents and case; what readers of letters mix up is one. */
export function rough(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/[1il|j]/g, "i")
    .replace(/[0oq]/g, "o")
    .replace(/5/g, "s")
    .replace(/8/g, "b")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/[ec]/g, "c");
}

/** 1 for the same, 0 for nothing in common: letters that must change, against the longer one. */
export function alike(a: string, b: string): number {
  const [x, y] = [rough(a).slice(0, 60), rough(b).slice(0, 60)];
  if (x === y) return 1;
  const most = Math.max(x.length, y.length);
  if (most === 0) return 1;
  let last = Array.from({ length: y.length + 1 }, (_, i) => i);
  for (let i = 1; i <= x.length; i++) {
    const row = [i];
    for (let j = 1; j <= y.length; j++)
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1));
    last = row;
  }
  return 1 - last[y.length]! / most;
}

/** Words by the rows that they touch, so that a look is short. */
class Places {
  readonly #rows = new Map<number, PdfWord[]>();
  readonly #step: number;
  constructor(words: readonly PdfWord[], step: number) {
    this.#step = step;
    for (const w of words)
      for (let r = Math.floor(w.box[1] / step); r <= Math.floor(w.box[3] / step) && r - w.box[1] / step < 50; r++) {
        const row = this.#rows.get(r);
        if (row) row.push(w);
        else this.#rows.set(r, [w]);
      }
  }

  /** The words that lie where this one does: a third of the narrower, and the middle line inside. */
  at(box: Box): readonly PdfWord[] {
    const middle = (box[1] + box[3]) / 2;
    const near = this.#rows.get(Math.floor(middle / this.#step)) ?? [];
    return near.filter((w) => {
      if (middle < w.box[1] || middle > w.box[3]) return false;
      const shared = Math.min(box[2], w.box[2]) - Math.max(box[0], w.box[0]);
      return shared > 0.34 * Math.min(box[2] - box[0], w.box[2] - w.box[0]);
    });
  }
}

const letters = (t: string): number => t.replace(/[^\p{L}\p{N}]/gu, "").length;
const isFigure = (t: string): boolean => (t.match(/\d/g)?.length ?? 0) >= 2;
const isName = (t: string): boolean => /^[^\p{L}]*\p{Lu}/u.test(t);

interface Pair {
  readonly read: PageWord;
  readonly layer: string;
  readonly same: number;
}

export function compareLayer(layer: readonly PdfWord[], read: readonly PageWord[], sheet: Gray, dpi: number): Compared {
  const places = new Places(layer, Math.max(8, dpi / 6));
  const pairs: Pair[] = [];
  let [count, reached] = [0, 0];
  for (const r of read) {
    if ((r.confidence ?? 0) < READ || letters(r.text) < 3) continue;
    count++;
    const there = places.at(r.box);
    if (there.length === 0) continue;
    reached++;
    const text = there.map((w) => w.text).join(" ");
    const same = Math.max(alike(text, r.text), ...there.map((w) => alike(w.text, r.text)));
    pairs.push({ read: r, layer: text, same });
  }
  const empty = hiddenWords(layer, read, sheet);
  if (count < 8) return { agree: undefined, reach: count === 0 ? 1 : reached / count, findings: empty };
  const reach = reached / count;
  const agree = pairs.length === 0 ? 0 : pairs.filter((p) => p.same >= 0.6).length / pairs.length;
  const findings: PageFinding[] = [...empty];
  const much = layer.reduce((n, w) => n + letters(w.text), 0);
  if (agree < 0.3 && much > 60) findings.push({ kind: "layer-differs", how: "other-page" });
  else findings.push(...substituted(pairs, agree));
  const exact = pairs.filter((p) => p.same === 1).length / count;
  return { agree: exact, reach, findings };
}

/** Names and figures that the layer says otherwise, where it is right around them. */
function substituted(pairs: readonly Pair[], agree: number): PageFinding[] {
  if (agree < 0.7) return [];
  const blurred = pairs.filter((p) => p.same > 0.3 && p.same < 1).length / Math.max(1, pairs.length);
  // In a layer that is wrong in many words one more wrong word says little.
  const limit = blurred > 0.12 ? 0.2 : 0.45;
  const shortest = blurred > 0.12 ? 5 : 4;
  const odd = pairs.filter(
    (p) =>
      p.same < limit &&
      (p.read.confidence ?? 0) >= SURE &&
      ((isName(p.read.text) && isName(p.layer) && Math.min(letters(p.read.text), letters(p.layer)) >= shortest) ||
        (isFigure(p.read.text) && isFigure(p.layer) && blurred <= 0.12)),
  );
  return odd.slice(0, MOST).map((p) => ({
    kind: "layer-differs",
    how: "substituted",
    box: p.read.box,
    seen: p.read.text.slice(0, 100),
    layer: p.layer.slice(0, 100),
  }));
}

/**
 * Words of the layer where the page is empty: neither ink nor anything that was read. Somebody may have whitened them on the picture, so which
 * words they are is not said.
 */
function hiddenWords(layer: readonly PdfWord[], read: readonly PageWord[], sheet: Gray): PageFinding[] {
  const { cols, tone } = paperOf(sheet);
  const inkOf = (w: PdfWord): number => {
    const [x, y] = [(w.box[0] + w.box[2]) / 2, (w.box[1] + w.box[3]) / 2];
    const inside = x >= 0 && y >= 0 && x < sheet.width && y < sheet.height;
    return inside ? lookAt(sheet, w.box, tone[((y / 32) | 0) * cols + ((x / 32) | 0)]!).ink : 0;
  };
  const found: PdfWord[] = [];
  const inks = layer.map(inkOf).sort((a, b) => a - b);
  // Noise of the paper counts as ink: words have at least three times as much.
  const limit = Math.max(0.006, (inks[inks.length >> 1] ?? 0) / 3);
  for (const w of layer) {
    if (letters(w.text) < 3) continue;
    const [x, y] = [(w.box[0] + w.box[2]) / 2, (w.box[1] + w.box[3]) / 2];
    if (inkOf(w) > limit) continue;
    if (read.some((r) => x >= r.box[0] && x <= r.box[2] && y >= r.box[1] && y <= r.box[3])) continue;
    found.push(w);
  }
  const all = found.reduce((n, w) => n + letters(w.text), 0);
  const named = found.some((w) => isName(w.text) || isFigure(w.text));
  if (found.length < 2 || all < 8 || !named) return [];
  const box = [0, 1, 2, 3].map((i) => Math.round((i < 2 ? Math.min : Math.max)(...found.map((w) => w.box[i]!))));
  return [{ kind: "layer-differs", how: "hidden-words", box: box as unknown as Box, letters: all }];
}
