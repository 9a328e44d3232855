/** A lab from the command line: cases come by their consent, are looked after, and go with every copy. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import type { HuntReport } from "@contraluz/hunt";
import { type Inside, inside } from "../case/inside.fixture.ts";
import { CONTROL, folder, smallBackup } from "../cli.fixture.ts";

const CONSENT = {
  id: "c1",
  person: { label: "ana" },
  organisation: "Línea de prueba",
  purpose: "Ver si hay rastros",
  artifacts: "all",
  content: true,
  copies: true,
  publication: "none",
  after: "delete",
  recipients: [],
  incidents: true,
  compare: true,
  given: { on: "2020-01-01", how: "spoken" },
};

/** Of the one message of the backup. */
const WORD = "quetzal-inventado";
const HOST = "trampa-inventada.example";

class Stage {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
  at(name: string): string {
    return join(this.path, name);
  }
  async ran(code: number, args: readonly string[], ...texts: readonly RegExp[]): Promise<Inside> {
    const r = await inside(this.path, args);
    assert.equal(r.code, code, `${args.join(" ")}\n${r.out}\n${r.err}`);
    for (const t of texts) assert.match(r.out + r.err, t, args.join(" "));
    assert.doesNotMatch(r.out, CONTROL, args.join(" "));
    return r;
  }
  /** A case with one check, and this consent. */
  async case(name: string, consent: object = CONSENT, check = true): Promise<void> {
    await this.ran(0, ["case", "new", name]);
    writeFileSync(this.at(`${name}.json`), JSON.stringify(consent));
    await this.ran(0, ["case", "consent", name, `${name}.json`]);
    if (check) await this.check(name);
  }
  async check(name: string, ...more: readonly string[]): Promise<void> {
    if (!existsSync(this.at("backup")))
      smallBackup(this.at("backup"), { plain: true, text: `${WORD} https://www.${HOST}/x` });
    await this.ran(0, [
      "case",
      "check",
      name,
      "backup",
      "--no-installed",
      "--only",
      "ios/sms",
      "--workers",
      "0",
      ...more,
    ]);
  }
}

/** Every file below a folder, by name from there. */
function files(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name).slice(dir.length + 1))
    .sort();
}

/** All that is written in these columns, whatever pages are packed with. */
async function textOf(s: Stage, lab: string): Promise<string> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const db = await DuckDBInstance.create(":memory:");
  const c = await db.connect();
  let out = "";
  for (const f of files(s.at(lab))) {
    out += `${f}\n${readFileSync(join(s.at(lab), f), "latin1")}\n`;
    if (!f.endsWith(".parquet")) continue;
    const path = join(s.at(lab), f).replaceAll("'", "''");
    const rows = await c.runAndReadAll(`select * from read_parquet('${path}')`);
    out += rows
      .getRows()
      .map((r) => r.map(String).join("\t"))
      .join("\n");
  }
  c.closeSync();
  db.closeSync();
  return out;
}

test("cases come into a lab by their consent, without content, and go with every copy", async () => {
  using dir = folder();
  const s = new Stage(dir.path);
  await s.ran(0, ["hunt", "init", "lab"], /Hicimos el laboratorio/, /disco cifrado/);
  await s.ran(2, ["hunt", "init", "lab"], /no está vacía/);
  await s.case("ana");
  await s.case("eva", { ...CONSENT, compare: undefined }, false);
  await s.ran(0, ["hunt", "list", "lab"], /no tiene casos/);
  const added = await s.ran(0, ["hunt", "add", "ana", "eva", "nada", "--lab", "lab", "--json"]);
  const [ana, eva, none] = JSON.parse(added.out) as { id: string; refused: string; failed: string }[];
  assert.match(ana!.id, /^[0-9a-f]{16}$/);
  assert.equal(eva!.refused, "not-allowed-compare");
  assert.equal(none!.failed, "usage");
  const out = [/eva» no fue al laboratorio. La persona no permitió/, /nada» no fue al laboratorio. Ahí no hay un caso/];
  await s.ran(3, ["hunt", "add", "eva", "nada", "--lab", "lab"], ...out);
  await s.ran(0, ["hunt", "add", "ana", "--lab", "lab"], /ya estaba en el laboratorio/);
  await s.ran(0, ["hunt", "list", "lab"], new RegExp(`${ana!.id}: 1 revisión, \\d+ registros? .*ana`), /1 caso\./);
  await s.ran(0, ["case", "log", "ana"], /registros llevados a un laboratorio/);
  if (process.platform !== "win32")
    for (const f of files(s.at("lab"))) assert.equal(statSync(join(s.at("lab"), f)).mode & 0o77, 0, f);
  const before = await textOf(s, "lab");
  assert.ok(before.includes(HOST), "the link of the message is there");
  assert.ok(!before.includes(WORD), "and not what it says");
  const id = (JSON.parse(readFileSync(s.at("ana/case.json"), "utf8")) as { id: string }).id;
  assert.ok(!before.includes(id), "the lab has its own name for the case");
  writeFileSync(s.at("signs.txt"), `${HOST}\n`);
  await s.ran(0, ["hunt", "run", "lab", "--indicators", "signs.txt", "--no-installed"], /Hay señales en 1 caso/);
  await s.ran(0, ["hunt", "pack", "lab"]);
  assert.ok(files(s.at("lab")).some((f) => f.startsWith("packed") && f.endsWith(".parquet")));
  await s.ran(2, ["hunt", "forget", "ana", "--lab", "lab"], /No quitamos nada/);
  await s.ran(0, ["hunt", "forget", "ana", "--lab", "lab", "--yes"], /ya no está en el laboratorio/);
  const after = await textOf(s, "lab");
  // The signs of a hunt stay: they were published.
  for (const f of files(s.at("lab"))) assert.doesNotMatch(f, /parquet|cases/);
  assert.ok(!after.includes(ana!.id));
  assert.ok(!after.includes("ios/sms"));
  await s.ran(0, ["case", "log", "ana"], /registros quitados de un laboratorio/);
  await s.ran(0, ["hunt", "forget", ana!.id, "--lab", "lab", "--yes"], /no estaba en el laboratorio/);
});

