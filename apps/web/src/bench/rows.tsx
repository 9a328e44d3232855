/** What stands in a row of a list. Text of the evidence is drawn by `Seen`. @module */

import type { ArtifactRecord, Lang, Moment } from "@contraluz/core";
import { count } from "@contraluz/core";
import { placeCode } from "@contraluz/report/origin/origin.ts";
import { SAY } from "@contraluz/report/words.ts";
import type { JSX } from "preact";
import { LevelGlyph } from "../parts/glyphs.tsx";
import { Seen } from "../parts/seen.tsx";
import type { BenchRow, FieldInfo, RecordRow } from "./ask.ts";
import { brief, isMoment, valueText } from "./brief.ts";
import { GRID } from "./list/roles.ts";
import { clockWords, fullWords, lengthWords, weekdayWords } from "./when.ts";
import type { BenchWords } from "./words.ts";
import type { Zone } from "./zone.ts";

/** What rows need besides the record. */
export interface RowTools {
  readonly lang: Lang;
  readonly words: BenchWords;
  readonly zone: Zone;
  readonly nameOf: (artifact: string) => string;
  readonly fieldsOf: (artifact: string, kind: string) => readonly FieldInfo[];
}

/** Letters of a cell: more do not fit. */
const LETTERS = 200;

function Cell(p: {
  readonly class?: string;
  readonly children?: JSX.Element | string | (JSX.Element | string | null)[] | null;
}): JSX.Element {
  return (
    <div {...GRID.cell} class={p.class ?? ""}>
      {p.children}
    </div>
  );
}

function LevelCell({ row, lang }: { readonly row: RecordRow; readonly lang: Lang }): JSX.Element {
  return (
    <div {...GRID.cell} class="c-level">
      {row.level === undefined ? null : (
        <>
          <LevelGlyph level={row.level} />
          <span class="vh">{SAY[lang].level[row.level]}</span>
        </>
      )}
    </div>
  );
}

/** A date; text as it was seen where there is no instant. */
export function When({ m, t }: { readonly m: Moment | undefined; readonly t: RowTools }): JSX.Element {
  if (m === undefined) return <span>{t.words.noDate}</span>;
  const text = fullWords(m, t.zone, t.lang);
  return m.utc === undefined ? <Seen text={text} letters={80} /> : <span>{text}</span>;
}

function stateOf(r: ArtifactRecord, w: BenchWords): string | undefined {
  return r.state === "deleted" ? w.deleted : r.state === "superseded" ? w.superseded : undefined;
}

function Band({ text, class: name = "" }: { readonly text: string; readonly class?: string }): JSX.Element {
  return (
    <div {...GRID.cell} class={`c-all ${name}`}>
      {text}
    </div>
  );
}

/** A row of the timeline or of the list without dates. */
export function lineRow(row: BenchRow | undefined, t: RowTools, dated: boolean): JSX.Element {
  const w = t.words;
  if (!row) return <Band text={w.loadingRow} />;
  switch (row.type) {
    case "day":
      return (
        <Band
          class="day"
          text={`${weekdayWords(row.ms, t.zone, t.lang, w)} · ${w.dayCount(row.records, count(row.records))}`}
        />
      );
    case "gap":
      return <Band class="gap" text={w.gap(lengthWords(row.to - row.from, w))} />;
    case "damaged":
      return <Band text={`${t.nameOf(row.artifact)}: ${w.damaged}`} />;
    case "record": {
      const { record: r } = row;
      const state = stateOf(r, w);
      const text = brief(r, t.fieldsOf(row.artifact, r.kind), t.lang, w);
      return (
        <>
          <LevelCell row={row} lang={t.lang} />
          <Cell class="c-time">{dated ? clockWords(r.at, t.zone) : <When m={r.at} t={t} />}</Cell>
          <Cell class="c-source">{t.nameOf(row.artifact)}</Cell>
          <Cell class={row.level === undefined ? "c-says" : "c-says strong"}>
            {[
              state === undefined ? null : (
                <b key="s" class="state">
                  {state}
                </b>
              ),
              <Seen key="t" text={text} letters={LETTERS} />,
            ]}
          </Cell>
        </>
      );
    }
  }
}

/** A row of the records of one kind, a cell a field. */
export function fieldRow(row: BenchRow | undefined, t: RowTools, fields: readonly FieldInfo[]): JSX.Element {
  const w = t.words;
  if (!row || row.type === "day" || row.type === "gap") return <Band text={w.loadingRow} />;
  if (row.type === "damaged") return <Band text={w.damaged} />;
  const { record: r } = row;
  const state = stateOf(r, w);
  const cell = (f: FieldInfo): JSX.Element => {
    const v = r.fields[f.name];
    if (v === undefined || v === null || v === "") return <Cell key={f.name} />;
    if (typeof v === "number" || typeof v === "bigint")
      return (
        <Cell key={f.name} class="num">
          {String(v)}
        </Cell>
      );
    if (typeof v === "boolean") return <Cell key={f.name}>{v ? w.yes : w.no}</Cell>;
    if (isMoment(v))
      return (
        <Cell key={f.name} class="c-time">
          <When m={v} t={t} />
        </Cell>
      );
    return (
      <Cell key={f.name}>
        <Seen text={valueText(v, t.lang, w)} letters={LETTERS} />
      </Cell>
    );
  };
  return (
    <>
      <LevelCell row={row} lang={t.lang} />
      <Cell class="c-time">
        <When m={r.at} t={t} />
      </Cell>
      {fields.length > 0 ? (
        fields.map(cell)
      ) : (
        <Cell>
          <Seen text={brief(r, fields, t.lang, w)} letters={LETTERS} />
        </Cell>
      )}
      <Cell class="c-where">
        {[
          state === undefined ? null : (
            <b key="s" class="state">
              {state}
            </b>
          ),
          <Seen key="c" text={placeCode(r.origin.at)} letters={80} />,
        ]}
      </Cell>
    </>
  );
}
