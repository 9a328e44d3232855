/**
 * From a fresh clone to a Node that runs the source, with nothing but the Node (20 or newer) and npm that are there.
 * Plain JavaScript: this is what runs before anything is installed.
 * @module
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findNode, isSpanish, PACKAGES, runsSource } from "../apps/cli/bin/node.js";

/** The root of the clone. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const WORDS = {
  setUp: [
    "Preparando Contraluz (la primera vez; descarga los programas que necesita)…",
    "Setting up Contraluz (only the first time; it downloads the programs it needs)…",
  ],
  update: ["Actualizando lo que Contraluz necesita…", "Updating what Contraluz needs…"],
  failed: [
    "No se pudo preparar. Revisa la conexión a internet e intenta otra vez. Esto dijo npm:",
    "Setting up failed. Check the network connection and try again. This is what npm said:",
  ],
  noNode: [
    "Contraluz necesita Node 24 o más nuevo, y para este equipo no hay uno que se instale solo.\nInstálalo desde https://nodejs.org y repite la orden. Este es Node",
    "Contraluz needs Node 24 or newer, and for this machine there is none that installs by itself.\nInstall it from https://nodejs.org and repeat the command. This is Node",
  ],
};

/** @param {keyof typeof WORDS} key */
const say = (key) => WORDS[key][isSpanish() ? 0 : 1];

/** A reason that a person can read; no stack is shown. */
export class SetupError extends Error {}

/** @param {string} file @returns {Record<string, any> | undefined} the packages of a lockfile by their folder */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** @param {string[] | string | undefined} list @param {string} value */
const fits = (list, value) =>
  list === undefined || [list].flat().some((x) => x === value || (x.startsWith("!") && x !== `!${value}`));

/**
 * What is there, compared with what the lockfile wants. npm itself keeps the record (`node_modules/.package-lock.json`), so
 * an installation made by hand counts as well.
 * @param {{ dev: boolean, node: boolean }} want `dev`: for tests too; `node`: a Node of our own is needed
 * @returns {"ready" | "nothing" | "outdated" | "outdated-dev"}
 */
export function installed(want, root = ROOT) {
  const wanted = packagesOf(join(root, "package-lock.json")) ?? {};
  const have = packagesOf(join(root, "node_modules/.package-lock.json"));
  if (!have) return "nothing";
  const withDev = Object.values(have).some((p) => p.dev);
  const nodes = Object.values(PACKAGES).map((name) => `node_modules/${name}`);
  for (const [folder, p] of Object.entries(wanted)) {
    if (!folder.startsWith("node_modules/") && !folder.includes("/node_modules/")) continue;
    if (p.dev && !want.dev) continue;
    if (p.optional && !(fits(p.os, process.platform) && fits(p.cpu, process.arch))) continue;
    if (nodes.includes(folder) && !want.node) continue;
    const h = have[folder];
    const same = h && h.version === p.version && h.integrity === p.integrity && Boolean(h.link) === Boolean(p.link);
    if (same ? existsSync(join(root, folder)) : p.optional && p.libc) continue;
    return withDev ? "outdated-dev" : "outdated";
  }
  return "ready";
}

/** @param {string[]} args @returns {Promise<{ code: number, said: string }>} */
function npm(args) {
  // The npm that called us, with the Node that it runs on: ours may be about to be replaced.
  const { npm_execpath: cli, npm_node_execpath: node = process.execPath } = process.env;
  const [command, first] = cli ? [node, [cli]] : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  const shell = !cli && process.platform === "win32";
  // What that npm was asked (`npm pack --dry-run --workspace apps/cli`) is not asked of this one.
  const asked = /^npm_config_(dry_run|json|workspaces?|include_workspace_root|omit|include|global)$/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !asked.test(name)));
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"], shell });
    let said = "";
    for (const out of [child.stdout, child.stderr]) out.on("data", (bytes) => (said = (said + bytes).slice(-4000)));
    child.on("error", (e) => resolve({ code: 1, said: e.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, said }));
  });
}

/**
 * Installs what is missing and gives the path of a Node that runs the source (24 or newer).
 * Says nothing when there is nothing to do; throws SetupError.
 * @param {"run" | "dev"} kind what to install: what running needs, or what tests and checks need too
 * @returns {Promise<string>}
 */
export async function setUp(kind) {
  const own = runsSource(process.versions.node);
  const want = { dev: kind === "dev", node: !own };
  const state = installed(want);
  if (state !== "ready") {
    process.stderr.write(`${say(state === "nothing" ? "setUp" : "update")}\n`);
    const dev = kind === "dev" || state === "outdated-dev" ? "--include=dev" : "--omit=dev";
    // Where nothing was there and this Node suffices, ours need not be downloaded.
    const optional = state === "nothing" && own && kind === "run" ? "--omit=optional" : "--include=optional";
    // `npm ci` starts from nothing; what is there (and may be running this very file) is only completed.
    const how = state === "nothing" ? ["ci"] : ["install", "--no-save"];
    const { code, said } = await npm([
      ...how,
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--no-progress",
      "--loglevel=error",
      dev,
      optional,
    ]);
    if (code !== 0) throw new SetupError(`${say("failed")}\n${said.trim()}`);
  }
  const node = own ? process.execPath : findNode(ROOT);
  if (!node) {
    // A Node that does not run here must not stand in the way of the host's: npm puts this folder first.
    for (const name of ["node", "node.cmd", "node.ps1"]) rmSync(join(ROOT, "node_modules/.bin", name), { force: true });
    throw new SetupError(`${say("noNode")} ${process.versions.node} (${process.platform}-${process.arch}).`);
  }
  return node;
}

/** Runs `main`; a SetupError is said in words and ends with code 1. @param {() => Promise<void>} main */
export async function main(main) {
  try {
    await main();
  } catch (e) {
    if (!(e instanceof SetupError)) throw e;
    process.stderr.write(`${e.message}\n`);
    process.exitCode = 1;
  }
}
