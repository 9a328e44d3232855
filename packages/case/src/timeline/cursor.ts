/** A place in the timeline as text, to be typed or put into a link. @module */
import type { TimelineCursor } from "./types.ts";

const FORM = /^(-?\d{1,20})\/([a-z0-9-]{0,40})\/([a-z0-9/._-]{1,120})\/(\d{1,10})$/;

/** @example cursorText({ ns: 17n, check: "0001", artifact: "ios/sms", ordinal: 4 }) // "17/0001/ios/sms/4" */
export function cursorText(c: TimelineCursor): string {
  return `${c.ns}/${c.check}/${c.artifact}/${c.ordinal}`;
}

/** Undefined if it is none. */
export function readCursor(text: string): TimelineCursor | undefined {
  const m = FORM.exec(text);
  return m ? { ns: BigInt(m[1]!), check: m[2]!, artifact: m[3]!, ordinal: Number(m[4]) } : undefined;
}

/** `0001/ios/sms/4`: how a person names a record. */
export function citeText(c: { readonly check: string; readonly artifact: string; readonly ordinal: number }): string {
  return `${c.check}/${c.artifact}/${c.ordinal}`;
}

/** Undefined if it names none. */
export function readCite(text: string): { check: string; artifact: string; ordinal: number } | undefined {
  const m = /^(\d{1,8})\/([a-z0-9/._-]{1,120})\/(\d{1,10})$/.exec(text);
  return m ? { check: m[1]!, artifact: m[2]!, ordinal: Number(m[3]) } : undefined;
}
