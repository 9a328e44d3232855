/**
 * PDF through pdf.js (ISO 32000): what stands on a page, in the order in which it is drawn, with places. Nothing is drawn by pdf.js,
 * so that no canvas is needed; `drawPage` lays pictures and filled shapes on a sheet of gray.
 *
 * pdf.js runs no scripts here, fetches nothing, and is given a limit of pixels. It may take long for a hostile page: whoever
 * calls runs it in a thread that can be ended.
 * @module
 */
export { drawPage, type Sheet } from "./draw.ts";
export { openPdf, PdfError, type PdfSupport } from "./open.ts";
export {
  PDF_LIMITS,
  type PdfBox,
  type PdfFile,
  type PdfFill,
  type PdfPage,
  type PdfPart,
  type PdfPicture,
  type PdfWord,
} from "./types.ts";

/** The header may stand within the first 1024 bytes (ISO 32000-1 annex H). */
export function looksLikePdf(head: Uint8Array): boolean {
  const end = Math.min(head.length, 1024) - 4;
  for (let i = 0; i < end; i++)
    if (
      head[i] === 0x25 &&
      head[i + 1] === 0x50 &&
      head[i + 2] === 0x44 &&
      head[i + 3] === 0x46 &&
      head[i + 4] === 0x2d
    )
      return true;
  return false;
}
