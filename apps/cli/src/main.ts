/**
 * The command line. In a worker thread the same file serves the engine, so that one bundled file is enough.
 * @module
 */
import { isMainThread } from "node:worker_threads";
import { CATALOGUE, serve } from "@contraluz/engine";
import { nodePlatform, portOfThread } from "@contraluz/platform-node";
import { EXIT } from "./exit.ts";
import { leave } from "./interrupt.ts";
import { run } from "./run.ts";

// Warnings of Node to programmers are no words for the person who runs this; tests of the rooms still show them.
process.noDeprecation = true;

if (isMainThread) {
  process.exitCode = await run(process.argv.slice(2));
  // Work that was called off may still hold a thread; nobody waits for it.
  if (process.exitCode === EXIT.cancelled) leave();
} else {
  serve(portOfThread(), nodePlatform(), CATALOGUE);
}
