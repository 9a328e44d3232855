/** The page of incidents: the map says what the table says, distances are right, hostile text stays text, what may not be published is left out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGS, say, type Words } from "@contraluz/core";
import { marksOf, spans } from "./map/draw.ts";
import { landRings, type Point } from "./map/outline.ts";
import { TOWNS } from "./map/towns.ts";
import { clipRing, gridOf, roundLength, viewOf } from "./map/view.ts";
import { incidentRows, inSequence, publishable } from "./order.ts";
import { incidentsHtml, incidentsText } from "./page.ts";
import type { Incident } from "./types.ts";
import { HOW_WORDS, KIND_WORDS, PAGE_WORDS, ROW_PROBLEMS, TABLE_FAULTS } from "./words.ts";

function made(n: number, o: Partial<Incident> = {}): Incident {
  return {
    id: `i${n}`,
    at: { from: { wall: `2026-11-${String(n).padStart(2, "0")}`, precision: "day" }, seen: `${n}` },
    place: { name: `Pueblo ${n}`, lat: 14.9 + n / 5, lon: -92.26 - n / 5, within: 500 },
    who: "",
    what: `Cosa ${n}`,
    kinds: ["checkpoint"],
    source: { label: `r${n}`, how: "direct" },
    consent: { publish: n % 2 === 0 },
    evidence: [],
    ...o,
  };
}

/** Even-odd rule. */
function inside(lat: number, lon: number, ring: readonly Point[]): boolean {
  let odd = false;
  for (const [i, [x, y]] of ring.entries()) {
    const [a, b] = ring[(i + ring.length - 1) % ring.length]!;
    if (y > lat !== b > lat && lon < ((a - x) * (lat - y)) / (b - y) + x) odd = !odd;
  }
  return odd;
}

test("towns lie in their country: the outline is where it should be", () => {
  const land = landRings();
  const countryOf = (lat: number, lon: number): string[] =>
    land.filter((r) => inside(lat, lon, r.ring)).map((r) => r.country);
  for (const [name, code] of Object.entries({
    Tapachula: "MX",
    Quetzaltenango: "GT",
    "San Salvador": "SV",
    Tegucigalpa: "HN",
    Managua: "NI",
    "San José": "CR",
    Metetí: "PA",
    "San Diego": "US",
    "La Habana": "CU",
    Caborca: "MX",
    Trojes: "HN",
  })) {
    const town = TOWNS.find(([n]) => n === name)!;
    assert.deepEqual(countryOf(town[1], town[2]), [code], name);
  }
  // On a coast or a river that is the border, a kilometre decides.
  const lost = TOWNS.filter(([, lat, lon]) => countryOf(lat, lon).length !== 1).map(([n]) => n);
  assert.ok(lost.length <= 4, lost.join(", "));
  assert.deepEqual(countryOf(20, -105.9), [], "the sea");
});

test("distances on the map are right to a few percent", () => {
  // Tapachula to Arriaga: 231 km on the great circle.
  const [a, b] = [
    { lat: 14.9, lon: -92.26 },
    { lat: 16.24, lon: -93.9 },
  ];
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  const metres = 2 * 6_371_000 * Math.asin(Math.sqrt(h));
  const v = viewOf([a, b], 880, 560)!;
  const drawn = Math.hypot(v.x(a.lon) - v.x(b.lon), v.y(a.lat) - v.y(b.lat)) / v.scale;
  assert.ok(Math.abs(drawn / metres - 1) < 0.02, `${drawn} ${metres}`);
  for (const p of [a, b]) {
    assert.ok(v.x(p.lon) > 50 && v.x(p.lon) < 830);
    assert.ok(v.y(p.lat) > 50 && v.y(p.lat) < 510);
  }
  assert.equal(roundLength(220, v.scale) * v.scale <= 220, true);
  const lines = gridOf(v.south, v.north);
  assert.ok(lines.length >= 3 && lines.every((n) => n >= v.south && n <= v.north));
  const one = viewOf([a], 320, 380)!;
  assert.ok(one.north - one.south > 0.2 && one.north - one.south < 1, "a single point has land around it");
  assert.equal(viewOf([], 1, 1), undefined);
  assert.ok(clipRing(landRings().find((r) => r.country === "MX")!.ring, one).length < 400);
});

