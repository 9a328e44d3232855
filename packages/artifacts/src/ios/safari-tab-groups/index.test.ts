import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { bplist, type Plain } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { safariTabGroups } from "./index.ts";

const BOOKMARKS = `CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, special_id INTEGER DEFAULT 0, parent INTEGER, type INTEGER, subtype INTEGER DEFAULT 0,
  title TEXT, url TEXT COLLATE NOCASE, external_uuid TEXT, deleted INTEGER DEFAULT 0, date_closed REAL, extra_attributes BLOB DEFAULT NULL,
  local_attributes BLOB DEFAULT NULL)`;
const WINDOWS =
  "CREATE TABLE windows (id INTEGER PRIMARY KEY, private_tab_group_id INTEGER, local_tab_group_id INTEGER)";
const DAY = new Date("2024-05-06T07:08:09Z");

const later = (hours: number): Date => new Date(DAY.getTime() + hours * 3_600_000);
const session = (url: string): Uint8Array =>
  Uint8Array.from([
    0,
    0,
    0,
    2,
    ...bplist({ SessionHistory: { SessionHistoryEntries: [{ SessionHistoryEntryURL: url }] } }),
  ]);

interface Tab {
  readonly url: string;
  readonly parent: number | string;
  readonly uuid?: string;
  readonly extra?: Plain;
  readonly local?: Plain;
}
function addTab(db: DatabaseSync, t: Tab): void {
  const blob = (v: Plain | undefined): Uint8Array | null =>
    v === undefined ? null : v instanceof Uint8Array ? v : bplist(v);
  db.prepare(
    "INSERT INTO bookmarks (parent, type, title, url, external_uuid, extra_attributes, local_attributes) VALUES (?, 0, 'Título', ?, ?, ?, ?)",
  ).run(t.parent, t.url, t.uuid ?? null, blob(t.extra), blob(t.local));
}
const FOLDERS = `INSERT INTO bookmarks (id, parent, type, subtype, title, external_uuid) VALUES (0, NULL, 1, 0, 'Root', 'Root'),
  (1, 0, 1, 0, 'privatePinned', 'privatePinned'), (2, 0, 1, 0, 'Local', 'u2'), (3, 0, 1, 0, 'Otra', 'u3'), (4, 0, 1, 2, 'Trabajo', 'PERFIL'),
  (5, 4, 1, 0, 'Notas', 'u5'), (6, 0, 1, 2, 'Yo', 'DefaultProfile'), (7, 3, 1, 0, 'Dentro', 'u7')`;

const parse = (fill: (db: DatabaseSync) => void, content = false) =>
  parseSqlite(
    safariTabGroups,
    (db) => {
      db.exec(`${BOOKMARKS}; ${WINDOWS}; ${FOLDERS}; INSERT INTO windows VALUES (1, 3, 2)`);
      fill(db);
    },
    { content },
  );

test("tabs with their times, what this device loaded, and the pages one can go back to", async () => {
  const { records, problems } = await parse((db) =>
    addTab(db, {
      url: "https://a.example/",
      parent: 2,
      uuid: "T1",
      extra: { DateLastViewed: DAY, LocalURL: "https://end.example/", "com.apple.Bookmark": { DateAdded: later(-5) } },
      local: {
        LastVisitTime: later(1),
        DateClosed: later(2),
        OpenedFromLink: true,
        SessionState: session("https://back.example/"),
      },
    }),
  );
  assert.deepEqual(problems, []);
  const { added, closed, ...rest } = fieldsOf(records[0]!);
  assert.deepEqual(rest, { url: "https://a.example/", shown: "https://end.example/", tab: "T1", from_link: true });
  const iso = (m: unknown): string => isoUtc((m as Moment).utc!, "s");
  assert.deepEqual(
    [iso(records[0]!.at), iso(added), iso(closed)],
    ["2024-05-06T08:08:09Z", "2024-05-06T02:08:09Z", "2024-05-06T09:08:09Z"],
  );
  assert.deepEqual(seen(records[0]!), ["url visited https://a.example/", "url visited https://end.example/"]);
  assert.deepEqual([records[1]!.kind, fieldsOf(records[1]!)], ["entry", { url: "https://back.example/", tab: "T1" }]);
});

test("private tabs: in the group of a window, in a folder called so, in folders below; not in others", async () => {
  const { records } = await parse((db) => {
    for (const parent of [1, 2, 3, 5, 7, "Private", 99]) addTab(db, { url: `https://p${parent}.example/`, parent });
  });
  assert.deepEqual(
    records.map((r) => [r.fields.url, r.fields.private]),
    [
      ["https://p1.example/", true],
      ["https://p2.example/", undefined],
      ["https://p3.example/", true],
      ["https://p5.example/", undefined],
      ["https://p7.example/", true],
      ["https://pPrivate.example/", true],
      ["https://p99.example/", undefined],
    ],
  );
});

test("profiles, and names of groups and pages only with consent", async () => {
  const fill = (db: DatabaseSync): void => addTab(db, { url: "https://a.example/", parent: 5 });
  const [plain] = (await parse(fill)).records;
  assert.deepEqual(fieldsOf(plain!), { url: "https://a.example/", profile: "PERFIL" });
  const [full] = (await parse(fill, true)).records;
  assert.deepEqual([full!.fields.title, full!.fields.group], ["Título", "Notas"]);
});

test("damaged and odd lists cost what they hold; a row marked as deleted says so", async () => {
  const { records, problems } = await parse((db) => {
    addTab(db, { url: "https://a.example/", parent: 2, extra: new Uint8Array([1, 2, 3]) });
    addTab(db, {
      url: "https://b.example/",
      parent: 2,
      extra: ["x"],
      local: { LastVisitTime: "ayer", SessionState: "x" },
    });
    db.exec(
      "INSERT INTO bookmarks (parent, type, url, deleted, date_closed) VALUES (2, 0, 'https://c.example/', 1, 736672089)",
    );
    db.exec("INSERT INTO bookmarks (parent, type, url) VALUES (2, 0, ''), (2, 0, NULL), (2, 'x', x'00')");
  });
  assert.deepEqual(
    records.map((r) => [r.fields.url, r.fields.removed]),
    [
      ["https://a.example/", undefined],
      ["https://b.example/", undefined],
      ["https://c.example/", true],
    ],
  );
  assert.deepEqual(
    problems.map((p) => [p.code, p.lost]),
    [["plist-damaged", "row"]],
  );
});

test("pages in a table of their own, as on newer versions; no windows on older ones", async () => {
  const { records, problems } = await parseSqlite(safariTabGroups, (db) => {
    db.exec(`CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, parent INTEGER, type INTEGER, title TEXT, url TEXT);
      INSERT INTO bookmarks VALUES (1, 0, 0, '', 'https://a.example/'); CREATE TABLE session_state (uuid TEXT PRIMARY KEY, data BLOB)`);
    db.prepare("INSERT INTO session_state VALUES ('T1', ?)").run(session("https://b.example/"));
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, r.fields.url]),
    [
      ["tab", "https://a.example/"],
      ["entry", "https://b.example/"],
    ],
  );
});
