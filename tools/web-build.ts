/**
 * `npm run build:web [-- --indicators DIR]`: the web app, twice. `apps/web/dist/` as files with hashed names for a server (also
 * `contraluz web`), and in it `contraluz.html`, all in one file for a stick: classic inline script, Blob workers, fonts
 * inside. Same source, same bytes.
 * @module
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { deflateRawSync } from "node:zlib";
import { LANGS } from "@contraluz/core";
import { compileIndicators, readIndicators } from "@contraluz/detection";
import { type BuildOptions, build, type OutputFile, type Plugin } from "esbuild";
import { pagePolicy } from "../apps/cli/src/web-server.ts";
import { PLAIN } from "../apps/web/src/frame/exit-words.ts";
import { packageOf, thirdParty } from "./third-party.ts";
import { ARCHIVE_LICENCES, ARCHIVE_PACKAGES, archiveParts, decoderLicences, quietNode } from "./web-archive.ts";
import { overweight, partsOf, sizeTable } from "./web-sizes.ts";

const FONTS = { text: "atkinson-hyperlegible-next", mono: "atkinson-hyperlegible-mono" } as const;
const SIGN_FILES = /\.(stix2?|json|ya?ml|txt|csv)$/i;

/** A list of signs, as it lies in a folder. */
export interface Sign {
  readonly name: string;
  readonly text: string;
}

/** As it travels: a folder of published lists is a tenth of its size. */
const packed = ({ name, text }: Sign): { name: string; packed: string } => ({
  name,
  packed: deflateRawSync(text, { level: 9 }).toString("base64"),
});

/** Lists of signs of a folder and the folders below it, by path. */
export function readSigns(folder: string): Sign[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => SIGN_FILES.test(name) && statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => ({ name: name.replaceAll("\\", "/"), text: readFileSync(join(folder, name), "utf8") }));
}

/**
 * The lists in which there is a sign, and the names of the others: a check refuses a list without any, since half a list must not
 * look like one, and a build with such a list could check nothing.
 */
export async function sortSigns(lists: readonly Sign[]): Promise<{ good: Sign[]; empty: string[] }> {
  const good: Sign[] = [];
  const empty: string[] = [];
  for (const list of lists) {
    const bytes = (async function* () {
      yield Buffer.from(list.text);
    })();
    const { sets } = await compileIndicators([readIndicators(bytes, list.name, () => {})]);
    if ((sets[0]?.count ?? 0) > 0) good.push(list);
    else empty.push(list.name);
  }
  return { good, empty };
}

/** The modules that stand for what the build knows (`apps/web/src/virtual.d.ts`). */
function modules(given: Readonly<Record<string, unknown>>): Plugin {
  return {
    name: "contraluz",
    setup(b) {
      b.onResolve({ filter: /^contraluz:/ }, ({ path }) => ({ path, namespace: "contraluz" }));
      b.onLoad({ filter: /.*/, namespace: "contraluz" }, ({ path }) => {
        const exported = given[path.slice("contraluz:".length)] as Record<string, unknown> | undefined;
        if (!exported) throw new Error(`no module ${path}`);
        const lines = Object.entries(exported).map(
          ([k, v]) => `export const ${k} = ${v instanceof InPage ? v.code : JSON.stringify(v)};`,
        );
        return { contents: lines.join("\n"), loader: "js" };
      });
    },
  };
}

/** Of the one file: a value that lies in the page beside the script, so that nobody waits for a script of many megabytes. */
class InPage {
  readonly code: string;
  constructor(id: string) {
    this.code = `document.getElementById(${JSON.stringify(id)})?.content.textContent ?? ""`;
  }
}

const hashOf = (body: string | Uint8Array): string => createHash("sha256").update(body).digest("base64");

function common(root: string): BuildOptions & { write: false } {
  return {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    charset: "utf8",
    platform: "browser",
    target: "es2023",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    write: false,
  };
}

/** The engine's thread as one classic script. */
async function engineScript(root: string): Promise<{ text: string; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    ...common(root),
    entryPoints: ["apps/web/src/engine/worker.ts"],
    format: "iife",
  });
  return { text: outputFiles[0]!.text, inputs: Object.keys(metafile!.inputs) };
}

function fontsOf(root: string): { text: string; mono: string } {
  const read = (name: string): string =>
    readFileSync(
      join(root, `node_modules/@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`),
    ).toString("base64");
  return { text: read(FONTS.text), mono: read(FONTS.mono) };
}

