import assert from "node:assert/strict";
import { test } from "node:test";
import { LINK } from "../link/index.ts";
import { adMakers, adName, adServices, newAdvert, newTag, readAir, readHci, readTag } from "./index.ts";

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(" ", "").match(/../g) ?? [], (x) => Number.parseInt(x, 16));
const hex = (b: Uint8Array): string => Array.from(b, (x) => x.toString(16).padStart(2, "0")).join("");

const AA = "d6be898e";
const ADDRESS = "665544332211";
const DATA = "020106 03ff4c00";
/** Without a check value, as a program writes it that cut the frame. */
const FRAME = `${AA} 40 0d ${ADDRESS} ${DATA}`;

interface Case {
  readonly what: string;
  readonly link: number;
  readonly hex: string;
  readonly random?: boolean;
  readonly signal?: number;
  readonly data?: string;
}
const CASES: readonly Case[] = [
  { what: "a frame alone", link: LINK.ble, hex: FRAME },
  { what: "not connectable, of its maker", link: LINK.ble, hex: `${AA} 02 0d ${ADDRESS} ${DATA}`, random: false },
  { what: "directed: its address alone", link: LINK.ble, hex: `${AA} 41 0c ${ADDRESS} aabbccddeeff`, data: "" },
  { what: "with a head", link: LINK.bleWithPhdr, hex: `00 c3 9c 00 ${AA} 130c ${FRAME}`, signal: -61 },
  { what: "with a head without signal", link: LINK.bleWithPhdr, hex: `00 c3 9c 00 ${AA} 0100 ${FRAME}` },
  {
    what: "of Nordic's sniffer",
    link: LINK.nordic,
    hex: `01 2000 03 0100 06 0a 01 25 3d 0000 00000000 ${FRAME}`,
    signal: -61,
  },
  { what: "extended", link: LINK.ble, hex: `${AA} 47 11 09 09 ${ADDRESS} 0000 ${DATA} 00` },
];

for (const c of CASES)
  test(`the air: ${c.what}`, () => {
    const b = bytes(c.hex);
    const a = newAdvert();
    assert.ok(readAir(b, 0, b.length, c.link, a));
    assert.equal(hex(b.subarray(a.address, a.address + 6)), ADDRESS);
    assert.deepEqual([a.random, a.signal, a.damaged], [c.random ?? true, c.signal ?? 0, false]);
    assert.equal(hex(b.subarray(a.start, a.end)), (c.data ?? DATA).replaceAll(" ", ""));
    for (let n = 0; n < b.length; n++) if (readAir(b, 0, n, c.link, a)) assert.ok(a.end <= n && a.address + 6 <= n);
  });

test("the check value: what does not fit is damaged; a head that tells is believed", () => {
  const a = newAdvert();
  const sum = (crc: string): boolean => {
    const b = bytes(`${AA} 4006 ${ADDRESS} ${crc}`);
    assert.ok(readAir(b, 0, b.length, LINK.ble, a));
    return a.damaged;
  };
  // By the polynomial of vol. 6 part B, 3.1.1, worked out bit by bit.
  const poly = (body: Uint8Array): string => {
    let c = 0x555555;
    for (const x of body)
      for (let i = 0; i < 8; i++) {
        const bit = ((c >> 23) ^ (x >> i)) & 1;
        c = ((c << 1) & 0xffffff) ^ (bit ? 0x00065b : 0);
      }
    const turned = (v: number): number =>
      Number.parseInt(v.toString(2).padStart(8, "0").split("").reverse().join(""), 2);
    return hex(Uint8Array.of(turned(c >> 16), turned((c >> 8) & 255), turned(c & 255)));
  };
  const right = poly(bytes(`4006 ${ADDRESS}`));
  assert.deepEqual([sum(right), sum("000000"), sum("")], [false, true, false]);
  const bad = bytes(`00 c3 9c 00 ${AA} 1304 ${FRAME}`);
  assert.ok(readAir(bad, 0, bad.length, LINK.bleWithPhdr, a) && a.damaged);
});

test("what is no advertisement: requests, other access addresses, whitened bytes, no address", () => {
  const a = newAdvert();
  for (const [link, h] of [
    [LINK.ble, `${AA} 43 0c ${ADDRESS} aabbccddeeff`],
    [LINK.ble, `${AA} 45 22 ${ADDRESS}${"00".repeat(28)}`],
    [LINK.ble, `11223344 40 0d ${ADDRESS} ${DATA}`],
    [LINK.ble, `${AA} 40 05 ${ADDRESS}`],
    [LINK.ble, `${AA} 47 03 02 08 00`],
    [LINK.bleWithPhdr, `00 c3 9c 00 ${AA} 0200 ${FRAME}`],
    [LINK.nordic, `01 2000 03 0100 06 00 01 25 3d 0000 00000000 ${FRAME}`],
  ] as const) {
    const b = bytes(h);
    assert.equal(readAir(b, 0, b.length, link, a), false, h);
  }
});

