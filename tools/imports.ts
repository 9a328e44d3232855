/**
 * Which room may import which (DESIGN section 4), and which globals no package touches. `node tools/run.js tools/imports.ts`
 * @module
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { lex } from "./lex.ts";

/** Folder of each room, and the rooms that it may import; `type:` means `import type` only. */
const ROOMS: Readonly<Record<string, { readonly folder: string; readonly may: readonly string[] }>> = {
  core: { folder: "packages/core", may: [] },
  formats: { folder: "packages/formats", may: ["core"] },
  acquire: { folder: "packages/acquire", may: ["core", "formats"] },
  evidence: { folder: "packages/evidence", may: ["core", "formats"] },
  artifacts: { folder: "packages/artifacts", may: ["core", "formats", "evidence"] },
  detection: { folder: "packages/detection", may: ["core", "formats/stix", "formats/json-stream", "type:artifacts"] },
  store: { folder: "packages/store", may: ["core", "detection"] },
  engine: { folder: "packages/engine", may: ["core", "evidence", "artifacts", "detection", "store"] },
  report: { folder: "packages/report", may: ["core", "artifacts", "detection", "store"] },
  case: {
    folder: "packages/case",
    may: ["core", "formats", "evidence", "artifacts", "detection", "store", "engine", "report"],
  },
  archive: {
    folder: "packages/archive",
    may: ["core", "formats", "evidence", "artifacts", "detection", "store", "engine", "report", "case"],
  },
  hunt: {
    folder: "packages/hunt",
    may: ["core", "formats", "evidence", "artifacts", "detection", "store", "engine", "report", "case"],
  },
  "platform-node": { folder: "platform/node", may: ["core"] },
  "platform-web": { folder: "platform/web", may: ["core"] },
  apps: { folder: "apps", may: ["*"] },
  samples: { folder: "samples", may: [] },
  tools: { folder: "tools", may: ["*"] },
};

/** A format that reads another one (its index names it). */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  "apk-signing": ["der"],
  ble: ["link"],
  http2: ["http"],
  http3: ["http", "http2", "quic"],
  "keyed-archive": ["plist"],
  "lte-rrc": ["uper"],
  office: ["markup"],
  pcap: ["link"],
  quic: ["tls", "tls-keys"],
  segb: ["zip"],
  tls: ["md5"],
  "tls-keys": ["tls"],
  tar: ["zip"],
  tracev3: ["sqlite"],
  typedstream: ["keyed-archive"],
  x509: ["der"],
};

/** Rooms that may touch what they like: they are Node's, the page's or the person's. */
const FREE = new Set(["platform-node", "platform-web", "report", "apps", "samples", "tools"]);
/** `report` shows times to people; the machine is closed to it as to the others. */
const CLOCK_ONLY = new Set(["report"]);

