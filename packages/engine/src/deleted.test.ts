/** Deleted rows through a whole check: records, findings, what stands beside them, in every container. */
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { decodeRecord } from "@contraluz/store";
import { makeDatabase } from "../../../samples/lib/sqlite.ts";
import { backupOf, fileOf } from "./backups.fixture.ts";
import { compile, pack, type Ran, records, run } from "./check.fixture.ts";
import { recheck } from "./recheck.ts";

const SMS = "Library/SMS/sms.db";
const SPY = "aviso-paqueteria.example";

function fill(d: DatabaseSync): void {
  d.exec(`CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT);
    CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INTEGER, attributedBody BLOB, service TEXT, date INTEGER, date_read INTEGER, is_from_me INTEGER);
    INSERT INTO handle VALUES (1, '+525555501234')`);
  const insert = d.prepare("INSERT INTO message VALUES (?, ?, ?, 1, NULL, 'iMessage', 700000000000000000, 0, 0)");
  for (let i = 1; i <= 60; i++) insert.run(i, `guid-${i}`, i === 33 ? `Su paquete: https://${SPY}/x` : `hola ${i}`);
}

const lines = (ran: Ran): ArtifactRecord[] =>
  records(ran)["records/ios.sms.jsonl"]!.split("\n").filter(Boolean).map(decodeRecord);
const gone = (ran: Ran): ArtifactRecord[] => lines(ran).filter((r) => r.state !== undefined);

test("a malicious link in a deleted message is found, and said to be deleted; a re-check says the same", async () => {
  const { db } = makeDatabase((d) => {
    fill(d);
    d.exec("DELETE FROM message WHERE ROWID = 33");
  });
  const ran = await run([backupOf([fileOf(SMS, db)])]);
  const [record, ...more] = gone(ran);
  assert.deepEqual(more, []);
  assert.equal(record!.state, "deleted");
  assert.deepEqual(record!.fields.links, [`https://${SPY}/x`]);
  assert.equal(record!.fields.handle, "+525555501234");
  const { at } = record!.origin as { at: { offset: number; in: string; row?: number } };
  assert.equal(at.in, "free");
  assert.ok(Buffer.from(db.subarray(at.offset, at.offset + 80)).includes(SPY));
  const finding = ran.result.findings.find((f) => f.subject === SPY)!;
  assert.deepEqual([finding.level, finding.count], ["targeted", 1]);
  assert.equal(finding.records[0]!.origin.state, "deleted");
  assert.match(finding.text.es.why, /fila borrada/);
  const coverage = ran.result.coverage.find((c) => c.artifact === "ios/sms")!;
  assert.deepEqual([coverage.state, coverage.deleted], ["read", 1]);
  // What is counted is what stands.
  const gaps = lines(ran).find((r) => r.kind === "gaps");
  assert.deepEqual([gaps?.fields.rows, gaps?.fields.missing, gaps?.state], [59, 1, undefined]);
  await ran.folder.append("result.json", Buffer.from(ran.json));
  const again = await recheck(ran.folder, { compiled: await compile(), version: "0.0.0" });
  assert.deepEqual(
    again.findings.find((f) => f.subject === SPY),
    finding,
  );
  const none = await recheck(ran.folder, { compiled: await compile([]), version: "0.0.0" });
  assert.equal(
    none.findings.find((f) => f.subject === SPY),
    undefined,
  );
});

test("what only the log shows: replaced pages of the database, and frames that a later one replaced", async () => {
  const { db, wal } = makeDatabase(fill, {
    onlyInWal: (d) =>
      d.exec("DELETE FROM message WHERE ROWID = 33; UPDATE message SET text = text || ' editado' WHERE ROWID = 5"),
  });
  const dir = backupOf([fileOf(SMS, db), fileOf(`${SMS}-wal`, wal)]);
  const ran = await run([dir]);
  const found = gone(ran).map((r) => [r.state, r.fields.guid, "in" in r.origin.at ? r.origin.at.in : undefined]);
  assert.deepEqual(found, [
    ["superseded", "guid-5", undefined],
    ["deleted", "guid-33", undefined],
  ]);
  for (const kind of ["zip, deflated", "tar.gz"] as const) {
    const packed = await run([pack(dir, kind)]);
    assert.deepEqual(records(packed)["records/ios.sms.jsonl"], records(ran)["records/ios.sms.jsonl"], kind);
  }
});

test("a hot journal is rolled back; what the unfinished change wrote is told as what does not stand", async () => {
  const folder = mkdtempSync(join(tmpdir(), "contraluz-hot-"));
  const path = join(folder, "sms.db");
  const d = new DatabaseSync(path);
  d.exec("PRAGMA page_size = 1024; PRAGMA journal_mode = DELETE");
  fill(d);
  d.exec("PRAGMA cache_size = 2; PRAGMA cache_spill = 1; BEGIN");
  d.exec(`UPDATE message SET text = 'otra cosa ' || ROWID || ' https://nueva.example'`);
  for (const end of ["", "-journal"]) copyFileSync(`${path}${end}`, join(folder, `copy${end}`));
  const [db, journal] = ["copy", "copy-journal"].map((n) => new Uint8Array(readFileSync(join(folder, n))));
  d.exec("ROLLBACK");
  d.close();
  rmSync(folder, { recursive: true });
  const dir = backupOf([fileOf(SMS, db!), fileOf(`${SMS}-journal`, journal!)]);
  const ran = await run([dir]);
  const stands = lines(ran).filter((r) => r.state === undefined && r.kind === "message");
  assert.equal(stands.length, 60);
  assert.ok(stands.every((r) => (r.fields.links as string[] | undefined)?.[0] !== "https://nueva.example"));
  assert.ok(gone(ran).some((r) => (r.fields.links as string[] | undefined)?.includes("https://nueva.example")));
  assert.ok(ran.result.problems.some((p) => p.code === "sqlite-journal-hot"));
  assert.ok(ran.result.files.some((f) => f.name?.endsWith("sms.db-journal") && f.sha256 !== ""));
  const packed = await run([pack(dir, "tar.gz")]);
  assert.deepEqual(records(packed)["records/ios.sms.jsonl"], records(ran)["records/ios.sms.jsonl"]);
});
