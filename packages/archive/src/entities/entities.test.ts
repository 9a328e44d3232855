import assert from "node:assert/strict";
import { test } from "node:test";
import { type Decision, readDecisions } from "./decisions.ts";
import { entitiesOf, learn, nothingLearned } from "./find.ts";
import { groupsOf } from "./groups.ts";
import { pageRows } from "./rows.ts";
import { together } from "./together.ts";
import type { EntityPage, EntityType, PageEntities } from "./types.ts";

const page = (text: string, n = 1, date?: string): EntityPage => ({
  doc: "a".repeat(64),
  path: "caja/hoja.txt",
  page: n,
  state: "read",
  text,
  ...(date === undefined ? {} : { date: { text: date, iso: date, precision: "day" } }),
});

/** Texts of one type, in their order. The page itself is what was learned from. */
function found(type: EntityType, text: string, date?: string): string[] {
  const learned = nothingLearned();
  learn(page(text, 1, date), learned);
  return entitiesOf(page(text, 1, date), learned)
    .entities.filter((e) => e.type === type)
    .map((e) => e.text);
}
const values = (type: EntityType, text: string, date?: string): string[] =>
  entitiesOf(page(text, 1, date))
    .entities.filter((e) => e.type === type)
    .map((e) => e.value);

test("dates as this genre writes them, with the century of the document", () => {
  const text = "El 3 de marzo de 1971, el 4-jun-94, el 13-III-96, el 07/12/85 y el 1-I-01. No: 31/02/80, 12-34-56.";
  assert.deepEqual(values("date", text), ["1971-03-03", "1994-06-04", "1996-03-13", "1985-12-07", "2001-01-01"]);
  assert.deepEqual(values("date", "El 1-I-01", "1909-05-05"), ["1901-01-01"]);
});

test("times, plates, phones, amounts, files and agents by their form", () => {
  const text =
    "A las 14:05 y a las 7.30 hrs. salió en el auto placas TRW-415 y 512-KLM. Tel. 5-46-12-90, (961) 3-44-10 y 546-12-90. Pagó $12,500.00 y 300 pesos. " +
    "Exp. 12-7-79 L-4 H-118. Lo siguieron el Ag. 17 y el elemento 203. El 5.20 no es hora.";
  assert.deepEqual(values("time", text), ["14:05", "07:30"]);
  assert.deepEqual(values("plate", text), ["TRW415", "512KLM"]);
  assert.deepEqual(values("phone", text), ["5461290", "96134410", "5461290"]);
  assert.deepEqual(values("amount", text), ["12500", "300"]);
  assert.deepEqual(values("file-number", text), ["12-7-79 L-4 H-118"]);
  assert.deepEqual(values("agent", text), ["17", "203"]);
});

test("people: titles, capitals, a comma between surname and name, initials, shortened names, line ends", () => {
  const text = `Se informa que el C. Lic. Braulio Cervantes Oyuela visitó a
doña Ma. del Carmen Robles y a J. Peralta. Lo siguió de cerca MARTINA
QUIÑONES ARRIETA, quien vive con de la Rosa. Lista: OLVERA TREJO, Salvador.`;
  assert.deepEqual(found("person", text), [
    "Braulio Cervantes Oyuela",
    "Ma. del Carmen Robles",
    "J. Peralta",
    "MARTINA QUIÑONES ARRIETA",
    "de la Rosa",
    "OLVERA TREJO, Salvador",
  ]);
});

test("a surname alone is found where the archive names it in full elsewhere", () => {
  const learned = nothingLearned();
  learn(page("El 4 de mayo se vio a Efraín Tlachique Rosas en el mitin de la tarde."), learned);
  const other = page("Tlachique salió de su casa a las 10:05 y regresó a las 11:10.", 2);
  const people = entitiesOf(other, learned).entities.filter((e) => e.type === "person");
  assert.deepEqual(
    people.map((e) => e.text),
    ["Tlachique"],
  );
  assert.deepEqual(
    entitiesOf(other).entities.filter((e) => e.type === "person"),
    [],
  );
});

test("words with capitals that are no names", () => {
  const text =
    "ASUNTO: Antecedentes\nPosteriormente abordó un Volkswagen sedán. Cabe señalar que el Lunes no hubo novedad.";
  assert.deepEqual(found("person", text), []);
});

