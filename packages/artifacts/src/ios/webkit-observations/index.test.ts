import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { webkitObservations } from "./index.ts";

const SITES = `CREATE TABLE ObservedDomains (domainID INTEGER PRIMARY KEY, registrableDomain TEXT NOT NULL UNIQUE ON CONFLICT FAIL, lastSeen REAL NOT NULL,
  hadUserInteraction INTEGER NOT NULL, mostRecentUserInteractionTime REAL NOT NULL, grandfathered INTEGER NOT NULL)`;
const PAIRS = `CREATE TABLE TopFrameUniqueRedirectsTo (sourceDomainID INTEGER NOT NULL, toDomainID INTEGER NOT NULL);
  CREATE TABLE TopFrameUniqueRedirectsFrom (targetDomainID INTEGER NOT NULL, fromDomainID INTEGER NOT NULL);
  CREATE TABLE SubframeUnderTopFrameDomains (subFrameDomainID INTEGER NOT NULL, lastUpdated REAL NOT NULL, topFrameDomainID INTEGER NOT NULL);
  CREATE TABLE TopFrameLoadedThirdPartyScripts (topFrameDomainID INTEGER NOT NULL, subresourceDomainID INTEGER NOT NULL)`;
const PATH = "AppDomain-com.google.Gmail/Library/WebKit/WebsiteData/ResourceLoadStatistics/observations.db";

const parse = (fill: (db: DatabaseSync) => void) => parseSqlite(webkitObservations, fill, { path: PATH });

test("sites with their app; touched ones were visited, others looked up", async () => {
  const { records, problems } = await parse((db) =>
    db.exec(`${SITES}; INSERT INTO ObservedDomains VALUES (1, 'a.example', 1714979289.0, 1, 1714979000.25, 0), (2, 'b.example', 1714979289.0, 0, -1.0, 1),
      (3, '192.0.2.7', 0, 0, -1, 0)`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(seen), [
    ["domain visited a.example"],
    ["domain looked-up b.example"],
    ["domain looked-up 192.0.2.7"],
  ]);
  const { last_touched, ...first } = fieldsOf(records[0]!);
  assert.deepEqual(first, { site: "a.example", app: "com.google.Gmail", touched: true });
  assert.equal((last_touched as { seen: string }).seen, "1714979000.25");
  assert.deepEqual(fieldsOf(records[1]!), { site: "b.example", app: "com.google.Gmail", from_storage: true });
  assert.equal(isoUtc(records[0]!.at!.utc!, records[0]!.at!.precision), "2024-05-06T07:08:09Z");
  assert.equal(records[2]!.at, undefined);
});

test("which led to which, and what lay inside which page", async () => {
  const { records } = await parse((db) =>
    db.exec(`${SITES}; ${PAIRS}; INSERT INTO ObservedDomains VALUES (1, 'a.example', 1, 0, -1, 0), (2, 'b.example', 1, 0, -1, 0);
      INSERT INTO TopFrameUniqueRedirectsTo VALUES (1, 2), (8, 9); INSERT INTO TopFrameUniqueRedirectsFrom VALUES (2, 1), (1, 2);
      INSERT INTO SubframeUnderTopFrameDomains VALUES (2, 1714979289.0, 1); INSERT INTO TopFrameLoadedThirdPartyScripts VALUES (1, 2)`),
  );
  const app = "com.google.Gmail";
  assert.deepEqual(
    records.slice(2).map((r) => [r.kind, fieldsOf(r), seen(r)]),
    [
      [
        "redirect",
        { from: "a.example", to: "b.example", app },
        ["domain visited a.example", "domain visited b.example"],
      ],
      [
        "redirect",
        { from: "b.example", to: "a.example", app },
        ["domain visited b.example", "domain visited a.example"],
      ],
      ["inside", { site: "b.example", page: "a.example", as: "frame", app }, []],
      ["inside", { site: "b.example", page: "a.example", as: "script", app }, []],
    ],
  );
});

test("odd values, and a database without the table", async () => {
  const { records } = await parse((db) => {
    db.exec(`${SITES}; ${PAIRS}`);
    const add = db.prepare("INSERT INTO ObservedDomains VALUES (NULL, ?, ?, ?, ?, ?)");
    for (const v of ["", 1e300, new Uint8Array(3), "x".repeat(9000)]) add.run(v, v, v, v, v);
    db.exec("INSERT INTO TopFrameUniqueRedirectsTo VALUES ('x', 1e300)");
  });
  assert.equal(records.length, 4);
  for (const r of records) assert.equal(r.at, undefined);
  const { problems } = await parse((db) => db.exec("CREATE TABLE x (a)"));
  assert.deepEqual(
    problems.map((p) => p.expected),
    ["ObservedDomains"],
  );
});
