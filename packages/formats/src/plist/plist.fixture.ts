/** A writer of binary property lists for tests: made from the layout, not from our reader. @module */
export type Source =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | { readonly uid: number }
  | { readonly mac: number }
  | { readonly real: number }
  | { readonly float: number }
  | { readonly set: readonly Source[] }
  | readonly Source[]
  | Map<string, Source>;

export const bytes = (...parts: readonly (number | string | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((p) =>
      typeof p === "number" ? [p] : typeof p === "string" ? [...p].map((c) => c.charCodeAt(0)) : [...p],
    ),
  );

/** `v` as `size` bytes, big-endian. */
export function be(v: number | bigint, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let n = BigInt.asUintN(8 * size, BigInt(v));
  for (let i = size - 1; i >= 0; i--, n >>= 8n) out[i] = Number(n & 255n);
  return out;
}

/** An integer in the given number of bytes. */
export const int = (v: number | bigint, size: 1 | 2 | 4 | 8 | 16): Uint8Array =>
  bytes(0x10 | Math.log2(size), be(v, size));

/** Marker with its size, in the low bits or as an integer behind. */
export function head(kind: number, n: number): Uint8Array {
  if (n < 15) return bytes((kind << 4) | n);
  return bytes((kind << 4) | 15, int(n, n < 256 ? 1 : n < 65_536 ? 2 : 4));
}

function double(v: number, size: 4 | 8): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  if (size === 4) view.setFloat32(0, v);
  else view.setFloat64(0, v);
  return new Uint8Array(view.buffer);
}

function utf16(s: string): Uint8Array {
  return bytes(head(6, s.length), ...[...Array(s.length).keys()].map((i) => be(s.charCodeAt(i), 2)));
}

function fitted(v: bigint): Uint8Array {
  if (v < 0n) return int(v, v < -(1n << 63n) ? 16 : 8);
  return int(v, v < 256n ? 1 : v < 65_536n ? 2 : v < 1n << 32n ? 4 : v < 1n << 63n ? 8 : 16);
}

export interface Layout {
  readonly offsetSize?: number;
  readonly refSize?: number;
  readonly top?: number;
}

/** A file of these objects, whatever they are. */
export function assemble(objects: readonly Uint8Array[], layout: Layout = {}): Uint8Array {
  const body = bytes("bplist00", ...objects);
  const offsetSize = layout.offsetSize ?? (body.length < 256 ? 1 : body.length < 65_536 ? 2 : 4);
  let at = 8;
  const table = objects.map((o) => {
    at += o.length;
    return be(at - o.length, offsetSize);
  });
  return bytes(body, ...table, trailer(offsetSize, layout.refSize ?? 1, objects.length, layout.top ?? 0, body.length));
}

export function trailer(
  offsetSize: number,
  refSize: number,
  count: number | bigint,
  top: number | bigint,
  table: number | bigint,
): Uint8Array {
  return bytes(0, 0, 0, 0, 0, 0, offsetSize, refSize, be(count, 8), be(top, 8), be(table, 8));
}

/** `v` as a binary property list; equal texts and numbers are written once, as Foundation does. */
export function bplist(v: Source, layout: Layout = {}): Uint8Array {
  const flat: Source[] = [];
  const index = new Map<unknown, number>();
  const number = (x: Source): number => {
    const unique = typeof x === "object" && x !== null ? x : `${typeof x}${x}`;
    const known = index.get(unique);
    if (known !== undefined) return known;
    const at = flat.push(x) - 1;
    index.set(unique, at);
    return at;
  };
  const parts: { kind: number; refs: number[]; n: number }[] = [];
  number(v);
  for (let i = 0; i < flat.length; i++) {
    const x = flat[i]!;
    if (x instanceof Map)
      parts[i] = { kind: 13, n: x.size, refs: [...[...x.keys()].map(number), ...[...x.values()].map(number)] };
    else if (Array.isArray(x)) parts[i] = { kind: 10, n: x.length, refs: x.map(number) };
    else if (typeof x === "object" && x !== null && !(x instanceof Uint8Array) && "set" in x)
      parts[i] = { kind: 12, n: x.set.length, refs: x.set.map(number) };
  }
  const refSize = layout.refSize ?? (flat.length < 256 ? 1 : flat.length < 65_536 ? 2 : 4);
  const objects = flat.map((x, i) => {
    const p = parts[i];
    return p ? bytes(head(p.kind, p.n), ...p.refs.map((r) => be(r, refSize))) : scalar(x);
  });
  return assemble(objects, { ...layout, refSize });
}

function scalar(x: Source): Uint8Array {
  if (x === null) return bytes(0);
  if (typeof x === "boolean") return bytes(x ? 9 : 8);
  if (typeof x === "number" || typeof x === "bigint") return fitted(BigInt(x));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  if (typeof x === "string") return /^[\x00-\x7f]*$/.test(x) ? bytes(head(5, x.length), x) : utf16(x);
  if (x instanceof Uint8Array) return bytes(head(4, x.length), x);
  if ("uid" in x) return bytes(x.uid < 256 ? 0x80 : 0x81, be(x.uid, x.uid < 256 ? 1 : 2));
  if ("mac" in x) return bytes(0x33, double(x.mac, 8));
  if ("real" in x) return bytes(0x23, double(x.real, 8));
  if ("float" in x) return bytes(0x22, double(x.float, 4));
  throw new Error("containers are written above");
}

/** Collects what a parser reports. */
export function collector<P>(): { readonly problems: P[]; readonly report: (p: P) => void } {
  const problems: P[] = [];
  return { problems, report: (p) => void problems.push(p) };
}

/** Deterministic numbers below `n` (xorshift32). */
export function random(seed: number): (n: number) => number {
  let x = seed | 0 || 1;
  return (n) => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) % n;
  };
}

/** `b` with one to four bytes changed, or cut short, or with a piece doubled. */
export function mutate(b: Uint8Array, next: (n: number) => number): Uint8Array {
  const kind = next(8);
  if (kind === 0) return b.slice(0, next(b.length));
  if (kind === 1) {
    const at = next(b.length);
    const end = Math.min(b.length, at + 1 + next(40));
    return bytes(b.subarray(0, end), b.subarray(at, end), b.subarray(end));
  }
  const out = b.slice();
  for (let i = next(4); i >= 0; i--)
    out[next(out.length)] = next(3) === 0 ? [0, 255, 0x80, 0x7f, 15, 1][next(6)]! : next(256);
  return out;
}
