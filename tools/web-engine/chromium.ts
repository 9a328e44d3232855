/** A headless Chromium for tests: the binary of `@sparticuz/chromium`, its web security left on. @module */
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { type BrowserContext, chromium } from "playwright-core";

const PACKAGE = dirname(dirname(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium")))));
/** Of the package's own list of arguments this one is taken: the others switch web security off. */
const ARGS = ["--no-sandbox"];
/** The half minute that is the rule was too short on a machine that does other things too. */
const PATIENCE_MS = 120_000;

/**
 * The path of the binary. It is unpacked once for each version, beside the package, and put in place whole: the package
 * would leave it in the machine's temporary folder, where tests that run at the same time, or other people, meet it.
 */
async function binary(): Promise<string> {
  const found = join(PACKAGE, "chromium", "bin", "chromium.br");
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "chromium", "package.json"), "utf8")) as {
    version: string;
  };
  const folder = join(dirname(PACKAGE), ".cache", "contraluz");
  const path = join(folder, `chromium-${version}`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const half = `${path}.${process.pid}`;
  try {
    await pipeline(
      createReadStream(found),
      createBrotliDecompress({ chunkSize: 1 << 21 }),
      createWriteStream(half, { mode: 0o700 }),
    );
    renameSync(half, path);
  } finally {
    rmSync(half, { force: true });
  }
  return path;
}

/**
 * Starts it, or says why it does not start on this machine (libraries of the system are missing, another processor). Where
 * `CI` is set to `true` it throws instead: a test that is never run there is no test.
 * With `profile`, a folder, it is a window as people have it; without, a private one, which keeps all it stores in memory.
 * @example
 * const started = await startChromium();
 * if (typeof started === "string") return t.skip(started);
 */
export async function startChromium(profile?: string): Promise<BrowserContext | string> {
  try {
    const options = { executablePath: await binary(), args: ARGS };
    const context =
      profile === undefined
        ? await (await chromium.launch(options)).newContext()
        : await chromium.launchPersistentContext(profile, options);
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  } catch (error) {
    if (process.env.CI === "true") throw error;
    const lines = String(error instanceof Error ? error.message : error).split("\n");
    const why =
      lines.find((l) => /error while loading|cannot open shared|ENOENT|EACCES|Exec format/.test(l)) ?? lines[0]!;
    return `Chromium does not start here: ${why.trim().slice(0, 200)}`;
  }
}
