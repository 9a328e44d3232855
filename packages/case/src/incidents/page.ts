/** Incidents as a page to print (a map and the table that says the same) and as text. @module */
import { type Lang, say } from "@contraluz/core";
import { cell, table } from "@contraluz/report/html/parts.ts";
import type { ReportFonts } from "@contraluz/report/html/style.ts";
import { type Html, html, plain, seen } from "@contraluz/report/safe.ts";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { spokenWords } from "../dates/words.ts";
import { paper } from "../paper/paper.ts";
import { drawMap, type MapPoint } from "./map/draw.ts";
import { inSequence, type Numbered, titleOf } from "./order.ts";
import type { Incident, IncidentEvidence } from "./types.ts";
import { HOW_WORDS, PAGE_WORDS as W } from "./words.ts";
import { pointWords } from "./words-of.ts";

export interface IncidentsOptions {
  readonly lang: Lang;
  readonly fonts?: ReportFonts;
}

/** As wide as they are shown: on a broad screen and on paper, and on a phone. */
const WIDE = [880, 560] as const;
const NARROW = [320, 380] as const;
const LETTERS = 2000;

const CSS = `.map{display:block;width:100%;height:auto;border:1px solid var(--rule);border-radius:2px;margin-bottom:var(--s3)}.map.narrow{display:none}@media (max-width:40rem){.map.wide{display:none}.map.narrow{display:block}}
.map .sea{fill:var(--sheet)}.map .land path{fill:var(--sunk)}.map .land .coast{fill:none;stroke:var(--edge);stroke-width:1;stroke-linejoin:round}.map .grid path{stroke:var(--rule);stroke-width:.7;fill:none}.map text{font-family:var(--text);fill:var(--ink-2)}.map .towns circle{fill:var(--ink-2)}.map .towns text{paint-order:stroke;stroke:var(--sheet);stroke-width:3px;stroke-linejoin:round}
.map .circles circle{fill:var(--indigo);fill-opacity:.1;stroke:var(--indigo);stroke-width:1.2;stroke-dasharray:5 4}.map .bar path{stroke:var(--ink);stroke-width:1.4;fill:none}.map .marks rect{fill:var(--indigo);stroke:var(--sheet);stroke-width:2}.map .marks text{fill:var(--sheet);font-weight:700}
.incidents td:first-child{font-weight:700}.incidents td p{margin:.2rem 0 0}@media (min-width:40.01rem){.incidents{table-layout:fixed}.incidents th:nth-child(1){width:7%}.incidents th:nth-child(2){width:18%}.incidents th:nth-child(3){width:21%}.incidents th:nth-child(5){width:20%}}
@media print{.map{break-inside:avoid}.map.wide{display:block}.map.narrow{display:none}.map .land path,.map .circles circle,.map .marks rect,.map .sea{print-color-adjust:exact;-webkit-print-color-adjust:exact}.map .sea{fill:#fff}.map .land path:not(.coast){fill:#EFF1EC}}
@media (forced-colors:active){.map{forced-color-adjust:none}}`;

function pointsOf(list: readonly Numbered[]): MapPoint[] {
  return list.flatMap(({ n, incident: { place } }) =>
    place.lat === undefined || place.lon === undefined
      ? []
      : [{ n, lat: place.lat, lon: place.lon, ...(place.within === undefined ? {} : { within: place.within }) }],
  );
}

function evidenceWords(e: IncidentEvidence, lang: Lang): string {
  if ("sha256" in e) return e.name === undefined ? e.sha256 : `${e.name} ${e.sha256}`;
  return say(W.record, lang, e);
}

