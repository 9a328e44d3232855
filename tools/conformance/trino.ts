/**
 * Trino beside DuckDB: a real coordinator and two workers on loopback search a lab of random phones, and must say what DuckDB says: over
 * files of single checks, over packed files, over object storage. A worker is killed in the middle of a statement. Runs where
 * `CONTRALUZ_TRINO` names the folder that `tools/trino/server.ts` filled and there is a Java that is new enough; takes some minutes.
 * @module
 */
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { CompiledIndicators } from "@contraluz/detection";
import {
  dropTables,
  type HuntEngine,
  type HuntReport,
  hunt,
  huntText,
  makeTables,
  openTrino,
  packLab,
  placeFile,
  readCases,
  readManifest,
  removeCase,
  schemaOf,
  search,
  type TrinoClient,
  type TrinoEngine,
  trinoClient,
  unkeyed,
} from "@contraluz/hunt";
import { trinoWire, type Wire } from "@contraluz/platform-node";
import type { PhoneLab } from "../../apps/cli/src/hunt/phones.fixture.ts";
import { type Cluster, startCluster } from "../trino/cluster.ts";
import { type S3Server, s3In, startS3 } from "../trino/s3.ts";
import { javaHome, serverIn } from "../trino/server.ts";
import { type Case, must, Skip, same } from "./runner.ts";

const AS_OF = "2025-03-01";
const PHONES = 10;
const SCHEMA = schemaOf("hive.lab");
const OVER_S3 = schemaOf("hive.lab_s3");

/** Loaded when it is needed: it brings a test runner along, which says at the end that it ran none. */
const fixture = () => import("../../apps/cli/src/hunt/phones.fixture.ts");

interface Stage {
  readonly cluster: Cluster;
  readonly s3: S3Server | undefined;
  readonly wire: Wire;
  readonly client: TrinoClient;
  readonly lab: PhoneLab;
  readonly compiled: CompiledIndicators;
  opened: number;
}

async function prepare(temp: string): Promise<Stage> {
  const folder = process.env.CONTRALUZ_TRINO;
  const [server, java, program] = [serverIn(folder), javaHome(), s3In(folder)];
  if (!server)
    throw new Skip("CONTRALUZ_TRINO names no folder with a server (node tools/run.js tools/trino/server.ts FOLDER)");
  if (!java) throw new Skip("no Java of version 24 or newer here");
  const { phone, phoneLab, signs } = await fixture();
  const storage = join(temp, "storage");
  mkdirSync(storage);
  // The lab lies where Trino may read.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = storage;
  const lab = await phoneLab().finally(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  });
  for (let n = 0; n < PHONES; n++)
    await lab.take(n >> 1, (await phone(n + 1, n % 7 === 6 ? 4 : 300)).folder, `000${1 + (n & 1)}`);
  for (const name of ["packed/keys", "packed/records"]) mkdirSync(join(lab.path, name), { recursive: true });
  const s3 = program === undefined ? undefined : await startS3(program, temp, join(temp, "s3.log"));
  const cluster = await startCluster({ server, java, folder: join(temp, "cluster"), storage, ...(s3 ? { s3 } : {}) });
  const wire = trinoWire();
  const client = trinoClient({ url: cluster.url, user: "conformance" }, wire);
  await makeTables(client, SCHEMA, `local:///${basename(lab.path)}`);
  return { cluster, s3, wire, client, lab, compiled: await signs(7, 60), opened: 0 };
}

async function trino(s: Stage, schema = SCHEMA): Promise<TrinoEngine> {
  const { cases } = await readCases(s.lab.lab);
  const packed = await readManifest(s.lab.lab);
  return openTrino({ client: s.client, schema, cases, name: `t${s.opened++}`, ...(packed ? { packed } : {}) });
}

