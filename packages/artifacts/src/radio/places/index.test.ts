import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseLines } from "../../artifacts.fixture.ts";
import { places } from "./index.ts";

const line = (...of: readonly unknown[]): string => of.map((o) => `${JSON.stringify(o)}\n`).join("");

test("places: only that they were noted, and when; where only if it may be kept", async () => {
  const text = line(
    { latest_packet_timestamp: 1_772_000_000, system_time: 1_772_000_002, lat: 19.4, lon: -99.1 },
    { latest_packet_timestamp: null, system_time: 1_772_000_060, lat: 19.5, lon: -99.2 },
    { lat: 200, lon: 0, system_time: 1 },
    { lat: 1 },
  );
  const closed = await parseLines(places, text);
  assert.deepEqual(
    closed.records.map((r) => [r.at?.seen, fieldsOf(r)]),
    [
      ["1772000000", { clock: "modem" }],
      ["1772000060", { clock: "system" }],
    ],
  );
  const open = await parseLines(places, text, { content: true });
  assert.deepEqual(fieldsOf(open.records[0]!), { clock: "modem", latitude: 19.4, longitude: -99.1 });
});
