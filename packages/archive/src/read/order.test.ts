import assert from "node:assert/strict";
import { test } from "node:test";
import type { OcrWord } from "@contraluz/core";
import { ordered } from "./order.ts";

const CHAR = 10;
const HIGH = 20;

/** Words of a line that begins at `x`; `line` is the number that the reader of letters gave it. `tilt`: how far lines fall. */
function lineAt(text: string, x: number, y: number, line: number, tilt = 0, high = HIGH): OcrWord[] {
  const out: OcrWord[] = [];
  for (const m of text.matchAll(/\S+/g)) {
    const char = (CHAR * high) / HIGH;
    const [at, w] = [x + m.index * char, m[0].length * char];
    const [px, py] = [at - tilt * y, y + tilt * (at + w / 2)];
    out.push({ text: m[0], x: Math.round(px), y: Math.round(py), w, h: high, confidence: 95, line });
  }
  return out;
}

type Told = readonly [text: string, x: number, y: number, high?: number];
const wordsOf = (lines: readonly Told[], tilt = 0): OcrWord[] =>
  lines.flatMap(([text, x, y, high], i) => lineAt(text, x, y, i, tilt, high));
const read = (lines: readonly Told[], tilt = 0): string[] =>
  ordered(wordsOf(lines, tilt)).rows.map((r) => r.map((w) => w.text).join(" "));

const LOG = [
  "Salió de su domicilio en taxi,",
  "placas FAL-959, hacia el centro.",
  "Entró al café La Espiga.",
  "Regresó.",
];
const TIMES = ["09:17", "", "09:57", "10:47"];

/** The log as a reader of letters gives it that takes the times for a column. */
const tornLog = (): Told[] => [
  ["OBJETIVO: una persona", 100, 40],
  ...TIMES.flatMap((t, i): Told[] => (t ? [[t, 100, 100 + i * 34]] : [])),
  ...LOG.map((t, i): Told => [t, 170, 100 + i * 34]),
  ["Atentamente.", 300, 300],
];

test("the times of a log stand again before what happened, upright and askew", () => {
  for (const tilt of [0, 0.03, -0.04])
    assert.deepEqual(
      read(tornLog(), tilt),
      [
        "OBJETIVO: una persona",
        "09:17 Salió de su domicilio en taxi,",
        "placas FAL-959, hacia el centro.",
        "09:57 Entró al café La Espiga.",
        "10:47 Regresó.",
        "Atentamente.",
      ],
      String(tilt),
    );
  assert.equal(ordered(wordsOf(tornLog().slice(1, -1))).parted, true);
  assert.equal(ordered(wordsOf(LOG.map((t, i): Told => [t, 170, i * 34]))).parted, false);
});

test("a figure that was torn in two is one again; two words stay two", () => {
  const rows: Told[] = ["Salió", "Entró", "Regresó"].flatMap((t, i): Told[] => [[`${t} de la casa`, 175, i * 34]]);
  const left: Told[] = [0, 1, 2].map((i) => [`0${i}:`, 100, i * 34]);
  const right: Told[] = [0, 1, 2].map((i) => [`4${i}`, 134, i * 34]);
  assert.deepEqual(read([...left, ...right, ...rows]), [
    "00:40 Salió de la casa",
    "01:41 Entró de la casa",
    "02:42 Regresó de la casa",
  ]);
  const apart: Told[] = right.map(([t, x, y]) => [t, x + 6, y]);
  assert.equal(read([...left, ...apart, ...rows])[0], "00: 40 Salió de la casa");
});

const NAMES = ["FLORES R., JUANA", "ORTEGA T., ANA", "CRUZ D., ODILON", "SOTO F., RAUL"];

test("the rows of a table of three columns hold together", () => {
  const cells: Told[] = [
    ...NAMES.map((n, i): Told => [`${i + 1}.- ${n}`, 100, i * 34]),
    ...NAMES.map((_, i): Told => [`FAL-95${i}`, 400, i * 34 + 1]),
    ...["Tula", "León", "Celaya", "Tepic"].map((n, i): Told => [n, 560, i * 34 - 1]),
  ];
  assert.deepEqual(read(cells).slice(0, 2), ["1.- FLORES R., JUANA FAL-950 Tula", "2.- ORTEGA T., ANA FAL-951 León"]);
});

