/** The picture of a page with boxes, as SVG: it is sharp in print, and a part of it can be shown close up. @module */
import { type Html, html, Html as Markup } from "@contraluz/report/safe.ts";
import type { Box } from "../pages/types.ts";
import type { Mark } from "../search/index.ts";
import type { ShownPicture } from "./types.ts";

/** Room around a mark, in parts of its height. */
const ROOM = 0.25;
/** Letters of a page that are drawn. */
const WORDS = 20_000;
/** Lines above and below what is shown close up. */
const AROUND = 3;
/** A close view is at least so much of the page wide. */
const WIDE = 0.45;
/** Characters that XML 1.0 (section 2.2) has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const rect = ([x0, y0, x1, y1]: Box, about: boolean): Html => {
  const room = Math.max(2, (y1 - y0) * ROOM);
  const [x, y, w, h] = [x0 - room, y0 - room, x1 - x0 + 2 * room, y1 - y0 + 2 * room];
  return html`<rect class="hit${about ? " about" : ""}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}"/>`;
};

/** What stands on the sheet, once; other views of it use it again. `dots`: an id of our own making. */
function sheet(p: ShownPicture, id: string): Html {
  const picture =
    p.uri === ""
      ? html`<rect width="${p.width}" height="${p.height}" fill="#fff"/>`
      : html`<image width="${p.width}" height="${p.height}" preserveAspectRatio="none" href="${p.uri}"/>`;
  const words = p.words.slice(0, WORDS).map(({ text, box: [x0, y0, x1, y1] }) => {
    const [w, h] = [x1 - x0, y1 - y0];
    if (w <= 0 || h <= 0) return undefined;
    return html`<text x="${x0}" y="${(y1 - h * 0.2).toFixed(1)}" font-size="${(h * 0.85).toFixed(1)}" textLength="${w}" lengthAdjust="spacingAndGlyphs">${text.replace(NOT_XML, "")}</text>`;
  });
  return html`<g id="${id}">${picture}${words}</g>`;
}

const marks = (list: readonly Mark[]): readonly Html[] => list.map((m) => rect(m.box, m.about));

/** The whole page. */
export function pageSvg(p: ShownPicture, list: readonly Mark[], id: string, label: string): Html {
  return html`<svg class="sheet" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${p.width} ${p.height}" role="img" aria-label="${label}">${sheet(p, id)}${marks(list)}</svg>`;
}

/** A part of the page around its first mark; the page itself stands in the same document, under `id`. */
export function stripSvg(p: ShownPicture, list: readonly Mark[], id: string, label: string): Html | undefined {
  const first = list[0]?.box;
  if (!first || first[3] <= 0 || first[1] >= p.height || first[2] <= 0 || first[0] >= p.width) return undefined;
  const height = Math.max(8, first[3] - first[1]);
  const top = Math.max(0, first[1] - height * AROUND);
  const bottom = Math.min(p.height, first[3] + height * AROUND);
  const width = Math.min(p.width, Math.max(first[2] - first[0] + 4 * height, p.width * WIDE));
  const left = Math.max(0, Math.min(p.width - width, (first[0] + first[2]) / 2 - width / 2));
  const view = [left, top, width, bottom - top].map((n) => n.toFixed(1)).join(" ");
  return html`<svg class="close-up" viewBox="${view}" role="img" aria-label="${label}"><use href="#${id}"/>${marks(list)}</svg>`;
}

/** Rules for both, inside a page or in a file of their own. */
export const SVG_CSS: string = `svg.sheet,svg.close-up{display:block;width:100%;height:auto;background:#fff;border:1px solid var(--edge,#737C8B)}
svg.sheet text,svg.close-up text{font-family:"DejaVu Sans",Verdana,sans-serif;fill:#1B2230}
rect.hit{fill:#FFD27A;fill-opacity:.45;stroke:#8C1A3B;stroke-width:1.5;vector-effect:non-scaling-stroke;mix-blend-mode:multiply}svg.close-up rect.hit{stroke-width:2.5}rect.hit.about{stroke-dasharray:6 4}`;

/** A file of its own, for a page whose letters are no picture. */
export function svgFile(p: ShownPicture, list: readonly Mark[], label: string): string {
  const drawn = pageSvg(p, list, "page", label).markup;
  const style = new Markup(`<style>${SVG_CSS}</style>`).markup;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn.replace(">", `>${style}`)}\n`;
}
