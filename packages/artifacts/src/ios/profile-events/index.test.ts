import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { type Plain, xmlPlist } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { profileEvents } from "./index.ts";

const ID = "76DAB334-7E17-475D-A5D6-0794EB5818A5";
const parse = (ProfileEvents: Plain) => parsePlistFile(profileEvents, { ProfileEvents });

test("what happened to which profile, when and by whom", async () => {
  const { records, problems } = await parse([
    { [ID]: { Timestamp: new Date("2024-05-06T07:08:09Z"), Operation: "remove", Process: "Preferences" } },
    { "mx.example.perfil": { timestamp: new Date("2024-05-05T00:00:00Z"), operation: "install", process: "profiled" } },
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { profile: ID, operation: "remove", program: "Preferences" },
    { profile: "mx.example.perfil", operation: "install", program: "profiled" },
  ]);
  assert.deepEqual(seen(records[0]!), [`profile-id installed ${ID}`, "process ran Preferences"]);
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2024-05-06T07:08:09Z");
  assert.deepEqual(records[1]!.origin.at, { key: "ProfileEvents[1].mx.example.perfil" });
});

test("odd shapes: the readable rest is kept", async () => {
  const { records, problems } = await parse([
    "x",
    {},
    { a: 1, "": {}, b: {} },
    { c: { Timestamp: "ayer", Operation: 5, Process: "" } },
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [{ profile: "b" }, { profile: "c", program: "" }]);
  assert.deepEqual(seen(records[1]!), ["profile-id installed c"]);
  assert.equal(records[1]!.at, undefined);
});

test("no list, another list, too many", async () => {
  assert.deepEqual((await parse({ a: 1 })).records, []);
  assert.deepEqual((await parsePlistFile(profileEvents, {})).problems, []);
  const many = await parse(Array.from({ length: 10_001 }, () => ({ a: {} })));
  assert.deepEqual([many.records.length, many.problems.map((p) => p.code)], [10_000, ["plist-limit"]]);
  const none = await parsePlistFile(profileEvents, xmlPlist(["x"]));
  assert.deepEqual([none.records, none.problems.map((p) => p.code)], [[], ["plist-damaged"]]);
});
