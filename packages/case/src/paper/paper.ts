/**
 * A sheet of paper of a case: a letter, a form, a list with a map. One HTML file in the look of the report: no script, nothing loaded,
 * A4 when printed, light and dark on a screen. Blanks are lines that a pen can write on.
 * @module
 */
import type { Lang } from "@contraluz/core";
import { type ReportFonts, styleSheet } from "@contraluz/report/html/style.ts";
import { MARK } from "@contraluz/report/html/svg.ts";
import { PAGE } from "@contraluz/report/html/words.ts";
import { type Html, html, Html as Markup, seen } from "@contraluz/report/safe.ts";

export interface PaperOptions {
  readonly lang: Lang;
  readonly title: string;
  /** Right of the brand. */
  readonly head: string;
  /** At the foot of every page. */
  readonly foot: string;
  readonly fonts?: ReportFonts;
  /** Rules of this page alone. */
  readonly css?: string;
}

const CSP = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

const FORM = `.blank{display:inline-block;border-bottom:1px solid var(--ink);min-width:12rem;min-height:1.2em;vertical-align:baseline}.blank.long{display:block;width:100%;min-height:1.9em}.blank.short{min-width:5rem}
.tick{display:inline-block;width:1em;height:1em;border:1.5px solid var(--ink);border-radius:2px;vertical-align:-.12em;margin-right:.6em;position:relative;flex:none}
.tick.on::after{content:"";position:absolute;left:.26em;top:.02em;width:.28em;height:.6em;border:solid var(--ink);border-width:0 .17em .17em 0;transform:rotate(45deg)}
.ticks{list-style:none;padding:0;margin:0 0 var(--s4)}.ticks li{display:flex;align-items:baseline;margin:0;padding:.2rem 0}.ticks .tick{top:.1em}
.clause{display:grid;grid-template-columns:2.25rem minmax(0,1fr);padding-top:var(--s4);margin-top:var(--s4);border-top:1px solid var(--rule)}.clause>b{font-size:1.4rem;line-height:1.1;color:var(--indigo)}.clause h2{margin:0 0 var(--s2)!important;font-size:1.1875rem}
@media print{.clause{padding-top:1.6mm;margin-top:1.6mm;break-inside:avoid}.clause p{margin-bottom:1mm}.ticks{margin-bottom:1.2mm}.clause>b{font-size:12pt}.clause h2{font-size:10.5pt}.ticks li{padding:.4mm 0}.tick,.blank{print-color-adjust:exact}}`;

/** One page of HTML around `body`. */
export function paper(body: Html, o: PaperOptions): string {
  const { product } = PAGE[o.lang];
  return html`<!doctype html>
<html lang="${o.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CSP}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${o.title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(styleSheet(o.fonts, `${product} · ${o.foot}`, o.title))}
${new Markup(FORM)}${new Markup(o.css ?? "")}</style>
</head>
<body>
<main>
<article class="paper fresh"><header class="rep"><span class="brand">${MARK}<span>${product}</span></span><span class="fine">${o.head}</span></header>
${body}
<footer class="rep"><p>${product}</p><p>${o.foot}</p></footer></article>
</main>
</body>
</html>
`.markup;
}

/** What was filled in, in its frame; or a line to write on. */
export function filled(text: string | undefined, lang: Lang, size: "" | "long" | "short" = ""): Html {
  if (text !== undefined && text !== "") return seen(text, lang, 2000);
  return html`<span class="blank${size === "" ? "" : ` ${size}`}"></span>`;
}

/** A box, ticked or not. */
export function ticked(on: boolean, words: string | Html): Html {
  return html`<li><span class="tick${on ? " on" : ""}" aria-hidden="true"></span><span><span class="vh">${on ? "☑" : "☐"} </span>${words}</span></li>`;
}
