import assert from "node:assert/strict";
import { test } from "node:test";
import { down, judge, type Row, up } from "../../radio/radio.fixture.ts";
import { noCipher as rule } from "./index.ts";

const said = (...rows: readonly Row[]): string[] => judge(rule, rows).said;
const HERE = "PCI 160, EARFCN 850";
const radio = (s: number, cipher: string, integrity = "eia2", more: Row[1] = {}) =>
  down("securityModeCommand", s, { cipher, integrity, ...more });
const core = (s: number, cipher: string, integrity = "eia2") =>
  down("securityModeCommand", s, { cipher, integrity, security: "signed-new" });

test("no encryption of the radio, of the core, in a handover; no signature", () => {
  assert.deepEqual(said(radio(1, "eea0")), [`lead radio cipher ${HERE}`]);
  assert.deepEqual(said(core(1, "eea0"), radio(2, "eea2")), [`lead core cipher ${HERE}`]);
  assert.deepEqual(said(radio(1, "eea2", "eia0-v920"), core(2, "eea2", "eia0")), [
    `lead radio integrity ${HERE}`,
    `lead core integrity ${HERE}`,
  ]);
  assert.deepEqual(said(down("rrcConnectionReconfiguration", 1, { cipher: "eea0", integrity: "eia2", handover: 9 })), [
    `lead radio cipher ${HERE}`,
  ]);
  assert.deepEqual(said(radio(1, "eea2"), core(2, "eea1", "eia1")), []);
});

test("a network that does so always: one finding; towards the core, with an encrypted radio, a note", () => {
  const cores = [1, 2, 3, 4].map((s) => core(s, "eea0"));
  assert.deepEqual(said(...cores, radio(5, "eea2")), ["info core cipher"]);
  assert.deepEqual(said(...cores), ["lead core cipher"]);
  const many = [1, 2, 3].map((s) => radio(s, "eea0", "eia2", { pci: s }));
  assert.deepEqual(said(...many), ["lead radio cipher"]);
  assert.equal(said(...many, radio(9, "eea2")).length, 3);
});

test("a call for help may go bare; only for a while, and only after it", () => {
  const emergency = up("attachRequest", 10, { emergency: true });
  assert.deepEqual(said(emergency, radio(11, "eea0", "eia0-v920")), []);
  assert.deepEqual(said(emergency, radio(1000, "eea0")), [`lead radio cipher ${HERE}`]);
  assert.deepEqual(said(radio(9, "eea0"), emergency), [`lead radio cipher ${HERE}`]);
});

test("2G: none and A5/2; A5/1 is told elsewhere", () => {
  const command = (cipher: string): Row => [
    "message",
    { generation: "2g", type: "cipheringModeCommand", earfcn: 512, cipher, security: "none", direction: "down" },
    1,
  ];
  assert.deepEqual(said(command("none")), ["lead 2g cipher EARFCN 512"]);
  assert.deepEqual(said(command("A5/2")), ["lead 2g cipher EARFCN 512"]);
  assert.deepEqual(said(command("A5/1"), command("A5/3")), []);
});
