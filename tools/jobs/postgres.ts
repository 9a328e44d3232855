/**
 * A PostgreSQL of our own for as long as something is tried with it: a data folder and a socket in one folder, a password, no port. The
 * server does not run as root; where we are root it is started as a user who owns nothing.
 *
 * Sources: https://www.postgresql.org/docs/15/app-initdb.html, https://www.postgresql.org/docs/15/app-postgres.html,
 * https://man7.org/linux/man-pages/man1/setpriv.1.html
 * @module
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** The user `nobody` of Debian and its kin. */
const NOBODY = 65_534;
const PATIENCE = 60_000;

export interface Postgres {
  /** Of its database, with the password. */
  readonly address: string;
  readonly version: string;
  /** Folder with all that it wrote. */
  readonly data: string;
  stop(): Promise<void>;
}

/** Where `initdb` and `postgres` lie; undefined if they are not here. Debian keeps them out of the path. */
export function postgresHere(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((v) => join(debian, v, "bin")) : [];
  const path = (process.env.PATH ?? "").split(":").filter((p) => p !== "");
  const found = [...path, ...versions].find((p) => existsSync(join(p, "initdb")) && existsSync(join(p, "postgres")));
  // A link to one of them says where the others lie.
  return found && dirname(realpathSync(join(found, "initdb")));
}

/** As whom a program of it runs. */
function as(program: string, args: readonly string[]): readonly [string, readonly string[]] {
  if (process.getuid?.() !== 0) return [program, args];
  return ["setpriv", [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups", program, ...args]];
}

/** Others may pass through the folders on the way, and see nothing of them. */
function letThrough(folder: string, from: string): void {
  for (let at = folder; at.length >= from.length; at = dirname(at)) chmodSync(at, 0o711);
}

async function answers(server: ChildProcess, bin: string, socket: string, log: string): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`postgres ended: ${readFileSync(log, "utf8").slice(-400)}`);
    try {
      execFileSync(join(bin, "pg_isready"), ["-q", "-h", socket], { stdio: "ignore" });
      return;
    } catch {
      if (performance.now() > until) throw new Error("postgres does not answer");
    }
    await setTimeout(100);
  }
}

/** Starts a server below `folder`, which is ours alone. */
export async function startPostgres(bin: string, folder: string): Promise<Postgres> {
  const home = join(folder, "postgres");
  const data = join(home, "data");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const password = randomBytes(16).toString("hex");
  const file = join(home, "password");
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (process.getuid?.() === 0) {
    letThrough(folder, folder);
    for (const path of [home, file]) chownSync(path, NOBODY, NOBODY);
  }
  const quiet = { cwd: home, stdio: ["ignore", "pipe", "pipe"] as ("ignore" | "pipe")[] };
  const made = as(join(bin, "initdb"), [
    ...["-D", data, "-U", "contraluz", "--pwfile", file, "--auth", "scram-sha-256"],
    ...["--encoding", "UTF8", "--locale", "C", "--no-sync"],
  ]);
  execFileSync(made[0], made[1], quiet);
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  const log = join(home, "log");
  const settings = [`unix_socket_directories=${home}`, "listen_addresses=", "fsync=off", "logging_collector=off"];
  const run = as(join(bin, "postgres"), ["-D", data, ...settings.flatMap((s) => ["-c", s])]);
  const server = spawn(run[0], run[1], { ...quiet, stdio: ["ignore", "ignore", "pipe"] });
  writeFileSync(log, "");
  server.stderr?.on("data", (b: Buffer) => writeFileSync(log, b, { flag: "a" }));
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  const stop = async (): Promise<void> => {
    // "Fast": those who are connected are sent away.
    server.kill("SIGINT");
    await ended;
  };
  await answers(server, bin, home, log).catch(async (e: unknown) => {
    await stop();
    throw e;
  });
  return {
    address: `postgresql://contraluz:${password}@localhost/postgres?host=${encodeURIComponent(home)}`,
    version,
    data,
    stop,
  };
}
