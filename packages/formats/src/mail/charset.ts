/** Bytes of a text whose encoding is said, guessed, or wrong. @module */

/** Names that the platform's decoder knows, and that people used for Spanish. */
const KNOWN: Readonly<Record<string, string>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "windows-1252",
  ascii: "windows-1252",
  "iso-8859-1": "windows-1252",
  "iso-8859-15": "iso-8859-15",
  "windows-1252": "windows-1252",
  cp1252: "windows-1252",
  macintosh: "macintosh",
  "utf-16": "utf-16le",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
};

/** A byte order mark says more than the name; UTF-8 is what is valid as such; else Windows' letters of Western Europe. */
export function decodeBytes(b: Uint8Array, charset: string | undefined): string {
  if (b[0] === 0xff && b[1] === 0xfe) return new TextDecoder("utf-16le").decode(b);
  if (b[0] === 0xfe && b[1] === 0xff) return new TextDecoder("utf-16be").decode(b);
  const named = KNOWN[charset?.trim().toLowerCase() ?? ""];
  if (named?.startsWith("utf-16")) return new TextDecoder(named).decode(b);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(b);
  } catch {
    return new TextDecoder(named === undefined || named === "utf-8" ? "windows-1252" : named).decode(b);
  }
}
