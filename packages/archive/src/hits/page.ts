/** Hits as a page to read and to print: coverage first, each page with its picture, boxes and text. No script, nothing loaded. @module */
import { paper } from "@contraluz/case/paper/paper.ts";
import { type Lang, say } from "@contraluz/core";
import { facts } from "@contraluz/report/html/parts.ts";
import type { ReportFonts } from "@contraluz/report/html/style.ts";
import { clip, type Html, html, Html as Markup, seen } from "@contraluz/report/safe.ts";
import { GRADE, REASON } from "../names/index.ts";
import { pageSvg, SVG_CSS, stripSvg } from "./svg.ts";
import type { ShownGroup, ShownHit, ShownHits } from "./types.ts";
import { HW, NO_PICTURE, STATE } from "./words.ts";

const CSS = `${SVG_CSS}
.hits{list-style:none;padding:0;margin:0}.hit-page{border-top:2px solid var(--ink);margin:var(--s6) 0 0;padding-top:var(--s4)}.hit-page h3{margin-bottom:var(--s2);overflow-wrap:anywhere}
.hit-page .grade{font-weight:700;margin:0 0 var(--s1)}.snip{font-size:1.125rem;line-height:1.5;max-width:var(--measure);border-left:3px solid var(--rule);padding-left:var(--s3)}
mark{background:#FFD27A;color:#1B2230;padding:0 .1em;border-radius:2px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.hit-page figure{margin:0 0 var(--s4)}figcaption{font-size:var(--small);color:var(--ink-2);margin-bottom:var(--s1)}
.hit-page details{margin:0 0 var(--s4)}.hit-page summary{min-height:2.75rem;padding:.6rem 0;cursor:pointer;font-weight:600;color:var(--indigo)}.hit-page .said{white-space:pre-wrap;font-family:var(--mono);font-size:.875rem;line-height:1.5;background:var(--sunk);border:1px solid var(--rule);padding:var(--s3) var(--s4);overflow-wrap:anywhere}
.contents{list-style:none;padding:0}.contents li{border-top:1px solid var(--rule);padding:var(--s1) 0;margin:0;overflow-wrap:anywhere}.contents a{display:inline-block;min-height:1.75rem;padding:.2rem 0}
@media print{.hit-page{break-inside:avoid}.paper h2,.paper h2+p{break-after:avoid}.hit-page figure,.snip{break-inside:avoid}svg.sheet{max-height:125mm;width:auto;max-width:100%;margin:0 auto}.contents,.hit-page details:not([open]){display:none}rect.hit{-webkit-print-color-adjust:exact;print-color-adjust:exact}}`;

/** Letters of a page that are shown as text. */
const LETTERS = 20_000;
const PATH = 300;

const BREAK = new Markup("\n");

/** Lines of a text, with their ends. */
const lines = (text: string): readonly (string | Html)[] =>
  text.split("\n").flatMap((l, i) => (i === 0 ? [l] : [BREAK, l.replaceAll("\t", "    ")]));

/** A text with places marked; white space stays. */
function marked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): Html {
  const out: (string | Html | readonly (string | Html)[])[] = [];
  let at = 0;
  for (const s of spans) {
    if (s.start < at || s.end > text.length) continue;
    out.push(lines(text.slice(at, s.start)), html`<mark>${lines(text.slice(s.start, s.end))}</mark>`);
    at = s.end;
  }
  out.push(lines(text.slice(at)));
  return html`${out}`;
}

function pictureHtml(h: ShownHit, id: string, lang: Lang): Html | undefined {
  const p = h.picture;
  if (p === undefined) return undefined;
  if (typeof p === "string") return html`<p class="fine">${say(NO_PICTURE[p], lang)}</p>`;
  const label = say(HW.picture, lang, { path: clip(h.page.path), page: h.page.page, n: h.marks.length });
  const strip = stripSvg(p, h.marks, id, say(HW.strip, lang));
  const notes = [
    ...(h.marks.length === 0 ? [say(HW.noMark, lang)] : []),
    ...(h.marks.some((m) => m.about) ? [say(HW.about, lang)] : []),
  ];
  const fine = notes.map((n) => html`<p class="fine">${n}</p>`);
  return html`${strip && html`<figure><figcaption>${say(HW.strip, lang)}</figcaption>${strip}</figure>`}<figure>${pageSvg(p, h.marks, id, label)}</figure>${fine}`;
}

