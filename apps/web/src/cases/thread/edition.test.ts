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
const vault = { state: { tags } } as unknown as OpenVault;
const record = (ordinal: number, line = "{}", artifact = "ios/sms") =>
  ({ kind: "record", check: "0001", artifact, ordinal, line }) as const;

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

test("a line that names no record is told, and makes no edition", () => {
  for (const records of ["0001/ios/sms", "ayer", "entry/x"])
    assert.throws(
      () => chosenOf({ ...NONE, records }, vault, "es"),
      (e) => e instanceof Unsaid && e.why[0]!.includes(records),
    );
  assert.deepEqual(chosenOf({ ...NONE, records: "0009/ios/sms/1" }, vault, "es")!.unmet(), ["0009/ios.sms/1"]);
});
