/** Wherever the power is cut while a job is done, the next worker ends with one case, one copy, one check, once in the lab. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makePack, writeParts } from "@contraluz/case/pack/index.ts";
import { PowerCut } from "@contraluz/case/vault/folder.fixture.ts";
import { createVault, openVault, openVaultToWrite } from "@contraluz/case/vault/index.ts";
import { readCases } from "@contraluz/hunt";
import { forgetJobs, type Item, newJob, readJob, type Worker, workOn, writeJob } from "@contraluz/hunt/jobs/index.ts";
import { inputOf } from "@contraluz/platform-node";
import { folder, smallBackup } from "../cli.fixture.ts";
import { CONSENT, compiled, ID, ITEM, key, type World, worldOf } from "./ingest-world.fixture.ts";

async function checkWorld(w: World, at: string): Promise<void> {
  const job = await readJob(w.lab, ID);
  assert.equal(job?.state, "done", `${at}: ${JSON.stringify(job)}`);
  assert.equal(job?.outcome, "new", at);
  assert.equal(job?.what, undefined, "where it lay is not kept");
  const names = await w.cases();
  assert.equal(names.length, 1, `${at}: ${names}`);
  const vault = await openVault(w.caseFolder(names[0]!), { identities: [key.identity] }, w.machine);
  const actions = vault.log.map((e) => e.head.action).filter((a) => a !== "status");
  assert.deepEqual(actions, ["created", "consent", "intake", "check", "lab-added"], at);
  assert.deepEqual(vault.trouble, [], at);
  assert.ok(vault.state.status, `${at}: nobody is told what comes next`);
  const { cases, damaged } = await readCases({ folder: w.lab });
  assert.deepEqual(damaged, []);
  assert.deepEqual(
    cases.map((c) => [c.id, c.checks.map((k) => k.check)]),
    [[job?.case, ["0001"]]],
    at,
  );
  const tables = [...w.root.files.keys()].filter((f) => f.endsWith(".parquet"));
  assert.equal(tables.length, 2, `${at}: ${tables}`);
  const copies = [...w.root.files.keys()].filter((f) => /\/evidence\/\d+\/bytes$/.test(f));
  assert.equal(copies.length, 1, at);
}

test("wherever the power is cut, the next worker ends with one case, one copy, one check, once in the lab", async () => {
  using dir = folder();
  smallBackup(dir.path, { plain: true });
  let cuts = 0;
  for (let left = 0; ; left++) {
    const start = await worldOf(new Map(), dir.path, 0);
    await writeJob(start.lab, newJob(ID, ITEM.what));
    start.root.left = left;
    const stopped = await workOn(ID, start.worker).then(
      () => false,
      (e) => e instanceof PowerCut,
    );
    start.root.left = Number.POSITIVE_INFINITY;
    const next = stopped ? await worldOf(start.root.files, dir.path, 1) : start;
    // What a cut does while it is written down that something failed is no failure of the job.
    if (stopped) assert.deepEqual(await workOn(ID, next.worker), { done: true }, `cut at ${left}`);
    await checkWorld(next, `cut at ${left}`);
    if (!stopped) break;
    cuts++;
  }
  assert.ok(cuts > 20, `only ${cuts} writes`);
});

test("a job whose worker died twice is set aside, and its case says so; a person can put it back", async () => {
  using dir = folder();
  smallBackup(dir.path, { plain: true });
  const w = await worldOf(new Map(), dir.path, 0);
  const worker = { ...w.worker, policy: { tries: 3, crashes: 2, wait: 1, longest: 1 } };
  await writeJob(w.lab, newJob(ID, ITEM.what));
  const never = { ...worker, toLab: async () => assert.fail("the worker died here") };
  // Two that wrote down that they began, and nothing after it.
  const begin = { ...(await readJob(w.lab, ID))!, state: "running" as const };
  await writeJob(w.lab, begin);
  assert.deepEqual(await workOn(ID, { ...never, policy: { ...worker.policy, tries: 9 } }), { again: 1 });
  const one = (await readJob(w.lab, ID))!;
  assert.equal(one.crashes, 1);
  assert.equal(one.case !== undefined && one.folder !== undefined, true, "the case is known by now");
  const { after: _, ...rest } = one;
  await writeJob(w.lab, { ...rest, state: "running" });
  assert.deepEqual(await workOn(ID, worker), { done: true });
  const aside = (await readJob(w.lab, ID))!;
  assert.deepEqual([aside.state, aside.why, aside.crashes], ["aside", "crashed", 2]);
  const [name] = await w.cases();
  const vault = await openVault(w.caseFolder(name!), { identities: [key.identity] }, w.machine);
  assert.deepEqual(
    vault.state.problems.map((p) => [p.what, p.found]),
    [[aside.evidence, "crashed"]],
  );
  assert.equal(vault.state.status?.waiting, "us");
  assert.deepEqual(await workOn(ID, worker), { done: true }, "it is not touched again");
  await forgetJobs(w.lab, aside.case!);
  const stone = await w.root.read(`lab/jobs/${ID}.json`);
  const text = new TextDecoder().decode(await stone!.read(0, stone!.size));
  assert.equal(text, `{"schema":"contraluz/lab-job@1","id":"${ID}","state":"gone","tries":0,"crashes":0}\n`);
  assert.deepEqual(await workOn(ID, worker), { done: true }, "what was forgotten is not taken in again");
});

test("without the person's yes the check stays in its case, and the lab remembers nothing of it", async () => {
  using dir = folder();
  smallBackup(dir.path, { plain: true });
  const w = await worldOf(new Map(), dir.path, 0, { ...CONSENT, compare: false });
  await writeJob(w.lab, newJob(ID, ITEM.what));
  assert.deepEqual(await workOn(ID, w.worker), { done: true });
  assert.deepEqual(await readJob(w.lab, ID), {
    ...{ schema: "contraluz/lab-job@1", id: ID, state: "done", tries: 0, crashes: 0 },
    ...{ outcome: "new", lab: "not-consented" },
  });
  assert.deepEqual(await readCases({ folder: w.lab }), { cases: [], damaged: [] });
});

test("a case that is taken out of the lab while its job runs leaves a stone all the same", async () => {
  using dir = folder();
  smallBackup(dir.path, { plain: true });
  const w = await worldOf(new Map(), dir.path, 0);
  await writeJob(w.lab, newJob(ID, ITEM.what));
  const forgetful: Worker = {
    ...w.worker,
    toLab: async () => {
      await forgetJobs(w.lab, (await readJob(w.lab, ID))!.case!);
      return "added";
    },
  };
  assert.deepEqual(await workOn(ID, forgetful), { done: true });
  assert.equal((await readJob(w.lab, ID))?.state, "gone");
});

test("a pack becomes a case by the consent that it brings, also when it is handed out twice", async () => {
  using dir = folder();
  smallBackup(dir.path, { plain: true });
  const w = await worldOf(new Map(), dir.path, 0);
  const { machine } = w;
  const pack = await makePack(await inputOf(dir.path), {
    ...{ machine, compiled, version: "t", consent: CONSENT },
    scope: { artifacts: ["ios/sms"], content: false, evidenceCopies: true },
    context: { asOf: "", custody: [], known: [] },
  });
  const parts = new Map<string, Uint8Array>();
  await writeParts(
    pack,
    [key.recipient],
    { read: async () => undefined, put: async (n, b) => void parts.set(n, b.slice()), remove: async () => {} },
    { machine },
  );
  const id = pack.id;
  await pack.close();
  const names = [...parts.keys()].filter((n) => n.endsWith(".age"));
  const worker: Worker = {
    ...w.worker,
    items: new Map([[ID, { id: ID, kind: "pack", what: id }]]),
    arrivals: {
      list: async () => [...names, "foto.jpg"].map((name) => ({ name, kind: "file" as const })),
      open: async (name) => {
        const bytes = parts.get(name)!;
        return { size: bytes.length, read: async (at, n) => bytes.slice(at, at + n) };
      },
      input: () => assert.fail("a pack is no dump"),
    },
  };
  await writeJob(w.lab, newJob(ID, id));
  assert.deepEqual(await workOn(ID, worker), { done: true });
  const job = await readJob(w.lab, ID);
  assert.deepEqual([job?.state, job?.outcome, job?.lab], ["done", "new", "added"]);
  await writeJob(w.lab, newJob(ID, id));
  assert.deepEqual(await workOn(ID, worker), { done: true });
  const twice = await readJob(w.lab, ID);
  assert.deepEqual([twice?.outcome, twice?.lab, twice?.case], ["known", "known", job?.case]);
  assert.equal((await w.cases()).length, 1);
});

test("what lies in a folder that is called like a case belongs to it; without its consent nothing is done", async () => {
  using dir = folder();
  smallBackup(dir.path, { plain: true });
  const w = await worldOf(new Map(), dir.path, 0);
  const vault = await createVault(
    w.caseFolder("caso-7"),
    { title: "7", lang: "es", actor: "r1", to: { recipients: [key.recipient] } },
    w.machine,
  );
  await vault.close();
  const item: Item = { id: ID, kind: "dump", what: "caso-7/respaldo", case: "caso-7" };
  const worker: Worker = { ...w.worker, items: new Map([[ID, item]]), consentOf: () => assert.fail("the case has it") };
  await writeJob(w.lab, newJob(ID, item.what));
  assert.deepEqual(await workOn(ID, worker), { done: true });
  const aside = (await readJob(w.lab, ID))!;
  assert.deepEqual([aside.state, aside.why], ["aside", "no-consent"]);
  const again = await openVaultToWrite(w.caseFolder("caso-7"), { identities: [key.identity] }, w.machine);
  await again.write({ actor: "r1", action: "consent", data: { consent: CONSENT } });
  await again.close();
  await writeJob(w.lab, newJob(ID, item.what));
  assert.deepEqual(await workOn(ID, worker), { done: true });
  const job = await readJob(w.lab, ID);
  assert.deepEqual([job?.state, job?.outcome, job?.lab], ["done", "joined", "added"]);
  assert.deepEqual(await w.cases(), ["caso-7"]);
});

test("the same words are one case; evidence that is in a case with other words is nobody's to move", async () => {
  using dir = folder();
  smallBackup(dir.path, { plain: true });
  using other = folder();
  smallBackup(other.path, { plain: true, text: "otra cosa" });
  const w = await worldOf(new Map(), dir.path, 0);
  const ids = ["a", "b", "c"].map((c) => c.repeat(32));
  const inputs = new Map([
    ["uno", dir.path],
    ["dos", other.path],
    ["tres", dir.path],
  ]);
  const worker: Worker = {
    ...w.worker,
    items: new Map(ids.map((id, i) => [id, { id, kind: "dump", what: [...inputs.keys()][i]! }])),
    arrivals: { ...w.worker.arrivals, input: (what) => inputOf(inputs.get(what)!) },
    consentOf: async (what) => (what === "tres" ? { ...CONSENT, person: { label: "beto" } } : CONSENT),
  };
  for (const [i, id] of ids.entries()) {
    await writeJob(w.lab, newJob(id, [...inputs.keys()][i]!));
    assert.deepEqual(await workOn(id, worker), { done: true });
  }
  const jobs = await Promise.all(ids.map(async (id) => (await readJob(w.lab, id))!));
  assert.deepEqual(
    jobs.map((j) => [j.state, j.outcome ?? j.why]),
    [
      ["done", "new"],
      ["done", "joined"],
      ["aside", "other-consent"],
    ],
  );
  assert.equal((await w.cases()).length, 1);
  const { cases } = await readCases({ folder: w.lab });
  assert.deepEqual(
    cases.map((c) => c.checks.length),
    [2],
  );
});
