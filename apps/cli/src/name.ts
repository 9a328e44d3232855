/** How to call this program again, and a path in a form that a shell takes as one word. @module */
import { relative } from "node:path";

/** In a clone npm finds the command; a packed one is on the person's path, or was fetched by npx. */
export const NAME: string =
  import.meta.url.endsWith(".ts") || /[\\/]_npx[\\/]/.test(import.meta.url) ? "npx contraluz" : "contraluz";

/** A path to type: from here if it lies below, quoted where a shell needs it. Undefined if it cannot be typed. */
export function typed(path: string, cwd: string = process.cwd()): string | undefined {
  const short = relative(cwd, path);
  const p = short === "" || short.startsWith("..") || short.length >= path.length ? path : short;
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(p)) return undefined;
  const safe = p.startsWith("-") ? `./${p}` : p;
  if (/^[\p{L}\p{N}_./:@%+,~\\-]+$/u.test(safe) && !safe.startsWith("~")) {
    if (process.platform === "win32" || !safe.includes("\\")) return safe;
  }
  if (process.platform === "win32") return safe.includes('"') || safe.includes("%") ? undefined : `"${safe}"`;
  return `'${safe.replaceAll("'", "'\\''")}'`;
}
