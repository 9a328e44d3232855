import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { bplist, type Plain } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { keychainAnalytics } from "./index.ts";

const TABLE = (name: string) =>
  `CREATE TABLE ${name} (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp REAL, data BLOB);`;
const T = 1_714_979_289.5;

const parse = (
  fill: (add: (at: unknown, event: Plain | Uint8Array, table?: string) => void, db: DatabaseSync) => void,
) =>
  parseSqlite(keychainAnalytics, (db) => {
    db.exec(TABLE("hard_failures") + TABLE("soft_failures") + TABLE("all_events"));
    fill((at, event, table = "all_events") => {
      const bytes = event instanceof Uint8Array ? event : bplist(event);
      db.prepare(`INSERT INTO ${table} (timestamp, data) VALUES (?, ?)`).run(at as number, bytes);
    }, db);
  });

test("an event: program, build, error, hosts", async () => {
  const { records, problems } = await parse((add) =>
    add(
      T,
      {
        eventType: "EventSoftFailure",
        build: "21G93",
        product: "iPhone OS",
        process: "mptbd",
        errorDomain: "NSOSStatusErrorDomain",
        errorCode: -9807,
        host: "evil.example",
        page: "https://other.example/a",
      },
      "soft_failures",
    ),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(fieldsOf(records[0]!), {
    table: "soft_failures",
    type: "EventSoftFailure",
    process: "mptbd",
    build: "21G93",
    error: "NSOSStatusErrorDomain",
    code: -9807,
  });
  assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2024-05-06T07:08:09.500000Z");
  assert.deepEqual(seen(records[0]!), [
    "process ran mptbd",
    "domain visited evil.example",
    "url visited https://other.example/a",
  ]);
});

test("the first and last time of each build", async () => {
  const { records } = await parse((add) => {
    add(T + 5, { build: "21G93" });
    add(T, { build: "21G93" });
    add(T + 9, { build: "22A1" }, "hard_failures");
  });
  const builds = records.filter((r) => r.kind === "build").map((r) => [r.fields.build, r.at!.seen, r.fields.events]);
  assert.deepEqual(builds.sort(), [
    ["21G93", String(T), 2],
    ["22A1", String(T + 9), 1],
  ]);
});

test("damaged events are one problem; odd values cost their row only", async () => {
  const { records, problems } = await parse((add, db) => {
    add(T, new Uint8Array([0x62, 0x70, 0x6c]));
    add(T, new Uint8Array(70_000));
    add("x", { process: 7, build: ["a"] });
    db.exec("INSERT INTO all_events (timestamp, data) VALUES (1, NULL), (2, 'texto')");
  });
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["plist-damaged", "2 events"]],
  );
  assert.deepEqual(
    records.map((r) => [fieldsOf(r), r.at, r.observables.length]),
    [[{ table: "all_events" }, undefined, 0]],
  );
});
