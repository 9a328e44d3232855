/** When two records are the same thing, and when they say the same of it. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import type { ArtifactRecord, Hasher } from "@contraluz/core";
import { encodeStructure } from "@contraluz/store";

/** What a record says. */
export interface Said {
  readonly at?: ArtifactRecord["at"] | undefined;
  readonly fields: ArtifactRecord["fields"];
}

export interface Texts {
  /** Names the thing. */
  readonly id: string;
  /** All that is said of it. */
  readonly body: string;
}

/** Fields that are not compared: content that one of the two was not allowed to keep. */
export function hiddenFields(a: AnyArtifact, hide: boolean): ReadonlySet<string> {
  const out = new Set<string>();
  if (hide)
    for (const fields of Object.values(a.fields))
      for (const [name, doc] of Object.entries(fields)) if (doc.content) out.add(name);
  return out;
}

const END = "\u0000";

/** Fields of a record as texts, in their order; the time first. */
export function partsOf(r: Said, hidden: ReadonlySet<string>): [name: string, text: string][] {
  const out: [string, string][] = [];
  if (r.at) out.push(["at", encodeStructure(r.at)]);
  for (const [name, v] of Object.entries(r.fields))
    if (v !== undefined && v !== null && !hidden.has(name)) out.push([name, encodeStructure(v)]);
  return out;
}

/** Observables are made from the fields, and the origin moves with every write: neither is compared. */
export function textsOf(r: ArtifactRecord, a: AnyArtifact, hidden: ReadonlySet<string>): Texts {
  let body = r.kind;
  for (const [name, text] of partsOf(r, hidden)) body += `${END}${name}=${text}`;
  const key = Object.hasOwn(a.key ?? {}, r.kind) ? a.key![r.kind] : undefined;
  if (!key) return { id: body, body };
  const [main] = key;
  // Without the first part of its key it is like a record of a kind that has none.
  if (main !== undefined && (r.fields[main] ?? null) === null) return { id: body, body };
  let id = r.kind;
  for (const name of key) {
    const v = r.fields[name];
    id += `${END}${v === undefined || v === null ? "" : encodeStructure(v)}`;
  }
  return { id, body };
}

const encoder = new TextEncoder();

/**
 * 64 bits of SHA-256, as two unsigned halves: of a million records no two meet by chance. Who writes both can make them meet, with
 * some 2^32 tries.
 */
export function hash64(sha256: () => Hasher, text: string): [hi: number, lo: number] {
  const h = sha256();
  h.update(encoder.encode(text));
  const hex = h.hex();
  return [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8, 16), 16)];
}
