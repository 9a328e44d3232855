/**
 * The command line. In a worker thread the same file serves the engine, so that one bundled file is enough; each side loads
 * only what it needs.
 * @module
 */
import { isMainThread } from "node:worker_threads";
import { CATALOGUE, serve } from "@contraluz/engine";
import { keepHeapSmall, nodePlatform, portOfThread } from "@contraluz/platform-node";

// Warnings of Node to programmers are no words for the person who runs this; tests of the rooms still show them.
process.noDeprecation = true;

if (isMainThread) {
  keepHeapSmall();
  const { runToEnd } = await import("./run.ts");
  await runToEnd(process.argv.slice(2));
} else {
  serve(portOfThread(), nodePlatform(), CATALOGUE);
}
