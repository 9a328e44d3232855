/** A phone, and a list of signs, of somebody who wants to take over the page. Made by writers that know nothing of our readers. @module */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BackupFile, makeBackup } from "../../../samples/lib/backup.ts";
import { MAC_EPOCH } from "../../../samples/lib/plist.ts";
import { makeDatabase } from "../../../samples/lib/sqlite.ts";

/** Each sets `pwned` where it runs, or breaks out of what it stands in. */
export const ATTACKS: readonly string[] = [
  "<script>globalThis.pwned=1</script>",
  "<img src=x onerror=globalThis.pwned=1>",
  `"><svg onload=globalThis.pwned=1>`,
  "</main></body><iframe srcdoc='<script>parent.pwned=1</script>'>",
  "<style>*{display:none!important}</style>",
  "<a href=https://evil.example/>x</a><base href=https://evil.example/>",
  "<form action=https://evil.example/><button>y</button></form>",
  "javascript:globalThis.pwned=1",
  "$" + "{globalThis.pwned=1}{{constructor.constructor('pwned=1')()}}",
  "__proto__",
  "\u202Egpj.exe\u2066\u200B\u0000\u001B[31m\uFEFF",
  "مرحبا שלום".repeat(40),
  "W".repeat(200_000),
  "e\u0301".repeat(300),
];
export const HOST = "xn--80ak6aa92e.evil.example";
const BEGIN = 1_700_000_000;
const at = (i: number): number => BEGIN - MAC_EPOCH + i * 60;

function messages(): Uint8Array {
  return makeDatabase((d) => {
    d.exec(`CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT);
      CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INTEGER, attributedBody BLOB, service TEXT, date INTEGER, date_read INTEGER, is_from_me INTEGER)`);
    const handle = d.prepare("INSERT INTO handle VALUES (?, ?)");
    const message = d.prepare("INSERT INTO message VALUES (?, ?, ?, ?, NULL, ?, ?, 0, 0)");
    for (const [i, a] of ATTACKS.entries()) {
      handle.run(i + 1, a);
      const path = encodeURI(a.slice(0, 60)).replace(/%3C|%3E|%22/g, decodeURIComponent);
      message.run(
        i + 1,
        a,
        `${a.slice(0, 500)} https://${HOST}/${path}`,
        i + 1,
        a.slice(0, 40),
        BigInt(at(i)) * 1_000_000_000n,
      );
    }
  }).db;
}

function history(): Uint8Array {
  return makeDatabase((d) => {
    d.exec(`CREATE TABLE history_items (id INTEGER PRIMARY KEY, url TEXT, visit_count INTEGER);
      CREATE TABLE history_visits (id INTEGER PRIMARY KEY, history_item INTEGER, visit_time REAL, title TEXT, redirect_source INTEGER, redirect_destination INTEGER)`);
    for (const [i, a] of ATTACKS.entries()) {
      d.prepare("INSERT INTO history_items VALUES (?, ?, 1)").run(i + 1, `https://${HOST}/?q=${a}#${a}`);
      d.prepare("INSERT INTO history_visits VALUES (?, ?, ?, ?, NULL, NULL)").run(i + 1, i + 1, at(i), a);
    }
    // A row that says it comes from a time that no calendar has.
    d.prepare("INSERT INTO history_visits VALUES (900, 1, 9e300, ?, 77777777, -1)").run(ATTACKS[0]!);
  }).db;
}

function usage(): Uint8Array {
  return makeDatabase((d) => {
    d.exec(`CREATE TABLE ZPROCESS (Z_PK INTEGER PRIMARY KEY, ZFIRSTTIMESTAMP TIMESTAMP, ZTIMESTAMP TIMESTAMP, ZPROCNAME VARCHAR, ZBUNDLENAME VARCHAR);
      CREATE TABLE ZLIVEUSAGE (Z_PK INTEGER PRIMARY KEY, ZHASPROCESS INTEGER, ZTIMESTAMP TIMESTAMP, ZWIFIIN FLOAT, ZWIFIOUT FLOAT, ZWWANIN FLOAT, ZWWANOUT FLOAT)`);
    for (const [i, a] of ATTACKS.entries()) {
      d.prepare("INSERT INTO ZPROCESS VALUES (?, ?, ?, ?, ?)").run(i + 1, at(i), at(i + 9), a, a);
      d.prepare("INSERT INTO ZLIVEUSAGE VALUES (?, ?, ?, 1, 1, 9e18, -4)").run(i + 1, i + 1, at(i));
    }
  }).db;
}

function* files(): Iterable<BackupFile> {
  const of = (domain: string, path: string, body: Uint8Array): BackupFile => ({ domain, path, body, modified: BEGIN });
  yield of("HomeDomain", "Library/SMS/sms.db", messages());
  yield of("AppDomain-com.apple.mobilesafari", "Library/Safari/History.db", history());
  yield of("WirelessDomain", "Library/Databases/DataUsage.sqlite", usage());
  for (const [i, a] of ATTACKS.entries()) {
    yield { domain: `AppDomain-${a.slice(0, 900)}`, path: `Library/${a.slice(0, 900)}`, size: i, modified: BEGIN };
    yield of(
      `AppDomain-app.${i}`,
      `Library/Preferences/${a.slice(0, 400)}.plist`,
      new TextEncoder().encode(a.slice(0, 999)),
    );
  }
}

/** Names that a disk takes. */
const onDisk = (a: string): string => a.replace(/[/\0]/g, "_").slice(0, 60);

export interface Hostile {
  readonly folder: string;
  readonly signs: string;
}

/** Below `dir`, which exists. */
export function hostilePhone(dir: string): Hostile {
  const folder = join(dir, onDisk(`${ATTACKS[1]}\u202E`));
  makeBackup(folder, files(), {
    device: {
      name: ATTACKS[0]!,
      type: ATTACKS[1]!,
      product: ATTACKS[2]!,
      version: "17.5",
      build: ATTACKS[5]!,
      udid: `${ATTACKS[1]}-00000001`,
    },
    taken: new Date("2024-05-06T07:08:09Z"),
    apps: ATTACKS.filter((a) => !a.includes("\0")), // an XML property list cannot hold it
  });
  mkdirSync(join(folder, "zz"), { recursive: true });
  for (const a of ATTACKS) writeFileSync(join(folder, "zz", `${onDisk(a)}.db`), a);
  const signs = join(dir, onDisk(`${ATTACKS[0]}.stix2`));
  const id = (kind: string, n: number): string => `${kind}--00000000-0000-4000-8000-00000000000${n}`;
  const malware = {
    type: "malware",
    id: id("malware", 1),
    name: ATTACKS[1],
    is_family: true,
    malware_types: ["spyware"],
  };
  const indicator = {
    type: "indicator",
    id: id("indicator", 2),
    name: ATTACKS[2],
    description: ATTACKS[3],
    pattern: `[domain-name:value = '${HOST}']`,
    pattern_type: "stix",
    valid_from: "2024-08-01T00:00:00.000Z",
  };
  const relation = {
    type: "relationship",
    id: id("relationship", 3),
    relationship_type: "indicates",
    source_ref: indicator.id,
    target_ref: malware.id,
  };
  writeFileSync(
    signs,
    JSON.stringify({ type: "bundle", id: id("bundle", 4), objects: [malware, indicator, relation] }),
  );
  return { folder, signs };
}
