/** Findings one by one, and where each of their records comes from. @module */
import type { Finding, Lang, RecordRef } from "@contraluz/core";
import { foreignValues } from "../foreign.ts";
import { nameOf } from "../gaps/gaps.ts";
import { inOrder } from "../order.ts";
import { chainOf, type Link, placeWords, rowCommand } from "../origin/origin.ts";
import { ORIGIN } from "../origin/words.ts";
import { clip, type Html, html, seen, type Value } from "../safe.ts";
import { momentWords } from "../when.ts";
import { SAY } from "../words.ts";
import { cell, type Draw, sentence, table } from "./parts.ts";
import { LEVEL_GLYPH } from "./svg.ts";
import { PAGE } from "./words.ts";

/** Records of one finding that the page shows in full or in its table; the rest is in the result. */
const SHOWN = 20;

const TONE: Readonly<Record<Finding["level"], string>> = {
  match: "match",
  targeted: "targeted",
  lead: "lead",
  ask: "noted",
  info: "noted",
};

function cause(f: Finding, d: Draw): Value {
  const p = PAGE[d.lang];
  if (f.indicator) {
    const set = d.result.indicators[f.indicator.set];
    const value = seen(f.indicator.value, d.lang);
    return html`<div><dt>${p.sign}</dt><dd>${value} <code class="tiny">${f.indicator.type}</code></dd></div><div><dt>${p.signSet}</dt><dd>${set ? `${clip(set.name)}${set.date && ` · ${set.date}`}` : ""}</dd></div>`;
  }
  const rule = f.rule ?? "";
  const name = nameOf(rule, d.lang, d.names);
  return html`<div><dt>${p.rule}</dt><dd>${name === rule ? "" : html`${name}<br>`}<code>${rule}</code></dd></div>`;
}

function card(f: Finding, n: number, d: Draw): Html {
  const w = SAY[d.lang];
  const p = PAGE[d.lang];
  const values = foreignValues(f);
  const t = f.text[d.lang];
  const first = f.records[0];
  const places = [...new Set(f.records.map((r) => nameOf(r.artifact, d.lang, d.names)))];
  const when = html`${momentWords(first?.at, d.lang)}${f.count > 1 ? ` · ${w.times(f.count)}` : ""}`;
  const onDevice = f.params.seen;
  const row = (k: string, v: Value): Html => html`<div><dt>${k}</dt><dd>${v}</dd></div>`;
  return html`<article class="finding">${LEVEL_GLYPH[f.level]}<div><p class="level tone-${TONE[f.level]}">${n}. ${w.level[f.level]}</p>
<h3>${sentence(t.title, values, d.lang, 60)}</h3><p>${sentence(t.why, values, d.lang)}</p>${f.window === "custody" ? html`<p><b>${w.custody}</b></p>` : ""}
<dl class="more">${row(w.subject, seen(f.subject, d.lang))}${typeof onDevice === "string" && onDevice !== f.subject ? row(p.asSeen, seen(onDevice, d.lang)) : ""}${row(ORIGIN[d.lang].when, when)}${row(p.place, places.join(", "))}${row(w.otherwise, sentence(t.otherwise, values, d.lang))}${row(w.next, sentence(t.next, values, d.lang))}${cause(f, d)}</dl></div></article>`;
}

/** The cards, levels in the order match, attempt, lead, question, noted. */
export function findingsPart(d: Draw): Html {
  const p = PAGE[d.lang];
  const list = inOrder(d.result.findings);
  return html`<h2>${p.findings}</h2>${list.length === 0 ? html`<p>${p.noFindings}</p>` : list.map((f, i) => card(f, i + 1, d))}`;
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
    (l) => html`<li${l.lit ? html` class="lit"` : ""}><span class="k">${l.label}</span>${linkValue(l, d.lang)}</li>`,
  )}</ol>${command === undefined ? "" : html`<p class="fine">${ORIGIN[d.lang].seeRow}</p><pre>${command}</pre>`}`;
}

function moreRecords(f: Finding, d: Draw): Html {
  const w = ORIGIN[d.lang];
  const rest = f.records.slice(1, SHOWN);
  if (rest.length === 0) return html``;
  const left = f.count - 1 - rest.length;
  const rows = rest.map((r) => {
    const file = d.result.files[r.origin.file];
    const place = placeWords(r.origin.at, d.lang);
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
    return html`<section class="trace"><h3>${LEVEL_GLYPH[f.level]}<span>${i + 1}. ${sentence(f.text[d.lang].title, foreignValues(f), d.lang, 60)}</span></h3>${first ? chain(first, d) : ""}${moreRecords(f, d)}<p class="tiny">${p.findingNo} <code>${f.id}</code></p></section>`;
  };
  return html`<h2>${p.origins}</h2><p class="read">${p.originIntro}</p>${list.map(trace)}`;
}
