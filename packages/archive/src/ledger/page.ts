/** The ledger as a page to read and to print: the look of the report, no script, nothing loaded. @module */
import { paper } from "@contraluz/case/paper/paper.ts";
import { type Lang, say } from "@contraluz/core";
import { facts } from "@contraluz/report/html/parts.ts";
import type { ReportFonts } from "@contraluz/report/html/style.ts";
import { type Html, html } from "@contraluz/report/safe.ts";
import { citeWords, dateWords, either, glossOf, saidIn, sourceWords, spanWords, whatDone, whenDone } from "./say.ts";
import type { DerivedState, Weighed } from "./state.ts";
import type { Act, Claim, Reply, Source } from "./types.ts";
import { type LedgerView, markOf } from "./view.ts";
import {
  BECAUSE_WORDS,
  KIND_WORDS,
  L,
  lineFaultWords,
  RELATION_WORDS,
  REPLY_WORDS,
  refusalWords,
  STATE_MEANS,
  STATE_WORDS,
  STATUS_WORDS,
  uncheckedWords,
} from "./words.ts";

const CSS = `.claim{border-top:2px solid var(--ink);margin-top:var(--s6);padding-top:var(--s4)}
.claim blockquote,.reply blockquote{margin:0 0 var(--s3);font-size:1.25rem;line-height:1.4;max-width:var(--measure)}.reply blockquote{font-size:1rem}
.state{display:inline-flex;align-items:center;gap:.5rem;font-weight:700;margin:0 0 var(--s2)}.state::before{content:"";width:.9em;height:.9em;border:2px solid currentColor;border-radius:50%;flex:none;print-color-adjust:exact}
.state.kept::before{background:currentColor}.state.broken::before{border-radius:0;background:currentColor;transform:rotate(45deg)}.state.disputed::before{background:linear-gradient(90deg,currentColor 50%,transparent 50%)}
.state.kept{color:var(--stone)}.state.broken{color:var(--cochineal)}.state.disputed{color:var(--purple)}.state.open{color:var(--ink-2)}
.act{border:1px solid var(--rule);border-radius:2px;padding:var(--s4) var(--s5);margin:0 0 var(--s3)}.act h4{margin:0 0 var(--s1);font-size:1.0625rem;line-height:1.3}.act p{margin-bottom:var(--s2)}.relation{font-weight:700;font-size:var(--small);color:var(--ink-2)}
.sources{list-style:none;padding:0;margin:0 0 var(--s3);font-size:var(--small)}.sources li{border-left:2px solid var(--rule);padding:0 0 0 var(--s3);margin:0 0 var(--s2)}.sources q,.sources .told{display:block}.sources .fine{overflow-wrap:anywhere}
.index{list-style:none;padding:0}.index li{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:0 var(--s3);border-top:1px solid var(--rule);padding:var(--s2) 0;margin:0}.index .state{margin:0;align-self:start}@media (max-width:30rem){.index li{grid-template-columns:minmax(0,1fr)}}@media print{.sources li,.act h4,.state{break-inside:avoid}.act h4,.relation,.state,.claim h3{break-after:avoid}.claim blockquote{font-size:12pt}.state::before{-webkit-print-color-adjust:exact}}`;

function sourceHtml(s: Source, v: LedgerView, lang: Lang): Html {
  const mark = markOf(s, v.checked);
  const words = mark === "stands" ? L.checked : mark === "paraphrase" ? L.paraphrase : L.notChecked;
  const text = s.quote === undefined ? html`<span class="told">${s.paraphrase}</span>` : html`<q>${s.quote}</q>`;
  const urls = [s.url, s.archivedUrl].flatMap((u, i) =>
    u === undefined ? [] : [html`<br>${i === 1 ? `${say(L.archived, lang)}: ` : ""}${u}`],
  );
  return html`<li>${text}<span class="fine">${sourceWords(s, lang)}${urls}<br>${say(words, lang)} · <span class="tiny">SHA-256 ${s.sha256.slice(0, 16)}…</span></span></li>`;
}

function sourcesHtml(list: readonly Source[], v: LedgerView, lang: Lang): Html | undefined {
  return list.length === 0 ? undefined : html`<ul class="sources">${list.map((s) => sourceHtml(s, v, lang))}</ul>`;
}

function replyHtml(r: Reply | undefined, v: LedgerView, lang: Lang): Html | undefined {
  if (!r) return undefined;
  const when = r.on === undefined ? "" : `, ${dateWords(r.on, lang)}`;
  const text = either(r.text_es, r.text_en, lang);
  return html`<div class="reply"><p><b>${say(REPLY_WORDS[r.state], lang)}</b>${when}.</p>${text === "" ? undefined : html`<blockquote>${text}</blockquote>`}${sourcesHtml(r.source, v, lang)}</div>`;
}

