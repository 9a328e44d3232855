/** Campaigns of a lab on disk, through the engine and the command. */
import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { CATALOGUE } from "@contraluz/engine/catalogue.ts";
import { keyedBy, placeFile } from "@contraluz/hunt";
import { type CampaignReport, linkCases, sqlSource } from "@contraluz/hunt/links/index.ts";
import { ASOF, memorySource, type World, world } from "@contraluz/hunt/links/world.fixture.ts";
import { inside } from "../case/inside.fixture.ts";
import { folder } from "../cli.fixture.ts";
import { placesOfCases } from "./lab.fixture.ts";
import { type WorldLab, worldLab } from "./world-lab.fixture.ts";

const SECRET = new TextEncoder().encode("un secreto inventado para esta prueba, largo");
const w = world(2, 40);
let made: WorldLab;
before(async () => {
  made = await worldLab(w, SECRET);
});
after(() => made.lab.end());

/** The phones as the lab has them: called by its names, their records in the order of the catalogue. */
function asInLab(of: World): Pick<World, "cases"> {
  const rank = new Map<string, number>(CATALOGUE.artifacts.map((a, i) => [a.id, i] as const));
  const cases = of.cases.map((c) => ({
    id: made.names.get(c.id)!,
    records: [...c.records]
      .sort((x, y) => rank.get(x.artifact)! - rank.get(y.artifact)! || x.ordinal - y.ordinal)
      .map((r, row) => ({ ...r, row })),
  }));
  return { cases: cases.sort((x, y) => (x.id < y.id ? -1 : 1)) };
}

async function linked(): Promise<CampaignReport> {
  const { lab, cases, hunt } = made;
  const keys = cases.reduce((n, c) => n + c.checks[0]!.keys, 0);
  const source = sqlSource({ engine: lab.engine, places: placesOfCases(cases), keys, keying: lab.lab.keying! });
  return linkCases({ source, lab: hunt.lab, cases, hunt, asOf: ASOF });
}

test("the engine gives what the same phones in memory give", async () => {
  const { cases, hunt } = made;
  const r = await linked();
  for (const name of ["Planted One", "Planted Two"]) {
    const of = r.campaigns.find((c) => c.names.includes(name))!;
    const planted = made.campaigns.find((g) => g.includes(of.cases[0]!.case))!;
    assert.ok(of.cases.length >= 4 && of.cases.every((c) => planted.includes(c.case)), name);
  }
  const source = memorySource(asInLab(w), keyedBy(SECRET));
  assert.deepEqual(await linkCases({ source, lab: hunt.lab, cases, hunt, asOf: ASOF }), r);
});

test("a check whose files are damaged is left out, and said", async () => {
  using dir = folder();
  const { cases } = made;
  const file = `${made.lab.path}/${placeFile("keys", cases[0]!.id, "0001")}`;
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length >> 1));
  try {
    await writeFile(`${dir.path}/secret`, SECRET);
    const command = ["hunt", "campaigns", made.lab.path, "--secret", "secret", "--as-of", ASOF, "--lang", "en"];
    const r = await inside(dir.path, command);
    assert.equal(r.code, 0, r.err);
    assert.ok(r.err.includes(cases[0]!.id), r.err);
    assert.match(r.out, /What 39 cases have in common/);
  } finally {
    await writeFile(file, bytes);
  }
});

test("the command tells it, and keeps nothing of it in the lab", async () => {
  using dir = folder();
  await writeFile(`${dir.path}/secret`, SECRET, { mode: 0o600 });
  const before = await readdir(made.lab.path, { recursive: true });
  const command = ["hunt", "campaigns", made.lab.path, "--secret", "secret", "--as-of", ASOF];
  const es = await inside(dir.path, [...command, "--lang", "es"]);
  assert.equal(es.code, 0, es.err);
  for (const said of [
    "5 casos",
    "known-one.example",
    "relay0.unknown-one.example",
    "activo en los últimos 90 días",
    "no prueba",
  ])
    assert.ok(es.out.includes(said), `${said}\n${es.out}`);
  const en = await inside(dir.path, [...command, "--lang", "en"]);
  for (const said of ["5 cases", "Planted Two", "no traces in the last 90 days", "no proof"])
    assert.ok(en.out.includes(said), `${said}\n${en.out}`);
  const json = await inside(dir.path, [...command, "--json"]);
  assert.deepEqual(JSON.parse(json.out), await linked());
  assert.deepEqual(await readdir(made.lab.path, { recursive: true }), before);
  const wrong = await inside(dir.path, ["hunt", "campaigns", made.lab.path, "--as-of", ASOF]);
  assert.equal(wrong.code, 3, wrong.err);
});
