/**
 * `npm test [-- FILE… | --node-option…]`: sets up, then runs the tests beside the source with Node 24.
 * The last line counts them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { runInstead } from "../apps/cli/bin/node.js";
import { main, ROOT, setUp } from "./bootstrap.js";

const ROOMS = ["packages", "platform", "apps", "tools", "samples"];
/** No single test may take longer than this. */
const TIMEOUT_MS = 300_000;

/** @param {string} folder @returns {string[]} paths of all test files in it, by code unit */
function testsIn(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const skipped = /(^|[\\/])(node_modules|dist)[\\/]/;
  return names
    .filter((n) => n.endsWith(".test.ts") && !skipped.test(n))
    .sort()
    .map((n) => join(folder, n));
}

/** What people set for themselves must not decide whether a test passes. */
function cleanEnvironment() {
  const dropped =
    /^(NO_COLOR|FORCE_COLOR|NODE_OPTIONS|NODE_TEST_CONTEXT|NODE_DISABLE_COLORS|NODE_PATH|NODE_V8_COVERAGE|INIT_CWD)$|^npm_/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !dropped.test(name)));
}

await main(async () => {
  const args = process.argv.slice(2);
  const node = await setUp("dev");
  const options = args.filter((a) => a.startsWith("-"));
  const here = process.env.INIT_CWD || ROOT;
  const named = args.filter((a) => !a.startsWith("-")).map((a) => resolve(here, a));
  const files =
    named.length > 0
      ? named.flatMap((p) => (statSync(p).isDirectory() ? testsIn(p) : [p]))
      : ROOMS.flatMap((r) => testsIn(join(ROOT, r)));
  const folder = mkdtempSync(join(tmpdir(), "contraluz-test-"));
  try {
    const sum = join(folder, "counts.json");
    const reporters = [
      "--test-reporter=spec",
      "--test-reporter-destination=stdout",
      `--test-reporter=${join(ROOT, "tools/count-reporter.js")}`,
      `--test-reporter-destination=${sum}`,
    ];
    const run = [
      "--test",
      "--test-concurrency=2",
      `--test-timeout=${TIMEOUT_MS}`,
      ...reporters,
      ...options,
      ...files.map((f) => relative(ROOT, f)),
    ];
    // Hundreds of processes load the same sources: each is made ready to run once. Goes away with the folder.
    const env = { ...cleanEnvironment(), NODE_COMPILE_CACHE: join(folder, "compiled") };
    const code = await runInstead(node, run, { cwd: ROOT, env });
    const { passed, failed, skipped } = JSON.parse(readFileSync(sum, "utf8") || '{"passed":0,"failed":1,"skipped":0}');
    process.stdout.write(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`);
    // A run in which nothing was tested is no success.
    process.exitCode = code !== 0 ? code : passed > 0 && failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
