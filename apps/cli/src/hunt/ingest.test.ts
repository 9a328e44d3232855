/** Jobs in one process: killed at any moment, and run again. What goes from the lab leaves nothing of itself there. */
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { inside } from "../case/inside.fixture.ts";
import { contraluz, folder } from "../cli.fixture.ts";
import { consentOf, hostOf, jobsIn, makeDumps, nameOf, outputsOnce } from "./ingest.fixture.ts";

const ARGS = ["hunt", "ingest", "in", "--cases", "cases", "--lab", "lab"] as const;

const identityIn = (dir: string): readonly string[] => [
  /AGE-SECRET-KEY-\S+/.exec(readFileSync(join(dir, "home/contraluz/identity.txt"), "utf8"))![0],
];

async function prepared(dir: string, count: number): Promise<void> {
  makeDumps(join(dir, "in"), count);
  assert.equal((await inside(dir, ["case", "key"])).code, 0);
  assert.equal((await inside(dir, ["hunt", "init", "lab"])).code, 0);
}

/** True if the process was killed when `when` came true; false if it had ended before. */
async function killedWhen(dir: string, when: () => boolean): Promise<boolean> {
  let ended = false;
  const ran = await contraluz(ARGS, {
    cwd: dir,
    env: { XDG_DATA_HOME: join(dir, "home") },
    started: async (child) => {
      child.once("exit", () => {
        ended = true;
      });
      while (!ended) {
        if (when()) return void child.kill("SIGKILL");
        await setTimeout(2);
      }
    },
  });
  return ran.signal === "SIGKILL";
}

test("an ingest that is killed again and again is run again: all is done, once", async () => {
  using dir = folder();
  const at = (name: string): string => join(dir.path, name);
  await prepared(dir.path, 2);
  const running = (n: number): boolean => jobsIn(at("lab")).some((j) => j.state === "running" && j.what === nameOf(n));
  // When it has begun; when it knows its case.
  const moments = [
    () => running(0),
    () => jobsIn(at("lab")).some((j) => j.state === "running" && j.what === nameOf(1) && j.case !== undefined),
  ];
  const killed: boolean[] = [];
  for (const when of moments) killed.push(await killedWhen(dir.path, when));
  assert.deepEqual(killed, [true, true], "it was killed while it worked");
  const last = await inside(dir.path, ARGS);
  assert.equal(last.code, 0, last.err);
  assert.deepEqual(
    jobsIn(at("lab")).map((j) => [j.state, j.outcome, j.what]),
    Array.from({ length: 2 }, () => ["done", "new", undefined]),
  );
  const names = await outputsOnce({ cases: at("cases"), lab: at("lab"), identities: identityIn(dir.path) }, 2);
  const again = await inside(dir.path, ARGS);
  assert.match(again.out, /0 trabajos por hacer; ya hechos o apartados: 2/);
  assert.match((await inside(dir.path, ["hunt", "jobs", "lab"])).out, /2 hechos, 0 empezados/);

  // A case goes: of its job a stone stays, and the dump that still lies there is not taken in again.
  const job = jobsIn(at("lab")).find((j) => j.case !== undefined)!;
  assert.equal((await inside(dir.path, ["hunt", "forget", job.case!, "--lab", "lab", "--yes"])).code, 0);
  const left = readdirSync(at("lab"), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => readFileSync(join(e.parentPath, e.name), "latin1"))
    .join("\n");
  for (const value of [job.case!, job.evidence!]) assert.ok(!left.includes(value), value);
  assert.match((await inside(dir.path, ARGS)).out, /0 trabajos por hacer; ya hechos o apartados: 2/);
  assert.equal(names.length, 2);
});

