import assert from "node:assert/strict";
import { test } from "node:test";
import { hex, joined, log, said } from "@contraluz/formats/qmdl/qmdl.fixture.ts";
import { fieldsOf, seen } from "../../artifacts.fixture.ts";
import { parseRadio } from "../radio.fixture.ts";
import { cells } from "./index.ts";

const SET = 1_772_000_000;

test("a cell with what it says of itself, how often, and its other blocks", async () => {
  const other = { pci: 161, earfcn: 66_486 };
  const file = joined(
    said("sib3", SET),
    said("sib1", SET + 1),
    said("sib3", SET + 2),
    said("sib5", SET + 3),
    said("sib1", SET + 4),
    said("sib1", SET + 9, other),
    said("release", SET + 10),
  );
  const { records, problems, ok } = await parseRadio(cells, file);
  const [first, second] = records.map((r) => {
    const { last, ...rest } = fieldsOf(r);
    return { ...rest, last: (last as { seen: string }).seen, at: r.at!.seen };
  });
  assert.deepEqual(first, {
    generation: "4g",
    mcc: "334",
    mnc: "020",
    networks: ["334-020", "334-050"],
    tac: 4321,
    cell: 0x1234567,
    pci: 160,
    earfcn: 66_486,
    count: 4,
    barred: false,
    announced: 3,
    announces: ["sib3", "sib5", "sib7"],
    blocks: ["sib3", "sib5", "sib6"],
    neighbours: 2,
    last: "1772000004.000000000",
    at: "1772000001.000000000",
  });
  assert.ok(second);
  assert.deepEqual([records[1]!.fields.pci, records[1]!.fields.count, records.length], [161, 1, 2]);
  assert.deepEqual(seen(records[0]!), [`cell listed 334-020-4321-${0x1234567}`]);
  assert.deepEqual([problems, ok, (records[0]!.origin.at as { packet: number }).packet], [[], true, 2]);
});

test("a cell of 2G, of its system information 3; what is damaged is no cell", async () => {
  const three = [0x81, 0x1b, 10, 0x49, 6, 0x1b, 0x10, 0x92, 0x33, 4, 0x20, 0x12, 0x34];
  const { records } = await parseRadio(cells, joined(log(0x512f, SET, three), log(0x512f, SET + 1, three)));
  const { last: _, ...rest } = fieldsOf(records[0]!);
  assert.deepEqual(rest, {
    generation: "2g",
    mcc: "334",
    mnc: "020",
    networks: ["334-020"],
    tac: 0x1234,
    cell: 0x1092,
    count: 2,
    barred: false,
    blocks: [],
  });
  const cut = log(0xb0c0, SET, [20, 14, 48, 0, ...hex("a0000000000000000002000000000300"), 0x40, 0xcc, 0xd2]);
  assert.deepEqual((await parseRadio(cells, cut)).records, []);
});
