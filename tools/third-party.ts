/** Licences of what others wrote and the bundle carries. @module */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Folder of the package that a file of `node_modules` belongs to; undefined for the project's own files. */
export function packageOf(path: string): string | undefined {
  return /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path.replaceAll("\\", "/"))?.[1];
}

/**
 * Names, versions and whole licence texts of packages, by name. `folders` are from `root`; `texts`: of a package that has none, the file
 * with the text of the work that it packs.
 * Throws if one has no licence text: then it may not be shipped.
 */
export function thirdParty(
  root: string,
  folders: Iterable<string>,
  texts: Readonly<Record<string, string>> = {},
): string {
  const parts = [...new Set(folders)].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const file = readdirSync(join(root, folder)).find((f) => /^(licen[cs]e|copying)([.-].*)?$/i.test(f));
    const given = texts[folder];
    if (!file && !given) throw new Error(`${name} has no licence text`);
    const text = readFileSync(join(root, file ? join(folder, file) : given!), "utf8")
      .replaceAll("\r\n", "\n")
      .trim();
    return { name: String(name), text: `${"=".repeat(72)}\n${name} ${version} (${license})\n\n${text}\n` };
  });
  const sorted = parts.sort((a, b) => (a.name < b.name ? -1 : 1));
  return `Contraluz carries these works of others, each under its own licence.\n\n${sorted.map((p) => p.text).join("\n")}`;
}