test("places, bodies, offices and newspapers", () => {
  const text = `La reunión fue en Calle 16 de Septiembre 45, luego en el cine Palacio y en la terminal de autobuses. Viajó de Tuxtla Gutiérrez, Chis. a
Tapachula, Chis. y habló con el Frente de Colonos de la Loma. Lo publicó El Heraldo del Istmo. Firma: Departamento de Archivo.`;
  assert.deepEqual(found("place", text), [
    "Calle 16 de Septiembre 45",
    "el cine Palacio",
    "la terminal de autobuses",
    "Tuxtla Gutiérrez, Chis.",
    "Tapachula, Chis.",
  ]);
  assert.deepEqual(found("org", text), ["Frente de Colonos de la Loma", "El Heraldo del Istmo"]);
  assert.deepEqual(found("office", text), ["Departamento de Archivo"]);
});

test("other names of people, where they are announced and where they stand alone", () => {
  const text =
    'Rubén Ochoa (a) "El Gato" llegó primero. También Ada Luna, que se hace llamar Violeta. Más tarde el Gato no vino, pero El Gato y Violeta sí.';
  assert.deepEqual(found("alias", text), ["El Gato", "Violeta", "El Gato", "Violeta"]);
});

test("spans point at what stands there", () => {
  const text = "Con fecha 3 de marzo de 1971 se vio a José Cruz Me-\nléndez en Puebla, Pue.";
  for (const e of entitiesOf(page(text)).entities)
    assert.equal(
      text
        .slice(...e.span)
        .replace(/-\n/g, "")
        .replace(/\s+/g, " "),
      e.text,
    );
});

const two = (): PageEntities[] => [
  entitiesOf(
    page(
      "Se vio a Raúl Ibarra Soto con Elena Ríos Vega.\n\nDespués salió Elena Rios Vega con R. Ibarra Soto.",
      1,
      "1971-03-03",
    ),
  ),
  entitiesOf(page("ELENA RÍOS VEGA estuvo con Raúl Ibarra Soto en la plaza.", 2, "1972-05-01")),
];

test("groups join what is written alike, and nothing else", () => {
  const { groups } = groupsOf(two());
  assert.deepEqual(
    groups.map((g) => [g.id, g.mentions.length]),
    [
      ["elena|rios vega", 3],
      ["raul|ibarra soto", 2],
      ["r|ibarra soto", 1],
    ],
  );
});

const decided = { by: "Alma Ruiz", on: "2026-11-26", why: "misma firma" };

test("merges and splits are records with a history, and can be taken back", () => {
  const merge: Decision = { type: "merge", id: "d1", from: ["r|ibarra soto"], into: "raul|ibarra soto", ...decided };
  const one = groupsOf(two(), [merge]);
  assert.deepEqual(one.faults, []);
  const raul = one.groups.find((g) => g.id === "raul|ibarra soto")!;
  assert.deepEqual([raul.mentions.length, raul.merged, raul.history], [3, ["r|ibarra soto"], ["d1"]]);
  const undo: Decision = { type: "undo", id: "d2", of: "d1", ...decided };
  assert.equal(groupsOf(two(), [merge, undo]).groups.length, 3);
  const redo: Decision = { type: "undo", id: "d3", of: "d2", ...decided };
  assert.equal(groupsOf(two(), [merge, undo, redo]).groups.length, 2);
  const place = raul.mentions[1]!.place;
  const split: Decision = {
    type: "split",
    id: "d4",
    from: "raul|ibarra soto",
    into: "raul|ibarra soto (2)",
    places: [place],
    ...decided,
  };
  const parted = groupsOf(two(), [merge, split]);
  assert.equal(parted.groups.find((g) => g.id === "raul|ibarra soto (2)")?.mentions.length, 1);
  assert.equal(parted.of(place)?.id, "raul|ibarra soto (2)");
});

test("a decision that cannot be applied is told", () => {
  const faults = (...d: Decision[]): string[] => groupsOf(two(), d).faults.map((f) => `${f.id} ${f.code}`);
  const merge = (id: string, from: string, into: string): Decision => ({
    type: "merge",
    id,
    from: [from],
    into,
    ...decided,
  });
  assert.deepEqual(faults(merge("a", "x|y", "raul|ibarra soto")), ["a no-such-group"]);
  assert.deepEqual(faults(merge("a", "raul|ibarra soto", "raul|ibarra soto")), ["a into-itself"]);
  assert.deepEqual(
    faults(merge("a", "r|ibarra soto", "raul|ibarra soto"), merge("b", "raul|ibarra soto", "r|ibarra soto")),
    ["b merged-already"],
  );
  assert.deepEqual(faults({ type: "undo", id: "u", of: "zzz", ...decided }), ["u no-such-decision"]);
});

