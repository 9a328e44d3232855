/**
 * The image of a page that was read, drawn again from the evidence: images are kept nowhere. Boxes of the page fit it. The file must
 * have the bytes that were read; another one at its path is told, never shown.
 * @example
 * const pictures = pictureSource(documents, platform);
 * const found = await pictures.of(page);
 * if (typeof found !== "string") show(found.width, found.height, found.gray);
 * await pictures.close();
 * @module
 */
import type { FileRef, Platform } from "@contraluz/core";
import {
  DOCUMENT_HEAD,
  type DocumentKind,
  documentKind,
  type OpenDocuments,
  readDocument,
} from "@contraluz/evidence/documents/index.ts";
import { readMail, splitMbox } from "@contraluz/formats/mail/index.ts";
import { drawPage, openPdf, PdfError, type PdfFile, type PdfWord } from "@contraluz/formats/pdf/index.ts";
import { wrapPicture } from "@contraluz/formats/picture/index.ts";
import type { Box, Page } from "../pages/types.ts";
import { findBars } from "./bars.ts";
import { kindOf, type Nest } from "./nested.ts";
import type { Gray } from "./sheet.ts";
import { READ_LIMITS } from "./types.ts";
import { filesOfZip, type ZipFile } from "./zipped.ts";

export interface PagePicture extends Gray {
  readonly dpi: number;
  /** Pictures that were drawn. With none the sheet shows shapes alone, and `words` are what stands on it. */
  readonly pictures: number;
  /** Words that a font draws, with their places: they are not painted on the sheet. What is invisible or below a bar is not among them. */
  readonly words: readonly { readonly text: string; readonly box: Box }[];
}

/**
 * `none`: the document has no image (text, mail, office). `missing`: there is no such file or page. `changed`: another file lies there.
 * `unreadable`: damaged, locked, or too large.
 */
export type PictureFault = "none" | "missing" | "changed" | "unreadable";

export interface PictureSource {
  of(page: Pick<Page, "doc" | "path" | "page">): Promise<PagePicture | PictureFault>;
  close(): Promise<void>;
}

/** Files of which it is remembered where they lie. */
const REMEMBERED = 200_000;

interface Place {
  readonly kind: DocumentKind | undefined;
  readonly ref: FileRef | undefined;
  bytes(): Promise<Uint8Array | undefined>;
}

const paged = (kind: DocumentKind | undefined): boolean =>
  kind === "pdf" || kind === "jpeg" || kind === "png" || kind === "tiff";

/** Draws pages of documents. The last document stays open, since its other pages are often asked for next. */
export function pictureSource(documents: OpenDocuments, platform: Platform): PictureSource {
  const places = new Map<string, Place>();
  let files: AsyncIterator<Place & { readonly path: string }> | undefined;
  let held: { readonly doc: string; readonly path: string; readonly file: PdfFile } | undefined;
  const hashed = (bytes: Uint8Array): string => {
    const h = platform.sha256();
    h.update(bytes);
    return h.hex();
  };
  const fits = (path: string, wanted: string): boolean => path === wanted || wanted.startsWith(`${path}!/`);
  /** The outermost document that `path` lies in. Files are walked once and in their order, as far as it takes. */
  const placeOf = async (path: string): Promise<(Place & { readonly path: string }) | undefined> => {
    for (let at = path; ; ) {
      const known = places.get(at);
      if (known) return { ...known, path: at };
      const cut = at.lastIndexOf("!/");
      if (cut < 0) break;
      at = at.slice(0, cut);
    }
    for (let again = files === undefined ? 1 : 0; again < 2; again++) {
      files ??= documents.files()[Symbol.asyncIterator]();
      for (let next = await files.next(); !next.done; next = await files.next()) {
        const { path: found, kind, ref } = next.value;
        // One without a way back to it may hold its bytes: it is used now, or looked for again.
        if (ref && places.size < REMEMBERED) places.set(found, { kind, ref, bytes: () => readDocument(ref, platform) });
        if (fits(found, path)) return next.value;
      }
      files = undefined;
    }
    return undefined;
  };
  const bytesOf = async (page: Pick<Page, "doc" | "path">): Promise<Found | PictureFault> => {
    const place = await placeOf(page.path);
    if (!place) return "missing";
    if (place.path === page.path && place.kind !== undefined && !paged(place.kind)) return "none";
    const bytes = await place.bytes().catch(() => undefined);
    if (!bytes) return "unreadable";
    if (place.path === page.path) return hashed(bytes) === page.doc ? { bytes, kind: place.kind } : "changed";
    if (place.kind !== "mail" && place.kind !== "mbox") return "missing";
    const names = page.path.slice(place.path.length + 2);
    const nest = { depth: 0, budget: { left: READ_LIMITS.zipTotal, files: READ_LIMITS.zipFiles } };
    const inner = await attached(bytes, place.kind, names, (b) => hashed(b) === page.doc, platform, nest);
    return inner
      ? { bytes: inner, kind: documentKind(inner.subarray(0, DOCUMENT_HEAD), inner.length <= DOCUMENT_HEAD) }
      : "missing";
  };
  return {
    async of(page) {
      try {
        if (held?.doc !== page.doc || held.path !== page.path) {
          await held?.file.close();
          held = undefined;
          const found = await bytesOf(page);
          if (typeof found === "string") return found;
          if (!paged(found.kind)) return "none";
          const pdf = found.kind === "pdf" ? found.bytes : wrapPicture(found.bytes).pdf;
          if (!pdf) return "unreadable";
          const support = (name: string): Promise<Uint8Array | undefined> =>
            platform.support?.(`pdf/${name}`) ?? Promise.resolve(undefined);
          held = { doc: page.doc, path: page.path, file: await openPdf(pdf, support) };
        }
        if (page.page < 1 || page.page > held.file.pages) return "missing";
        return await drawn(held.file, page.page);
      } catch (e) {
        if (e instanceof PdfError) return "unreadable";
        throw e;
      }
    },
    async close() {
      await held?.file.close();
      held = undefined;
      await files?.return?.();
      files = undefined;
      places.clear();
    },
  };
}

