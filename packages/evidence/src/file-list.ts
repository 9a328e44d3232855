/** The id of evidence that is a tree: the SHA-256 of its file list. @module */
import { byCodeUnit, type Platform, type Sha256 } from "@contraluz/core";

/**
 * One line `SHA256 SIZE PATH` and a newline for every file, sorted by path by code unit, in UTF-8: what a second lab can
 * make with `sha256sum`, `stat` and `sort`. `text` is that list, `sha256` its hash.
 */
export function evidenceId(
  files: Iterable<{ readonly sha256: Sha256; readonly size: number; readonly path: string }>,
  platform: Pick<Platform, "sha256">,
): { text: string; sha256: Sha256 } {
  const lines = [...files].sort((a, b) => byCodeUnit(a.path, b.path)).map((f) => `${f.sha256} ${f.size} ${f.path}\n`);
  const text = lines.join("");
  const hasher = platform.sha256();
  hasher.update(new TextEncoder().encode(text));
  return { text, sha256: hasher.hex() };
}
