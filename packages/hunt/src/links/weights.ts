/**
 * How much a value that two cases share weighs, in bits. Fixed formulas; reasons are in decision 55.
 *
 * - **Rarity**: `log2(N / (2 · n))` for a value that n of N cases have: what half of all phones have weighs nothing. Under 8 cases nobody can
 *   say what is rare: then only signs weigh, of which two or three phones may be more than half.
 * - **Time**: `90 / (90 + days)` between both, a half where a time is not known; half of that again where both have met it for more
 *   than half a year: that is a habit.
 * - **A sign** of a server or an account of spyware: 18, times `365 / (365 + days)`, times rarity where that is below 1. One sign links
 *   two cases that met it within half a year. Traces of the program itself (process, file, app) weigh 9 each and 11 together: customers of one
 *   maker share them. Programs that anybody can buy weigh 5 together. Half where it was only a lead on one side.
 * - **The usual**: of the bits of a pair only that part weighs which is more than any two phones of the lab have (`background.ts`).
 * - **Crowds**: beyond the usual, from the ninth rare cause of a pair on, all are taken times `(8 / causes)²`: two phones of one model, or of two
 *   people of one office, have hundreds in common.
 * - **By hand**: what people open, receive, or write weighs 6 together; what is on the device (process, file, app, hash) 9.
 * - Two cases are linked from 12 on; a group takes in another where all pairs across have 6 on average.
 * @module
 */
import type { Contact } from "@contraluz/core";
import type { Background, Common, Kind } from "./background.ts";
import type { LinkSign } from "./types.ts";

/** From this many bits on two cases are linked. */
export const LINK = 12;
/** What pairs across two groups must have on average to become one. */
export const JOIN = 6;
/** More than this of one pair counts no more when groups are joined. */
export const PAIR_MOST = 40;
/** Under so many cases only signs weigh. */
export const CASES_LEAST = 8;
/** Values that more cases have are no link unless they are signs. */
export const PHONES_MOST = 64;
/** Causes of a pair that are taken as they come. */
const CROWD = 8;
const HAND_MOST = 6;
const DEVICE_MOST = 9;
const SIGN = 18;
const PROGRAM = 9;
const PROGRAM_MOST = 11;
const SOLD_MOST = 5;
const HABIT_DAYS = 183;
/** What time usually makes of the weight of a value that two phones have by chance. */
const USUAL_NEARNESS = 0.5;

/** Kinds of keys that can link cases. Accounts, networks and cells say who knows whom: they are never looked at. */
export const LINK_LETTERS: readonly string[] = ["c", "d", "f", "h", "i", "j", "k", "m", "p", "r", "u"];

/** What a key is of. Names of files and processes come with a version of the system. */
export const kindOf = (letter: string): Kind =>
  "diju".includes(letter) ? "network" : "fp".includes(letter) ? "system" : "app";

/** Nobody's hand was needed. */
const BY_ITSELF: ReadonlySet<Contact> = new Set(["ran", "installed", "present", "resolved", "shown", "shared"]);

/** Two decimals: sums in another order are then the same. */
export const rounded = (x: number): number => Math.round(x * 100) / 100;

/** Bits of a value that `phones` of `cases` have. */
export function rarity(cases: number, phones: number): number {
  return phones <= 0 ? 0 : Math.max(0, Math.log2(cases / (2 * phones)));
}

/** Milliseconds since 1970; null where none is stated. */
export interface Span {
  readonly first: number | null;
  readonly last: number | null;
}

const DAY = 86_400_000;

/** Days between two spans, 0 where they overlap; undefined where one has no time. */
export function daysBetween(a: Span, b: Span): number | undefined {
  if (a.first === null || b.first === null) return undefined;
  const gap = Math.max(b.first - (a.last ?? a.first), a.first - (b.last ?? b.first), 0);
  return Math.floor(gap / DAY);
}

const lasting = (s: Span): boolean => s.first !== null && ((s.last ?? s.first) - s.first) / DAY > HABIT_DAYS;

