/** What somebody chose on the screen, as the list that an edition is made by. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { OpenVault } from "@contraluz/case/vault/index.ts";
import type { Withholding } from "../ask.ts";
import { chosenOf } from "./edition.ts";
import { Unsaid } from "./told.ts";

const NONE: Withholding = { parts: [], records: "", tags: [], texts: "" };
const tags = [
  { about: [{ check: "0001", artifact: "ios/sms", ordinal: 3 }], tag: "reservado", on: true },
  { about: [{ check: "0001", finding: "3f0c" }], tag: "reservado", on: true },
  { about: [{ check: "0001", artifact: "ios/sms", ordinal: 4 }], tag: "otra", on: true },
];
const log = [
  [4, "note", "s1"],
  [5, "story", "s1"],
  [6, "story", "s2"],
  [7, "story", "s1"],
].map(([seq, action, id]) => ({ head: { seq, action }, data: { id } }));
const vaultOf = (...checks: readonly { check: string; of?: string; removed?: true }[]): OpenVault =>
  ({ state: { tags, checks }, log }) as unknown as OpenVault;
const vault = vaultOf({ check: "0001" });
const record = (ordinal: number, line = "{}", artifact = "ios/sms", check = "0001") =>
  ({ kind: "record", check, artifact, ordinal, line }) as const;

test("nothing chosen is no list, so that the edition stays what it is", () => {
  assert.equal(chosenOf(undefined, vault, "es"), undefined);
  assert.equal(chosenOf({ ...NONE, records: " \n ", texts: "\n" }, vault, "es"), undefined);
});

test("places, records by their name on the timeline, tags and texts are met, and nothing else", () => {
  const chosen = chosenOf(
    {
      parts: ["0001/ios.calls"],
      records: "1/ios/sms/7\n0001/ios.sms/8",
      tags: ["reservado"],
      texts: 'dijo "ven"\nno está',
    },
    vault,
    "es",
  )!;
  const met = [record(3), record(4), record(7), record(8), record(9), record(0, "{}", "ios/calls")].map(
    chosen.withheld,
  );
  assert.deepEqual(met, [true, false, true, true, false, true]);
  assert.equal(chosen.withheld({ kind: "finding", check: "0001", id: "3f0c", number: 0, line: "{}" }), true);
  assert.deepEqual(chosen.unmet(), []);
  // As JSON writes it: a quote has a stroke before it.
  assert.equal(chosen.withheld(record(20, JSON.stringify({ text: 'Él dijo "ven" ayer' }))), true);
  assert.deepEqual(
    chosen.said().map((t) => t.n),
    [1, 0],
  );
});

test("what is chosen of a check is withheld of its re-checks, which hold the same records; of others it is not", () => {
  const all = vaultOf(
    { check: "0001" },
    { check: "0002", of: "0001" },
    { check: "0003", of: "0002" },
    { check: "0004" },
  );
  const some = { ...NONE, parts: ["0002/ios.calls", "0001/finding/aa", "0001/finding/7"], records: "3/ios/sms/8" };
  const chosen = chosenOf({ ...some, tags: ["reservado"] }, all, "es")!;
  const of = (check: string): boolean[] => [
    chosen.withheld(record(3, "{}", "ios/sms", check)),
    chosen.withheld(record(8, "{}", "ios/sms", check)),
    chosen.withheld(record(0, "{}", "ios/calls", check)),
    ...["aa", "3f0c"].map((id) => chosen.withheld({ kind: "finding", check, id, number: 5, line: "{}" })),
    chosen.withheld(record(4, "{}", "ios/sms", check)),
  ];
  for (const check of ["0001", "0002", "0003"])
    assert.deepEqual(of(check), [true, true, true, true, true, false], check);
  assert.deepEqual(of("0004"), [false, false, false, false, false, false]);
  // By its number it is that of its own check; and whether a copy is there is nobody's slip.
  assert.equal(chosen.withheld({ kind: "finding", check: "0002", id: "bb", number: 7, line: "{}" }), false);
  assert.deepEqual(chosen.unmet(), ["0001/finding/7"]);
});

test("a tag on what was removed holds back what is left of it, and is no slip", () => {
  const gone = vaultOf({ check: "0001", removed: true }, { check: "0002", of: "0001" });
  const chosen = chosenOf({ ...NONE, tags: ["reservado"] }, gone, "es")!;
  assert.equal(chosen.withheld(record(3, "{}", "ios/sms", "0002")), true);
  assert.deepEqual(chosen.unmet(), []);
});

test("a story that was told anew since it was chosen is withheld as it is told now", () => {
  const { withheld, unmet } = chosenOf({ ...NONE, parts: ["entry/5"] }, vault, "es")!;
  const held = [5, 6, 7].map((seq) => withheld({ kind: "entry", seq, action: "story", text: "{}" }));
  assert.deepEqual([held, unmet()], [[true, false, true], []]);
});

test("a line that names no record is told, and makes no edition", () => {
  for (const records of ["0001/ios/sms", "ayer", "entry/x"])
    assert.throws(
      () => chosenOf({ ...NONE, records }, vault, "es"),
      (e) => e instanceof Unsaid && e.why[0]!.includes(records),
    );
  assert.deepEqual(chosenOf({ ...NONE, records: "0009/ios/sms/1" }, vault, "es")!.unmet(), ["0009/ios.sms/1"]);
});
