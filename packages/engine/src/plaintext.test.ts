/**
 * Outside the result folder no byte of plaintext is ever written: the command line runs with every write watched for strings
 * of the evidence, and for the password.
 * @module
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { LIMITS } from "@contraluz/core";
import { makeDatabase } from "../../../samples/lib/sqlite.ts";
import { backupOf, encryptedSample, fileOf, LOCK, PASSWORD, stored } from "./backups.fixture.ts";
import { CLI, fresh, pack, SAMPLE } from "./check.fixture.ts";

const skip = process.platform === "linux" ? false : "descriptors have no names here";
const WATCH = fileURLToPath(new URL("./watch-writes.fixture.ts", import.meta.url));

interface Note {
  readonly path: string;
  readonly length: number;
  readonly found: readonly number[];
  readonly thread: boolean;
}

interface Watched {
  readonly out: string;
  readonly notes: readonly Note[];
  /** What stood in the temporary folder at any time: name and largest size seen. */
  readonly temporary: ReadonlyMap<string, number>;
  readonly left: readonly string[];
}

/** Runs a check as a program of its own, with a temporary folder of its own. */
async function watched(evidence: string, needles: readonly string[], args: readonly string[]): Promise<Watched> {
  const dir = fresh();
  const tmp = join(dir, "tmp");
  mkdirSync(tmp, { recursive: true });
  const [out, log, list, password] = ["out", "log", "needles.json", "password"].map((n) => join(dir, n)) as [
    string,
    string,
    string,
    string,
  ];
  writeFileSync(list, JSON.stringify(needles));
  writeFileSync(log, "");
  writeFileSync(password, PASSWORD);
  const temporary = new Map<string, number>();
  const look = (): void => {
    for (const name of readdirSync(tmp)) {
      const size = statSync(join(tmp, name), { throwIfNoEntry: false })?.size ?? 0;
      temporary.set(name, Math.max(size, temporary.get(name) ?? 0));
    }
  };
  const timer = setInterval(look, 3);
  const command = [
    "--no-warnings",
    "--import",
    WATCH,
    CLI,
    "check",
    evidence,
    "--out",
    out,
    "--password-file",
    password,
    ...args,
  ];
  let said = "";
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      env: { PATH: process.env.PATH, TMPDIR: tmp, WATCH_NEEDLES: list, WATCH_LOG: log },
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr.on("data", (b) => (said += b));
    child.on("error", reject);
    child.on("close", resolve);
  });
  clearInterval(timer);
  assert.equal(code, 0, said);
  assert.ok(!said.includes(PASSWORD));
  const notes = readFileSync(log, "utf8")
    .trimEnd()
    .split("\n")
    .map((l) => JSON.parse(l) as Note);
  return { out, notes, temporary, left: readdirSync(tmp) };
}

/** That nothing but the result holds anything; and that the watching itself saw all. */
function verify(w: Watched, needles: readonly string[]): { readonly outside: readonly Note[] } {
  const inside = (n: Note): boolean => n.path.startsWith(`${w.out}.partial/`) || n.path.startsWith(`${w.out}/`);
  const outside = w.notes.filter((n) => !inside(n));
  for (const n of outside)
    assert.deepEqual(
      n.found.map((i) => needles[i]),
      [],
      n.path,
    );
  // Every byte of the result went past the watch: runs of the timeline were removed, so at least as many.
  const sizes = readdirSync(w.out, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => statSync(join(e.parentPath, e.name)).size);
  const seen = w.notes.filter(inside).reduce((n, x) => n + x.length, 0);
  assert.ok(seen >= sizes.reduce((a, b) => a + b, 0), `${seen} bytes seen`);
  const met = new Set(w.notes.filter(inside).flatMap((n) => n.found));
  assert.ok(met.size >= needles.length / 2, `the result holds ${met.size} of the strings: the watch works`);
  assert.deepEqual(w.left, [], "nothing stays in the temporary folder");
  for (const [name, size] of w.temporary) {
    assert.match(name, /^contraluz-[0-9a-f]{24}$/);
    assert.equal(size, 0, "scratch loses its name before its first byte");
  }
  return { outside };
}

/** A database of the sample, opened so that SQLite leaves no `-shm` or `-wal` beside it. */
const inPlace = (path: string): DatabaseSync =>
  new DatabaseSync(`${pathToFileURL(join(SAMPLE, path)).href}?immutable=1`, { readOnly: true });

