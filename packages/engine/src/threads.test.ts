/** What goes wrong on our side: artifacts with bugs, threads that die, results that cannot be written. Never a hang. @module */
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import type { AnyArtifact, Artifact } from "@contraluz/artifacts";
import type { Platform, ResultFolder, WorkerPort } from "@contraluz/core";
import { nodePlatform, resultFolder } from "@contraluz/platform-node";
import { ResultWriter } from "@contraluz/store";
import { backupOf, bigBackup, fileOf, plainDatabase } from "./backups.fixture.ts";
import { CATALOGUE } from "./catalogue.ts";
import { compile, countingPlatform, fresh, memoryFolder, pack, records, run, SAMPLE, WORKER } from "./check.fixture.ts";
import { BREAKS, EXITS, SHARED, SHARING, TROUBLE } from "./trouble.fixture.ts";
import { serve } from "./worker.ts";

const TROUBLED = new URL("./trouble.fixture.ts", import.meta.url);
const ROWS = 1200;
const database = plainDatabase(200_000, ROWS);
/** A hang is a failure long before the runner gives up. */
const timeout = 30_000;

for (const [name, workers, form] of [
  ["in this thread", 0, "folder"],
  ["in a thread", 2, "folder"],
  ["in an archive", 0, "tar.gz"],
] as const) {
  test(`an artifact with a bug costs only its own coverage: ${name}`, { timeout }, async () => {
    const dir = backupOf([fileOf(SHARED, database)]);
    const platform = nodePlatform({ worker: TROUBLED });
    const catalogue = { artifacts: SHARING, rules: [] };
    const ran = await run([form === "folder" ? dir : pack(dir, form)], { platform, workers, catalogue });
    const coverage = ran.result.coverage.map((c) => [c.artifact, c.state, c.problems]);
    assert.deepEqual(coverage, [
      ["test/good", "read", 0],
      ["test/start", "unreadable", 1],
      ["test/row", "partly", 1],
      ["test/end", "partly", 1],
      ["test/better", "read", 0],
    ]);
    const counts = Object.fromEntries(Object.entries(ran.result.records).map(([id, r]) => [id, r.count]));
    assert.deepEqual(counts, { "test/good": ROWS, "test/row": 499, "test/end": ROWS, "test/better": ROWS });
    assert.deepEqual(
      ran.result.problems.map((p) => [p.code, p.found, p.lost, p.path]),
      ["start: bug at the start", "row: bug at a row", "end: bug at the end"].map((found) => [
        "artifact-failed",
        `test/${found}`,
        "artifact",
        `HomeDomain/${SHARED}`,
      ]),
    );
    assert.deepEqual(
      ran.result.verdict.gaps.map((g) => g.about),
      ["test/start", "test/row", "test/end"],
    );
  });
}

test("a bug in an artifact of the list costs neither the list nor the others", async () => {
  const list = CATALOGUE.artifacts.find((a) => a.id === "ios/manifest") as Artifact<"listing">;
  let n = 0;
  const broken: Artifact<"listing"> = {
    ...list,
    parse: (r) => ({
      take(item, emit) {
        list.parse(r).take(item, emit);
        if (++n >= 1) throw new RangeError("no such row");
      },
    }),
  };
  const artifacts: AnyArtifact[] = [broken, ...CATALOGUE.artifacts.filter((a) => a !== list)];
  const [ran, whole] = [await run([SAMPLE], { catalogue: { artifacts, rules: CATALOGUE.rules } }), await run([SAMPLE])];
  const { "records/ios.manifest.jsonl": _, ...rest } = records(ran);
  const { "records/ios.manifest.jsonl": __, ...restOf } = records(whole);
  assert.deepEqual(rest, restOf);
  assert.deepEqual(ran.result.findings, whole.result.findings);
  assert.equal(ran.result.coverage[0]?.state, "partly");
  assert.deepEqual(
    ran.result.problems.filter((p) => p.code === "artifact-failed").map((p) => p.found),
    ["ios/manifest: no such row"],
  );
});

for (const [name, artifact, message] of [
  ["ends by itself", EXITS, /ended by itself.*7/],
  ["breaks", BREAKS, /bug in the background/],
] as const) {
  test(`a thread that ${name}: an error that says so`, { timeout }, async () => {
    const path = artifact.where["ios-backup"]!.paths[0]!.slice("HomeDomain/".length);
    const dir = backupOf([fileOf(path, database), fileOf(SHARED, database)]);
    const platform = nodePlatform({ worker: TROUBLED });
    for (const workers of [1, 2]) await assert.rejects(run([dir], { platform, workers, catalogue: TROUBLE }), message);
  });
}

