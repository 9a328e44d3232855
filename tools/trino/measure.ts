/**
 * Trino beside DuckDB on one lab: `node tools/run.js tools/trino/measure.ts SERVER LAB SIGNS [CASES…]`
 *
 * SERVER: the folder of `server.ts`. LAB is read, and packed (`hunt pack`) for the second half. SIGNS: a file of published signs. CASES:
 * how many of the lab's, one column each. Prints wall time and CPU of three joins of all keys, over files of single checks and over
 * packed files; that of Trino is of its three processes together. Then one worker is killed in the middle of a join, with no other help.
 * @module
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join as path, resolve } from "node:path";
import { type CompiledIndicators, compileIndicators, readIndicators } from "@contraluz/detection";
import {
  type HuntEngine,
  join,
  type LabCase,
  type Met,
  makeTables,
  openLabToWrite,
  openTrino,
  packLab,
  readCases,
  readManifest,
  schemaOf,
  signKeys,
  type TrinoClient,
  trinoClient,
} from "@contraluz/hunt";
import { readFileStream, trinoWire, vaultFolder } from "@contraluz/platform-node";
import { nodeMachine } from "../../apps/cli/src/case/open.ts";
import { openDuckDb } from "../../apps/cli/src/hunt/duckdb.ts";
import { type Cluster, startCluster } from "./cluster.ts";
import { javaHome, serverIn } from "./server.ts";

const RUNS = 3;
const SCHEMA = schemaOf("hive.lab");
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

interface Bench {
  readonly cluster: Cluster;
  readonly client: TrinoClient;
  readonly lab: Awaited<ReturnType<typeof openLabToWrite>>;
  readonly duck: Awaited<ReturnType<typeof openDuckDb>>;
  readonly cases: readonly LabCase[];
  readonly signs: BigInt64Array;
}

const ownCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const placesOf = (cases: readonly LabCase[]): { caseId: string; checkId: string }[] =>
  cases.flatMap((c) => c.checks.map((k) => ({ caseId: c.id, checkId: k.check })));

const textOf = (met: readonly Met[]): string =>
  met.map((m) => `${m.place.caseId}/${m.place.checkId} ${m.keys.join(" ")}`).join("\n");

/** Wall and CPU seconds of some work. */
async function took(cpu: () => number, work: () => Promise<string>): Promise<[string, number, number]> {
  const [start, before] = [performance.now(), cpu()];
  const text = await work();
  return [text, (performance.now() - start) / 1000, cpu() - before];
}

const shown = (all: readonly (readonly [number, number])[]): string =>
  all.map(([wall, cpu]) => `${wall.toFixed(1)} s (${cpu.toFixed(1)} CPU-s)`).join(", ");

async function joins(cpu: () => number, engine: HuntEngine, b: Bench, cases: readonly LabCase[]) {
  const all: [number, number][] = [];
  let text = "";
  for (let i = 0; i < RUNS; i++) {
    const [met, ...took_] = await took(cpu, async () =>
      textOf(await join(engine, placesOf(cases), await engine.putSigns(b.signs))),
    );
    text = met;
    all.push(took_);
  }
  return { text, all };
}

async function compare(b: Bench, what: string, cases: readonly LabCase[]): Promise<void> {
  const manifest = await readManifest(b.lab);
  const cpu = (): number => b.cluster.used().cpu;
  const opening = performance.now();
  const before = cpu();
  const open = { client: b.client, schema: SCHEMA, cases, name: `m${performance.now().toFixed(0)}` };
  const engine = await openTrino({ ...open, ...(manifest ? { packed: manifest } : {}) });
  const opened = `${((performance.now() - opening) / 1000).toFixed(1)} s (${(cpu() - before).toFixed(1)} CPU-s)`;
  try {
    const theirs = await joins(cpu, engine, b, cases);
    const ours = await joins(ownCpu, b.duck, b, cases);
    const met = ours.text === "" ? 0 : ours.text.split("\n").length;
    const same = ours.text === theirs.text && engine.missing.length === 0 ? "the same answer" : "ANOTHER ANSWER";
    say(`${what}, ${cases.length} cases, ${b.signs.length} keys: ${met} checks met, ${same}`);
    say(`  trino  opening ${opened}; join ${shown(theirs.all)}`);
    say(`  duckdb join ${shown(ours.all)}`);
  } finally {
    await engine.close();
  }
}

