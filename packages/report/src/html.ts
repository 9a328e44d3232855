/** The report as one HTML file: no script, nothing loaded, no link; both axes even when cut down to one page. @module */

import type { AnyArtifact } from "@contraluz/artifacts/artifact.ts";
import type { Lang, Result, Sha256, Words } from "@contraluz/core";
import { ACCESS } from "./access/words.ts";
import { answerOf, newestSigns } from "./answer/answer.ts";
import { deviceLine } from "./device.ts";
import { accessPart } from "./html/access-part.ts";
import { answerPart } from "./html/answer-part.ts";
import { coveragePart } from "./html/coverage-part.ts";
import { detailsPart, problemsPart, signsPart } from "./html/details-part.ts";
import { findingsPart, originsPart } from "./html/findings-part.ts";
import { type Draw, helplines } from "./html/parts.ts";
import { type ReportFonts, styleSheet } from "./html/style.ts";
import { MARK } from "./html/svg.ts";
import { PAGE } from "./html/words.ts";
import { type Html, html, Html as Markup } from "./safe.ts";
import { isoWords } from "./when.ts";

export interface HtmlReportOptions {
  readonly lang: Lang;
  readonly artifacts: ReadonlyMap<string, AnyArtifact>;
  /** Names of rules by id, for gaps and causes; without them the id stands. */
  readonly rules?: ReadonlyMap<string, Words>;
  /** Base64 of woff2 files. */
  readonly fonts?: ReportFonts;
  /** SHA-256 of `result.json`; without it the page says how to compute it. */
  readonly fingerprint?: Sha256;
  /** What a reader must know before all: that this edition withholds something. */
  readonly notice?: string;
}

const CSP = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** `b52da709…7aa35e0ca3`: for the foot of a page; the whole stands where it is compared. */
function shortPrint(sha256: string): string {
  return `${sha256.slice(0, 8)}…${sha256.slice(-10)}`;
}

function sheet(d: Draw, body: Html, n: number, fresh: boolean, foot: readonly [string, string], of: number): Html {
  const w = PAGE[d.lang];
  const day = isoWords(d.result.asOf, d.lang);
  return html`<article class="paper${fresh ? " fresh" : ""}"><header class="rep"><span class="brand">${MARK}<span>${w.product}</span></span><span class="fine">${w.reportOf(day)}</span></header>
${body}
<footer class="rep"><p>${foot[0]}</p><p>${foot[1]} · ${n}/${of}</p></footer></article>
`;
}

/** Where to go from page 1, for a screen and a keyboard. */
function contents(d: Draw, origins: boolean, access: boolean): Html {
  const p = PAGE[d.lang];
  const to = (id: string, words: string): Html => html`<li><a href="#${id}">${words}</a></li>`;
  return html`<nav class="go" aria-label="${p.inThisReport}"><p class="fine">${p.inThisReport}</p><ul>${origins ? to("findings", p.findings) : ""}${access ? to("access", ACCESS[d.lang].title) : ""}${to("coverage", p.coverageTitle)}${origins ? to("origins", p.origins) : ""}${to("made", p.made)}</ul></nav>`;
}

/**
 * The whole report of a result as one HTML file. The same result and options give the same bytes.
 * @example
 * const page = htmlReport(result, { lang: "es", artifacts: new Map(ARTIFACTS.map((a) => [a.id, a])) });
 */
export function htmlReport(result: Result, o: HtmlReportOptions): string {
  const p = PAGE[o.lang];
  const names = o.rules ? { artifacts: o.artifacts, rules: o.rules } : { artifacts: o.artifacts };
  const d: Draw = { lang: o.lang, names, result };
  const a = answerOf(result, o.lang, names);
  const newest = newestSigns(result);
  const signs =
    result.indicators.length === 0 ? p.noSigns : newest === "" ? "" : p.signsOf(isoWords(newest, o.lang, true));
  const left = [`${p.product} ${result.tool.version}`, signs, p.unconfirmed].filter((s) => s !== "").join(" · ");
  const right = o.fingerprint === undefined ? p.title : `${p.resultFingerprint} ${shortPrint(o.fingerprint)}`;
  const device = deviceLine(result, o.lang).join(" · ");
  const origins = result.findings.length > 0;
  const access = accessPart(d);
  const bodies: readonly (readonly [Html, boolean])[] = [
    [
      html`${o.notice === undefined ? "" : html`<p><strong>${o.notice}</strong></p>`}${device === "" ? "" : html`<p class="fine">${device}</p>`}${answerPart(d, a)}${helplines(o.lang, a.call)}${contents(d, origins, access !== undefined)}`,
      true,
    ],
    ...(origins ? [[findingsPart(d), true] as const] : []),
    ...(access ? [[access, true] as const] : []),
    [html`${coveragePart(d, a)}${signsPart(d)}`, true],
    ...(origins ? [[originsPart(d), true] as const] : []),
    [html`${problemsPart(d)}${detailsPart(d, o.fingerprint)}`, origins],
  ];
  const sheets = bodies.map(([b, fresh], i) => sheet(d, b, i + 1, fresh, [left, right], bodies.length));
  const page = html`<!doctype html>
<html lang="${o.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CSP}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${p.title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(styleSheet(o.fonts, left, right))}</style>
</head>
<body>
<main>
${sheets}</main>
</body>
</html>
`;
  return page.markup;
}
