/** Tables of incidents: ours, other people's, those of KoBoToolbox in the shapes that its exporter writes; and hostile ones. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { Hasher } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { csvRow } from "@contraluz/report";
import { createRandom } from "../../../../samples/lib/random.ts";
import { type Imported, type ImportOptions, importIncidents } from "./import.ts";
import { readIncident } from "./make.ts";
import { readMapping } from "./mapping.ts";
import type { Incident } from "./types.ts";

const sha256 = (): Hasher => {
  const h = createHash("sha256");
  return { update: (b) => void h.update(b), hex: () => h.digest("hex") };
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, o: Partial<ImportOptions> = {}): Imported => {
  const r = importIncidents(bytes(text), { file: "t.csv", sha256, ...o });
  assert.ok("incidents" in r, JSON.stringify(r));
  return r;
};
const told = (r: Imported): string[] =>
  r.problems.map((p) => `${p.row} ${p.code}${p.found === undefined ? "" : ` ${p.found}`}`);
const short = (i: Incident): unknown[] => [
  i.at.from.wall,
  i.place.name,
  i.kinds.join(" "),
  i.who,
  i.what,
  i.source.label,
  i.source.how,
  i.consent.publish,
];

const OWN = [
  "desde,hasta,lugar,lat,lon,precision,quien,que,tipo,fuente,como lo sabe,publicar,evidencia",
  `20/11/2026 14:30,20/11/2026 16:00,Huixtla,15.14,-92.46,500,Hombres con uniforme,"Pararon el camión, pidieron teléfonos",reten;telefono revisado,r2,directo,sí,${"a".repeat(64)}`,
  "noviembre de 2026,,Tapachula,,,,,Un dron sobre el albergue,dron,r3,me contaron,no,",
].join("\r\n");

test("a table with our own heads, in Spanish", () => {
  const r = read(OWN);
  assert.deepEqual(told(r), []);
  assert.deepEqual(r.incidents.map(short), [
    [
      "2026-11-20T14:30",
      "Huixtla",
      "checkpoint phone-inspected",
      "Hombres con uniforme",
      "Pararon el camión, pidieron teléfonos",
      "r2",
      "direct",
      true,
    ],
    ["2026-11", "Tapachula", "drone", "", "Un dron sobre el albergue", "r3", "heard", false],
  ]);
  const [first] = r.incidents;
  assert.deepEqual(first!.place, { name: "Huixtla", lat: 15.14, lon: -92.46, within: 500 });
  assert.deepEqual(first!.evidence, [{ sha256: "a".repeat(64) }]);
  assert.equal(first!.at.to?.wall, "2026-11-20T16:00");
  assert.deepEqual(first!.origin, { file: "t.csv", sha256: createHash("sha256").update(OWN).digest("hex"), row: 1 });
  for (const other of [OWN.replaceAll("\r\n", "\n"), `\ufeff${OWN}`, `sep=,\r\n${OWN}`])
    assert.deepEqual(
      read(other).incidents.map((i) => i.id),
      r.incidents.map((i) => i.id),
    );
});

/** What formpack writes: `;`, every cell quoted, quotes doubled. */
const kobo = (rows: readonly (readonly string[])[]): string =>
  rows.map((r) => `${r.map((c) => `"${c.replaceAll('"', '""')}"`).join(";")}\n`).join("");

const UUID = "3f2b8c1e-0d3a-4c55-9a1e-0c7f5b6a1d2e";
const HEAD = [
  "start",
  "end",
  "today",
  "g/fecha_hora",
  "g/lugar",
  "g/gps",
  "_g/gps_latitude",
  "_g/gps_longitude",
  "_g/gps_altitude",
  "_g/gps_precision",
];
const CELLS = [
  "2026-11-21T08:00:00.000-06:00",
  "2026-11-21T08:10:00.000-06:00",
  "2026-11-21",
  "2026-11-20T14:30:00.000-06:00",
  "Arriaga",
  "16.2369 -93.9 40 8",
  "16.2369",
  "-93.9",
  "40",
  "8",
];
const KINDS = ["g/tipo", "g/tipo/reten", "g/tipo/dron", "g/tipo/opcion_7"];
const REST = ["g/que_paso", "_id", "_uuid", "_submission_time", "_validation_status", "_index"];
const END = ['Nos pararon "para revisar"', "31", UUID, "2026-11-21T14:11:09", "", "1"];

test("KoBoToolbox, names as heads with groups, choices both ways, a point in five columns", () => {
  const r = read(
    kobo([
      [...HEAD, ...KINDS, ...REST],
      [...CELLS, "reten opcion_7", "1", "0", "1", ...END],
    ]),
  );
  assert.deepEqual(told(r), ["1 unknown-kind opcion_7"]);
  const [i] = r.incidents;
  assert.deepEqual(short(i!), [
    "2026-11-20T14:30",
    "Arriaga",
    "checkpoint other",
    "",
    'Nos pararon "para revisar"',
    "?",
    "heard",
    false,
  ]);
  assert.equal(i!.id, `uuid:${UUID}`);
  assert.equal(i!.at.zone, "-06:00");
  assert.deepEqual(i!.place, { name: "Arriaga", lat: 16.2369, lon: -93.9, within: 8 });
  assert.equal(i!.origin?.submitted, "2026-11-21T14:11:09");
  assert.ok(r.form);
  assert.ok(!JSON.stringify(r.incidents).includes("08:00"), "when the form was filled in is not when it happened");
  const mapping = readMapping('{"kinds": {"opcion_7": "drone"}, "defaults": {"source": "encuesta", "how": "direct"}}');
  assert.ok("value" in mapping);
  const m = read(
    kobo([
      [...HEAD, ...KINDS, ...REST],
      [...CELLS, "reten opcion_7", "1", "0", "1", ...END],
    ]),
    { mapping: mapping.value },
  );
  assert.deepEqual(
    [m.incidents[0]!.kinds, m.incidents[0]!.source],
    [["checkpoint", "drone"], { label: "encuesta", how: "direct" }],
  );
});

test("KoBoToolbox, single choices alone, the summary alone, labels as heads, a row of tags", () => {
  const details = read(
    kobo([
      [...HEAD, ...KINDS.slice(1), ...REST],
      [...CELLS, "0", "1", "0", ...END],
    ]),
  );
  assert.deepEqual(details.incidents[0]!.kinds, ["drone"]);
  const summary = read(
    kobo([
      [...HEAD, "g/tipo", ...REST],
      [...CELLS, "reten dron", ...END],
    ]),
  );
  assert.deepEqual(summary.incidents[0]!.kinds, ["checkpoint", "drone"]);
  const labels = [
    [
      "¿Cuándo pasó?",
      "¿Dónde?",
      "Tipo de incidente",
      "Tipo de incidente/Nos siguieron",
      "Tipo de incidente/Gente armada",
      "¿Qué pasó?",
      "¿Se puede publicar?",
      "_uuid",
      "_submission_time",
    ],
    ["#date", "", "#event", "", "", "", "", "", ""],
    [
      "2026-11-20",
      "Ixtepec",
      "Nos siguieron Gente armada",
      "1",
      "1",
      "Una camioneta",
      "No",
      UUID,
      "2026-11-21T14:11:09",
    ],
  ];
  const l = read(kobo(labels));
  assert.deepEqual(told(l), []);
  assert.deepEqual(l.incidents.map(short), [
    ["2026-11-20", "Ixtepec", "followed armed", "", "Una camioneta", "?", "heard", false],
  ]);
  const joined = read(kobo(labels.map((r) => r.filter((_, i) => i !== 3 && i !== 4))));
  assert.deepEqual(joined.incidents[0]!.kinds, ["followed", "armed"], "labels joined by spaces");
});

test("KoBoToolbox, JSON of its server", () => {
  const submission = {
    _id: 31,
    "formhub/uuid": "f00",
    start: "2026-11-21T08:00:00.000-06:00",
    "g/fecha": "2026-11-20",
    "g/hora": "14:30:00.000-06:00",
    "g/tipo": "reten dron",
    "g/que_paso": "Pararon el camión",
    "g/gps": "16.2369 -93.9 40 8.5",
    "meta/instanceID": `uuid:${UUID}`,
    _uuid: UUID,
    _geolocation: [16.2369, -93.9],
    _submission_time: "2026-11-21T14:11:09",
    _attachments: [{}],
    _tags: [],
    "g/personas": [{ "g/personas/nombre": "X" }],
  };
  for (const json of [[submission], { count: 1, next: null, previous: null, results: [submission] }]) {
    const r = read(JSON.stringify(json));
    assert.deepEqual(r.problems, [{ row: 1, code: "repeat", column: "g/personas" }]);
    assert.deepEqual(short(r.incidents[0]!), [
      "2026-11-20T14:30",
      "",
      "checkpoint drone",
      "",
      "Pararon el camión",
      "?",
      "heard",
      false,
    ]);
    assert.deepEqual(r.incidents[0]!.place, { name: "", lat: 16.2369, lon: -93.9, within: 9 });
    assert.equal(r.incidents[0]!.id, `uuid:${UUID}`);
  }
});

test("each row that is no incident says why; nothing is lost silently", () => {
  const head = "fecha,lugar,lat,lon,que,tipo,publicar,evidencia";
  const rows = [
    ",Huixtla,,,sin fecha,dron,,",
    "11/20/2026,Huixtla,,,mes y día,dron,,",
    "2026-11-20,Huixtla,,,,,,",
    "2026-11-20,Huixtla,95,-92,fuera,ovni,quizá,abc",
    "2026-11-20,Huixtla,0,0,sin señal,dron,sí,",
    "2026-11-20,Huixtla,,,igual,dron,,",
    "2026-11-20,Huixtla,,,igual,dron,,",
    "2026-11-20,Huixtla,,,sobra,dron,,,x,y",
    `2026-11-20,Huixtla,,,${"l".repeat(5000)},dron,,`,
    '2026-11-20,Huixtla,,,"abierta,dron,,',
  ];
  const r = read([head, ...rows].join("\n"));
  assert.deepEqual(told(r), [
    "10 quote",
    "1 no-date",
    "2 bad-date 11/20/2026",
    "3 no-what",
    "4 unknown-kind ovni",
    "4 bad-place 95 -92",
    "4 bad-answer quizá",
    "4 bad-evidence abc",
    "5 bad-place 0 0",
    "7 twice 6",
    "8 cells 2",
    "9 too-long 5000",
  ]);
  assert.deepEqual(r.left, { refused: 3, twice: 1, same: 0 });
  assert.equal(r.incidents.length, 6);
  assert.equal(r.incidents.length + r.left.refused + r.left.twice + r.left.same, r.rows);
  assert.equal(r.incidents[0]!.consent.publish, false, "what was not understood is not published");
});

test("what a case holds already comes again only where it says something else", () => {
  const first = read(OWN);
  const known = new Map(first.incidents.map((i) => [i.id, i]));
  const again = read(OWN, { known });
  assert.deepEqual([again.incidents.length, again.left.same], [0, 2]);
  const other = read(OWN.replace(",directo,sí,", ",directo,no,"), { known });
  assert.deepEqual(told(other), ["1 changed", "2 same"]);
  assert.deepEqual(
    other.incidents.map((i) => [i.id, i.consent.publish]),
    [[first.incidents[0]!.id, false]],
  );
});

test("files that are no table, and other people's columns", () => {
  const fault = (b: Uint8Array | string): string => {
    const r = importIncidents(typeof b === "string" ? bytes(b) : b, { file: "f", sha256 });
    return "fault" in r ? r.fault : "read";
  };
  assert.equal(fault("PK\u0003\u0004xlsx"), "spreadsheet");
  assert.equal(fault(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])), "spreadsheet");
  assert.equal(fault(""), "not-a-table");
  assert.equal(fault("[1,2]"), "not-a-table");
  assert.equal(fault("{]"), "not-a-table");
  assert.equal(fault(`[${"[".repeat(50_000)}`), "not-a-table");
  assert.equal(fault("a,b\0\n"), "not-a-table");
  assert.equal(fault(new Uint8Array(17 << 20)), "too-large");
  assert.equal(fault("p1;p2\n2026-11-20;x\n"), "columns");
  const mapping = readMapping('{"columns": {"p1": "from", "p2": "what"}}');
  assert.ok("value" in mapping);
  assert.equal(read("p1;p2\n2026-11-20;x\n", { mapping: mapping.value }).incidents.length, 1);
  assert.deepEqual(
    readMapping('{"columns": {"p1": "cuando"}, "kinds": {"a": "ovni"}, "x": 1}').faults.map((f) => f.code),
    ["unknown-field", "unknown-value", "unknown-value"],
  );
  // Excel of a Spanish Windows.
  const latin = Uint8Array.from("fecha;que\n2026-11-20;Señal de migración\n", (c) => c.charCodeAt(0));
  const r = importIncidents(latin, { file: "f", sha256 });
  assert.ok("incidents" in r && r.incidents[0]!.what === "Señal de migración");
});

