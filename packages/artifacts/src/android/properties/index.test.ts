import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseDumpstate, parseSections, seen } from "../../artifacts.fixture.ts";
import { properties } from "./index.ts";

const BODY = `[ro.build.version.security_patch]: [2026-01-01]
[persist.sys.zone]: []
[vendor.note]: [linea uno
linea dos]
[ro.serialno]: [R58N0000ABC]
[sys.brand.note]: [3]`;

test("names and values, also over lines; numbers of the phone are left out", async () => {
  const { records, problems } = await parseSections(properties, { "SYSTEM PROPERTIES": BODY });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { name: "ro.build.version.security_patch", value: "2026-01-01" },
    { name: "persist.sys.zone", value: "" },
    { name: "vendor.note", value: "linea uno\nlinea dos" },
    { name: "ro.serialno", withheld: true },
    { name: "sys.brand.note", value: "3" },
  ]);
  assert.deepEqual(seen(records[4]!), ["property present sys.brand.note"]);
});

test("the file of another tool; lines that are none, a value without its end", async () => {
  const { records, problems } = await parseDumpstate(properties, "hola\n[a]: [1]\n[b]: [2\n[c]: [3]\n", {
    path: "getprop.txt",
  });
  assert.deepEqual(records.map(fieldsOf), [
    { name: "a", value: "1" },
    { name: "b", value: "2" },
    { name: "c", value: "3" },
  ]);
  assert.deepEqual(records[0]!.origin.at, { line: 2, offset: 5 });
  assert.deepEqual(
    problems.map((p) => [p.found, p.lost]),
    [["2 other lines", "row"]],
  );
});
