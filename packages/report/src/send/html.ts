/** A sheet as one page: paper as that of the report, A4 in print, no script, nothing loaded, no link. @module */
import type { Lang } from "@contraluz/core";
import { type ReportFonts, styleSheet } from "../html/style.ts";
import { MARK } from "../html/svg.ts";
import { PAGE } from "../html/words.ts";
import { type Html, html, Html as Markup, seen } from "../safe.ts";
import type { Block, Line, Part, Sheet, Span } from "./sheet.ts";

const CSP = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";
const CODE = 1024;
/** The template shows a line feed as its code: this one is ours. */
const NEW_LINE = new Markup("\n");

/** What a letter needs beside the report's own style: a narrower page, parts that keep together, lines to write on. */
const LETTER = `.letter{max-width:46rem}.letter h2{font-size:1.1875rem;margin:var(--s5) 0 var(--s2)}.letter ul,.letter ol{margin-bottom:var(--s3)}
.letter h3{font-size:1.0625rem;margin:var(--s4) 0 var(--s1)}.letter .blank{display:grid;grid-template-columns:max-content 1fr;gap:var(--s3);margin:var(--s2) 0}.letter .blank span:last-child{border-bottom:1px solid var(--ink)}
@media (min-width:40rem){.halves{display:grid;grid-template-columns:1fr 1fr;gap:0 var(--s6)}}
@media print{.letter{max-width:none}body{font-size:9.5pt;line-height:1.36}.halves{display:grid;grid-template-columns:1fr 1fr;gap:0 8mm}.letter h2{font-size:11pt;margin:2.5mm 0 .8mm}.letter ul,.letter ol,.letter p{margin-bottom:1.2mm}.letter li+li{margin-top:.3mm}.letter .facts{margin-bottom:1.5mm}.letter .facts>div{padding:.7mm 0;grid-template-columns:38mm minmax(0,1fr)}.letter code{font-size:8pt}.letter .blank{margin:1.5mm 0}.letter h3{font-size:9.5pt;margin:2mm 0 .5mm}
.letter.one{font-size:8.75pt;line-height:1.3}.letter.one h1{font-size:14pt;margin-bottom:1.5mm}.letter.one h2{font-size:10.5pt;margin:2mm 0 .5mm}.letter.one code{font-size:7.5pt}.letter.one header.rep{margin-bottom:2mm;padding-bottom:1mm}}`;

function span(s: Span, lang: Lang): Html {
  if (typeof s === "string") return html`${s}`;
  return "code" in s ? html`<code>${[...s.code].slice(0, CODE).join("")}</code>` : seen(s.foreign, lang, 120);
}

function line(l: Line, lang: Lang): Html {
  return typeof l === "string" ? html`${l}` : html`${l.map((s) => span(s, lang))}`;
}

function block(b: Block, lang: Lang): Html {
  if (b.kind === "text") return html`<p>${line(b.line, lang)}</p>`;
  if (b.kind === "head") return html`<h3>${line(b.line, lang)}</h3>`;
  if (b.kind === "list") {
    const items = b.items.map((i) =>
      i.why === undefined
        ? html`<li>${line(i.what, lang)}</li>`
        : html`<li><b>${line(i.what, lang)}</b> ${line(i.why, lang)}</li>`,
    );
    return b.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  }
  if (b.kind === "facts")
    return html`<dl class="facts">${b.rows.map(
      ([name, lines]) =>
        html`<div><dt>${name}</dt><dd>${lines.map((l, i) => html`${i > 0 ? html`<br>` : ""}${line(l, lang)}`)}</dd></div>`,
    )}</dl>`;
  if (b.kind === "commands") return html`<pre>${b.lines.map((l, i) => [i > 0 ? NEW_LINE : "", l])}</pre>`;
  return html`${b.names.map((n) => html`<p class="blank"><span>${n}</span><span></span></p>`)}`;
}

/** One part, with its heading. */
export function section(part: Part, lang: Lang): Html {
  const title = part.title === undefined ? "" : html`<h2>${part.title}</h2>`;
  return html`<section>${title}${part.blocks.map((b) => block(b, lang))}</section>`;
}

/**
 * A sheet as a whole HTML file. The same sheet and fonts give the same bytes.
 * @example
 * writeFileSync("carta.html", sheetHtml(sheet, { fonts }));
 */
export function sheetHtml(sheet: Sheet, o: { readonly fonts?: ReportFonts } = {}): string {
  const { lang } = sheet;
  const p = PAGE[lang];
  const foot = sheet.foot ?? p.product;
  const parts: Html[] = [];
  for (let i = 0; i < sheet.parts.length; i++) {
    const [one, two] = [sheet.parts[i]!, sheet.parts[i + 1]];
    if (one.half && two?.half) {
      parts.push(html`<div class="halves">${section(one, lang)}${section(two, lang)}</div>`);
      i++;
    } else parts.push(section(one, lang));
  }
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CSP}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${sheet.title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(styleSheet(o.fonts, foot, p.product) + LETTER)}</style>
</head>
<body>
<main>
<article class="paper letter${sheet.onePage ? " one" : ""}"><header class="rep"><span class="brand">${MARK}<span>${p.product}</span></span></header>
<h1>${sheet.title}</h1>
${parts}
<footer class="rep"><p>${foot}</p></footer></article>
</main>
</body>
</html>
`.markup;
}