function rowOf({ n, incident: i }: Numbered, lang: Lang): Html {
  const h = (w: keyof typeof W): string => say(W[w] as { es: string; en: string }, lang);
  const point = pointWords(i.place, lang);
  const where = html`${i.place.name === "" ? "" : seen(i.place.name, lang, LETTERS)}<p class="fine">${point === "" ? h("noPoint") : point}</p>`;
  const what = html`<b>${titleOf(i, lang)}</b>${i.what === "" ? "" : html`<p>${seen(i.what, lang, LETTERS)}</p>`}${i.who === "" ? "" : html`<p>${h("who")}: ${seen(i.who, lang, LETTERS)}</p>`}${i.evidence.length === 0 ? "" : html`<p class="fine">${h("evidence")}: ${i.evidence.map((e, k) => html`${k > 0 ? "; " : ""}${seen(evidenceWords(e, lang), lang, LETTERS)}`)}</p>`}`;
  const label = i.source.label === "" ? "" : html`${seen(i.source.label, lang)}, `;
  const source = html`${label}${say(HOW_WORDS[i.source.how], lang)}<p class="fine">${h("publish")} ${h(i.consent.publish ? "yes" : "no")}</p>`;
  return html`<tr>${cell(h("number"), n)}${cell(h("when"), spokenWords(i.at, lang))}${cell(h("where"), where)}${cell(h("what"), what)}${cell(h("source"), source)}</tr>`;
}

/** Map and table of incidents, to stand in a page (`incidentsCss` belongs to it). */
export function incidentsPart(incidents: readonly Incident[], lang: Lang): Html {
  const list = inSequence(incidents);
  if (list.length === 0) return html`<p>${say(W.none, lang)}</p>`;
  const points = pointsOf(list);
  const places = [...new Set(list.filter((x) => x.incident.place.lat !== undefined).map((x) => x.incident.place.name))]
    .filter((p) => p !== "")
    .slice(0, 8)
    .join(", ");
  const label = say(W.mapLabel, lang, { n: points.length, places });
  const map = ([width, height]: readonly [number, number], cls: string): Html | undefined =>
    drawMap(points, { lang, width, height, label, cls });
  const drawn =
    points.length === 0
      ? undefined
      : html`<h2>${say(W.map, lang)}</h2>${map(WIDE, "wide")}${map(NARROW, "narrow")}<p class="fine">${say(W.mapNote, lang)}</p>`;
  const heads = [W.number, W.when, W.where, W.what, W.source].map((w) => [say(w, lang), ""] as const);
  return html`<p>${say(W.sum, lang, { n: list.length, mapped: points.length })}</p>${drawn}<h2>${say(W.table, lang)}</h2>${table(
    heads,
    list.map((x) => rowOf(x, lang)),
    "incidents",
  )}`;
}

export const incidentsCss: string = CSS;

export function incidentsHtml(incidents: readonly Incident[], o: IncidentsOptions): string {
  const title = say(W.title, o.lang);
  const body = html`<h1>${title}</h1><p class="read">${say(W.intro, o.lang)}</p>${incidentsPart(incidents, o.lang)}`;
  return paper(body, {
    lang: o.lang,
    title,
    head: title,
    foot: say(W.foot, o.lang),
    css: CSS,
    ...(o.fonts ? { fonts: o.fonts } : {}),
  });
}

export function incidentsText(
  incidents: readonly Incident[],
  o: { readonly lang: Lang; readonly width: number },
): string {
  const { lang } = o;
  const width = Math.max(40, Math.min(100, o.width));
  const out: string[] = [say(W.title, lang), ""];
  const list = inSequence(incidents);
  const line = (text: string, first: string): void => {
    out.push(...wrap(plain(text, lang, LETTERS), width, first));
  };
  if (list.length === 0) line(say(W.none, lang), "");
  for (const { n, incident: i } of list) {
    const indent = "     ";
    line(`${spokenWords(i.at, lang)} · ${titleOf(i, lang)}`, `${`${n}.`.padStart(4)} `);
    const point = pointWords(i.place, lang);
    line([i.place.name, point === "" ? say(W.noPoint, lang) : point].filter((t) => t !== "").join(" · "), indent);
    if (i.what !== "") line(i.what.replaceAll("\n", " "), indent);
    if (i.who !== "") line(`${say(W.who, lang)}: ${i.who}`, indent);
    for (const e of i.evidence) line(`${say(W.evidence, lang)}: ${evidenceWords(e, lang)}`, indent);
    const label = i.source.label === "" ? "" : `${i.source.label}, `;
    line(`${say(W.source, lang)}: ${label}${say(HOW_WORDS[i.source.how], lang)}`, indent);
    line(`${say(W.publish, lang)} ${say(i.consent.publish ? W.yes : W.no, lang)}`, indent);
  }
  return `${out.join("\n")}\n`;
}
