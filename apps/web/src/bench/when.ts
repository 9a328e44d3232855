/** Hours, days and lengths of time as the bench writes them, in the zone that was chosen. @module */
import { isoUtc, type Lang, type Moment } from "@contraluz/core";
import { dayWords, instant, momentWords } from "@contraluz/report/when.ts";
import type { BenchWords } from "./words.ts";
import { offsetAt, offsetWords, type Zone } from "./zone.ts";

const MS = 1_000_000n;

/** An instant as a clock of the zone shows it, as if it were UTC. */
function shifted(utc: bigint, zone: Zone): bigint {
  return utc + BigInt(offsetAt(zone, Number(utc / MS))) * MS;
}

/** `03:14:07.412`; without a clock where the precision has none. */
export function clockWords(m: Moment | undefined, zone: Zone): string {
  const utc = instant(m);
  if (m === undefined || utc === undefined || m.precision === "day" || m.precision === "month") return "";
  const text = isoUtc(shifted(utc, zone), m.precision === "us" || m.precision === "ns" ? "ms" : m.precision);
  return m.precision === "min" ? text.slice(11, 16) : text.slice(11, -1);
}

/** `11 jun 2021, 03:14:07.412 (UTC−5)`. */
export function fullWords(m: Moment | undefined, zone: Zone, lang: Lang): string {
  const utc = instant(m);
  const clock = clockWords(m, zone);
  if (utc === undefined || clock === "") return momentWords(m, lang);
  const day = dayWords(shifted(utc, zone), lang, true);
  return `${day}, ${clock} (${offsetWords(offsetAt(zone, Number(utc / MS)))})`;
}

/** `viernes 11 de junio de 2021`. */
export function weekdayWords(ms: number, zone: Zone, lang: Lang, w: BenchWords): string {
  const at = shifted(BigInt(Math.floor(ms)) * MS, zone);
  const day = Number(at / (86_400_000n * MS));
  return `${w.weekdays[(((day + 4) % 7) + 7) % 7]} ${dayWords(at, lang)}`;
}

/** `11 jun 2021, 03:14`. */
export function minuteWords(ms: number, zone: Zone, lang: Lang): string {
  const at = shifted(BigInt(Math.floor(ms)) * MS, zone);
  return `${dayWords(at, lang, true)}, ${isoUtc(at, "s").slice(11, 16)}`;
}

/** `3 h 18 min`, `12 días 4 h`: the two largest units. */
export function lengthWords(ms: number, w: BenchWords): string {
  const s = Math.round(ms / 1000);
  const parts: [number, string][] = [
    [Math.floor(s / 86_400), Math.floor(s / 86_400) === 1 ? w.unit.oneDay : w.unit.day],
    [Math.floor(s / 3600) % 24, w.unit.hour],
    [Math.floor(s / 60) % 60, w.unit.minute],
    [s % 60, w.unit.second],
  ];
  const first = parts.findIndex(([n]) => n > 0);
  if (first < 0) return `0 ${w.unit.second}`;
  return parts
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(" ");
}