async function hunted(s: Stage, engine: HuntEngine, missing: TrinoEngine["missing"] = []): Promise<HuntReport> {
  const { cases } = await readCases(s.lab.lab);
  const { compiled } = s;
  const input = { engine, lab: s.lab.lab.head.id, cases, missing, compiled, keying: unkeyed, hunt: "0001" };
  return (await hunt({ ...input, asOf: AS_OF, version: "0.0.0" })).report;
}

/** What a report says, without which engine said it. */
const said = (r: HuntReport): string => huntText({ ...r, engine: { name: "", version: "" } });

/** The hunt of both engines; how much they found. */
async function both(s: Stage, schema = SCHEMA): Promise<string> {
  const engine = await trino(s, schema);
  try {
    const [ours, theirs] = [await hunted(s, engine, engine.missing), await hunted(s, s.lab.engine)];
    same("gaps", ours.gaps, []);
    same("report", said(ours), said(theirs));
    const findings = ours.cases.reduce((n, c) => n + c.findings.length, 0);
    must(findings > 20, `only ${findings} findings`);
    return `${ours.searched.length} checks, ${ours.candidates} keys met, ${ours.refused} refused, ${findings} findings, the same`;
  } finally {
    await engine.close();
  }
}

async function rejected(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => {
      throw new Error("it gave an answer");
    },
    (e: Error) => e.message,
  );
}

/** Waits until the join runs. The coordinator answers this alone: a worker that is stopped would keep the answer. */
async function underWay(s: Stage): Promise<void> {
  const running = "select query_id, query from system.runtime.queries where state = 'RUNNING' and source = 'contraluz'";
  for (let tries = 0; tries < 3000; tries++) {
    const texts = (await s.client.all(running)).map(([, text]) => String(text));
    if (texts.some((text) => text.startsWith("select case_id, check_id, h from"))) return;
    await new Promise((r) => setTimeout(r, 50));
  }
  throw new Error("the statement never ran");
}

/** One worker is stopped, so that the join has to wait for it, then killed. */
async function killed(s: Stage): Promise<string> {
  const [, worker] = s.cluster.workers;
  if (!worker) throw new Error("there is no second worker");
  const engine = await trino(s);
  const start = performance.now();
  let told: string;
  try {
    worker.process.kill("SIGSTOP");
    const running = rejected(hunted(s, engine, engine.missing));
    await underWay(s);
    worker.process.kill("SIGKILL");
    const message = await running;
    must(/^Trino: [A-Z_]+/.test(message), message);
    told = `told after ${((performance.now() - start) / 1000).toFixed(1)} s: ${message.slice(0, 60)}`;
  } finally {
    await engine.close();
  }
  await s.cluster.ready(1);
  const alone = await both(s);
  await s.cluster.replace(worker);
  await s.cluster.ready(2);
  await both(s);
  return `${told}; with one worker ${alone}; with two again the same`;
}