test("decisions are read with bounds, each fault with its line", () => {
  const good = { type: "merge", id: "d1", from: ["a|b"], into: "c|d", ...decided };
  const lines = [
    good,
    { ...good, id: "d2", by: "" },
    good,
    { ...good, id: "d3", extra: 1 },
    { type: "undo", id: "d4", of: "d1", ...decided },
  ];
  const read = readDecisions(`${lines.map((l) => JSON.stringify(l)).join("\n")}\nnot json`);
  assert.deepEqual(
    read.decisions.map((d) => d.id),
    ["d1", "d4"],
  );
  assert.deepEqual(
    read.faults.map((f) => `${f.line} ${f.fault.at} ${f.fault.code}`),
    ["2 by missing", "3 id twice", "4 extra unknown-field", "6  not-json"],
  );
});

test("who appears with whom: pages, paragraphs, from when to when, with the places", () => {
  const found = two();
  const texts = [
    page(
      "Se vio a Raúl Ibarra Soto con Elena Ríos Vega.\n\nDespués salió Elena Rios Vega con R. Ibarra Soto.",
      1,
      "1971-03-03",
    ),
    page("ELENA RÍOS VEGA estuvo con Raúl Ibarra Soto en la plaza.", 2, "1972-05-01"),
  ];
  const t = together(
    found.map((f, i) => [texts[i]!, f] as const),
    groupsOf(found),
  );
  const pair = t.pairs[0]!;
  assert.deepEqual(
    [pair.a, pair.b, pair.pages, pair.near, pair.from, pair.to],
    ["elena|rios vega", "raul|ibarra soto", 2, 2, "1971-03-03", "1972-05-01"],
  );
  const far = t.pairs.find((p) => p.a === "raul|ibarra soto" && p.b === "r|ibarra soto")!;
  assert.deepEqual([far.pages, far.near], [1, 0]);
  const { a, b } = pair.places[0]!;
  assert.equal(texts[0]!.text.slice(...b), "Raúl Ibarra Soto");
  assert.equal(texts[0]!.text.slice(...a), "Elena Ríos Vega");
});

test("a page with many names is a list: its names are not paired, and it is told", () => {
  const names = Array.from(
    { length: 80 },
    (_, i) =>
      `${i + 1}.-  José ${String.fromCharCode(65 + (i % 26))}${"aeiou"[i % 5]}r${"aeiou"[(i * 3) % 5]}n${i < 26 ? "o" : i < 52 ? "a" : "e"}z García`,
  );
  const p = page(names.join("\n"));
  const f = entitiesOf(p);
  const t = together([[p, f]], groupsOf([f]));
  assert.equal(t.pairs.length, 0);
  assert.equal(t.crowded.length, 1);
});

test("rows of a timeline for pages that bear a date", () => {
  const p = page("Se vio a Raúl Ibarra Soto en Puebla, Pue.", 1, "1971-03-03");
  const rows = pageRows([
    [p, entitiesOf(p)],
    [page("sin fecha", 2), entitiesOf(page("sin fecha", 2))],
  ]);
  assert.deepEqual(
    rows.map((r) => [r.kind, r.at?.wall, r.text]),
    [["document", "1971-03-03T00:00:00", "caja/hoja.txt · 1 · Raúl Ibarra Soto · Puebla, Pue."]],
  );
});

test("hostile pages end soon: long runs of what the rules look for", () => {
  const runs = [
    "A. ",
    "de la ",
    "GARCIA ",
    "Calle ",
    "-\n",
    "(a) ",
    "1-1-",
    "\n \n",
    "El ",
    "a las 1.",
    "ñ",
    "J",
    "Tuxtla, ",
  ];
  for (const r of runs) {
    const text = r.repeat(Math.ceil(60_000 / r.length));
    const before = process.cpuUsage().user;
    const f = entitiesOf(page(text));
    assert.ok(process.cpuUsage().user - before < 4e6, JSON.stringify(r));
    for (const e of f.entities) assert.ok(e.span[0] < e.span[1] && e.span[1] <= text.length);
  }
});
