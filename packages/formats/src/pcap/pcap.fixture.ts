/** Captures of both formats, written for tests. */
export interface Frame {
  readonly seconds: number;
  readonly nanos?: number;
  readonly bytes: Uint8Array;
  readonly length?: number;
  readonly comment?: string;
}

export interface FileOptions {
  readonly link?: number;
  readonly little?: boolean;
  readonly nanos?: boolean;
}

function writer(little: boolean): {
  u16(...n: number[]): void;
  u32(...n: number[]): void;
  bytes(b: Uint8Array): void;
  done(): Uint8Array;
} {
  const out: number[] = [];
  const put = (n: number, size: number): void => {
    for (let i = 0; i < size; i++) out.push(Math.floor(n / 2 ** (8 * (little ? i : size - 1 - i))) & 255);
  };
  return {
    u16: (...n) => n.forEach((x) => void put(x, 2)),
    u32: (...n) => n.forEach((x) => void put(x, 4)),
    bytes: (b) => b.forEach((x) => void out.push(x)),
    done: () => Uint8Array.from(out),
  };
}

export function pcap(
  frames: readonly Frame[],
  { link = 1, little = true, nanos = false }: FileOptions = {},
): Uint8Array {
  const w = writer(little);
  w.u32(nanos ? 0xa1b23c4d : 0xa1b2c3d4);
  w.u16(2, 4);
  w.u32(0, 0, 262_144, link);
  for (const f of frames) {
    w.u32(f.seconds, Math.floor((f.nanos ?? 0) / (nanos ? 1 : 1000)), f.bytes.length, f.length ?? f.bytes.length);
    w.bytes(f.bytes);
  }
  return w.done();
}

export function block(type: number, body: Uint8Array, little = true): Uint8Array {
  const w = writer(little);
  const length = 12 + ((body.length + 3) & ~3);
  w.u32(type, length);
  w.bytes(body);
  w.bytes(new Uint8Array(length - 12 - body.length));
  w.u32(length);
  return w.done();
}

export function option(code: number, value: Uint8Array, little = true): Uint8Array {
  const w = writer(little);
  w.u16(code, value.length);
  w.bytes(value);
  w.bytes(new Uint8Array(-value.length & 3));
  return w.done();
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((p) => Array.from(p)));
const END = new Uint8Array(4);
const ascii = (s: string): Uint8Array => new TextEncoder().encode(s);

export function section(little = true, comment?: string): Uint8Array {
  const w = writer(little);
  w.u32(0x1a2b3c4d);
  w.u16(1, 0);
  w.u32(0xffffffff, 0xffffffff);
  if (comment !== undefined) w.bytes(joined(option(1, ascii(comment), little), END));
  return block(0x0a0d0d0a, w.done(), little);
}

export function describeInterface(link: number, little = true, tsresol = 6): Uint8Array {
  const w = writer(little);
  w.u16(link, 0);
  w.u32(262_144);
  w.bytes(joined(option(9, Uint8Array.of(tsresol), little), END));
  return block(1, w.done(), little);
}

export function enhanced(f: Frame, little = true, tsresol = 6, iface = 0): Uint8Array {
  const w = writer(little);
  const ticks =
    BigInt(f.seconds) * 10n ** BigInt(tsresol) + (BigInt(f.nanos ?? 0) * 10n ** BigInt(tsresol)) / 1_000_000_000n;
  w.u32(iface, Number(ticks >> 32n), Number(ticks & 0xffffffffn), f.bytes.length, f.length ?? f.bytes.length);
  w.bytes(f.bytes);
  w.bytes(new Uint8Array(-f.bytes.length & 3));
  if (f.comment !== undefined) w.bytes(joined(option(1, ascii(f.comment), little), END));
  return block(6, w.done(), little);
}

/** A name of an address, as resolvers leave them in captures. */
export function nameBlock(address: readonly number[], name: string, little = true): Uint8Array {
  const value = joined(Uint8Array.from(address), ascii(`${name}\0`));
  return block(4, joined(option(address.length === 4 ? 1 : 2, value, little), END), little);
}

export function pcapng(
  frames: readonly Frame[],
  { link = 1, little = true, nanos = false }: FileOptions = {},
): Uint8Array {
  const tsresol = nanos ? 9 : 6;
  return joined(
    section(little),
    describeInterface(link, little, tsresol),
    ...frames.map((f) => enhanced(f, little, tsresol)),
  );
}

export { joined };
