/**
 * Fetches a Trino server from Maven Central into a folder, and finds one there.
 *
 *     node tools/run.js tools/trino/server.ts FOLDER
 *
 * The archive `trino-server-core` holds no connector that reads Parquet, so the one called `hive` is added to it. Needs `mvn`, `tar` and
 * `unzip`, and 1.5 GB. Maven checks the sums of what it fetches. Where Go is, a small server of S3 is fetched too (`s3.ts`).
 *
 * Source: https://trino.io/docs/476/installation/deployment.html (from 477 on the servers lie elsewhere than on Maven Central).
 * @module
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { fetchS3 } from "./s3.ts";

const VERSION = "476";
/** Java that this version runs on: 24 or newer. */
const JAVA = 24;

/** Where Java of a version that Trino runs on lies: `JAVA_HOME`, else what Linux keeps in one folder. */
export function javaHome(): string | undefined {
  const listed = existsSync("/usr/lib/jvm") ? readdirSync("/usr/lib/jvm").sort() : [];
  const homes = [process.env.JAVA_HOME ?? "", ...listed.map((name) => join("/usr/lib/jvm", name))];
  return homes.find((home) => {
    if (home === "" || !existsSync(join(home, "bin/java"))) return false;
    const said = spawnSync(join(home, "bin/java"), ["-version"], { encoding: "utf8" }).stderr;
    return Number(/version "(\d+)/.exec(said)?.[1] ?? 0) >= JAVA;
  });
}

/** The unpacked server below a folder; undefined where it is not there. */
export function serverIn(folder: string | undefined): string | undefined {
  if (folder === undefined || folder === "") return undefined;
  const home = resolve(folder, `trino-server-core-${VERSION}`);
  return existsSync(join(home, "plugin/hive")) ? home : undefined;
}

function run(command: string, args: readonly string[], cwd: string): void {
  const r = spawnSync(command, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
  if (r.status !== 0) throw new Error(`${command} ended with ${r.status ?? r.signal ?? r.error?.message}`);
}

/** One archive of Maven Central; its path. */
function fetched(folder: string, artifact: string, type: string): string {
  const repository = join(folder, "maven");
  const path = join(repository, "io/trino", artifact, VERSION, `${artifact}-${VERSION}.${type}`);
  if (existsSync(path)) return path;
  const get = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get";
  const what = `-Dartifact=io.trino:${artifact}:${VERSION}:${type}`;
  run("mvn", ["-B", "-q", get, `-Dmaven.repo.local=${repository}`, what, "-Dtransitive=false"], folder);
  return path;
}

/** Fetches and unpacks what is not there yet; gives back the server's folder. */
export function fetchServer(to: string): string {
  const folder = resolve(to);
  mkdirSync(folder, { recursive: true });
  const there = serverIn(folder);
  if (there) return there;
  const core = fetched(folder, "trino-server-core", "tar.gz");
  const hive = fetched(folder, "trino-hive", "zip");
  const home = join(folder, `trino-server-core-${VERSION}`);
  rmSync(home, { recursive: true, force: true });
  run("tar", ["-xzf", core], folder);
  run("unzip", ["-q", "-o", hive, "-d", join(home, "plugin")], folder);
  // What none of our statements uses, and what takes long to load.
  for (const name of ["geospatial", "functions-python"])
    rmSync(join(home, "plugin", name), { recursive: true, force: true });
  renameSync(join(home, `plugin/trino-hive-${VERSION}`), join(home, "plugin/hive"));
  return home;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (folder === undefined) {
    process.stderr.write("node tools/run.js tools/trino/server.ts FOLDER\n");
    process.exitCode = 2;
  } else {
    process.stdout.write(`${fetchServer(folder)}\n`);
    process.stdout.write(`${fetchS3(folder) ?? "no S3: Go is not here, or could not build it"}\n`);
  }
}
