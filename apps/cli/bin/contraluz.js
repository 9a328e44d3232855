#!/usr/bin/env node
// What `contraluz` starts: the one-file bundle of the published package, or the source in a clone. Runs on Node 20.
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const source = new URL("../src/main.ts", import.meta.url);
if (!existsSync(source)) {
  await import("../dist/contraluz.js");
} else {
  const { compileCache, findNode, isSpanish, runInstead, runsSource } = await import("./node.js");
  compileCache(dirname(fileURLToPath(import.meta.url)));
  if (runsSource(process.versions.node)) {
    const { enableCompileCache } = await import("node:module");
    enableCompileCache(process.env.NODE_COMPILE_CACHE);
    await import(source.href);
  } else {
    const node = findNode(dirname(fileURLToPath(import.meta.url)));
    if (node) {
      process.exitCode = await runInstead(node, [fileURLToPath(source), ...process.argv.slice(2)]);
    } else {
      const words = isSpanish()
        ? "Falta preparar esta copia. En su carpeta: npm start"
        : "This copy is not set up yet. In its folder: npm start";
      process.stderr.write(`${words}\n`);
      process.exitCode = 1;
    }
  }
}