/** Names that the lab has for its cases. */
async function idsOf(s: Stage): Promise<string[]> {
  const { out } = await s.ran(0, ["hunt", "list", "lab", "--json"]);
  return (JSON.parse(out) as { cases: { id: string }[] }).cases.map((c) => c.id);
}

test("a case that ends, or whose consent allows less, goes from the labs that its log names", async () => {
  using dir = folder();
  const s = new Stage(dir.path);
  await s.ran(0, ["hunt", "init", "lab", "--secret", "secret"], /Hicimos un secreto/);
  for (const name of ["ana", "eva", "iris"]) await s.case(name, CONSENT, false);
  await s.case("noa", { ...CONSENT, compare: false }, false);
  // Before the phone is read, not after.
  const refused = ["case", "check", "noa", "none", "--lab", "lab", "--secret", "secret"];
  smallBackup(s.at("none"), { plain: true });
  await s.ran(2, refused, /no permitió comparar/);
  await s.ran(3, ["case", "check", "ana", "none", "--lab", "lab"], /El secreto no es el de este laboratorio/);
  await s.check("ana", "--lab", "lab", "--secret", "secret");
  await s.check("eva", "--lab", "lab", "--secret", "secret");
  await s.check("iris", "--lab", "lab", "--secret", "secret");
  assert.equal((await idsOf(s)).length, 3);
  await s.ran(0, ["case", "withdraw", "ana", "--yes"], /Quitamos sus registros del laboratorio/);
  assert.equal((await idsOf(s)).length, 2);
  writeFileSync(s.at("less.json"), JSON.stringify({ ...CONSENT, id: "c2", compare: false }));
  await s.ran(0, ["case", "consent", "eva", "less.json"], /Quitamos sus registros del laboratorio/);
  assert.equal((await idsOf(s)).length, 1);
  renameSync(s.at("lab"), s.at("away"));
  await s.ran(0, ["case", "purge", "iris", "--yes"], /ya no existe/, /siguen en el laboratorio/);
  renameSync(s.at("away"), s.at("lab"));
  assert.equal((await idsOf(s)).length, 1);
  const run = ["hunt", "run", "lab", "--indicators", "signs.txt", "--no-installed", "--secret", "secret"];
  writeFileSync(s.at("signs.txt"), `${HOST}\n`);
  await s.ran(0, run, /fue destruido/, /no tiene casos/);
  assert.deepEqual(await idsOf(s), []);
});

test("before it is searched a lab lets go of cases whose term is over or whose consent went", async () => {
  using dir = folder();
  const s = new Stage(dir.path);
  await s.ran(0, ["hunt", "init", "lab"]);
  await s.case("ana");
  await s.case("eva");
  await s.case("iris");
  await s.ran(0, ["hunt", "add", "ana", "eva", "iris", "--lab", "lab"]);
  const { out } = await s.ran(0, ["hunt", "list", "lab", "--json"]);
  const ids = new Map(
    (JSON.parse(out) as { cases: { id: string; path: string }[] }).cases.map((c) => [basename(c.path), c.id]),
  );
  const file = s.at(`lab/cases/${ids.get("ana")}.json`);
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), keepUntil: "2020-01-01" }));
  renameSync(s.at("lab"), s.at("away"));
  await s.ran(0, ["case", "withdraw", "eva", "--yes"], /siguen en el laboratorio/);
  renameSync(s.at("away"), s.at("lab"));
  renameSync(s.at("iris"), s.at("elsewhere"));
  writeFileSync(s.at("signs.txt"), `${HOST}\n`);
  const run = ["hunt", "run", "lab", "--indicators", "signs.txt", "--no-installed"];
  await s.ran(0, run, /terminó el plazo/, /ya no permite compararlo/, /ya no está en «.*iris»/, /en 1 caso/);
  assert.deepEqual(await idsOf(s), [ids.get("iris")]);
  await s.ran(0, ["case", "log", "eva"], /registros quitados de un laboratorio/);
});