test("formulas and markup stay text, and go out harmless", () => {
  const evil = '=HYPERLINK("http://x","y")<img src=x onerror=alert(1)>\u202e';
  const r = read(`fecha,que,lugar\n2026-11-20,"${evil.replaceAll('"', '""')}",'=1+1\n`);
  const [i] = r.incidents;
  assert.equal(i!.what, evil.replace("\u202e", ""));
  assert.equal(i!.place.name, "=1+1", "the apostrophe of a harmless export is no part of it");
  assert.match(csvRow([i!.what, i!.place.name]), /^"'=HYPERLINK.*",'=1\+1\r\n$/);
});

test("typed one by one", () => {
  const form = {
    from: "20/11/2026 14:30",
    place: { name: "Huixtla", lat: 15.14, lon: -92.46, within: 500 },
    who: "Dos hombres",
    what: "Tomaron fotos",
    kinds: ["fotos", "checkpoint"],
    source: "r2",
    how: "direct",
    publish: false,
    evidence: [{ check: "0001", artifact: "ios/sms", ordinal: 3 }],
  };
  const r = readIncident(JSON.stringify(form), sha256);
  assert.ok("value" in r, JSON.stringify(r));
  assert.deepEqual(r.value.kinds, ["photographed", "checkpoint"]);
  assert.match(r.value.id, /^[0-9a-f]{16}$/);
  const faults = (change: object): string[] =>
    readIncident(JSON.stringify({ ...form, ...change }), sha256).faults.map((f) => `${f.code} ${f.at}`);
  assert.deepEqual(faults({ place: { name: "x", lat: 15 } }), ["missing place.lon"]);
  assert.deepEqual(faults({ place: {} }), ["missing place.name"]);
  assert.deepEqual(faults({ kinds: ["ovni"] }), ["unknown-value kinds[0]"]);
  assert.deepEqual(faults({ from: "el martes" }), ["wrong-type from"]);
  assert.deepEqual(faults({ evidence: [{ check: "../1", artifact: "a", ordinal: 0 }] }), [
    "unknown-value evidence[0].check",
  ]);
  assert.deepEqual(faults({ publish: undefined }), ["missing publish"]);
});

test("300 mutations of each shape: an answer, in bounded time", () => {
  const shapes = [
    OWN,
    kobo([
      [...HEAD, ...KINDS, ...REST],
      [...CELLS, "reten", "1", "0", "0", ...END],
    ]),
    JSON.stringify([{ _uuid: UUID, fecha: "2026-11-20", que_paso: "x", _geolocation: [1, 2] }]),
  ];
  const r = createRandom(7);
  const spent = cpu();
  for (const shape of shapes)
    for (let n = 0; n < 300; n++) {
      const b = bytes(shape);
      for (let k = 0; k <= r.below(4); k++) b[r.below(b.length)] = r.below(256);
      const cut = r.below(5) === 0 ? b.subarray(0, r.below(b.length)) : b;
      const out = importIncidents(cut, { file: "m", sha256 });
      if ("incidents" in out)
        for (const i of out.incidents) assert.ok(i.at.from.wall.length >= 4 && i.kinds.length > 0);
    }
  assert.ok(spent() < 20_000);
  const wide = `fecha,que,${"x,".repeat(5000)}\n${`2026-11-20,${"=".repeat(40_000)}\n`.repeat(50)}`;
  assert.equal(read(wide).incidents.length, 1, "the same row counts once");
  assert.ok(
    read(`fecha,que\n${Array.from({ length: 25_000 }, (_, i) => `2026-11-20,n${i}`).join("\n")}`).problems.some(
      (p) => p.code === "too-many",
    ),
  );
});