/** Of the page itself: what build it is. */
interface PageParts {
  readonly csp: string;
  readonly head: string;
  readonly body: string;
  readonly build: string;
}

function page(o: PageParts): string {
  return `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${o.csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="build" content="${o.build}">
<title>1</title>
<link rel="icon" href="data:,">
${o.head}
</head>
<body>${o.body}</body>
</html>
`;
}

/** The ordinary page that a quick exit leads to. */
function exitPage(lang: (typeof LANGS)[number]): string {
  const p = PLAIN[lang];
  const style =
    "body{font:16px/1.5 sans-serif;max-width:30em;margin:2em auto;padding:0 1em;color:#222;background:#fff}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #bbb;padding:.4em;text-align:left}";
  const cells = (tag: string, row: readonly string[]): string =>
    `<tr>${row.map((c) => `<${tag}>${c}</${tag}>`).join("")}</tr>`;
  const csp = `default-src 'none'; style-src 'sha256-${hashOf(style)}'; img-src data:`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${csp}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${p.title}</title><link rel="icon" href="data:,"><style>${style}</style></head><body><main><h1>${p.title}</h1><table>${cells("th", p.heads)}${p.rows.map((r) => cells("td", r)).join("")}</table></main></body></html>\n`;
}

type Files = ReadonlyMap<string, string | Uint8Array>;

/** What a build is called: the beginning of a hash over the names and bytes of its files. */
function buildOf(files: Files): string {
  const sum = createHash("sha256");
  for (const [name, body] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    sum.update(`${name}\0${Buffer.byteLength(body)}\0`).update(body);
  return sum.digest("hex").slice(0, 10);
}

/** The service worker of a kept page: it knows all files, each with its hash. */
async function keepScript(root: string, files: Files, id: string): Promise<string> {
  const list = [...files].map(([name, body]) => [name, `sha256-${hashOf(body)}`]).sort();
  const { outputFiles } = await build({
    ...common(root),
    entryPoints: ["apps/web/src/keep/worker.ts"],
    format: "iife",
    plugins: [modules({ kept: { files: list, build: id } })],
  });
  return outputFiles[0]!.text;
}

/** Many files, hashed names; `licences`: of what others wrote, by the files that the page is made of. */
async function site(
  root: string,
  given: Record<string, unknown>,
  licences: (inputs: readonly string[]) => string,
): Promise<{ files: Map<string, string | Uint8Array>; id: string }> {
  const { outputFiles, metafile } = await build({
    ...common(root),
    entryPoints: ["apps/web/src/main.tsx"],
    outdir: "/out",
    format: "esm",
    splitting: true,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    plugins: [modules(given)],
  });
  const files = new Map<string, string | Uint8Array>([["THIRD-PARTY.txt", licences(Object.keys(metafile!.inputs))]]);
  let script = "";
  let style = "";
  for (const f of outputFiles) {
    const base = f.path.replace(/^.*[\\/]/, "");
    files.set(base, f.contents);
    if (base.startsWith("main-") && base.endsWith(".js")) script = base;
    if (base.startsWith("main-") && base.endsWith(".css")) style = base;
  }
  for (const lang of LANGS) files.set(`exit-${lang}.html`, exitPage(lang));
  const id = buildOf(files);
  files.set(
    "index.html",
    page({
      build: id,
      csp: pagePolicy("'self'", "'self'"),
      head: `<link rel="stylesheet" href="${style}">\n<script type="module" src="${script}"></script>`,
      body: "",
    }),
  );
  files.set(`keep-${id}.js`, await keepScript(root, files, id));
  return { files, id };
}

/** One file. A script that ends itself (`</script>`) cannot stand in it: esbuild writes such texts in another way. */
async function single(
  root: string,
  given: Record<string, unknown>,
  id: string,
  beside: ReadonlyMap<string, string>,
): Promise<string> {
  const { outputFiles } = await build({
    ...common(root),
    entryPoints: ["apps/web/src/main.tsx"],
    outdir: "/out",
    format: "iife",
    loader: { ".woff2": "dataurl" },
    plugins: [modules(given)],
  });
  const of = (end: string): OutputFile => outputFiles.find((f) => f.path.endsWith(end))!;
  const script = of(".js").text.trim();
  const style = of(".css").text.trim();
  for (const [text, end] of [
    [script, "</script"],
    [style, "</style"],
  ] as const)
    if (text.toLowerCase().includes(end)) throw new Error(`${end} inside the page`);
  return page({
    build: id,
    csp: pagePolicy(`'sha256-${hashOf(script)}'`, `'sha256-${hashOf(style)}'`),
    head: `<style>${style}</style>`,
    body: `<script>${script}</script>${[...beside].map(([name, text]) => `\n<template id="${name}">${text}</template>`).join("")}`,
  });
}

/** Sizes of the files, compressed as a server would: for `docs` and the check of the budget. */
export interface BuiltWeb {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Names that the first screen loads. */
  readonly first: readonly string[];
}

/** Builds everything in memory. `signs`: lists that come with the build. */
export async function buildWeb(root: string, signs: readonly Sign[] = []): Promise<BuiltWeb> {
  const engine = await engineScript(root);
  const archive = await build({
    ...common(root),
    entryPoints: ["apps/web/src/archive/worker.ts"],
    format: "iife",
    // SQLite's module makes an address out of where it lies; its bytes are handed in, and nothing is asked for there.
    define: { "import.meta.url": '"https://archive.invalid/"' },
    plugins: [quietNode],
  });
  const parts = archiveParts(root, archive.outputFiles[0]!.contents);
  const fonts = fontsOf(root);
  const given = (mode: "site" | "file"): Record<string, unknown> => ({
    engine: { source: engine.text },
    signs: { signs: signs.map(packed) },
    fonts: { fonts },
    mode: { mode, signLists: signs.length },
    ...Object.fromEntries(
      [...parts].map(([name, text]) => [name, { packed: mode === "site" ? text : new InPage(name) }]),
    ),
  });
  const fontFolders = Object.values(FONTS).map((name) => `node_modules/@fontsource-variable/${name}`);
  const licences = (inputs: readonly string[]): string => {
    const all = [...engine.inputs, ...Object.keys(archive.metafile!.inputs), ...inputs];
    const carried = all.flatMap((path) => packageOf(path) ?? []);
    return (
      thirdParty(root, [...carried, ...ARCHIVE_PACKAGES, ...fontFolders], ARCHIVE_LICENCES) + decoderLicences(root)
    );
  };
  const { files, id } = await site(root, given("site"), licences);
  files.set("contraluz.html", await single(root, given("file"), id, parts));
  const first = [...files.keys()].filter((n) => n === "index.html" || n.startsWith("main-") || n.endsWith(".woff2"));
  return { files, first: [...first, ...staticImports(files, first)] };
}

/** Chunks that others import at once. */
function staticImports(files: ReadonlyMap<string, string | Uint8Array>, from: readonly string[]): string[] {
  const found = new Set<string>();
  const look = (name: string): void => {
    const body = files.get(name);
    if (body === undefined || !name.endsWith(".js")) return;
    const text = typeof body === "string" ? body : new TextDecoder().decode(body);
    for (const m of text.matchAll(/(?:from|^import|[;}]import)\s*"\.\/([^"]+)"/g)) {
      if (found.has(m[1]!)) continue;
      found.add(m[1]!);
      look(m[1]!);
    }
  };
  for (const name of from) look(name);
  return [...found];
}

/** A line a file, as `sha256sum` writes and reads it. */
export function sumsOf(files: Files): string {
  const hex = (body: string | Uint8Array): string => createHash("sha256").update(body).digest("hex");
  return [...files]
    .map(([name, body]) => `${hex(body)}  ${name}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join("");
}

if (import.meta.main) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const folder = join(root, "apps/web/dist");
  const { values } = parseArgs({ options: { indicators: { type: "string" } } });
  const { good, empty } = await sortSigns(values.indicators === undefined ? [] : readSigns(values.indicators));
  for (const name of empty) process.stderr.write(`left out, no signs in it: ${name}\n`);
  const built = await buildWeb(root, good);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, body] of built.files) writeFileSync(join(folder, name), body);
  writeFileSync(join(folder, "SHA256SUMS"), sumsOf(built.files));
  const parts = partsOf(built);
  const breaches = overweight(parts);
  process.stdout.write(`${relative(root, folder)}\n${sizeTable(parts)}${breaches.map((b) => `${b}\n`).join("")}`);
  if (breaches.length > 0) process.exitCode = 1;
}
