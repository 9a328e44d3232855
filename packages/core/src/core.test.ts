import assert from "node:assert/strict";
import { test } from "node:test";
import {
  base64,
  byCodeUnit,
  count,
  encodeJson,
  hostCode,
  isoUtc,
  macAny,
  macSeconds,
  nanosOf,
  own,
  PROBLEMS,
  parseIso,
  plistMoment,
  plural,
  say,
  secondsOf,
  unixMillis,
  unixSeconds,
  webkitMicros,
} from "./index.ts";

test("canonical JSON keeps integers of any size, bytes and order", () => {
  assert.equal(
    encodeJson({ b: 9007199254740993n, a: [null, true, -0, 1.5], c: new Uint8Array([1, 2, 3, 4]), d: undefined }),
    '{"b":9007199254740993,"a":[null,true,0,1.5],"c":{"base64":"AQIDBA=="}}',
  );
  assert.equal(encodeJson(Number.NaN), "null");
});

test("an own text is the same text", () => {
  const all = String.fromCharCode(...Array.from({ length: 70_000 }, (_, i) => (i * 7) & 0xffff).slice(0, 8192));
  for (const s of ["", "a", "ñ\0😀\ud800", all, `${all}x`, all.slice(5, 900)]) assert.equal(own(s), s);
});

test("base64 equals Buffer's for every length", () => {
  for (let n = 0; n < 20; n++) {
    const bytes = Uint8Array.from({ length: n }, (_, i) => (i * 73 + 11) & 255);
    assert.equal(base64(bytes), Buffer.from(bytes).toString("base64"));
  }
});

test("ISO text of instants equals Date's over centuries, and reads back", () => {
  let x = 12345n;
  for (let i = 0; i < 2000; i++) {
    x = (x * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n);
    const ms = Number(x % 7_258_118_400_000n);
    assert.equal(isoUtc(BigInt(ms) * 1_000_000n, "ms"), new Date(ms).toISOString());
    assert.equal(parseIso(isoUtc(BigInt(ms) * 1_000_000n, "ms")), BigInt(ms) * 1_000_000n);
  }
  assert.equal(isoUtc(-1n, "ns"), "1969-12-31T23:59:59.999999999Z");
  assert.equal(isoUtc(1_714_979_289_123_456_789n, "us"), "2024-05-06T07:08:09.123456Z");
});

test("dates of property lists keep what was seen, and are bounded", () => {
  const d = (date: bigint) => plistMoment({ date, seen: "x" });
  assert.deepEqual(d(1_714_979_289_250_000_000n), { utc: 1_714_979_289_250_000_000n, seen: "x", precision: "us" });
  assert.equal(d(1_714_979_289_000_000_000n)!.precision, "s");
  // Years 1 and 4001: Apple's never and always. 2^63 ns end in 2262.
  for (const ns of [-62_135_596_800n, 64_092_211_200n, 0n]) assert.equal(d(ns * 1_000_000_000n), undefined);
  assert.equal(plistMoment(undefined), undefined);
});

test("ISO texts that are no dates are refused", () => {
  for (const bad of ["2024-02-30", "2024-13-01", "ayer", "2024-05-06T07", "", "2024-05-06T07:08:09.1234567890Z"])
    assert.equal(parseIso(bad), undefined, bad);
  assert.equal(parseIso("0001-01-01T00:00:00Z"), undefined, "not 1901");
  // Beyond what 64 bits of nanoseconds hold.
  for (const far of [
    "1600-02-03T04:05:06.123456789Z",
    "2300-01-01T00:00:00.000000001Z",
    "4001-01-01T00:00:00.500000000Z",
  ])
    assert.equal(isoUtc(parseIso(far)!, "ns"), far);
  assert.equal(parseIso("2024-05-06T01:08:09-06:00"), parseIso("2024-05-06T07:08:09Z"));
});

