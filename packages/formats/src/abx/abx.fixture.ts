/** Writes ABX as Android does. @module */

type Value = string | number | bigint | boolean | null | Uint8Array;

export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, Value>>;
  readonly inner?: readonly (Element | string)[];
}

const short = (n: number): Buffer => Buffer.from([n >> 8, n & 255]);

/** The document of one element. */
export function abx(root: Element): Uint8Array {
  const names: string[] = [];
  const text = (s: string | Uint8Array): Buffer => Buffer.concat([short(Buffer.from(s).length), Buffer.from(s)]);
  const shared = (s: string): Buffer => {
    const known = names.indexOf(s);
    if (known >= 0) return short(known);
    names.push(s);
    return Buffer.concat([short(0xffff), text(s)]);
  };
  const attribute = (name: string, v: Value): Buffer => {
    const typed = (type: number, ...parts: Buffer[]): Buffer =>
      Buffer.concat([Buffer.from([(type << 4) | 15]), shared(name), ...parts]);
    const sized = (n: number, write: (b: Buffer) => void): Buffer => {
      const b = Buffer.alloc(n);
      write(b);
      return b;
    };
    if (v === null) return typed(1);
    if (typeof v === "string") return typed(2, text(v));
    if (typeof v === "boolean") return typed(v ? 12 : 13);
    if (typeof v === "bigint")
      return typed(
        8,
        sized(8, (b) => void b.writeBigInt64BE(v)),
      );
    if (typeof v === "number")
      return Number.isInteger(v)
        ? typed(
            6,
            sized(4, (b) => void b.writeInt32BE(v)),
          )
        : typed(
            11,
            sized(8, (b) => void b.writeDoubleBE(v)),
          );
    return typed(5, text(v));
  };
  const element = (e: Element): Buffer => {
    const head = [Buffer.from([0x32]), shared(e.name)];
    for (const [name, v] of Object.entries(e.attributes ?? {})) head.push(attribute(name, v));
    const inner = (e.inner ?? []).map((x) =>
      typeof x === "string" ? Buffer.concat([Buffer.from([0x24]), text(x)]) : element(x),
    );
    return Buffer.concat([...head, ...inner, Buffer.from([0x33]), shared(e.name)]);
  };
  return new Uint8Array(Buffer.concat([Buffer.from("ABX\0\x10"), element(root), Buffer.from([0x11])]));
}
