/**
 * A real Trino of one coordinator and some workers on loopback, for as long as a measurement needs it. Everything lies in one folder, and
 * only processes that were started here are ended.
 *
 * Sources: https://trino.io/docs/476/installation/deployment.html (the files below `etc`),
 * https://trino.io/docs/476/object-storage/file-system-local.html, https://trino.io/docs/476/object-storage/file-system-s3.html,
 * https://trino.io/docs/476/object-storage/metastores.html (`hive.metastore=file`).
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";

/** A bucket as Trino's own file system for S3 is told of it. */
export interface S3Storage {
  readonly endpoint: string;
  readonly key: string;
  readonly secret: string;
}

export interface ClusterOptions {
  /** `serverIn(…)`. */
  readonly server: string;
  readonly java: string;
  /** Folder for settings, logs and the list of tables. */
  readonly folder: string;
  /** Folder that Trino sees as `local:///`. */
  readonly storage: string;
  readonly s3?: S3Storage;
  readonly workers?: number;
  /** Milliseconds until it must answer. */
  readonly patience?: number;
}

export interface TrinoNode {
  readonly name: string;
  readonly port: number;
  readonly process: ChildProcess;
}

export interface Cluster {
  readonly url: string;
  readonly coordinator: TrinoNode;
  readonly workers: readonly TrinoNode[];
  /** Starts a worker in the place of one that is gone. */
  replace(worker: TrinoNode): Promise<TrinoNode>;
  /** Waits until so many workers take work. */
  ready(workers: number): Promise<void>;
  /** CPU seconds of all nodes since they started, and the largest memory of each in MB. */
  used(): { readonly cpu: number; readonly rss: readonly number[] };
  stop(): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((r) => setTimeout(r, ms));

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

const lines = (o: Readonly<Record<string, string | number | boolean>>): string =>
  Object.entries(o)
    .map(([k, v]) => `${k}=${v}\n`)
    .join("");

const JVM = (heap: string): string =>
  `${[`-Xmx${heap}`, "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError", "-XX:ReservedCodeCacheSize=256M", "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED"].join("\n")}\n`;

function catalog(o: ClusterOptions): string {
  return lines({
    "connector.name": "hive",
    "hive.metastore": "file",
    "hive.metastore.catalog.dir": "local:///.trino",
    "fs.native-local.enabled": true,
    "local.location": o.storage,
    // A partition that Trino was told of and that is not there is an error, never an empty one.
    "hive.ignore-absent-partitions": false,
    ...(o.s3
      ? {
          "fs.native-s3.enabled": true,
          "s3.endpoint": o.s3.endpoint,
          "s3.region": "us-east-1",
          "s3.path-style-access": true,
          "s3.aws-access-key": o.s3.key,
          "s3.aws-secret-key": o.s3.secret,
        }
      : {}),
  });
}

let signals = false;

/** A child that is not waited for, and that does not outlive this process, unless that is killed. */
export function endWithUs(child: ChildProcess): void {
  child.unref();
  process.once("exit", () => child.kill("SIGTERM"));
  if (signals) return;
  signals = true;
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
}

/** Writes what a node needs below `etc` and starts it. */
function launch(o: ClusterOptions, name: string, port: number, discovery: string): TrinoNode {
  const coordinator = name === "coordinator";
  const [home, etc] = [join(o.folder, name), join(o.folder, name, "etc")];
  mkdirSync(join(etc, "catalog"), { recursive: true, mode: 0o700 });
  writeFileSync(
    join(etc, "node.properties"),
    lines({
      "node.environment": "hunt",
      "node.id": name,
      "node.data-dir": join(home, "data"),
      "node.internal-address": "127.0.0.1",
      "node.bind-ip": "127.0.0.1",
    }),
  );
  writeFileSync(join(etc, "jvm.config"), JVM(coordinator ? "1500M" : "2G"));
  writeFileSync(join(etc, "log.properties"), "io.trino=WARN\n");
  writeFileSync(
    join(etc, "config.properties"),
    lines({
      coordinator,
      ...(coordinator ? { "node-scheduler.include-coordinator": false } : {}),
      "http-server.http.port": port,
      "http-server.log.enabled": false,
      "discovery.uri": discovery,
      "query.max-memory-per-node": coordinator ? "400MB" : "900MB",
      "query.remote-task.max-error-duration": "30s",
    }),
  );
  writeFileSync(join(etc, "catalog/hive.properties"), catalog(o), { mode: 0o600 });
  const log = openSync(join(o.folder, `${name}.log`), "a");
  const child = spawn(join(o.server, "bin/launcher"), ["run", "--etc-dir", etc], {
    cwd: home,
    env: { ...process.env, JAVA_HOME: o.java, PATH: `${join(o.java, "bin")}:${process.env.PATH ?? ""}` },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  endWithUs(child);
  return { name, port, process: child };
}

const alive = (n: TrinoNode): boolean => n.process.exitCode === null && n.process.signalCode === null;

async function json(url: string, body?: string): Promise<Record<string, unknown> | undefined> {
  try {
    const headers = { "X-Trino-User": "ready" };
    const r = await fetch(url, { headers, ...(body === undefined ? {} : { method: "POST", body }) });
    return r.ok ? ((await r.json()) as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Workers that take work, as the coordinator counts them; -1 while it does not answer. */
async function active(url: string): Promise<number> {
  const info = await json(`${url}/v1/info`);
  if (info?.starting !== false) return -1;
  // Nothing is counted in SQL: the coordinator answers this alone, also while a worker is gone that it does not miss yet.
  const statement = "select node_id from system.runtime.nodes where state = 'active' and not coordinator";
  let nodes = 0;
  let page = await json(`${url}/v1/statement`, statement);
  while (page) {
    if (page.error) return -1;
    if (Array.isArray(page.data)) nodes += page.data.length;
    if (typeof page.nextUri !== "string") return nodes;
    page = await json(page.nextUri);
  }
  return -1;
}

/** User and system time in seconds and the high-water mark in MB, as Linux counts them. */
function usage(pid: number): { cpu: number; rss: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const hwm = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, rss: Math.round(Number(hwm?.[1] ?? 0) / 1024) };
  } catch {
    return { cpu: 0, rss: 0 };
  }
}

async function ended(n: TrinoNode): Promise<void> {
  if (!alive(n)) return;
  const gone = new Promise<void>((r) => n.process.once("exit", () => r()));
  n.process.ref();
  n.process.kill("SIGTERM");
  const hard = setTimeout(() => n.process.kill("SIGKILL"), 15_000);
  await gone;
  clearTimeout(hard);
}

/** Starts a cluster and waits until it takes work. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const o = { ...options, folder: resolve(options.folder), storage: resolve(options.storage) };
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const coordinator = launch(o, "coordinator", port, url);
  const workers: TrinoNode[] = [];
  const started: TrinoNode[] = [coordinator];
  const add = async (name: string): Promise<TrinoNode> => {
    const n = launch(o, name, await freePort(), url);
    started.push(n);
    return n;
  };
  const stop = async (): Promise<void> => void (await Promise.all(started.map(ended)));
  const ready = async (count: number): Promise<void> => {
    const until = Date.now() + (o.patience ?? 900_000);
    while ((await active(url)) !== count) {
      if (!alive(coordinator)) throw new Error(`the coordinator ended: ${join(o.folder, "coordinator.log")}`);
      if (Date.now() > until) throw new Error(`not ready: ${o.folder}`);
      await pause(500);
    }
  };
  try {
    for (let i = 1; i <= (o.workers ?? 2); i++) workers.push(await add(`worker${i}`));
    await ready(workers.length);
  } catch (e) {
    await stop();
    throw e;
  }
  return {
    url,
    coordinator,
    workers,
    async replace(worker) {
      await ended(worker);
      const fresh = await add(worker.name);
      workers[workers.indexOf(worker)] = fresh;
      return fresh;
    },
    ready,
    used() {
      const all = [coordinator, ...workers].map((n) => usage(n.process.pid ?? -1));
      return { cpu: all.reduce((sum, u) => sum + u.cpu, 0), rss: all.map((u) => u.rss) };
    },
    stop,
  };
}
