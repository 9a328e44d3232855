/**
 * Dates as people write them, with the precision that they give: `20/11/2026`, `20 de noviembre de 2026 a las 3 pm`, `noviembre de 2026`,
 * `Nov 20, 2026`, `2026-11-20 14:30`, `20/11/2026 por la noche`.
 *
 * Numbers with slashes are day first, as in Mexico; where the second cannot be a month we ask instead of swapping.
 * @module
 */
import { civil, daysIn } from "./civil.ts";
import type { SpokenDate, SpokenPrecision, SpokenTime } from "./types.ts";
import { MONTHS, PARTS_OF_DAY, TODAY, YESTERDAY } from "./words.ts";

export type DateFault = "empty" | "not-a-date" | "no-such-day" | "which-month" | "no-year" | "order" | "zone";

export type Spoken = { readonly time: SpokenTime } | { readonly fault: DateFault; readonly found: string };

export interface SpokenOptions {
  readonly zone?: string;
  /** `2026-11-26`: what "today" and "yesterday" mean; without it they are refused. */
  readonly today?: string;
}

const MAX_TEXT = 120;
const two = (n: number): string => String(n).padStart(2, "0");

interface Clock {
  readonly hour: number;
  readonly minute?: number;
  /** Last hour of a part of the day. */
  readonly until?: number;
}

/** Words of a text: letters and digits stay together, marks that bind dates and times are words of their own. */
function wordsOf(text: string): string[] {
  const folded = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/([ap])\. ?m\.?/g, "$1m")
    .replace(/(\d)(am|pm|hrs?|hs?|th|st|nd|rd)(?![a-z])/g, "$1 $2");
  return folded.match(/\d+|[a-z]+|[:/.+-]/g) ?? [];
}

/** Words that bind and say nothing. */
const FILLER = new Set(
  "de del a al las la los el en por como hacia alrededor eso mas o menos dia on at of the in around about and y ca hora horas dst th st nd rd".split(
    " ",
  ),
);

/** Takes the time of day out of the words: `14 : 30`, `3 pm`, `14 h`, `noche`. */
function takeClock(words: string[]): { clock?: Clock; rest: string[] } | undefined {
  const rest: string[] = [];
  let clock: Clock | undefined;
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!;
    const part = PARTS_OF_DAY[w];
    // "mañana" of "a las 9 de la mañana" says which nine.
    if (part && !(words[i - 1] === "tomorrow")) {
      if (clock === undefined) clock = { hour: part[0], until: part[1] };
      else if (clock.until === undefined && clock.hour <= 12 && part[0] >= 12 && clock.hour !== 12)
        clock = { ...clock, hour: clock.hour + 12 };
      continue;
    }
    if (/^\d{1,2}$/.test(w)) {
      const minutes = words[i + 1] === ":" && /^\d\d$/.test(words[i + 2] ?? "") ? Number(words[i + 2]) : undefined;
      let next = minutes === undefined ? i + 1 : i + 3;
      if (minutes !== undefined && words[next] === ":" && /^\d\d$/.test(words[next + 1] ?? "")) next += 2;
      const half = words[next];
      const isHalf = half === "am" || half === "pm";
      const isHour = half === "h" || half === "hs" || half === "hr" || half === "hrs" || half === "horas";
      const before = words[i - 1];
      const spoken = (before === "las" || before === "la" || before === "at") && !/[/.-]/.test(half ?? "");
      if (minutes !== undefined || isHalf || isHour || spoken) {
        if (clock !== undefined && clock.until === undefined) return undefined;
        let hour = Number(w);
        if (isHalf && (hour < 1 || hour > 12)) return undefined;
        if (isHalf) hour = (hour % 12) + (half === "pm" ? 12 : 0);
        if (hour > 23 || (minutes ?? 0) > 59) return undefined;
        if (clock?.until !== undefined && hour <= 12 && clock.hour >= 12 && hour !== 12) hour += 12;
        clock = { hour, ...(minutes === undefined ? {} : { minute: minutes }) };
        i = isHalf || isHour ? next : next - 1;
        continue;
      }
    }
    rest.push(w);
  }
  return { ...(clock ? { clock } : {}), rest };
}

type Day = { readonly y: number; readonly m?: number; readonly d?: number } | DateFault;

function dayOf(words: readonly string[], o: SpokenOptions): Day {
  const list = words.filter((w) => !FILLER.has(w));
  const one = list.length === 1 ? list[0]! : "";
  if (TODAY.has(one) || YESTERDAY.has(one)) {
    const today = o.today === undefined ? undefined : civil(o.today);
    if (!today) return "no-year";
    return YESTERDAY.has(one) ? today.before() : today;
  }
  const months = list.flatMap((w) => MONTHS[w] ?? []);
  const numbers = list.filter((w) => /^\d+$/.test(w));
  const other = list.filter((w) => MONTHS[w] === undefined && !/^\d+$/.test(w) && !/^[/.-]$/.test(w));
  if (other.length > 0 || months.length > 1 || numbers.some((n) => n.length > 4)) return "not-a-date";
  const years = numbers.filter((n) => n.length === 4);
  if (years.length > 1) return "not-a-date";
  const small = numbers.filter((n) => n.length <= 2).map(Number);
  if (years.length === 0) return months.length + small.length >= 2 ? "no-year" : "not-a-date";
  const y = Number(years[0]);
  if (y < 1970 || y > 2199 || small.length + 1 !== numbers.length) return "not-a-date";
  if (months.length === 1) {
    if (small.length > 1) return "not-a-date";
    return small.length === 1 ? { y, m: months[0]!, d: small[0]! } : { y, m: months[0]! };
  }
  if (small.length === 0) return { y };
  const first = numbers[0]!.length === 4;
  if (small.length === 1) return small[0]! <= 12 ? { y, m: small[0]! } : "not-a-date";
  if (small.length > 2) return "not-a-date";
  const [d, m] = first ? [small[1]!, small[0]!] : [small[0]!, small[1]!];
  if (m > 12) return d <= 12 && !first ? "which-month" : "no-such-day";
  return { y, m, d };
}

