/** The files of the project: what git tracks or would track. @module */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Folders that are made here and belong to nobody. */
const MADE = new Set(["node_modules", "dist", "out", ".git"]);

/**
 * Paths of all files from `root`, `/` between names, by code unit: those that git knows or would take, or, where there is no
 * git (a copy without history), all that lie there.
 */
export function projectFiles(root: string): string[] {
  const git = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (git.status === 0 && git.stdout !== "") {
    return [...new Set(git.stdout.split("\0"))].filter((p) => p !== "" && existsSync(join(root, p))).sort();
  }
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (MADE.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(relative(root, path).replaceAll("\\", "/"));
    }
  };
  walk(root);
  return found.sort();
}

/** The text of a file; undefined if it holds bytes that are no text (a zero byte, or no UTF-8). */
export function textOf(path: string): string | undefined {
  const bytes = readFileSync(path);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Line (from 1) of an offset. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split("\n").length;
