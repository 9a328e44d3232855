/**
 * A pack: what a check reads of some evidence, for another lab, and nothing else.
 *
 * In clear it is a tar: `pack.json`, `consent.json` (if there is one), `result.json`, `files.jsonl` (what lies below `evidence/`, with
 * hashes), `left-out.jsonl` (hash and size of every other file), then `evidence/…`. It is cut into pieces, each an age file
 * of its own: `contraluz-ID-001-of-012.age`. So `for p in *.age; do age -d -i KEY "$p"; done | tar x` opens it with ordinary tools.
 * @module
 */
import type { Context, EvidenceTree, Scope, Sha256, Wrapped } from "@contraluz/core";

export const PACK_SCHEMA = "contraluz/pack@1";
/** Bytes of the tar in one part: with what age adds it stays below 20 MB. */
export const PART: number = 19_900_000;
export const PARTS_MOST = 9999;

export interface PackHead {
  readonly schema: typeof PACK_SCHEMA;
  readonly evidence: {
    readonly id: Sha256;
    readonly name: string;
    readonly kind: EvidenceTree["kind"];
    /** The file that it was taken from, where it was one. */
    readonly was?: Wrapped;
  };
  /** What the check that made it was told; the same again gives the same result. */
  readonly scope: Scope;
  readonly context: Context;
  readonly version: string;
  readonly indicators: readonly Sha256[];
  readonly resultSha256: Sha256;
  /** Of `consent.json`, where there is one. */
  readonly consentSha256?: Sha256;
  readonly packed: { readonly files: number; readonly bytes: number };
  readonly leftOut: { readonly files: number; readonly bytes: number };
}

/** A line of `files.jsonl`. Without `sha256`: it is listed, and its bytes are not in the pack. */
export interface PackedFile {
  readonly path: string;
  readonly kind: "file" | "dir" | "link" | "other";
  readonly size?: number;
  readonly sha256?: Sha256;
  /** Milliseconds since 1970. */
  readonly modified?: number;
}

/** Name of a part. */
export function partName(id: string, part: number, of: number): string {
  const three = (n: number): string => String(n).padStart(3, "0");
  return `contraluz-${id}-${three(part)}-of-${three(of)}.age`;
}

/** What the name of a part says; undefined for any other file. */
export function readPartName(
  name: string,
): { readonly id: string; readonly part: number; readonly of: number } | undefined {
  const m = /^contraluz-([0-9a-f]{16})-(\d{3,4})-of-(\d{3,4})\.age$/.exec(name);
  if (!m) return undefined;
  const [part, of] = [Number(m[2]), Number(m[3])];
  return part >= 1 && part <= of && of <= PARTS_MOST ? { id: m[1]!, part, of } : undefined;
}
