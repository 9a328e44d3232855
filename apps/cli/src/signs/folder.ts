/** Where installed sets of signs lie. @module */
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * The folder of the store: the one that was named, else where the platform keeps the data of programs. `XDG_DATA_HOME`
 * holds on every platform (freedesktop.org, XDG Base Directory Specification).
 */
export function storeFolder(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (named !== undefined) return resolve(named);
  const tail = ["contraluz", "signs"] as const;
  // A relative path in it is to be ignored, says the specification.
  const xdg = env.XDG_DATA_HOME ?? "";
  if (xdg.startsWith("/") || /^[A-Za-z]:[\\/]/.test(xdg)) return join(xdg, ...tail);
  if (platform === "darwin") return join(home, "Library/Application Support", ...tail);
  if (platform === "win32") return join(env.LOCALAPPDATA || join(home, "AppData/Local"), ...tail);
  return join(home, ".local/share", ...tail);
}
