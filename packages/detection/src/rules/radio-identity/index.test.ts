import assert from "node:assert/strict";
import { test } from "node:test";
import { down, judge, type Row, up } from "../../radio/radio.fixture.ts";
import { askedIdentity as rule } from "./index.ts";

const said = (...rows: readonly Row[]): string[] => judge(rule, rows).said;
const HERE = "PCI 160, EARFCN 850";
const attach = (s: number) => up("attachRequest", s, { identity: "guti", before: "334-020" });
const ask = (s: number, identity = "imsi") => down("identityRequest", s, { identity });
const answer = (s: number) => up("identityResponse", s, { identity: "imsi", home: "334" });
const reject = (s: number, cause: number, why = "no-cell-for-it") => down("attachReject", s, { cause, why });
const sib1 = (network: string) => down("systemInformationBlockType1", 0, { networks: [network] });

test("asked and let go: by a rejection, a release, a new beginning", () => {
  assert.deepEqual(said(attach(1), ask(2), answer(3), reject(4, 15)), [`lead left ${HERE}`]);
  assert.deepEqual(said(attach(1), ask(2), answer(3), down("rrcConnectionRelease", 4)), [`lead left ${HERE}`]);
  assert.deepEqual(said(attach(1), ask(2), answer(3), up("rrcConnectionRequest", 9)), [`lead left ${HERE}`]);
  const { hits } = judge(rule, [attach(1), ask(2), reject(4, 15), attach(10), ask(11), reject(12, 15)]);
  assert.deepEqual([hits.length, hits[0]!.params!.times, hits[0]!.records.length], [1, 2, 4]);
});

test("an ordinary network asks, and proves itself", () => {
  const proof = [down("authenticationRequest", 3), up("authenticationResponse", 4), down("rrcConnectionRelease", 20)];
  assert.deepEqual(said(attach(1), ask(2), answer(3), ...proof), []);
  assert.deepEqual(
    said(attach(1), ask(2), answer(3), up("securityModeComplete", 4), down("rrcConnectionRelease", 9)),
    [],
  );
  // The proof failed: it is none.
  assert.deepEqual(
    said(attach(1), ask(2), up("authenticationFailure", 3, { cause: 20 }), down("rrcConnectionRelease", 5)),
    [`lead left ${HERE}`],
  );
});

test("asked again when all was settled; asked a phone that wanted nothing", () => {
  assert.deepEqual(said(attach(1), up("authenticationResponse", 2), ask(3), up("attachComplete", 4)), [
    `lead again ${HERE}`,
  ]);
  assert.deepEqual(said(ask(3), up("authenticationResponse", 4)), [`lead unasked ${HERE}`]);
  assert.deepEqual(said(attach(1), ask(100), up("authenticationResponse", 101)), [`lead unasked ${HERE}`]);
});

test("the number of the telephone is asked for by many", () => {
  assert.deepEqual(said(attach(1), up("authenticationResponse", 2), ask(3, "imeisv"), ask(4, "imei")), []);
});

test("a SIM that nobody takes, or of another country: a note", () => {
  assert.deepEqual(said(attach(1), ask(2), answer(3), reject(4, 8, "no-service")), [`info left unwanted ${HERE}`]);
  assert.deepEqual(said(sib1("310-410"), attach(1), ask(2), answer(3), reject(4, 15)), [`info left unwanted ${HERE}`]);
  assert.deepEqual(said(sib1("334-050"), attach(1), ask(2), answer(3), reject(4, 15)), [`lead left ${HERE}`]);
});

test("each log is a story of its own", () => {
  const other: Row = [...(ask(2) as readonly [string, Row[1], number]), 1];
  assert.deepEqual(said(attach(1), other, up("authenticationResponse", 3)), [`lead unasked ${HERE}`]);
});
