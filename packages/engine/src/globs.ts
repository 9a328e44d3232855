/** Paths that artifacts name: exact ones by a Map, globs by a few expressions. @module */

/** `*` within a name, `?` one character of it, `**` over any number of folders. */
export function globToRegExp(glob: string): RegExp {
  let out = "";
  for (let i = 0; i < glob.length; i++) {
    const c = glob[i]!;
    if (c === "*" && glob[i + 1] === "*") {
      out += ".*";
      i++;
      if (glob[i + 1] === "/") i++;
    } else if (c === "*") out += "[^/]*";
    else if (c === "?") out += "[^/]";
    else out += c.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  }
  return new RegExp(`^${out}$`, "s");
}

const SIDECARS = ["-wal", "-journal"] as const;
export type Sidecar = (typeof SIDECARS)[number];

export interface PathMatch<T> {
  readonly subscribers: readonly T[];
  /** The path without the suffix of a sidecar. */
  readonly main: string;
  readonly sidecar?: Sidecar;
}

interface Glob<T> {
  readonly re: RegExp;
  /** What every path of it begins with. */
  readonly start: string;
  readonly subscriber: T;
}

const NONE: readonly never[] = [];

/** A matcher of paths to those who asked for them; sidecars of a wanted database are wanted too. */
export function pathMatcher<T>(
  wants: readonly { readonly subscriber: T; readonly paths: readonly string[] }[],
): (path: string) => PathMatch<T> | undefined {
  const exact = new Map<string, T[]>();
  const globs: Glob<T>[] = [];
  /** By the last name, where that holds no star. */
  const named = new Map<string, Glob<T>[]>();
  for (const { subscriber, paths } of wants) {
    for (const p of paths) {
      const open = p.search(/[*?]/);
      if (open >= 0) {
        const glob = { re: globToRegExp(p), start: p.slice(0, open), subscriber };
        const name = p.slice(p.lastIndexOf("/") + 1);
        if (/[*?]/.test(name)) globs.push(glob);
        else named.set(name, [...(named.get(name) ?? []), glob]);
      } else exact.set(p, [...(exact.get(p) ?? []), subscriber]);
    }
  }
  const find = (path: string): T[] | undefined => {
    const here = exact.get(path);
    let all = here;
    const add = (g: Glob<T>): void => {
      if (path.startsWith(g.start) && g.re.test(path)) all = [...(all ?? []), g.subscriber];
    };
    // A phone has 800,000 files and fifty globs: few of them end in the same name.
    for (const g of named.get(path.slice(path.lastIndexOf("/") + 1)) ?? NONE) add(g);
    for (const g of globs) add(g);
    return all;
  };
  return (path) => {
    const subscribers = find(path);
    if (subscribers) return { subscribers, main: path };
    // Only names that end in "l": -wal, -journal. Spares two million slices on a large phone.
    if (path.charCodeAt(path.length - 1) !== 108) return undefined;
    for (const s of SIDECARS) {
      if (!path.endsWith(s)) continue;
      const main = path.slice(0, -s.length);
      const of = find(main);
      if (of) return { subscribers: of, main, sidecar: s };
    }
    return undefined;
  };
}