/** Strings of the sample, from SQLite itself: what the result may hold, and what people wrote to each other. */
function strings(): { readonly shown: string[]; readonly letters: string[] } {
  const column = (domain: string, path: string, sql: string): string[] => {
    const db = inPlace(stored(domain, path));
    try {
      return db
        .prepare(sql)
        .all()
        .map((row) => String(Object.values(row)[0]));
    } finally {
      db.close();
    }
  };
  const long = (list: readonly string[], n: number): string[] =>
    [...new Set(list)].filter((s) => s.length >= 10).slice(0, n);
  const usage = "Library/Databases/DataUsage.sqlite";
  const manifest = inPlace("Manifest.db");
  const paths = manifest.prepare("SELECT relativePath FROM Files WHERE domain LIKE 'AppDomain-%'").all();
  manifest.close();
  return {
    shown: [
      ...long(column("HomeDomain", "Library/Safari/History.db", "SELECT url FROM history_items"), 15),
      ...long(column("WirelessDomain", usage, "SELECT ZPROCNAME FROM ZPROCESS"), 10),
      ...long(column("HomeDomain", "Library/TCC/TCC.db", "SELECT client FROM access"), 5),
      ...long(
        paths.map((r) => String(r.relativePath)),
        5,
      ),
      "iPhone de Lucía (muestra)",
    ],
    letters: long(
      column(
        "HomeDomain",
        "Library/SMS/sms.db",
        "SELECT text FROM message WHERE text NOT LIKE '%http%' AND length(text) > 25",
      ),
      25,
    ),
  };
}

test("an encrypted backup, with threads: 50 strings of it, and the password", { skip }, async () => {
  const { shown, letters } = strings();
  const needles = [...shown, ...letters, PASSWORD];
  assert.ok(needles.length >= 50, `${needles.length} strings`);
  const w = await watched(encryptedSample(), needles, ["--workers", "2"]);
  verify({ ...w, notes: w.notes.map((n) => ({ ...n, found: n.found.filter((i) => i < shown.length) })) }, shown);
  for (const n of w.notes)
    assert.deepEqual(
      n.found.filter((i) => i >= shown.length).map((i) => needles[i]),
      [],
      `letters and password in ${n.path}`,
    );
});

/** A database that does not fit in memory, so that an archive needs scratch; compresses well. */
function largeMessages(needle: (i: number) => string): Uint8Array {
  const { db } = makeDatabase((d) => {
    d.exec(`CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT);
      CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INTEGER, attributedBody BLOB, service TEXT, date INTEGER, date_read INTEGER, is_from_me INTEGER)`);
    const insert = d.prepare("INSERT INTO message VALUES (?, 'g', ?, 0, NULL, 'SMS', 700000000000000000, 0, 0)");
    for (let i = 0; i < 530; i++) insert.run(i + 1, `${needle(i)} ${"relleno ".repeat(8000)}`);
  });
  return db;
}

for (const [name, encrypt, kind] of [
  ["an encrypted backup in a tar.gz", true, "tar.gz"],
  ["a plain backup in a tar.gz", false, "tar.gz"],
  ["a plain backup in a deflated zip", false, "zip, deflated"],
] as const) {
  test(`${name}, larger than memory: scratch holds no plaintext either`, { skip }, async () => {
    // A few strings that stand all over the file: each costs a look at every byte.
    const needles = Array.from({ length: 4 }, (_, i) => `https://aviso-${i}.example/secreto-${i * 7919}`);
    const body = largeMessages((i) => needles[i % needles.length]!);
    assert.ok(body.length > LIMITS.memory);
    const dir = backupOf([fileOf("Library/SMS/sms.db", body)], encrypt ? { encrypt: LOCK } : {});
    const w = await watched(realpathSync(pack(dir, kind)), needles, ["--workers", "1"]);
    const { outside } = verify(w, needles);
    const scratch = outside.filter((n) => /\/contraluz-[0-9a-f]{24} \(deleted\)$/.test(n.path));
    // Its last megabyte stays in memory.
    assert.ok(scratch.reduce((n, x) => n + x.length, 0) > body.length - (1 << 20), "scratch was used");
    const elsewhere = outside.filter((n) => !scratch.includes(n) && n.path !== "/dev/null");
    assert.deepEqual(elsewhere, []);
    // What can seek is read in threads: the watch was loaded there too.
    assert.ok(kind === "tar.gz" || scratch.every((n) => n.thread));
  });
}
