import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../../../samples/lib/random.ts";
import { channelOf, newRadio, newWifi, readNetwork, readRadiotap, readWifi } from "./index.ts";

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(" ", "").match(/../g) ?? [], (x) => Number.parseInt(x, 16));
const hex = (b: Uint8Array, at: number): string =>
  at < 0 ? "" : Array.from(b.subarray(at, at + 6), (x) => x.toString(16).padStart(2, "0")).join("");

const [A, B, C, D] = ["0a0000000001", "0a0000000002", "0a0000000003", "0a0000000004"];
const LLC = "aaaa03000000 0800 45";

interface Case {
  readonly what: string;
  readonly hex: string;
  readonly missing?: number;
  readonly checksum?: boolean;
  readonly padded?: boolean;
  readonly expect: string;
}

// kind transmitter>receiver source>target network, encrypted, bytes before what it carries, bytes it carries
const CASES: readonly Case[] = [
  {
    what: "from a station, open",
    hex: `0801 0000 ${A}${B}${C} 1000 ${LLC}`,
    expect: `data ${B}>${A} ${B}>${C} ${A} up 24 9`,
  },
  {
    what: "to a station, open, with a checksum",
    hex: `0802 0000 ${A}${B}${C} 1000 ${LLC} 00000000`,
    checksum: true,
    expect: `data ${B}>${A} ${C}>${A} ${B} down 24 9`,
  },
  {
    what: "between two access points: four addresses",
    hex: `0803 0000 ${A}${B}${C} 1000 ${D} ${LLC}`,
    expect: `data ${B}>${A} ${D}>${C}  30 9`,
  },
  {
    what: "between two stations",
    hex: `0800 0000 ${A}${B}${C} 1000 ${LLC}`,
    expect: `data ${B}>${A} ${B}>${A} ${C} 24 9`,
  },
  {
    what: "encrypted, cut behind its head",
    hex: `8841 3000 ${A}${B}${C} 1000 0000 0100002000000000 ffff`,
    missing: 100,
    expect: `data ${B}>${A} ${B}>${C} ${A} up encrypted 34 94`,
  },
  {
    what: "WEP",
    hex: `0841 3000 ${A}${B}${C} 1000 01020300 ffff ffffffff`,
    expect: `data ${B}>${A} ${B}>${C} ${A} up encrypted 28 2`,
  },
  {
    what: "several frames in one, padded, with a field for control",
    hex: `8881 3000 ${A}${B}${C} 1000 8000 00000000 0000 ${LLC}`,
    padded: true,
    expect: `data ${B}>${A} ${B}>${C} ${A} up several 32 9`,
  },
  {
    what: "a part of a frame",
    hex: `0805 0000 ${A}${B}${C} 1000 ${LLC}`,
    expect: `data ${B}>${A} ${B}>${C} ${A} up 33 9`,
  },
  {
    what: "one that carries nothing",
    hex: `4801 0000 ${A}${B}${C} 1000`,
    expect: `data ${B}>${A} ${B}>${C} ${A} up 24 0`,
  },
  {
    what: "a beacon",
    hex: `8000 0000 ffffffffffff${A}${A} 1000 00`,
    expect: `hello ${A}>ffffffffffff ${A}>ffffffffffff ${A} 24 0`,
  },
  {
    what: "a search",
    hex: `4000 0000 ffffffffffff${B}ffffffffffff 1000`,
    expect: `search ${B}>ffffffffffff ${B}>ffffffffffff ffffffffffff 24 0`,
  },
  { what: "that it came", hex: `d400 0000 ${A}`, expect: `control >${A} >  10 0` },
  { what: "a call to send", hex: `b400 0000 ${A}${B}`, expect: `control ${B}>${A} >  16 0` },
];

for (const c of CASES)
  test(`802.11: ${c.what}`, () => {
    const b = bytes(c.hex);
    const f = newWifi();
    assert.ok(readWifi(b, 0, b.length, c.missing ?? 0, c.checksum ?? false, c.padded ?? false, f));
    const said = [
      `${f.kind} ${hex(b, f.transmitter)}>${hex(b, f.receiver)} ${hex(b, f.source)}>${hex(b, f.target)} ${hex(b, f.bssid)}`,
      ...(f.up ? ["up"] : f.down ? ["down"] : []),
      ...(f.encrypted ? ["encrypted"] : []),
      ...(f.aggregated ? ["several"] : []),
      `${f.start} ${f.length}`,
    ];
    assert.equal(said.join(" "), c.expect);
    assert.ok(f.start <= f.end && f.end <= b.length);
  });

