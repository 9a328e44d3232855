/**
 * Property lists, binary and XML, with bounds on everything. Damage costs the value where it stands.
 * @module
 */
import type { Report } from "@contraluz/core";
import { looksBinary, parseBinaryPlist } from "./binary.ts";
import type { PlistValue } from "./types.ts";
import { parseXmlPlist, xmlEncoding } from "./xml.ts";

export { parseBinaryPlist } from "./binary.ts";
export * from "./get.ts";
export type * from "./types.ts";
export { parseXmlPlist } from "./xml.ts";

const HEAD = 512;

/** True if the first bytes (512 are enough) can start a property list. */
export function looksLikePlist(head: Uint8Array): boolean {
  if (looksBinary(head)) return true;
  const text = new TextDecoder(xmlEncoding(head)).decode(head.subarray(0, HEAD));
  return /^\s*<(\?xml[\s?]|!DOCTYPE\s+plist\b|plist[\s>]|(dict|array)>|!--)/.test(text);
}

/**
 * The value of a property list. Undefined, with a Problem, if nothing could be read.
 * @example get(parsePlist(bytes, report), "Lockdown", "ProductVersion")
 */
export function parsePlist(bytes: Uint8Array, report: Report): PlistValue | undefined {
  if (looksBinary(bytes)) return parseBinaryPlist(bytes, report);
  if (looksLikePlist(bytes)) return parseXmlPlist(bytes, report);
  report({
    code: "plist-damaged",
    offset: 0,
    found: `${bytes.length} bytes that are no property list`,
    expected: "bplist00 or XML",
    lost: "file",
  });
  return undefined;
}
