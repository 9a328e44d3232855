/** One page of a PDF, or of a picture that was made one. @module */
import type { Problem } from "@contraluz/core";
import { drawPage, type PdfPage, type PdfWord } from "@contraluz/formats/pdf/index.ts";
import type { PageWord } from "../pages/index.ts";
import { findBars } from "./bars.ts";
import { compareLayer } from "./compare.ts";
import { joined, readSheet, type SheetText } from "./ocr.ts";
import type { Gray } from "./sheet.ts";
import type { PageFinding, ReadOptions, ReadPage } from "./types.ts";

/** Part of a page that pictures cover from which it counts as a scan. */
const SCAN = 0.3;
/** A layer that says nearly all of what is read is better than reading. */
const REACH = 0.93;
const AGREE = 0.9;

type Made = Omit<ReadPage, "doc" | "path" | "page" | "of">;

export async function readPdfPage(page: PdfPage, o: ReadOptions): Promise<Made> {
  const all = page.parts.filter((p): p is PdfWord => p.kind === "word");
  const scan = covers(page) >= SCAN;
  const sheet: Gray | undefined = scan ? drawPage(page) : undefined;
  const bars = findBars(page, sheet);
  const words = all.filter((w) => !bars.covered.has(w));
  const size = { w: page.width, h: page.height, dpi: page.dpi };
  const problems: Problem[] = page.lost.map((found) => ({ code: "document-part", found, lost: "bytes" }));
  const finish = (m: Made, findings: readonly PageFinding[] = bars.findings): Made => ({
    ...m,
    ...(findings.length > 0 && { findings }),
    ...(problems.length > 0 && { problems: [...problems, ...(m.problems ?? [])] }),
  });
  if (!sheet) {
    const layer = asLayer(words, bars.covered, all);
    const empty = layer.text.trim() === "";
    const state = empty
      ? page.parts.some((p) => p.kind === "picture") || page.lost.length > 0
        ? "unreadable"
        : "blank"
      : "read";
    return finish({ state, from: "layer", text: layer.text, lines: layer.lines, ...size });
  }
  if (!o.ocr) {
    const layer = asLayer(words, bars.covered, all);
    const state = layer.text.trim() === "" ? "unreadable" : "poor";
    return finish({ state, from: "layer", text: layer.text, lines: layer.lines, ...size });
  }
  let read: SheetText;
  try {
    read = await readSheet(sheet, page.dpi, o);
  } catch (e) {
    problems.push({ code: codeOf(e), lost: "row" });
    const layer = asLayer(words, bars.covered, all);
    const state = layer.text.trim() === "" ? "unreadable" : "poor";
    return finish({ state, from: "layer", text: layer.text, lines: layer.lines, ...size });
  }
  const seen = (): Made => ({
    state: read.state,
    from: "ocr",
    confidence: read.confidence,
    text: read.text,
    lines: read.lines,
    ...size,
  });
  if (words.length === 0) return finish(seen());
  const compared = compareLayer(words, read.words, sheet, page.dpi);
  const findings = [...bars.findings, ...compared.findings];
  const trusted =
    compared.findings.length === 0 &&
    compared.agree !== undefined &&
    compared.reach >= REACH &&
    compared.agree >= AGREE;
  if (!trusted) return finish(seen(), findings);
  const layer = asLayer(words, bars.covered, all);
  return finish(
    { state: "read", from: "layer", confidence: read.confidence, text: layer.text, lines: layer.lines, ...size },
    findings,
  );
}

const codeOf = (e: unknown): "ocr-missing" | "ocr-failed" =>
  (e as { readonly code?: unknown } | undefined)?.code === "ocr-missing" ? "ocr-missing" : "ocr-failed";

/** Part of the page that lies below pictures. */
function covers(page: PdfPage): number {
  let sum = 0;
  for (const p of page.parts) if (p.kind === "picture") sum += Math.abs(p.to[0] * p.to[3] - p.to[1] * p.to[2]);
  return sum / (page.width * page.height);
}

/** Words as lines, in the order in which they were drawn. What a bar covers stands as U+2588. */
function asLayer(
  words: readonly PdfWord[],
  covered: ReadonlySet<PdfWord>,
  all: readonly PdfWord[],
): Pick<SheetText, "text" | "lines"> {
  const keep = new Set(words);
  const lines: PageWord[][] = [];
  let last: PdfWord | undefined;
  for (const w of all) {
    if (!keep.has(w) && !covered.has(w)) continue;
    const height = w.box[3] - w.box[1];
    const middle = (w.box[1] + w.box[3]) / 2;
    const same = last && Math.abs(middle - (last.box[1] + last.box[3]) / 2) < height * 0.5 && w.box[0] > last.box[0];
    if (!same) lines.push([]);
    last = w;
    const text = covered.has(w) ? "█".repeat(Math.min(40, w.text.length)) : w.text;
    lines.at(-1)!.push({ text, box: w.box.map((v) => Math.round(v)) as unknown as PageWord["box"] });
  }
  return joined(lines);
}
