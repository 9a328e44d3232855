import assert from "node:assert/strict";
import { test } from "node:test";
import { GpxReader, looksLikeGpx } from "./index.ts";

const utf8 = new TextEncoder();
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1"><trk><name>Paseo de Lucía</name><trkseg>\n';
const point = (attributes: string, time: string): string =>
  `<trkpt ${attributes}><ele>3</ele><time>${time}</time></trkpt>`;
const GOOD = point('lat="19.4065" lon="-99.19"', "2026-04-03T15:00:00Z");

function read(text: string, step = 1 << 20): { points: string[]; damaged: number } {
  const points: string[] = [];
  const file = utf8.encode(text);
  const reader = new GpxReader((p) => {
    assert.equal(new TextDecoder().decode(file.subarray(p.offset, p.offset + p.length)).slice(0, 6), "<trkpt");
    points.push(`${p.latitude} ${p.longitude} ${p.seen} ${p.utc}`);
  });
  for (let at = 0; at < file.length; at += step) reader.take(file.slice(at, at + step));
  reader.end();
  return { points, damaged: reader.damaged };
}

test("points with their time, in pieces of any size; offsets are those of the file", () => {
  const text = `${HEAD}${GOOD}\n<trkpt lon='1' lat='-2.5'><time>2026-04-03T09:00:01-06:00</time></trkpt></trkseg></trk></gpx>`;
  for (const step of [1, 5, 100, 1 << 20])
    assert.deepEqual(read(text, step), {
      points: [
        "19.4065 -99.19 2026-04-03T15:00:00Z 1775228400000000000",
        "-2.5 1 2026-04-03T09:00:01-06:00 1775228401000000000",
      ],
      damaged: 0,
    });
});

test("points that are none are counted, and the next is read", () => {
  const bad = [
    point('lat="91" lon="0"', "2026-04-03T15:00:00Z"),
    point('lat="1e1" lon="0"', "2026-04-03T15:00:00Z"),
    point('lat="1"', "2026-04-03T15:00:00Z"),
    point('lat="1" lon="1"', "ayer"),
    '<trkpt lat="1" lon="1"></trkpt>',
    `<trkpt lat="1" lon="1">${"x".repeat(20_000)}</trkpt>`,
  ];
  for (const step of [777, 1 << 20]) {
    const got = read(`${HEAD}${bad.join("\n")}${GOOD}<trkpt lat="1"`, step);
    assert.deepEqual([got.points.length, got.damaged], [1, bad.length + 1]);
  }
});

test("what is a track", () => {
  const looks = (t: string): boolean => looksLikeGpx(utf8.encode(t));
  assert.ok(looks(HEAD) && looks(`\ufeff${HEAD}`) && looks('<gpx version="1.0">'));
  assert.ok(!looks("<?xml version='1.0'?><kml>") && !looks("notas: <gpx") && !looks(""));
});
