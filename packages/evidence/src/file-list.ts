/** The id of evidence that is a tree: the SHA-256 of its file list. @module */
import { byCodeUnit, type Platform, type Sha256 } from "@contraluz/core";

export interface Listed {
  readonly sha256: Sha256;
  readonly size: number;
  readonly path: string;
}

/** A name on one line: backslash, line feed and carriage return as `sha256sum` writes them. */
function oneLine(path: string): string {
  return path.replace(/[\\\n\r]/g, (c) => (c === "\\" ? "\\\\" : c === "\n" ? "\\n" : "\\r"));
}

const sorted = (files: Iterable<Listed>): Listed[] => [...files].sort((a, b) => byCodeUnit(a.path, b.path));

/** The list that `sha256sum -c` reads. A line with an escaped name begins with a backslash. */
export function sumsText(files: Iterable<Listed>): string {
  return sorted(files)
    .map(({ sha256, path }) => {
      const name = oneLine(path);
      return `${name === path ? "" : "\\"}${sha256}  ${name}\n`;
    })
    .join("");
}

/**
 * One line `SHA256 SIZE PATH` and a newline for every file, sorted by path by code unit, in UTF-8: what a second lab can
 * make with `sha256sum`, `stat` and `sort`. In a path, backslash, line feed and carriage return are written `\\`, `\n` and
 * `\r`: no name can make a second line. `text` is that list, `sha256` its hash.
 */
export function evidenceId(
  files: Iterable<Listed>,
  platform: Pick<Platform, "sha256">,
): { text: string; sha256: Sha256 } {
  const text = sorted(files)
    .map((f) => `${f.sha256} ${f.size} ${oneLine(f.path)}\n`)
    .join("");
  const hasher = platform.sha256();
  hasher.update(new TextEncoder().encode(text));
  return { text, sha256: hasher.hex() };
}
