/** Backups made for the tests of the engine by the writers of `samples/`, which know nothing of our readers. @module */
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { makeSample } from "../../../samples/journalist/make.ts";
import { type BackupFile, fileId, makeBackup } from "../../../samples/lib/backup.ts";
import type { Password } from "../../../samples/lib/encryption.ts";
import { MAC_EPOCH } from "../../../samples/lib/plist.ts";
import { createRandom, type Random } from "../../../samples/lib/random.ts";
import { makeDatabase } from "../../../samples/lib/sqlite.ts";
import { fresh } from "./check.fixture.ts";

export const PASSWORD = "contraseña de prueba";
/** Low counts: the derivation itself is tested elsewhere. */
export const LOCK: Password = { password: PASSWORD, dpic: 20, iter: 10 };

let sealed: string | undefined;
/** The sample of `samples/journalist`, encrypted. Made once. */
export function encryptedSample(): string {
  if (sealed === undefined) {
    const out = fresh();
    makeSample(out, LOCK);
    sealed = join(out, "backup");
  }
  return sealed;
}

/** The password, as the person would type it. */
export const typed = (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(PASSWORD));

const BEGIN = 1_700_000_000;
const DEVICE = {
  name: "iPhone grande",
  type: "iPhone15,2",
  product: "iPhone",
  version: "17.5",
  build: "21F79",
  udid: "00000000-PRUEBA0000000001",
};

/** Where a body lies below the folder of a backup. */
export function stored(domain: string, path: string): string {
  const id = fileId(domain, path);
  return `${id.slice(0, 2)}/${id}`;
}

/** A backup of the given files below `dir` (default: a new folder). */
export function backupOf(
  files: Iterable<BackupFile>,
  o: { readonly encrypt?: Password; readonly dir?: string } = {},
): string {
  const dir = o.dir ?? fresh();
  makeBackup(dir, files, {
    device: DEVICE,
    taken: new Date("2024-05-06T07:08:09Z"),
    apps: ["org.example.one"],
    ...(o.encrypt ? { encrypt: o.encrypt } : {}),
  });
  return dir;
}

/** A file with a body, below HomeDomain unless `path` names its domain: `AppDomain-x:Library/…`. */
export function fileOf(path: string, body: Uint8Array): BackupFile {
  const colon = path.indexOf(":");
  const [domain, rest] = colon < 0 ? ["HomeDomain", path] : [path.slice(0, colon), path.slice(colon + 1)];
  return { domain, path: rest, body, modified: BEGIN };
}

/** Rows of text in a table `t`, about `size` bytes in all. */
export function plainDatabase(size: number, rows = Math.ceil(size / 1000)): Uint8Array {
  const r = createRandom(rows);
  return makeDatabase((d) => {
    d.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, body BLOB)");
    const insert = d.prepare("INSERT INTO t VALUES (?, ?, ?)");
    const body = r.bytes(Math.max(0, Math.floor(size / rows) - 40));
    for (let i = 1; i <= rows; i++) insert.run(i, `row ${i} ${r.below(1000)}`, body);
  }).db;
}

export interface Amounts {
  readonly messages: number;
  readonly visits: number;
  readonly usages: number;
  /** Rows of Manifest.db without a body. */
  readonly listed: number;
}

const SPY_HOSTS = ["aviso-paqueteria.example", "boletin-frontera.example", "www.vigilacasa.example"];
/** A host, now and then one of the signs of the sample. */
const host = (r: Random, i: number): string => (i % 997 === 3 ? r.pick(SPY_HOSTS) : `sitio${r.below(500)}.example`);

function messages(d: DatabaseSync, n: number): void {
  const r = createRandom(11);
  d.exec(`CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT);
    CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INTEGER, attributedBody BLOB, service TEXT, date INTEGER, date_read INTEGER, is_from_me INTEGER)`);
  const handle = d.prepare("INSERT INTO handle VALUES (?, ?)");
  for (let i = 1; i <= 200; i++) handle.run(i, `+52555550${1000 + i}`);
  const insert = d.prepare("INSERT INTO message VALUES (?, ?, ?, ?, NULL, 'SMS', ?, 0, ?)");
  for (let i = 1; i <= n; i++) {
    const at = BigInt(BEGIN - MAC_EPOCH + i * 60 - r.below(3000)) * 1_000_000_000n;
    insert.run(
      i,
      `guid-${i}`,
      `hola ${i}: https://${host(r, i)}/m/${r.below(9000)} ñandú`,
      r.below(201),
      at,
      i % 3 === 0 ? 1 : 0,
    );
  }
}

