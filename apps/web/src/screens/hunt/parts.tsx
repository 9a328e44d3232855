/** What the lists of this screen share. @module */
import type { Level, RecordRef } from "@contraluz/core";
import { isoWords } from "@contraluz/report/when.ts";
import type { JSX } from "preact";
import { useLang, useWords } from "../../lang.ts";
import { LevelGlyph, levelClass } from "../../parts/glyphs.tsx";
import { Sentence } from "../../parts/seen.tsx";
import { HUNT } from "./words.ts";

export function LevelTag({ level }: { readonly level: Level }): JSX.Element {
  const w = useWords(HUNT);
  return (
    <span class={`level-tag tone-${levelClass(level)}`}>
      <LevelGlyph level={level} />
      <span>{w.level[level] ?? w.level.info}</span>
    </span>
  );
}

/** Two days of a lab's file, as people read them. */
export function Span({ first, last }: { readonly first?: string; readonly last?: string }): JSX.Element {
  const w = useWords(HUNT);
  const lang = useLang();
  if (first === undefined || last === undefined) return <>{w.noDates}</>;
  const day = (t: string): string => isoWords(t.slice(0, 10), lang, true).slice(0, 40);
  return <>{w.span(day(first), day(last))}</>;
}

/** First and last day of records. */
export function spanOf(records: readonly RecordRef[]): { readonly first?: string; readonly last?: string } {
  const days = records.flatMap(({ at }) => (at?.utc === undefined ? [] : [dayOf(at.utc)])).sort();
  return days.length === 0 ? {} : { first: days[0]!, last: days.at(-1)! };
}

/** Nanoseconds since 1970 as a day; "" for what no calendar has. */
function dayOf(utc: bigint): string {
  const ms = Number(utc / 1_000_000n);
  return Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString().slice(0, 10) : "";
}

export function Place({ at }: { readonly at: { readonly artifact: string; readonly ordinal: number } }): JSX.Element {
  const w = useWords(HUNT);
  return <Sentence text={w.place(at.artifact, String(at.ordinal))} values={[at.artifact]} letters={60} />;
}
