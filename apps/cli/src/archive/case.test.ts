/** Documents of a case on the command line: read within the consent, searched, corrected, on the timeline; gone with the consent. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pdfOf } from "../../../../tools/fuzz/documents.ts";
import { inside } from "../case/inside.fixture.ts";
import { folder } from "../cli.fixture.ts";

const dir = folder();
const at = (name: string): string => join(dir.path, name);
const run = (...args: string[]) => inside(dir.path, [...args, "--lang", "es"]);
after(() => dir[Symbol.dispose]());

const consent = (more: object): string =>
  JSON.stringify({
    id: "c1",
    person: { label: "r1" },
    organisation: "Línea de prueba",
    purpose: "Buscar en papeles",
    artifacts: ["documents"],
    content: true,
    copies: true,
    publication: "none",
    after: "delete",
    recipients: [{ name: "Mesa Norte", what: "result" }],
    incidents: false,
    given: { on: "2020-01-01", how: "signed" },
    ...more,
  });

before(async () => {
  mkdirSync(at("cajas"));
  const said = "Con fecha 3 de marzo de 1971 se vio a Zenaida Rios Vega en Puebla.";
  writeFileSync(at("cajas/informe.txt"), `${said}\fSegunda hoja sin fecha`);
  writeFileSync(at("cajas/lista.pdf"), pdfOf([{ content: "BT /F1 12 Tf 10 80 Td (Elena Rios Vega) Tj ET" }]));
  writeFileSync(at("todo.json"), consent({}));
  writeFileSync(at("menos.json"), consent({ id: "c2", artifacts: ["messages"] }));
  for (const words of [
    ["case", "key"],
    ["case", "new", "c"],
    ["case", "consent", "c", "menos.json"],
    ["case", "add", "c", "cajas"],
  ])
    assert.equal((await run(...words)).code, 0, words.join(" "));
});

/** All that lies in the case, as it lies there. */
function bytes(): string {
  const names = readdirSync(at("c"), { recursive: true }).map(String);
  return names.map((n) => (statSync(at(`c/${n}`)).isFile() ? readFileSync(at(`c/${n}`), "latin1") : "")).join("\n");
}

test("nothing is read that the consent does not allow; then all commands of an archive take the case", async () => {
  const refused = await run("case", "archive", "c", "--no-ocr");
  assert.deepEqual([refused.code, /no permitió leer «documents\/pages»/.test(refused.err)], [2, true], refused.err);
  assert.equal((await run("archive", "search", "c", "puebla")).code, 2);
  assert.equal((await run("case", "consent", "c", "todo.json")).code, 0);
  assert.match((await run("archive", "search", "c", "puebla")).err, /case archive c/);
  assert.equal((await run("case", "archive", "c", "otra")).code, 2);

  const read = await run("case", "archive", "c", "--no-ocr", "--workers", "1");
  assert.equal(read.code, 0, read.err);
  assert.match(read.out, /cajas: 3 páginas en archive\/0001\./);
  assert.match((await run("case", "archive", "c", "1", "--no-ocr")).out, /ya estaba leído, 3 páginas/);
  assert.match((await run("case", "show", "c")).out, /cajas · 3 páginas · archive\/0001/);

  assert.match(
    (await run("archive", "search", "c", "zenaida")).out,
    /Páginas halladas: 1\.[\s\S]*informe\.txt, página 1/,
  );
  assert.match((await run("archive", "names", "c", "Elena Ríos Vega")).out, /Mismo nombre: 1/);
  assert.match((await run("archive", "entities", "c", "--who", "zenaida rios")).out, /escrito así 1 vez/);
  writeFileSync(at("t.txt"), "Con fecha 3 de marzo de 1971 se vio a Zenobia Ríos Vega en Puebla.\n");
  const fixed = await run("archive", "correct", "c", "informe.txt", "1", "t.txt", "--as", "r2");
  assert.match(fixed.out, /Corregida: informe\.txt, página 1/);
  assert.match((await run("archive", "page", "c", "informe.txt", "1")).out, /Zenobia/);
  assert.match((await run("archive", "search", "c", "zenobia")).out, /Páginas halladas: 1\.[\s\S]*corregida a mano/);
  assert.match((await run("archive", "correct", "c", "informe.txt", "1", "--undo")).out, /Se deshizo la corrección 1/);
  assert.match((await run("archive", "page", "c", "informe.txt", "1")).out, /Zenaida/);
  for (const word of ["Zenaida", "zenaida", "Zenobia", "zenobia", "Puebla", "puebla", "informe"])
    assert.ok(!bytes().includes(word), word);
});

test("pages of a day stand on the timeline of the case; the log knows what was read, and no query", async () => {
  const undated = (await run("case", "timeline", "c", "--undated")).out.replace(/\s+/g, " ");
  assert.match(undated, /Caso · document · informe\.txt · 1 · Zenaida Rios Vega · Puebla/);
  const dated = await run("case", "timeline", "c", "--days-in", "America/Mexico_City", "--artifact", "case/document");
  assert.match(dated.out, /3 de marzo de 1971/);
  const log = (await run("case", "log", "c")).out;
  assert.match(log, /lectura de documentos[\s\S]*corrección a mano de una página/);
  const all = (await run("case", "log", "c", "--json")).out + (await run("case", "show", "c", "--json")).out;
  for (const word of ["zenaida", "Zenaida", "Zenobia", "Elena", "informe.txt"]) assert.ok(!all.includes(word), word);
});

