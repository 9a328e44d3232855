import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../fold/index.ts";
import { sound } from "../fold/sound.ts";
import { ArchiveIndex } from "../index/index.ts";
import { boxed, buildOptions, jsonl, page } from "../pages.fixture.ts";
import { sqls } from "../sqls.fixture.ts";
import { cost } from "./fit.ts";
import { findNames, parseName } from "./index.ts";

/** What was printed, and the grade that a reader may give it: `-` is nothing. */
type Case = readonly [printed: string, grade: "same" | "likely" | "possible" | "-"];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  "Eustaquio Xolalpa Berriozábal": [
    ["Eustaquio Xolalpa Berriozábal", "same"],
    ["EUSTAQUIO XOLALPA BERRIOZABAL", "same"],
    ["Xolalpa Berriozábal, Eustaquio", "same"],
    ["EUSTAQU1O X0LALPA BERRI0ZABAL", "same"],
    ["Eustaquio\nXolalpa Berrio-\nzábal", "same"],
    ["Eustaquio Solalpa Verriosabal", "likely"],
    ["EustaquioXolalpa Berriozábal", "same"],
    ["E. Xolalpa Berriozábal", "likely"],
    ["Eustaquio Xolalpa B.", "likely"],
    ["Eustaquio Xolalpa", "likely"],
    ["E. Xolalpa", "possible"],
    ["Xolalpa Berriozábal", "possible"],
    ["Eustaquio Berriozábal Xolalpa", "possible"],
    ["Xolalpa", "possible"],
    ["Hermelinda Xolalpa Berriozábal", "-"],
    ["Eustaquio Xolalpa Martínez", "-"],
    ["Eustaquio Xolalpa R.", "-"],
    ["Eustaquio", "-"],
  ],
  "María de la Luz Hernández Güemes": [
    ["María de la Luz Hernández Güemes", "same"],
    ["MA. DE LA LUZ HERNANDEZ GUEMES", "same"],
    ["Ma. de la Luz Hdez. Güemes", "same"],
    ["Ma. de la Luz Hernandes Guemez", "likely"],
    ["María Hernández Güemes", "likely"],
    ["María de la Luz Hernández de Salazar", "likely"],
    ["M. Hernández", "possible"],
    ["Hernández", "-"],
    ["Mario Hernández Lozano", "-"],
    ["María de la Luz Fernández Lozano", "-"],
  ],
  "José García López": [
    // So many bear it that no printing is told apart.
    ["José García López", "likely"],
    ["José Luis García López", "likely"],
    ["J. García", "possible"],
    ["Josefa García López", "-"],
    ["José Garza López", "-"],
    ["José García Ramírez", "-"],
  ],
  "Juan Cruz Bracamontes": [
    // Juan Carlos, his brother, is written so, too.
    ["Juan Cruz Bracamontes", "likely"],
  ],
  "Eleuterio Cruz Quetzalcoatl": [
    ["Eleuterio Cruz Quetzalcoatl", "same"],
    ["Eleuterio de la Cruz Quetzalcoatl", "likely"],
  ],
};

