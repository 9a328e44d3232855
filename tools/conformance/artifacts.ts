/** The artifacts on real files: a backup is made around them, checked, and its records are compared with SQLite and plistlib. @module */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import type { ArtifactRecord, Json, Moment } from "@contraluz/core";
import { attributedText } from "@contraluz/formats/typedstream/index.ts";
import { type BackupFile, makeBackup } from "../../samples/lib/backup.ts";
import { type Examined, examine } from "./examine.ts";
import { runPython } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { TESTDATA } from "./shared.ts";

const PLASO = join(TESTDATA, "log2timeline+plaso/test_data");
const MAC_EPOCH = 978_307_200;

/** Where a phone keeps each of them. */
const FILES: readonly (readonly [domain: string, path: string, file: string])[] = [
  ["WirelessDomain", "Library/Databases/DataUsage.sqlite", "ios/DataUsage.sqlite"],
  [
    "HomeDomain",
    "Library/Preferences/com.apple.identityservices.idstatuscache.plist",
    "ios/com.apple.identityservices.idstatuscache.plist",
  ],
  ["HomeDomain", "Library/SMS/sms.db", "sqlite/imessage_chat.db"],
];

/** A backup around plaso's files. */
export function backupOfPlaso(dir: string): string {
  const files = FILES.map(
    ([domain, path, file]): BackupFile => ({
      domain,
      path,
      body: new Uint8Array(readFileSync(join(PLASO, file))),
      modified: 1_700_000_000,
    }),
  );
  const device = {
    name: "plaso",
    type: "iPhone10,4",
    product: "iPhone 8",
    version: "15.8",
    build: "19H370",
    udid: "00008030-0000000000000001",
  };
  makeBackup(dir, files, { device, taken: new Date("2024-01-02T03:04:05Z"), apps: ["com.example.app"] });
  return dir;
}

