/** What one hunt says that another did not. @module */
import type { IndicatorSet } from "@contraluz/core";
import { diffHunts, type HuntPair } from "@contraluz/hunt/run/diff.ts";
import type { HuntReport } from "@contraluz/hunt/run/types.ts";
import { isoWords } from "@contraluz/report/when.ts";
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useLang, useWords } from "../../lang.ts";
import { Notice } from "../../parts/notice.tsx";
import { Seen, Sentence } from "../../parts/seen.tsx";
import { Select } from "../cases/fields.tsx";
import { LevelTag } from "./parts.tsx";
import { HUNT } from "./words.ts";

const SHOWN = 200;

function Pairs<P extends HuntPair>(p: {
  readonly title: string;
  readonly list: readonly P[];
  readonly more: (pair: P) => string;
}): JSX.Element | null {
  const w = useWords(HUNT);
  if (p.list.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{p.title}</h2>
      <ul class="plain-list">
        {p.list.slice(0, SHOWN).map((pair) => (
          <li key={`${pair.caseId} ${pair.finding.id}`}>
            <LevelTag level={pair.finding.level} /> <Seen text={pair.finding.subject} letters={120} />
            <p class="fine">
              <Sentence text={w.case(pair.caseId, pair.checks.join(", "))} values={[pair.caseId]} letters={20} /> ·{" "}
              {p.more(pair)}
            </p>
          </li>
        ))}
      </ul>
      {p.list.length > SHOWN ? <p class="fine">{w.moreCases(p.list.length - SHOWN)}</p> : null}
    </section>
  );
}

function Sets({ title, list }: { readonly title: string; readonly list: readonly IndicatorSet[] }): JSX.Element | null {
  const w = useWords(HUNT);
  if (list.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {list.slice(0, SHOWN).map((s) => (
          <li key={`${s.name} ${s.sha256}`}>
            <Sentence text={w.setLine(s.name, Number(s.count), String(s.date))} values={[s.name]} letters={120} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Changes({ hunts }: { readonly hunts: readonly HuntReport[] }): JSX.Element {
  const w = useWords(HUNT);
  const lang = useLang();
  const [before, setBefore] = useState(Math.max(0, hunts.length - 2));
  const [after, setAfter] = useState(hunts.length - 1);
  const [a, b] = [hunts[before], hunts[after]];
  const diff = useMemo(() => (a && b && a !== b ? diffHunts(a, b) : undefined), [a, b]);
  if (hunts.length < 2)
    return (
      <Notice>
        <p>{w.oneHunt}</p>
      </Notice>
    );
  const options = hunts.map(
    (h, i) =>
      [String(i), w.huntOf(h.hunt.slice(0, 8), isoWords(h.asOf.slice(0, 10), lang, true).slice(0, 40))] as const,
  );
  const sets = diff ? [...diff.setsAdded, ...diff.setsGone, ...diff.setsChanged] : [];
  const pairs = diff ? diff.added.length + diff.gone.length + diff.changed.length : 0;
  return (
    <div class="stack">
      <div class="row pair">
        <Select
          id="before"
          label={w.before}
          value={String(before)}
          options={options}
          onChange={(v) => setBefore(Number(v))}
        />
        <Select
          id="after"
          label={w.after}
          value={String(after)}
          options={options}
          onChange={(v) => setAfter(Number(v))}
        />
      </div>
      {diff && pairs > 0 ? (
        <>
          <Pairs title={w.added(diff.added.length)} list={diff.added} more={(p) => w.addedBy[p.by]} />
          <Pairs
            title={w.changed(diff.changed.length)}
            list={diff.changed}
            more={(p) => `${w.times(p.finding.count)}; ${w.was(w.level[p.before.level], p.before.count)}`}
          />
          <Pairs title={w.gone(diff.gone.length)} list={diff.gone} more={(p) => w.goneBy[p.by]} />
        </>
      ) : (
        <p>{w.same}</p>
      )}
      {diff && sets.length > 0 ? (
        <details class="sheet">
          <summary>{w.sets}</summary>
          <Sets title={w.setsAdded} list={diff.setsAdded} />
          <Sets title={w.setsChanged} list={diff.setsChanged.map((s) => s.after)} />
          <Sets title={w.setsGone} list={diff.setsGone} />
        </details>
      ) : null}
    </div>
  );
}
