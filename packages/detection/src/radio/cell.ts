/** Cells as rules see them. @module */
import type { ArtifactRecord, Moment, RecordRef } from "@contraluz/core";
import { string } from "../plain.ts";
import { timeOf, whereOf } from "./said.ts";

export interface HeardCell {
  readonly file: number;
  readonly generation: string;
  /** Number and frequency; "" if either is not known. */
  readonly place: string;
  readonly where: string;
  readonly networks: readonly string[];
  readonly tac: number | undefined;
  readonly cell: number | undefined;
  readonly first: bigint | undefined;
  readonly last: bigint | undefined;
  readonly count: number;
  readonly announced: number | undefined;
  /** Undefined where its block 1 could not be read so far. */
  readonly announces: readonly string[] | undefined;
  readonly ref: RecordRef;
}

const number = (v: unknown): number | undefined => (typeof v === "number" ? v : undefined);
const texts = (v: unknown): string[] => (Array.isArray(v) ? v.filter((t): t is string => typeof t === "string") : []);

/** Undefined for another record. */
export function cellOf(r: ArtifactRecord, ref: () => RecordRef): HeardCell | undefined {
  if (r.kind !== "cell") return undefined;
  const f = r.fields;
  const last = f.last as Moment | undefined;
  const whole = f.pci !== undefined && f.earfcn !== undefined && f.short !== true;
  return {
    file: r.origin.file,
    generation: string(f.generation),
    place: whole ? `${r.origin.file} ${f.pci} ${f.earfcn}` : "",
    where: whereOf(f),
    networks: texts(f.networks),
    tac: number(f.tac),
    cell: number(f.cell),
    first: timeOf(r),
    last: last?.utc ?? last?.boot?.ns,
    count: number(f.count) ?? 0,
    announced: number(f.announced),
    announces: Array.isArray(f.announces) ? texts(f.announces) : undefined,
    ref: ref(),
  };
}