/** Rows of a query, times in Unix microseconds where the column's name begins with `at`. */
function rowsOf(file: string, sql: string): Record<string, unknown>[] {
  const db = new DatabaseSync(`${pathToFileURL(join(PLASO, file)).href}?immutable=1`, { readOnly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

/** Unix time in whole milliseconds, of a record's moment and of a stored number of Apple seconds. */
const millis = (m: Moment | undefined): number | null => (m?.utc === undefined ? null : Number(m.utc / 1_000_000n));
const apple = (v: unknown): number | null =>
  typeof v === "number" && v > 0 ? Math.floor((v + MAC_EPOCH) * 1000) : null;

const field = (r: ArtifactRecord, name: string): Json => (r.fields[name] ?? null) as Json;

async function dataUsage(x: Examined): Promise<string> {
  const records = await x.records("ios/data-usage");
  const processes = rowsOf(FILES[0]![2], "SELECT Z_PK, ZPROCNAME, ZBUNDLENAME, ZTIMESTAMP FROM ZPROCESS ORDER BY Z_PK");
  const live = rowsOf(
    FILES[0]![2],
    `SELECT ZHASPROCESS, ZPROCNAME, l.ZTIMESTAMP AS at, ZWIFIIN, ZWWANOUT FROM ZLIVEUSAGE l
     LEFT JOIN ZPROCESS p ON p.Z_PK = ZHASPROCESS ORDER BY l.Z_PK`,
  );
  same("counts", records.length, processes.length + live.length);
  same(
    "processes",
    records
      .filter((r) => r.kind === "process")
      .map((r) => [field(r, "process"), field(r, "name"), field(r, "bundle"), millis(r.at)]),
    processes.map((p) => [p.Z_PK, p.ZPROCNAME, p.ZBUNDLENAME, apple(p.ZTIMESTAMP)]),
  );
  same(
    "usage",
    records
      .filter((r) => r.kind === "usage")
      .map((r) => [field(r, "process"), field(r, "name"), millis(r.at), field(r, "wifi_in"), field(r, "cell_out")]),
    live.map((l) => [l.ZHASPROCESS, l.ZPROCNAME, apple(l.at), l.ZWIFIIN, l.ZWWANOUT]),
  );
  same("orphans", records.filter((r) => r.fields.orphan === true).length, 0);
  return `${processes.length} processes, ${live.length} usage rows: names, times and bytes as SQLite has them; no orphan`;
}

const LOOKUPS = `
import json, plistlib, sys
d = plistlib.load(open(sys.argv[1], "rb"))
print(json.dumps(sorted([s, h, e["LookupDate"], e["IDStatus"]] for s, v in d.items() if isinstance(v, dict) for h, e in v.items())))`;

async function idStatusCache(x: Examined): Promise<string> {
  const records = await x.records("ios/id-status-cache");
  const rows = JSON.parse(runPython(["-c", LOOKUPS, join(PLASO, FILES[1]![2])])) as [string, string, number, number][];
  const key = (r: readonly unknown[]): string => JSON.stringify(r);
  same(
    "lookups",
    records.map((r) => key([field(r, "service"), field(r, "handle"), millis(r.at), field(r, "status")])).sort(),
    rows.map(([service, handle, date, status]) => key([service, handle, apple(date), status])).sort(),
  );
  return `${rows.length} lookups of ${new Set(rows.map((r) => r[0])).size} services as plistlib has them`;
}

async function messages(x: Examined): Promise<string> {
  const all = await x.records("ios/sms");
  const records = all.filter((r) => r.kind === "message" && r.state === undefined);
  const rows = rowsOf(
    FILES[2]![2],
    `SELECT m.ROWID AS id, guid, text, attributedBody, h.id AS handle, m.service AS service, date, is_from_me
     FROM message m LEFT JOIN handle h ON h.ROWID = m.handle_id ORDER BY m.ROWID`,
  );
  same(
    "messages",
    records.map((r) => [
      field(r, "guid"),
      field(r, "text"),
      field(r, "handle"),
      field(r, "from_me") === true,
      millis(r.at),
    ]),
    rows.map((m) => [m.guid, m.text, m.handle, m.is_from_me === 1, apple(m.date)]),
  );
  // 236 numbers were given, 10 messages are left.
  same(
    "missing",
    all.filter((r) => r.kind === "gaps").map((r) => [field(r, "rows"), field(r, "missing")]),
    [[10, 226]],
  );
  let bodies = 0;
  for (const m of rows) {
    const body = attributedText(m.attributedBody as Uint8Array)?.text;
    // Whoever prepared this sample changed a word of rows 6 and 10, in the column alone.
    const column = String(m.text).replace(/(install|with) Open Office/, "$1 Microsoft Office");
    same(`attributedBody of row ${m.id}`, body, column);
    bodies++;
  }
  must(bodies === 10, `${bodies} attributed bodies`);
  return `${rows.length} messages as SQLite has them; ${bodies} attributed bodies say what their text column says`;
}

async function coverage(x: Examined): Promise<string> {
  const read = x.result.coverage.filter((c) => c.state === "read" && c.records > 0).map((c) => c.artifact);
  same("places", read.sort(), [
    "ios/applications",
    "ios/backup-info",
    "ios/data-usage",
    "ios/id-status-cache",
    "ios/manifest",
    "ios/sms",
    "ios/sms-attachments",
  ]);
  // What reads a list that is there may find nothing of its own in it; all else is absent.
  const silent = ["ios/linked-devices", "ios/messengers"];
  must(
    x.result.coverage.every((c) => c.state === "absent" || read.includes(c.artifact) || silent.includes(c.artifact)),
    "what is not there is a gap",
  );
  same("problems", x.result.problems, []);
  same(
    "findings",
    x.result.findings.map((f) => [f.level, f.rule, f.subject]),
    [
      ["info", "ios/missing-messages", "message"],
      ["info", "ios/missing-messages", "attachment"],
    ],
  );
  return "places that are not there are gaps; no problem and no finding on clean files";
}

/** plaso's files as one phone. */
export function artifactCases(temp: string): readonly Case[] {
  let examined: Promise<Examined> | undefined;
  const on = (f: (x: Examined) => Promise<string>) => async (): Promise<string> =>
    f(await (examined ??= examine(backupOfPlaso(join(temp, "phone")), { temp, content: true })));
  return [
    { name: "artifact ios/data-usage on plaso's DataUsage.sqlite", run: on(dataUsage) },
    { name: "artifact ios/id-status-cache on plaso's plist", run: on(idStatusCache) },
    { name: "artifact ios/sms on plaso's imessage_chat.db", run: on(messages) },
    { name: "artifact coverage of that phone", run: on(coverage) },
  ];
}
