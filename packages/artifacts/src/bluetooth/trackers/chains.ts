/**
 * Tags that take a new address each quarter of an hour, or each day, put together: one ends and another of the same kind begins within two
 * minutes, as strong as it. Nothing but this links them: such a chain is never certain.
 * Source: network.md 3(d) (AirGuard's continuity, facts alone).
 * @module
 */
import type { BleItem } from "../../artifact.ts";

/** Seconds between the last sign of one address and the first of the next; they may overlap a little. */
const [OVERLAP, BETWEEN] = [30, 120];
/** dB by which their strength may differ. */
const DIFFERS = 12;
/** How long an address lasts: around a quarter of an hour, or most of a day. */
const [SHORTEST, TURN, DAY] = [600, 1200, 10_800];

interface Chain {
  readonly items: BleItem[];
}

const lifeOf = (i: BleItem): number => i.between[1] - i.between[0];
const lastOf = (c: Chain): BleItem => c.items[c.items.length - 1]!;

/** Lower is likelier; undefined if `next` does not follow. */
function distance(chain: Chain, next: BleItem): number | undefined {
  const last = lastOf(chain);
  if (last.tag!.type !== next.tag!.type || last.tag!.model !== next.tag!.model || last.tag!.state !== next.tag!.state)
    return undefined;
  const life = lifeOf(last);
  // The first one may have been there before anybody listened.
  const turned = life <= TURN && (life >= SHORTEST || chain.items.length === 1);
  if (!turned && life < DAY) return undefined;
  const pause = next.between[0] - last.between[1];
  if (pause < -OVERLAP || pause > BETWEEN) return undefined;
  const louder = last.mean === undefined || next.mean === undefined ? 0 : Math.abs(last.mean - next.mean);
  return louder > DIFFERS ? undefined : Math.abs(pause) + 5 * louder;
}

/** Tags by the one that they seem to be, in the order in which they were first heard. */
export function chainsOf(tags: readonly BleItem[]): readonly (readonly BleItem[])[] {
  const chains: Chain[] = [];
  let open: Chain[] = [];
  const fixed = (i: BleItem): boolean => i.addressKind === "public" || i.tag!.type === "tile";
  for (const next of [...tags].sort((a, b) => a.between[0] - b.between[0])) {
    open = open.filter((c) => next.between[0] - lastOf(c).between[1] <= BETWEEN);
    let best: Chain | undefined;
    let least = Number.POSITIVE_INFINITY;
    if (!fixed(next))
      for (const c of open) {
        const d = distance(c, next);
        if (d !== undefined && d < least) [best, least] = [c, d];
      }
    if (best) best.items.push(next);
    else {
      const chain: Chain = { items: [next] };
      chains.push(chain);
      if (!fixed(next)) open.push(chain);
    }
  }
  return chains.map((c) => c.items);
}
