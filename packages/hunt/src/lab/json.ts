/** Files of a lab as JSON, with moments and whole numbers of any size. Whoever can write to the folder may have written them. @module */
import { ContraluzError, type VaultFolder } from "@contraluz/core";
import { decodeMoment, encodeStructure, isMoment, parseJson } from "@contraluz/store";

/** Depth of what is read: the deepest of ours is a tenth of it. */
const DEEP = 60;

function revive(v: unknown, depth = 0): unknown {
  if (depth > DEEP) throw new SyntaxError("nested too deep");
  if (isMoment(v)) return decodeMoment(v);
  if (Array.isArray(v)) return v.map((x) => revive(x, depth + 1));
  if (typeof v !== "object" || v === null) return v;
  return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, revive(x, depth + 1)]));
}

/** The text of a file of a lab; undefined if it is not there. Throws ContraluzError ("lab-damaged"). */
export async function readText(folder: VaultFolder, name: string, most: number): Promise<string | undefined> {
  const source = await folder.read(name);
  if (!source) return undefined;
  try {
    if (source.size > most) throw new ContraluzError("lab-damaged", `${name}: ${source.size} bytes`);
    const bytes = new Uint8Array(source.size);
    for (let at = 0; at < bytes.length; ) {
      const piece = await source.read(at, Math.min(1 << 20, bytes.length - at));
      if (piece.length === 0) throw new ContraluzError("lab-damaged", `${name} is cut short`);
      bytes.set(piece, at);
      at += piece.length;
    }
    return new TextDecoder().decode(bytes);
  } finally {
    await source.close?.();
  }
}

/** A file of a lab; undefined if it is not there. Throws ContraluzError ("lab-damaged"). */
export async function readJson(folder: VaultFolder, name: string, most: number): Promise<unknown> {
  const text = await readText(folder, name, most);
  if (text === undefined) return undefined;
  try {
    return revive(parseJson(text));
  } catch (e) {
    if (e instanceof SyntaxError || e instanceof RangeError)
      throw new ContraluzError("lab-damaged", `${name}: not what a lab writes`);
    throw e;
  }
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** Writes a file of a lab, whole or not at all. */
export function writeJson(folder: VaultFolder, name: string, value: unknown): Promise<void> {
  return folder.replace(name, once(`${encodeStructure(value)}\n`));
}