export function trinoCases(temp: string): readonly Case[] {
  let stage: Promise<Stage> | undefined;
  const on = (name: string, run: (s: Stage) => Promise<string>): Case => ({
    name: `trino: ${name}`,
    run: async () => run(await (stage ??= prepare(temp))),
  });
  return [
    on("the same hunt, a file for each check", both),
    on("many signs, which go through a table that is gone afterwards", async (s) => {
      const many = BigInt64Array.from({ length: 70_000 }, (_, i) => BigInt(i) * 7_919n);
      const engine = await trino(s);
      const from = await engine.putSigns(many);
      const [[n, low, high] = []] = await s.client.all(`select count(*), min(h), max(h) from ${from}`);
      same("keys", [n, low, high], [70_000n, many[0], many.at(-1)]);
      await engine.close();
      const left = await s.client.all("show tables from hive.lab");
      same("tables", left.flat().sort(), ["keys", "packed_keys", "packed_records", "records"]);
      return `${String(n)} keys`;
    }),
    on("the same answer to a search", async (s) => {
      const { cases } = await readCases(s.lab.lab);
      const engine = await trino(s);
      const ask = (e: HuntEngine, query: string): ReturnType<typeof search> =>
        search({ engine: e, cases, keying: unkeyed }, query);
      let hits = 0;
      for (const query of ["tienda.example", "198.51.0.0/16", "vigil*"]) {
        const [ours, theirs] = [await ask(engine, query), await ask(s.lab.engine, query)];
        same(query, ours, theirs);
        must(ours.hits.length > 0, `${query}: nothing`);
        hits += ours.hits.length;
      }
      return `3 queries, ${hits} hits`;
    }),
    on("the same hunt over packed files", async (s) => {
      const { cases } = await readCases(s.lab.lab);
      const packed = await packLab({ lab: s.lab.lab, cases, engine: s.lab.engine, size: 60_000 });
      must(packed.made > 2, `only ${packed.made} parts`);
      return `${packed.made} parts, ${await both(s)}`;
    }),
    on("the same hunt where some is packed and some is new", async (s) => {
      const { phone } = await fixture();
      await s.lab.take(50, (await phone(50, 300)).folder);
      return both(s);
    }),
    on("a case that went is in no answer and in no part, whatever Trino remembers", async (s) => {
      const { cases } = await readCases(s.lab.lab);
      const gone = cases[0]!;
      await removeCase(s.lab.lab, gone.id);
      const text = await both(s);
      const engine = await trino(s);
      for (const table of ["keys", "records", "packed_keys", "packed_records"]) {
        const rows = await s.client.all(`select count(*) from hive.lab.${table} where case_id = '${gone.id}'`);
        same(table, rows, [[0n]]);
      }
      await engine.close();
      return text;
    }),
    on("object storage: the same hunt over S3", async (s) => {
      if (!s.s3) throw new Skip("no versitygw in the folder of the server");
      const { cases } = await readCases(s.lab.lab);
      await packLab({ lab: s.lab.lab, cases, engine: s.lab.engine, size: 60_000 });
      const { phone } = await fixture();
      await s.lab.take(51, (await phone(51, 300)).folder);
      await makeTables(s.client, OVER_S3, `s3://storage/${basename(s.lab.path)}`);
      const text = await both(s, OVER_S3);
      await dropTables(s.client, OVER_S3);
      return text;
    }),
    on("one of two workers is killed in mid-query: an error, and the next hunt is whole", killed),
    on("a check that Trino does not see, or sees in part, is a gap", async (s) => {
      const { cases } = await readCases(s.lab.lab);
      const places = cases.flatMap((c) => c.checks.map((k) => ({ caseId: c.id, checkId: k.check })));
      const manifest = await readManifest(s.lab.lab);
      const packed = new Set(manifest!.parts.keys.flatMap((p) => p.checks.map((c) => `${c.caseId}/${c.checkId}`)));
      const alone = places.find((p) => !packed.has(`${p.caseId}/${p.checkId}`))!;
      const [file, other] = [alone, places.find((p) => p !== alone)!].map((p) =>
        join(s.lab.path, placeFile("keys", p.caseId, p.checkId)),
      );
      const bytes = readFileSync(file!);
      try {
        // Another check's keys in its place: readable, and not what the lab says.
        writeFileSync(file!, readFileSync(other!));
        const swapped = await trino(s);
        same("other keys", swapped.missing, [alone]);
        truncateSync(file!, bytes.length >> 1);
        const cut = await trino(s);
        same("cut short", cut.missing, [alone]);
        const report = await hunted(s, cut, cut.missing);
        same("gaps", report.gaps, [{ ...alone, why: "missing" }]);
        return `${report.searched.length} checks searched, one gap`;
      } finally {
        writeFileSync(file!, bytes);
      }
    }),
    on("the cluster ends", async (s) => {
      const { cpu, rss } = s.cluster.used();
      s.wire.close();
      await s.cluster.stop();
      await s.s3?.stop();
      const { path } = s.lab;
      await s.lab.end();
      must(!existsSync(path), "the lab is still there");
      return `${cpu.toFixed(0)} CPU-s in all, ${rss.join(", ")} MB at most`;
    }),
  ];
}
