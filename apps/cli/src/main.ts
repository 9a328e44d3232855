/**
 * The command line. In a worker thread the same file serves the engine, so that one bundled file is enough.
 * @module
 */
import { isMainThread } from "node:worker_threads";
import { CATALOGUE, serve } from "@contraluz/engine";
import { nodePlatform, portOfThread } from "@contraluz/platform-node";
import { run } from "./run.ts";

if (isMainThread) {
  process.exitCode = await run(process.argv.slice(2));
} else {
  serve(portOfThread(), nodePlatform(), CATALOGUE);
}
