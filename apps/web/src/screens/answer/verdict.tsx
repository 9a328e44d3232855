/** The verdict: the sheet (what was found) and the light (what could be seen), always both. @module */
import type { Result } from "@contraluz/core";
import type { Answer } from "@contraluz/report/answer/answer.ts";
import { foreignValues } from "@contraluz/report/foreign.ts";
import { GAPS } from "@contraluz/report/gaps/words.ts";
import { stateCounts, WINDOW_ORDER } from "@contraluz/report/html/svg.ts";
import { PAGE } from "@contraluz/report/html/words.ts";
import { SAY } from "@contraluz/report/words.ts";
import type { JSX } from "preact";
import { useLang } from "../../lang.ts";
import { TableGlyph, ToneGlyph, toneClass } from "../../parts/glyphs.tsx";
import { Sentence } from "../../parts/seen.tsx";
import { KeyPane, Strip } from "../../parts/strip.tsx";

export function VerdictPart({ answer: a, result }: { readonly answer: Answer; readonly result: Result }): JSX.Element {
  const lang = useLang();
  const [w, g, p] = [SAY[lang], GAPS[lang], PAGE[lang]];
  const states = result.coverage.map((c) => c.state);
  const counts = stateCounts(states);
  const tone = toneClass(a.tone);
  const parts = counts.map(([s, n]) => `${n} ${g.counted[s](n)}`).join(", ");
  return (
    <article class="verdict">
      <div class={`thread-wrap tone-${tone}`}>
        <hr class={`thread ${tone}`} />
      </div>
      <section class="found" aria-label={w.found}>
        <p class="axis">
          <ToneGlyph tone={a.tone} />
          <span>
            <span class="q">{w.found}</span>
            <b>{a.found.short}</b>
          </span>
        </p>
        <h1 tabIndex={-1}>{a.found.headline}</h1>
        {a.found.named.length > 0 ? (
          <ul>
            {a.found.named.map((f) => (
              <li key={f.id}>
                <Sentence text={f.text[lang].title} values={foreignValues(f)} letters={60} />
              </li>
            ))}
          </ul>
        ) : null}
        {a.found.lines.map((l) => (
          <p key={l}>{l}</p>
        ))}
      </section>
      <section class="seen night" aria-label={w.seen}>
        <p class="axis">
          <TableGlyph />
          <span>
            <span class="q">{w.seen}</span>
            <b>{a.seen.short}</b>
          </span>
        </p>
        <h2>{a.seen.headline}</h2>
        {states.length > 0 ? (
          <Strip
            panes={WINDOW_ORDER.flatMap((s) => states.filter((x) => x === s))}
            label={p.stripLabel(states.length, parts)}
          />
        ) : null}
        <ul class="legend">
          {counts.map(([s, n]) => (
            <li key={s}>
              <KeyPane state={s} />
              <span>
                <b>{n}</b> {g.counted[s](n)}
              </span>
            </li>
          ))}
        </ul>
        {a.seen.lines.map((l) => (
          <p class="fine" key={l}>
            {l}
          </p>
        ))}
      </section>
    </article>
  );
}
