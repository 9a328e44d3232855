/** Records of one artifact as a few numbers each: 40 bytes a record, whatever it says. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import type { Cancel, Hasher, Result } from "@contraluz/core";
import { ContraluzError } from "@contraluz/core";
import { readRecords, type StoredFolder } from "@contraluz/store";
import { instant64 } from "@contraluz/store/instant.ts";
import { hash64, textsOf } from "./identity.ts";

/** No instant is known. */
export const NEVER: bigint = -(2n ** 63n);
/** Kinds of records of one artifact; ours have a handful. */
const MAX_KINDS = 200;

/** Numbers that grow. */
export class Grow<T extends Uint32Array | BigInt64Array> {
  readonly #make: (n: number) => T;
  data: T;
  length = 0;
  constructor(make: (n: number) => T) {
    this.#make = make;
    this.data = make(1024);
  }
  push(v: T[number]): void {
    if (this.length === this.data.length) {
      const more = this.#make(this.data.length * 2);
      (more as Uint32Array).set(this.data as Uint32Array);
      this.data = more;
    }
    this.data[this.length++] = v;
  }
}

export const grow32 = (): Grow<Uint32Array> => new Grow((n) => new Uint32Array(n));
export const grow64 = (): Grow<BigInt64Array> => new Grow((n) => new BigInt64Array(n));

export class Columns {
  readonly idHi: Grow<Uint32Array> = grow32();
  readonly idLo: Grow<Uint32Array> = grow32();
  readonly bodyHi: Grow<Uint32Array> = grow32();
  readonly bodyLo: Grow<Uint32Array> = grow32();
  readonly ordinal: Grow<Uint32Array> = grow32();
  readonly at: Grow<BigInt64Array> = grow64();
  /** Kind, and 256 if it is no longer in use (deleted, superseded). */
  readonly what: Grow<Uint32Array> = grow32();

  get length(): number {
    return this.ordinal.length;
  }
  gone(i: number): boolean {
    return this.what.data[i]! >= 256;
  }
  kind(i: number): number {
    return this.what.data[i]! & 255;
  }
  /** By id; within one the live ones first, then by what they say, then in reading order. */
  order(): Uint32Array {
    const out = new Uint32Array(this.length);
    for (let i = 0; i < out.length; i++) out[i] = i;
    const [hi, lo, bh, bl] = [this.idHi.data, this.idLo.data, this.bodyHi.data, this.bodyLo.data];
    return out.sort(
      (a, b) =>
        hi[a]! - hi[b]! ||
        lo[a]! - lo[b]! ||
        Number(this.gone(a)) - Number(this.gone(b)) ||
        bh[a]! - bh[b]! ||
        bl[a]! - bl[b]! ||
        a - b,
    );
  }
}

export interface Source {
  readonly folder: StoredFolder;
  readonly result: Result;
}

export interface ColumnsOptions {
  readonly artifact: AnyArtifact;
  readonly hidden: ReadonlySet<string>;
  readonly sha256: () => Hasher;
  /** Names of kinds, shared by both sides: what a number in a column means. */
  readonly kinds: string[];
  /** Only ids of this part of so many. */
  readonly part: number;
  readonly parts: number;
  readonly cancel?: Cancel;
}

function kindOf(kinds: string[], kind: string): number {
  const known = kinds.indexOf(kind);
  if (known >= 0) return known;
  if (kinds.length >= MAX_KINDS) throw new SyntaxError("too many kinds of records");
  return kinds.push(kind) - 1;
}

export async function columnsOf(s: Source, o: ColumnsOptions): Promise<Columns> {
  const c = new Columns();
  for await (const { first, records } of readRecords(s.folder, s.result, o.artifact.id)) {
    if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
    for (const [i, r] of records.entries()) {
      const { id, body } = textsOf(r, o.artifact, o.hidden);
      const [hi, lo] = hash64(o.sha256, id);
      if (hi % o.parts !== o.part) continue;
      const [bodyHi, bodyLo] = id === body ? [hi, lo] : hash64(o.sha256, body);
      c.idHi.push(hi);
      c.idLo.push(lo);
      c.bodyHi.push(bodyHi);
      c.bodyLo.push(bodyLo);
      c.ordinal.push(first + i);
      c.at.push(r.at?.utc === undefined ? NEVER : instant64(r.at.utc));
      c.what.push(kindOf(o.kinds, r.kind) | (r.state ? 256 : 0));
    }
  }
  return c;
}