test("802.11: frames of any length are none, or stay within what was captured", () => {
  const f = newWifi();
  for (const c of CASES) {
    const whole = bytes(c.hex);
    for (let n = 0; n < whole.length; n++) {
      if (!readWifi(whole, 0, n, whole.length - n, true, true, f)) continue;
      assert.ok(f.start <= n && f.end <= n && f.start <= f.end && f.length >= 0, `${c.what} ${n}`);
      for (const at of [f.transmitter, f.receiver, f.bssid, f.source, f.target]) assert.ok(at + 6 <= n, c.what);
    }
  }
  assert.ok(!readWifi(bytes("0901000000000000000000"), 0, 11, 0, false, false, f), "a version that is none");
});

test("802.11: 3,000 mutations stay within what was captured", () => {
  const random = createRandom(20_261_126);
  const [f, r] = [newWifi(), newRadio()];
  let read = 0;
  for (let n = 0; n < 3000; n++) {
    const whole = bytes(CASES[n % CASES.length]!.hex);
    const b = new Uint8Array(whole.length + random.below(40));
    b.set(whole);
    for (let i = random.below(6); i >= 0; i--) b[random.below(b.length)] = random.below(256);
    const end = random.below(b.length + 1);
    readRadiotap(b, 0, end, r);
    if (!readWifi(b, 0, end, random.below(3), random.below(2) === 1, random.below(2) === 1, f)) continue;
    read++;
    assert.ok(f.start <= f.end && f.end <= end && f.length >= 0 && f.length < 1000, `${n}`);
    for (const at of [f.transmitter, f.receiver, f.bssid, f.source, f.target]) assert.ok(at + 6 <= end, `${n}`);
    const said = readNetwork(b, f.start, f.end, n % 2 === 0 ? "hello" : "search");
    assert.ok((said?.name ?? "").length <= 32, `${n}`);
  }
  assert.ok(read > 500, `only ${read}`);
});

test("radiotap: signal, rate, channel, checksum; words that go on; what is cut is none", () => {
  const r = newRadio();
  const plain = bytes("0000 0f00 2e000000 10 0c 8509 a000 c9");
  assert.ok(readRadiotap(plain, 0, plain.length, r));
  assert.deepEqual(r, { signal: -55, rate: 6000, frequency: 2437, checksum: true, padded: false, damaged: false });
  assert.equal(channelOf(r.frequency), 6);
  // Time (aligned to 8), flags, channel (aligned to 2), signal; a second word.
  const long = bytes("0000 2000 2b0000a0 20000000 00000000 0102030405060708 60 00 3c14 0000 00 b0 00");
  const at = bytes("0000 1f00 2b000080 20000000 00000000 0102030405060708 60 00 3c14 4001 b0");
  assert.ok(readRadiotap(at, 0, at.length, r));
  assert.deepEqual(r, { signal: -80, rate: 0, frequency: 5180, checksum: false, padded: true, damaged: true });
  assert.equal(channelOf(r.frequency), 36);
  assert.ok(!readRadiotap(long, 0, 20, r), "its length goes beyond what was captured");
  for (const bad of ["00", "01000800 00000000", "00000700 00000000", "00000800 ffffffff"])
    assert.ok(!readRadiotap(bytes(bad), 0, bytes(bad).length, r), bad);
  assert.deepEqual([2484, 2412, 5955, 1], [2484, 2412, 5955, 1]);
  assert.deepEqual([2484, 2412, 5955, 1].map(channelOf), [14, 1, 1, 0]);
});

test("networks: name, channel, how they encrypt", () => {
  const head = "0000000000000000 6400 1104";
  const open = "0000000000000000 6400 0104";
  const rsn = (proofs: string): string =>
    `30 ${(14 + proofs.length / 2).toString(16).padStart(2, "0")} 0100 000fac04 0100 000fac04 0${proofs.length / 8}00 ${proofs}`;
  const name = "00 04 43617361 03 01 06";
  const of = (text: string, kind: "hello" | "search" = "hello") => {
    const b = bytes(text);
    return readNetwork(b, 0, b.length, kind);
  };
  assert.deepEqual(of(`${open} ${name}`), { name: "Casa", channel: 6, security: "open" });
  assert.equal(of(`${head} ${name}`)?.security, "wep");
  assert.equal(of(`${head} ${name} dd 06 0050f2010100`)?.security, "wpa");
  assert.equal(of(`${head} ${name} ${rsn("000fac02")}`)?.security, "wpa2");
  assert.equal(of(`${head} ${name} ${rsn("000fac08")}`)?.security, "wpa3");
  assert.equal(of(`${head} ${name} ${rsn("000fac08000fac02")}`)?.security, "wpa2");
  assert.equal(of(`${open} ${name} ${rsn("000fac12")}`)?.security, "owe");
  assert.deepEqual(of(`${head} 00 04 00000000`), { security: "wep" });
  assert.deepEqual(of("00 04 43617361", "search"), { name: "Casa", security: "open" });
  assert.equal(of("00"), undefined);
  assert.deepEqual(of(`${open} 00 ff 41`), { security: "open" });
});
