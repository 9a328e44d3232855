/** The form as a page and as text, blank or with what was told already. Printed, filled in by hand, typed in later. @module */
import { type Lang, say } from "@contraluz/core";
import type { ReportFonts } from "@contraluz/report/html/style.ts";
import { type Html, html, plain } from "@contraluz/report/safe.ts";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { spokenDateWords } from "../dates/words.ts";
import { filled, paper, ticked } from "../paper/paper.ts";
import type { Answer, CustodyTold } from "./types.ts";
import { ANSWERS, WHYS } from "./window.ts";
import { ANSWER_WORDS, FORM, WHY_WORDS } from "./words.ts";

export interface CustodyFormOptions {
  readonly lang: Lang;
  readonly fonts?: ReportFonts;
  /** What was told already. */
  readonly told?: readonly CustodyTold[];
  readonly person?: string;
}

/** Empty parts of a form on which nothing was filled in. */
const TIMES = 2;

const partsOf = (o: CustodyFormOptions): readonly (CustodyTold | undefined)[] =>
  o.told && o.told.length > 0 ? o.told : Array.from({ length: TIMES }, () => undefined);

/** The ends of it as they are said. */
function endsOf(t: CustodyTold | undefined, lang: Lang): readonly [string | undefined, string | undefined] {
  if (!t) return [undefined, undefined];
  return [spokenDateWords(t.at.from, lang), t.at.to ? spokenDateWords(t.at.to, lang) : undefined];
}

export function custodyFormHtml(o: CustodyFormOptions): string {
  const w = FORM[o.lang];
  const answers = (on: Answer | undefined): Html =>
    html`<ul class="ticks row">${ANSWERS.map((a) => ticked(on === a, say(ANSWER_WORDS[a], o.lang)))}</ul>`;
  const row = (k: string, v: Html): Html => html`<div><dt>${k}</dt><dd>${v}</dd></div>`;
  const part = (t: CustodyTold | undefined, n: number): Html => {
    const [from, to] = endsOf(t, o.lang);
    return html`<section class="clause"><b>${n}</b><div><h2>${w.why}</h2><ul class="ticks two">${WHYS.map((y) => ticked(t?.why === y, say(WHY_WORDS[y], o.lang)))}</ul>
<dl class="facts">${row(w.from, filled(from, o.lang))}${row(w.to, html`${filled(to, o.lang)}<ul class="ticks">${ticked(t?.returned === false, w.notBack)}</ul>`)}${row(w.where, filled(t?.where, o.lang, "long"))}${row(w.who, filled(t?.who, o.lang, "long"))}${row(w.unlocked, answers(t?.unlocked))}${row(w.cable, answers(t?.cable))}${row(w.changed, filled(t?.changed, o.lang, "long"))}</dl></div></section>`;
  };
  const body = html`<h1>${w.title}</h1>${w.intro.map((t) => html`<p class="read">${t}</p>`)}<p class="fine read">${w.hint}</p>
<dl class="facts">${row(w.person, filled(o.person, o.lang))}</dl>
${partsOf(o).map((t, i) => part(t, i + 1))}
<p class="fine">${w.use}</p>`;
  const css =
    ".ticks.row{display:flex;flex-wrap:wrap;gap:0 var(--s5);margin:0}.ticks.row span{white-space:nowrap}.ticks.row li+li{margin:0}.facts dd .ticks{margin:0}@media (min-width:40rem){.ticks.two{columns:2;column-gap:var(--s5)}.ticks.two li{break-inside:avoid}}@media print{body{font-size:9.5pt;line-height:1.32}.ticks.two{columns:2}.blank.long{min-height:1.6em}.facts>div{padding:.8mm 0}}";
  return paper(body, {
    lang: o.lang,
    title: w.title,
    head: w.title,
    foot: w.foot,
    css,
    ...(o.fonts ? { fonts: o.fonts } : {}),
  });
}

const LINE = "_".repeat(36);

export function custodyFormText(o: CustodyFormOptions & { readonly width?: number }): string {
  const w = FORM[o.lang];
  const width = Math.max(40, Math.min(100, o.width ?? 78));
  const out: string[] = [];
  const line = (text: string, first = ""): void => {
    out.push(...wrap(text, width, first));
  };
  const value = (v: string | undefined): string => (v === undefined ? LINE : plain(v, o.lang, 1000));
  const box = (on: boolean, words: string): string => `[${on ? "x" : " "}] ${words}`;
  line(w.title.toUpperCase());
  out.push("");
  for (const t of [...w.intro, w.hint]) line(t);
  out.push("");
  line(`${w.person}: ${value(o.person)}`);
  for (const [i, t] of partsOf(o).entries()) {
    const [from, to] = endsOf(t, o.lang);
    out.push("");
    line(`${w.time} ${i + 1}. ${w.why}:`);
    for (const y of WHYS) line(box(t?.why === y, say(WHY_WORDS[y], o.lang)), "   ");
    line(`${w.from}: ${value(from)}`, "   ");
    line(`${w.to}: ${value(to)}`, "   ");
    line(box(t?.returned === false, w.notBack), "   ");
    line(`${w.where}: ${value(t?.where)}`, "   ");
    line(`${w.who}: ${value(t?.who)}`, "   ");
    for (const k of ["unlocked", "cable"] as const)
      line(`${w[k]} ${ANSWERS.map((a) => box(t?.[k] === a, say(ANSWER_WORDS[a], o.lang))).join("  ")}`, "   ");
    line(`${w.changed} ${value(t?.changed)}`, "   ");
  }
  out.push("");
  line(w.use);
  return `${out.join("\n")}\n`;
}
