/** The text of `content.xml` (OpenDocument 1.2 part 1: 5 and 6 text, 16 styles, 20.184 break-before). @module */
import { pieces } from "../markup/index.ts";
import { isDark, PageWriter, sameColour, type TextPage } from "./types.ts";

interface Style {
  colour?: string | undefined;
  fill?: string | undefined;
  breaks?: boolean;
}

const MAX_STYLES = 20_000;
const MAX_DEPTH = 200;

export function odtPages(xml: string): { readonly pages: readonly TextPage[]; readonly cut: boolean } {
  const out = new PageWriter();
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  let inBody = false;
  let inParagraph = 0;
  /** Styles of the spans that stand around. */
  const spans: boolean[] = [];
  let first = true;
  let skip = 0;
  const hides = (name: string | undefined): boolean => {
    const s = name === undefined ? undefined : styles.get(name);
    return s !== undefined && ((isDark(s.colour) && isDark(s.fill)) || sameColour(s.colour, s.fill));
  };
  for (const p of pieces(xml)) {
    if (p.kind === "text") {
      // Line feeds between elements of a paragraph count as a space (6.1.2).
      if (inParagraph > 0 && skip === 0) out.add(p.text.replace(/[\t\r\n]+/g, " "), spans.includes(true));
      continue;
    }
    const open = p.kind === "open";
    switch (p.name) {
      case "style:style":
        if (!open) style = undefined;
        else if (styles.size < MAX_STYLES) {
          style = {};
          styles.set(p.attrs.get("style:name") ?? "", style);
        }
        break;
      case "style:text-properties":
        if (open && style) {
          style.colour = p.attrs.get("fo:color");
          style.fill = p.attrs.get("fo:background-color");
        }
        break;
      case "style:paragraph-properties":
        if (open && style) style.breaks = p.attrs.get("fo:break-before") === "page";
        break;
      case "office:text":
        inBody = open;
        break;
      case "text:p":
      case "text:h":
        if (!inBody) break;
        if (!open) {
          inParagraph = Math.max(0, inParagraph - 1);
          break;
        }
        if (styles.get(p.attrs.get("text:style-name") ?? "")?.breaks && !first) out.endPage();
        else if (!first) out.line();
        first = false;
        if (!p.empty && inParagraph < MAX_DEPTH) inParagraph++;
        break;
      case "text:span":
        if (open && !p.empty && spans.length < MAX_DEPTH) spans.push(hides(p.attrs.get("text:style-name")));
        if (!open) spans.pop();
        break;
      case "text:tracked-changes":
      case "office:annotation":
        if (open && !p.empty) skip++;
        if (!open) skip = Math.max(0, skip - 1);
        break;
      case "text:s":
        if (open && inParagraph > 0 && skip === 0) {
          const n = Number(p.attrs.get("text:c") ?? "1");
          out.add(" ".repeat(n >= 1 && n <= 1000 ? Math.floor(n) : 1), spans.includes(true));
        }
        break;
      case "text:tab":
        if (open && inParagraph > 0) out.add("\t", false);
        break;
      case "text:line-break":
        if (open && inParagraph > 0) out.line();
        break;
    }
  }
  return { pages: out.finish(), cut: out.cut };
}