function visits(d: DatabaseSync, n: number, seed: number): void {
  const r = createRandom(seed);
  d.exec(`CREATE TABLE history_items (id INTEGER PRIMARY KEY, url TEXT, visit_count INTEGER);
    CREATE TABLE history_visits (id INTEGER PRIMARY KEY, history_item INTEGER, visit_time REAL, title TEXT, redirect_source INTEGER, redirect_destination INTEGER)`);
  const item = d.prepare("INSERT INTO history_items VALUES (?, ?, 1)");
  const visit = d.prepare("INSERT INTO history_visits VALUES (?, ?, ?, 'título', NULL, NULL)");
  for (let i = 1; i <= n / 2; i++) item.run(i, `https://${host(r, i)}/p/${i}`);
  for (let i = 1; i <= n; i++)
    visit.run(i, 1 + r.below(Math.max(1, Math.floor(n / 2))), BEGIN - MAC_EPOCH + i * 30 + r.below(900) / 7);
}

function usage(d: DatabaseSync, n: number): void {
  const r = createRandom(5);
  d.exec(`CREATE TABLE ZPROCESS (Z_PK INTEGER PRIMARY KEY, ZFIRSTTIMESTAMP TIMESTAMP, ZTIMESTAMP TIMESTAMP, ZPROCNAME VARCHAR, ZBUNDLENAME VARCHAR);
    CREATE TABLE ZLIVEUSAGE (Z_PK INTEGER PRIMARY KEY, ZHASPROCESS INTEGER, ZTIMESTAMP TIMESTAMP, ZWIFIIN FLOAT, ZWIFIOUT FLOAT, ZWWANIN FLOAT, ZWWANOUT FLOAT)`);
  const process = d.prepare("INSERT INTO ZPROCESS VALUES (?, ?, ?, ?, ?)");
  const use = d.prepare("INSERT INTO ZLIVEUSAGE VALUES (?, ?, ?, ?, ?, ?, ?)");
  const at = (i: number): number => BEGIN - MAC_EPOCH + i * 11 + 0.25;
  for (let i = 1; i <= 300; i++)
    process.run(i, at(i), at(i + 9), i === 77 ? "roleaboutd" : `proc${i}`, `org.example.p${i}`);
  // Row 301 has lost its process: the rule of orphans fires.
  for (let i = 1; i <= n; i++) use.run(i, i === 900 ? 301 : 1 + r.below(300), at(i), r.below(9000), i, 0, i * 2);
}

/** Several lanes, each with more rows than one chunk holds; signs of the sample in all of them. */
export function bigBackup(n: Amounts, encrypt?: Password): string {
  const db = (build: (d: DatabaseSync) => void): Uint8Array => makeDatabase(build).db;
  const safari = "AppDomain-com.apple.mobilesafari:Library/Safari";
  function* files(): Iterable<BackupFile> {
    yield fileOf(
      "Library/SMS/sms.db",
      db((d) => messages(d, n.messages)),
    );
    yield fileOf(
      `${safari}/History.db`,
      db((d) => visits(d, n.visits, 21)),
    );
    yield fileOf(
      `${safari}/Profiles/B/History.db`,
      db((d) => visits(d, Math.floor(n.visits / 3), 22)),
    );
    yield fileOf(
      "WirelessDomain:Library/Databases/DataUsage.sqlite",
      db((d) => usage(d, n.usages)),
    );
    for (let i = 0; i < n.listed; i++)
      yield {
        domain: "CameraRollDomain",
        path: `Media/DCIM/IMG_${i}.HEIC`,
        size: 1_000_000 + i,
        modified: BEGIN + i * 7,
      };
  }
  return backupOf(files(), encrypt ? { encrypt } : {});
}
