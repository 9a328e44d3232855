/** Fields of a message and of its parts. @module */
import { decodeBytes } from "./charset.ts";
import { base64, quotedPrintable } from "./encodings.ts";

export type Headers = ReadonlyMap<string, string>;
const MAX_FIELDS = 1000;
const MAX_HEAD = 1 << 20;
const MAX_VALUE = 20_000;

/** Fields by their name in lower case (the first of a name counts), and where the body begins. */
export function headersOf(bytes: Uint8Array): { readonly headers: Headers; readonly body: Uint8Array } {
  const headers = new Map<string, string>();
  let name = "";
  let value = "";
  const keep = (): void => {
    if (name !== "" && !headers.has(name) && headers.size < MAX_FIELDS) headers.set(name, value.trim());
    name = "";
  };
  let at = 0;
  while (at < bytes.length && at < MAX_HEAD) {
    let end = bytes.indexOf(10, at);
    if (end < 0) end = bytes.length;
    const line = decodeBytes(bytes.subarray(at, Math.min(end, at + MAX_VALUE)), undefined).replace(/\r$/, "");
    at = end + 1;
    if (line === "") break;
    if (/^[ \t]/.test(line)) {
      if (value.length < MAX_VALUE) value += ` ${line.trim()}`;
      continue;
    }
    keep();
    const colon = line.indexOf(":");
    if (colon < 1) continue;
    name = line.slice(0, colon).trim().toLowerCase();
    value = line.slice(colon + 1);
  }
  keep();
  return { headers, body: bytes.subarray(Math.min(at, bytes.length)) };
}

export interface Parameters {
  readonly value: string;
  get(name: string): string | undefined;
}

/** `text/plain; charset="utf-8"`: the value in lower case, and what follows. */
export function parameters(field: string): Parameters {
  const found = new Map<string, string>();
  let at = field.indexOf(";");
  const value = (at < 0 ? field : field.slice(0, at)).trim().toLowerCase();
  while (at >= 0 && found.size < 50) {
    const equals = field.indexOf("=", at);
    if (equals < 0) break;
    const name = field
      .slice(at + 1, equals)
      .trim()
      .toLowerCase();
    let start = equals + 1;
    while (field[start] === " ") start++;
    let end: number;
    let text: string;
    if (field[start] === '"') {
      end = field.indexOf('"', start + 1);
      if (end < 0) end = field.length;
      text = field.slice(start + 1, end);
      end = field.indexOf(";", end);
    } else {
      end = field.indexOf(";", start);
      text = field.slice(start, end < 0 ? field.length : end).trim();
    }
    // RFC 2231: `filename*=utf-8''nombre%20largo`.
    if (name.endsWith("*")) found.set(name.slice(0, -1), extended(text));
    else if (!found.has(name)) found.set(name, text);
    at = end;
  }
  return { value, get: (name) => found.get(name) };
}

function extended(text: string): string {
  const [charset, , rest] = text.split("'");
  if (rest === undefined) return text;
  const bytes: number[] = [];
  for (let i = 0; i < rest.length && bytes.length < 2000; i++) {
    const hex = rest[i] === "%" ? Number.parseInt(rest.slice(i + 1, i + 3), 16) : Number.NaN;
    if (Number.isNaN(hex)) bytes.push(rest.charCodeAt(i) & 255);
    else {
      bytes.push(hex);
      i += 2;
    }
  }
  return decodeBytes(Uint8Array.from(bytes), charset);
}

/** Encoded words (RFC 2047): `=?UTF-8?B?…?=`. Space between two of them is none. */
export function words(value: string): string {
  if (!value.includes("=?")) return value;
  const joined = value.replace(/\?=[ \t]{1,100}=\?/g, "?==?");
  return joined.replace(
    /=\?([A-Za-z0-9_.:-]{1,40})(?:\*[A-Za-z-]{1,10})?\?([BbQq])\?([^?\s]{0,2000})\?=/g,
    (_, charset: string, kind: string, text: string) => {
      const ascii = new TextEncoder().encode(kind.toLowerCase() === "q" ? text.replaceAll("_", " ") : text);
      return decodeBytes(kind.toLowerCase() === "b" ? base64(ascii) : quotedPrintable(ascii), charset);
    },
  );
}
