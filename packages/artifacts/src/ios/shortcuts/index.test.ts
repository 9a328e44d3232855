import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { bplist, type Plain, Uid } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { actionsOf } from "./actions.ts";
import { shortcuts } from "./index.ts";

const TABLES = `CREATE TABLE ZSHORTCUT (Z_PK INTEGER PRIMARY KEY, ZNAME VARCHAR, ZCREATIONDATE TIMESTAMP, ZMODIFICATIONDATE TIMESTAMP,
    ZLASTRUNEVENTDATE TIMESTAMP, ZRUNEVENTSCOUNT INTEGER, ZTOMBSTONED INTEGER);
  CREATE TABLE ZSHORTCUTACTIONS (Z_PK INTEGER PRIMARY KEY, ZSHORTCUT INTEGER, ZDATA BLOB);
  CREATE TABLE ZTRIGGER (Z_PK INTEGER PRIMARY KEY, ZSHORTCUT INTEGER, ZENABLED INTEGER, ZSHOULDPROMPT INTEGER, ZDATA BLOB)`;

const action = (kind: string, parameters: Plain): Plain => ({
  WFWorkflowActionIdentifier: `is.workflow.actions.${kind}`,
  WFWorkflowActionParameters: parameters,
});
const parse = (fill: (db: DatabaseSync) => void) =>
  parseSqlite(shortcuts, (db) => {
    db.exec(`${TABLES}; INSERT INTO ZSHORTCUT VALUES (1, 'Mi atajo', 736672089.25, 736672090, NULL, 3, 0)`);
    fill(db);
  });
function addActions(db: DatabaseSync, list: Plain, of = 1): void {
  const data = list instanceof Uint8Array ? list : bplist(list);
  db.prepare("INSERT INTO ZSHORTCUTACTIONS (ZSHORTCUT, ZDATA) VALUES (?, ?)").run(of, data);
}

test("shortcuts, what they do and the addresses in them, however deep", async () => {
  const { records, problems } = await parse((db) => {
    addActions(db, [
      action("openurl", {
        WFInput: { Value: { string: "Abre https://a.example/x, luego" }, WFSerializationType: "WFTextTokenString" },
      }),
      action("comment", { WFCommentActionText: "de https://autor.example/" }),
      action("openurl", { WFInput: ["https://b.example/", { deep: [{ er: "c.example/y" }] }] }),
    ]);
  });
  assert.deepEqual(problems, []);
  assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2024-05-06T07:08:09.250000Z");
  const { changed, ...shortcut } = fieldsOf(records[0]!);
  assert.deepEqual(shortcut, { shortcut: 1, name: "Mi atajo", runs: 3 });
  assert.deepEqual(fieldsOf(records[1]!), {
    shortcut: 1,
    name: "Mi atajo",
    count: 3,
    actions: ["is.workflow.actions.openurl", "is.workflow.actions.comment"],
    links: ["https://a.example/x", "https://b.example/", "c.example/y"],
  });
  assert.deepEqual(seen(records[1]!), [
    "url listed https://a.example/x",
    "url listed https://b.example/",
    "url listed c.example/y",
  ]);
  assert.deepEqual(records[1]!.at, changed);
});

test("addresses of a shortcut that speaks to servers by itself are set up on the phone", async () => {
  const { records } = await parse((db) =>
    addActions(db, {
      WFWorkflowActions: [
        action("gettext", { WFTextActionText: "https://c2.example/up" }),
        action("downloadurl", { WFHTTPMethod: "POST", WFURL: { Value: { string: "\ufffc" } } }),
      ],
    }),
  );
  assert.deepEqual([records[1]!.fields.sends, seen(records[1]!)], [true, ["url installed https://c2.example/up"]]);
});

test("what starts a shortcut by itself", async () => {
  const { records, problems } = await parse((db) => {
    const archive = bplist({
      $archiver: "NSKeyedArchiver",
      $version: 100000,
      $top: { root: new Uid(1) },
      $objects: [
        "$null",
        { $class: new Uid(2) },
        { $classname: "WFMessageTrigger", $classes: ["WFMessageTrigger", "NSObject"] },
      ],
    });
    db.prepare("INSERT INTO ZTRIGGER VALUES (1, 1, 1, 0, ?), (2, 9, 'x', NULL, NULL)").run(archive);
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.slice(1).map(fieldsOf), [
    { shortcut: 1, name: "Mi atajo", starts: "WFMessageTrigger", enabled: true, asks: false },
    { shortcut: 9 },
  ]);
});

test("damaged lists are problems; lists that are too deep are cut", async () => {
  let deep: Plain = "https://a.example/";
  for (let i = 0; i < 25; i++) deep = [deep];
  const { records, problems } = await parse((db) => {
    addActions(db, new Uint8Array([1, 2, 3]));
    addActions(db, "texto");
    addActions(db, [1, {}, { WFWorkflowActionIdentifier: 5 }]);
    addActions(db, [action("openurl", deep)]);
    db.exec("INSERT INTO ZSHORTCUTACTIONS VALUES (NULL, 'x', 'x'), (NULL, 1, NULL)");
  });
  assert.deepEqual(
    records.map((r) => r.kind),
    ["shortcut", "actions", "actions"],
  );
  assert.deepEqual(
    problems.map((p) => p.code),
    ["plist-damaged", "record-limit"],
  );
});

test("an old database without automations", async () => {
  const { records, problems } = await parseSqlite(shortcuts, (db) =>
    db.exec(`CREATE TABLE ZSHORTCUT (Z_PK INTEGER PRIMARY KEY, ZNAME VARCHAR); INSERT INTO ZSHORTCUT VALUES (4, 'x');
      CREATE TABLE ZSHORTCUTACTIONS (Z_PK INTEGER PRIMARY KEY, ZSHORTCUT INTEGER, ZDATA BLOB)`),
  );
  assert.deepEqual([records.map(fieldsOf), problems], [[{ shortcut: 4, name: "x" }], []]);
});

test("one long text that an action names many times is searched once", () => {
  const long = `${"a.b ".repeat(100_000)}https://evil.example/`;
  const started = process.cpuUsage();
  const actions = actionsOf([new Map([["WFWorkflowActionParameters", Array<string>(150_000).fill(long)]])]);
  assert.ok(process.cpuUsage(started).user < 5_000_000);
  assert.deepEqual([...actions!.links], ["https://evil.example/"]);
});
