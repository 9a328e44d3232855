/**
 * Reads what was written with the unaligned packed encoding rules of ASN.1 (UPER), by a table of types. It knows no protocol: what
 * the types are is in the table.
 *
 * Extensions that the table does not know are passed over and counted; their length is in the message. A message that is shorter than
 * its types say gives what could be read until there.
 * Source: ITU-T X.691 (02/2021): 11 (lengths, numbers), 13 (integer), 14 (enumerated), 16, 17 (strings), 19 (sequence), 20 (list), 23 (choice).
 * @example
 * const table = readTable(TYPES);
 * const { value, damage } = decode(table, ROOTS["DL-DCCH-Message"]!, bytes);
 * @module
 */
import { Bits, Short } from "./bits.ts";
import { Choice, type Named, type Part, type Type, type TypeTable, type UperValue } from "./types.ts";

export * from "./types.ts";

/** Types within types. The longest chain of additions to a message of LTE has about forty. */
const MAX_DEPTH = 160;
/** Values of one message. */
const MAX_VALUES = 50_000;

/** Lines of types as `make_rrc_tables.py` writes them. */
export function readTable(text: string): TypeTable {
  const lines = text.split("\n");
  return { count: lines.length, at: new Array<Type | undefined>(lines.length), lines };
}

function typeOf(table: TypeTable, n: number): Type {
  return (table.at[n] ??= JSON.parse(table.lines[n]!) as Type);
}

export interface Decoded {
  /** What could be read; undefined if nothing could. */
  readonly value: UperValue | undefined;
  /** Why not all could be read. */
  readonly damage?: "short" | "limit" | "unknown";
  /** Extensions that the table does not know. */
  readonly unknown: number;
  /** Bits behind the message: padding, if fewer than eight. */
  readonly left: number;
}

/** Nothing more of the message can be read; what is there already stays. */
class Stop extends Error {
  readonly why: "short" | "limit" | "unknown";
  constructor(why: "short" | "limit" | "unknown") {
    super(why);
    this.why = why;
  }
}

const bitsOf = (range: number): number => {
  let n = 0;
  while (2 ** n < range) n++;
  return n;
};

class Decoder {
  readonly #table: TypeTable;
  #values = 0;
  unknown = 0;

  constructor(table: TypeTable) {
    this.#table = table;
  }

  /** `keep` is given what stands already before parts of it are read. */
  read(b: Bits, n: number, depth: number, keep: (v: UperValue) => void): UperValue {
    if (depth > MAX_DEPTH || ++this.#values > MAX_VALUES) throw new Stop("limit");
    const t = typeOf(this.#table, n);
    switch (t[0]) {
      case "b":
        return b.bit();
      case "n":
        return null;
      case "i":
        return integer(b, t[1], t[2], t[3]);
      case "e":
        return this.#name(b, t[1], t[2]);
      case "s":
        return this.#sized(b, t[1], t[2], t[3], (count) => b.text(count)).join("");
      case "o":
        return this.#octets(b, t, depth);
      case "l":
        return this.#list(b, t, depth, keep);
      case "c":
        return this.#choice(b, t[1], t[2], depth, keep);
      case "q":
        return this.#sequence(b, t[1], t[2], depth, keep);
    }
  }

  #name(b: Bits, names: readonly string[], more: readonly string[] | null): string {
    if (more !== null && b.bit()) {
      const i = b.small();
      return more[i] ?? this.#strange(i);
    }
    const i = b.number(bitsOf(names.length));
    const name = names[i];
    if (name === undefined) throw new Stop("unknown");
    return name;
  }

  #strange(i: number): string {
    this.unknown++;
    return `?${i}`;
  }

