/** A document whose bytes are held, as pages. Messages hold documents, so pages of several files may come of one. @module */
import type { Platform, Problem, Sha256 } from "@contraluz/core";
import type { DocumentKind } from "@contraluz/evidence/documents/index.ts";
import { decodeBytes, splitMbox } from "@contraluz/formats/mail/index.ts";
import { docxPages, htmlPages, OFFICE_LIMITS, odtPages, type TextPage } from "@contraluz/formats/office/index.ts";
import { openPdf, PdfError, type PdfFile } from "@contraluz/formats/pdf/index.ts";
import { wrapPicture } from "@contraluz/formats/picture/index.ts";
import { dateOf } from "./date.ts";
import { inTurn, MORE, type Nest, type Opener, partsOfMail, partsOfZip } from "./nested.ts";
import { readPdfPage } from "./pdf-page.ts";
import { type Made, plainPages, textPage } from "./text-page.ts";
import { READ_LIMITS, type ReadOptions, type ReadPage } from "./types.ts";
import { partOf } from "./zipped.ts";

export interface Reading {
  /** Pages, where that is known before they are read. */
  readonly count: number | undefined;
  /** From the page `from` (0 is the first), at most `most` of them. */
  pages(from: number, most: number): AsyncIterable<ReadPage>;
  close(): Promise<void>;
}

/** Document of one file. Never throws for what it holds: a document that cannot be read is one page that says so. */
export async function openDocument(
  bytes: Uint8Array,
  kind: DocumentKind | undefined,
  path: string,
  o: ReadOptions,
  nest?: Nest,
): Promise<Reading> {
  const doc = hash(bytes, o.platform);
  const base = { doc, path };
  const failed = (p: Problem): Reading => fixed([unread(base, p)]);
  try {
    switch (kind) {
      case "pdf":
        return paged(await openPdf(bytes, support(o.platform)), base, o);
      case "jpeg":
      case "png":
      case "tiff": {
        const { pdf, lost } = wrapPicture(bytes);
        if (!pdf) return failed({ code: "document-damaged", found: lost.join(", "), lost: "file" });
        return paged(await openPdf(pdf, support(o.platform)), base, o, lost);
      }
      case "docx":
      case "odt": {
        const name = kind === "docx" ? "word/document.xml" : "content.xml";
        const xml = await partOf(bytes, name, o.platform, OFFICE_LIMITS.bytes);
        if (!xml) return failed({ code: "document-damaged", found: "no text in it", lost: "file" });
        const text = decodeBytes(xml.bytes, "utf-8");
        const { pages, cut } = kind === "docx" ? docxPages(text) : odtPages(text);
        return texts(pages, base, cut || xml.cut);
      }
      case "html": {
        const { pages, cut } = htmlPages(decodeBytes(bytes, charsetOf(bytes)));
        return texts(pages, base, cut);
      }
      case "text":
        return texts(plainPages(decodeBytes(bytes, undefined)), base, false);
      case "mail":
        return mails([bytes], base, o, nest);
      case "mbox":
        return mails(splitMbox(bytes), base, o, nest);
      // Among evidence zips are opened before anybody reads: this one hangs on a message.
      case "zip":
        return inTurn((n) => partsOfZip(bytes, doc, path, o.platform, n, opener(base, o)), nest);
      default:
        return failed({ code: "document-kind", lost: "file" });
    }
  } catch (e) {
    const why = e instanceof PdfError ? e.why : "damaged";
    const code = why === "locked" ? "document-locked" : why === "too-large" ? "too-large" : "document-damaged";
    return failed({ code, found: e instanceof Error ? e.message.slice(0, 200) : "", lost: "file" });
  }
}

interface Base {
  readonly doc: Sha256;
  readonly path: string;
}

/** A page that nobody could read: coverage, never silence. */
export function unread(base: Base, problem: Problem, page = 1, of?: number): ReadPage {
  return {
    ...base,
    page,
    ...(of !== undefined && { of }),
    state: "unreadable",
    from: "ocr",
    text: "",
    problems: [problem],
  };
}

