/** One record: what it says, which findings name it, where it comes from. @module */
import { count, type Result } from "@contraluz/core";
import { foreignValues } from "@contraluz/report/foreign.ts";
import { inOrder } from "@contraluz/report/order.ts";
import { chainOf, type Link } from "@contraluz/report/origin/origin.ts";
import { instant } from "@contraluz/report/when.ts";
import { SAY } from "@contraluz/report/words.ts";
import type { JSX, Ref } from "preact";
import { LevelGlyph, levelClass } from "../../parts/glyphs.tsx";
import { Seen, Sentence } from "../../parts/seen.tsx";
import type { RecordRow } from "../ask.ts";
import { isMoment, ownName, valueText } from "../brief.ts";
import { type RowTools, When } from "../rows.tsx";
import { type BenchAct, type BenchState, noteKey } from "../state.ts";

/** Values of a list, findings and observables that are drawn. */
const MANY = 20;
const LETTERS = 600;
const EMPTY: ReadonlySet<unknown> = new Set([undefined, null, ""]);

export interface DetailProps {
  readonly row: RecordRow;
  readonly result: Result;
  readonly tools: RowTools;
  readonly state: BenchState;
  readonly act: (a: BenchAct) => void;
  readonly note: Ref<HTMLTextAreaElement>;
}

/** The result with the file of one record: the page holds no list of all files. */
export function withFile(result: Result, row: RecordRow): Result {
  const files: Result["files"][number][] = [];
  if (row.file) files[row.record.origin.file] = row.file;
  return { ...result, files };
}

function Value({ v, t }: { readonly v: unknown; readonly t: RowTools }): JSX.Element {
  const w = t.words;
  if (typeof v === "boolean") return <>{v ? w.yes : w.no}</>;
  if (typeof v === "number" || typeof v === "bigint") return <code>{String(v)}</code>;
  if (isMoment(v)) {
    return (
      <>
        <When m={v} t={t} />
        <br />
        <Seen text={v.seen} letters={80} />
      </>
    );
  }
  if (Array.isArray(v)) {
    return (
      <ul class="values">
        {v.slice(0, MANY).map((x: unknown, i) => (
          <li key={i}>
            <Value v={x} t={t} />
          </li>
        ))}
        {v.length > MANY ? <li>{w.more(v.length - MANY)}</li> : null}
      </ul>
    );
  }
  return <Seen text={valueText(v, t.lang, w)} letters={LETTERS} />;
}

function Fields({ row, tools: t }: DetailProps): JSX.Element {
  const { record: r } = row;
  const known = t.fieldsOf(row.artifact, r.kind);
  const names = [...new Set([...known.map((f) => f.name), ...Object.keys(r.fields)])];
  const label = new Map(known.map((f) => [f.name, f.label[t.lang]]));
  return (
    <dl class="facts tight">
      {names
        .filter((n) => Object.hasOwn(r.fields, n) && !EMPTY.has(r.fields[n]))
        .map((n) => (
          <div key={n}>
            <dt>{label.get(n) ?? <Seen text={n} letters={60} />}</dt>
            <dd>
              <Value v={r.fields[n]} t={t} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function LinkValue({ link: { kind, text, more } }: { readonly link: Link }): JSX.Element {
  return (
    <>
      {kind === "foreign" ? <Seen text={text} letters={LETTERS} /> : kind === "mono" ? <code>{text}</code> : text}
      {more === undefined ? null : (
        <>
          <br />
          {kind === "words" ? more : <code>{more}</code>}
        </>
      )}
    </>
  );
}

function Chain({ row, result, tools: { lang } }: DetailProps): JSX.Element {
  const { artifact, ordinal, record } = row;
  const ref = { artifact, ordinal, origin: record.origin, ...(record.at ? { at: record.at } : {}) };
  return (
    <ol class="chain">
      {chainOf(ref, withFile(result, row), lang).map((l) => (
        <li key={l.label} class={l.lit ? "lit" : ""}>
          <span class="k">{l.label}</span>
          <LinkValue link={l} />
        </li>
      ))}
    </ol>
  );
}

function Named({ row, result, tools: { lang, words: w } }: DetailProps): JSX.Element | null {
  const named = inOrder(result.findings).filter((f) =>
    f.records.some((r) => r.artifact === row.artifact && r.ordinal === row.ordinal),
  );
  if (named.length === 0) return null;
  return (
    <div>
      <h3>{w.findings}</h3>
      {named.slice(0, MANY).map((f) => (
        <div key={f.id} class="named">
          <p class={`level-tag tone-${levelClass(f.level)} m0`}>
            <LevelGlyph level={f.level} />
            {SAY[lang].level[f.level]}
          </p>
          <p class="m0">
            <b>
              <Sentence text={f.text[lang].title} values={foreignValues(f)} letters={60} />
            </b>
          </p>
          <p class="fine">
            <Sentence text={f.text[lang].why} values={foreignValues(f)} />
          </p>
        </div>
      ))}
      {named.some((f) => f.count > f.records.length) ? <p class="tiny">{w.firstHundred}</p> : null}
    </div>
  );
}

export function Detail(p: DetailProps): JSX.Element {
  const { row, tools: t, state, act } = p;
  const w = t.words;
  const { record: r } = row;
  const ref = { artifact: row.artifact, ordinal: row.ordinal };
  const utc = instant(r.at);
  const note = state.notes.get(noteKey(ref)) ?? "";
  return (
    <>
      <div>
        {row.level === undefined ? null : (
          <p class={`level-tag tone-${levelClass(row.level)} m0`}>
            <LevelGlyph level={row.level} />
            {SAY[t.lang].level[row.level]}
          </p>
        )}
        <h2>{t.nameOf(row.artifact)}</h2>
        <p class="fine m0">
          <When m={r.at} t={t} /> · <code>{ownName(r.kind)}</code> · {count(row.ordinal)}
          {r.state === undefined ? "" : ` · ${w[r.state]}`}
        </p>
      </div>
      <div class="row gap2">
        {utc === undefined ? null : (
          <button
            type="button"
            class="btn small quiet"
            onClick={() => act({ type: "around", ref, ms: Number(utc / 1_000_000n) })}
          >
            {w.around}
          </button>
        )}
        <button
          type="button"
          class="btn small quiet"
          aria-expanded={state.bytes}
          onClick={() => act({ type: "toggle", what: "bytes" })}
        >
          {w.showBytes}
        </button>
        <button
          type="button"
          class="btn small quiet"
          aria-expanded={state.noting || note !== ""}
          onClick={() => act({ type: "toggle", what: "noting" })}
        >
          {w.note}
        </button>
      </div>
      {state.noting || note !== "" ? (
        <div class="field">
          <label for="bench-note">{w.noteLabel}</label>
          <textarea
            id="bench-note"
            ref={p.note}
            rows={3}
            value={note}
            onInput={(e) => act({ type: "note", ref, text: e.currentTarget.value })}
          />
          <p class="tiny">{w.noteHint}</p>
        </div>
      ) : null}
      <Named {...p} />
      <div>
        <h3>{w.fields}</h3>
        <Fields {...p} />
      </div>
      <div>
        <h3>{w.origin}</h3>
        <Chain {...p} />
      </div>
    </>
  );
}
