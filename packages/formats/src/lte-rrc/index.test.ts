import assert from "node:assert/strict";
import { test } from "node:test";
import { hex, MESSAGES } from "../qmdl/qmdl.fixture.ts";
import { type Choice, readTable } from "../uper/index.ts";
import { field, list, path, readRrc } from "./index.ts";
import { ROOTS, TYPES } from "./table.ts";

const read = (name: string) => readRrc(MESSAGES[name]![0], hex(MESSAGES[name]![1]))!;

test("messages have their names, and nothing of them is left over", () => {
  const names = Object.keys(MESSAGES).map((m) => {
    const { name, damage, unknown } = read(m);
    assert.deepEqual([damage, unknown], [undefined, 0], m);
    return name;
  });
  assert.deepEqual(names, [
    "systemInformationBlockType1",
    "systemInformation",
    "systemInformation",
    "systemInformation",
    "rrcConnectionRequest",
    "rrcConnectionSetupComplete",
    "rrcConnectionRelease",
    "rrcConnectionRelease",
    "securityModeCommand",
    "rrcConnectionReconfiguration",
    "paging",
    "measurementReport",
    "dlInformationTransfer",
    "dlInformationTransfer",
  ]);
});

test("block 1: networks, area, number, as they were written", () => {
  const access = field(read("sib1").value, "cellAccessRelatedInfo");
  const [first, second] = list(field(access, "plmn-IdentityList"));
  assert.deepEqual(path(first, "plmn-Identity"), { mcc: [3, 3, 4], mnc: [0, 2, 0] });
  assert.deepEqual(path(second, "plmn-Identity", "mnc"), [0, 5, 0]);
  assert.equal(field(access, "trackingAreaCode"), (4321).toString(2).padStart(16, "0"));
  assert.equal(field(access, "cellIdentity"), (0x1234567).toString(2).padStart(28, "0"));
});

test("the way through choices and sequences; a wrong one gives nothing", () => {
  const { value } = read("toGeran");
  const r8 = path(value, "criticalExtensions", "c1", "rrcConnectionRelease-r8");
  assert.equal((field(r8, "redirectedCarrierInfo") as Choice).name, "geran");
  assert.equal(path(value, "criticalExtensions", "c2"), undefined);
  assert.equal(path(value, "constructor"), undefined);
  const smc = path(read("nullCipher").value, "criticalExtensions", "c1", "securityModeCommand-r8");
  assert.deepEqual(path(smc, "securityConfigSMC", "securityAlgorithmConfig"), {
    cipheringAlgorithm: "eea0",
    integrityProtAlgorithm: "eia2",
  });
});

test("unknown channels, empty and cut messages", () => {
  assert.equal(readRrc("__proto__", hex("00")), undefined);
  assert.equal(readRrc("SBCCH-SL-BCH-Message", hex("00")), undefined);
  for (const channel of Object.keys(ROOTS)) assert.ok(readRrc(channel, new Uint8Array(0)));
  const cut = readRrc("BCCH-DL-SCH-Message", hex("40ccd2"))!;
  assert.deepEqual([cut.name, cut.damage], ["systemInformationBlockType1", "short"]);
});

test("every line of the table is a type, and names only lines before it", () => {
  const { lines } = readTable(TYPES);
  const numbers = (v: unknown): number[] => (Array.isArray(v) ? v.flatMap(numbers) : typeof v === "number" ? [v] : []);
  for (const [i, line] of lines.entries()) {
    const t = JSON.parse(line) as [string, ...unknown[]];
    assert.match(t[0], /^[bniesolcq]$/);
    const of = t[0] === "l" ? [t[4]] : t[0] === "c" || t[0] === "q" ? t.slice(1) : [];
    for (const n of numbers(of)) assert.ok(n < i || (t[0] === "q" && n <= 1), `line ${i}`);
  }
  for (const n of Object.values(ROOTS)) assert.ok(n < lines.length);
});