  /** What has a size: its parts, one for each length that was read. */
  #sized<T>(b: Bits, low: number, high: number | null, ext: number, take: (count: number) => T): T[] {
    if (high !== null && high < 65_536 && !(ext && b.bit())) return [take(low + b.number(bitsOf(high - low + 1)))];
    const out: T[] = [];
    b.parts((count) => out.push(take(count)));
    return out;
  }

  #octets(b: Bits, t: Extract<Type, readonly ["o", ...unknown[]]>, depth: number): UperValue {
    const parts = this.#sized(b, t[1], t[2], t[3], (count) => b.bytes(count));
    const bytes = parts.length === 1 ? parts[0]! : joined(parts);
    const inner = t[4];
    if (inner === null) return bytes;
    return this.#open(bytes, inner, depth);
  }

  #list(
    b: Bits,
    t: Extract<Type, readonly ["l", ...unknown[]]>,
    depth: number,
    keep: (v: UperValue) => void,
  ): UperValue {
    const out: UperValue[] = [];
    keep(out);
    this.#sized(b, t[1], t[2], t[3], (count) => {
      for (let i = 0; i < count; i++) {
        const at = out.length;
        const v = this.read(b, t[4], depth + 1, (part) => void (out[at] = part));
        out[at] = v;
      }
    });
    return out;
  }

  #choice(
    b: Bits,
    names: readonly Named[],
    more: readonly Named[] | null,
    depth: number,
    keep: (v: UperValue) => void,
  ): UperValue {
    if (more !== null && b.bit()) {
      const i = b.small();
      const bytes = b.open();
      const [name, type] = more[i] ?? [this.#strange(i), undefined];
      return new Choice(name, type === undefined ? bytes : this.#open(bytes, type, depth));
    }
    const i = b.number(bitsOf(names.length));
    const chosen = names[i];
    if (chosen === undefined) throw new Stop("unknown");
    const out = new Choice(chosen[0], null);
    keep(out);
    out.value = this.read(b, chosen[1], depth + 1, (part) => void (out.value = part));
    return out;
  }

  /** What stands in bytes of its own: an extension, what a text of bytes contains. The bytes as they are where nothing fits its type. */
  #open(bytes: Uint8Array, type: number, depth: number): UperValue {
    let kept: UperValue = bytes;
    try {
      return this.read(new Bits(bytes), type, depth + 1, (v) => void (kept = v));
    } catch (e) {
      if (!(e instanceof Short || (e instanceof Stop && e.why !== "limit"))) throw e;
      this.unknown++;
      return kept;
    }
  }

  #sequence(
    b: Bits,
    parts: readonly Part[],
    more: readonly (Named | readonly [null, number])[] | null,
    depth: number,
    keep: (v: UperValue) => void,
  ): UperValue {
    const out: { [name: string]: UperValue } = {};
    keep(out);
    const extended = more !== null && b.bit();
    const present: boolean[] = [];
    for (const p of parts) if (p[2]) present.push(b.bit());
    let optional = 0;
    for (const [name, type, maybe] of parts) {
      if (maybe && !present[optional++]) continue;
      out[name] = this.read(b, type, depth + 1, (part) => void (out[name] = part));
    }
    if (!extended) return out;
    // How many additions the sender knows: one more than the number that is written.
    const count = b.bit() ? b.length().count : b.number(6) + 1;
    if (count > 1000) throw new Stop("limit");
    const sent = b.text(count);
    for (let i = 0; i < count; i++) {
      if (sent[i] !== "1") continue;
      const bytes = b.open();
      const addition = more![i];
      if (!addition) {
        this.unknown++;
        continue;
      }
      const value = this.#open(bytes, addition[1], depth);
      // Those of a group stand among the others.
      if (addition[0] === null) {
        if (!(value instanceof Uint8Array)) Object.assign(out, value);
      } else out[addition[0]] = value;
    }
    return out;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

function integer(b: Bits, low: number | null, high: number | null, ext: number): number {
  if (!(ext && b.bit()) && low !== null && high !== null) return low + b.number(bitsOf(high - low + 1));
  const { count, more } = b.length();
  if (more || count === 0 || count > 6) throw new Short("integer");
  const v = b.number(count * 8);
  if (low !== null && !ext) return low + v;
  return v >= 2 ** (count * 8 - 1) ? v - 2 ** (count * 8) : v;
}

/** Reads one message of the type with that number. */
export function decode(table: TypeTable, type: number, bytes: Uint8Array): Decoded {
  const d = new Decoder(table);
  const b = new Bits(bytes);
  let value: UperValue | undefined;
  try {
    value = d.read(b, type, 0, (v) => {
      value = v;
    });
    return { value, unknown: d.unknown, left: b.left };
  } catch (e) {
    if (!(e instanceof Short || e instanceof Stop)) throw e;
    const damage = e instanceof Stop ? e.why : "short";
    return { value, damage, unknown: d.unknown, left: b.left };
  }
}
