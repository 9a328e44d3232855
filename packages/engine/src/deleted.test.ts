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

test("an address that was deleted from Safari's history is found; one that was only visited again is no news", async () => {
  const { db } = makeDatabase((d) => {
    d.exec(`CREATE TABLE history_items (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE, domain_expansion TEXT NULL, visit_count INTEGER NOT NULL, daily_visit_counts BLOB NOT NULL);
      CREATE TABLE history_visits (id INTEGER PRIMARY KEY AUTOINCREMENT, history_item INTEGER NOT NULL, visit_time REAL NOT NULL, title TEXT NULL, load_successful BOOLEAN NOT NULL DEFAULT 1)`);
    const item = d.prepare("INSERT INTO history_items VALUES (?, ?, NULL, 1, x'01')");
    const visit = d.prepare("INSERT INTO history_visits VALUES (?, ?, ?, 'x', 1)");
    for (let i = 1; i <= 300; i++) {
      item.run(i, i === 200 ? `https://${SPY}/x` : `https://sitio-${i}.example/`);
      visit.run(i, i, 700_000_000.5 + i);
    }
    d.exec("DELETE FROM history_visits WHERE history_item = 200; DELETE FROM history_items WHERE id = 200");
    d.exec("UPDATE history_items SET visit_count = 1000 WHERE id IN (100, 230)");
  });
  const ran = await run([backupOf([fileOf("AppDomain-com.apple.mobilesafari:Library/Safari/History.db", db)])]);
  const all = records(ran)["records/ios.safari-history.jsonl"]!.split("\n").filter(Boolean).map(decodeRecord);
  const past = all.filter((r) => r.state !== undefined && r.kind === "address");
  assert.deepEqual(
    past.map((r) => [r.state, r.fields.url]),
    [["deleted", `https://${SPY}/x`]],
  );
  const finding = ran.result.findings.find((f) => f.subject === SPY)!;
  assert.equal(finding.records[0]!.origin.state, "deleted");
  assert.match(finding.text.es.why, /fila borrada/);
});

test("a process whose row was deleted is told, and takes part in no count; one that only ran again is no news", async () => {
  const { db, wal } = makeDatabase(
    (d) => {
      d.exec(`CREATE TABLE ZPROCESS (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZFIRSTTIMESTAMP TIMESTAMP, ZTIMESTAMP TIMESTAMP, ZBUNDLENAME VARCHAR, ZPROCNAME VARCHAR);
        CREATE TABLE ZLIVEUSAGE (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, ZHASPROCESS INTEGER, ZTIMESTAMP TIMESTAMP, ZWIFIIN FLOAT, ZWIFIOUT FLOAT, ZWWANIN FLOAT, ZWWANOUT FLOAT)`);
      const put = d.prepare("INSERT INTO ZPROCESS VALUES (?, 1, 1, 736672089.5, 736672099.5, NULL, ?)");
      for (let i = 1; i <= 30; i++) put.run(i, i === 12 ? "rolexd" : `proceso${i}`);
    },
    {
      onlyInWal: (d) =>
        d.exec("DELETE FROM ZPROCESS WHERE Z_PK = 12; UPDATE ZPROCESS SET ZTIMESTAMP = 736682099.5 WHERE Z_PK = 3"),
    },
  );
  const path = "WirelessDomain:Library/Databases/DataUsage.sqlite";
  const ran = await run([backupOf([fileOf(path, db), fileOf(`${path}-wal`, wal)])]);
  const all = records(ran)["records/ios.data-usage.jsonl"]!.split("\n").filter(Boolean).map(decodeRecord);
  assert.deepEqual(
    all.filter((r) => r.state !== undefined).map((r) => [r.kind, r.state, r.fields.name, r.fields.process]),
    [["process", "deleted", "rolexd", 12]],
  );
  const gaps = all.find((r) => r.kind === "gaps")!;
  assert.deepEqual([gaps.fields.rows, gaps.fields.missing], [29, 1]);
});
