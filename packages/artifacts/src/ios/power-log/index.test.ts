import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { Clock } from "./clock.ts";
import { powerLog } from "./index.ts";

const T = 1_710_000_000;
const OFFSETS = `CREATE TABLE PLStorageOperator_EventForward_TimeOffset (ID INTEGER PRIMARY KEY, timestamp REAL, system REAL);
  INSERT INTO PLStorageOperator_EventForward_TimeOffset VALUES (1, ${T}, 10.5), (2, ${T + 1000}, 3610.5);`;
const iso = (m: unknown): string => isoUtc((m as Moment).utc!, "us");

test("the nearest offset gives the true time; without any there is none", () => {
  const clock = new Clock(() => {});
  assert.equal(clock.moment(T), undefined);
  clock.add(T + 1000, 3610.5);
  clock.add(T, 10.5);
  clock.add("x", 1);
  for (const [t, want] of [
    [T - 5, T + 5.5],
    [T + 499, T + 509.5],
    [T + 501, T + 4111.5],
    [T + 9000, T + 12_610.5],
  ] as const)
    assert.equal(Number(clock.moment(t)!.utc! / 1000n) / 1e6, want, String(t));
  assert.equal(clock.moment(T)!.seen, String(T));
  for (const v of [null, "x", Number.NaN, 1e300, -1e12]) assert.equal(clock.moment(v), undefined);
});

test("network use of a program is one record, with the first and the last time", async () => {
  const { records, problems } = await parseSqlite(powerLog, (db) =>
    db.exec(`${OFFSETS}
      CREATE TABLE PLProcessNetworkAgent_EventInterval_UsageDiff (ID INTEGER PRIMARY KEY, timestamp REAL, timestampEnd REAL, BundleName TEXT, ProcessName TEXT, CellIn REAL, CellOut REAL, WifiIn REAL, WifiOut REAL);
      INSERT INTO PLProcessNetworkAgent_EventInterval_UsageDiff VALUES
        (1, ${T + 100}, ${T + 160}, NULL, 'bh', 1, 2, 3, 4), (2, ${T}, ${T + 60}, 'com.example', 'Example', 0, 0, 5, 0),
        (3, ${T + 50}, ${T + 900}, NULL, 'bh', 1, 2, 3, 4), (4, 'x', NULL, NULL, NULL, 1, 1, 1, 1);`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, r.fields.name, r.fields.app, r.fields.times, r.fields.wifi_in, r.fields.cell_out]),
    [
      ["network", "bh", undefined, 2, 6, 4],
      ["network", "Example", "com.example", 1, 5, undefined],
    ],
  );
  const [bh] = records;
  assert.deepEqual(
    [iso(bh!.at), iso(bh!.fields.first), iso(bh!.fields.until)],
    ["2024-03-09T16:01:50.500000Z", "2024-03-09T16:01:00.500000Z", "2024-03-09T17:15:10.500000Z"],
  );
  assert.deepEqual(seen(bh!), ["process ran bh"]);
  assert.deepEqual(bh!.origin.at, { ...bh!.origin.at, row: 1 });
});

