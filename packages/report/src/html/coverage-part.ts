/** What could be seen, place by place: bands over time, their table twin, gaps, and which signs could show at all. @module */
import { type Coverage, count, PROBLEMS, type ProblemCode, say } from "@contraluz/core";
import { BUILTIN_SET } from "@contraluz/detection/indicators/builtin.ts";
import { NOT_COVERED } from "@contraluz/detection/indicators/not-covered.ts";
import { SECOND_HAND } from "@contraluz/detection/verdict.ts";
import { type Answer, coverageSpan } from "../answer/answer.ts";
import { nameOf, neverHeld } from "../gaps/gaps.ts";
import { GAPS } from "../gaps/words.ts";
import { clip, type Html, html, seen, type Value } from "../safe.ts";
import { dayWords, instant } from "../when.ts";
import { SAY } from "../words.ts";
import { cell, type Draw, gapSteps, table } from "./parts.ts";
import { band, DIAMOND_KEY, keyPane, stateCounts } from "./svg.ts";
import { PAGE } from "./words.ts";

/** Diamonds on one band. */
const MARKS = 24;
/** Campaigns in the table. */
const CAMPAIGNS = 60;

/** A problem code or a short code of the engine: shown in words where there are some. */
function reason(c: Coverage, d: Draw): Value {
  if (c.reason === undefined || c.reason === "") return "";
  if (c.reason === SECOND_HAND) return html` <span class="tiny">${GAPS[d.lang].secondHand}</span>`;
  const words = Object.hasOwn(PROBLEMS, c.reason) ? say(PROBLEMS[c.reason as ProblemCode], d.lang, {}) : undefined;
  return html` <span class="tiny">${words ?? seen(c.reason, d.lang, 80)}</span>`;
}

function bands(d: Draw): Html {
  const span = coverageSpan(d.result);
  if (!span) return html``;
  const [from, to] = span;
  const wide = Number(to - from) || 1;
  const share = (at: bigint): number => Number(at - from) / wide;
  const marksOf = (artifact: string): number[] => {
    const marks: number[] = [];
    for (const f of d.result.findings) {
      const at = instant(f.records.find((r) => r.artifact === artifact)?.at);
      if (at !== undefined && at >= from && at <= to && marks.length < MARKS) marks.push(share(at));
    }
    return marks;
  };
  const g = GAPS[d.lang];
  const row = (c: Coverage): Html => {
    const a = instant(c.from);
    const b = instant(c.to) ?? a;
    const light = a === undefined || b === undefined ? undefined : ([share(a), share(b)] as const);
    return html`<div class="r"><b>${nameOf(c.artifact, d.lang, d.names)}</b><span class="s">${g.state[c.state]}</span>${band(c.state, light?.[0], light?.[1], marksOf(c.artifact))}</div>`;
  };
  const states = stateCounts(d.result.coverage.map((c) => c.state)).map(([s]) => s);
  return html`<div class="cov night"><div class="ends-row"><div class="ends"><span>${dayWords(from, d.lang, true)}</span><span>${dayWords(to, d.lang, true)}</span></div></div>${d.result.coverage.map(row)}
<ul class="legend">${states.map((s) => html`<li>${keyPane(s)}<span>${g.state[s]}</span></li>`)}<li>${DIAMOND_KEY}<span>${PAGE[d.lang].diamond}</span></li></ul></div><p class="fine">${PAGE[d.lang].bandNote}</p>`;
}

function places(d: Draw): Html {
  const p = PAGE[d.lang];
  const rows = d.result.coverage.map((c) => {
    const name = nameOf(c.artifact, d.lang, d.names);
    const artifact = d.names.artifacts.get(c.artifact);
    const [a, b] = [instant(c.from), instant(c.to)];
    const day = (at: bigint): Html => html`<span class="nb">${dayWords(at, d.lang, true)}</span>`;
    const dates: Value = a === undefined ? "" : [day(a), " – ", day(b ?? a)];
    const detail = p.ofThose(c.undated, c.deleted);
    const about = artifact
      ? html`<p class="tiny">${p.shows}: ${say(artifact.words.shows, d.lang, {})}<br>${p.hides}: ${say(artifact.words.hides, d.lang, {})}</p>`
      : "";
    const id = name === c.artifact ? "" : html`<br><code class="tiny">${c.artifact}</code>`;
    return html`<tr><th scope="row">${name}${id}</th>${cell(p.state, [GAPS[d.lang].state[c.state], reason(c, d), c.problems > 0 ? html` <span class="tiny">(${p.damages(c.problems)})</span>` : ""])}${cell(p.records, [count(c.records), detail === "" ? "" : html` <span class="tiny">(${detail})</span>`])}${cell(p.fromTo, dates)}<td>${about}</td></tr>`;
  });
  return table(
    [
      [p.place, ""],
      [p.state, ""],
      [p.records, ""],
      [p.fromTo, ""],
      [`${p.shows} / ${p.hides}`, ""],
    ],
    rows,
    "places",
  );
}

function applies(d: Draw): Html {
  const p = PAGE[d.lang];
  const all = d.result.applicability;
  if (all.length === 0) return html``;
  // What this result says nothing about comes first when the list must be cut.
  const list =
    all.length > CAMPAIGNS ? [...all.filter((a) => a.couldMatch === 0), ...all.filter((a) => a.couldMatch > 0)] : all;
  const rows = list
    .slice(0, CAMPAIGNS)
    .map(
      (a) =>
        html`<tr><th scope="row">${clip(a.campaign)}</th>${cell(p.published, count(a.total), "num")}${cell(p.couldShow, count(a.couldMatch), "num")}<td class="why">${a.total === 0 ? p.unpublished : a.couldMatch === 0 ? p.zero : ""}</td></tr>`,
    );
  const heads = [
    [p.campaign, ""],
    [p.published, "num"],
    [p.couldShow, "num"],
    [p.note, ""],
  ] as const;
  return html`<h2>${p.applies}</h2><p class="read">${p.appliesIntro}</p>${table(heads, rows)}${list.length > CAMPAIGNS ? html`<p class="fine">${p.filesMore(list.length - CAMPAIGNS)}</p>` : ""}`;
}

/** What the built-in signs cannot show, and why: never left to silence. */
function notCovered(d: Draw): Html {
  const p = PAGE[d.lang];
  const { indicators } = d.result;
  if (!indicators.some((s) => s.name === BUILTIN_SET.meta.name)) return html``;
  const rows = NOT_COVERED.map(
    (n) => html`<tr><th scope="row">${n.campaign}</th><td>${say(n.why, d.lang, {})}</td></tr>`,
  );
  return html`<h2>${p.notCovered}</h2><p class="read">${p.notCoveredIntro(indicators.length > 1)}</p>${table(
    [
      [p.campaign, ""],
      [SAY[d.lang].why, ""],
    ],
    rows,
    "why2",
  )}`;
}

/** Coverage, gaps (unless page 1 has them), what such evidence never holds, applicability. */
export function coveragePart(d: Draw, a: Answer): Html {
  const p = PAGE[d.lang];
  const never = neverHeld(d.result, d.lang);
  const gaps = a.gapsFirst && a.repairs.length === 0 ? [] : a.gaps;
  return html`<h2 id="coverage">${p.coverageTitle}</h2><p class="read">${p.coverageIntro}</p>${bands(d)}${places(d)}
${gaps.length > 0 ? html`<h2>${p.closing}</h2>${gapSteps(gaps, d.lang)}` : ""}
${never ? html`<h2>${never.what}</h2><p>${never.why}</p>` : ""}
${applies(d)}${notCovered(d)}`;
}