test("what a consent takes back since is not told, and a check of more than it allows now goes", async () => {
  using dir = folder();
  const s = new Stage(dir.path);
  const whom = "Laboratorio Segundo";
  const open = { ...CONSENT, publication: "anonymous", recipients: [{ name: whom, what: "pack" }] };
  await s.ran(0, ["hunt", "init", "lab"]);
  await s.case("ana", open);
  await s.case("eva", open);
  await s.ran(0, ["hunt", "add", "ana", "eva", "--lab", "lab"]);
  writeFileSync(s.at("signs.txt"), `${HOST}\n`);
  const run = ["hunt", "run", "lab", "--indicators", "signs.txt", "--no-installed"];
  await s.ran(0, run, /en 2 casos/);
  // What she told after the check marks this hunt, as it would a re-check.
  await s.ran(0, ["case", "window", "ana", "20/05/2024", "25/05/2024", "--why", "taken"]);
  const hunted = JSON.parse((await s.ran(0, [...run, "--json"])).out) as HuntReport;
  assert.deepEqual(hunted.cases.map((c) => c.findings[0]!.window ?? "").sort(), ["", "custody"]);
  const share = ["hunt", "share", "lab", "--format", "stix", "--whom", whom];
  await s.ran(0, share, /Se cuentan 2 casos/);
  writeFileSync(s.at("less.json"), JSON.stringify({ ...open, id: "c2", recipients: [] }));
  await s.ran(0, ["case", "consent", "ana", "less.json"]);
  await s.ran(0, share, /Se cuenta 1 caso\. 1 queda fuera/);
  await s.ran(2, ["hunt", "campaigns", "lab", "--out", "told", "--whom", "Nadie"], /Ningún caso permite/);
  // The lab was away when the consent of the other one allowed less.
  renameSync(s.at("lab"), s.at("away"));
  writeFileSync(s.at("apps.json"), JSON.stringify({ ...open, id: "c3", artifacts: ["ios/store-apps"] }));
  await s.ran(0, ["case", "consent", "eva", "apps.json"], /siguen en el laboratorio/);
  renameSync(s.at("away"), s.at("lab"));
  await s.ran(2, share, /Ningún caso permite/);
  await s.ran(0, run, /ya no permite compararlo/, /en 1 caso/);
  assert.equal((await idsOf(s)).length, 1);
});

test("what arrives in packs goes to a lab at once, where its consent allows it", async () => {
  using dir = folder();
  const s = new Stage(dir.path);
  await s.ran(0, ["hunt", "init", "lab"]);
  const { out } = await s.ran(0, ["case", "key"]);
  mkdirSync(s.at("in"));
  const consent = { ...CONSENT, recipients: [{ name: "Laboratorio", what: "pack" }] };
  for (const [name, more] of [
    ["yes", {}],
    ["no", { compare: false, person: { label: "eva" } }],
  ] as const) {
    smallBackup(s.at(`phone-${name}`), { plain: true, text: `${name} https://www.${HOST}/x` });
    writeFileSync(s.at(`${name}.json`), JSON.stringify({ ...consent, ...more }));
    const to = ["--to", out.trim(), "--consent", `${name}.json`, "--out", `out-${name}`];
    await s.ran(0, ["pack", `phone-${name}`, "--no-installed", "--only", "ios/sms", ...to]);
    for (const f of readdirSync(s.at(`out-${name}`))) renameSync(s.at(`out-${name}/${f}`), s.at(`in/${f}`));
  }
  const intake = ["case", "intake", "in", "cases", "--no-installed", "--workers", "0"];
  await s.ran(2, [...intake, "--lab", "none"], /none/);
  await s.ran(
    0,
    [...intake, "--lab", "lab"],
    /está en el laboratorio como/,
    /no fue al laboratorio.*no permitió comparar/,
  );
  assert.equal((await idsOf(s)).length, 1);
});

test("without its secret a lab is listed, and not searched", async () => {
  using dir = folder();
  const s = new Stage(dir.path);
  await s.ran(0, ["hunt", "init", "lab", "--secret", "secret"]);
  writeFileSync(s.at("other"), "0".repeat(64));
  writeFileSync(s.at("short"), "0".repeat(31));
  writeFileSync(s.at("signs.txt"), `${HOST}\n`);
  await s.ran(0, ["hunt", "list", "lab"], /no tiene casos/);
  const run = ["hunt", "run", "lab", "--indicators", "signs.txt", "--no-installed"];
  await s.ran(3, run, /El secreto no es el de este laboratorio/);
  await s.ran(3, [...run, "--secret", "other"], /El secreto no es el de este laboratorio/);
  await s.ran(3, [...run, "--secret", "short"], /31 bytes/);
  await s.ran(2, ["hunt", "init", "two", "--secret", "two/secret"], /no puede estar dentro/);
  await s.ran(0, [...run, "--secret", "secret"], /no tiene casos/);
});