/** Zone of the IANA database (its form; whether it exists is the machine's to say), or an offset. */
export function isZone(text: string): boolean {
  return (
    text.length <= 40 &&
    (/^[+-]\d\d:\d\d$/.test(text) || /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_+-]*){1,2})$/.test(text))
  );
}

/** The zone at the end of an ISO text. */
function takeZone(text: string): { text: string; zone?: string } {
  const m = /^(.*\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(z|Z|[+-]\d\d:?\d\d)$/s.exec(text);
  if (!m) return { text };
  const z = m[2]!;
  if (z === "z" || z === "Z") return { text: m[1]!, zone: "UTC" };
  return { text: m[1]!, zone: z.length === 5 ? `${z.slice(0, 3)}:${z.slice(3)}` : z };
}

/**
 * What a person wrote, as a time. `parseSpoken` of `to` empty gives one time; else a span.
 * @example
 * parseSpoken("20 de noviembre de 2026 a las 3 pm") // from 2026-11-20T15, precision hour
 */
export function parseSpoken(from: string, to = "", o: SpokenOptions = {}): Spoken {
  const seen = [from, to]
    .map((t) => t.trim())
    .filter((t) => t !== "")
    .join(" – ");
  const a = parseOne(from, o);
  if (typeof a === "string") return { fault: a, found: from.slice(0, MAX_TEXT) };
  const b = to.trim() === "" ? undefined : parseOne(to, o);
  if (typeof b === "string") return { fault: b, found: to.slice(0, MAX_TEXT) };
  const last = b?.until ?? b?.date ?? a.until;
  const zone = a.zone ?? b?.zone ?? o.zone;
  if (a.zone !== undefined && b?.zone !== undefined && a.zone !== b.zone)
    return { fault: "zone", found: seen.slice(0, MAX_TEXT) };
  if (zone !== undefined && !isZone(zone)) return { fault: "zone", found: zone.slice(0, MAX_TEXT) };
  if (last && compareEnds(a.date, last) > 0) return { fault: "order", found: seen.slice(0, MAX_TEXT) };
  return {
    time: { from: a.date, ...(last ? { to: last } : {}), ...(zone === undefined ? {} : { zone }), seen },
  };
}

/** Negative if the end can lie after the beginning. */
function compareEnds(from: SpokenDate, to: SpokenDate): number {
  const cut = Math.min(from.wall.length, to.wall.length);
  const [a, b] = [from.wall.slice(0, cut), to.wall.slice(0, cut)];
  return a < b ? -1 : a > b ? 1 : 0;
}

interface One {
  readonly date: SpokenDate;
  readonly until?: SpokenDate;
  readonly zone?: string;
}

function parseOne(input: string, o: SpokenOptions): One | DateFault {
  const trimmed = input.trim();
  if (trimmed === "") return "empty";
  if (trimmed.length > MAX_TEXT) return "not-a-date";
  const { text, zone } = takeZone(trimmed);
  // The T of an ISO text binds a day and an hour; a fraction of a second says nothing here.
  const iso = text.replace(/^(\d{4}-\d\d-\d\d)[Tt](?=\d\d:)/, "$1 ").replace(/(:\d\d:\d\d)\.\d{1,9}$/, "$1");
  const taken = takeClock(wordsOf(iso));
  if (!taken) return "not-a-date";
  const day = dayOf(taken.rest, o);
  if (typeof day === "string") return day;
  const { y, m, d } = day;
  if (m !== undefined && (m < 1 || m > 12)) return "no-such-day";
  if (d !== undefined && (d < 1 || d > daysIn(y, m!))) return "no-such-day";
  const { clock } = taken;
  if (clock && d === undefined) return "not-a-date";
  const head = [String(y), ...(m === undefined ? [] : [two(m)]), ...(d === undefined ? [] : [two(d)])].join("-");
  const precision: SpokenPrecision = clock
    ? clock.minute === undefined
      ? "hour"
      : "min"
    : d !== undefined
      ? "day"
      : m !== undefined
        ? "month"
        : "year";
  const at = (hour: number, minute?: number): string =>
    `${head}T${two(hour)}${minute === undefined ? "" : `:${two(minute)}`}`;
  const date: SpokenDate = { wall: clock ? at(clock.hour, clock.minute) : head, precision };
  return {
    date,
    ...(clock?.until === undefined ? {} : { until: { wall: at(clock.until), precision: "hour" as const } }),
    ...(zone === undefined ? {} : { zone }),
  };
}
