/**
 * JPEG, PNG and TIFF as a PDF around the very same compressed bytes: one decoder then reads them all, with its bounds. Headers are
 * read here, pixels are not.
 *
 * Sources: ITU-T T.81 (JPEG markers), JFIF 1.02, Exif 2.3 (orientation), PNG 3rd edition (its filters are predictor 15 of ISO 32000-1,
 * 7.4.4.4), TIFF 6.0 and its Technical Note 2 (JPEG), ISO 32000-1 7.4 and 8.9 (filters, images).
 * @module
 */
import { jpegPage, looksLikeJpeg } from "./jpeg.ts";
import { looksLikePng, pngPage } from "./png.ts";
import { looksLikeTiff, tiffPages } from "./tiff.ts";
import type { Wrapped } from "./types.ts";
import { writePdf } from "./write.ts";

export { looksLikeJpeg } from "./jpeg.ts";
export { looksLikePng } from "./png.ts";
export { looksLikeTiff } from "./tiff.ts";
export type { Wrapped } from "./types.ts";

/**
 * The pages of a picture. `pdf` is undefined where none of it can be read; `lost` says what was left out.
 * @example
 * const { pdf } = wrapPicture(bytes);
 * const file = pdf && (await openPdf(pdf));
 */
export function wrapPicture(bytes: Uint8Array): Wrapped {
  const made = looksLikeJpeg(bytes)
    ? jpegPage(bytes)
    : looksLikePng(bytes)
      ? pngPage(bytes)
      : looksLikeTiff(bytes)
        ? tiffPages(bytes)
        : { pages: [], lost: ["no picture"] };
  return { pdf: made.pages.length > 0 ? writePdf(made.pages) : undefined, pages: made.pages.length, lost: made.lost };
}