/** Running text of so many lines of one width. */
const prose = (from: string, n: number): string[] =>
  Array.from({ length: n }, (_, i) => `${i === 0 ? "La" : "de"} ${from} que no se dijo ${i}`.padEnd(30, "a"));

test("two columns of running text are read one behind the other, whatever the order in which their pieces came", () => {
  const [a, b] = [prose("izquierda", 12), prose("derecha", 12)];
  const at = (lines: readonly string[], x: number, from: number, to: number): Told[] =>
    lines.slice(from, to).map((t, i): Told => [t, x, 100 + (from + i) * 34]);
  const head: Told = ["Piden agua para el barrio este mes", 100, 20, 40];
  const pieces = [head, ...at(a, 100, 0, 6), ...at(b, 440, 0, 5), ...at(a, 100, 6, 12), ...at(b, 440, 5, 12)];
  const expected = [head[0], ...a, ...b];
  assert.deepEqual(read(pieces), expected);
  assert.deepEqual(read(pieces, 0.02), expected);
  // Read across: the piece of the other column goes back, and the line drawn between them is no letter.
  const across: Told[] = [head, ...a.map((t, i): Told => [`${t} | ${b[i]}`, 100, 100 + i * 34])];
  const words = across.flatMap(([text, x, y, high], i) => lineAt(text, x, y, i, 0, high));
  const spread = words.map((w) =>
    w.text === "|" ? { ...w, x: w.x + 15, w: 3 } : w.x > 415 && w.y > 60 ? { ...w, x: w.x + 20 } : w,
  );
  assert.deepEqual(
    ordered(spread).rows.map((r) => r.map((w) => w.text).join(" ")),
    expected,
  );
});

test("a headline that is wider than a column parts what stands above it from what stands below", () => {
  const cols = (name: string, top: number): Told[] =>
    [100, 440].flatMap((x, c) => prose(`${name}${c}`, 8).map((t, i): Told => [t, x, top + i * 34]));
  const middle: Told = ["Otra nota que corre sobre las dos columnas de la hoja", 100, 420, 24];
  const got = read([...cols("alta", 100), middle, ...cols("baja", 480)]);
  assert.equal(got.indexOf(middle[0]), 16);
  assert.match(got[17]!, /^La baja0/);
  assert.match(got[25]!, /^La baja1/);
});

test("a line that was torn between two words is one again, and what was left over goes back into its gap", () => {
  const lines = prose("nota", 9);
  const told: Told[] = lines.map((t, i): Told => [t, 100, 100 + i * 34]);
  const [start, end] = [lines[4]!.slice(0, 15).trimEnd(), lines[4]!.slice(16)];
  const pieces: Told[] = [
    ...told.slice(0, 4),
    [start, 100, 236],
    ...told.slice(6),
    [end, 100 + 16 * CHAR, 236],
    told[5]!,
  ];
  assert.deepEqual(read(pieces), [...lines.slice(0, 4), `${start} ${end}`, ...lines.slice(5)]);
});

test("a stamp beside running text stays out of its lines", () => {
  const lines = prose("nota", 9).map((t, i): Told => [t, 100, 100 + i * 34]);
  assert.deepEqual(read([...lines, ["RECIBIDO", 480, 168]]).at(-1), "RECIBIDO");
});

test("whatever is handed in, every letter comes out once, and a sheet of too many lines is left as it is", () => {
  let seed = 7;
  const next = (n: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % n;
  const letters = (ws: readonly OcrWord[]): string => [...ws.map((w) => w.text).join("")].sort().join("");
  for (let round = 0; round < 300; round++) {
    const words = Array.from({ length: next(60) }, (_, i): OcrWord => {
      const odd = next(20) === 0 ? [0, -5, 1e9, Number.NaN][next(4)]! : next(60) + 1;
      const text = ["12:", "04", "la", "Calle", "x".repeat(next(30) + 1)][next(5)]!;
      return { text, x: next(1500), y: next(900), w: odd, h: next(40), confidence: 90, line: i >> next(3) };
    });
    const { rows } = ordered(words);
    assert.equal(letters(rows.flat()), letters(words), `round ${round}`);
  }
  const many = Array.from(
    { length: 5000 },
    (_, i): OcrWord => ({ text: "a", x: 0, y: 0, w: 9, h: 9, confidence: 9, line: i }),
  );
  assert.equal(ordered(many).rows.length, 5000);
  assert.deepEqual(ordered([]).rows, []);
});
