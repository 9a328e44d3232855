/**
 * Parquet files of one table, written one after the other, as one file: row groups say where they lie, so their bytes are put behind each other
 * as they are and the last part, which lists them, is written anew. So a table is never in memory as a whole, and nothing is compressed twice.
 * Source: https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift
 * @module
 */
import { Reader, T, type ThriftField, type ThriftList, type ThriftStruct, type ThriftValue, Writer } from "./thrift.ts";

/** `PAR1`, before everything and behind everything; before it in the end the length of the footer. */
export const PARQUET_MAGIC: Uint8Array = Uint8Array.of(0x50, 0x41, 0x52, 0x31);
export const PARQUET_TAIL = 8;

/** Numbers of the fields that are changed. */
const FILE = { rows: 3, groups: 4 } as const;
const GROUP = { columns: 1, offset: 5, ordinal: 7 } as const;
const CHUNK_OFFSETS: readonly number[] = [2, 4, 6];
const CHUNK_META = 3;
/** Data page, index page, dictionary, Bloom filter. */
const META_OFFSETS: readonly number[] = [9, 10, 11, 14];
const MOST_ORDINAL = 0x7fff;

const damaged = (what: string): SyntaxError => new SyntaxError(`parquet: ${what}`);

/** How many bytes the footer before this tail has, which are the last eight of a file. */
export function footerLength(tail: Uint8Array): number {
  if (tail.length !== PARQUET_TAIL || !PARQUET_MAGIC.every((b, i) => tail[4 + i] === b))
    throw damaged("no PAR1 at the end");
  return new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
}

type Change = (f: ThriftField) => ThriftValue;
const changed = (s: ThriftStruct, change: Change): ThriftStruct => ({
  fields: s.fields.map((f) => ({ ...f, value: change(f) })),
});

const isStruct = (v: ThriftValue): v is ThriftStruct => typeof v === "object" && "fields" in v;
const isList = (v: ThriftValue): v is ThriftList => typeof v === "object" && "items" in v;
const structs = (v: ThriftValue): readonly ThriftStruct[] => {
  if (!isList(v) || !v.items.every(isStruct)) throw damaged("no list of structures");
  return v.items;
};

/** Offsets that are not given are 0 or left out. */
const moved = (v: ThriftValue, by: number): ThriftValue => (typeof v === "number" && v > 0 ? v + by : v);

function movedChunk(chunk: ThriftStruct, by: number): ThriftStruct {
  return changed(chunk, ({ id, value }) => {
    if (CHUNK_OFFSETS.includes(id)) return moved(value, by);
    if (id !== CHUNK_META || !isStruct(value)) return value;
    return changed(value, (m) => (META_OFFSETS.includes(m.id) ? moved(m.value, by) : m.value));
  });
}

function movedGroup(group: ThriftStruct, by: number, ordinal: number): ThriftStruct {
  const of = changed(group, ({ id, value }) => {
    if (id === GROUP.offset) return moved(value, by);
    if (id === GROUP.ordinal) return ordinal;
    if (id !== GROUP.columns) return value;
    return { of: T.struct, items: structs(value).map((c) => movedChunk(c, by)) };
  });
  return ordinal <= MOST_ORDINAL ? of : { fields: of.fields.filter((f) => f.id !== GROUP.ordinal) };
}

/** Footers of parts, in the order in which their row groups are put behind each other. */
export class Footers {
  #first: ThriftStruct | undefined;
  readonly #groups: ThriftStruct[] = [];
  #rows = 0;

  /** `by`: how many bytes further on the row groups of this part lie than in its own file. */
  add(footer: Uint8Array, by: number): void {
    const reader = new Reader(footer);
    const file = reader.struct();
    if (!reader.ended) throw damaged("bytes behind the footer");
    this.#first ??= file;
    const of = (id: number): ThriftValue | undefined => file.fields.find((f) => f.id === id)?.value;
    const [rows, groups] = [of(FILE.rows), of(FILE.groups)];
    if (typeof rows !== "number" || groups === undefined) throw damaged("no rows");
    this.#rows += rows;
    for (const g of structs(groups)) this.#groups.push(movedGroup(g, by, this.#groups.length));
  }

  /** What stands behind all row groups: the footer, its length, the mark. */
  end(): Uint8Array {
    if (!this.#first) throw damaged("no part");
    const writer = new Writer();
    writer.struct(
      changed(this.#first, ({ id, value }) =>
        id === FILE.rows ? this.#rows : id === FILE.groups ? { of: T.struct, items: this.#groups } : value,
      ),
    );
    const out = new Uint8Array(writer.bytes.length + PARQUET_TAIL);
    out.set(writer.bytes);
    new DataView(out.buffer).setUint32(writer.bytes.length, writer.bytes.length, true);
    out.set(PARQUET_MAGIC, writer.bytes.length + 4);
    return out;
  }
}