function events(h: string, link: number = LINK.hciH4): string[] {
  const b = bytes(h);
  const a = newAdvert();
  const out: string[] = [];
  readHci(b, 0, b.length, link, a, () => {
    const address = hex(b.subarray(a.address, a.address + 6));
    out.push(`${address} ${a.random} ${a.signal} ${hex(b.subarray(a.start, a.end))} ${a.connected}`);
  });
  // Cut anywhere: nothing beyond the end.
  for (let n = 0; n < b.length; n++)
    readHci(b, 0, n, link, a, () => assert.ok(a.end <= n && a.address + 6 <= n, `${n}`));
  return out;
}

test("a phone's radio: reports, several in one, extended ones, connections; all else is passed over", () => {
  const report = `0001${ADDRESS} 03 020106 c3`;
  const other = "0000aabbccddeeff 00 7f";
  assert.deepEqual(events(`04 3e 19 02 02 ${report} ${other}`), [
    `${ADDRESS} true -61 020106 false`,
    "aabbccddeeff false 0  false",
  ]);
  const extended = `1300 01 ${ADDRESS} 01 00 ff 7f c3 0000 00 000000000000 03 020106`;
  assert.deepEqual(events(`04 3e 1d 0d 01 ${extended}`), [`${ADDRESS} true -61 020106 false`]);
  const nobody = extended.replace("1300 01", "1300 ff");
  assert.deepEqual(events(`04 3e 1d 0d 01 ${nobody}`), []);
  const connection = `04 3e 13 01 00 4000 00 01 ${ADDRESS} 1800 0000 2a00 00`;
  assert.deepEqual(events(connection), [`${ADDRESS} true 0  true`]);
  assert.deepEqual(events(connection.replace("13 01 00", "13 01 3e")), []);
  assert.deepEqual(events(`00000001 04 3e 0f 02 01 ${report}`, LINK.hci), [`${ADDRESS} true -61 020106 false`]);
  assert.deepEqual(events(`3e 0f 02 01 ${report}`, LINK.hciEvent), [`${ADDRESS} true -61 020106 false`]);
  for (const h of [
    "01 030c00",
    "04 0e 04 01 030c 00",
    "02 0020 0500 0100040011",
    "04 3e 02 02 ff",
    "04 3e 03 0d 01 00",
  ])
    assert.deepEqual(events(h), [], h);
});

test("tags by what they say, and what only looks like one", () => {
  const of = (h: string): string | undefined => {
    const b = bytes(h);
    const t = newTag();
    for (let n = 0; n < b.length; n++) readTag(b, 0, n, t);
    return readTag(b, 0, b.length, t) ? `${t.type} ${t.state} ${t.model ?? ""}`.trim() : undefined;
  };
  const z = (n: number): string => "00".repeat(n);
  for (const [h, tag] of [
    [`1eff4c001219 10 ${z(24)}`, "find-my away airtag"],
    [`1eff4c001219 00 ${z(24)}`, "find-my away device"],
    [`1eff4c001219 a0 ${z(24)}`, "find-my away accessory"],
    [`1eff4c001219 30 ${z(24)}`, "find-my away airpods"],
    ["07ff4c001202 14 01", "find-my near airtag"],
    [`1eff4c000719 01 ${z(24)}`, undefined],
    [`1aff4c000215 ${z(21)}`, undefined],
    [`020106 1916aafe41 ${z(21)}`, "find-hub away"],
    [`020106 1916aafe40 ${z(21)}`, "find-hub near"],
    ["0303aafe 0a16aafe10eb036d656e75", undefined],
    [`03035afd 15165afd13 ${z(17)}`, "smarttag away"],
    [`15165afd15 ${z(17)}`, "smarttag near"],
    [`15165afd23 ${z(17)}`, undefined],
    [`151669fd13 ${z(17)}`, undefined],
    [`0716b2fc 01 00 ${z(2)}`, "dult away"],
    [`0716b2fc 02 01 ${z(2)}`, "dult near"],
    [`0d16edfe 0200 ${z(8)}`, "tile unknown"],
    [`0d16edfe 0300 ${z(8)}`, undefined],
    ["051633fe 0102", "chipolo unknown"],
    ["051625fa 0102", "pebblebee unknown"],
    ["ff16edfe0200", undefined],
    ["00 0d16edfe0200", undefined],
  ] as const)
    assert.equal(of(h), tag, h);
});

test("names, services, companies; lengths that lie", () => {
  const good = bytes("04084261 64 0509 50657061 0503 0d180a18 0416aafe10 03ff7500 ff0941");
  assert.equal(adName(good, 0, good.length), "Pepa");
  assert.deepEqual(adServices(good, 0, good.length), ["180d", "180a", "feaa"]);
  assert.deepEqual(adMakers(good, 0, good.length), [117]);
  const endless = bytes("0303ffff");
  assert.deepEqual(adServices(endless, 0, endless.length), ["ffff"]);
});
