/** What the tests of this folder share: bundles, streams, a matcher from a text. */
import type { Contact, ObservableType, Problem } from "@contraluz/core";
import { compileIndicators } from "./compile.ts";
import { createMatcher, type Matcher } from "./matcher.ts";
import { readIndicators } from "./readers.ts";
import type { CompiledIndicators } from "./types.ts";

export async function* stream(text: string | Uint8Array, size = 1000): AsyncIterable<Uint8Array> {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

export async function compileText(
  text: string | Uint8Array,
  name = "set.stix2",
): Promise<{ compiled: CompiledIndicators; problems: Problem[] }> {
  const problems: Problem[] = [];
  return { compiled: await compileIndicators([readIndicators(stream(text), name, (p) => problems.push(p))]), problems };
}

let counter = 0;
export function uuid(): string {
  return `00000000-0000-4000-8000-${(++counter).toString(16).padStart(12, "0")}`;
}

export type Stix = { readonly [k: string]: unknown };

export function indicator(pattern: string, more: Stix = {}): Stix {
  return {
    type: "indicator",
    spec_version: "2.1",
    id: `indicator--${uuid()}`,
    created: "2024-01-02T03:04:05.000Z",
    modified: "2024-01-02T03:04:05.000Z",
    pattern,
    pattern_type: "stix",
    valid_from: "2024-01-02T03:04:05Z",
    ...more,
  };
}

export const indicates = (from: Stix, to: Stix): Stix => ({
  type: "relationship",
  id: `relationship--${uuid()}`,
  relationship_type: "indicates",
  source_ref: from.id,
  target_ref: to.id,
});
export const named = (type: string, name: string, more: Stix = {}): Stix => ({
  type,
  id: `${type}--${uuid()}`,
  name,
  ...more,
});
export const bundle = (objects: readonly Stix[]): string =>
  JSON.stringify({ type: "bundle", id: `bundle--${uuid()}`, objects });

/** A matcher over patterns. */
export async function matcherOf(...patterns: readonly string[]): Promise<Matcher> {
  return createMatcher((await compileText(bundle(patterns.map((p) => indicator(p))))).compiled);
}

/** Values of the signs that an observable meets, sorted. */
export function hits(m: Matcher, type: ObservableType, value: string, contact: Contact = "received"): string[] {
  return m
    .match({ type, value, contact })
    .map((i) => i.value)
    .sort();
}