interface Found {
  readonly bytes: Uint8Array;
  readonly kind: DocumentKind | undefined;
}

/** What is attached under a path of names, one inside the other, and is `right`: two of one name can hang on one message. */
async function attached(
  bytes: Uint8Array,
  kind: DocumentKind | undefined,
  path: string,
  right: (bytes: Uint8Array) => boolean,
  platform: Platform,
  nest: Nest,
): Promise<Uint8Array | undefined> {
  if (nest.depth > READ_LIMITS.nesting) return undefined;
  for await (const file of filesIn(bytes, kind, platform, nest)) {
    if (file.name !== path && !path.startsWith(`${file.name}!/`)) continue;
    const held = await file.open();
    if (!(held instanceof Uint8Array)) continue;
    if (file.name === path) {
      if (right(held)) return held;
      continue;
    }
    const inside = await kindOf(held, platform);
    const deeper = { depth: nest.depth + 1, budget: nest.budget };
    const found = await attached(held, inside, path.slice(file.name.length + 2), right, platform, deeper);
    if (found) return found;
  }
  return undefined;
}

/** Files that a message, a mailbox or a zip holds. */
async function* filesIn(
  bytes: Uint8Array,
  kind: DocumentKind | undefined,
  platform: Platform,
  nest: Nest,
): AsyncGenerator<ZipFile, void> {
  if (kind === "zip") yield* filesOfZip(bytes, platform, nest.budget, () => {});
  for (const message of kind === "mbox" ? splitMbox(bytes) : kind === "mail" ? [bytes] : [])
    for (const a of readMail(message).attachments) yield { name: a.name, open: async () => a.bytes };
}

async function drawn(file: PdfFile, number: number): Promise<PagePicture> {
  const page = await file.page(number);
  const sheet = drawPage(page);
  const bars = findBars(page, page.parts.some((p) => p.kind === "picture") ? sheet : undefined);
  const shown = (p: (typeof page.parts)[number]): p is PdfWord =>
    p.kind === "word" && p.visible && !bars.covered.has(p);
  return {
    ...sheet,
    dpi: page.dpi,
    pictures: page.parts.filter((p) => p.kind === "picture").length,
    words: page.parts.filter(shown).map((w) => ({ text: w.text, box: w.box.map(Math.round) as unknown as Box })),
  };
}

/**
 * A sheet with at most so many pixels: squares of dots become one, of their mean tone. Boxes are divided by `by`.
 * @example const { gray, width, height, by } = smaller(picture, 4_000_000);
 */
export function smaller(s: Gray, most: number): Gray & { readonly by: number } {
  let by = 1;
  while (Math.ceil(s.width / by) * Math.ceil(s.height / by) > most) by++;
  if (by === 1) return { width: s.width, height: s.height, gray: s.gray, by };
  const [width, height] = [Math.ceil(s.width / by), Math.ceil(s.height / by)];
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [x1, y1] = [Math.min(s.width, (x + 1) * by), Math.min(s.height, (y + 1) * by)];
      let [sum, n] = [0, 0];
      for (let v = y * by; v < y1; v++)
        for (let u = x * by, k = v * s.width + u; u < x1; u++, k++, n++) sum += s.gray[k]!;
      gray[y * width + x] = Math.round(sum / n);
    }
  return { width, height, gray, by };
}