test("Apple times: seconds and nanoseconds are told apart, sub-seconds are kept, 0 is never", () => {
  assert.equal(isoUtc(macSeconds(736_672_089.25)!.utc!, "us"), "2024-05-06T07:08:09.250000Z");
  assert.equal(isoUtc(macAny(736_672_089_123_456_789n)!.utc!, "ns"), "2024-05-06T07:08:09.123456789Z");
  assert.equal(macAny(736_672_089)!.utc, macSeconds(736_672_089)!.utc);
  assert.equal(macSeconds(0), undefined);
  assert.equal(macSeconds(Number.NaN), undefined);
  assert.equal(macAny(9_223_372_036_854_775_807n), undefined);
  assert.equal(macSeconds(1e300), undefined);
  for (const v of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 1e308, -1e308])
    for (const f of [macAny, macSeconds, unixSeconds, webkitMicros]) assert.equal(f(v), undefined, `${f.name} ${v}`);
});

test("Unix and WebKit epochs", () => {
  assert.equal(isoUtc(unixSeconds(1_714_979_289)!.utc!, "s"), "2024-05-06T07:08:09Z");
  assert.equal(isoUtc(webkitMicros(13_359_452_889_000_001n)!.utc!, "us"), "2024-05-06T07:08:09.000001Z");
  assert.equal(unixSeconds(0), undefined);
  assert.equal(unixSeconds(null), undefined);
  assert.equal(webkitMicros(0), undefined);
});

test("numbers and plurals need no locale", () => {
  assert.equal(count(48913), "48,913");
  assert.equal(count(1234567890), "1,234,567,890");
  assert.equal(plural(1, "respaldo", "respaldos"), "respaldo");
  assert.equal(plural(0, "respaldo", "respaldos"), "respaldos");
});

test("order is by code unit", () => {
  assert.deepEqual(["ñ", "z", "Z", "a"].sort(byCodeUnit), ["Z", "a", "z", "ñ"]);
});

test("every problem says something in both languages", () => {
  for (const [code, words] of Object.entries(PROBLEMS)) {
    for (const lang of ["es", "en"] as const) assert.ok(say(words, lang).endsWith("."), `${code} ${lang}`);
  }
});

test("a failure of the host keeps its code, never its words", () => {
  const told = Object.assign(new Error("ENOENT: no such file, open '/home/ana/respaldo'"), { code: "ENOENT" });
  assert.equal(hostCode(told), "ENOENT");
  assert.equal(hostCode(new TypeError("/home/ana")), "TypeError");
  assert.equal(hostCode(Object.assign(new Error("x"), { code: "/home/ana" })), "Error");
  assert.equal(hostCode("x"), "?");
});

test("an instant in whole seconds and the rest, without big integers, as big integers give it", () => {
  // A linear congruential generator: the same instants on every run.
  let x = 1_234_567n;
  const next = (): bigint => {
    x = (x * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & ((1n << 64n) - 1n);
    return x >> 11n;
  };
  for (let i = 0; i < 20_000; i++) {
    // Near whole seconds every third time: there a double is in doubt.
    const any = (next() % 9_000_000_000_000_000_000n) - 1_000_000_000_000_000_000n;
    const utc = i % 3 === 0 ? (any / 1_000_000_000n) * 1_000_000_000n + BigInt((i % 7) - 3) : any;
    const rest = ((utc % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
    const seconds = secondsOf(utc);
    assert.equal(BigInt(seconds), (utc - rest) / 1_000_000_000n, `${utc}`);
    assert.equal(BigInt(nanosOf(utc, seconds)), rest, `${utc}`);
    const count = Number(next() % 6_000_000_000_000_000n) / 1e6;
    const whole = Math.floor(count);
    const ns = BigInt(whole) * 1_000_000_000n + BigInt(Math.round((count - whole) * 1e6)) * 1000n;
    assert.equal(unixSeconds(count)?.utc, ns, `${count}`);
    assert.equal(macSeconds(count)?.utc, ns + 978_307_200_000_000_000n, `${count}`);
  }
});

test("milliseconds of Java: as said, and none for what is no date", () => {
  assert.deepEqual(unixMillis(1_767_264_480_031), {
    utc: 1_767_264_480_031_000_000n,
    seen: "1767264480031",
    precision: "ms",
  });
  assert.deepEqual(
    [0, -5, 999, 1.5, Number.NaN, 1e18, null].map((v) => unixMillis(v)),
    Array(7).fill(undefined),
  );
});
