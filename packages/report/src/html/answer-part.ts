/** Page 1: the verdict with both axes, and what a person needs who reads no further. @module */
import type { Answer } from "../answer/answer.ts";
import { placesOf } from "../answer/second-hand.ts";
import { foreignValues } from "../foreign.ts";
import { GAPS } from "../gaps/words.ts";
import { type Html, html } from "../safe.ts";
import { SAY } from "../words.ts";
import { type Draw, gapSteps, sentence, steps } from "./parts.ts";
import { keyPane, stateCounts, strip, TABLE_GLYPH, TONE_GLYPH } from "./svg.ts";
import { PAGE } from "./words.ts";

const CLASS: Readonly<Record<Answer["tone"], string>> = {
  match: "match",
  lead: "lead",
  targeted: "targeted",
  "none-found": "none",
  unchecked: "unchecked",
};

function verdict(d: Draw, a: Answer): Html {
  const w = SAY[d.lang];
  const g = GAPS[d.lang];
  const states = placesOf(d.result).map((c) => c.state);
  const counts = stateCounts(states);
  const parts = counts.map(([s, n]) => `${n} ${g.counted[s](n)}`).join(", ");
  return html`<article class="verdict">
<div class="thread-wrap tone-${CLASS[a.tone]}"><hr class="thread ${CLASS[a.tone]}"></div>
<section class="found" aria-label="${w.found}"><p class="axis">${TONE_GLYPH[a.tone]}<span><span class="q">${w.found}</span><b>${a.found.short}</b></span></p>
<h1>${a.found.headline}</h1>${a.found.named.length > 0 ? html`<ul>${a.found.named.map((f) => html`<li>${sentence(f.text[d.lang].title, foreignValues(f), d.lang, 60)}</li>`)}</ul>` : ""}${a.found.lines.map((l) => html`<p>${l}</p>`)}</section>
<section class="seen night" aria-label="${w.seen}"><p class="axis">${TABLE_GLYPH}<span><span class="q">${w.seen}</span><b>${a.seen.short}</b></span></p>
<h2>${a.seen.headline}</h2>
${states.length > 0 ? strip(states, PAGE[d.lang].stripLabel(states.length, parts)) : ""}
<ul class="legend">${counts.map(([s, n]) => html`<li>${keyPane(s)}<span><b>${n}</b> ${g.counted[s](n)}</span></li>`)}</ul>
${a.seen.lines.map((l) => html`<p class="fine">${l}</p>`)}</section></article>`;
}

/** The answer. On `none-found` and `unchecked` what is missing stands right under the verdict. */
export function answerPart(d: Draw, a: Answer): Html {
  const w = SAY[d.lang];
  const p = PAGE[d.lang];
  const first =
    a.repairs.length > 0
      ? html`<h2>${p.fixing}</h2>${steps(a.repairs)}`
      : html`<h2>${p.closing}</h2>${gapSteps(a.gaps, d.lang)}`;
  return html`<div class="answer">${verdict(d, a)}
${a.gapsFirst && (a.repairs.length > 0 || a.gaps.length > 0) ? first : ""}
<div${a.gapsFirst ? html` class="qa"` : ""}><div><h2>${w.means}</h2><p>${a.means}</p></div>
<div><h2>${w.otherwise}</h2><ul>${a.otherwise.map((o) => html`<li>${o}</li>`)}</ul></div></div>
<h2>${w.next}</h2>${steps(a.todo)}</div>`;
}
