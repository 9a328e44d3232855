/**
 * The letter of consent as a page and as text, made from the data of a consent; what is missing is a blank to fill in by hand. It is
 * printed, read aloud, signed; the hash of its photo goes into the consent (`given.letterSha256`).
 * @module
 */
import { type Lang, say } from "@contraluz/core";
import type { ReportFonts } from "@contraluz/report/html/style.ts";
import { type Html, html, plain } from "@contraluz/report/safe.ts";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { isoWords } from "@contraluz/report/when.ts";
import { filled, paper, ticked } from "../paper/paper.ts";
import { DATA_GROUPS, isGroup } from "./groups.ts";
import { LETTER, type LetterWords } from "./letter-words.ts";
import { PUBLICATIONS } from "./read.ts";
import type { Consent } from "./types.ts";
import { GROUP_WORDS, PUBLICATION_WORDS, SHARE_WORDS } from "./words.ts";

/** A consent that is not complete yet. */
export type Draft = { readonly [K in keyof Consent]?: Partial<Consent[K]> | Consent[K] };

export interface LetterOptions {
  readonly lang: Lang;
  readonly fonts?: ReportFonts;
  /** Names of places by id, for those that are allowed one by one. */
  readonly names?: (artifact: string) => string | undefined;
}

/** Lines to write on where nobody is named. */
const BLANK_ROWS = 3;

interface Tick {
  readonly on: boolean;
  readonly words: string;
}

/** Clauses as data: both forms are made of these. */
interface Clause {
  readonly title: string;
  readonly lead?: string;
  /** A blank; "" is left to be filled in. */
  readonly blank?: string;
  readonly label?: string;
  readonly ticks?: readonly Tick[];
  readonly next?: string;
  readonly ticksNext?: readonly Tick[];
  readonly rows?: readonly (readonly [string, string])[];
  readonly heads?: readonly [string, string];
  readonly text: readonly string[];
}

function groupTicks(d: Draft, w: LetterWords, o: LetterOptions): Tick[] {
  const list = Array.isArray(d.artifacts) ? (d.artifacts as readonly string[]) : [];
  const all = d.artifacts === "all";
  const single = list.filter((x) => !isGroup(x)).map((id) => o.names?.(id) ?? id);
  return [
    { on: all, words: w.data.all },
    ...DATA_GROUPS.map((g) => ({ on: all || list.includes(g), words: say(GROUP_WORDS[g], o.lang) })),
    ...(single.length > 0 ? [{ on: true, words: `${w.data.places}: ${single.join(", ")}` }] : []),
    { on: d.content === true, words: w.data.content },
  ];
}

function clausesOf(d: Draft, o: LetterOptions): Clause[] {
  const w = LETTER[o.lang];
  const recipients = d.recipients as Consent["recipients"] | undefined;
  const rows = (recipients ?? []).map((r) => [r.name, say(SHARE_WORDS[r.what], o.lang)] as const);
  return [
    {
      title: w.purpose.title,
      lead: w.purpose.lead,
      blank: (d.purpose as string | undefined) ?? "",
      text: w.purpose.text,
    },
    { title: w.data.title, lead: w.data.lead, ticks: groupTicks(d, w, o), text: w.data.text },
    {
      title: w.kept.title,
      ticks: [
        { on: d.copies === true, words: w.kept.copies },
        { on: d.incidents === true, words: w.kept.incidents },
        { on: d.compare === true, words: w.kept.compare },
      ],
      text: w.kept.text,
    },
    {
      title: w.recipients.title,
      lead: w.recipients.lead,
      heads: [w.recipients.who, w.recipients.what],
      rows: recipients === undefined ? Array.from({ length: BLANK_ROWS }, () => ["", ""] as const) : rows,
      ...(recipients?.length === 0 ? { next: w.recipients.none } : {}),
      text: w.recipients.text,
    },
    {
      title: w.publication.title,
      lead: w.publication.lead,
      ticks: PUBLICATIONS.map((p) => ({ on: d.publication === p, words: say(PUBLICATION_WORDS[p], o.lang) })),
      text: w.publication.text,
    },
    {
      title: w.term.title,
      label: w.term.until,
      blank: d.keepUntil === undefined ? "" : isoWords(d.keepUntil as string, o.lang),
      next: w.term.afterwards,
      ticksNext: [
        { on: d.after === "delete", words: w.term.delete },
        { on: d.after === "anonymised", words: w.term.anonymised },
      ],
      text: w.term.text,
    },
    { title: w.stop.title, text: w.stop.text },
  ];
}

function ticksHtml(list: readonly Tick[] | undefined): Html | undefined {
  return list && html`<ul class="ticks">${list.map((t) => ticked(t.on, t.words))}</ul>`;
}

