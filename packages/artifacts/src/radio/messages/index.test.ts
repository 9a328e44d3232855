import assert from "node:assert/strict";
import { test } from "node:test";
import { type Frame, pcap } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { hex, joined, log, nasBody, said } from "@contraluz/formats/qmdl/qmdl.fixture.ts";
import { fieldsOf } from "../../artifacts.fixture.ts";
import { parseRadio } from "../radio.fixture.ts";
import { messages } from "./index.ts";

const SET = 1_772_000_000;
const parse = (...parts: readonly Uint8Array[]) => parseRadio(messages, joined(...parts));
const brief = (r: Parameters<typeof fieldsOf>[0]): unknown[] => {
  const { type, direction, pci, ...rest } = fieldsOf(r);
  const { generation: _, channel: __, earfcn: ___, protocol: ____, security: _____, ...more } = rest;
  return [type, direction, pci, more];
};

test("what is said, in its order; the number of the SIM is not in it", async () => {
  const { records, problems } = await parse(
    said("sib1", SET),
    said("request", SET + 1),
    said("setupComplete", SET + 1),
    said("askImsi", SET + 2),
    log(0xb0ed, SET + 3, nasBody(hex("0756080910108967452301"))),
    said("reject", SET + 4),
    said("toGeran", SET + 5),
    said("nullCipher", SET + 6),
    said("handover", SET + 7),
    said("pagingImsi", SET + 8),
    said("measurement", SET + 9),
  );
  assert.deepEqual(records.filter((r) => r.kind === "message").map(brief), [
    [
      "systemInformationBlockType1",
      "down",
      160,
      { networks: ["334-020", "334-050"], tac: 4321, cell: 0x1234567, announced: 3, barred: false },
    ],
    ["rrcConnectionRequest", "up", 160, { why: "mo-Signalling", identity: "randomValue" }],
    ["rrcConnectionSetupComplete", "up", 160, {}],
    ["attachRequest", "up", 160, { identity: "guti", before: "334-020" }],
    ["identityRequest", "down", 160, { identity: "imsi" }],
    ["identityResponse", "up", 160, { identity: "imsi", home: "001" }],
    ["attachReject", "down", 160, { cause: 15, why: "no-cell-for-it" }],
    ["rrcConnectionRelease", "down", 160, { why: "other", redirect: "geran" }],
    ["securityModeCommand", "down", 160, { cipher: "eea0", integrity: "eia2" }],
    ["rrcConnectionReconfiguration", "down", 160, { cipher: "eea2", integrity: "eia2", handover: 99 }],
    ["paging", "down", 160, { imsi: 1 }],
  ]);
  assert.deepEqual(problems, []);
  const text = JSON.stringify(records, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v));
  for (const secret of ["9876543210", "1010896745", "0123456789"]) assert.ok(!text.includes(secret), secret);
});

test("what stands in the log twice is said once, also with zeros behind it; a second one later is another", async () => {
  const ask = hex("075501");
  const { records } = await parse(
    said("askImsi", SET),
    log(0xb0ec, SET + 0.01, nasBody(ask)),
    said("askImsi", SET + 20),
    log(0xb0ec, SET + 20.01, nasBody(Uint8Array.of(...ask, 0, 0, 0, 0, 0, 0))),
    log(0xb0ec, SET + 40, nasBody(ask)),
  );
  assert.equal(records.filter((r) => r.fields.type === "identityRequest").length, 3);
  assert.equal(records.at(-1)!.fields.twice, 2);
});

test("the log: what is counted and not read, by name; a clock that was not set; gaps; damage", async () => {
  const unset = 315_964_831;
  const { records } = await parse(
    said("sib1", unset),
    said("sib1", unset + 1),
    said("measurement", unset + 2),
    log(0xb821, unset + 3, [1]),
    log(0xb821, SET, [2]),
    log(0x1234, SET, [2]),
    log(0xb0c0, SET + 1, [20, 1]),
    log(0x713a, SET + 2, [0, 3, 0, 0, 0, 5, 0x18, 1]),
    log(0xb0ec, SET + 3, nasBody(hex("27aabbccdd009f1234"))),
  );
  const { last, ...rest } = fieldsOf(records.at(-1)!);
  assert.deepEqual(rest, {
    frames: 9,
    messages: 4,
    unset: 4,
    jumps: 1,
    damaged: 1,
    encrypted: 1,
    twice: 0,
    counts: [
      "3g identityRequest: 1",
      "4g broadcast again: 1",
      "4g measurementReport: 1",
      "4g systemInformationBlockType1: 1",
    ],
    passed: ["5G RRC: 2", "LTE RRC, damaged: 1", "log 1234: 1"],
  });
  assert.equal((last as { seen: string }).seen, "1772000003.000000000");
  assert.deepEqual(records[0]!.at, {
    boot: { id: "capture", ns: BigInt(unset) * 1_000_000_000n },
    seen: `${unset}.000000000`,
    precision: "us",
  });
});

/** A packet of GSMTAP, over UDP of IPv4 (link type 228) or alone (217). */
function packet(type: number, subtype: number, body: Uint8Array, seconds: number, alone = false): Frame {
  const tap = [2, 4, type, 0, 2, 0, 0xa6, 0, 0, 0, 0, 0, subtype, 0, 0, 0, ...body];
  const udp = [0x34, 0x19, 0x12, 0x79, 0, 8 + tap.length, 0, 0, ...tap];
  const ip = [0x45, 0, 0, 20 + udp.length, 0, 0, 0, 0, 64, 17, 0, 0, 127, 0, 0, 1, 127, 0, 0, 1, ...udp];
  return { seconds, bytes: Uint8Array.from(alone ? tap : ip) };
}

for (const [link, alone] of [
  [228, false],
  [217, true],
] as const)
  test(`GSMTAP in a capture of link type ${link}: LTE, and 2G with its encryption and a message that is not shown`, async () => {
    const sms = hex("09011f014207915155214365870013040b915155214365f740006230804132430000");
    const frames = [
      packet(0x0d, 1, hex("2a2230000c02"), SET, alone),
      packet(0x01, 8, Uint8Array.of(1, 0, (3 << 2) | 1, 6, 0x35, 0), SET + 1, alone),
      packet(0x01, 9, Uint8Array.of(1, 0, (sms.length << 2) | 1, ...sms), SET + 2, alone),
      packet(0x0c, 3, Uint8Array.of(1, 2), SET + 3, alone),
    ];
    const { records } = await parseRadio(messages, pcap(frames, { link }));
    assert.deepEqual(records.slice(0, 3).map(brief), [
      ["rrcConnectionRelease", "down", undefined, { why: "other", redirect: "geran" }],
      ["cipheringModeCommand", "down", undefined, { cipher: "none" }],
      ["cpData", "down", undefined, { silent: true }],
    ]);
    assert.deepEqual(records[3]!.fields.passed, ["UMTS RRC: 1"]);
    assert.deepEqual(records[0]!.origin.at, { packet: 1, offset: 24 });
  });
