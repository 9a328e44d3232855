/** What every part of the page is drawn with. @module */
import type { Lang, Result } from "@contraluz/core";
import { BUILTIN_SET } from "@contraluz/detection/indicators/builtin.ts";
import type { Step } from "../answer/words.ts";
import type { Gap, Names } from "../gaps/gaps.ts";
import { HELPLINES } from "../helplines.ts";
import { clip, type Html, html, seen, splitAt, type Value } from "../safe.ts";
import { SAY } from "../words.ts";
import { PAGE } from "./words.ts";

export interface Draw {
  readonly lang: Lang;
  readonly names: Names;
  readonly result: Result;
}

/** Names in a list before it says how many more there are. */
const LISTED = 8;
/** Letters of one of our own sentences with foreign values in it. */
const SENTENCE = 1200;

/** A sentence of ours with foreign values framed inside it. */
export function sentence(text: string, values: readonly string[], lang: Lang, letters = 200): readonly Html[] {
  let left = SENTENCE;
  const out: Html[] = [];
  for (const part of splitAt(text, values)) {
    if (part.foreign) {
      out.push(seen(part.text, lang, letters));
      continue;
    }
    if (left <= 0) continue;
    const own = [...part.text];
    out.push(own.length > left ? seen(part.text, lang, left) : html`${part.text}`);
    left -= own.length;
  }
  return out;
}

/** Steps with number, act and reason. */
export function steps(list: readonly Step[]): Html {
  return html`<ol class="todo">${list.map((s) => html`<li><div><b>${s.what}</b>${s.why !== "" ? html`<p>${s.why}</p>` : ""}</div></li>`)}</ol>`;
}

/** Names, cut after eight: `SMS, Safari y 3 más`. */
export function listed(names: readonly string[], lang: Lang): string {
  const head = names.slice(0, LISTED).join(", ");
  return names.length > LISTED ? `${head} ${SAY[lang].others(names.length - LISTED)}` : head;
}

/** Gaps, each with what is missing and how to see it. */
export function gapSteps(gaps: readonly Gap[], lang: Lang): Html {
  const item = (g: Gap): Html =>
    html`<li><div><b>${g.what}${g.about.length > 0 ? html`: ${listed(g.about, lang)}` : ""}</b><p>${g.why}</p></div></li>`;
  return html`<ol class="todo">${gaps.map(item)}</ol>`;
}

/** Whom to call, as plain text to type elsewhere. */
export function helplines(lang: Lang, when: string): Html {
  return html`<section class="call" aria-label="${SAY[lang].call}"><h2>${SAY[lang].call}</h2><p>${when}</p><dl class="who">${HELPLINES.map(
    (h) =>
      html`<div><dt>${h.name[lang]}</dt><dd><span class="addr">${h.address}</span></dd><dd class="fine">${h.about[lang]}</dd></div>`,
  )}</dl><p class="fine">${SAY[lang].notLinks}</p></section>`;
}

/** How a list of signs is called: the built-in one by what it is. */
export function setName(name: string, lang: Lang): string {
  return name === BUILTIN_SET.meta.name ? PAGE[lang].builtin : clip(name);
}

/** A cell that carries the name of its column, for narrow screens. */
export function cell(label: string, value: Value, cls = ""): Html {
  return html`<td${cls === "" ? "" : html` class="${cls}"`} data-h="${label}">${value}</td>`;
}

/** Facts in two columns. */
export function facts(rows: readonly (readonly [Value, Value])[]): Html {
  return html`<dl class="facts">${rows.map(([k, v]) => html`<div><dt>${k}</dt><dd>${v}</dd></div>`)}</dl>`;
}

/** A table with named columns. */
export function table(heads: readonly (readonly [string, string])[], rows: readonly Html[], cls = ""): Html {
  return html`<table${cls === "" ? "" : html` class="${cls}"`}><thead><tr>${heads.map(([h, cls]) => html`<th scope="col"${cls === "" ? "" : html` class="${cls}"`}>${h}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}
