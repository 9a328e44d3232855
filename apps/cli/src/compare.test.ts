/** `contraluz compare` and what `recheck` says against the stored result, as a person meets them. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Comparison } from "@contraluz/case";
import { makeBackup } from "../../../samples/lib/backup.ts";
import { makeDatabase } from "../../../samples/lib/sqlite.ts";
import { CONTROL, contraluz, folder, type Ran } from "./cli.fixture.ts";

const dir = folder();
const cwd = dir.path;
const run = (...args: string[]): Promise<Ran> => contraluz(args, { cwd });
const ok = (r: Ran): Ran => {
  assert.equal(r.code, 0, r.err);
  return r;
};

/** A phone with messages by their number; each has a day of its own. */
function phone(path: string, messages: readonly number[], taken: string, text = "hola"): void {
  const { db: body } = makeDatabase((db) => {
    db.exec(`CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT, service TEXT);
      CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INTEGER, service TEXT, date INTEGER,
        is_from_me INTEGER, attributedBody BLOB);
      INSERT INTO handle VALUES (1, '+525500000142', 'SMS')`);
    const add = db.prepare("INSERT INTO message VALUES (?, ?, ?, 1, 'SMS', ?, 0, NULL)");
    for (const n of messages) add.run(n, `guid-${n}`, text, BigInt(700_000_000 + n * 86_400) * 1_000_000_000n);
  });
  makeBackup(join(cwd, path), [{ domain: "HomeDomain", path: "Library/SMS/sms.db", body, modified: 1_716_000_000 }], {
    device: {
      name: "iPhone",
      type: "iPhone10,4",
      product: "iPhone 8",
      version: "16.7.10",
      build: "20H350",
      udid: "0".repeat(25),
    },
    taken: new Date(taken),
    apps: [],
  });
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

before(async () => {
  phone("old", range(1, 41), "2024-05-01T00:00:00Z");
  phone("new", [...range(6, 20), ...range(23, 44)], "2024-06-01T00:00:00Z", "mira https://aviso-paqueteria.example/g");
  writeFileSync(join(cwd, "aviso.txt"), "aviso-paqueteria.example\n");
  const check = (name: string, ...more: string[]): Promise<Ran> =>
    run("check", name, "--out", `r-${name}`, "--workers", "0", ...more);
  for (const r of [await check("old"), await check("new"), await check("old", "--skip", "sms", "--out", "r-less")])
    ok(r);
});
after(() => dir[Symbol.dispose]());

test("two checks of a phone: what is missing from the middle, what came, in words and as data", async () => {
  const [es, en, json] = await Promise.all([
    run("compare", "r-old", "r-new"),
    run("compare", "r-old", "r-new", "--lang", "en"),
    run("compare", "r-old", "r-new", "--json"),
  ]);
  const flat = ok(es!).out.replaceAll(/\s+/g, " ");
  assert.ok(!CONTROL.test(es!.out));
  assert.match(flat, /Antes: 1 de mayo de 2024 .* Después: 1 de junio de 2024/);
  assert.match(flat, /Historia que cambió por en medio .*Mensajes.*: 3 registros faltan de en medio/);
  assert.match(flat, /40 → 35 · \+3 nuevos · −8 que ya no están \(de ellos 5 más viejos que todo lo que queda\)/);
  assert.match(ok(en!).out.replaceAll(/\s+/g, " "), /3 records are missing from the middle/);
  const made = JSON.parse(ok(json!).out) as Comparison;
  assert.equal(json!.err, "");
  const sms = made.artifacts.find((a) => a.artifact === "ios/sms")!;
  const messages = sms.kinds.find((k) => k.kind === "message")!;
  // The link is new in each message that stayed.
  assert.deepEqual(messages.changed, { total: 32, fields: { links: 32 } });
  assert.deepEqual(messages.went, { total: 8, inside: 3, expired: 5, remains: 0 });
  assert.deepEqual(
    sms.went.slice(0, 3).map((r) => r.fields.guid),
    ["guid-20", "guid-21", "guid-22"],
  );
  assert.deepEqual(sms.went[0]!.origin, { table: "message", row: 20, page: 3, cell: 19 });
});

test("the wrong way round, a place that was not read, a backup twice", async () => {
  const [turned, less, twice] = await Promise.all([
    run("compare", "r-new", "r-old"),
    run("compare", "r-old", "r-less"),
    run("compare", "r-old", "r-old"),
  ]);
  assert.match(ok(turned!).out.replaceAll(/\s+/g, " "), /El que diste primero es el más nuevo/);
  const flat = ok(less!).out.replaceAll(/\s+/g, " ");
  assert.match(flat, /Mensajes.*: esta vez no se pudo leer: no decimos qué falta/);
  assert.ok(!flat.includes("ya no está"));
  assert.match(ok(twice!).out.replaceAll(/\s+/g, " "), /son del mismo respaldo.*Sin diferencias: /);
});

test("nothing is written, and wrong use says what to type", async () => {
  const names = readdirSync(cwd).sort();
  const before = names.map((n) => statSync(join(cwd, n)).mtimeMs);
  for (const [args, words] of [
    [["compare"], /Faltan dos carpetas/],
    [["compare", "r-old"], /Se escribe: .*contraluz compare ANTES DESPUÉS/],
    [["compare", "r-old", "old"], /Ahí no hay un resultado/],
    [["compare", "r-old", "nope"], /No existe/],
    [["compare", "r-old", "r-new", "r-less"], /Sobra/],
  ] as const) {
    const r = await run(...args);
    assert.equal(r.code, 2);
    assert.match(r.err, words);
  }
  assert.deepEqual(readdirSync(cwd).sort(), names);
  assert.deepEqual(
    names.map((n) => statSync(join(cwd, n)).mtimeMs),
    before,
  );
});

test("a re-check says what is new against the stored result, and of a lost list that it is that", async () => {
  const first = ok(await run("recheck", "r-new", "--indicators", "aviso.txt", "--out", "r-again"));
  const flat = first.out.replaceAll(/\s+/g, " ");
  assert.match(flat, /Hallazgos, frente al resultado guardado Nuevos: - [^:]+: .*antes no se comparó con esa lista/);
  const back = ok(await run("recheck", "r-again", "--out", "r-back"));
  assert.match(back.out.replaceAll(/\s+/g, " "), /Que ya no están: .*esta vez no se comparó con esa lista/);
  assert.match(back.err, /antes comparamos también con aviso\.txt/);
  assert.ok(
    !JSON.parse(readFileSync(join(cwd, "r-back/result.json"), "utf8")).findings.some(
      (f: { indicator: unknown }) => f.indicator,
    ),
  );
});
