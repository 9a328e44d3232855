/** Days, months and years of the ledger: the first and the last day that each can be. @module */
import { daysIn, isDay } from "@contraluz/case/dates/civil.ts";
import type { SpokenDate } from "@contraluz/case/dates/types.ts";

/** `2018-07-14`, `2018-07`, `2018`, of the calendar. */
export function isDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return text >= "1800" && text <= "2199";
  if (/^\d{4}-\d\d$/.test(text)) return isDay(`${text}-01`) && text >= "1800" && text < "2200";
  return isDay(text) && text >= "1800" && text < "2200";
}

/** The first day that a date can be. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day that a date can be. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length !== 7) return date;
  return `${date}-${daysIn(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`;
}

export function spokenOf(date: string): SpokenDate {
  return { wall: date, precision: date.length === 4 ? "year" : date.length === 7 ? "month" : "day" };
}
