/**
 * Calls, contacts, interactions, attachments of messages and the calendar: the databases of MVT's and iLEAPP's samples, and those
 * of the generator, checked in a backup and compared with Python's sqlite3.
 * @module
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ArtifactRecord, Json, Moment } from "@contraluz/core";
import { type BackupFile, makeBackup } from "../../samples/lib/backup.ts";
import { type Examined, examine } from "./examine.ts";
import { runPython } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { realFiles, SHARED, TESTDATA } from "./shared.ts";

const SCRIPT = join(dirname(fileURLToPath(import.meta.url)), "communications.py");
const MVT = join(TESTDATA, "mvt-project+mvt/tests/artifacts/ios_backup");
const PLACES: Readonly<Record<string, readonly [path: string, id: string]>> = {
  calls: ["Library/CallHistoryDB/CallHistory.storedata", "5a4935c78a5255723f707230a451d79c540d2741"],
  contacts: ["Library/AddressBook/AddressBook.sqlitedb", "31bb7ba8914766d4ba40d6dfb6113c8b614be442"],
  interactions: ["Library/CoreDuet/People/interactionC.db", "1f5a521220a3ad80ebfdc196978df8e7a2e49dee"],
  sms: ["Library/SMS/sms.db", "3d0d7e5fb2ce288813306e4d4636395e047a3d28"],
  calendar: ["Library/Calendar/Calendar.sqlitedb", "2041457d5fe04d39d0ab481178355df6781e6858"],
};
const DEVICE = {
  name: "sample",
  type: "iPhone10,4",
  product: "iPhone 8",
  version: "15.8",
  build: "19H370",
  udid: "00008030-0000000000000003",
};

type Paths = Readonly<Record<string, string>>;
type Answer = Readonly<Record<string, readonly (readonly Json[])[]>>;

function phone(dir: string, paths: Paths): string {
  const files: BackupFile[] = [];
  for (const [kind, path] of Object.entries(paths))
    for (const end of ["", "-wal"])
      if (existsSync(path + end) && (end === "" || statSync(path + end).size > 0))
        files.push({
          domain: "HomeDomain",
          path: PLACES[kind]![0] + end,
          body: new Uint8Array(readFileSync(path + end)),
          modified: 1_700_000_000,
        });
  makeBackup(dir, files, { device: DEVICE, taken: new Date("2024-01-02T03:04:05Z"), apps: ["com.example.app"] });
  return dir;
}

/** The databases of a backup folder, by the names that its files have there. */
function pathsIn(backup: string): Paths {
  const found = Object.entries(PLACES).map(([kind, [, id]]) => [kind, join(backup, id.slice(0, 2), id)] as const);
  return Object.fromEntries(found.filter(([, path]) => existsSync(path)));
}

const micros = (m: Json | Moment | undefined): number | null => {
  const utc = (m as Moment | undefined)?.utc;
  return utc === undefined ? null : Number(utc / 1000n);
};
const field = (r: ArtifactRecord, name: string): Json => (r.fields[name] ?? null) as Json;
const row = (r: ArtifactRecord): number => Number((r.origin.at as { row: number | bigint }).row);
const TYPES: Readonly<Record<string, number>> = { phone: 3, email: 4, link: 22 };

/** Our records in the columns of the script, by the name that it gives them. */
const SHAPES: Readonly<
  Record<string, readonly [artifact: string, kind: string, of: (r: ArtifactRecord) => readonly Json[]]>
> = {
  calls: [
    "ios/calls",
    "call",
    (r) => [
      row(r),
      micros(r.at),
      field(r, "duration"),
      field(r, "with"),
      r.fields.outgoing === true ? 1 : 0,
      field(r, "service"),
    ],
  ],
  values: [
    "ios/contacts",
    "value",
    (r) => [row(r), field(r, "person"), TYPES[String(r.fields.type)]!, field(r, "value")],
  ],
  people: ["ios/contacts", "person", (r) => [row(r), micros(r.at), field(r, "name")]],
  interactions: [
    "ios/interactions",
    "interaction",
    (r) => [
      row(r),
      micros(r.at),
      r.fields.outgoing === true ? 1 : 0,
      field(r, "app"),
      field(r, "account"),
      field(r, "from"),
      [(r.fields.to ?? []) as Json].flat(),
    ],
  ],
  attached: [
    "ios/interactions",
    "attachment",
    (r) => [row(r), field(r, "kind"), field(r, "size"), field(r, "interaction")],
  ],
  contacts: [
    "ios/interactions",
    "contact",
    (r) => [row(r), field(r, "identifier"), micros(r.fields.first_from as Moment | undefined)],
  ],
  attachments: [
    "ios/sms-attachments",
    "attachment",
    (r) => [
      row(r),
      field(r, "path"),
      r.fields.outgoing === true ? 1 : 0,
      field(r, "message"),
      field(r, "handle"),
      micros(r.at),
    ],
  ],
  events: [
    "ios/calendar",
    "event",
    (r) => [
      row(r),
      micros(r.at),
      micros(r.fields.start as Moment | undefined),
      field(r, "summary"),
      field(r, "description"),
      field(r, "organizer"),
    ],
  ],
};

async function compare(x: Examined, paths: Paths): Promise<string> {
  const theirs = JSON.parse(runPython([SCRIPT], JSON.stringify(paths))) as Answer;
  const said: string[] = [];
  for (const [name, rows] of Object.entries(theirs)) {
    const [artifact, kind, of] = SHAPES[name]!;
    // Read as one would without a place that is not there.
    const records = x.result.records[artifact] ? await x.records(artifact) : [];
    const ours = records.filter((r) => r.kind === kind && r.state === undefined).map(of);
    same(`${name}, rows`, ours.length, rows.length);
    for (const [i, r] of rows.entries()) same(`${name} ${i}`, ours[i], r);
    said.push(`${rows.length} ${name}`);
  }
  return `${said.join(", ")} as SQLite has them`;
}

export function communicationCases(temp: string): readonly Case[] {
  return [
    {
      name: "communications of MVT's test backup",
      async run() {
        const paths = pathsIn(MVT);
        must(Object.keys(paths).length === 3, `${Object.keys(paths).length} databases`);
        return compare(await examine(MVT, { temp, content: true }), paths);
      },
    },
    {
      name: "communications: contacts of iLEAPP, with their write-ahead log",
      async run() {
        const found = (await realFiles(temp)).find((f) => f.name.endsWith("AddressBook/AddressBook.sqlitedb"));
        must(found !== undefined, "AddressBook.sqlitedb");
        const paths = { contacts: found!.path };
        return compare(await examine(phone(join(temp, "addressbook"), paths), { temp, content: true }), paths);
      },
    },
    {
      name: "communications of the generator's phone",
      async run() {
        const folder = join(temp, "communications");
        const only = ["--scale", "0.05", "--only", "sms,interactionc,small"];
        runPython([join(SHARED, "tools/gen_backup.py"), "--out", folder, ...only]);
        const backup = join(folder, readdirSync(folder).find((n) => n.startsWith("0000"))!);
        const paths = pathsIn(backup);
        must(Object.keys(paths).length === 5, `${Object.keys(paths).length} databases`);
        return compare(await examine(backup, { temp, content: true }), paths);
      },
    },
  ];
}
