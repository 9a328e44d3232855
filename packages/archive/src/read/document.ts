/** A document whose bytes are held, as pages. Messages hold documents, so pages of several files may come of one. @module */
import type { Platform, Problem, RandomAccess, Sha256 } from "@contraluz/core";
import { chunksOf } from "@contraluz/evidence";
import { type DocumentKind, documentKind } from "@contraluz/evidence/documents/index.ts";
import { decodeBytes, readMail, splitMbox } from "@contraluz/formats/mail/index.ts";
import { docxPages, htmlPages, OFFICE_LIMITS, odtPages, type TextPage } from "@contraluz/formats/office/index.ts";
import { openPdf, PdfError, type PdfFile } from "@contraluz/formats/pdf/index.ts";
import { wrapPicture } from "@contraluz/formats/picture/index.ts";
import { dataOffset, readZip } from "@contraluz/formats/zip/index.ts";
import { dateOf } from "./date.ts";
import { readPdfPage } from "./pdf-page.ts";
import { type Made, plainPages, textPage } from "./text-page.ts";
import { READ_LIMITS, type ReadOptions, type ReadPage } from "./types.ts";

const HEAD = 8192;
/** What is said where a text goes on behind what is kept of it. */
const MORE = "more pages or letters than are read";

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
  depth = 0,
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
        const xml = await partOf(bytes, kind === "docx" ? "word/document.xml" : "content.xml", o.platform);
        if (!xml) return failed({ code: "document-damaged", found: "no text in it", lost: "file" });
        const { pages, cut } = kind === "docx" ? docxPages(xml.text) : odtPages(xml.text);
        return texts(pages, base, cut || xml.cut);
      }
      case "html": {
        const { pages, cut } = htmlPages(decodeBytes(bytes, charsetOf(bytes)));
        return texts(pages, base, cut);
      }
      case "text":
        return texts(plainPages(decodeBytes(bytes, undefined)), base, false);
      case "mail":
        return mails([bytes], base, o, depth);
      case "mbox":
        return mails(splitMbox(bytes), base, o, depth);
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

/** Each message is a page of the file; what is attached follows it, as documents of their own. */
function mails(messages: readonly Uint8Array[], base: Base, o: ReadOptions, depth: number): Reading {
  if (messages.length === 0)
    return fixed([unread(base, { code: "document-damaged", found: "no message", lost: "file" })]);
  return {
    count: undefined,
    async *pages(from, most) {
      let at = 0;
      const end = from + most;
      for (const [i, bytes] of messages.entries()) {
        if (at >= end) return;
        const mail = readMail(bytes);
        const web = mail.text === "" && mail.html !== undefined ? htmlPages(mail.html) : undefined;
        const body = web ? web.pages.map((p) => p.text).join("\n") : mail.text;
        if (at >= from) {
          const head = mail.head.map(([name, value]) => `${name}: ${value}`).join("\n");
          const made = textPage({ text: `${head}\n\n${body}`, hidden: web?.pages.flatMap((p) => p.hidden) ?? [] });
          const lost = web?.cut ? [...mail.lost, MORE] : mail.lost;
          const more = lost.map((found): Problem => ({ code: "document-part", found, lost: "bytes" }));
          const problems = [...(made.problems ?? []), ...more];
          yield line(base, i + 1, messages.length, problems.length > 0 ? { ...made, problems } : made);
        }
        at++;
        for (const a of mail.attachments) {
          if (at >= end) return;
          const path = `${base.path}!/${a.name}`;
          const kind = depth < READ_LIMITS.nesting ? await kindOf(a.bytes, o.platform) : undefined;
          const inner = await openDocument(a.bytes, kind, path, o, depth + 1);
          try {
            const skip = Math.max(0, from - at);
            if (inner.count !== undefined && inner.count <= skip) {
              at += inner.count;
              continue;
            }
            if (inner.count !== undefined) at += skip;
            for await (const page of inner.pages(inner.count === undefined ? 0 : skip, end - at)) {
              if (at >= from) yield page;
              at++;
            }
          } finally {
            await inner.close();
          }
        }
      }
    },
    close: async () => {},
  };
}

async function kindOf(bytes: Uint8Array, platform: Platform): Promise<DocumentKind | undefined> {
  const kind = documentKind(bytes.subarray(0, HEAD), bytes.length <= HEAD);
  if (kind !== "zip") return kind;
  if ((await partOf(bytes, "word/document.xml", platform, 0)) !== undefined) return "docx";
  return (await partOf(bytes, "content.xml", platform, 0)) !== undefined ? "odt" : undefined;
}

/** `<meta charset=…>` within the first bytes. */
function charsetOf(bytes: Uint8Array): string | undefined {
  let head = "";
  for (const v of bytes.subarray(0, 2048)) head += String.fromCharCode(v);
  return /charset=["']?([A-Za-z0-9_-]{3,20})/.exec(head)?.[1];
}

function memory(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

interface Part {
  readonly text: string;
  /** Damaged: this is what came before. */
  readonly cut: boolean;
}

/** One part of a zip as text; undefined if it is not there or too large. `limit` 0: only whether it is there. */
async function partOf(
  bytes: Uint8Array,
  name: string,
  platform: Platform,
  limit: number = OFFICE_LIMITS.bytes,
): Promise<Part | undefined> {
  const source = memory(bytes);
  for await (const batch of readZip(source, () => {})) {
    for (const entry of batch) {
      if (entry.name !== name || entry.encrypted) continue;
      if (limit === 0) return { text: "", cut: false };
      const at = await dataOffset(source, entry);
      if (at === undefined || entry.size > limit) return undefined;
      const stored = bytes.subarray(at, at + entry.compressedSize);
      if (entry.method === 0) return { text: decodeBytes(stored, "utf-8"), cut: stored.length < entry.compressedSize };
      return entry.method === 8 ? inflated(stored, limit, platform) : undefined;
    }
  }
  return undefined;
}

async function inflated(stored: Uint8Array, limit: number, platform: Platform): Promise<Part> {
  const decoder = new TextDecoder("utf-8");
  let [text, size, cut] = ["", 0, false];
  try {
    for await (const piece of platform.inflate("deflate-raw", chunksOf(memory(stored)))) {
      size += piece.length;
      cut = size > limit;
      if (cut) break;
      text += decoder.decode(piece, { stream: true });
    }
  } catch {
    cut = true;
  }
  return { text: text + decoder.decode(), cut };
}
