/** `npm start [-- arguments]`: sets up, then runs the command line; without arguments it checks the sample phone. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compileCache, runInstead } from "../apps/cli/bin/node.js";
import { main, ROOT, setUp } from "./bootstrap.js";

await main(async () => {
  const node = await setUp("run");
  const program = join(ROOT, "apps/cli/src/main.ts");
  compileCache(ROOT);
  const args = process.argv.length > 2 ? process.argv.slice(2) : ["demo"];
  // npm runs us in the root; paths are meant from where the person stands.
  const cwd = process.env.INIT_CWD || process.cwd();
  if (node !== process.execPath) {
    process.exitCode = await runInstead(node, [program, ...args], { cwd });
    return;
  }
  process.chdir(cwd);
  process.argv = [node, program, ...args];
  await import(pathToFileURL(program).href);
});
