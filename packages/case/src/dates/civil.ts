/** Days of the calendar, without a clock. @module */

export function daysIn(y: number, m: number): number {
  if (m === 2) return (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? 29 : 28;
  return m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31;
}

export interface Civil {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  before(): Civil;
}

function make(y: number, m: number, d: number): Civil {
  return {
    y,
    m,
    d,
    before: () => (d > 1 ? make(y, m, d - 1) : m > 1 ? make(y, m - 1, daysIn(y, m - 1)) : make(y - 1, 12, 31)),
  };
}

/** A day `2026-11-26` that the calendar has, or the day of an ISO text; undefined for anything else. */
export function civil(text: string): Civil | undefined {
  const p = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/s.exec(text);
  if (!p) return undefined;
  const [y, m, d] = [Number(p[1]), Number(p[2]), Number(p[3])];
  return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m) ? make(y, m, d) : undefined;
}

/** True of a day `2026-11-26` that the calendar has. */
export function isDay(text: string): boolean {
  return text.length === 10 && civil(text) !== undefined;
}