test("copies, what has no consent, what is no evidence, and what comes later", async () => {
  using dir = folder();
  const at = (name: string): string => join(dir.path, name);
  await prepared(dir.path, 1);
  const copy = at(`in/z-${nameOf(0)}`);
  cpSync(at(`in/${nameOf(0)}`), copy, { recursive: true });
  cpSync(at(`in/${nameOf(0)}.consent.json`), `${copy}.consent.json`);
  writeFileSync(at("in/foto.jpg"), "no");
  writeFileSync(at("in/foto.jpg.consent.json"), JSON.stringify(consentOf("otra persona")));
  writeFileSync(at("in/nadie.bin"), "nada");
  const first = await inside(dir.path, ARGS);
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /4 trabajos por hacer/);
  assert.match(first.out, /foto\.jpg: aparte, hay que verlo\n {2}No es nada que sepamos revisar/);
  assert.match(first.out, /nadie\.bin: aparte, hay que verlo\n {2}Llegó sin consentimiento/);
  assert.match(first.out, /Hechos: 2\. Apartados: 2\. Faltan: 0\./);
  const outcomes = jobsIn(at("lab")).map((j) => `${j.outcome ?? j.why} ${j.lab ?? ""}`.trim());
  assert.deepEqual(
    outcomes.sort(),
    ["known known", "new added", "no-consent", "new"].sort().map((o) => (o === "new" ? "new" : o)),
  );

  const listed = await inside(dir.path, ["hunt", "jobs", "lab"]);
  assert.match(listed.out, /2 hechos, 0 empezados, 0 por hacer, 2 apartados/);
  assert.match(listed.out, /aparte: foto\.jpg · veces que falló: 1/);
  const json = JSON.parse((await inside(dir.path, ["hunt", "jobs", "lab", "--json"])).out) as { jobs: unknown[] };
  assert.equal(json.jobs.length, 4);
  const photo = jobsIn(at("lab")).find((j) => j.what === "foto.jpg")!;
  assert.equal((await inside(dir.path, ["hunt", "jobs", "lab", "again", "zzzz"])).code, 2);
  assert.match(
    (await inside(dir.path, ["hunt", "jobs", "lab", "again", photo.id.slice(0, 8)])).out,
    /Se repite 1 trabajo/,
  );

  // A consent that came later is seen without being asked for; the photograph is tried once more, and is still none.
  writeFileSync(at("in/nadie.bin.consent.json"), JSON.stringify(consentOf("tercera persona")));
  const second = await inside(dir.path, ARGS);
  assert.match(second.out, /2 trabajos por hacer; ya hechos o apartados: 2/);
  assert.match(second.out, /nadie\.bin: aparte, hay que verlo\n {2}No es nada que sepamos revisar/);
  // The address of a server lies where nobody else can read it.
  writeFileSync(at("jobs.txt"), "postgresql://lab:secreto@localhost/lab\n", { mode: 0o644 });
  writeFileSync(at("in/otro.bin"), "otro");
  const open = await inside(dir.path, [...ARGS, "--jobs-file", "jobs.txt"]);
  assert.equal(open.code, 2);
  assert.match(open.err, /chmod 600/);
  assert.doesNotMatch(open.err, /secreto/);
  writeFileSync(at("jobs2.txt"), "lab:secreto@localhost\n", { mode: 0o600 });
  const form = await inside(dir.path, [...ARGS, "--jobs-file", "jobs2.txt"]);
  assert.equal(form.code, 2);
  assert.match(form.err, /postgresql:\/\//);
  assert.doesNotMatch(form.err, /secreto/);
  rmSync(at("in/otro.bin"));
  // What changed is another thing: it is looked at, and its evidence is known.
  utimesSync(at(`in/${nameOf(0)}`), 1_700_000_000, 1_700_000_000);
  const third = await inside(dir.path, ARGS);
  assert.match(third.out, /1 trabajo por hacer; ya hechos o apartados: 3/);
  assert.match(third.out, /ya estaba en el laboratorio/);
  const found = readdirSync(at("cases")).filter((n) => n.includes("persona-0"));
  assert.equal(found.length, 1);
  assert.ok(!readFileSync(at(`lab/jobs/${photo.id}.json`), "utf8").includes(hostOf(0)));
});
