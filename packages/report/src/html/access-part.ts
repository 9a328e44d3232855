/** "Who else has access?" as a part of the page: what asks for a look, what is not visible here and how to look by hand, what is quiet. @module */
import type { Finding } from "@contraluz/core";
import { type Access, accessOf } from "../access/access.ts";
import { ACCESS } from "../access/words.ts";
import { foreignValues } from "../foreign.ts";
import { inOrder } from "../order.ts";
import { type Html, html, type Value } from "../safe.ts";
import { levelWords } from "../words.ts";
import { CARDS } from "./findings-part.ts";
import { type Draw, listed, sentence, steps } from "./parts.ts";

/** Findings of one kind that are named; the rest stand among the cards. */
const NAMED = 8;

const row = (k: string, v: Value): Html => html`<div><dt>${k}</dt><dd>${v}</dd></div>`;

/** The title of a finding, as the way to its card. */
function link(f: Finding, numbers: ReadonlyMap<Finding, number>, d: Draw): Html {
  const n = numbers.get(f)!;
  const title = html`${n}. ${sentence(f.text[d.lang].title, foreignValues(f), d.lang, 60)}`;
  return html`<li>${n <= CARDS ? html`<a href="#f${n}">${title}</a>` : title} <span class="tiny">${levelWords(f, d.lang)}</span></li>`;
}

function here(a: Access, numbers: ReadonlyMap<Finding, number>, d: Draw): Html {
  const w = ACCESS[d.lang];
  const { findings, lists, unseen } = a;
  const more = findings.length > NAMED ? html`<li>${w.more(findings.length - NAMED)}</li>` : "";
  const found = html`<ul>${findings.slice(0, NAMED).map((f) => link(f, numbers, d))}${more}</ul>`;
  const files = lists.map(
    (l) => html`${w.list(l.count, l.name)}${l.file === undefined ? "" : html` <code class="tiny">${l.file}</code>`} `,
  );
  return html`${findings.length > 0 ? found : ""}${lists.length > 0 ? html`<p>${files}${w.listMore}</p>` : ""}${unseen.length > 0 ? html`<p class="fine">${w.unseen(listed(unseen, d.lang))}</p>` : ""}`;
}

/** One kind; `what`: what of it is here. */
function block(a: Access, what: Html | undefined, d: Draw): Html {
  const w = ACCESS[d.lang];
  const { name, can, look, act } = a.words;
  return html`<section class="way"><h3>${name}</h3><dl class="facts">${row(w.can, can)}${what ? row(w.here, what) : ""}${row(w.look, look)}${row(w.act, act)}</dl></section>`;
}

function quietRow(a: Access, d: Draw): Html {
  const unseen = a.unseen.length > 0 ? ` ${ACCESS[d.lang].unseen(listed(a.unseen, d.lang))}` : "";
  return row(a.words.name, html`${listed(a.read, d.lang)}.${unseen}<br><span class="fine">${a.words.look}</span>`);
}

/** The section, or nothing where the evidence is of no phone. */
export function accessPart(d: Draw): Html | undefined {
  const all = accessOf(d.result, d.lang, d.names);
  if (all.length === 0) return undefined;
  const w = ACCESS[d.lang];
  const numbers = new Map(inOrder(d.result.findings).map((f, i) => [f, i + 1]));
  const [asked, dark, quiet] = [
    all.filter((a) => a.state === "asked" || a.state === "listed"),
    all.filter((a) => a.state === "dark"),
    all.filter((a) => a.state === "quiet"),
  ];
  return html`<h2 id="access">${w.title}</h2><p class="read">${w.intro}</p><h3>${w.careTitle}</h3>${steps(w.care)}
${asked.length > 0 ? html`<h2>${w.asked}</h2>${asked.map((a) => block(a, here(a, numbers, d), d))}` : ""}
${dark.length > 0 ? html`<h2>${w.dark}</h2><p class="read">${w.darkIntro}</p>${dark.map((a) => block(a, undefined, d))}` : ""}
${quiet.length > 0 ? html`<h2>${w.quiet}</h2><p class="read">${w.quietIntro}</p><dl class="facts">${quiet.map((a) => quietRow(a, d))}</dl>` : ""}
<p class="fine">${w.menus}</p>`;
}
