/** The scripts of the test page, bundled as the web app's will be: one file each, no code from elsewhere. @module */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Served } from "./server.ts";

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const HTML = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Contraluz</title>
<input type="file" id="folder" webkitdirectory><input type="file" id="file"><input type="file" id="signs" multiple>
<script type="module" src="page.js"></script></html>
`;

/** `/index.html` and its scripts, ready to be served. */
export async function bundle(): Promise<Map<string, Served>> {
  const { outputFiles } = await build({
    entryPoints: ["page.ts", "engine.ts", "probe.ts"].map(here),
    outdir: "/",
    bundle: true,
    format: "esm",
    target: "es2023",
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  const files = new Map<string, Served>([["/index.html", { type: "text/html", body: HTML }]]);
  for (const { path, contents } of outputFiles)
    files.set(path.replace(/^.*[\\/]/, "/"), { type: "text/javascript", body: contents });
  return files;
}