const support = (platform: Platform) => (name: string) =>
  platform.support?.(`pdf/${name}`) ?? Promise.resolve(undefined);

function hash(bytes: Uint8Array, platform: Platform): Sha256 {
  const h = platform.sha256();
  h.update(bytes);
  return h.hex();
}

/** In the order of the type. */
function line(base: Base, page: number, of: number, m: Made): ReadPage {
  const { state, from, confidence, text, lines, w, h, dpi, problems, findings } = m;
  const date = dateOf(text);
  return {
    ...base,
    page,
    of,
    state,
    from,
    ...(confidence !== undefined && { confidence }),
    text,
    ...(lines && lines.length > 0 && { lines }),
    ...(w !== undefined && { w }),
    ...(h !== undefined && { h }),
    ...(dpi !== undefined && { dpi }),
    ...(date && { date }),
    ...(problems && { problems }),
    ...(findings && { findings }),
  };
}

function fixed(pages: readonly ReadPage[]): Reading {
  return {
    count: pages.length,
    async *pages(from, most) {
      yield* pages.slice(from, from + most);
    },
    close: async () => {},
  };
}

function texts(pages: readonly TextPage[], base: Base, cut: boolean): Reading {
  const kept = pages.slice(0, READ_LIMITS.pages);
  return {
    count: kept.length,
    async *pages(from, most) {
      for (let i = from; i < Math.min(kept.length, from + most); i++) {
        const made = textPage(kept[i]!);
        const problem: Problem = { code: "document-part", found: MORE, lost: "bytes" };
        const last = cut && i === kept.length - 1;
        yield line(base, i + 1, kept.length, last ? { ...made, problems: [...(made.problems ?? []), problem] } : made);
      }
    },
    close: async () => {},
  };
}

function paged(file: PdfFile, base: Base, o: ReadOptions, lost: readonly string[] = []): Reading {
  const count = Math.min(file.pages, READ_LIMITS.pages);
  if (count === 0) return fixed([unread(base, { code: "document-damaged", found: "no pages", lost: "file" })]);
  return {
    count,
    async *pages(from, most) {
      for (let i = from; i < Math.min(count, from + most); i++) {
        try {
          const made = await readPdfPage(await file.page(i + 1), o);
          const more = i === 0 ? lost.map((found): Problem => ({ code: "document-part", found, lost: "bytes" })) : [];
          yield line(
            base,
            i + 1,
            count,
            more.length > 0 ? { ...made, problems: [...(made.problems ?? []), ...more] } : made,
          );
        } catch (e) {
          const found = e instanceof Error ? e.message.slice(0, 200) : "";
          yield unread(base, { code: "document-damaged", found, lost: "row" }, i + 1, count);
        }
      }
    },
    close: () => file.close(),
  };
}

function mails(messages: readonly Uint8Array[], base: Base, o: ReadOptions, nest: Nest | undefined): Reading {
  if (messages.length === 0)
    return fixed([unread(base, { code: "document-damaged", found: "no message", lost: "file" })]);
  return inTurn((n) => partsOfMail(messages, base.path, o.platform, n, opener(base, o)), nest);
}

const opener = (base: Base, o: ReadOptions): Opener => ({
  open: (bytes, kind, path, nest) => openDocument(bytes, kind, path, o, nest),
  unread: (doc, path, problem) => fixed([unread({ doc, path }, problem)]),
  message: (made, page, of) => fixed([line(base, page, of, made)]),
});

/** `<meta charset=…>` within the first bytes. */
function charsetOf(bytes: Uint8Array): string | undefined {
  let head = "";
  for (const v of bytes.subarray(0, 2048)) head += String.fromCharCode(v);
  return /charset=["']?([A-Za-z0-9_-]{3,20})/.exec(head)?.[1];
}
