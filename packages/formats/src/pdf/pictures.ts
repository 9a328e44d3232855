/** Pictures that a page names: pdf.js decodes them beside its instructions. @module */
import type { Lib, LibImage, LibPage } from "./lib.ts";
import { PDF_LIMITS } from "./types.ts";

const MAX_PICTURES = 20_000;

/** By the name that instructions use. What could not be read is not in it. */
export async function picturesOf(
  lib: Lib,
  page: LibPage,
  fns: readonly number[],
  args: readonly unknown[],
): Promise<ReadonlyMap<string, LibImage>> {
  const { OPS } = lib;
  const wanted = new Set<string>();
  const painting = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const steps = Math.min(fns.length, PDF_LIMITS.steps);
  for (let i = 0; i < steps && wanted.size < MAX_PICTURES; i++) {
    if (!painting.has(fns[i])) continue;
    const first = (args[i] as readonly unknown[] | null)?.[0];
    if (typeof first === "string") wanted.add(first);
    const data = (first as LibImage | null | undefined)?.data;
    if (typeof data === "string") wanted.add(data);
  }
  const found = new Map<string, LibImage>();
  for (const id of wanted) {
    const store = id.startsWith("g_") ? page.commonObjs : page.objs;
    const value = await new Promise<unknown>((done) => void store.get(id, done));
    if (typeof value === "object" && value !== null) found.set(id, value as LibImage);
  }
  return found;
}
