/** The first bytes of a file, by which it is known. @module */
import type { EvidenceFile, Platform } from "@contraluz/core";
import { chunksOf, openRef } from "./open-ref.ts";

/** The first `size` bytes of a stream, fewer at its end. */
export async function firstBytes(pieces: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const head = new Uint8Array(size);
  let length = 0;
  for await (const piece of pieces) {
    const part = piece.subarray(0, size - length);
    head.set(part, length);
    length += part.length;
    if (length === size) break;
  }
  return head.subarray(0, length);
}

/** Damaged: what came before the damage decides. */
export async function* untilDamage(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* pieces;
  } catch {
    // Whoever reads the file tells.
  }
}

/**
 * The first `size` bytes of a file, or all that it has: of the entry of an archive whose turn it is, inflated without the rest, or at its
 * place. None of what cannot be opened. Rejects where the host cannot read.
 * @example if (looksLikeZip(await headOf(file, 512, platform))) found = file;
 */
export async function headOf(file: EvidenceFile, size: number, platform: Platform): Promise<Uint8Array> {
  if (file.stream) return firstBytes(file.stream(), size);
  const { ref } = file;
  if (!ref) return new Uint8Array(0);
  const source = await openRef(ref.kind === "inflate" ? ref.of : ref, { platform });
  try {
    return ref.kind === "inflate"
      ? await firstBytes(untilDamage(platform.inflate("deflate-raw", chunksOf(source))), size)
      : await source.read(0, size);
  } finally {
    await source.close?.();
  }
}
