/** When jobs are tried again and when not; records of jobs that anybody may have written; the queue of one process. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type MemoryFolder, memoryFolder } from "@contraluz/case/vault/folder.fixture.ts";
import { nodePlatform } from "@contraluz/platform-node";
import {
  again,
  begun,
  done,
  failed,
  forgetJobs,
  inProcess,
  isSettled,
  JOB_POLICY,
  type Job,
  jobId,
  newJob,
  readJob,
  readJobs,
  secondsLeft,
  writeJob,
} from "./index.ts";

const ID = "0123456789abcdef0123456789abcdef";
const NOW = "2026-11-26T10:00:00Z";
const CASE = "00000000000000c1";
const EVIDENCE = "e".repeat(64) as never;

test("what fails is tried again, later each time; then somebody has to look", () => {
  let job = newJob(ID, "a");
  const waits: number[] = [];
  for (let i = 0; i < JOB_POLICY.tries - 1; i++) {
    job = failed(begun(job), { why: "failed", detail: "no space" }, NOW);
    assert.equal(job.state, "waiting");
    waits.push(secondsLeft(job, NOW));
  }
  assert.deepEqual(waits, [5, 10, 20]);
  assert.equal(secondsLeft(job, "2026-11-26T10:00:30Z"), 0);
  job = failed(begun(job), { why: "failed", detail: "no space" }, NOW);
  assert.deepEqual([job.state, job.why, job.detail], ["aside", "failed", "no space"]);
  assert.ok(isSettled(job));
  const back = again(job, "forgiven");
  assert.deepEqual([back.state, back.tries, back.why, back.what], ["waiting", 0, undefined, "a"]);
});

test("what another try does not change is set aside at once", () => {
  for (const why of ["damaged", "no-consent", "needs-secret", "not-evidence", "other-key"] as const)
    assert.equal(failed(begun(newJob(ID, "a")), { why, detail: "" }, NOW).state, "aside", why);
  for (const why of ["failed", "case-trouble"] as const)
    assert.equal(failed(begun(newJob(ID, "a")), { why, detail: "" }, NOW).state, "waiting", why);
});

test("a job that ended two workers is not given to a third; one that was put back in order costs nothing", () => {
  const first = begun(newJob(ID, "a"));
  assert.deepEqual([first.state, first.crashes], ["running", 0]);
  const second = begun(first);
  assert.deepEqual([second.state, second.crashes], ["running", 1]);
  assert.deepEqual([begun(second).state, begun(second).why], ["aside", "crashed"]);
  assert.equal(begun(again(first)).crashes, 0);
});

test("of a job that is done nothing says where it lay; of one that did not go to the lab nothing says which case", () => {
  const job: Job = {
    ...newJob(ID, "maría.zip"),
    folder: "2026-maria",
    evidence: EVIDENCE,
    case: CASE,
    detail: "maría",
  };
  const text = JSON.stringify(done(job, { check: "0001", outcome: "new", lab: "added" }));
  assert.doesNotMatch(text, /mar/);
  assert.match(text, /"case":"00000000000000c1"/);
  const bare = JSON.stringify(done(job, { check: "0001", verdict: "match", outcome: "new", lab: "not-consented" }));
  assert.doesNotMatch(bare, /mar|c1|eee|match|0001/);
});

test("an id changes with what lies there, and with the lab", () => {
  const platform = nodePlatform({ workers: 0 });
  const place = { what: "a/b", parts: [{ name: "", size: 5, ms: 1000.7 }] };
  const id = jobId(platform, "lab", place);
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.equal(jobId(platform, "lab", { ...place, parts: [{ name: "", size: 5, ms: 1000.2 }] }), id);
  const others = [
    jobId(platform, "lab2", place),
    jobId(platform, "lab", { ...place, what: "a/c" }),
    jobId(platform, "lab", { ...place, parts: [{ name: "", size: 6, ms: 1000.7 }] }),
    jobId(platform, "lab", { ...place, parts: [...place.parts, { name: "x", size: 1, ms: 1 }] }),
    jobId(platform, "lab", { what: 'a/b"\n" 5 1000', parts: [] }),
  ];
  assert.equal(new Set([id, ...others]).size, others.length + 1);
});

const put = (f: MemoryFolder, id: string, text: string): void => {
  f.files.set(`jobs/${id}.json`, new TextEncoder().encode(text));
};

test("records that nobody of ours wrote are told, and keep no other from being read", async () => {
  const lab = memoryFolder();
  await writeJob(lab, newJob(ID, "a"));
  const good = { ...newJob("f".repeat(32), "b") };
  const bad: readonly [string, unknown][] = [
    ["1", "no"],
    ["2", null],
    ["3", []],
    ["4", { ...good, id: "4".padEnd(32, "4"), state: "begun" }],
    ["5", { ...good, id: "5".padEnd(32, "5"), tries: -1 }],
    ["6", { ...good, id: "6".padEnd(32, "6"), folder: "../x" }],
    ["7", { ...good, id: "7".padEnd(32, "7"), folder: ".." }],
    ["8", { ...good, id: "8".padEnd(32, "8"), case: "C1" }],
    ["9", { ...good, id: "9".padEnd(32, "9"), detail: "x".repeat(5000) }],
    ["a", { ...good, id: ID }],
    ["b", { ...good, id: "b".padEnd(32, "b"), why: "because" }],
    ["c", { ...good, id: "c".padEnd(32, "c"), after: "tomorrow" }],
  ];
  for (const [c, v] of bad) put(lab, c.repeat(32), typeof v === "string" ? v : JSON.stringify(v));
  put(lab, "d".repeat(32), `${"[".repeat(5000)}`);
  put(lab, "e".repeat(32), `"${"x".repeat(70_000)}"`);
  lab.files.set("jobs/lock", new Uint8Array(3));
  lab.files.set("jobs/notes.json", new Uint8Array(3));
  const { jobs, damaged } = await readJobs(lab);
  assert.deepEqual(
    jobs.map((j) => j.id),
    [ID],
  );
  assert.deepEqual(damaged, [...[...bad.map(([c]) => c), "d", "e"].map((c) => c.repeat(32))].sort());
  await assert.rejects(readJob(lab, "1".repeat(32)), { code: "lab-damaged" });
  assert.equal(await readJob(lab, "0".repeat(32)), undefined);
});

test("a case that goes leaves stones that name nothing, by its name or by its evidence", async () => {
  const lab = memoryFolder();
  const of = (id: string, more: Partial<Job>): Promise<void> =>
    writeJob(lab, { ...newJob(id.repeat(32), "maría.zip"), ...more });
  await of("1", { case: CASE, state: "aside", why: "failed", detail: "maría" });
  await of("2", { evidence: EVIDENCE, state: "running" });
  await of("3", { case: "00000000000000c2", what: "other" });
  put(lab, "4".repeat(32), "maría");
  lab.files.set(`jobs/${"1".repeat(32)}.json.new`, new TextEncoder().encode('{"what":"maría'));
  await forgetJobs(lab, CASE, [EVIDENCE]);
  for (const id of ["1", "2", "4"]) {
    const text = new TextDecoder().decode(lab.files.get(`jobs/${id.repeat(32)}.json`));
    assert.equal(
      text,
      `{"schema":"contraluz/lab-job@1","id":"${id.repeat(32)}","state":"gone","tries":0,"crashes":0}\n`,
    );
  }
  assert.equal((await readJob(lab, "3".repeat(32)))?.what, "other");
  assert.ok(![...lab.files.keys()].some((f) => f.endsWith(".new")), "what a crash left half written");
});

test("the queue of one process does others while one waits, and ends when none is left", async () => {
  let time = 0;
  const order: string[] = [];
  const queue = inProcess({ clock: () => time, pause: async (ms) => void (time += ms) });
  await queue.submit(["a", "b", "c", "a"]);
  let tries = 0;
  await queue.work(
    async (id) => {
      order.push(id);
      return id === "a" && tries++ < 2 ? { again: 3 } : { done: true };
    },
    { cancel: new AbortController().signal, drain: true },
  );
  assert.deepEqual(order, ["a", "b", "c", "a", "a"]);
  assert.equal(time, 6000);
  const stop = new AbortController();
  await queue.submit(["d", "e"]);
  const stopped = queue.work(
    async () => {
      stop.abort();
      return { done: true };
    },
    { cancel: stop.signal, drain: true },
  );
  await assert.rejects(stopped, { code: "cancelled" });
});
