/**
 * Messages: header, text and attachments (RFC 5322, 2045 to 2047, 2231 as far as names of files go), and mailboxes of them (RFC 4155).
 * Bodies are bytes until somebody asks for text.
 * @module
 */
import { decodeBytes } from "./charset.ts";
import { base64, quotedPrintable } from "./encodings.ts";
import { type Headers, headersOf, parameters, words } from "./header.ts";

export { decodeBytes } from "./charset.ts";
export { splitMbox } from "./mbox.ts";

export interface Attachment {
  /** As the message names it, cut to a harmless name: no `/`, never empty. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Mail {
  /** From, To, Cc, Date, Subject: decoded, those that are there, in this order. */
  readonly head: readonly (readonly [string, string])[];
  /** Plain text if there is some. */
  readonly text: string;
  /** The text as a web page, beside the plain one or without it; of several, one behind the other. */
  readonly html: string | undefined;
  readonly attachments: readonly Attachment[];
  readonly lost: readonly string[];
}

const SHOWN = ["From", "To", "Cc", "Date", "Subject"];
const MAX_PARTS = 500;
const MAX_DEPTH = 16;
const MAX_TEXT = 4_000_000;

/** Two of the fields that every message has. */
const USUAL = new Set(
  "from to date subject received mime-version message-id return-path content-type delivered-to reply-to sender".split(
    " ",
  ),
);

/** True where the head is that of a message: lines of `Name: value`, at least three, two of them usual. */
export function looksLikeMail(head: Uint8Array): boolean {
  let [lines, usual] = [0, 0];
  for (const line of latin(head.subarray(0, 4096)).split("\n", 40)) {
    const l = line.replace(/\r$/, "");
    if (l === "") break;
    if (/^[ \t]/.test(l)) continue;
    const name = /^([A-Za-z][A-Za-z0-9-]{0,60}):/.exec(l)?.[1];
    if (!name) return false;
    lines++;
    if (USUAL.has(name.toLowerCase())) usual++;
  }
  return lines >= 3 && usual >= 2;
}

/** `From sender date`, then a message. */
export function looksLikeMbox(head: Uint8Array): boolean {
  const text = latin(head.subarray(0, 400));
  if (!text.startsWith("From ")) return false;
  const end = text.indexOf("\n");
  return end > 0 && end < 300 && /^[A-Za-z][A-Za-z0-9-]{0,60}:/.test(text.slice(end + 1));
}

const latin = (b: Uint8Array): string => {
  let s = "";
  for (let i = 0; i < b.length; i += 8192) s += String.fromCharCode(...b.subarray(i, i + 8192));
  return s;
};

interface Gathered {
  text: string;
  html: string | undefined;
  readonly attachments: Attachment[];
  readonly lost: Set<string>;
  parts: number;
}

/**
 * One message.
 * @example const { head, text, attachments } = readMail(bytes);
 */
export function readMail(bytes: Uint8Array): Mail {
  const got: Gathered = { text: "", html: undefined, attachments: [], lost: new Set(), parts: 0 };
  const { headers, body } = headersOf(bytes);
  part(headers, body, got, 0);
  const head = SHOWN.flatMap((name) => {
    const value = headers.get(name.toLowerCase());
    return value === undefined ? [] : [[name, words(value)] as const];
  });
  return { head, text: got.text, html: got.html, attachments: got.attachments, lost: [...got.lost].sort() };
}

function part(headers: Headers, body: Uint8Array, got: Gathered, depth: number): void {
  if (got.parts++ >= MAX_PARTS || depth > MAX_DEPTH) {
    got.lost.add("parts");
    return;
  }
  const type = parameters(headers.get("content-type") ?? "text/plain");
  const place = parameters(headers.get("content-disposition") ?? "");
  const named = place.get("filename") ?? type.get("name");
  if (type.value.startsWith("multipart/")) {
    const boundary = type.get("boundary");
    if (!boundary) got.lost.add("boundary");
    else
      for (const piece of splitParts(body, boundary)) {
        const inner = headersOf(piece);
        part(inner.headers, inner.body, got, depth + 1);
      }
    return;
  }
  const bytes = decoded(headers.get("content-transfer-encoding"), body);
  const attached = place.value === "attachment" || named !== undefined;
  if (!attached && type.value === "text/plain") {
    const text = decodeBytes(bytes, type.get("charset")).replace(/\r\n?/g, "\n");
    if (got.text.length + text.length > MAX_TEXT) got.lost.add("text");
    else got.text += got.text === "" ? text : `\n${text}`;
  } else if (!attached && type.value === "text/html") {
    const html = decodeBytes(bytes, type.get("charset"));
    if (got.html === undefined) got.html = html;
    else if (got.html.length + html.length > MAX_TEXT) got.lost.add("text");
    else got.html += `\n${html}`;
  } else {
    const kind = type.value === "message/rfc822" ? "mensaje.eml" : `adjunto.${type.value.split("/")[1] ?? "bin"}`;
    got.attachments.push({ name: harmless(named === undefined ? kind : words(named)), bytes });
  }
}

function harmless(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const plain = last.replace(/[\u0000-\u001f\u007f]/g, "").slice(0, 200);
  return plain === "" || plain === "." || plain === ".." ? "adjunto" : plain;
}

function decoded(encoding: string | undefined, body: Uint8Array): Uint8Array {
  const kind = encoding?.trim().toLowerCase();
  if (kind === "base64") return base64(body);
  return kind === "quoted-printable" ? quotedPrintable(body) : body;
}

/** Between lines that are `--boundary`, up to `--boundary--`. */
function splitParts(body: Uint8Array, boundary: string): Uint8Array[] {
  const mark = new TextEncoder().encode(`--${boundary}`);
  const out: Uint8Array[] = [];
  let from = -1;
  for (let at = 0; at < body.length && out.length < MAX_PARTS; ) {
    let end = body.indexOf(10, at);
    if (end < 0) end = body.length;
    if (body[at] === 45 && mark.every((v, i) => body[at + i] === v)) {
      if (from >= 0) out.push(body.subarray(from, Math.max(from, at - (body[at - 2] === 13 ? 2 : 1))));
      from = end + 1;
      const last = body[at + mark.length] === 45 && body[at + mark.length + 1] === 45;
      if (last) return out;
    }
    at = end + 1;
  }
  // Cut short: what is there is still a part.
  if (from >= 0 && from < body.length) out.push(body.subarray(from));
  return out;
}