for (const [name, sql] of await sqls()) {
  test(`${name}: printings of a name and of others near it`, async () => {
    const index = (await ArchiveIndex.open(sql, undefined, { write: true }))!;
    const all = Object.entries(CASES).flatMap(([asked, list]) =>
      list.map(([printed, grade]) => ({ asked, printed, grade })),
    );
    await index.add(
      jsonl(
        all.map((c, i) => page(`${String(i).padStart(3, "0")}.txt`, `Se informa que ${c.printed}, vecino de Puebla.`)),
      ),
      buildOptions(),
    );
    index.finish();
    const names = Object.keys(CASES);
    const { names: found } = findNames(
      index,
      names.map((n) => ({ name: n })),
      { limit: 500 },
    );
    for (const [i, c] of all.entries()) {
      const hits = found[names.indexOf(c.asked)]!.pages;
      const hit = hits.find((h) => h.page.path === `${String(i).padStart(3, "0")}.txt`);
      assert.equal(hit?.grade ?? "-", c.grade, `${c.asked} | ${c.printed} | ${hit?.mentions[0]?.reasons}`);
    }
    await index.close();
  });

  test(`${name}: lists at once, aliases, marks on the image, and nothing kept`, async () => {
    const index = (await ArchiveIndex.open(sql, undefined, { write: true }))!;
    const lines = boxed(["Salió de su casa EUSTAQUIO", "XOLALPA BERRIOZABAL, con El Tigre."]);
    await index.add(
      jsonl([
        page("a.png", lines.map((l) => l.text).join("\n"), { lines, w: 900, h: 200 }),
        page("b.png", "", { state: "unreadable" }),
      ]),
      buildOptions(),
    );
    index.finish();
    const before = index.db.prepare("SELECT count(*) AS n FROM sqlite_schema").all()[0]!.n;
    const asked = [
      { name: "eustaquio xolalpa berriozabal" },
      { name: "Nadie Deaquí Nunca", aliases: ["El Tigre"] },
      { name: "…" },
    ];
    const { names, coverage } = findNames(index, asked);
    assert.equal(coverage.unreadable, 1);
    const [one, two, three] = names;
    assert.equal(one!.pages[0]!.mentions[0]!.printed, "EUSTAQUIO\nXOLALPA BERRIOZABAL");
    assert.deepEqual(
      one!.pages[0]!.marks.map((m) => m.box),
      [
        [340, 0, 520, 30],
        [0, 40, 400, 70],
      ],
    );
    assert.deepEqual(
      two!.pages[0]!.mentions.map((m) => [m.grade, m.reasons[0]]),
      [["possible", "alias"]],
    );
    assert.equal(three!.query, undefined);
    assert.equal(findNames(index, asked.slice(0, 1), { path: "b.png" }).names[0]!.pages.length, 0);
    assert.equal(index.db.prepare("SELECT count(*) AS n FROM sqlite_schema").all()[0]!.n, before);
    assert.equal(index.db.prepare("SELECT count(*) AS n FROM vocabulary WHERE term = 'deaqui'").all()[0]!.n, 0);
    await index.close();
  });
}

test("a typed name is taken apart, in either order", () => {
  const of = (text: string): string => {
    const q = parseName(text)!;
    return [q.given.join("+"), q.paternal.words.join("+"), q.maternal?.words.join("+") ?? ""].join("|");
  };
  assert.equal(of("María de la Luz Hernández Güemes"), "maria+luz|hernandez|guemes");
  assert.equal(of("Hernández Güemes María de la Luz"), "maria+luz|hernandez|guemes");
  assert.equal(of("Rodríguez Sánchez Jorge"), "jorge|rodriguez|sanchez");
  assert.equal(of("Muñoz Peñaloza, José Ángel"), "jose+angel|munoz|penaloza");
  assert.equal(of("jesus montes de oca estrada"), "jesus|montes+oca|estrada");
  assert.equal(of("Pedro García L."), "pedro|garcia|l");
  assert.equal(of("Lic. Juan de la O Góngora"), "juan|o|gongora");
  assert.equal(of("José García"), "jose|garcia|");
  assert.equal(of("Xolalpa"), "|xolalpa|");
  assert.equal(of("12. Juan Pérez López"), "juan|perez|lopez");
  assert.equal(of("Pérez López, Juan, 1974"), "juan|perez|lopez");
  const none = ["", "  ", "…", "12", "12 34", "14/09/1974", "J. P.", "x", "a ".repeat(30), "x".repeat(300)];
  for (const text of none) assert.equal(parseName(text), undefined, text);
});

test("spellings of one name sound alike, other names do not", () => {
  const alike = [
    "Vázquez Basques Vásquez",
    "Ibáñez Ybañes",
    "Concepción Consepcion",
    "Zúñiga Suñiga",
    "Jiménez Ximénez Giménez",
    "Echeverría Etcheverria",
    "Hilario Ilario",
    "Villa Biya",
    "Enrique Enrrike",
  ];
  for (const row of alike) assert.equal(new Set(row.split(" ").map((w) => sound(fold(w)))).size, 1, row);
  for (const row of ["Hernández Fernández", "García Garza", "Mario María", "Chávez Cavez"])
    assert.equal(new Set(row.split(" ").map((w) => sound(fold(w)))).size, 2, row);
});

test("letters that look alike cost less, and words of any length end", () => {
  assert.ok(cost("hernandez", "hcrnandez", 3) < cost("hernandez", "hwrnandez", 3));
  assert.equal(cost("gil", "hernandez", 2), Number.POSITIVE_INFINITY);
  assert.equal(cost("a".repeat(500), "a".repeat(500), 2), Number.POSITIVE_INFINITY);
});
