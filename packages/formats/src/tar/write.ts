/**
 * Writes a tar (POSIX.1-2001, IEEE 1003.1 "pax"): files only, no owner, no time, so that the same files give the same bytes. A name
 * that is long or not plain ASCII, and a size beyond 8 GiB, stand in an extended header, as every tar of today reads them.
 * @module
 */
import { BLOCK } from "./header.ts";

export interface TarFile {
  readonly name: string;
  readonly size: number;
  bytes(): AsyncIterable<Uint8Array>;
}

const OCTAL_MOST = 0o77777777777;
const encoder = new TextEncoder();

function header(name: Uint8Array, size: number, type: string): Uint8Array {
  const out = new Uint8Array(BLOCK);
  const put = (text: string, at: number): void => void out.set(encoder.encode(text), at);
  out.set(name.subarray(0, 100), 0);
  put("0000644\0", 100);
  put("0000000\0", 108);
  put("0000000\0", 116);
  put(`${Math.min(size, OCTAL_MOST).toString(8).padStart(11, "0")}\0`, 124);
  put("00000000000\0", 136);
  put("        ", 148);
  put(type, 156);
  put("ustar\x0000", 257);
  const sum = out.reduce((n, b) => n + b, 0);
  put(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return out;
}

/** `27 path=…\n`: the length counts itself. */
function pax(key: string, value: string): Uint8Array {
  const rest = encoder.encode(` ${key}=${value}\n`).length;
  let length = rest + 1;
  while (rest + String(length).length !== length) length = rest + String(length).length;
  return encoder.encode(`${length} ${key}=${value}\n`);
}

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

/** The header of a file, with its extended one where it needs it. */
function headOf(name: string, size: number): Uint8Array {
  const bytes = encoder.encode(name);
  const plain = bytes.length <= 100 && bytes.every((b) => b >= 0x20 && b < 0x7f);
  const more: Uint8Array[] = [];
  if (!plain) more.push(pax("path", name));
  if (size > OCTAL_MOST) more.push(pax("size", String(size)));
  if (more.length === 0) return header(bytes, size, "0");
  const body = more.reduce((n, m) => n + m.length, 0);
  const out = new Uint8Array(2 * BLOCK + body + padding(body));
  out.set(header(encoder.encode("pax"), body, "x"), 0);
  let at = BLOCK;
  for (const m of more) {
    out.set(m, at);
    at += m.length;
  }
  out.set(header(encoder.encode("file"), size, "0"), out.length - BLOCK);
  return out;
}

/** Bytes that a tar of these files has. */
export function tarSize(files: readonly { readonly name: string; readonly size: number }[]): number {
  return files.reduce((n, f) => n + headOf(f.name, f.size).length + f.size + padding(f.size), 2 * BLOCK);
}

/** The bytes of a tar. Throws a RangeError if a file has another size than was said. */
export async function* writeTar(files: AsyncIterable<TarFile> | Iterable<TarFile>): AsyncGenerator<Uint8Array> {
  for await (const f of files) {
    yield headOf(f.name, f.size);
    let n = 0;
    for await (const piece of f.bytes()) {
      n += piece.length;
      yield piece;
    }
    if (n !== f.size) throw new RangeError(`${n} bytes of a file of ${f.size}`);
    if (padding(n) > 0) yield new Uint8Array(padding(n));
  }
  yield new Uint8Array(2 * BLOCK);
}
