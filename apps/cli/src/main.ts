/**
 * The command line. In a worker thread the same file serves the engine, so that one bundled file is enough; each side loads
 * only what it needs.
 * @module
 */
import { isMainThread } from "node:worker_threads";
import { CATALOGUE, serve } from "@contraluz/engine";
import { keepHeapSmall, nodePlatform, portOfThread, threadServes } from "@contraluz/platform-node";

// Warnings of Node to programmers are no words for the person who runs this; tests of the rooms still show them.
process.noDeprecation = true;

if (isMainThread) {
  keepHeapSmall();
  const { runToEnd } = await import("./run.ts");
  await runToEnd(process.argv.slice(2));
} else if (threadServes() === "documents" || threadServes() === "pictures") {
  // Libraries that read documents speak to programmers there; stdout belongs to the answer.
  for (const how of ["log", "info", "warn", "error"] as const) console[how] = () => {};
  await import("./archive/older-node.ts");
  const platform = nodePlatform({ workers: 0 });
  if (threadServes() === "pictures") {
    const { servePictures } = await import("@contraluz/archive/hits/picture-thread.ts");
    servePictures(portOfThread(), platform);
  } else {
    const { serveDocuments } = await import("@contraluz/archive/read/thread.ts");
    serveDocuments(portOfThread(), platform);
  }
} else {
  serve(portOfThread(), nodePlatform(), CATALOGUE);
}
