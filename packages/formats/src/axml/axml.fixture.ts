/** Writes binary XML: texts, numbers of attributes, elements. @module */

export interface Made {
  readonly name: string;
  /** By name, or by `name/0x01010003` where it has a number. */
  readonly attributes?: Readonly<Record<string, string | number | boolean | { readonly reference: number }>>;
  readonly children?: readonly Made[];
}
export interface HowMade {
  readonly utf8?: boolean;
  /** Names of numbered attributes are empty, as tools that hide an app leave them. */
  readonly nameless?: boolean;
  /** The type of the first chunk. */
  readonly type?: number;
}

const NONE = 0xffff_ffff;

function bytes(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((p) => [...p]));
}
const u16 = (n: number): number[] => [n & 0xff, (n >>> 8) & 0xff];
const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];

function chunk(type: number, head: readonly number[], body: Uint8Array): Uint8Array {
  return bytes(u16(type), u16(8 + head.length), u32(8 + head.length + body.length), head, body);
}

function encoded(s: string, utf8: boolean): Uint8Array {
  if (utf8) {
    const b = new TextEncoder().encode(s);
    const length = (n: number): number[] => (n < 0x80 ? [n] : [0x80 | (n >> 8), n & 0xff]);
    return bytes(length(s.length), length(b.length), b, [0]);
  }
  const length = s.length < 0x8000 ? u16(s.length) : [...u16(0x8000 | (s.length >>> 16)), ...u16(s.length & 0xffff)];
  return bytes(length, ...Array.from({ length: s.length }, (_, i) => u16(s.charCodeAt(i))), u16(0));
}

/** A chunk of texts. */
export function pool(texts: readonly string[], utf8: boolean): Uint8Array {
  const parts = texts.map((s) => encoded(s, utf8));
  const offsets: number[] = [];
  let at = 0;
  for (const p of parts) {
    offsets.push(...u32(at));
    at += p.length;
  }
  const start = 28 + offsets.length;
  const head = [...u32(texts.length), ...u32(0), ...u32(utf8 ? 1 << 8 : 0), ...u32(start), ...u32(0)];
  const body = bytes(offsets, ...parts);
  return chunk(1, head, bytes(body, new Array((4 - (body.length % 4)) % 4).fill(0)));
}

/** The document of one element. */
export function makeAxml(root: Made, o: HowMade = {}): Uint8Array {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  const collect = (e: Made): void => {
    for (const key of Object.keys(e.attributes ?? {})) {
      const [name, id] = key.split("/");
      if (id !== undefined) ids.set(name!, Number(id));
    }
    e.children?.forEach(collect);
  };
  collect(root);
  const numbered = [...ids.keys()];
  texts.push(...numbered.map((n) => (o.nameless ? "" : n)));
  const index = (s: string): number => {
    const at = texts.indexOf(s, numbered.length);
    return at >= 0 ? at : texts.push(s) - 1;
  };
  const nodes: Uint8Array[] = [];
  const node = (type: number, ext: Uint8Array): void => {
    nodes.push(chunk(type, [...u32(1), ...u32(NONE)], ext));
  };
  const walk = (e: Made): void => {
    const list = Object.entries(e.attributes ?? {}).map(([key, v]) => {
      const name = key.split("/")[0]!;
      const at = ids.has(name) ? numbered.indexOf(name) : index(name);
      const [raw, type, data] =
        typeof v === "string"
          ? [index(v), 0x03, index(v)]
          : typeof v === "boolean"
            ? [NONE, 0x12, v ? NONE : 0]
            : typeof v === "number"
              ? [NONE, 0x10, v >>> 0]
              : [NONE, 0x01, v.reference];
      return bytes(u32(NONE), u32(at), u32(raw), u16(8), [0, type], u32(data));
    });
    const head = [
      ...u32(NONE),
      ...u32(index(e.name)),
      ...u16(20),
      ...u16(20),
      ...u16(list.length),
      ...u16(0),
      ...u16(0),
      ...u16(0),
    ];
    node(0x102, bytes(head, ...list));
    e.children?.forEach(walk);
    node(0x103, bytes(u32(NONE), u32(index(e.name))));
  };
  walk(root);
  const map = chunk(0x180, [], bytes(...numbered.map((n) => u32(ids.get(n)!))));
  return chunk(o.type ?? 3, [], bytes(pool(texts, o.utf8 ?? false), map, ...nodes));
}