test("programs, apps that are gone, sound, camera, location", async () => {
  const { records, problems } = await parseSqlite(powerLog, (db) =>
    db.exec(`${OFFSETS}
      CREATE TABLE PLProcessMonitorAgent_EventForward_ProcessID (ID INTEGER PRIMARY KEY, timestamp REAL, BundleID TEXT, PID INTEGER, ProcessName TEXT);
      INSERT INTO PLProcessMonitorAgent_EventForward_ProcessID VALUES (1, ${T}, 'com.a', 5, 'a');
      CREATE TABLE PLProcessMonitorAgent_EventInterval_ProcessMonitorInterval_Dynamic (ID INTEGER PRIMARY KEY, FK_ID INTEGER, BundleID TEXT, PID INTEGER, ProcessName TEXT, unit TEXT, value REAL);
      INSERT INTO PLProcessMonitorAgent_EventInterval_ProcessMonitorInterval_Dynamic VALUES (1, 1, NULL, 9, 'logd', 's', 1.0), (2, 2, NULL, 9, 'logd', 's', 1.0);
      CREATE TABLE PLApplicationAgent_EventNone_AllApps (ID INTEGER PRIMARY KEY, timestamp REAL, AppBundleId TEXT, AppName TEXT, AppBundleVersion TEXT, AppExecutable TEXT, AppDeletedDate INTEGER);
      INSERT INTO PLApplicationAgent_EventNone_AllApps VALUES (1, ${T}, 'com.gone', 'Gone', '2.0', 'Gone', ${T + 7}), (2, ${T}, 'com.here', 'Here', '1', 'Here', 0);
      CREATE TABLE PLApplicationAgent_EventForward_Application (ID INTEGER PRIMARY KEY, timestamp REAL, Identifier TEXT, pid INTEGER, State INTEGER);
      INSERT INTO PLApplicationAgent_EventForward_Application VALUES (1, ${T}, 'com.here', 7, 8);
      CREATE TABLE PLAudioAgent_EventPoint_AudioApp (ID INTEGER PRIMARY KEY, timestamp REAL, ApplicationName TEXT, AssertionName TEXT, AudioRoute TEXT, Operation TEXT, PID INTEGER);
      INSERT INTO PLAudioAgent_EventPoint_AudioApp VALUES (1, ${T}, 'com.here', 'Recording', 'BuiltInMic', 'Record', 7);
      CREATE TABLE PLCameraAgent_EventForward_Camera (ID INTEGER PRIMARY KEY, timestamp REAL, BundleId TEXT, CameraType INTEGER, State INTEGER);
      INSERT INTO PLCameraAgent_EventForward_Camera VALUES (1, ${T}, 'com.here', 2, 1);
      CREATE TABLE PLLocationAgent_EventForward_ClientStatus (ID INTEGER PRIMARY KEY, timestamp REAL, BundleId TEXT, Client TEXT, Executable TEXT, Type TEXT, timestampEnd REAL);
      INSERT INTO PLLocationAgent_EventForward_ClientStatus VALUES (1, ${T}, '', 'Emergency', '/private/var/tmp/x', 'Visit', ${T + 9});`),
  );
  assert.deepEqual(problems, []);
  const got = records.map((r) => {
    const { deleted, until, ...rest } = fieldsOf(r);
    return [r.kind, { ...rest, ...(deleted ? { deleted: iso(deleted) } : {}) }, seen(r)];
  });
  assert.deepEqual(got, [
    ["process", { name: "a", app: "com.a", pid: 5 }, ["process ran a", "app-id ran com.a"]],
    [
      "app",
      { app: "com.gone", title: "Gone", version: "2.0", executable: "Gone", deleted: "2024-03-09T16:00:07.000000Z" },
      ["app-id installed com.gone"],
    ],
    ["app", { app: "com.here", title: "Here", version: "1", executable: "Here" }, ["app-id installed com.here"]],
    ["use", { app: "com.here", pid: 7, app_state: 8 }, ["app-id ran com.here"]],
    [
      "audio",
      { app: "com.here", pid: 7, operation: "Record", purpose: "Recording", route: "BuiltInMic" },
      ["app-id ran com.here"],
    ],
    ["camera", { app: "com.here", camera: 2, on: 1 }, ["app-id ran com.here"]],
    [
      "location",
      { client: "Emergency", executable: "/private/var/tmp/x", type: "Visit" },
      ["process ran /private/var/tmp/x", "file-path ran /private/var/tmp/x"],
    ],
    ["measured", { name: "logd", times: 2 }, ["process ran logd"]],
  ]);
  assert.equal(iso(records[0]!.at), "2024-03-09T16:00:10.500000Z");
});

test("without the table of offsets no time is told, and that is a problem", async () => {
  const { records, problems } = await parseSqlite(powerLog, (db) =>
    db.exec(`CREATE TABLE PLProcessMonitorAgent_EventForward_ProcessID (ID INTEGER PRIMARY KEY, timestamp REAL, ProcessName TEXT);
      INSERT INTO PLProcessMonitorAgent_EventForward_ProcessID VALUES (1, ${T}, 'a');`),
  );
  assert.deepEqual([records[0]?.at, problems[0]?.code], [undefined, "sqlite-table-missing"]);
});
