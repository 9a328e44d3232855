import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGS, say } from "@contraluz/core";
import { down, judge, type Row, up } from "../../radio/radio.fixture.ts";
import { rejects as rule } from "./index.ts";

const said = (...rows: readonly Row[]): string[] => judge(rule, rows).said;
const HERE = "PCI 160, EARFCN 850";
const no = (s: number, cause = 15, why = "no-cell-for-it") => down("trackingAreaUpdateReject", s, { cause, why });

test("one rejection is a note with its reason in words; three within ten minutes a lead", () => {
  const { hits, said: one } = judge(rule, [no(1)]);
  assert.deepEqual(one, ["info rejected no-cell-for-it"]);
  for (const lang of LANGS) assert.doesNotMatch(say(rule.words.title, lang, hits[0]!.params!), /no-cell/);
  assert.deepEqual(said(no(1), no(200), no(599)), [`lead burst ${HERE}`]);
  assert.deepEqual(said(no(1), no(400), no(800)), ["info rejected no-cell-for-it"]);
  assert.deepEqual(said(no(1), no(2), down("attachReject", 3, { cause: 22, why: "congestion", pci: 9 })), [
    "info rejected no-cell-for-it",
    "info rejected congestion",
  ]);
});

test("reasons that any cell would give are no burst", () => {
  assert.deepEqual(said(no(1, 8, "no-service"), no(2, 8, "no-service"), no(3, 8, "no-service")), [
    "info rejected no-service",
  ]);
});

test("the phone did not believe the network; counters that differ are ordinary", () => {
  assert.deepEqual(said(up("authenticationFailure", 1, { cause: 20 })), ["lead doubted"]);
  assert.deepEqual(said(up("authenticationFailure", 1, { cause: 21 })), []);
});

test("numbers of SIMs in the open are notes", () => {
  assert.deepEqual(said(down("paging", 1, { imsi: 2 }), up("identityResponse", 2, { identity: "imsi", home: "334" })), [
    "info paged",
    "info given",
  ]);
  assert.deepEqual(
    said(down("identityRequest", 2, { identity: "imsi" }), up("attachRequest", 1, { identity: "guti" })),
    [],
  );
});