function hitHtml(h: ShownHit, id: string, lang: Lang): Html {
  const { page } = h;
  const grade =
    h.grade === undefined
      ? undefined
      : html`<p class="grade">${[say(GRADE[h.grade], lang), ...(h.reasons ?? []).map((r) => say(REASON[r], lang))].join(" · ")}</p>`;
  const sure = page.confidence === undefined ? "" : `, ${say(HW.sure, lang, { n: Math.round(page.confidence) })}`;
  const notes = [
    ...(page.corrected > 0 ? [say(HW.corrected, lang)] : []),
    ...(h.exact === false ? [say(HW.other, lang)] : []),
    ...(page.dup ? [say(HW.copy, lang)] : []),
  ];
  const { text, marks, before, after } = h.snippet;
  const cut = page.text.slice(0, LETTERS);
  return html`<section class="hit-page" id="${id}"><h3>${seen(page.path, lang, PATH)} <span class="fine">${say(HW.page, lang, { page: page.page, of: page.of })}</span></h3>${grade}
<p class="snip">${before ? "… " : ""}${marked(text, marks)}${after ? " …" : ""}</p>
${pictureHtml(h, `${id}-p`, lang)}
${facts([
  [say(HW.state, lang), `${say(STATE[page.state], lang)}${sure}`],
  ...(page.date ? [[say(HW.date, lang), page.date.text] as const] : []),
  ...(notes.length > 0 ? [[say(HW.notes, lang), notes.join("; ")] as const] : []),
  [say(HW.file, lang), html`<span class="tiny">SHA-256 ${page.doc}</span>`],
])}<details><summary>${say(HW.text, lang)}</summary><p class="said">${marked(cut, h.spans)}${cut.length < page.text.length ? "…" : ""}</p></details></section>
`;
}

function groupHtml(g: ShownGroup, at: number, lang: Lang): Html {
  const id = (i: number): string => `g${at + 1}-${i + 1}`;
  const head = g.number === undefined ? undefined : html`<h2>${say(HW.name, lang, { n: g.number })}</h2>`;
  if (!g.understood) return html`${head}<p>${say(HW.noName, lang)}</p>`;
  const sums = [
    ...(g.total === 0 ? [say(HW.none, lang)] : [say(HW.found, lang, { n: g.total, shown: g.hits.length })]),
    ...(g.grades && g.total > 0 ? [say(HW.grades, lang, g.grades)] : []),
    ...(g.unread > 0 ? [say(HW.unread, lang, { n: g.unread })] : []),
  ];
  const contents =
    g.hits.length < 2
      ? undefined
      : html`<nav aria-label="${say(HW.contents, lang)}"><ol class="contents">${g.hits.map((h, i) => html`<li><a href="#${id(i)}">${clip(h.page.path, PATH)}, ${say(HW.page, lang, { page: h.page.page, of: undefined })}</a>${h.grade === undefined ? "" : ` · ${say(GRADE[h.grade], lang)}`}</li>`)}</ol></nav>`;
  return html`${head}<p>${sums.join(" ")}</p>${contents}${g.hits.map((h, i) => hitHtml(h, id(i), lang))}`;
}

export interface HitsPageOptions {
  readonly lang: Lang;
  readonly fonts?: ReportFonts;
}

export function hitsHtml(v: ShownHits, o: HitsPageOptions): string {
  const { lang } = o;
  const title = say(v.kind === "names" ? HW.namesTitle : HW.title, lang);
  const { pages, unreadable, poor, undated } = v.coverage;
  const n = (x: number): string => say(HW.pages, lang, { n: x });
  const where = facts([
    [say(HW.searched, lang), n(pages)],
    [say(HW.unreadable, lang), n(unreadable)],
    [say(HW.poor, lang), n(poor)],
    ...(undated > 0 ? [[say(HW.undated, lang), n(undated)] as const] : []),
    ...(v.damaged > 0 ? [[say(HW.damaged, lang), n(v.damaged)] as const] : []),
  ]);
  const careful = v.kind === "names" ? html`<p class="read">${say(HW.notAsserted, lang)}</p>` : undefined;
  const body = html`<h1>${title}</h1><p class="read">${say(HW.look, lang)}</p>${careful}<h2>${say(HW.coverage, lang)}</h2>${where}${v.unfinished ? html`<p class="read"><b>${say(HW.unfinished, lang)}</b></p>` : undefined}${unreadable + poor + v.damaged > 0 || v.unfinished ? html`<p class="read">${say(HW.mayBe, lang)}</p>` : undefined}${v.groups.map((g, i) => groupHtml(g, i, lang))}`;
  return paper(body, {
    lang,
    title,
    head: title,
    foot: say(HW.foot, lang),
    css: CSS,
    ...(o.fonts ? { fonts: o.fonts } : {}),
  });
}
