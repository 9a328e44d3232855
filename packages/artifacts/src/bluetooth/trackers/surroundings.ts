/**
 * Whether whoever captured went somewhere else, told by what stands still: devices that keep their address are landmarks, and where nearly
 * all of them change at once, it was another place. It finds no place that has no such devices, and none where few changed.
 * @module
 */
import type { BleItem, Span } from "../../artifact.ts";

/** Seconds for which a landmark is there at least; pauses in which it counts as there. */
const [STAYS, PAUSE] = [300, 900];
/** Seconds before and after a change in which landmarks go and come; changes lie this far apart at least. */
const [AROUND, APART] = [300, 600];
/** Tags that take a new address each quarter of an hour look as if they came and went. */
const TURN = 1200;
const FEWEST = 3;
/** Seconds that a way may take on which nothing stands still; landmarks that must end, and begin, around it. */
const [WAY, EACH] = [3600, 2];
const MAX_LANDMARKS = 20_000;

function landmarksOf(items: readonly BleItem[]): Span[] {
  const out: Span[] = [];
  for (const i of items) {
    if (i.addressKind !== "public" && i.addressKind !== "static") continue;
    if (i.tag && i.between[1] - i.between[0] < TURN) continue;
    let from = Number.NaN;
    let to = Number.NaN;
    const close = (): void => {
      if (to - from >= STAYS && out.length < MAX_LANDMARKS) out.push([from, to]);
    };
    for (const s of i.spans) {
      if (s[0] - to <= PAUSE) to = s[1];
      else {
        close();
        [from, to] = s;
      }
    }
    close();
  }
  return out;
}

/** How many of the sorted numbers are less than `n`. */
function below(sorted: Float64Array, n: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sorted[mid]! < n) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Seconds at which the surroundings changed, in order. */
export function changesOf(items: readonly BleItem[]): readonly number[] {
  const landmarks = landmarksOf(items);
  const froms = Float64Array.from(landmarks, (l) => l[0]).sort();
  const tos = Float64Array.from(landmarks, (l) => l[1]).sort();
  const found: { readonly at: number; readonly weight: number }[] = [];
  // Where two begin together: the end of a way.
  const together = froms.filter((f, i) => froms[i + EACH - 1]! <= f + AROUND);
  for (const at of new Set([...froms, ...tos])) {
    const gone = below(tos, at + 1) - below(tos, at - AROUND);
    const came = below(froms, at + AROUND + 1) - below(froms, at);
    const stayed = below(froms, at) - below(tos, at + 1);
    if (gone > 0 && came > 0 && gone + came >= FEWEST && gone + came > stayed)
      found.push({ at, weight: gone + came - stayed });
    else if (gone >= EACH) {
      const arrived = together[below(together, at)];
      if (arrived === undefined || arrived > at + WAY) continue;
      const begin = below(froms, arrived + AROUND + 1) - below(froms, arrived);
      if (gone + begin > stayed) found.push({ at, weight: gone + begin - stayed });
    }
  }
  found.sort((a, b) => b.weight - a.weight || a.at - b.at);
  const changes: number[] = [];
  for (const { at } of found.slice(0, 2000)) if (changes.every((c) => Math.abs(c - at) >= APART)) changes.push(at);
  return changes.sort((a, b) => a - b);
}

/** Seconds for which somebody must be in a place to have been there. */
const THERE = 300;

/** In how many surroundings one was that was there at these times. */
export function surroundingsOf(spans: readonly Span[], changes: readonly number[]): number {
  let places = 0;
  let from = Number.NEGATIVE_INFINITY;
  for (const to of [...changes, Number.POSITIVE_INFINITY]) {
    const there = spans.reduce((sum, s) => sum + Math.max(0, Math.min(s[1], to) - Math.max(s[0], from)), 0);
    if (there >= THERE) places++;
    from = to;
  }
  return Math.max(1, places);
}
