/**
 * Jobs of a lab on a real PostgreSQL: many dumps, three processes, one of them killed with -9 in mid-job, a dump that ends whoever works on
 * it. All must be done, once, without anybody's help; and the server must have learnt nothing. Runs where `initdb` is.
 * @module
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { environment, MAIN } from "../../apps/cli/src/cli.fixture.ts";
import { consentOf, hostOf, jobsIn, makeDumps, nameOf, outputsOnce } from "../../apps/cli/src/hunt/ingest.fixture.ts";
import { type Postgres, postgresHere, startPostgres } from "../jobs/postgres.ts";
import { type Case, must, Skip, same } from "./runner.ts";

const JOBS = Number(process.env.CONTRALUZ_JOBS ?? 200);
const WORKERS = 3;
/** Sorts before the others, so that what its workers cost is waited for beside them. A file that takes longer to read than it takes us to see who reads it; it takes no room on the disk. */
const POISON = "a-veneno.bin";
const POISON_SIZE = 400e9;

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

/** Processes that a process began. */
function childrenOf(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    return text
      .split(" ")
      .map(Number)
      .filter((n) => n > 0);
  } catch {
    return [];
  }
}

/** Whether a process has a file open. */
function reads(pid: number, path: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`) === path;
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}

interface Stage {
  readonly dir: string;
  readonly at: (name: string) => string;
  readonly ran: (args: readonly string[]) => string;
  readonly begun: (args: readonly string[]) => ChildProcess;
}

function stageOf(dir: string): Stage {
  const at = (name: string): string => join(dir, name);
  const env = environment({ XDG_DATA_HOME: at("home") });
  return {
    dir,
    at,
    ran: (args) =>
      execFileSync(process.execPath, [MAIN, ...args], {
        cwd: dir,
        env,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      }),
    begun: (args) => spawn(process.execPath, [MAIN, ...args], { cwd: dir, env, stdio: ["ignore", "pipe", "pipe"] }),
  };
}

const ARGS = [
  "hunt",
  "ingest",
  "in",
  "--cases",
  "cases",
  "--lab",
  "lab",
  "--jobs-file",
  "jobs",
  "--workers",
  String(WORKERS),
];

/** Text of all that the server has of jobs, by its own client. */
function rowsOf(bin: string, address: string): string {
  const psql = existsSync(join(bin, "psql")) ? join(bin, "psql") : "psql";
  const ask = (sql: string): string => execFileSync(psql, ["-qAt", address, "-c", sql], { encoding: "utf8" });
  const tables = ask("select table_name from information_schema.tables where table_schema = 'contraluz_jobs'");
  return tables
    .split("\n")
    .filter((t) => t !== "")
    .map((t) => ask(`select * from contraluz_jobs."${t}"`))
    .join("\n");
}

/** Every byte that the server wrote, also what it has thrown away since. */
function* bytesOf(folder: string): Generator<string> {
  for (const e of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (e.isFile()) yield readFileSync(join(e.parentPath, e.name), "latin1");
}

async function many(s: Stage, bin: string, db: Postgres): Promise<string> {
  makeDumps(s.at("in"), JOBS);
  writeFileSync(s.at(`in/${POISON}`), "");
  truncateSync(s.at(`in/${POISON}`), POISON_SIZE);
  writeFileSync(s.at(`in/${POISON}.consent.json`), JSON.stringify(consentOf("veneno")));
  s.ran(["case", "key"]);
  s.ran(["hunt", "init", "lab"]);
  writeFileSync(s.at("jobs"), `${db.address}\n`, { mode: 0o600 });
  const start = performance.now();
  const child = s.begun(ARGS);
  const told: Buffer[] = [];
  for (const out of [child.stdout, child.stderr]) out?.on("data", (b: Buffer) => told.push(b));
  let code: number | null | undefined;
  child.once("exit", (c) => {
    code = c;
  });
  const text = (): string => Buffer.concat(told).toString();
  let killed: string | undefined;
  // By process: one that was killed takes a while to go on a busy machine.
  const poisoned = new Set<number>();
  let done = 0;
  while (code === undefined) {
    const jobs = jobsIn(s.at("lab"));
    done = jobs.filter((j) => j.state === "done").length;
    for (const pid of childrenOf(child.pid!)) {
      if (!reads(pid, s.at(`in/${POISON}`))) continue;
      process.kill(pid, "SIGKILL");
      poisoned.add(pid);
    }
    const running = jobs.filter((j) => j.state === "running" && j.what !== POISON).length;
    if (killed === undefined && done >= JOBS / 5 && running >= WORKERS) {
      process.kill(childrenOf(child.pid!)[0]!, "SIGKILL");
      killed = `one killed when ${done} were done and ${running} begun`;
    }
    await setTimeout(250);
  }
  const took = seconds(start);
  must(code === 0, `code ${code}: ${text().slice(-300)}`);
  must(killed !== undefined, "nobody was killed");
  const jobs = jobsIn(s.at("lab"));
  const states = (state: string): number => jobs.filter((j) => j.state === state).length;
  same("jobs done", states("done"), JOBS);
  const aside = jobs.filter((j) => j.state === "aside");
  same(
    "set aside",
    aside.map((j) => [j.what, j.why, j.crashes]),
    [[POISON, "crashed", 2]],
  );
  same("workers that the dump ended", poisoned.size, 2);
  const crashed = jobs.filter((j) => j.state === "done" && j.crashes > 0);
  must(crashed.length >= 1 && crashed.every((j) => j.crashes === 1), `${crashed.length} jobs were taken up again`);
  const identities = [/AGE-SECRET-KEY-\S+/.exec(readFileSync(s.at("home/contraluz/identity.txt"), "utf8"))![0]];
  const names = await outputsOnce({ cases: s.at("cases"), lab: s.at("lab"), identities }, JOBS);

  const rows = rowsOf(bin, db.address);
  const secrets = [nameOf(0), nameOf(JOBS - 1), hostOf(0), POISON, "persona", names[0]!];
  for (const j of jobs.slice(0, 20)) secrets.push(j.case ?? "persona", j.evidence ?? "persona");
  for (const v of secrets) must(!rows.includes(v), `the server's tables hold ${v}`);
  same("rows of jobs", jobs.filter((j) => rows.includes(j.id.slice(0, 8))).length, 0);
  for (const bytes of bytesOf(db.data))
    for (const v of secrets) must(!bytes.includes(v), `the server's files hold ${v}`);
  const again = s.ran(ARGS);
  must(again.includes(`ya hechos o apartados: ${JOBS + 1}`), `run again: ${again.slice(0, 200)}`);
  return `PostgreSQL ${db.version}: ${JOBS} jobs by ${WORKERS} processes in ${took} s, ${killed}, ${crashed.length} taken up again, outputs once; a dump that ends its worker set aside after 2; nothing of them in the server's ${rows.length} letters nor its files`;
}

export function jobCases(temp: string): readonly Case[] {
  return [
    {
      name: "jobs on PostgreSQL",
      async run() {
        const bin = postgresHere();
        if (bin === undefined) throw new Skip("no initdb here");
        if (process.platform !== "linux") throw new Skip("who reads which file is asked of Linux");
        const dir = join(temp, "jobs");
        mkdirSync(dir);
        const db = await startPostgres(bin, temp);
        try {
          return await many(stageOf(dir), bin, db);
        } finally {
          await db.stop();
        }
      },
    },
  ];
}
