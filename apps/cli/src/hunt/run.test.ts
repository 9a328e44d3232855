/** `hunt run`, `hunt diff`, `hunt search`, as they are typed. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { bundle, indicator } from "@contraluz/detection/indicators/indicators.fixture.ts";
import type { HuntDiff, HuntReport, SearchReport } from "@contraluz/hunt";
import { CONTROL, contraluz, folder, type Ran } from "../cli.fixture.ts";
import { phone, phoneLab } from "./phones.fixture.ts";

const dir = folder();
const cwd = dir.path;
let lab: string;
before(async () => {
  const l = await phoneLab();
  lab = l.path;
  for (let n = 0; n < 4; n++) await l.take(n, (await phone(n + 1, n === 3 ? 0 : 120)).folder);
  await l.engine.close();
  await l.lab.close();
  const signs = (name: string, ...patterns: readonly string[]): void =>
    writeFileSync(join(cwd, name), bundle(patterns.map((p) => indicator(p))));
  signs("one.stix2", "[domain-name:value='evil.example']");
  signs("two.stix2", "[domain-name:value='evil.example']", "[process:name='vigilante-largo-de-nombre']");
  signs("none.stix2", "[domain-name:value='nadie.example']");
});
after(() => {
  rmSync(lab, { recursive: true, force: true });
  dir[Symbol.dispose]();
});

const hunt = (...args: readonly string[]): Promise<Ran> => contraluz(["hunt", ...args], { cwd });
const ok = (r: Ran): string => {
  assert.equal(r.code, 0, r.err);
  assert.doesNotMatch(r.out + r.err, CONTROL);
  return r.out;
};

test("hunts are told, kept for this user alone, and compared", async () => {
  const none = ok(await hunt("run", lab, "--indicators", "none.stix2", "--no-installed", "--as-of", "2026-11-20"));
  assert.match(
    none,
    /^Búsqueda 0001, al 20 de noviembre de 2026\.\nBuscamos [\d,]+ señales en 4 revisiones de 4 casos\./,
  );
  const one = ok(await hunt("run", lab, "--indicators", "one.stix2", "--no-installed", "--lang", "en"));
  assert.match(one, /^Hunt 0002, as of/);
  assert.match(one, /There are signs in 3 cases:\n\nCase [0-9a-f]{16}, check 0001, /);
  assert.match(one, / {4}- evil\.example \(\d+ records?\)/);
  assert.match(one, /Since hunt 0001: 3 new, 0 that are not there now\. To see them: .* hunt diff /);
  const two = ok(await hunt("run", lab, "--indicators", "two.stix2", "--no-installed", "--json"));
  const report = JSON.parse(two) as HuntReport;
  assert.equal(report.hunt, "0003");
  assert.equal(readFileSync(join(lab, "hunts/0003/hunt.json"), "utf8"), two);
  assert.deepEqual(readdirSync(join(lab, "hunts")).sort(), ["0001", "0002", "0003"]);
  if (process.platform !== "win32")
    for (const name of ["hunts", "hunts/0003", "hunts/0003/hunt.json"])
      assert.equal(statSync(join(lab, name)).mode & 0o077, 0, name);
  // Against the one before, against a named one, between two, of one that is not there.
  const [last, named, back, bad] = await Promise.all([
    hunt("diff", lab, "--json"),
    hunt("diff", lab, "1", "--lang", "en"),
    hunt("diff", lab, "0003", "0002"),
    hunt("diff", lab, "../0001"),
  ]);
  const d = JSON.parse(ok(last)) as HuntDiff;
  assert.deepEqual([d.before, d.after], ["0002", "0003"]);
  assert.deepEqual([...new Set(d.added.map((p) => p.finding.subject))], ["vigilante-largo-de-nombre"]);
  assert.ok(d.added.every((p) => p.by === "sign") && d.gone.length === 0);
  assert.match(
    ok(named),
    /^From hunt 0001 to hunt 0003:\nNew list: two\.stix2\nList that was not used any more: none\.stix2\n/,
  );
  assert.match(named.out, /evil\.example \(\d+ records?\); the sign is new, or changed/);
  assert.match(ok(back), /Ya no está \(\d+\):\n(.|\n)*las señales de ahora no lo dicen/);
  assert.equal(bad.code, 2);
  assert.match(bad.err, /no tiene la búsqueda/);
});

test("a search says where, and leaves nothing of what was asked", async () => {
  const before = readdirSync(lab, { recursive: true }).sort();
  const [whole, beginning, nobody, wide] = await Promise.all([
    hunt("search", lab, "evil.example", "--limit", "2"),
    hunt("search", lab, "vigilante*", "--json"),
    hunt("search", lab, "nadie-de-nadie.example"),
    hunt("search", lab, "com.mx"),
  ]);
  assert.match(
    ok(whole),
    /^Está en 3 casos, de 4 revisiones en que se buscó:\n\nCaso [0-9a-f]{16}, revisión 0001: \d+ registros/,
  );
  assert.match(whole.out, /UTC · (ios|android|network)\/[a-z-]+ \d+ · /);
  const json = JSON.parse(ok(beginning)) as SearchReport;
  assert.deepEqual([json.how, json.searched.length], ["records", 4]);
  assert.ok(json.hits.length > 0);
  assert.match(ok(nobody), /No está en ninguna de las 4 revisiones/);
  assert.equal(wide.code, 2);
  assert.match(wide.err, /lo tienen todos los teléfonos/);
  assert.deepEqual(readdirSync(lab, { recursive: true }).sort(), before);
  for (const name of before.map((n) => join(lab, String(n))).filter((n) => statSync(n).isFile()))
    assert.ok(!readFileSync(name).includes("nadie-de-nadie"), name);
});

test("a check whose file is not there is told, and so is a folder that is no lab", async () => {
  const [gone] = readdirSync(join(lab, "records"));
  rmSync(join(lab, "records", gone!, "check_id=0001/records.parquet"));
  mkdirSync(join(cwd, "empty"));
  const [run, none] = await Promise.all([
    hunt("run", lab, "--indicators", "one.stix2", "--no-installed"),
    hunt("run", "empty"),
  ]);
  const why = `1 revisión no se pudo buscar:\n {2}Caso ${gone!.slice(8)}, revisión 0001: falta un archivo`;
  assert.match(ok(run), new RegExp(why));
  assert.equal(none.code, 2);
});
