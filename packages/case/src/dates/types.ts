/** When something happened, as people say it: with the precision that they remember. @module */

/** `hour`: around that hour. */
export type SpokenPrecision = "min" | "hour" | "day" | "month" | "year";

/** One end of a time: a wall clock, as long as it is precise. */
export interface SpokenDate {
  /** `2026-11-20T14:30`, `2026-11-20T14` (hour), `2026-11-20`, `2026-11`, `2026`. */
  readonly wall: string;
  readonly precision: SpokenPrecision;
}

/** A time or a span of time that somebody told. */
export interface SpokenTime {
  readonly from: SpokenDate;
  /** Left out: it lasted no longer than the precision says. */
  readonly to?: SpokenDate;
  /** Zone of the IANA database or offset (`America/Mexico_City`, `-06:00`), where it is known. */
  readonly zone?: string;
  /** What was said or typed. */
  readonly seen: string;
}
