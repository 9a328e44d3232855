/** The text of `word/document.xml` (ECMA-376 part 1, 17.3: paragraphs, runs, breaks, shading). @module */
import { pieces } from "../markup/index.ts";
import { isDark, PageWriter, sameColour, type TextPage } from "./types.ts";

/** Pages between breaks that somebody made. Text that was struck out with changes tracked (`w:delText`) is not shown and not read. */
export function docxPages(xml: string): { readonly pages: readonly TextPage[]; readonly cut: boolean } {
  const out = new PageWriter();
  let [inRun, inText, inProps, inDeleted] = [false, false, false, 0];
  let colour: string | undefined;
  let fill: string | undefined;
  let vanish = false;
  let first = true;
  // Automatic colour of letters is black; on a dark ground Word shows it white, so only a colour that was set hides.
  const hidden = (): boolean => vanish || (isDark(fill) && isDark(colour)) || sameColour(fill, colour);
  for (const p of pieces(xml)) {
    if (p.kind === "text") {
      if (inText && inDeleted === 0) out.add(p.text, hidden());
      continue;
    }
    const open = p.kind === "open";
    const off = open ? p.attrs.get("w:val") : undefined;
    switch (p.name) {
      case "w:p":
        if (open && !first) out.line();
        if (open) first = false;
        break;
      case "w:pageBreakBefore":
        if (open && off !== "0" && off !== "false" && !first) out.endPage();
        break;
      case "w:r":
        inRun = open && !p.empty;
        [colour, fill, vanish] = [undefined, undefined, false];
        break;
      case "w:rPr":
        inProps = open && !p.empty && inRun;
        break;
      case "w:color":
        if (open && inProps) colour = p.attrs.get("w:val");
        break;
      case "w:shd":
        if (open && inProps) fill = p.attrs.get("w:fill");
        break;
      case "w:highlight":
        if (open && inProps) {
          fill = p.attrs.get("w:val");
          // A highlight of black hides letters of the automatic colour, too.
          if (isDark(fill)) colour ??= "000000";
        }
        break;
      case "w:vanish":
        if (open && inProps) vanish = off !== "0" && off !== "false";
        break;
      case "w:t":
        inText = open && !p.empty;
        break;
      case "w:del":
        if (open && !p.empty) inDeleted++;
        if (!open) inDeleted = Math.max(0, inDeleted - 1);
        break;
      case "w:tab":
        if (open && inRun && !inProps) out.add("\t", false);
        break;
      case "w:cr":
        if (open && inRun) out.line();
        break;
      case "w:br":
        if (!open) break;
        if (p.attrs.get("w:type") === "page") out.endPage();
        else out.line();
        break;
    }
  }
  return { pages: out.finish(), cut: out.cut };
}
