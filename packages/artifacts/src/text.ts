/** Small helpers that artifacts share: texts, numbers and addresses of records within their limits. @module */
import { LIMITS, own } from "@contraluz/core";

/** The first `LIMITS.text` characters, no half of a surrogate pair. */
function cut(s: string): string {
  if (s.length <= LIMITS.text) return s;
  const last = s.charCodeAt(LIMITS.text - 1);
  return own(s.slice(0, last >= 0xd800 && last < 0xdc00 ? LIMITS.text - 1 : LIMITS.text));
}

/** Text cut to the limit of a record; undefined for what is no text. */
export function text(v: unknown): string | undefined {
  return typeof v === "string" ? cut(v) : undefined;
}

/** A text that says something: none that is empty. */
export function said(v: unknown): string | undefined {
  return text(v) || undefined;
}

/**
 * As `text`, of a part of a line that is kept for longer than the line, here or by a rule: the part alone, not the megabyte that it
 * was cut from.
 */
export function kept(v: unknown): string | undefined {
  return typeof v === "string" ? own(cut(v)) : undefined;
}

/** A whole or real number; undefined for the rest, also for NaN and infinities, which a damaged REAL can hold. */
export function number(v: unknown): number | bigint | undefined {
  return typeof v === "bigint" || (typeof v === "number" && Number.isFinite(v)) ? v : undefined;
}

/** Where the host begins in an authority that begins at `from`: after the last `@`. */
function hostStart(s: string, from: number): number {
  let host = from;
  for (let i = from; i < s.length; i++) {
    const c = s.charCodeAt(i);
    // `/`, `?`, `#`, `\` end the authority.
    if (c === 0x2f || c === 0x3f || c === 0x23 || c === 0x5c) break;
    if (c === 0x40) host = i + 1;
  }
  return host;
}

/**
 * An address cut to the limit of a record so that its host stays: a name and password of 5,000 letters before the host
 * would push it out, and hide it.
 * @example address(`https://${"a".repeat(5000)}@evil.example/x`) // "https://evil.example/x"
 */
export function address(v: unknown): string | undefined {
  if (typeof v !== "string" || v.length <= LIMITS.text) return text(v);
  const from = v.slice(0, 40).indexOf("://") + 3;
  const host = from < 3 ? from : hostStart(v, from);
  return cut(host - from > LIMITS.text / 2 ? own(v.slice(0, from) + v.slice(host, host + LIMITS.text)) : v);
}