test("a page of hits leaves only for whom the consent allows it, and that it left is written down", async () => {
  const no = await run("archive", "search", "c", "elena", "--html", "no.html", "--share-with", "Mesa Norte");
  assert.deepEqual([no.code, existsSync(at("no.html"))], [2, false], no.err);
  const own = await run("archive", "search", "c", "elena", "--html", "own.html");
  assert.equal(own.code, 0, own.err);
  assert.match(readFileSync(at("own.html"), "utf8"), /<text [^>]*>Elena<\/text>/);
  const state = JSON.parse((await run("case", "show", "c", "--json")).out).state;
  assert.deepEqual(
    state.exports.map((e: { format: string }) => e.format),
    ["archive-hits"],
  );
});

test("a dossier takes documents and a ledger along, as far as the consent allows it", async () => {
  const read = readFileSync(at("cajas/informe.txt"), "utf8");
  const sha256 = createHash("sha256").update(read).digest("hex");
  const act = {
    type: "act",
    id: "a1",
    actor: "Enlace",
    what_es: "Siguieron a una persona.",
    on: "1971-03-03",
    status: "documented",
    source: [{ sha256, page: 1, quote: "se vio a Zenaida Rios Vega en Puebla" }],
  };
  mkdirSync(at("libro"));
  writeFileSync(at("libro/ledger.jsonl"), `${JSON.stringify(act)}\n`);
  const make = (out: string, ...more: string[]) =>
    run("dossier", "make", "c", "--ledger", "libro", "--out", out, ...more);
  const own = await make("d1", "--whom", "person", "--with-evidence", "--days-in", "America/Mexico_City");
  assert.equal(own.code, 0, own.err);
  const time = readFileSync(at("d1/data/timeline.es.html"), "utf8");
  assert.match(time, /informe\.txt · 1 · Zenaida Rios Vega/);
  assert.match(time, /Enlace · Siguieron a una persona\./);
  assert.match(readFileSync(at("d1/data/export/archive-0001.pages.jsonl"), "utf8"), /Zenaida Rios Vega en Puebla/);
  assert.match(readFileSync(at("d1/data/export/archive-0001.corrections.jsonl"), "utf8"), /Zenobia/);
  assert.equal(readFileSync(at(`d1/data/evidence/${sha256}`), "utf8"), read);
  assert.equal((await run("verify", "d1")).code, 4, "nothing fails; nobody signed it");

  // Without the evidence: the ledger alone, whose quotes were looked up in the pages of the case.
  const less = await make("d2", "--whom", "person");
  assert.equal(less.code, 0, less.err);
  assert.deepEqual(
    readdirSync(at("d2/data/export")).filter((n) => n.startsWith("archive")),
    [],
  );
  assert.ok(!readFileSync(at("d2/data/timeline.es.html"), "utf8").includes("informe.txt"));
  assert.equal((await make("d3", "--whom", "Mesa Norte", "--with-evidence")).code, 2);

  writeFileSync(at("libro/ledger.jsonl"), `${JSON.stringify({ ...act, cites: [{ incident: "i9" }] })}\n`);
  const wrong = await make("d4", "--whom", "person");
  assert.deepEqual([wrong.code, existsSync(at("d4"))], [2, false], wrong.err);
});

test("a consent that allows no documents any more: nothing is shown, and pages and index go with it", async () => {
  const less = await run("case", "consent", "c", "menos.json");
  assert.match(less.out, /archive\/0001/);
  assert.equal((await run("archive", "search", "c", "elena")).code, 2);
  assert.equal((await run("archive", "entities", "c")).code, 2);
  const time = await run("case", "timeline", "c", "--undated");
  assert.match(time.err, /no se muestran/);
  assert.ok(!time.out.includes("document"));
  assert.ok(existsSync(at("c/archive/0001/pages/000001.jsonl")));
  const gone = await run("case", "consent", "c", "menos.json", "--yes");
  assert.equal(gone.code, 0, gone.err);
  assert.deepEqual(readdirSync(at("c/archive")), []);
  assert.ok(!readdirSync(at("c/index")).some((n) => n.startsWith("archive-")));
  assert.ok(existsSync(at("c/evidence/0001")), "the copy itself is allowed still");
});

test("taken back: copies, pages and index go", async () => {
  assert.equal((await run("case", "consent", "c", "todo.json")).code, 0);
  assert.equal((await run("case", "archive", "c", "--no-ocr", "--workers", "1")).code, 0);
  assert.ok(existsSync(at("c/archive/0002/pages/000001.jsonl")), "a number is given once");
  const back = await run("case", "withdraw", "c", "ya no", "--yes");
  assert.equal(back.code, 0, back.err);
  assert.deepEqual([readdirSync(at("c/archive")), readdirSync(at("c/evidence"))], [[], []]);
  assert.equal((await run("archive", "search", "c", "elena")).code, 2);
});
