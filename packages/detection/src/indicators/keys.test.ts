import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";
import { test } from "node:test";
import { domainToASCII } from "node:url";
import { normalHost } from "./hosts.ts";
import { formatIp, ipBytes, network, normalIp } from "./ip.ts";
import { cheapKey, key64 } from "./key64.ts";
import { indicatorKey, keys, normalIndicator } from "./keys.ts";
import { VECTORS } from "./keys.vectors.ts";
import { canonicalPath } from "./paths.ts";

test("vectors", () => {
  assert.ok(VECTORS.length >= 60);
  for (const v of VECTORS) assert.deepEqual(keys(v), v.keys, `${v.type} ${v.value}`);
});

test("an indicator's key is one of the keys of its own value", () => {
  for (const [type, value] of [
    ["domain", "Evil.Example."],
    ["url", "https://evil.example/a?b"],
    ["ip", "198.51.100.1"],
    ["ip", "2001:db8::1"],
    ["process", "bh"],
    ["file-path", "/var/x/y/"],
    ["file-name", "a b.plist"],
    ["email", "A@b.example"],
    ["phone", "+52 55 1234 5678"],
    ["hash", "D41D8CD98F00B204E9800998ECF8427E"],
    ["app-id", "com.A.b"],
    ["certificate", "00112233445566778899AABBCCDDEEFF00112233"],
    ["property", "sys.x"],
    ["profile-id", "76DAB334-7E17-475D-A5D6-0794EB5818A5"],
    ["ja4", "t13d"],
    ["wifi", "aa:bb"],
    ["cell", "334-20-1"],
    ["tracker", "x"],
  ] as const) {
    const n = normalIndicator(type, value);
    assert.ok(n, `${type} ${value}`);
    assert.ok(keys({ type, value }).includes(indicatorKey(n)), `${type} ${value}`);
    assert.deepEqual(normalIndicator(n.type, n.value), n, "a normal form is its own");
  }
});

test("signs so wide that they match what every phone has are refused", () => {
  for (const [type, value] of [
    ["domain", "com"],
    ["domain", "com.mx"],
    ["domain", "co.uk"],
    ["domain", "localhost"],
    ["domain", "127.0.0.1"],
    ["ip", "0.0.0.0"],
    ["ip", "10.0.0.0/4"],
    ["ip", "::/0"],
    ["file-path", "/"],
    ["file-path", "/private/var/tmp/"],
    ["file-path", "/data/local/tmp"],
    ["file-path", "/usr"],
    ["hash", "abc"],
    ["ip", "evil.example"],
    ["domain", "a b.example"],
    ["domain", ""],
    ["process", "\u0000x"],
    ["app-id", "two words"],
  ] as const)
    assert.equal(normalIndicator(type, value), undefined, `${type} ${value}`);
});

test("types follow the value", () => {
  assert.deepEqual(normalIndicator("domain", "195.0.2.1"), { type: "ip", value: "195.0.2.1" });
  assert.deepEqual(normalIndicator("domain", "evil.example/path"), { type: "url", value: "evil.example/path" });
  assert.deepEqual(normalIndicator("file-path", "Library/Preferences/x.plist"), {
    type: "file-path",
    value: "/private/var/mobile/Library/Preferences/x.plist",
  });
  assert.deepEqual(normalIndicator("ip", "10.1.2.3/8"), { type: "ip", value: "10.0.0.0/8" });
  assert.deepEqual(normalIndicator("ip", "2001:db8::5/128"), { type: "ip", value: "2001:db8::5" });
  assert.deepEqual(normalIndicator("domain", "*.evil.example"), { type: "domain", value: "evil.example" });
});

