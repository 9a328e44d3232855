/** Lines that were torn in two, since the white between two words was taken for the white between two columns. @module */
import { alike, beside, type Seg, spans } from "./segments.ts";

/** How far above and below, in heights of a line, one that runs over both pieces is looked for. */
const NEAR = 8;
/** The widest white between two pieces of one line, in heights of a line. */
const WIDEST = 6;

/** Pieces on one height are one line again where lines above and below run over both. */
export function mended(segs: readonly Seg[], height: number): readonly Seg[] {
  const byHeight = [...segs].sort((a, b) => a.y - b.y);
  const into = new Map<Seg, Seg>();
  const find = (s: Seg): Seg => {
    let at = s;
    for (let next = into.get(at); next; next = into.get(at)) at = next;
    return at;
  };
  for (const [i, a] of byHeight.entries())
    for (let j = i + 1; j < byHeight.length && byHeight[j]!.y - a.y <= 0.55 * height; j++) {
      const b = byHeight[j]!;
      const white = Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);
      if (!beside(a, b) || white > WIDEST * height) continue;
      const [one, two] = [find(a), find(b)];
      if (one === two || !beside(one, two) || !isOne(a, b, byHeight, i, height)) continue;
      const whole = united(one, two);
      into.set(one, whole);
      into.set(two, whole);
    }
  const done = new Set<Seg>();
  return segs.map(find).filter((s) => !done.has(s) && done.add(s));
}

function isOne(a: Seg, b: Seg, byHeight: readonly Seg[], at: number, height: number): boolean {
  const over = (s: Seg): boolean =>
    spans(s, (a.x0 + a.x1) / 2) && spans(s, (b.x0 + b.x1) / 2) && (alike(s, a) || alike(s, b));
  const some = (step: 1 | -1): boolean => {
    for (let k = at + step; k >= 0 && k < byHeight.length; k += step) {
      const off = Math.abs(byHeight[k]!.y - a.y);
      if (off > NEAR * height) return false;
      if (off > 0.7 * height && over(byHeight[k]!)) return true;
    }
    return false;
  };
  return some(-1) && some(1);
}

function united(a: Seg, b: Seg): Seg {
  const [left, right] = a.x0 < b.x0 ? [a, b] : [b, a];
  const letters = a.letters + b.letters;
  return {
    words: [...left.words, ...right.words],
    x0: left.x0,
    x1: Math.max(a.x1, b.x1),
    y: (a.y * a.letters + b.y * b.letters) / Math.max(1, letters),
    h: a.letters > b.letters ? a.h : b.h,
    letters,
  };
}
