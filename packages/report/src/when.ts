/** Dates as a person reads them, in UTC, by our own tables: no locale, no clock. @module */
import { count, isoUtc, type Lang, type Moment, parseIso, plural } from "@contraluz/core";
import { AFTER_BOOT, ASSUMED, DAYS, MONTHS, NO_DATE, NO_ZONE } from "./when-words.ts";

const DAY = 86_400_000_000_000n;

/** The instant of a Moment, in memory (bigint) or as read from `result.json` (ISO text). */
export function instant(m: Moment | undefined): bigint | undefined {
  const utc: unknown = m?.utc;
  if (typeof utc === "bigint") return utc;
  return typeof utc === "string" ? parseIso(utc) : undefined;
}

/** `2021-06-11` of an instant. */
export function isoDay(utc: bigint): string {
  return isoUtc(utc, "s").slice(0, 10);
}

/** `11 de junio de 2021`, `11 June 2021`; with `short` `11 jun 2021`, `11 Jun 2021`. */
export function dayWords(utc: bigint, lang: Lang, short = false): string {
  const [y, m, d] = isoDay(utc).split("-");
  const month = MONTHS[lang][Number(m) - 1] ?? "";
  if (short) return `${Number(d)} ${month.slice(0, 3)} ${y}`;
  return lang === "es" ? `${Number(d)} de ${month} de ${y}` : `${Number(d)} ${month} ${y}`;
}

/** `feb 2021`. */
export function monthWords(utc: bigint, lang: Lang): string {
  return dayWords(utc, lang, true).replace(/^\d+ /, "");
}

/** The day of an ISO text, or the text itself where it is none. */
export function isoWords(text: string, lang: Lang, short = false): string {
  const utc = parseIso(text);
  return utc === undefined ? text : dayWords(utc, lang, short);
}

/** `11 jun 2021, 03:14:07 UTC`; what is known and no more where there is no instant. */
export function momentWords(m: Moment | undefined, lang: Lang): string {
  if (m === undefined) return NO_DATE[lang];
  const utc = instant(m);
  if (utc !== undefined) {
    const day = dayWords(utc, lang, true);
    if (m.precision === "year") return isoDay(utc).slice(0, 4);
    if (m.precision === "month") return monthWords(utc, lang);
    if (m.precision === "day") return day;
    const clock = isoUtc(utc, "s").slice(11, 19);
    const said = `${day}, ${m.precision === "min" ? clock.slice(0, 5) : clock} UTC`;
    return m.zone?.from === "assumed" ? `${said} (${ASSUMED[lang](m.zone.name)})` : said;
  }
  if (m.wall !== undefined) {
    const at = parseIso(`${m.wall}Z`) ?? parseIso(m.wall);
    const words = at === undefined ? m.wall : `${dayWords(at, lang, true)}, ${isoUtc(at, "s").slice(11, 19)}`;
    return `${words} (${NO_ZONE[lang]})`;
  }
  if (m.boot !== undefined) return `${count(String(BigInt(m.boot.ns) / 1_000_000_000n))} ${AFTER_BOOT[lang]}`;
  return NO_DATE[lang];
}

/** `del 1 de febrero al 24 de julio de 2021`: two days that share what they share. */
export function spanWords(from: bigint, to: bigint, lang: Lang): string {
  const a = dayWords(from, lang);
  const b = dayWords(to, lang);
  if (a === b) return lang === "es" ? `del ${a}` : `on ${a}`;
  const sameYear = isoDay(from).slice(0, 4) === isoDay(to).slice(0, 4);
  const start = sameYear ? a.replace(lang === "es" ? / de \d{4}$/ : / \d{4}$/, "") : a;
  return lang === "es" ? `del ${start} al ${b}` : `from ${start} to ${b}`;
}

/** Whole days from a date to `asOf`; undefined where one of them is no date. */
export function daysBetween(date: string, asOf: string): number | undefined {
  const a = parseIso(date);
  const b = parseIso(asOf);
  if (a === undefined || b === undefined) return undefined;
  const days = (b - a) / DAY;
  return Number(days);
}

/** `40 días`, `1 day`. */
export function daysWords(n: number, lang: Lang): string {
  return `${count(n)} ${plural(n, ...DAYS[lang])}`;
}
