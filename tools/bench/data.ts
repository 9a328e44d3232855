/** The backups that are measured: from the shared generator, or written by `samples/lib`. @module */
import { spawnSync } from "node:child_process";
import { createWriteStream, existsSync, readdirSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { type BackupFile, bodyPath, makeBackup } from "../../samples/lib/backup.ts";

export const SHARED: string = join(dirname(fileURLToPath(import.meta.url)), "../../../shared");
const GENERATOR = join(SHARED, "tools/gen_backup.py");
export const SCAN: string = join(SHARED, "tools/scan.py");

export interface Phone {
  readonly folder: string;
  readonly backup: string;
  readonly signs: string;
}

const phoneIn = (folder: string): Phone => {
  const name = readdirSync(folder).find((n) => existsSync(join(folder, n, "Manifest.plist")))!;
  return { folder, backup: join(folder, name), signs: join(folder, "iocs.stix2") };
};

/** A synthetic phone of ../shared/tools/gen_backup.py, made once per folder. */
export function generated(data: string, scale: number, password?: string, python = "python3"): Phone {
  const folder = join(data, `scale-${scale}${password === undefined ? "" : "-encrypted"}`);
  if (!existsSync(join(folder, "expected.json"))) {
    const lock = password === undefined ? [] : ["--encrypt", password];
    const r = spawnSync(python, [GENERATOR, "--out", folder, "--scale", String(scale), ...lock], { encoding: "utf8" });
    if (r.status !== 0) throw new Error(`${GENERATOR}: ${r.stderr.slice(-2000)}`);
  }
  return phoneIn(folder);
}

const MAC_EPOCH = 978_307_200;
const BEGIN = 1_500_000_000;

/** sms.db with `rows` messages of about 500 bytes: 2.5 GB for five millions. */
function writeMessages(path: string, rows: number): void {
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
    CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT, service TEXT);
    CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INTEGER, attributedBody BLOB,
      service TEXT, date INTEGER, date_read INTEGER, is_from_me INTEGER);
    BEGIN`);
  const handle = db.prepare("INSERT INTO handle VALUES (?, ?, 'iMessage')");
  for (let i = 1; i <= 3000; i++) handle.run(i, `+5255${10_000_000 + i}`);
  const insert = db.prepare("INSERT INTO message VALUES (?, ?, ?, ?, NULL, 'iMessage', ?, 0, ?)");
  const text =
    "Nos vemos en la plaza a las siete, trae los documentos de la caravana y avisa a todos si alguien pregunta por ti. ".repeat(
      4,
    );
  for (let i = 1; i <= rows; i++) {
    const link = i % 50 === 0 ? `https://sitio${i % 9973}.example/nota/${i}` : "";
    const at = BigInt(BEGIN - MAC_EPOCH + i * 30) * 1_000_000_000n;
    insert.run(i, `guid-${i}`, `${text}${link}`, (i % 3000) + 1, at, i % 3 === 0 ? 1 : 0);
  }
  db.exec("COMMIT");
  db.close();
}

/** A phone as large as they come: rows of Manifest.db, messages, gigabytes of media that are holes in the disk. */
export function largePhone(
  data: string,
  o: { readonly files: number; readonly messages: number; readonly mediaGB: number },
): Phone {
  const folder = join(data, `large-${o.files}-${o.messages}-${o.mediaGB}`);
  const backup = join(folder, "backup");
  if (existsSync(join(backup, "Status.plist"))) return { folder, backup, signs: "" };
  const sms = bodyPath(backup, "HomeDomain", "Library/SMS/sms.db");
  writeMessages(sms, o.messages);
  const media = Math.ceil(o.mediaGB / 4);
  function* files(): Iterable<BackupFile> {
    yield {
      domain: "HomeDomain",
      path: "Library/SMS/sms.db",
      body: "in place",
      size: statSync(sms).size,
      modified: BEGIN,
    };
    for (let i = 0; i < media; i++) {
      yield {
        domain: "CameraRollDomain",
        path: `Media/DCIM/100APPLE/IMG_${i}.MOV`,
        body: "sparse",
        size: 4e9,
        modified: BEGIN + i,
      };
    }
    for (let i = media + 1; i < o.files; i++) {
      yield {
        domain: `AppDomain-org.example.app${i % 400}`,
        path: `Library/Caches/part${i % 7000}/object-${i}.bin`,
        size: i % 90_000,
        modified: BEGIN + i,
      };
    }
  }
  makeBackup(backup, files(), {
    device: {
      name: "Teléfono grande",
      type: "iPhone15,2",
      product: "iPhone 14 Pro",
      version: "17.5.1",
      build: "21F90",
      udid: "00008120-000000000000001E",
    },
    taken: new Date("2026-01-15T12:00:00Z"),
    apps: [],
  });
  return { folder, backup, signs: "" };
}

/** A STIX bundle of `n` indicators, nearly all domains, of about 800 bytes each. */
export async function bundle(data: string, n: number): Promise<string> {
  const path = join(data, `signs-${n}.stix2`);
  if (existsSync(path)) return path;
  await mkdir(data, { recursive: true });
  const out = createWriteStream(path);
  const hex = (i: number, w: number): string => i.toString(16).padStart(w, "0");
  out.write('{"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000000","objects":[\n');
  for (let i = 0; i < n; i++) {
    const host = `host-${hex((i * 2_654_435_761) >>> 0, 8)}-${i}.example`;
    const object = {
      type: "indicator",
      spec_version: "2.1",
      id: `indicator--${hex(i, 8)}-0000-4000-8000-000000000000`,
      created: "2026-01-01T00:00:00.000Z",
      modified: "2026-01-01T00:00:00.000Z",
      name: host,
      description: `A made-up server of a made-up campaign, number ${i}. `.repeat(8),
      indicator_types: ["malicious-activity"],
      pattern: `[domain-name:value='${host}']`,
      pattern_type: "stix",
      pattern_version: "2.1",
      valid_from: "2026-01-01T00:00:00Z",
    };
    if (!out.write(`${i > 0 ? ",\n" : ""}${JSON.stringify(object)}`))
      await new Promise<void>((r) => out.once("drain", () => r()));
  }
  out.end("\n]}\n");
  await finished(out);
  return path;
}
