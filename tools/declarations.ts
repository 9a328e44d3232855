/** Reads the declaration files that tsc emits: their statements, and what a module exports in the end. @module */
import { posix } from "node:path";
import { lex } from "./lex.ts";

/** Text of a module by its path; undefined if there is none. */
export type ReadModule = (path: string) => string | undefined;

/** What a name means: a declaration in a module of the room, or something of another room. */
type Target = { readonly module: string; readonly name: string } | { readonly from: string };

interface Module {
  /** Texts of the declarations of a name (several for an overloaded function), without `export` and `declare`. */
  readonly declared: ReadonlyMap<string, readonly string[]>;
  /** Names as the outside sees them. */
  readonly exported: ReadonlyMap<string, Target>;
  /** Modules whose exports are all passed on. */
  readonly stars: readonly string[];
  readonly imported: ReadonlyMap<string, Target>;
}

const BLOCK = /^(?:export )?(?:declare )?(?:abstract )?(?:interface|class|enum|namespace|module)\b/;
const NAMED =
  /^(?:export )?(?:declare )?(?:abstract )?(?:const|let|var|function|interface|class|type|enum|namespace) ([\w$]+)/;

/** Statements of a declaration file, in their order. */
export function statements(source: string): string[] {
  const { code } = lex(source);
  const out: string[] = [];
  let depth = 0;
  let start = 0;
  const end = (at: number): void => {
    const text = source.slice(start, at).trim();
    if (text !== "") out.push(text);
    start = at;
  };
  for (let i = 0; i < code.length; i++) {
    const c = code[i]!;
    if (c === "{" || c === "(" || c === "[") depth++;
    else if (c === "}" || c === ")" || c === "]") {
      depth--;
      if (c === "}" && depth === 0 && BLOCK.test(source.slice(start).trimStart())) end(i + 1);
    } else if (c === ";" && depth === 0) end(i + 1);
  }
  end(code.length);
  return out;
}

/** `a as b, type C` as pairs of inner and outer name. */
function pairs(list: string): (readonly [string, string])[] {
  return list
    .split(",")
    .map((part) => part.trim().replace(/^type /, ""))
    .filter((part) => part !== "")
    .map((part) => {
      const [inner, outer = inner] = part.split(" as ");
      return [inner!, outer!] as const;
    });
}

function parse(path: string, source: string): Module {
  const declared = new Map<string, string[]>();
  const exported = new Map<string, Target>();
  const imported = new Map<string, Target>();
  const stars: string[] = [];
  const locate = (specifier: string): string | undefined =>
    specifier.startsWith(".")
      ? posix.normalize(posix.join(posix.dirname(path), specifier.replace(/\.ts$/, ".d.ts")))
      : undefined;
  const target = (specifier: string, name: string): Target => {
    const module = locate(specifier);
    return module === undefined ? { from: specifier } : { module, name };
  };
  const all = statements(source);
  for (const text of all) {
    const from = /\bfrom "([^"]+)";$/.exec(text)?.[1];
    const braces = /^(?:export|import)(?: type)? \{([^}]*)\}/.exec(text)?.[1];
    if (text.startsWith("import ")) {
      if (from && braces !== undefined)
        for (const [inner, outer] of pairs(braces)) imported.set(outer, target(from, inner));
      continue;
    }
    if (/^export (?:type )?\*/.test(text)) {
      stars.push(locate(from!) ?? from!);
      continue;
    }
    if (braces !== undefined) {
      for (const [inner, outer] of pairs(braces))
        exported.set(outer, from ? target(from, inner) : (imported.get(inner) ?? { module: path, name: inner }));
      continue;
    }
    const name = NAMED.exec(text)?.[1];
    if (name === undefined) continue;
    if (text.startsWith("export ")) exported.set(name, { module: path, name });
    declared.set(name, [...(declared.get(name) ?? []), text.replace(/^(?:export )?(?:declare )?/, "")]);
  }
  return { declared, exported, stars, imported };
}

export interface Declaration {
  readonly name: string;
  /** Seen from outside the room; else only reached through one that is. */
  readonly exported: boolean;
  readonly text: string;
}

/** Names in the text of a declaration that may be types or values of its module; keys of objects are not. */
function mentioned(text: string): Set<string> {
  const { code } = lex(text);
  return new Set([...code.matchAll(/(?<![\w$.])([A-Za-z_$][\w$]*)(?![\w$]|\??:|\()/g)].map((m) => m[1]!));
}

/**
 * What a module exports, and what these declarations are made of inside the same room; by name.
 * @throws Error if a module or name is missing: then tsc did not emit what it should
 */
export function exportsOf(entry: string, read: ReadModule): Declaration[] {
  const modules = new Map<string, Module>();
  const load = (path: string): Module => {
    let found = modules.get(path);
    if (!found) {
      const source = read(path);
      if (source === undefined) throw new Error(`no declarations of ${path}`);
      modules.set(path, (found = parse(path, source)));
    }
    return found;
  };
  /** Follows re-exports to the declaration. */
  const settle = (t: Target): Target => {
    if (!("module" in t)) return t;
    const m = load(t.module);
    if (m.declared.has(t.name)) return t;
    const next = m.exported.get(t.name) ?? m.imported.get(t.name);
    if (next) return settle(next);
    for (const star of m.stars) {
      const found = surface(star).get(t.name);
      if (found) return found;
    }
    throw new Error(`${t.module} has no ${t.name}`);
  };
  const surface = (path: string): Map<string, Target> => {
    if (!path.endsWith(".d.ts")) return new Map([[`* from ${path}`, { from: path }]]);
    const m = load(path);
    const names = new Map<string, Target>(m.stars.flatMap((star) => [...surface(star)]));
    for (const [name, t] of m.exported) names.set(name, settle(t));
    return names;
  };

  const out = new Map<string, Declaration>();
  const visit = (name: string, t: Target, exported: boolean): void => {
    const key = "module" in t ? `${t.module}\0${t.name}` : `\0${name}`;
    if (out.has(key)) return;
    if (!("module" in t)) {
      out.set(key, { name, exported, text: `${name}: of ${t.from}` });
      return;
    }
    const m = load(t.module);
    const text = m.declared.get(t.name)!.join("\n");
    out.set(key, { name, exported, text: name === t.name ? text : `${name}: ${text}` });
    for (const word of mentioned(text)) {
      const inner = m.declared.has(word) ? { module: t.module, name: word } : m.imported.get(word);
      if (inner && "module" in inner) visit(word, settle(inner), false);
    }
  };
  const names = surface(entry);
  for (const [name, t] of names) visit(name, t, true);
  // What was first reached through another one may be exported as well.
  const outer = new Set([...names.values()].map((t) => ("module" in t ? `${t.module}\0${t.name}` : "")));
  return [...out]
    .map(([key, d]) => (outer.has(key) ? { ...d, exported: true } : d))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.text < b.text ? -1 : 1));
}