test("numbers of map, table and text are the same, in the order of time", () => {
  const list = [
    made(9),
    made(3),
    made(4, { place: { name: "Sin punto" } }),
    made(5, { at: { from: { wall: "2026-11", precision: "month" }, seen: "noviembre" } }),
  ];
  assert.deepEqual(
    inSequence(list).map((x) => `${x.n} ${x.incident.id}`),
    ["1 i5", "2 i3", "3 i4", "4 i9"],
  );
  for (const lang of LANGS) {
    const page = incidentsHtml(list, { lang });
    const marks = [...page.matchAll(/text-anchor="middle">(\d[^<k]*)<\/text><\/g>/g)].map((m) => m[1]);
    assert.deepEqual(marks.slice(0, marks.length / 2).sort(), ["1", "2", "4"], "drawn twice: broad and narrow");
    assert.deepEqual(
      [...page.matchAll(/<tr><td data-h="[^"]*">(\d)/g)].map((m) => m[1]),
      ["1", "2", "3", "4"],
    );
    assert.match(page, /role="img" aria-label="[^"]*Pueblo 9/);
    assert.match(incidentsText(list, { lang, width: 80 }), /^ {2}3\. .*\n {5}Sin punto/m);
    assert.equal(incidentsHtml(list, { lang }), page);
    assert.doesNotMatch(page, /<script|<image|href="http|url\(/);
  }
  assert.doesNotMatch(incidentsHtml([made(1, { place: { name: "x" } })], { lang: "es" }), /<svg class="map/);
  assert.match(incidentsHtml([], { lang: "es" }), /Todavía no hay nada/);
});

test("marks that would cover one another become one", () => {
  assert.equal(spans([1, 2, 3, 5, 7, 8]), "1–3, 5, 7, 8");
  assert.equal(spans([1, 3, 5, 7, 9, 11]), "1, 3, 5…");
  const v = viewOf(
    [
      { lat: 14, lon: -92 },
      { lat: 16, lon: -94 },
    ],
    880,
    560,
  )!;
  const marks = marksOf(
    [1, 2, 3, 4].map((n) => ({ n, lat: n < 4 ? 14 : 16, lon: n < 4 ? -92 : -94 })),
    v,
  );
  assert.deepEqual(
    marks.map((m) => m.text),
    ["1–3", "4"],
  );
});

test("hostile text stays text; two thousand incidents are drawn", () => {
  const bad = '"><script>alert(1)</script>\u202e';
  const page = incidentsHtml(
    [made(1, { what: bad, who: bad, place: { name: bad, lat: 14, lon: -92 }, source: { label: bad, how: "heard" } })],
    { lang: "en" },
  );
  assert.doesNotMatch(page, /<script|\u202e/);
  const many = Array.from({ length: 2000 }, (_, i) =>
    made(1, {
      id: `m${i}`,
      place: { name: "x", lat: 8 + (i % 250) / 10, lon: -118 + (i % 400) / 10, within: 100_000 },
    }),
  );
  assert.ok(incidentsHtml(many, { lang: "es" }).length < 6_000_000);
});

test("what may be published, without who told it", () => {
  const evidence = [{ sha256: "0".repeat(64), name: "foto de Ana.jpg" }];
  const list = publishable([made(1), made(2, { evidence, origin: { file: "a.csv", sha256: "", row: 1 } })]);
  assert.deepEqual(
    list.map((i) => [i.id, i.source.label, i.origin]),
    // The id of the case is a hash of who told it, too.
    [["0001", "", undefined]],
  );
  assert.deepEqual(list[0]!.evidence, [{ sha256: "0".repeat(64) }]);
  assert.doesNotMatch(incidentsText(list, { lang: "es", width: 80 }), /r2/);
});

test("rows of a timeline: an instant only where the zone is known", () => {
  const at = { from: { wall: "2026-11-20T14:30", precision: "min" }, seen: "20/11/2026 14:30" } as const;
  const [wall, zoned] = incidentRows([made(1, { at }), made(2, { at: { ...at, zone: "-06:00" } })], "en");
  assert.deepEqual(wall!.at, { wall: "2026-11-20T14:30:00", seen: at.seen, precision: "min" });
  assert.equal(zoned!.at.utc, BigInt(Date.UTC(2026, 10, 20, 20, 30)) * 1_000_000n);
  assert.equal(zoned!.text, "Checkpoint · Pueblo 2 · Cosa 2");
});

test("words: both languages, nothing that promises or frightens", () => {
  const never =
    /\b(limpi[oa]s?|segur[oa]s?|víctimas?|detectad[oa]s?|hackead[oa]s?|usted|clean|safe|victims?|detected|hacked)\b|!/iu;
  const holes = new Proxy({}, { get: () => "X" }) as never;
  for (const group of [KIND_WORDS, HOW_WORDS, ROW_PROBLEMS, TABLE_FAULTS, PAGE_WORDS])
    for (const [key, w] of Object.entries(group as Readonly<Record<string, Words<never>>>)) {
      const [es, en] = LANGS.map((l) => say(w, l, holes));
      assert.doesNotMatch(`${es} ${en}`, never, key);
      if (key !== "no" && key !== "within") assert.notEqual(es, en, key);
    }
});
