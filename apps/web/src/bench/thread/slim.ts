/** A record as a row shows it: the beginning of what is long. Whoever wrote the evidence must not choose what a page holds. @module */
import type { ArtifactRecord, Json, Moment } from "@contraluz/core";
import { isMoment } from "@contraluz/store";

const LETTERS = 600;
const ITEMS = 8;
const FIELDS = 64;
const DEPTH = 3;

function short(v: unknown, depth: number): unknown {
  if (typeof v === "string") return v.length > LETTERS ? `${v.slice(0, LETTERS)}…` : v;
  if (typeof v !== "object" || v === null || (isMoment(v) && v.seen.length < LETTERS)) return v;
  if (depth === 0) return "…";
  if (Array.isArray(v)) {
    const some = v.slice(0, ITEMS).map((x) => short(x, depth - 1));
    return v.length > ITEMS ? [...some, "…"] : some;
  }
  return fields(v, ITEMS, depth - 1);
}

function fields(v: object, most: number, depth: number): { [k: string]: unknown } {
  const out: { [k: string]: unknown } = {};
  for (const [k, x] of Object.entries(v).slice(0, most)) out[k.slice(0, LETTERS)] = short(x, depth);
  return out;
}

export function slim(r: ArtifactRecord): ArtifactRecord {
  const { at } = r.origin;
  return {
    ...r,
    fields: fields(r.fields, FIELDS, DEPTH) as { [k: string]: Json | Moment | undefined },
    observables: [],
    origin:
      "key" in at && at.key.length > LETTERS ? { ...r.origin, at: { key: `${at.key.slice(0, LETTERS)}…` } } : r.origin,
  };
}
