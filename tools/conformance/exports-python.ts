/**
 * A Python of its own with the libraries of the other side, made where it is missing: `node_modules/.cache`, by the hashes of
 * `exports-requirements.txt`. Where there is no Python, no pip or no registry, its reason is told.
 * @module
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pythonWith } from "./python.ts";
import { Skip } from "./runner.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const REQUIREMENTS = join(HERE, "exports-requirements.txt");
const CACHE = join(HERE, "../../node_modules/.cache");
const SCRIPT = join(HERE, "exports.py");

/** The last line that says something, without addresses. */
const lastLine = (text: string): string =>
  (text.trim().split("\n").pop() ?? "").replace(/\b\w+:\/\/\S+/g, "(address)").slice(0, 200);

function programOf(folder: string): string {
  const unix = join(folder, "bin/python");
  return existsSync(unix) ? unix : join(folder, "Scripts/python.exe");
}

function make(python: string, folder: string): void {
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  const venv = spawnSync(python, ["-m", "venv", partial], { encoding: "utf8" });
  if (venv.status !== 0)
    throw new Skip(`no virtual environment of Python here: ${lastLine(venv.stderr || venv.stdout)}`);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
  const how = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement", REQUIREMENTS];
  const ran = spawnSync(programOf(partial), [...pip, ...how], { encoding: "utf8", timeout: 600_000 });
  const said = `${ran.stderr ?? ""}${ran.stdout ?? ""}`;
  // Something else than what was pinned is no reason to go on.
  if (/DO NOT MATCH THE HASHES|hashes are required/i.test(said)) throw new Error(lastLine(said));
  if (ran.status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    throw new Skip(`the libraries could not be installed: ${lastLine(said)}`);
  }
  renameSync(partial, folder);
}

/** That Python. Throws a Skip with its reason. */
export function exportsPython(): string {
  const python = pythonWith("venv", "ensurepip");
  if (!python) throw new Skip("no Python 3 with venv and pip here");
  const version = spawnSync(python, ["-VV"], { encoding: "utf8" }).stdout;
  const key = createHash("sha256").update(readFileSync(REQUIREMENTS)).update(version).digest("hex").slice(0, 16);
  const folder = join(CACHE, `exports-${key}`);
  if (!existsSync(folder)) make(python, folder);
  return programOf(folder);
}

/** What a library makes of files or folders, one after the other. Throws what it says where it does not take one. */
export function asked<T>(what: "stix" | "misp" | "case" | "crate", paths: readonly string[]): readonly T[] {
  const ran = spawnSync(exportsPython(), [SCRIPT, what, ...paths], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (ran.status !== 0) throw new Error(lastLine(ran.stderr));
  return JSON.parse(ran.stdout) as T[];
}
