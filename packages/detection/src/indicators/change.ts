/** Two versions of a set: what came, what went, and whether the newer one may take the place of the older. @module */

import { Column, Texts } from "./columns.ts";
import { key64 } from "./key64.ts";
import { indicatorKey } from "./keys.ts";
import { unpack } from "./packed.ts";
import type { CompiledIndicators } from "./types.ts";

export interface SignChange {
  /** Different signs in the newer one that are not in the older one; the reverse; in both. */
  readonly came: number;
  readonly went: number;
  readonly same: number;
}

/** 64-bit keys of the signs themselves, each once, in order; without the cut forms of process names. */
function* ownKeys(c: CompiledIndicators): Generator<bigint> {
  const packed = new Column(c.rows.packed);
  const at = new Column(c.rows.at);
  const length = new Column(c.rows.length);
  const texts = new Texts(c.pages);
  let last = -1n;
  for (let i = 0; i < c.keyRow.length; i++) {
    const row = c.keyRow[i]!;
    const { type } = unpack(packed.get(row));
    const [hi, lo] = [c.keyHi[i]!, c.keyLo[i]!];
    if (type === "process") {
      const own = key64(indicatorKey({ type, value: texts.text(at.get(row), length.get(row)) }));
      if (own.hi !== hi || own.lo !== lo) continue;
    }
    const key = (BigInt(hi) << 32n) | BigInt(lo);
    if (key !== last) yield key;
    last = key;
  }
}

/** @example signChange(old, now) // { came: 12, went: 3, same: 1546 } */
export function signChange(before: CompiledIndicators, after: CompiledIndicators): SignChange {
  const [a, b] = [ownKeys(before), ownKeys(after)];
  let [x, y] = [a.next(), b.next()];
  let [came, went, same] = [0, 0, 0];
  while (!x.done || !y.done) {
    if (y.done || (!x.done && x.value < y.value)) {
      went++;
      x = a.next();
    } else if (x.done || y.value < x.value) {
      came++;
      y = b.next();
    } else {
      same++;
      [x, y] = [a.next(), b.next()];
    }
  }
  return { came, went, same };
}

/** Below this a list may well be rewritten. */
const SMALL = 10;

/**
 * Why a newer version is kept aside and not put to use: it holds no sign, or most of what the older one had is gone. Whoever
 * takes a list over would empty it or fill it with something else; a person should look first.
 */
export function aside(
  before: number | undefined,
  after: number,
  change: SignChange | undefined,
): "empty" | "shrunk" | undefined {
  if (after === 0) return "empty";
  if (before === undefined || before < SMALL || change === undefined) return undefined;
  return change.went > change.same ? "shrunk" : undefined;
}
