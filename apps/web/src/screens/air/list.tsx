/** Lists of this screen: parts, rows, folds, levels. @module */
import type { Level } from "@contraluz/core";
import { AIR } from "@contraluz/report/air/words.ts";
import { SAY } from "@contraluz/report/words.ts";
import type { ComponentChildren, JSX } from "preact";
import { useLang } from "../../lang.ts";
import { LevelGlyph, levelClass } from "../../parts/glyphs.tsx";

/** Rows that stand open; what a list may hold on one page. */
const [OPEN, MOST] = [12, 300];
/** Letters of a value of the evidence. */
export const LETTERS = 60;

/** The first ones, and a fold for the rest. */
export function Folded<T>(p: {
  readonly list: readonly T[];
  readonly row: (t: T, i: number) => JSX.Element;
  readonly start?: number;
}): JSX.Element {
  const w = AIR[useLang()];
  const [open, rest] = [p.list.slice(0, OPEN), p.list.slice(OPEN, MOST)];
  return (
    <>
      <ol class="heard">{open.map(p.row)}</ol>
      {rest.length === 0 ? null : (
        <details>
          <summary>{w.others(p.list.length - open.length)}</summary>
          <ol class="heard" start={OPEN + 1}>
            {rest.map((t, i) => p.row(t, OPEN + i))}
          </ol>
        </details>
      )}
    </>
  );
}

export function LevelTag({ level, text }: { readonly level: Level; readonly text?: string }): JSX.Element {
  const word = SAY[useLang()].level[level];
  return (
    <span class={`level-tag tone-${levelClass(level)}`}>
      <LevelGlyph level={level} />
      <span>{text ?? word}</span>
    </span>
  );
}

export function Part(p: {
  readonly id: string;
  readonly title: string;
  readonly more: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="sheet" aria-labelledby={p.id}>
      <h2 id={p.id}>{p.title}</h2>
      <p class="fine">{p.more}</p>
      {p.children}
    </section>
  );
}

export function Row(p: {
  readonly head: ComponentChildren;
  readonly more: string;
  readonly level?: Level | undefined;
  readonly bar: JSX.Element | null;
}): JSX.Element {
  return (
    <li>
      <p class="m0">
        {p.head} {p.level === undefined ? null : <LevelTag level={p.level} />}
      </p>
      <p class="tiny m0">{p.more}</p>
      {p.bar ? <div class="night pad-small">{p.bar}</div> : null}
    </li>
  );
}
