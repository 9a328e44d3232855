import assert from "node:assert/strict";
import { test } from "node:test";
import { ScanLines, type ScanRow, scanObject, scanStart } from "./scan.ts";

const text = (t: string): Uint8Array => new TextEncoder().encode(t);
const hex = (b: Uint8Array): string => Buffer.from(b).toString("hex");
const told = (r: ScanRow | "head" | undefined): unknown =>
  typeof r === "object" ? [r.seconds, r.nanos, r.zoneless, hex(r.address), r.random, r.signal, hex(r.data)] : r;
/** Lines of a table, read one after the other. */
const rows = (...lines: string[]): unknown[] => {
  const reader = new ScanLines();
  return lines.map((l) => told(reader.line(l)));
};

const formOf = (b: Uint8Array): string | undefined => scanStart(b)?.form;
const AIRTAG = "1eff4c001219100102030405060708090a0b0c0d0e0f10111213141516170000";

test("a table with times in thousandths, as one maker of gateways describes it", () => {
  const head = "Time,Anchor,MAC,RSSI,Connectable,Advertising payload,Name";
  assert.deepEqual(rows(head, `1772000000376,line1-01,ed:96:ca:78:2c:f5,-81,C,${AIRTAG},`), [
    "head",
    [1_772_000_000, 376_000_000, false, "f52c78ca96ed", undefined, -81, AIRTAG],
  ]);
});

test("tabs and semicolons, quotes, ISO times with and without a zone, bytes with spaces; a name of its own column", () => {
  const [, one, two] = rows(
    "date;mac address;name;address type;rssi (dBm);raw data",
    '2026-02-25T06:13:20.5Z;"ED-96-CA-78-2C-F5";"a ""tag"";";random;-70.4;0x02 01 06',
    "2026/02/25 06:13:20;ED:96:CA:78:2C:F5;;public;;02:01:06",
  );
  const name = `0a09${Buffer.from('a "tag";').toString("hex")}`.replace("0a09", "0909");
  assert.deepEqual(one, [1_772_000_000, 500_000_000, false, "f52c78ca96ed", true, -70, `020106${name}`]);
  assert.deepEqual(two, [1_772_000_000, 0, true, "f52c78ca96ed", false, 0, "020106"]);
  assert.equal(rows("ts\taddr\tpayload", "1772000000\ted:96:ca:78:2c:f5\t020106").length, 2);
});

test("JSON objects with bytes, or with maps of makers and services", () => {
  const of = { timestamp: 1_772_000_000.25, address: "ED:96:CA:78:2C:F5", rssi: -60 };
  assert.deepEqual(told(scanObject({ ...of, scanRecord: [2, 1, 6, -1] })), [
    1_772_000_000,
    250_000_000,
    false,
    "f52c78ca96ed",
    undefined,
    -60,
    "020106ff",
  ]);
  const maps = scanObject({
    ...of,
    manufacturer_data: { "76": "1219", "0x0075": "aa", "99999": "00" },
    service_data: { "0000feaa-0000-1000-8000-00805f9b34fb": "40" },
    service_uuids: ["0000feed-0000-1000-8000-00805f9b34fb", "12345678-0000-1000-8000-00805f9b34fb"],
  });
  assert.equal(hex(maps!.data), "05ff4c001219" + "04ff7500aa" + "0416aafe40" + "0303edfe");
});

test("rows that tell of no device are none", () => {
  const head = "time,mac,payload";
  for (const row of ["x,ed:96:ca:78:2c:f5,020106", "1772000000,ed:96:ca:78:2c,020106", "", '"', ",,,,,,"])
    assert.equal(rows(head, row)[1], undefined, row);
  assert.equal(rows(head, "1772000000,ed:96:ca:78:2c:f5,02010")[1], undefined);
  assert.equal(rows(head, "1772000000,ed:96:ca:78:2c:f5,")[1], undefined);
  assert.equal(scanObject([1]), undefined);
  assert.equal(scanObject({ time: 1, mac: {}, payload: "00" }), undefined);
  assert.equal(rows(`{"time":`)[0], undefined);
});

test("which files are such logs, by their first lines", () => {
  const row = { time: 1_772_000_000, mac: "ed:96:ca:78:2c:f5", data: AIRTAG };
  assert.equal(formOf(text(`\uFEFFtime,mac,payload\r\n1772000000,ed:96:ca:78:2c:f5,${AIRTAG}\r\n`)), "lines");
  assert.equal(formOf(text(`${JSON.stringify(row)}\n`)), "lines");
  assert.equal(formOf(text(JSON.stringify([{ ...row, more: { a: {} } }, row], null, 1))), "list");
  assert.equal(formOf(text("time,mac,rssi\n1772000000,ed:96:ca:78:2c:f5,-70\n")), undefined);
  assert.equal(formOf(text("name,mac,payload\n")), undefined);
  assert.equal(formOf(text('{"a":1}\n')), undefined);
  assert.equal(formOf(text("[[[[[[")), undefined);
  assert.equal(formOf(new Uint8Array(10)), undefined);
  assert.equal(formOf(new Uint8Array(0)), undefined);
});
