/** The lockfile: every package has its hash, comes from the public registry, and needs no script to be installed. @module */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Outcome, report } from "./outcome.ts";

/** Where npm looks by default; a lockfile that names no address means it too. */
const REGISTRY = "https://registry.npmjs.org/";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

/** `package-lock.json`, as far as this check reads it. */
export interface Lockfile {
  readonly packages: Readonly<Record<string, Locked>>;
}

/** `denied`: packages whose install script is refused by name (`allowScripts` of package.json). */
export function checkLock({ packages }: Lockfile, denied: readonly string[]): Outcome {
  const breaches: string[] = [];
  let count = 0;
  for (const [folder, p] of Object.entries(packages)) {
    const at = folder.lastIndexOf("node_modules/");
    // Rooms of the project, and the links to them.
    if (at < 0 || p.link) continue;
    count++;
    const name = folder.slice(at + "node_modules/".length);
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(p.integrity ?? "")) breaches.push(`${name}: no SHA-512 of its content`);
    if (!/^\d+\.\d+\.\d+/.test(p.version ?? "")) breaches.push(`${name}: no exact version`);
    if (p.resolved !== undefined && !p.resolved.startsWith(REGISTRY))
      breaches.push(`${name}: comes from elsewhere than the public registry`);
    if (p.hasInstallScript && !p.dev) breaches.push(`${name}: has an install script, and running needs it`);
    if (p.hasInstallScript && p.dev && !denied.includes(name))
      breaches.push(`${name}: has an install script; refuse it in allowScripts of package.json`);
  }
  return { summary: `${count} packages`, breaches };
}

/** Versions that are no exact ones among the dependencies of a package.json. */
export function inexact(name: string, manifest: Readonly<Record<string, unknown>>): string[] {
  return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
    Object.entries((manifest[kind] ?? {}) as Record<string, string>)
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([dependency, version]) => `${name}: ${dependency} “${version}” is no exact version`),
  );
}

/** Checks the project that lies at `root`. */
export function checkLockfile(root: string): Outcome {
  const json = (path: string): Record<string, unknown> => JSON.parse(readFileSync(join(root, path), "utf8"));
  const lock = json("package-lock.json") as unknown as Lockfile;
  const allow = (json("package.json").allowScripts ?? {}) as Record<string, boolean>;
  const { summary, breaches } = checkLock(
    lock,
    Object.keys(allow).filter((name) => allow[name] === false),
  );
  const allowed = Object.keys(allow).filter((name) => allow[name] !== false);
  const rooms = Object.keys(lock.packages).filter((folder) => !folder.includes("node_modules/"));
  return {
    summary,
    breaches: [
      ...breaches,
      ...allowed.map((name) => `package.json: allowScripts lets ${name} run a script`),
      ...rooms.flatMap((folder) => inexact(join(folder, "package.json"), json(join(folder, "package.json")))),
    ],
  };
}

if (import.meta.main) report("lockfile", checkLockfile(dirname(dirname(fileURLToPath(import.meta.url)))));
