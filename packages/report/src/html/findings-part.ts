/** Findings one by one, and where each of their records comes from. @module */
import type { Finding, Lang, RecordRef } from "@contraluz/core";
import { foreignValues } from "../foreign.ts";
import { nameOf } from "../gaps/gaps.ts";
import { inOrder } from "../order.ts";
import { chainOf, type Link, placeWords, rowCommand } from "../origin/origin.ts";
import { ORIGIN } from "../origin/words.ts";
import { type Html, html, seen, type Value } from "../safe.ts";
import { isoWords, momentWords } from "../when.ts";
import { levelWords, SAY } from "../words.ts";
import { cell, type Draw, sentence, setName, table } from "./parts.ts";
import { LEVEL_GLYPH } from "./svg.ts";
import { PAGE } from "./words.ts";

/** Findings with a card, and with the way back to their bytes; the rest is counted and stands in the result. */
export const CARDS = 200;
const TRACES = 100;
/** Records of one finding that the page shows in full or in its table; the rest is in the result. */
const SHOWN = 20;

const TONE: Readonly<Record<Finding["level"], string>> = {
  match: "match",
  targeted: "targeted",
  lead: "lead",
  ask: "noted",
  info: "noted",
};

const row = (k: string, v: Value): Html => html`<div><dt>${k}</dt><dd>${v}</dd></div>`;

/** What made it a finding: a published sign of a list, or a rule. */
function cause(f: Finding, d: Draw): Value {
  const p = PAGE[d.lang];
  if (f.indicator) {
    const set = d.result.indicators[f.indicator.set];
    const list = set && `${setName(set.name, d.lang)}${set.date && ` · ${isoWords(set.date, d.lang, true)}`}`;
    // The value itself stands above, unless it differs.
    const value = f.indicator.value === f.subject ? "" : html`${seen(f.indicator.value, d.lang)} `;
    return row(p.sign, [value, list ? `${list} ` : "", html`<code class="tiny">${f.indicator.type}</code>`]);
  }
  const rule = f.rule ?? "";
  const name = nameOf(rule, d.lang, d.names);
  return row(p.rule, [name === rule ? "" : html`${name}<br>`, html`<code class="tiny">${rule}</code>`]);
}

function card(f: Finding, n: number, traced: boolean, d: Draw): Html {
  const w = SAY[d.lang];
  const p = PAGE[d.lang];
  const values = foreignValues(f);
  const t = f.text[d.lang];
  const places = [...new Set(f.records.map((r) => nameOf(r.artifact, d.lang, d.names)))];
  const when = html`${momentWords(f.records[0]?.at, d.lang)}${f.count > 1 ? ` · ${w.times(f.count)}` : ""}`;
  const onDevice = f.params.seen;
  const asSeen = typeof onDevice === "string" && onDevice !== f.subject ? onDevice : undefined;
  return html`<article class="finding" id="f${n}">${LEVEL_GLYPH[f.level]}<div><p class="level tone-${TONE[f.level]}">${n}. ${levelWords(f, d.lang)}</p>
<h3>${sentence(t.title, values, d.lang, 60)}</h3><p>${sentence(t.why, values, d.lang)}</p>${f.window === "custody" ? html`<p><b>${w.custody}</b></p>` : ""}
<dl class="more">${row(w.otherwise, sentence(t.otherwise, values, d.lang))}${row(w.next, sentence(t.next, values, d.lang))}</dl></div>
<div class="about"><dl>${row(w.subject, seen(f.subject, d.lang))}${asSeen === undefined ? "" : row(p.asSeen, seen(asSeen, d.lang))}${row(ORIGIN[d.lang].when, when)}${row(p.place, places.join(", "))}${cause(f, d)}</dl>${traced ? html`<p class="go"><a href="#o${n}">${p.seeOrigin}</a></p>` : ""}</div></article>`;
}

/** The cards, levels in the order match, attempt, lead, question, noted. */
export function findingsPart(d: Draw): Html {
  const p = PAGE[d.lang];
  const list = inOrder(d.result.findings);
  const cards = list.slice(0, CARDS).map((f, i) => card(f, i + 1, i < TRACES, d));
  const more = list.length > CARDS ? html`<p class="fine">${p.findingsMore(list.length - CARDS)}</p>` : "";
  return html`<h2 id="findings">${p.findings}</h2>${cards}${more}`;
}

function linkValue(l: Link, lang: Lang): Html {
  const text =
    l.kind === "foreign" ? seen(l.text, lang) : l.kind === "mono" ? html`<code>${l.text}</code>` : html`${l.text}`;
  return l.more === undefined
    ? text
    : html`${text}<br>${l.kind === "foreign" ? html`<code class="tiny">${l.more}</code>` : l.more}`;
}

function chain(ref: RecordRef, d: Draw): Html {
  const command = rowCommand(ref.origin.at);
  return html`<ol class="chain">${chainOf(ref, d.result, d.lang).map(
    (l) =>
      html`<li${l.lit ? html` class="lit"` : ""}><span class="k">${l.label}</span><span class="v">${linkValue(l, d.lang)}</span></li>`,
  )}</ol>${command === undefined ? "" : html`<p class="fine">${ORIGIN[d.lang].seeRow}</p><pre>${command}</pre>`}`;
}

function moreRecords(f: Finding, d: Draw): Html {
  const w = ORIGIN[d.lang];
  const rest = f.records.slice(1, SHOWN);
  if (rest.length === 0) return html``;
  const left = f.count - 1 - rest.length;
  const rows = rest.map((r) => {
    const file = d.result.files[r.origin.file];
    const place = placeWords(r.origin, d.lang);
    const exact =
      place.foreign === undefined
        ? html`${place.place}${place.exact === undefined ? "" : `, ${place.exact}`}`
        : html`${place.place} ${seen(place.foreign, d.lang)}`;
    const path = file === undefined ? w.unknownFile : seen(file.name ?? file.path, d.lang);
    return html`<tr>${cell(w.when, momentWords(r.at, d.lang))}${cell(w.storedFile, path)}${cell(w.where, exact)}${cell(w.readBy, html`<code>${r.artifact} #${r.ordinal}</code>`)}</tr>`;
  });
  const heads = [w.when, w.storedFile, w.where, w.readBy].map((h) => [h, ""] as const);
  return html`<details><summary>${PAGE[d.lang].moreRecords(f.count - 1)}</summary>${table(heads, rows)}${left > 0 ? html`<p class="fine">${PAGE[d.lang].restInResult(left)}</p>` : ""}</details>`;
}

/** Where each finding comes from: its first record as a chain, more of them as a table. */
export function originsPart(d: Draw): Html {
  const p = PAGE[d.lang];
  const list = inOrder(d.result.findings);
  if (list.length === 0) return html``;
  const trace = (f: Finding, i: number): Html => {
    const first = f.records[0];
    return html`<section class="trace" id="o${i + 1}"><h3>${LEVEL_GLYPH[f.level]}<span>${i + 1}. ${sentence(f.text[d.lang].title, foreignValues(f), d.lang, 60)}</span></h3>${first ? chain(first, d) : ""}${moreRecords(f, d)}<p class="tiny">${p.findingNo} <code>${f.id}</code> <a class="go" href="#f${i + 1}">${p.backToFinding}</a></p></section>`;
  };
  const more = list.length > TRACES ? html`<p class="fine">${p.tracesMore(list.length - TRACES)}</p>` : "";
  return html`<h2 id="origins">${p.origins}</h2><p class="read">${p.originIntro}</p>${list.slice(0, TRACES).map(trace)}${more}`;
}