test("addresses equal Node's judgement, and print back to the same bits", () => {
  let x = 99n;
  const random = (n: number): number => {
    x = (x * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n);
    return Number(x >> 33n) % n;
  };
  for (let i = 0; i < 3000; i++) {
    const v4 = Array.from({ length: 3 + random(3) }, () => random(300)).join(".");
    assert.equal(normalIp(v4) !== undefined, isIPv4(v4), v4);
    const groups = Array.from({ length: 6 + random(4) }, () => (random(3) === 0 ? "0" : random(65536).toString(16)));
    let v6 = groups.join(":");
    if (random(2) === 0) v6 = v6.replace(/:0(?::0)*(?=:|$)/, random(2) === 0 ? ":" : "::").replace(/:::+/, "::");
    assert.equal(ipBytes(v6) !== undefined, isIPv6(v6), v6);
    const bytes = ipBytes(v6);
    // The URL parser writes IPv6 as RFC 5952 does; IPv4 mapped into IPv6 we write as IPv4.
    if (bytes?.length === 16) assert.equal(`[${formatIp(bytes)}]`, new URL(`http://[${v6}]/`).hostname, v6);
  }
  assert.equal(formatIp(network(ipBytes("198.51.100.255")!, 23)), "198.51.100.0");
  assert.equal(formatIp(network(ipBytes("2001:db8:ffff::1")!, 33)), "2001:db8:8000::");
});

test("hosts equal the URL parser's, where it has an opinion", () => {
  for (const h of [
    "EVIL.example",
    "münchen.example",
    "faß.example",
    "ＥＶＩＬ.example",
    "bücher.中国",
    "παράδειγμα.δοκιμή",
    "xn--mnchen-3ya.example",
    "evil。example",
    "a\u00adb.example",
    "ÅNGSTRÖM.example",
    "0x7f.1",
    "198.51.100.7",
    "3232235777",
    "0300.0250.1.1",
  ]) {
    assert.equal(normalHost(h)?.text, new URL(`http://${h}/`).hostname, h);
  }
  assert.equal(normalHost("münchen.example")!.text, domainToASCII("münchen.example"));
  for (const h of [
    "",
    ".",
    "..",
    "a..b",
    ".a.b",
    "a b",
    "a/b",
    "a@b",
    "[::1",
    "1.2.3.4.5",
    "256.1.1.1",
    "x".repeat(600),
  ])
    assert.equal(normalHost(h), undefined, h);
});

test("64 bits of SHA-256", () => {
  for (const key of ["d:evil.example", "f:/private/var/ñ→𝒳", `u:${"x".repeat(40_000)}`]) {
    const h = createHash("sha256").update(key).digest();
    assert.deepEqual(key64(key), { hi: h.readUInt32BE(0), lo: h.readUInt32BE(4) });
  }
});

test("kinds of one text differ in the filter", () => {
  assert.notEqual(cheapKey("p15:abc").kind, cheapKey("p16:abc").kind);
  assert.notEqual(cheapKey("p:abc").kind, cheapKey("p15:abc").kind);
  assert.equal(cheapKey("d:ab.example").hash, cheapKey("U:ab.example").hash);
});

test("paths: canonical is stable, whatever the text", () => {
  const names = ["", ".", "..", "var", "tmp", "private", "a", "é", "...", " "];
  for (let i = 0; i < 5000; i++) {
    let n = i;
    let p = i % 2 ? "/" : "";
    for (let k = 0; k < 4; k++) {
      p += `${names[n % 10]}/`;
      n = Math.floor(n / 10);
    }
    const once = canonicalPath(p);
    assert.equal(canonicalPath(once) || once, once, p);
    assert.ok(once === "" || (/^\/[^/]/.test(once) && !/\/(?:\.{0,2})(?:\/|$)/.test(once)), `${p} → ${once}`);
  }
});

test("300 hostile values of every type: keys or none, never a throw", () => {
  let x = 7;
  const random = (n: number): number => {
    x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
    return (x >> 8) % n;
  };
  const bits = [
    "http://",
    "@",
    ":",
    "[",
    "]",
    "%",
    "%2e",
    "..",
    "/",
    "\\",
    "\u0000",
    "\ud800",
    "a",
    ".",
    "xn--",
    "é",
    "1",
    "::",
    "#",
    "?",
    " ",
    "\n",
    "+",
    "x".repeat(300),
    "😀",
    "İ",
  ];
  for (let i = 0; i < 300; i++) {
    let value = "";
    for (let k = random(12); k >= 0; k--) value += bits[random(bits.length)];
    for (const type of [
      "url",
      "domain",
      "ip",
      "process",
      "file-path",
      "file-name",
      "email",
      "phone",
      "hash",
      "app-id",
    ] as const) {
      for (const k of keys({ type, value })) assert.match(k, /^[a-z](?:15|16)?:./su, value);
      normalIndicator(type, value);
    }
  }
});
