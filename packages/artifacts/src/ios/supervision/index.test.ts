import assert from "node:assert/strict";
import { test } from "node:test";
import { xmlPlist } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { supervision } from "./index.ts";

test("a phone of one's own, and one of an organisation", async () => {
  const own = await parsePlistFile(supervision, { IsSupervised: false, AllowPairing: true, ConfigurationSource: 0 });
  assert.deepEqual(own.records.map(fieldsOf), [{ supervised: false, pairing: true, source: 0 }]);
  const theirs = await parsePlistFile(
    supervision,
    xmlPlist({
      IsSupervised: true,
      OrganizationName: "Redacción",
      ConfigurationURL: "https://mdm.example.org/e",
      IsMDMUnremovable: true,
    }),
  );
  assert.deepEqual(theirs.records.map(fieldsOf), [
    { supervised: true, organization: "Redacción", server: "https://mdm.example.org/e", removable: false },
  ]);
  assert.deepEqual(seen(theirs.records[0]!), ["url installed https://mdm.example.org/e"]);
});

test("odd values are left out; what is no dictionary is a problem", async () => {
  const odd = await parsePlistFile(supervision, {
    IsSupervised: "sí",
    OrganizationName: 5,
    ConfigurationURL: "",
    IsMDMUnremovable: 1,
    ConfigurationSource: "x",
  });
  assert.deepEqual([odd.records.map(fieldsOf), odd.records[0]!.observables], [[{}], []]);
  const none = await parsePlistFile(supervision, ["x"]);
  assert.deepEqual([none.records, none.problems.map((p) => p.code)], [[], ["plist-damaged"]]);
});
