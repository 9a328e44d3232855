import assert from "node:assert/strict";
import { test } from "node:test";
import { down, judge, type Row, up } from "../../radio/radio.fixture.ts";
import { downgrade as rule } from "./index.ts";

const said = (...rows: readonly Row[]): string[] => judge(rule, rows).said;
const HERE = "PCI 160, EARFCN 850";
const release = (s: number, redirect?: string) => down("rrcConnectionRelease", s, redirect ? { redirect } : {});
const si = (more: Row[1]) => down("systemInformation", 1, more);
const sib1 = down("systemInformationBlockType1", 2, { announced: 3, networks: ["334-020"] });

test("sent to 2G is a lead of that cell; for a call, or to 3G, a note", () => {
  assert.deepEqual(said(release(1), release(2, "geran"), release(3, "geran")), [`lead sent 2G ${HERE}`]);
  assert.deepEqual(said(up("extendedServiceRequest", 1), release(3, "geran")), ["info sent call"]);
  assert.deepEqual(said(up("extendedServiceRequest", 1), release(60, "geran")), [`lead sent 2G ${HERE}`]);
  assert.deepEqual(said(release(3, "utra-FDD"), release(4, "eutra")), ["info sent 3G"]);
  assert.deepEqual(said(down("mobilityFromEUTRACommand", 1, { redirect: "geran", why: "handover" })), [
    `lead sent 2G ${HERE}`,
  ]);
});

test("2G more wanted than 4G is a lead; whatever comes first; 3G is a note; less or alone is nothing", () => {
  assert.deepEqual(said(si({ geran: 7 }), si({ own: 4 }), si({ lte: 5 })), [`lead wanted ${HERE}`]);
  assert.deepEqual(said(si({ geran: 5 }), si({ own: 4 }), si({ lte: 6 })), []);
  assert.deepEqual(said(si({ own: 4, lte: 5 }), si({ geran: 5 })), []);
  assert.deepEqual(said(si({ own: 3 }), si({ utra: 5 }), si({ lte: 4 })), ["info wanted 3G"]);
  assert.deepEqual(said(si({ geran: 7 })), []);
});

test("what a cell says later counts from then on", () => {
  assert.deepEqual(said(si({ own: 4, geran: 7 }), sib1, si({ geran: 1 })), [`lead wanted ${HERE}`]);
  assert.deepEqual(said(si({ own: 4, geran: 1 }), sib1, si({ geran: 7 })), [`lead wanted ${HERE}`]);
});