/** What time makes of the weight of a rare value. */
export function nearness(a: Span, b: Span): number {
  const days = daysBetween(a, b);
  const near = days === undefined ? 0.5 : 90 / (90 + days);
  return lasting(a) && lasting(b) ? near / 2 : near;
}

/** Bits of a key that is no sign, before time. */
export function rareBits(letter: string, cases: number, phones: number): number {
  if (cases < CASES_LEAST || phones > PHONES_MOST) return 0;
  return rarity(cases, phones) * (kindOf(letter) === "system" ? 0.5 : 1);
}

/** Whether what anybody can buy; whether a trace of the program. */
const isSold = (s: LinkSign): boolean => s.grade !== "spyware";
const isProgram = (s: LinkSign): boolean => s.role === "implant";

/** Bits of a sign that `phones` of `cases` met. */
export function signBits(s: LinkSign, cases: number, phones: number, days: number | undefined): number {
  if (s.role === "vendor" || s.role === "young" || s.level === "ask" || s.level === "info") return 0;
  // In a lab of a few cases two or three phones are soon half of all.
  const few = cases < CASES_LEAST && (phones < 4 || 2 * phones <= cases);
  const common = few ? 1 : Math.min(1, rarity(cases, phones));
  const near = days === undefined ? 0.5 : 365 / (365 + days);
  const base = isSold(s) ? SOLD_MOST : isProgram(s) ? PROGRAM : SIGN;
  return base * common * near * (s.level === "lead" ? 0.5 : 1);
}

/** What `total` needs to know of a cause. */
export interface Weighed {
  readonly letter: string;
  readonly weight: number;
  /** Before time; 0 of a sign. */
  readonly bits: number;
  readonly sign?: LinkSign;
  readonly contacts: readonly Contact[];
}

/** Whether a person had to do something for it. */
export const isByHand = (contacts: readonly Contact[]): boolean => !contacts.some((c) => BY_ITSELF.has(c));

/** What is left of the rare causes of one kind beyond the usual: what came by hand, and what came by itself. */
function beyond(causes: readonly Weighed[], common: Common): { hand: number; itself: number; causes: number } {
  let [hand, itself, bits] = [0, 0, 0];
  for (const c of causes) {
    bits += c.bits;
    if (isByHand(c.contacts)) hand += c.weight;
    else itself += c.weight;
  }
  // Several keys are one cause; of the usual as of these two.
  const rate = common.bits > 0 ? Math.min(1, bits / common.bits) : 0;
  const left = Math.max(0, hand + itself - common.usualBits * rate * USUAL_NEARNESS);
  const each = common.keys > 0 ? Math.min(1, causes.length / common.keys) : 0;
  const more = Math.max(0, common.keys - common.usualKeys) * each;
  const crowd = more > CROWD ? (CROWD / more) ** 2 : 1;
  // What two have in common by chance is mostly what people look for: what came by itself is taken away last.
  return { hand: Math.max(0, left - itself) * crowd, itself: Math.min(itself, left) * crowd, causes: more };
}

/** The weight of a pair from its causes, and how many rare ones it has beyond the usual. */
export function total(
  causes: readonly Weighed[],
  common: Background,
): { readonly weight: number; readonly rare: number } {
  let [servers, programs, sold] = [0, 0, 0];
  for (const { weight, sign } of causes) {
    if (!sign) continue;
    if (isSold(sign)) sold += weight;
    else if (isProgram(sign)) programs += weight;
    else servers += weight;
  }
  const rest = causes.filter((c) => !c.sign);
  const of = (kind: Kind): ReturnType<typeof beyond> =>
    beyond(
      rest.filter((c) => kindOf(c.letter) === kind),
      common[kind],
    );
  const [network, app, system] = [of("network"), of("app"), of("system")];
  const hand = Math.min(HAND_MOST, network.hand + app.hand + system.hand);
  const device = Math.min(DEVICE_MOST, app.itself + system.itself);
  const signs = servers + Math.min(PROGRAM_MOST, programs) + Math.min(SOLD_MOST, sold);
  return {
    weight: rounded(signs + hand + device + network.itself),
    rare: Math.round(network.causes + app.causes + system.causes),
  };
}
