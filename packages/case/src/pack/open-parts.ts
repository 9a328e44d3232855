/** The tar in the parts of a pack: opened with the keys of the one who received it, within bounds. @module */
import { ContraluzError, type RandomAccess } from "@contraluz/core";
import { readTar, type TarEntry } from "@contraluz/formats/tar/index.ts";
import { Decrypter } from "age-encryption";
import { bad } from "./read-head.ts";

/** Longest part that is taken: ours have 20 MB. */
const PART_MOST = 64 << 20;
/** Bytes of a list of files. */
export const LIST_MOST: number = 512 << 20;
const LINE_MOST = 64 << 10;
/** An age header names who can open it, a line or two each: a longer one would only keep us busy. */
const AGE_HEADER = 256 << 10;

/** Entries of the tar in the parts. What keeps a part from opening is thrown as it is, not as damage of the tar. */
export async function* entriesOf(
  parts: readonly (() => Promise<RandomAccess>)[],
  identities: readonly string[],
  seen?: (part: Uint8Array) => void,
): AsyncGenerator<TarEntry> {
  let why: unknown;
  const text = (async function* () {
    try {
      yield* opened(parts, identities, seen);
    } catch (e) {
      why = e;
      throw e;
    }
  })();
  yield* readTar(text, (p) => {
    throw why ?? bad(`the tar in it is damaged (${p.code})`, "a tar");
  });
}

/** Whether the header of an age file ends where that of one made for people does. */
function headerEnds(bytes: Uint8Array): boolean {
  const end = [0x0a, 0x2d, 0x2d, 0x2d, 0x20];
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < AGE_HEADER; at = bytes.indexOf(0x0a, at + 1))
    if (end.every((b, k) => bytes[at + k] === b)) return true;
  return false;
}

/** The tar in the parts, which must be all and in order. Throws ContraluzError: "case-key", "pack-damaged". */
async function* opened(
  parts: readonly (() => Promise<RandomAccess>)[],
  identities: readonly string[],
  seen: (part: Uint8Array) => void = () => {},
): AsyncGenerator<Uint8Array> {
  for (const [i, open] of parts.entries()) {
    const source = await open();
    let text: Uint8Array;
    try {
      if (source.size > PART_MOST) throw bad(`part ${i + 1} has ${source.size} bytes`, `at most ${PART_MOST}`);
      const d = new Decrypter();
      for (const id of identities) d.addIdentity(id);
      const bytes = await source.read(0, source.size);
      if (!headerEnds(bytes)) throw bad(`part ${i + 1} does not open`, "an age file");
      seen(bytes);
      text = await d.decrypt(bytes).catch((e: unknown) => {
        const key = e instanceof Error && /identity|recipient/i.test(e.message);
        throw key
          ? new ContraluzError("case-key", "nothing that was given opens the pack")
          : bad(`part ${i + 1} does not open`, "an age file");
      });
    } finally {
      await source.close?.();
    }
    yield text;
  }
}

/** The text of an entry that is not long. */
export async function textOf(e: TarEntry, most: number): Promise<string> {
  if (e.size > most) throw bad(`${e.name} of ${e.size} bytes`, `at most ${most}`);
  const decoder = new TextDecoder();
  let text = "";
  let n = 0;
  for await (const piece of e.stream()) {
    text += decoder.decode(piece, { stream: true });
    n += piece.length;
  }
  if (n !== e.size) throw bad(`${e.name} ends early`, `${e.size} bytes`);
  return text + decoder.decode();
}

/** Lines of a text, none of which is held longer than it is needed. */
export async function* linesOf(e: TarEntry): AsyncGenerator<string> {
  if (e.size > LIST_MOST) throw bad(`${e.name} of ${e.size} bytes`, `at most ${LIST_MOST}`);
  const decoder = new TextDecoder();
  let rest = "";
  let n = 0;
  for await (const piece of e.stream()) {
    n += piece.length;
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop()!;
    if (rest.length > LINE_MOST) throw bad(`a line of ${e.name} is too long`, `at most ${LINE_MOST}`);
    yield* lines;
  }
  if (n !== e.size) throw bad(`${e.name} ends early`, `${e.size} bytes`);
  yield rest + decoder.decode();
}