const BANNED: readonly (readonly [RegExp, string, "clock" | "machine"])[] = [
  [/(?<![\w$.])Date\s*(?:\.\s*now\b|\[)/g, "Date.now", "clock"],
  [/\bnew\s+Date\s*(?:\(\s*\)|(?=[\s;,)\]}.]))/g, "new Date() without arguments", "clock"],
  [/(?<![\w$.])(?<!new\s{1,9})Date\s*\(/g, "Date()", "clock"],
  [/(?<![\w$.])performance\s*\./g, "performance", "clock"],
  [/(?<![\w$.])Intl\b/g, "Intl", "clock"],
  [/\.\s*(toLocale\w+)\b/g, "toLocale…", "clock"],
  [/\.\s*localeCompare\b/g, "localeCompare", "clock"],
  [/(?<![\w$.])Math\s*\.\s*random\b/g, "Math.random", "machine"],
  [/(?<![\w$.])console\s*[.[]/g, "console", "machine"],
  [/(?<![\w$.])(document|window|navigator|localStorage)\s*[.[]/g, "DOM", "machine"],
  [/(?<![\w$.])(process|globalThis)\s*[.[]/g, "process or globalThis", "machine"],
  [/(?<![\w$.])(Buffer|fetch|XMLHttpRequest|WebSocket)\s*[.(]/g, "Buffer or network", "machine"],
];

export interface Breach {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

export interface SourceFile {
  /** From the root of the project, `/` between names. */
  readonly path: string;
  readonly source: string;
}

/** npm packages that each room may import: those of its package.json. */
export type Packages = ReadonlyMap<string, readonly string[]>;

interface Import {
  readonly specifier: string;
  readonly type: boolean;
  readonly at: number;
}

const isTest = (path: string): boolean => /\.(test|fixture)\.ts$/.test(path);

/** The room of a path, and its folder. */
function roomOf(path: string): string | undefined {
  return Object.keys(ROOMS).find((r) => path.startsWith(`${ROOMS[r]!.folder}/`));
}

/** Every specifier of a file: static, re-exported, dynamic, and of types (`import("x").T`). */
export function importsOf(source: string): Import[] {
  const { code, texts } = lex(source);
  const found: Import[] = [];
  const add = (quote: number, at: number, type: boolean): void => {
    const specifier = texts.get(quote);
    if (specifier !== undefined) found.push({ specifier, type, at });
  };
  const statement =
    /(?<![\w$.])(import|export)\s+(type\s+(?!from\b|,))?(?:[\w$*{][^"'`;=()]*?\bfrom\s*|[\w$*{][^"'`;=()]*?\}\s*from\s*)?(["'])/g;
  for (const m of code.matchAll(statement)) {
    const quote = m.index + m[0].length - 1;
    if (m[1] === "import" || /\bfrom\s*["']$/.test(m[0])) add(quote, m.index, m[2] !== undefined);
  }
  for (const m of code.matchAll(/(?<![\w$.])import\s*\(\s*(["'])/g)) add(m.index + m[0].length - 1, m.index, false);
  return found.sort((a, b) => a.at - b.at);
}

/** What a specifier means: a file of the project, a module of Node, or a package. */
function resolve(from: string, specifier: string): { path: string } | { node: string } | { npm: string } {
  if (specifier.startsWith(".")) return { path: posix.normalize(posix.join(posix.dirname(from), specifier)) };
  if (specifier.startsWith("node:")) return { node: specifier };
  const own = /^@contraluz\/([^/]+)(?:\/(.*))?$/.exec(specifier);
  if (own) return { path: `${ROOMS[own[1]!]?.folder ?? `packages/${own[1]}`}/src/${own[2] ?? "index.ts"}` };
  return {
    npm: specifier
      .split("/")
      .slice(0, specifier.startsWith("@") ? 2 : 1)
      .join("/"),
  };
}

/** The artifact that a path belongs to (`ios/sms`); undefined for feeds and what all share. */
function artifactOf(path: string): string | undefined {
  const found = /^packages\/artifacts\/src\/(?!feeds\/)([^/]+\/[^/]+)\//.exec(path);
  return found?.[1];
}
const formatOf = (path: string): string | undefined => /^packages\/formats\/src\/([^/]+)\//.exec(path)?.[1];

/** Why `path` may not import `target` (both from the root); undefined if it may. */
function refuse(path: string, room: string, target: string, type: boolean): string | undefined {
  const other = roomOf(target);
  if (other === undefined) return `${target} is in no room`;
  if (other !== room) {
    const { may } = ROOMS[room]!;
    if (may.includes("*")) return undefined;
    if (isTest(path)) return undefined;
    const format = other === "formats" ? `formats/${formatOf(target)}` : undefined;
    if (may.includes(other) || (format && may.includes(format)) || (type && may.includes(`type:${other}`))) {
      return artifactRefuses(path, other);
    }
    return type || !may.includes(`type:${other}`)
      ? `${room} may not import ${format ?? other}`
      : `${room} may only \`import type\` of ${other}`;
  }
  const [artifact, otherArtifact] = [artifactOf(path), artifactOf(target)];
  if (artifact && otherArtifact && artifact !== otherArtifact)
    return `artifact ${artifact} may not import artifact ${otherArtifact}`;
  if (path.includes("/src/feeds/") && otherArtifact && !isTest(path))
    return `a feed may not import artifact ${otherArtifact}`;
  const [format, otherFormat] = [formatOf(path), formatOf(target)];
  if (format && otherFormat && format !== otherFormat && !isTest(path) && !FORMATS[format]?.includes(otherFormat)) {
    return `format ${format} may not import format ${otherFormat} (table in tools/imports.ts)`;
  }
  return undefined;
}

/** An artifact opens nothing: of the other rooms it sees core and formats. */
function artifactRefuses(path: string, other: string): string | undefined {
  return artifactOf(path) && other === "evidence" ? "an artifact may not import evidence" : undefined;
}

/** Checks files against the table. Order: path, then line. */
export function checkImports(files: readonly SourceFile[], packages: Packages): Breach[] {
  const breaches: Breach[] = [];
  for (const { path, source } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const room = roomOf(path);
    if (!room) continue;
    const test = isTest(path);
    const lineOf = (at: number): number => source.slice(0, at).split("\n").length;
    const say = (at: number, what: string): void => void breaches.push({ file: path, line: lineOf(at), what });
    const { folder } = ROOMS[room]!;
    for (const i of importsOf(source)) {
      const target = resolve(path, i.specifier);
      if ("path" in target) {
        const inside = target.path.startsWith(`${folder}/`);
        // Tests may use the sample, and tools anything by its place; nobody else leaves a room by a relative path.
        const free = room === "tools" || room === "samples" || (test && /^(samples|tools)\//.test(target.path));
        const why =
          i.specifier.startsWith(".") && !inside && !free
            ? `relative import leaves the room: ${i.specifier}`
            : refuse(path, room, target.path, i.type);
        if (why) say(i.at, why);
      } else if ("node" in target) {
        if (!test && (!FREE.has(room) || room === "report" || room === "platform-web"))
          say(i.at, `${room} may not import ${target.node}`);
      } else if (!test && room !== "tools" && room !== "apps" && !(packages.get(folder) ?? []).includes(target.npm)) {
        say(i.at, `${target.npm} is no dependency in ${folder}/package.json`);
      }
    }
    if (test || (FREE.has(room) && !CLOCK_ONLY.has(room))) continue;
    const { code } = lex(source);
    for (const m of code.matchAll(/(?<![\w$.])import\s*\(\s*(?!["'\s])/g))
      say(m.index, `${room} may import only by a plain text`);
    for (const [pattern, name, kind] of BANNED) {
      if (kind === "clock" && CLOCK_ONLY.has(room)) continue;
      for (const m of code.matchAll(pattern)) {
        const word = m[1];
        const ownName =
          word !== undefined &&
          new RegExp(`\\b(?:const|let|var|function)\\s+${word}\\b|[(,{]\\s*${word}\\s*[:,)}]`).test(code);
        if (!ownName) say(m.index, `${name} is not used in ${folder}`);
      }
    }
  }
  return breaches.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** All .ts files below a folder of the project. */
function sourcesIn(root: string, folder: string): SourceFile[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => relative(root, join(root, folder, name)).replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path))
    .map((path) => ({ path, source: readFileSync(join(root, path), "utf8") }));
}

/** Checks the project that lies at `root`. */
export function checkProject(root: string): { readonly breaches: readonly Breach[]; readonly files: number } {
  const files = ["packages", "platform", "apps", "samples", "tools"].flatMap((f) => sourcesIn(root, f));
  const packages = new Map<string, string[]>();
  for (const { folder } of Object.values(ROOMS)) {
    const path = join(root, folder, "package.json");
    if (existsSync(path)) packages.set(folder, Object.keys(JSON.parse(readFileSync(path, "utf8")).dependencies ?? {}));
  }
  return { breaches: checkImports(files, packages), files: files.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { breaches, files } = checkProject(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const b of breaches) process.stdout.write(`${b.file}:${b.line}: ${b.what}\n`);
  process.stdout.write(`imports: ${files} files, ${breaches.length} breaches\n`);
  process.exitCode = breaches.length > 0 ? 1 : 0;
}
