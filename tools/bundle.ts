/**
 * `npm run bundle`: the command line as one file for Node 20 and newer, without dependencies, and beside it the sample phone
 * and the web app, which `contraluz web` serves.
 * Same source, same bytes: nothing in it depends on the machine.
 * @module
 */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { copyReadFiles, READ_LICENCES, READ_PACKAGES, readPlugin } from "./read-files.ts";
import { packageOf, thirdParty } from "./third-party.ts";
import { buildWeb } from "./web-build.ts";

const FONTS = { text: "atkinson-hyperlegible-next", mono: "atkinson-hyperlegible-mono" } as const;
const SAMPLE = ["backup", "indicators.stix2", "vendors.yaml"];

/** SQLite for a Node that has none (decision 49). Its package carries no licence text: Apache 2.0, as ours; SQLite itself is in the public domain. */
const SQLITE = "node_modules/@sqlite.org/sqlite-wasm";

const fontFolder = (name: string): string => `node_modules/@fontsource-variable/${name}`;

/** The fonts as `apps/cli/src/fonts.ts` wants them. */
function fonts(root: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(FONTS).map(([use, name]) => {
      const path = join(root, fontFolder(name), `files/${name}-latin-wght-normal.woff2`);
      return [use, readFileSync(path).toString("base64")];
    }),
  );
}

/**
 * Builds the bundle of the project at `root` into `folder` (emptied first): `contraluz.js`, `read/` (what documents
 * need), `sqlite3.wasm`, `sample/`, `web/`, `THIRD-PARTY.txt`.
 * @returns size of the file in bytes
 */
export async function bundle(root: string, folder: string): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "contraluz.js");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["apps/cli/src/main.ts"],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    charset: "utf8",
    // Whoever searches a lab installs them (`hunt`): each brings what is made for one system.
    external: ["@duckdb/node-api", "pg-boss"],
    // Whoever audits the package reads this file: it stays as it was written.
    minify: false,
    legalComments: "none",
    metafile: true,
    plugins: [readPlugin],
    logLevel: "warning",
    define: { CONTRALUZ_FONTS: JSON.stringify(fonts(root)) },
  });
  const carried = Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []);
  writeFileSync(
    join(folder, "THIRD-PARTY.txt"),
    thirdParty(root, [...carried, ...Object.values(FONTS).map((name) => fontFolder(name)), ...READ_PACKAGES], {
      ...READ_LICENCES,
      [SQLITE]: "LICENSE",
    }),
  );
  copyReadFiles(root, folder);
  copyFileSync(join(root, SQLITE, "dist/sqlite3.wasm"), join(folder, "sqlite3.wasm"));
  mkdirSync(join(folder, "web"));
  // The one file for a stick carries the same again: it is released apart.
  for (const [name, body] of (await buildWeb(root)).files)
    if (name !== "contraluz.html") writeFileSync(join(folder, "web", name), body);
  mkdirSync(join(folder, "sample"));
  for (const name of SAMPLE)
    cpSync(join(root, "samples/journalist", name), join(folder, "sample", name), { recursive: true });
  return statSync(file).size;
}

if (import.meta.main) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const folder = join(root, "apps/cli/dist");
  const size = await bundle(root, folder);
  // npm packs what lies in the folder of the package; the project has one licence for all of it.
  for (const name of ["LICENSE", "NOTICE"]) copyFileSync(join(root, name), join(root, "apps/cli", name));
  // stdout belongs to `npm pack`, which may be asked for JSON.
  process.stderr.write(`${relative(root, folder)}/contraluz.js: ${Math.round(size / 1024)} KiB\n`);
}