function clauseHtml(c: Clause, n: number, lang: Lang): Html {
  const table =
    c.rows && c.rows.length > 0
      ? html`<table><thead><tr><th scope="col">${c.heads![0]}</th><th scope="col">${c.heads![1]}</th></tr></thead><tbody>${c.rows.map(
          ([who, what]) =>
            html`<tr><td data-h="${c.heads![0]}">${filled(who, lang)}</td><td data-h="${c.heads![1]}">${what === "" ? filled("", lang) : what}</td></tr>`,
        )}</tbody></table>`
      : undefined;
  const blank = c.blank === undefined ? undefined : filled(c.blank, lang, c.label === undefined ? "long" : "");
  return html`<section class="clause"><b>${n}</b><div><h2>${c.title}</h2>${c.lead === undefined ? "" : html`<p>${c.lead}</p>`}${
    blank && (c.label === undefined ? html`<p>${blank}</p>` : html`<p>${c.label}: ${blank}</p>`)
  }${ticksHtml(c.ticks)}${table}${c.next === undefined ? "" : html`<p>${c.next}</p>`}${ticksHtml(c.ticksNext)}${c.text.map((t) => html`<p>${t}</p>`)}</div></section>`;
}

/** The letter as one page to print. The same data gives the same bytes. */
export function letterHtml(d: Draft, o: LetterOptions): string {
  const w = LETTER[o.lang];
  const row = (k: string, v: string | undefined): Html => html`<div><dt>${k}</dt><dd>${filled(v, o.lang)}</dd></div>`;
  const signature = (cap: string): Html => html`<div></div><p class="cap">${cap}</p>`;
  const body = html`<h1>${w.title}</h1>${w.intro.map((t) => html`<p class="read">${t}</p>`)}
<dl class="facts">${row(w.person, d.person?.name)}${row(w.label, d.person?.label)}${row(w.organisation, d.organisation as string | undefined)}</dl>
${clausesOf(d, o).map((c, i) => clauseHtml(c, i + 1, o.lang))}
<section class="ends"><h2>${w.sign.title}</h2><p>${w.sign.text}</p><div class="signs4">${[w.sign.person, w.sign.organisation, w.sign.witness, w.sign.date].map((cap) => html`<div>${signature(cap)}</div>`)}</div>
<p class="fine">${w.after}</p></section>`;
  const css =
    ".signs4{display:grid;gap:0 var(--s6);margin-bottom:var(--s5)}.signs4>div>div{border-bottom:1px solid var(--ink);height:3.4rem}.signs4 .cap{font-size:var(--small);color:var(--ink-2);padding-top:var(--s1)}@media (min-width:40rem){.signs4{grid-template-columns:1fr 1fr}}@media print{body{font-size:9.3pt;line-height:1.32}.clause{padding-top:1.2mm;margin-top:1.2mm}.ends{break-inside:avoid}.ends h2{margin-top:1mm!important}.signs4{grid-template-columns:1fr 1fr;margin-bottom:2mm}.signs4>div>div{height:12mm}}";
  return paper(body, {
    lang: o.lang,
    title: w.title,
    head: w.head,
    foot: w.foot,
    css,
    ...(o.fonts ? { fonts: o.fonts } : {}),
  });
}

const LINE = "_".repeat(40);

/** The letter as plain text: for a chat, a mail, a reader for the blind. */
export function letterText(d: Draft, o: LetterOptions & { readonly width?: number }): string {
  const w = LETTER[o.lang];
  const width = Math.max(40, Math.min(100, o.width ?? 78));
  const out: string[] = [];
  const say1 = (text: string, first = ""): void => {
    out.push(...wrap(text, width, first));
  };
  const value = (v: string | undefined): string => (v === undefined || v === "" ? LINE : plain(v, o.lang, 2000));
  const ticks = (list: readonly Tick[] | undefined): void => {
    for (const t of list ?? []) say1(plain(t.words, o.lang, 2000), `   [${t.on ? "x" : " "}] `);
  };
  say1(w.title.toUpperCase());
  out.push("");
  for (const t of w.intro) say1(t);
  out.push("");
  say1(`${w.person}: ${value(d.person?.name)}`);
  say1(`${w.label}: ${value(d.person?.label)}`);
  say1(`${w.organisation}: ${value(d.organisation as string | undefined)}`);
  for (const [i, c] of clausesOf(d, o).entries()) {
    out.push("");
    say1(`${i + 1}. ${c.title}`);
    if (c.lead !== undefined) say1(c.lead, "   ");
    if (c.blank !== undefined) say1(c.label === undefined ? value(c.blank) : `${c.label}: ${value(c.blank)}`, "   ");
    ticks(c.ticks);
    for (const [who, what] of c.rows ?? []) say1(`${value(who)}: ${value(what)}`, "   - ");
    if (c.next !== undefined) say1(c.next, "   ");
    ticks(c.ticksNext);
    for (const t of c.text) say1(t, "   ");
  }
  out.push("");
  say1(w.sign.title);
  say1(w.sign.text, "   ");
  for (const cap of [w.sign.person, w.sign.organisation, w.sign.witness, w.sign.date]) say1(`${cap}: ${LINE}`, "   ");
  return `${out.join("\n")}\n`;
}
