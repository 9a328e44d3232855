/** What leaves a lab by the commands: only of cases that allow it, and nothing of a case. */
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { KNOWN_SETS } from "@contraluz/detection";
import { type LabCase, recipientOf, writeCase } from "@contraluz/hunt";
import { ASOF, world } from "@contraluz/hunt/links/world.fixture.ts";
import { type Inside, inside } from "../case/inside.fixture.ts";
import { folder } from "../cli.fixture.ts";
import { type WorldLab, worldLab } from "./world-lab.fixture.ts";

const PARTNER = "Laboratorio Segundo";
const w = world(2, 40);
let made: WorldLab;

/** Three of four cases may be told of to everybody, and their records handed to one other lab. */
const leaving = (c: LabCase, lab: string, n: number): LabCase => {
  const to = [recipientOf(lab, PARTNER)];
  const open = n % 4 !== 3;
  return { ...c, path: `/cases/of-${n}`, leave: { public: open, indicators: open ? to : [], records: open ? to : [] } };
};

before(async () => {
  made = await worldLab(w, undefined, leaving, KNOWN_SETS[0]!.files[0]!.name);
});
after(() => made.lab.end());

async function ran(code: number, args: readonly string[], cwd: string): Promise<Inside> {
  const [, command] = args;
  const day = command === "share" ? [] : ["--as-of", ASOF];
  const r = await inside(cwd, [...args, ...day, "--lang", "es"]);
  assert.equal(r.code, code, r.err);
  return r;
}

/** Values and names that nobody outside may read. */
function assertNothing(text: string): void {
  for (const s of [...w.secret, ...made.cases.map((c) => c.id), "/cases/of-", "own1-", made.lab.lab.head.id])
    assert.ok(!text.includes(s), s);
}

test("a report to publish, of cases that allow it", async () => {
  using dir = folder();
  const r = await ran(0, ["hunt", "campaigns", made.lab.path, "--out", "informe", "--by", "Línea"], dir.path);
  assert.match(r.err, /Se cuentan 30 casos\. 10 quedan fuera/);
  const of = (name: string): Promise<string> => readFile(join(dir.path, "informe", name), "utf8");
  for (const name of ["report.json", "report.md", "report.html"]) {
    const text = await of(name);
    assertNothing(text);
    assert.match(text, /known-two\.example/, name);
  }
  const report = JSON.parse(await of("report.json")) as { phones: number; campaigns: { phones: number }[] };
  assert.equal(report.phones, 30);
  assert.ok(report.campaigns.length > 0 && report.campaigns.every((c) => c.phones >= 3));
  await ran(2, ["hunt", "campaigns", made.lab.path, "--out", "informe"], dir.path);
  await ran(2, ["hunt", "campaigns", made.lab.path, "--out", "otro", "--fewer", "1"], dir.path);
});

test("sightings go to whom a consent names", async () => {
  using dir = folder();
  const share = ["hunt", "share", made.lab.path, "--format", "stix"];
  const r = await ran(0, [...share, "--whom", " laboratorio  SEGUNDO", "--output", "s.json"], dir.path);
  assert.match(r.err, /Se cuentan 30 casos/);
  const text = await readFile(join(dir.path, "s.json"), "utf8");
  assertNothing(text);
  assert.match(text, /TLP:AMBER\+STRICT/);
  const misp = await ran(0, ["hunt", "share", made.lab.path, "--format", "misp", "--whom", "public"], dir.path);
  assert.match(misp.out, /tlp:clear/);
  assertNothing(misp.out);
  assert.match((await ran(2, [...share, "--whom", "Nadie"], dir.path)).err, /Ningún caso permite/);
  assert.match((await ran(2, share, dir.path)).err, /--whom/);
  assert.match((await ran(2, ["hunt", "share", made.lab.path, "--whom", "public"], dir.path)).err, /--format/);
});

test("keys for another lab, and back", async () => {
  using dir = folder();
  const make = ["hunt", "compare", "make", made.lab.path, "--shared-secret", "s", "--output", "k.bin"];
  assert.match((await ran(2, make, dir.path)).err, /--whom/);
  const r = await ran(0, [...make, "--whom", PARTNER], dir.path);
  assert.match(r.err, /Se cuentan 30 casos/);
  assert.match(r.err, /puede probar nombres/);
  assertNothing((await readFile(join(dir.path, "k.bin"))).toString("latin1"));
  const compared = ["hunt", "compare", "with", made.lab.path, "k.bin", "--shared-secret"];
  const same = await ran(0, [...compared, "s"], dir.path);
  assert.match(same.out, /a\.known-two\.example \(dominio\): \d casos aquí/);
  await writeFile(join(dir.path, "t"), "otro secreto inventado, también largo");
  assert.match((await ran(2, [...compared, "t"], dir.path)).err, /otro secreto/);
  await writeFile(join(dir.path, "short"), "corto");
  assert.match((await ran(2, [...compared, "short"], dir.path)).err, /32/);
  await writeFile(join(dir.path, "bad.bin"), "no");
  await ran(2, ["hunt", "compare", "with", made.lab.path, "bad.bin", "--shared-secret", "s"], dir.path);
  // A secret does not lie where the lab lies.
  await mkdir(join(made.lab.path, "x"));
  await ran(2, [...compared, join(made.lab.path, "x", "s")], dir.path);
});

test("a lab whose cases say nothing lets nothing leave", async () => {
  using dir = folder();
  for (const c of made.cases)
    await writeCase(made.lab.lab, { ...c, leave: { public: false, indicators: [], records: [] } });
  for (const rest of [
    ["campaigns", made.lab.path, "--out", "x"],
    ["share", made.lab.path, "--format", "stix", "--whom", "public"],
    ["share", made.lab.path, "--format", "stix", "--whom", PARTNER],
    ["compare", "make", made.lab.path, "--whom", PARTNER, "--output", "k", "--shared-secret", "s"],
  ])
    assert.match((await ran(2, ["hunt", ...rest], dir.path)).err, /Ningún caso permite/);
});