function actHtml(a: Act, v: LedgerView, lang: Lang, w?: Weighed): Html {
  const cites =
    a.cites.length === 0 ? undefined : html`<p class="fine">${a.cites.map((c) => citeWords(c, lang)).join("; ")}</p>`;
  const head =
    w === undefined ? undefined : html`<p class="relation">${say(RELATION_WORDS[w.link.relation], lang)}</p>`;
  const review =
    w?.link.reviewer === undefined
      ? undefined
      : html`<p><b>${say(L.why, lang)}:</b> ${either(w.link.why_es, w.link.why_en, lang)}</p><p class="fine">${say(L.reviewed, lang, { name: [w.link.reviewer.name, w.link.reviewer.role ?? ""].filter((t) => t !== "").join(", "), day: dateWords(w.link.on, lang) })}.${w.link.supersedes === undefined ? "" : ` ${say(L.history, lang, { n: v.checked.links.history(w.link.id).length })}.`}</p>`;
  const weak =
    w === undefined || w.because.length === 0
      ? undefined
      : html`<p class="fine">${say(L.settles, lang, { why: w.because.map((b) => say(BECAUSE_WORDS[b], lang)).join("; ") })}</p>`;
  return html`<div class="act">${head}<h4>${whatDone(a, lang)}</h4><p class="fine">${a.actor} · ${whenDone(a, lang)}${a.place === undefined ? "" : ` · ${a.place}`} · ${say(STATUS_WORDS[a.status], lang)}${w === undefined ? "" : ` · ${say(L.origins, lang, { n: w.origins })}`}</p>${sourcesHtml(a.source, v, lang)}${cites}${review}${weak}${replyHtml(w?.link.reply_of_the_party, v, lang)}</div>`;
}

const anchorOf = (c: Claim): string => `claim-${c.id.replace(/[^A-Za-z0-9-]/g, "-")}`;

/** All claims in short, each leading to its place. */
function indexHtml(v: LedgerView, lang: Lang): Html {
  const line = ({ claim: c, state }: DerivedState): Html =>
    html`<li><span class="state ${state}">${say(STATE_WORDS[state], lang)}</span><span><a href="#${anchorOf(c)}">${saidIn(c, lang)}</a><br><span class="fine">${c.speaker.name}, ${dateWords(c.said_on, lang)}</span></span></li>`;
  return html`<ul class="index">${v.states.map(line)}</ul>`;
}

function claimHtml(d: DerivedState, v: LedgerView, lang: Lang): Html {
  const c: Claim = d.claim;
  const gloss = glossOf(c, lang);
  const holds = c.term === "by" ? dateWords(c.holds_until ?? "", lang) : spanWords(c.holds_from, c.holds_until, lang);
  const { place } = c.scope;
  return html`<section class="claim" id="${anchorOf(c)}"><p class="state ${d.state}">${say(STATE_WORDS[d.state], lang)}</p><blockquote>${c.quote === undefined ? gloss : html`«${c.quote}»`}</blockquote>${c.quote === undefined || gloss === "" || gloss === c.quote ? undefined : html`<p class="read"><b>${say(L.inShort, lang)}:</b> ${gloss}</p>`}
${facts([
  [
    say(L.saidBy, lang),
    [c.speaker.name, c.speaker.office ?? "", c.speaker.body ?? ""].filter((t) => t !== "").join(", "),
  ],
  [say(L.said, lang), `${dateWords(c.said_on, lang)} · ${say(KIND_WORDS[c.kind], lang)}`],
  [say(c.term === "by" ? L.by : L.holds, lang), holds],
  [
    say(L.reach, lang),
    [[c.scope.actor, ...(c.scope.also ?? [])].join(", "), c.scope.subject, place ?? ""]
      .filter((t) => t !== "")
      .join(" · "),
  ],
])}${sourcesHtml(c.source, v, lang)}<h3>${say(L.acts, lang)}</h3>${d.weighed.length === 0 ? html`<p>${say(L.noActs, lang)}</p>` : d.weighed.map((w) => actHtml(w.act, v, lang, w))}</section>
`;
}

const list = (head: string, lines: readonly string[]): Html | undefined =>
  lines.length === 0 ? undefined : html`<h2>${head}</h2><ul>${lines.map((t) => html`<li>${t}</li>`)}</ul>`;

export interface LedgerPageOptions {
  readonly lang: Lang;
  readonly fonts?: ReportFonts;
  /** What the ledger is called. */
  readonly title?: string;
}

/** What stands in the page, for one of its own or as a part of another (`ledgerCss` belongs to it). */
export function ledgerPart(v: LedgerView, lang: Lang): Html {
  const { claims, acts, links } = v.checked.ledger;
  const wrong = [...v.faults.map((f) => lineFaultWords(f, lang)), ...v.refusals.map((r) => refusalWords(r, lang))];
  return html`<p>${say(L.sum, lang, { claims: claims.length, acts: acts.length, links: links.length })} ${say(L.asOf, lang, { day: dateWords(v.at, lang) })}. ${wrong.length === 0 ? say(L.noFaults, lang) : ""}</p>
${v.states.length === 0 ? html`<p>${say(L.none, lang)}</p>` : html`${indexHtml(v, lang)}${v.states.map((d) => claimHtml(d, v, lang))}`}
${v.alone.length === 0 ? undefined : html`<h2>${say(L.others, lang)}</h2>${v.alone.map((a) => actHtml(a, v, lang))}`}
${list(say(L.faults, lang), wrong)}${list(
  say(L.gaps, lang),
  v.unchecked.map((u) => uncheckedWords(u, lang)),
)}<h2>${say(L.how, lang)}</h2>${facts(
    (["kept", "broken", "disputed", "open"] as const).map((s) => [
      html`<span class="state ${s}">${say(STATE_WORDS[s], lang)}</span>`,
      say(STATE_MEANS[s], lang),
    ]),
  )}`;
}

export const ledgerCss: string = CSS;

export function ledgerHtml(v: LedgerView, o: LedgerPageOptions): string {
  const { lang } = o;
  const title = o.title ?? say(L.title, lang);
  const body = html`<h1>${title}</h1><p class="read">${say(L.intro, lang)}</p>${ledgerPart(v, lang)}`;
  return paper(body, {
    lang,
    title,
    head: say(L.foot, lang),
    foot: say(L.foot, lang),
    css: CSS,
    ...(o.fonts ? { fonts: o.fonts } : {}),
  });
}
