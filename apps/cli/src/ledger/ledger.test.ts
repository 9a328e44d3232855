/** The ledger and entities on the command line. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inside } from "../case/inside.fixture.ts";
import { CONTROL, folder, ROOT } from "../cli.fixture.ts";

const SAMPLE = join(ROOT, "samples/promises");

test("the sample passes, and is shown and written", async () => {
  using dir = folder();
  const checked = await inside(dir.path, ["ledger", "check", SAMPLE]);
  assert.deepEqual([checked.code, checked.out], [0, "Todo pasó las revisiones.\n"]);
  const shown = await inside(dir.path, ["ledger", "show", SAMPLE, "--lang", "en"]);
  assert.equal(shown.code, 0);
  assert.match(shown.out, /KEPT · c-dhs-investigacion/);
  assert.doesNotMatch(shown.out, CONTROL);
  const page = await inside(dir.path, ["ledger", "show", SAMPLE, "--html", "libro.html", "--called", "Mi libro"]);
  assert.equal(page.code, 0, page.err);
  assert.match(readFileSync(join(dir.path, "libro.html"), "utf8"), /<h1>Mi libro<\/h1>/);
  const out = await inside(dir.path, ["ledger", "export", SAMPLE, "--out", "todo", "--by", "La Hoja"]);
  assert.equal(out.code, 0, out.err);
  assert.equal(readdirSync(join(dir.path, "todo")).length, 6);
  const again = await inside(dir.path, ["ledger", "export", SAMPLE, "--out", "todo"]);
  assert.equal(again.code, 2);
});

test("a day is asked for; what was not said yet is not there", async () => {
  using dir = folder();
  const early = await inside(dir.path, ["ledger", "show", SAMPLE, "--at", "2018-12-31", "--json"]);
  const states = early.out
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l) as { claim: string; state: string });
  assert.deepEqual(
    states.map((s) => [s.claim, s.state]),
    [
      ["c-cisen", "open"],
      ["c-opositores", "open"],
    ],
  );
  assert.equal((await inside(dir.path, ["ledger", "show", SAMPLE, "--at", "2018"])).code, 2);
});

test("a quote that was changed fails, a source that is gone cannot be checked", async () => {
  using dir = folder();
  const copy = join(dir.path, "copia");
  cpSync(SAMPLE, copy, { recursive: true });
  const file = join(copy, "ledger.jsonl");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replaceAll("Ya no se va a espiar a nadie", "Nunca se espió a nadie"));
  const changed = await inside(dir.path, ["ledger", "check", copy, "--json"]);
  assert.equal(changed.code, 5);
  const { refusals } = JSON.parse(changed.out) as { refusals: { id: string; code: string }[] };
  assert.deepEqual(
    refusals.map((r) => `${r.id} ${r.code}`),
    ["c-opositores quote-not-in-source"],
  );
  writeFileSync(file, text);
  writeFileSync(join(copy, "sources/oig.txt"), "otra cosa\n");
  const gone = await inside(dir.path, ["ledger", "check", copy]);
  assert.equal(gone.code, 4);
  assert.match(gone.out, /no se pudo comprobar/);
});

test("what is no ledger is said, with what to do", async () => {
  using dir = folder();
  assert.equal((await inside(dir.path, ["ledger", "check"])).code, 2);
  assert.equal((await inside(dir.path, ["ledger", "check", "nada"])).code, 2);
  const none = await inside(dir.path, ["ledger", "check", dir.path]);
  assert.equal(none.code, 2);
  assert.match(none.err, /ledger\.jsonl/);
});

const pageLine = (text: string, n: number, state = "read"): string =>
  JSON.stringify({
    doc: createHash("sha256").update(text).digest("hex"),
    path: `hoja ${n}.txt`,
    page: 1,
    state,
    from: "ocr",
    text,
  });

test("pages that were read hold the quotes of a ledger", async () => {
  using dir = folder();
  const said = "El director dijo: nadie será vigi-\nlado por sus ideas.";
  const sha256 = createHash("sha256").update(said).digest("hex");
  writeFileSync(join(dir.path, "pages.jsonl"), `${pageLine(said, 1)}\nno es una página\n`);
  const claim = {
    type: "claim",
    id: "c1",
    speaker: { name: "Rosendo Tapia" },
    said_on: "1990",
    quote: "nadie será vigilado por sus ideas",
    kind: "promise",
    scope: { actor: "Enlace", subject: "vigilancia" },
    holds_from: "1990",
    source: [{ sha256, page: 1, quote: "nadie será vigilado por sus ideas" }],
  };
  writeFileSync(join(dir.path, "ledger.jsonl"), JSON.stringify(claim));
  assert.equal((await inside(dir.path, ["ledger", "check", "."])).code, 4);
  const read = await inside(dir.path, ["ledger", "check", ".", "--pages", "pages.jsonl"]);
  assert.equal(read.code, 0, read.out);
  assert.match(read.err, /1 líneas no son páginas/);
});

test("entities: counts, values, who appears with whom, rows; pages that nobody can read are told", async () => {
  using dir = folder();
  const one = "Con fecha 3 de marzo de 1971 se vio a Raúl Ibarra Soto con Elena Ríos Vega en el auto placas TRW-415.";
  const two = "El 5 de mayo de 1971 ELENA RÍOS VEGA habló con R. Ibarra Soto.";
  writeFileSync(
    join(dir.path, "p.jsonl"),
    `${pageLine(one, 1)}\n${pageLine(two, 2)}\n${pageLine("", 3, "unreadable")}\n`,
  );
  const run = async (...more: string[]): Promise<string> =>
    (await inside(dir.path, ["archive", "entities", "p.jsonl", ...more])).out;
  const all = await run();
  assert.match(all, /nombres de personas: 4 veces, 4 distintas|nombres de personas: 4 veces, 3 distintas/);
  assert.match(all, /1 página no se pudo leer/);
  assert.match(await run("--entity", "plate"), /TRW-415 · 1 vez en 1 página/);
  const who = await run("--who", "vega rios elena");
  assert.match(who, /escrito así 2 veces/);
  assert.match(who, /con Raúl Ibarra Soto: 1 página, 1 en el mismo párrafo, 1971-03-03/);
  const decision = {
    type: "merge",
    id: "d1",
    from: ["r|ibarra soto"],
    into: "raul|ibarra soto",
    by: "Alma",
    on: "2026-11-26",
    why: "misma ficha",
  };
  writeFileSync(join(dir.path, "d.jsonl"), JSON.stringify(decision));
  assert.match(
    await run("--who", "elena rios", "--decisions", "d.jsonl"),
    /con Raúl Ibarra Soto: 2 páginas, 2 en el mismo párrafo/,
  );
  assert.match(await run("--who", "Nadie Conocido"), /Ningún nombre está escrito así/);
  const rows = (await run("--rows")).trim().split("\n");
  assert.equal(rows.length, 2);
  const json = await inside(dir.path, ["archive", "entities", "p.jsonl", "--json"]);
  assert.equal(json.out.trim().split("\n").length, 3);
  assert.match(json.err, /1 página no se pudo leer/);
});

test("a ledger and pages stand on the timeline of a case, beside what else it has", async () => {
  using dir = folder();
  writeFileSync(join(dir.path, "p.jsonl"), pageLine("El 3 de marzo de 1971 se vio a Raúl Ibarra Soto.", 1));
  assert.equal((await inside(dir.path, ["case", "key"])).code, 0);
  assert.equal((await inside(dir.path, ["case", "new", "caso"])).code, 0);
  const asked = ["case", "timeline", "caso", "--ledger", SAMPLE, "--pages", "p.jsonl"];
  const all = await inside(dir.path, [...asked, "--days-in", "America/Mexico_City"]);
  assert.equal(all.code, 0, all.err);
  const text = all.out.replace(/\s+/g, " ");
  assert.match(text, /3 de marzo de 1971 Caso · document · hoja 1\.txt · 1 · Raúl Ibarra Soto/);
  assert.match(text, /14 de julio de 2018 .*Ya no se va a espiar a nadie que sea opositor/);
  const bare = await inside(dir.path, [...asked, "--undated"]);
  assert.match(bare.out.replace(/\s+/g, " "), /a espiar a nadie que sea opositor/);
  assert.equal((await inside(dir.path, [...asked, "--days-in", "Marte"])).code, 2);
});
