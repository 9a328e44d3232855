/** What kind of document a file is: by its bytes, never by its name. @module */
import { looksLikeMail, looksLikeMbox } from "@contraluz/formats/mail/index.ts";
import { looksLikePdf } from "@contraluz/formats/pdf/index.ts";
import { looksLikeJpeg, looksLikePng, looksLikeTiff } from "@contraluz/formats/picture/index.ts";
import { looksLikeZip } from "@contraluz/formats/zip/index.ts";

/** `zip` is an archive of documents, or an office document whose parts decide. */
export type DocumentKind = "pdf" | "jpeg" | "png" | "tiff" | "docx" | "odt" | "html" | "mail" | "mbox" | "text" | "zip";

/** Bytes that are looked at. */
export const DOCUMENT_HEAD = 8192;

const ascii = (b: Uint8Array): string => {
  let s = "";
  for (const v of b.subarray(0, 2048)) s += String.fromCharCode(v);
  return s;
};

/** `whole`: these bytes are all that the file has. Undefined for what is no document. */
export function documentKind(head: Uint8Array, whole: boolean): DocumentKind | undefined {
  if (head.length === 0) return undefined;
  if (looksLikeJpeg(head)) return "jpeg";
  if (looksLikePng(head)) return "png";
  if (looksLikeTiff(head)) return "tiff";
  if (looksLikeZip(head)) return zipKind(head);
  if (looksLikePdf(head)) return "pdf";
  if (looksLikeMbox(head)) return "mbox";
  if (looksLikeMail(head)) return "mail";
  const start = ascii(head)
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart()
    .slice(0, 1024)
    .toLowerCase();
  if (/^<(?:!doctype html|html|head|body)[\s>]/.test(start)) return "html";
  if (start.startsWith("<") && start.includes("<html")) return "html";
  return isText(head, whole) ? "text" : undefined;
}

/** An OpenDocument file says what it is in its first entry, which is stored (OpenDocument 1.2 part 3, 3.3). */
function zipKind(head: Uint8Array): DocumentKind {
  const start = ascii(head);
  return start.slice(30).startsWith("mimetypeapplication/vnd.oasis.opendocument.text") ? "odt" : "zip";
}

/** Letters in UTF-8, UTF-16 with its mark, or one of the old encodings of one byte: hardly a control character. */
function isText(b: Uint8Array, whole: boolean): boolean {
  if ((b[0] === 0xff && b[1] === 0xfe) || (b[0] === 0xfe && b[1] === 0xff)) return true;
  let control = 0;
  for (const v of b)
    if (v === 0 || v === 127 || (v < 32 && v !== 9 && v !== 10 && v !== 12 && v !== 13 && v !== 27)) control++;
  if (control > b.length / 500) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(whole ? b : b.subarray(0, cut(b)));
    return true;
  } catch {
    // Old encodings of one byte: most of it still plain letters.
    let high = 0;
    for (const v of b) if (v > 127) high++;
    return high < b.length / 5;
  }
}

/** Up to the last letter that is whole. */
function cut(b: Uint8Array): number {
  let at = b.length;
  for (let i = 0; i < 4 && at > 0 && (b[at - 1]! & 0xc0) === 0x80; i++) at--;
  return Math.max(0, at - 1);
}