/** A join, and in its middle SIGKILL for a worker. */
async function kill(b: Bench): Promise<void> {
  const manifest = await readManifest(b.lab);
  const open = { client: b.client, schema: SCHEMA, cases: b.cases, ...(manifest ? { packed: manifest } : {}) };
  const run = async (name: string): Promise<string> => {
    const engine = await openTrino({ ...open, name });
    try {
      return textOf(await join(engine, placesOf(b.cases), await engine.putSigns(b.signs)));
    } finally {
      await engine.close();
    }
  };
  const whole = await run("before");
  const worker = b.cluster.workers[1]!;
  const engine = await openTrino({ ...open, name: "killed" });
  const signs = await engine.putSigns(b.signs);
  const start = performance.now();
  const running = join(engine, placesOf(b.cases), signs).then(
    (met) => (textOf(met) === whole ? "the whole answer" : "A WRONG ANSWER"),
    (e: Error) => `an error: ${e.message}`,
  );
  setTimeout(() => worker.process.kill("SIGKILL"), 1500);
  say(`killed after 1.5 s: ${await running} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  await engine.close().catch(() => undefined);
  await b.cluster.ready(1);
  say(`with one worker: ${(await run("alone")) === whole ? "the same answer" : "ANOTHER ANSWER"}`);
  await b.cluster.replace(worker);
  await b.cluster.ready(2);
  say(`with two again: ${(await run("after")) === whole ? "the same answer" : "ANOTHER ANSWER"}`);
}

async function signsOf(file: string): Promise<CompiledIndicators> {
  return compileIndicators([readIndicators(readFileStream(file), basename(file), () => {})]);
}

const [server = "", labPath = "", signsFile = "", ...counts] = process.argv.slice(2);
const [home, java] = [serverIn(server), javaHome()];
if (!home || !java || signsFile === "") {
  process.stderr.write(
    "tools/trino/measure.ts SERVER LAB SIGNS [CASES…]: a server, a lab, signs, and Java 24 are needed\n",
  );
  process.exit(2);
}
const at = resolve(labPath);
for (const name of ["packed/keys", "packed/records"]) mkdirSync(path(at, name), { recursive: true, mode: 0o700 });
const temp = mkdtempSync(path(tmpdir(), "contraluz-measure-"));
const lab = await openLabToWrite(vaultFolder(at), nodeMachine());
const duck = await openDuckDb(at, "en");
const signs = signKeys(await signsOf(resolve(signsFile)));
const begun = performance.now();
const cluster = await startCluster({ server: home, java, folder: temp, storage: dirname(at) });
const wire = trinoWire();
try {
  say(`ready after ${((performance.now() - begun) / 1000).toFixed(0)} s, ${cluster.used().cpu.toFixed(0)} CPU-s`);
  const client = trinoClient({ url: cluster.url, user: "measure" }, wire);
  await makeTables(client, SCHEMA, `local:///${basename(at)}`);
  const { cases } = await readCases(lab);
  const b: Bench = { cluster, client, lab, duck, cases, signs };
  const some = counts.length > 0 ? counts.map(Number) : [cases.length];
  for (const n of some) await compare(b, "single files", cases.slice(0, n));
  const [packed, wall, cpu] = await took(ownCpu, async () => {
    const p = await packLab({ lab, cases, engine: duck });
    return `${p.made} parts, ${(p.bytes / 2 ** 20).toFixed(0)} MB`;
  });
  say(`packed: ${packed}, ${wall.toFixed(1)} s, ${cpu.toFixed(1)} CPU-s`);
  for (const n of some) await compare(b, "packed files", cases.slice(0, n));
  await kill(b);
  say(`memory at most, MB: ${cluster.used().rss.join(", ")}`);
} finally {
  wire.close();
  await cluster.stop();
  await duck.close();
  await lab.close();
  rmSync(temp, { recursive: true, force: true });
}
