/** The edge between two cases: its causes, each with what both sides saw, and what they weigh together. @module */
import { byCodeUnit, type Contact, isoUtc } from "@contraluz/core";
import { KEY_LETTER } from "@contraluz/detection/indicators/keys.ts";
import { causesOf } from "./causes.ts";
import { type MetSign, type SignSide, weaker } from "./met.ts";
import type { Pair } from "./pairs.ts";
import type { Read } from "./read.ts";
import type { KeyRow } from "./source.ts";
import { isTelling } from "./telling.ts";
import type { Evidence, Link, LinkSign, Side } from "./types.ts";
import { daysBetween, nearness, rareBits, rounded, type Span, signBits, total, type Weighed } from "./weights.ts";

/** Causes that an edge lists, the heaviest; all of them are weighed. */
const LISTED = 20;
const LISTED_LEAST = 1;
const ALSO_MOST = 4;

/** What an edge is made from. */
export interface EdgeInput {
  readonly pair: Pair;
  readonly cases: readonly string[];
  /** All signs that were met, by their keys; and those of no key that was found. */
  readonly signs: readonly MetSign[];
  readonly rowsOf: (caseId: string, h: bigint) => readonly KeyRow[];
  readonly readOf: (caseId: string, h: bigint) => Read | undefined;
}

export interface Edge {
  readonly link: Link;
  /** Keys that records of both did not bear out as the same value. */
  readonly refused: readonly bigint[];
}

const iso = (ms: number): string => isoUtc(BigInt(ms) * 1_000_000n, "s");

const timesOf = ({ first, last }: Span): Pick<Side, "first" | "last"> =>
  first === null ? {} : { first: iso(first), last: iso(last ?? first) };

function readSide(caseId: string, r: Read): Side {
  return { case: caseId, records: r.records, ...timesOf(r.span), contacts: r.contacts, seen: r.seen };
}

function signSide(caseId: string, s: SignSide, contacts: readonly Contact[]): Side {
  return { case: caseId, records: s.records, ...timesOf(s.span), contacts, seen: s.seen };
}

interface Cause {
  readonly evidence: Evidence;
  readonly weighed: Weighed;
}

const plainOf = (text: string): string => text.slice(text.indexOf(":") + 1);
const heavier = (x: Cause, y: Cause): number =>
  y.evidence.weight - x.evidence.weight ||
  byCodeUnit(x.evidence.letter, y.evidence.letter) ||
  byCodeUnit(x.evidence.value, y.evidence.value);

function signCause(o: EdgeInput, sign: MetSign, keys: readonly bigint[]): Cause {
  const [a, b] = [o.cases[o.pair.a]!, o.cases[o.pair.b]!];
  const [x, y] = [sign.cases.get(a)!, sign.cases.get(b)!];
  const { type, value, campaign, grade, role } = sign.indicator;
  const told: LinkSign = {
    type,
    value,
    ...(campaign === undefined ? {} : { campaign }),
    grade,
    role,
    level: weaker(x.level, y.level),
  };
  const days = daysBetween(x.span, y.span);
  const contacts = (id: string): Contact[] =>
    [...new Set(keys.flatMap((h) => o.readOf(id, h)?.contacts ?? []))].sort(byCodeUnit);
  const sides = [signSide(a, x, contacts(a)), signSide(b, y, contacts(b))] as const;
  const letter = KEY_LETTER[type] ?? "x";
  const weight = rounded(signBits(told, o.cases.length, sign.cases.size, days));
  const more = days === undefined ? {} : { days };
  return {
    evidence: { letter, value, also: [], phones: sign.cases.size, weight, sign: told, ...more, sides },
    weighed: { letter, weight, bits: 0, sign: told, contacts: [] },
  };
}

function rareCause(o: EdgeInput, h: bigint, phones: number): Cause {
  const [a, b] = [o.cases[o.pair.a]!, o.cases[o.pair.b]!];
  const [x, y] = [o.readOf(a, h)!, o.readOf(b, h)!];
  const letter = x.text[0]!;
  const bits = rareBits(letter, o.cases.length, phones);
  const weight = rounded(bits * nearness(x.span, y.span));
  const days = daysBetween(x.span, y.span);
  const sides = [readSide(a, x), readSide(b, y)] as const;
  const more = days === undefined ? {} : { days };
  return {
    evidence: { letter, value: plainOf(x.text), also: [], phones, weight, ...more, sides },
    weighed: { letter, weight, bits, contacts: [...x.contacts, ...y.contacts] },
  };
}

/** The heaviest of a cause, with the others' values beside it. */
function joined(of: readonly Cause[]): Cause {
  const [top, ...rest] = [...of].sort((x, y) => Number(!!y.evidence.sign) - Number(!!x.evidence.sign) || heavier(x, y));
  const { value } = top!.evidence;
  const also = [...new Set(rest.map((c) => c.evidence.value))].filter((v) => v !== value).slice(0, ALSO_MOST);
  return { ...top!, evidence: { ...top!.evidence, also } };
}

/** The edge of a pair. */
export function edgeOf(o: EdgeInput): Edge {
  const { pair } = o;
  const [a, b] = [o.cases[pair.a]!, o.cases[pair.b]!];
  const both = o.signs.filter((s) => s.cases.has(a) && s.cases.has(b));
  const signOf = new Map<bigint, MetSign[]>();
  for (const s of both) for (const h of s.keys) signOf.set(h, [...(signOf.get(h) ?? []), s]);
  const phones = new Map<bigint, number>();
  for (const list of pair.keys.values()) for (const k of list) phones.set(k.h, k.phones);
  const listed = [...new Set([...signOf.keys(), ...phones.keys()])];
  const refused: bigint[] = [];
  const good = listed.filter((h) => {
    const [x, y] = [o.readOf(a, h), o.readOf(b, h)];
    if (signOf.has(h)) return x !== undefined && y !== undefined;
    if (x === undefined || x.text !== y?.text) {
      refused.push(h);
      return false;
    }
    return isTelling(x.text);
  });
  const causes: Cause[] = [];
  const told = new Set<MetSign>();
  for (const keys of causesOf(
    good,
    (h) => o.rowsOf(a, h),
    (h) => o.rowsOf(b, h),
  )) {
    const signs = [...new Set(keys.flatMap((h) => signOf.get(h) ?? []))].filter((s) => !told.has(s));
    for (const s of signs) told.add(s);
    const made = [
      ...signs.map((s) => signCause(o, s, keys)),
      ...keys.filter((h) => !signOf.has(h)).map((h) => rareCause(o, h, phones.get(h)!)),
    ];
    if (made.length === 0) continue;
    const cause = joined(made);
    causes.push(cause);
  }
  // Signs that lie in no key of their own: an address in a network, a name beside a path.
  for (const s of both) if (!told.has(s)) causes.push(signCause(o, s, []));
  causes.sort(heavier);
  const { weight, rare } = total(
    causes.map((c) => c.weighed),
    pair.background,
  );
  const evidence = causes.filter((c) => c.evidence.weight >= LISTED_LEAST).map((c) => c.evidence);
  return { link: { cases: [a, b], weight, evidence: evidence.slice(0, LISTED), rare }, refused };
}
