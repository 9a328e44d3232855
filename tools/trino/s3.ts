/**
 * A folder as a bucket of S3, on loopback, for as long as a measurement needs it: `versitygw`, which serves files as they lie and
 * changes none. Fetched by Go into the folder of the server (`fetchS3`).
 *
 * Source: https://github.com/versity/versitygw (Apache-2.0), `versitygw posix --help`.
 * @module
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { join, resolve } from "node:path";
import { endWithUs, freePort, type S3Storage } from "./cluster.ts";

const VERSION = "v1.8.0";

/** The program below a folder; undefined where it is not there. */
export function s3In(folder: string | undefined): string | undefined {
  if (folder === undefined || folder === "") return undefined;
  const path = resolve(folder, "bin/versitygw");
  return existsSync(path) ? path : undefined;
}

/** Fetches and builds it; needs `go`. */
export function fetchS3(to: string): string | undefined {
  const there = s3In(to);
  if (there) return there;
  const bin = resolve(to, "bin");
  mkdirSync(bin, { recursive: true });
  const what = `github.com/versity/versitygw/cmd/versitygw@${VERSION}`;
  const r = spawnSync("go", ["install", what], {
    env: { ...process.env, GOBIN: bin },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return r.status === 0 ? s3In(to) : undefined;
}

export interface S3Server extends S3Storage {
  stop(): Promise<void>;
}

/** Serves the folders below `root` as buckets. */
export async function startS3(program: string, root: string, log: string): Promise<S3Server> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const [key, secret] = ["lab", randomBytes(20).toString("hex")];
  const out = openSync(log, "a");
  // No attributes are written to files, and what has none still has a tag that a reader can name.
  const args = [
    "--port",
    `127.0.0.1:${port}`,
    "--quiet",
    "--readonly",
    "posix",
    "--nometa",
    "--default-etag",
    "lab",
    resolve(root),
  ];
  const env = { PATH: process.env.PATH ?? "", ROOT_ACCESS_KEY_ID: key, ROOT_SECRET_ACCESS_KEY: secret };
  const child: ChildProcess = spawn(program, args, { env, stdio: ["ignore", out, out], cwd: join(log, "..") });
  closeSync(out);
  endWithUs(child);
  const gone = new Promise<void>((r) => child.once("exit", () => r()));
  const stop = async (): Promise<void> => {
    child.ref();
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await gone;
  };
  for (let tries = 0; ; tries++) {
    // Without a signature it answers that it wants one.
    const ready = await fetch(endpoint).then(
      (r) => r.status === 403,
      () => false,
    );
    if (ready) return { endpoint, key, secret, stop };
    if (child.exitCode !== null || tries > 300) {
      await stop();
      throw new Error(`no S3: ${log}`);
    }
    await new Promise((r) => setTimeout(r, 100));
  }
}
