import assert from "node:assert/strict";
import { test } from "node:test";
import { endpoint, isOutside } from "./destination.ts";
import { isQuietName, isQuietPort } from "./quiet.ts";
import { bytes, span } from "./time.ts";
import { isTlsPort } from "./tls-ports.ts";

test("a quiet name is one of the list or below one, at a dot", () => {
  for (const n of ["apple.com", "Courier.Push.Apple.com", "p42-content.icloud.com.", "dns.google"])
    assert.ok(isQuietName(n), n);
  for (const n of ["notapple.com", "apple.com.malo.example", "com", "", "google", "x.dns.googl"])
    assert.ok(!isQuietName(n), n);
  assert.deepEqual([5223, 443, 123, 8443].map(isQuietPort), [true, false, true, false]);
  assert.deepEqual([443, 8443, 5223, 22].map(isTlsPort), [true, false, true, false]);
});

test("addresses: outside or at home, and as they stand before a port", () => {
  assert.deepEqual(
    ["8.8.8.8", "2001:db8::1", "172.32.0.1", "100.64.0.1", "198.18.0.1"].map(isOutside),
    Array(5).fill(true),
  );
  const home = [
    "10.1.1.1",
    "172.16.0.1",
    "192.168.0.9",
    "fe80::1",
    "fd00::1",
    "ff02::fb",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "",
  ];
  assert.deepEqual(home.map(isOutside), Array(home.length).fill(false));
  assert.deepEqual([endpoint("2001:db8::1", 443), endpoint("a.example", 1)], ["[2001:db8::1]:443", "a.example:1"]);
});

test("lengths and sizes in words", () => {
  assert.deepEqual(
    [1, 90, 300, 5400, 7200, 86_400].map((s) => span(s, "es")),
    ["un segundo", "90 segundos", "5 minutos", "90 minutos", "2 horas", "24 horas"],
  );
  assert.equal(span(60 * 60 * 3, "en"), "3 hours");
  assert.deepEqual([10, 340_000, 2_561_083, 3e9].map(bytes), ["1 kB", "340 kB", "2.6 MB", "3.0 GB"]);
});