test("a thread that does not even begin", { timeout }, async () => {
  const platform = nodePlatform({ worker: new URL("./not-there.ts", import.meta.url) });
  await assert.rejects(run([SAMPLE], { platform, workers: 2 }), /not-there/);
  const none: Platform = {
    ...nodePlatform(),
    spawn() {
      throw new Error("no more threads");
    },
  };
  await assert.rejects(run([SAMPLE], { platform: none, workers: 2 }), /no more threads/);
});

/** Fails like a full disk at the `n`th chunk. */
function full<F extends ResultFolder>(folder: F, n: number): F {
  const { append } = folder;
  let count = 0;
  folder.append = (name, bytes) => {
    if (++count < n) return append.call(folder, name, bytes);
    return Promise.reject(
      Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" }),
    );
  };
  return folder;
}

test("a full disk ends the check with its own error, at any chunk", { timeout }, async () => {
  const dir = bigBackup({ messages: 5000, visits: 4000, usages: 2000, listed: 300 });
  const counted = memoryFolder();
  let chunks = 0;
  const { append } = counted;
  counted.append = (name, bytes) => {
    chunks++;
    return append.call(counted, name, bytes);
  };
  await run([dir], { folder: counted });
  assert.ok(chunks > 8);
  const unhandled: unknown[] = [];
  const note = (e: unknown): void => void unhandled.push(e);
  process.on("unhandledRejection", note);
  try {
    for (const workers of [0, 2]) {
      for (const n of [1, 2, 5, Math.floor(chunks / 2), chunks]) {
        const platform = workers === 0 ? countingPlatform() : nodePlatform({ worker: WORKER });
        const work = run([dir], { platform, workers, folder: full(memoryFolder(), n) });
        await assert.rejects(work, { code: "ENOSPC", syscall: "write" }, `chunk ${n} of ${chunks}, ${workers} threads`);
        if ("counts" in platform) assert.equal((platform as ReturnType<typeof countingPlatform>).counts.live, 0);
      }
    }
    const tar = pack(dir, "tar.gz");
    await assert.rejects(run([tar], { folder: full(memoryFolder(), 3) }), { code: "ENOSPC" });
    await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    process.off("unhandledRejection", note);
  }
  assert.deepEqual(unhandled, []);
});

test("what was written on disk before it was full goes away", { timeout }, async () => {
  const out = fresh();
  const folder = full(await resultFolder(out), 6);
  const platform = nodePlatform();
  const writer = new ResultWriter(folder, platform);
  await assert.rejects(run([SAMPLE], { platform, writer }), { code: "ENOSPC" });
  assert.ok(existsSync(`${out}.partial`));
  await writer.discard();
  assert.ok(!existsSync(out) && !existsSync(`${out}.partial`));
});

test("a thread sends four chunks and waits for the word that they were taken", { timeout }, async () => {
  const path = `${fresh()}.db`;
  const rows = 20_000;
  writeFileSync(path, plainDatabase(3_000_000, rows));
  const sent: { type: string; rows?: number }[] = [];
  let toWorker: (m: unknown) => void = () => {};
  const port: WorkerPort = {
    post: (m) => void sent.push(m as { type: string }),
    onMessage: (f) => void (toWorker = f),
    onError() {},
    close() {},
  };
  serve(port, nodePlatform(), TROUBLE);
  toWorker({
    type: "start",
    compiled: await compile([]),
    acquisition: { kind: "ios-backup" },
    content: false,
    rules: [],
    first: {},
  });
  const ref = { kind: "host", handle: path, size: 1 };
  toWorker({ type: "lane", job: { files: [{ file: 0, path: "p", artifacts: ["test/good"], ref }] } });
  const chunks = (): number => sent.filter((m) => m.type === "records" || m.type === "times").length;
  /** The chunks once there are `n`: whether more would come without a word from us, a while longer shows. */
  const settled = async (n: number): Promise<number> => {
    while (chunks() < n) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 150));
    return chunks();
  };
  assert.equal(await settled(4), 4);
  toWorker({ type: "ack" });
  assert.equal(await settled(5), 5, "one taken, one more");
  assert.ok(!sent.some((m) => m.type === "done"));
  while (!sent.some((m) => m.type === "done" || m.type === "failed")) {
    toWorker({ type: "ack" });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.equal(sent.at(-1)?.type, "done");
  assert.equal(
    sent.reduce((n, m) => n + (m.type === "records" ? m.rows! : 0), 0),
    rows,
  );
});
