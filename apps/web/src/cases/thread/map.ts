/** The map of incidents as a picture of its own: an image in the page, since the page makes no markup out of text. @module */

import { drawMap } from "@contraluz/case/incidents/map/draw.ts";
import { inSequence } from "@contraluz/case/incidents/order.ts";
import { incidentsHtml } from "@contraluz/case/incidents/page.ts";
import { PAGE_WORDS } from "@contraluz/case/incidents/words.ts";
import type { CaseState } from "@contraluz/case/vault/index.ts";
import { type Lang, say } from "@contraluz/core";
import type { ReportFonts } from "@contraluz/report";
import type { MapView } from "../ask.ts";

const [WIDE, NARROW] = [[880, 560] as const, [320, 380] as const];
/** Colours of the page's own tokens: a picture does not see those of the page around it. */
const STYLE = `svg{--sheet:#fcfcfa;--sunk:#e9ece6;--ink:#1b2230;--ink-2:#475063;--rule:#d2d6cf;--edge:#737c8b;--indigo:#27418f;font-family:Verdana,"DejaVu Sans",sans-serif}
@media (prefers-color-scheme:dark){svg{--sheet:#181e2a;--sunk:#252d3d;--ink:#eceef2;--ink-2:#b3bccb;--rule:#2e3747;--edge:#7f8a9e;--indigo:#aebfff}}
.sea{fill:var(--sheet)}.land path{fill:var(--sunk)}.land .coast{fill:none;stroke:var(--edge)}.grid path{stroke:var(--rule);stroke-width:.7;fill:none}text{fill:var(--ink-2)}.towns circle{fill:var(--ink-2)}.towns text{paint-order:stroke;stroke:var(--sheet);stroke-width:3px}
.circles circle{fill:var(--indigo);fill-opacity:.1;stroke:var(--indigo);stroke-width:1.2;stroke-dasharray:5 4}.bar path{stroke:var(--ink);stroke-width:1.4;fill:none}.marks rect{fill:var(--indigo);stroke:var(--sheet);stroke-width:2}.marks text{fill:var(--sheet);font-weight:700}`;

export function incidentsPage(state: CaseState, o: { readonly lang: Lang; readonly fonts: ReportFonts }): string {
  return incidentsHtml(
    state.incidents.map((i) => i.incident),
    o,
  );
}

export function mapOf(state: CaseState, narrow: boolean, lang: Lang): MapView | undefined {
  const list = inSequence(state.incidents.map((i) => i.incident));
  const points = list.flatMap(({ n, incident: { place: p } }) =>
    p.lat === undefined || p.lon === undefined
      ? []
      : [{ n, lat: p.lat, lon: p.lon, ...(p.within === undefined ? {} : { within: p.within }) }],
  );
  const places = [...new Set(list.map((x) => x.incident.place.name))].filter((p) => p !== "").slice(0, 8);
  const label = say(PAGE_WORDS.mapLabel, lang, { n: points.length, places: places.join(", ") });
  const [width, height] = narrow ? NARROW : WIDE;
  const drawn = drawMap(points, { lang, width, height, label, cls: narrow ? "narrow" : "wide" });
  if (!drawn) return undefined;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`;
  const svg = drawn.markup.replace("<svg", head).replace(">", `><style>${STYLE}</style>`);
  return { svg: new Blob([svg], { type: "image/svg+xml" }), label };
}
