/** `node tools/run.js tools/NAME.ts [arguments]`: sets up for development, then runs a tool with Node 24 in this folder. */
import { runInstead } from "../apps/cli/bin/node.js";
import { main, ROOT, setUp } from "./bootstrap.js";

await main(async () => {
  const node = await setUp("dev");
  process.exitCode = await runInstead(node, process.argv.slice(2), { cwd: ROOT });
});
