import assert from "node:assert/strict";
import { test } from "node:test";
import type { ObservableType } from "@contraluz/core";
import { compileIndicators } from "./compile.ts";
import { bundle, compileText, hits, indicator, matcherOf } from "./indicators.fixture.ts";
import { indicatorKey, keys, normalIndicator } from "./keys.ts";
import { VECTORS } from "./keys.vectors.ts";
import { createMatcher } from "./matcher.ts";

test("MVT defect 2: middle subdomain", async () => {
  const m = await matcherOf("[domain-name:value='b.evil.example']");
  for (const u of ["https://b.evil.example/", "https://a.b.evil.example/x", "http://c.a.b.evil.example"])
    assert.deepEqual(hits(m, "url", u), ["b.evil.example"], u);
  for (const u of ["https://evil.example/", "https://xb.evil.example/", "https://b.evil.example.good.example/"])
    assert.deepEqual(hits(m, "url", u), [], u);
});

test("MVT defect 3: port and userinfo", async () => {
  const m = await matcherOf("[domain-name:value='a.evil.example']");
  for (const u of [
    "https://a.evil.example:8443/",
    "https://user@a.evil.example/",
    "https://user:pass@a.evil.example:1/",
    "HTTPS://A.EVIL.EXAMPLE./",
    "a.evil.example:443",
  ])
    assert.deepEqual(hits(m, "url", u), ["a.evil.example"], u);
  assert.deepEqual(hits(m, "domain", "a.evil.example:8443"), ["a.evil.example"]);
  assert.deepEqual(hits(m, "url", "https://a.evil.example@good.example/"), []);
});

test("MVT defect 4: www. is not a set of letters", async () => {
  const m = await matcherOf("[domain-name:value='web.evil.co.uk']", "[domain-name:value='www.x.example']");
  assert.deepEqual(hits(m, "url", "https://web.evil.co.uk/"), ["web.evil.co.uk"]);
  assert.deepEqual(hits(m, "url", "https://eb.evil.co.uk/"), []);
  assert.deepEqual(hits(m, "url", "https://www.x.example/"), ["www.x.example"]);
  assert.deepEqual(hits(m, "url", "https://x.example/"), []);
});

test("MVT defect 5: addresses are numbers", async () => {
  const m = await matcherOf(
    "[ipv4-addr:value='198.51.100.1']",
    "[ipv6-addr:value='2001:DB8::0:1']",
    "[ipv4-addr:value='203.0.113.64/26']",
    "[ipv6-addr:value='2001:db8:aa00::/40']",
  );
  assert.deepEqual(hits(m, "ip", "198.51.100.1"), ["198.51.100.1"]);
  assert.deepEqual(hits(m, "ip", "198.51.100.10"), []);
  assert.deepEqual(hits(m, "url", "http://198.51.100.1:8080/x"), ["198.51.100.1"]);
  assert.deepEqual(hits(m, "url", "http://0xc6336401/"), ["198.51.100.1"]);
  assert.deepEqual(hits(m, "domain", "198.51.100.1"), ["198.51.100.1"]);
  assert.deepEqual(hits(m, "ip", "2001:0db8:0:0:0:0:0:1"), ["2001:db8::1"]);
  assert.deepEqual(hits(m, "url", "http://[2001:db8::1]/"), ["2001:db8::1"]);
  assert.deepEqual(hits(m, "ip", "203.0.113.64"), ["203.0.113.64/26"]);
  assert.deepEqual(hits(m, "ip", "203.0.113.127"), ["203.0.113.64/26"]);
  assert.deepEqual(hits(m, "ip", "::ffff:203.0.113.127"), ["203.0.113.64/26"]);
  assert.deepEqual(hits(m, "url", "http://203.0.113.100/"), ["203.0.113.64/26"]);
  assert.deepEqual(hits(m, "ip", "203.0.113.63"), []);
  assert.deepEqual(hits(m, "ip", "203.0.113.128"), []);
  assert.deepEqual(hits(m, "ip", "2001:db8:aaff:1::1"), ["2001:db8:aa00::/40"]);
  assert.deepEqual(hits(m, "ip", "2001:db8:ab00::1"), []);
});

test("MVT defect 6: a name in a path or query is no host", async () => {
  const m = await matcherOf("[domain-name:value='evil.example']");
  for (const u of [
    "https://localhost/evil.example.txt",
    "https://good.example/?q=https://evil.example/",
    "https://good.example/evil.example",
    "/evil.example",
    "file:///evil.example",
    "mailto:a@evil.example",
    "evil.example.txt.good.example",
  ])
    assert.deepEqual(hits(m, "url", u), [], u);
});

test("MVT defect 7: IDN and punycode are one", async () => {
  const m = await matcherOf("[domain-name:value='bücher.example']", "[domain-name:value='xn--mnchen-3ya.example']");
  for (const u of [
    "https://bücher.example/",
    "https://BÜCHER.example/",
    "https://xn--bcher-kva.example/",
    "https://bu\u0308cher.example/",
    "https://www.xn--BCHER-kva.example/",
  ])
    assert.deepEqual(hits(m, "url", u), ["xn--bcher-kva.example"], u);
  assert.deepEqual(hits(m, "url", "https://münchen.example/"), ["xn--mnchen-3ya.example"]);
});

test("MVT defect 8: sets of any kind alone", async () => {
  const { compiled, problems } = await compileText(bundle([indicator("[app:id='com.client.appA']")]));
  assert.deepEqual(problems, []);
  const m = createMatcher(compiled);
  assert.deepEqual(hits(m, "app-id", "com.client.appA", "installed"), ["com.client.appa"]);
  for (const type of ["url", "domain", "ip", "process", "file-path", "email", "hash"] as const)
    assert.deepEqual(hits(m, type, "https://evil.example/"), []);
});

test("MVT defect 9: = in a value, AND, OR, LIKE: read or said, and the rest stands", async () => {
  const { compiled, problems } = await compileText(
    bundle([
      indicator("[url:value='https://evil.example/?a=b=c']"),
      indicator("[domain-name:value='one.example' OR domain-name:value='two.example']"),
      indicator("[domain-name:value LIKE '%bad%']"),
      indicator("[file:name='x' AND file:hashes.md5='d41d8cd98f00b204e9800998ecf8427e']"),
      indicator("[broken"),
      indicator("[domain-name:value='three.example'] AND [domain-name:value='four.example']"),
      indicator("[domain-name:value='five.example']"),
    ]),
  );
  const m = createMatcher(compiled);
  assert.deepEqual(hits(m, "url", "https://evil.example/?a=b=c"), ["evil.example/?a=b=c"]);
  assert.deepEqual(
    ["one", "two", "three", "four", "five"].map((h) => hits(m, "domain", `${h}.example`).length),
    [1, 1, 0, 0, 1],
  );
  assert.deepEqual(hits(m, "file-name", "x"), []);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["stix-pattern", "stix-pattern", "stix-pattern", "stix-pattern"],
  );
});

test("MVT defect 18: paths by folders, profiles whole", async () => {
  const m = await matcherOf(
    "[file:path='/private/var/x/tmp/']",
    "[configuration-profile:id='76DAB334-7E17-475D-A5D6-0794EB5818A5']",
  );
  for (const p of [
    "/private/var/x/tmp",
    "/private/var/x/tmp/",
    "/private/var/x/tmp/a/b",
    "/var/x/tmp/a",
    "private/var/x/tmp/a",
  ])
    assert.deepEqual(hits(m, "file-path", p), ["/private/var/x/tmp"], p);
  for (const p of ["/private/var/x/tmpfoo", "/private/var/x", "/x/tmp", "/private/var/X/tmp"])
    assert.deepEqual(hits(m, "file-path", p), [], p);
  assert.deepEqual(hits(m, "profile-id", "76dab334-7e17-475d-a5d6-0794eb5818a5").length, 1);
  for (const p of ["A", "76DAB334", "76DAB334-7E17-475D-A5D6-0794EB5818A5X", ""])
    assert.deepEqual(hits(m, "profile-id", p), [], p);
});

test("MVT defect 19: a file name that holds a path", async () => {
  const m = await matcherOf("[file:name='/var/foobar/txt']", "[file:name='plain.plist']");
  assert.deepEqual(hits(m, "file-path", "/private/var/foobar/txt"), ["/private/var/foobar/txt"]);
  assert.deepEqual(hits(m, "file-path", "/elsewhere/txt"), []);
  assert.deepEqual(hits(m, "file-path", "/elsewhere/plain.plist"), ["plain.plist"]);
  assert.deepEqual(hits(m, "file-path", "/elsewhere/plain.plist/x"), [], "a folder of that name is not the file");
});

test("names are told apart by case; apps, accounts, hashes are not", async () => {
  const m = await matcherOf(
    "[process:name='MobileSMSd']",
    "[app:id='com.Spy.App']",
    "[email-addr:value='A@Evil.example']",
    "[file:hashes.'SHA-256'='BA1990B5E38191512718180D0DE1AD2123E18330449B8C12877C4DB60AEB05E4']",
    "[app:cert.sha1='E458DC7CD8928A41865F502A884F0D51309E0BEF']",
  );
  assert.deepEqual(
    [
      hits(m, "process", "MobileSMSd").length,
      hits(m, "process", "mobilesmsd").length,
      hits(m, "process", "/x/MobileSMSd").length,
    ],
    [1, 0, 1],
  );
  assert.equal(hits(m, "app-id", "com.spy.app:remote").length, 1);
  assert.equal(hits(m, "app-id", "com.spy.app.extension").length, 0);
  assert.equal(hits(m, "email", "mailto:a@evil.EXAMPLE").length, 1);
  assert.equal(hits(m, "hash", "ba1990b5e38191512718180d0de1ad2123e18330449b8c12877c4db60aeb05e4").length, 1);
  assert.equal(hits(m, "certificate", "E4:58:DC:7C:D8:92:8A:41:86:5F:50:2A:88:4F:0D:51:30:9E:0B:EF").length, 1);
  assert.equal(hits(m, "hash", "E458DC7CD8928A41865F502A884F0D51309E0BEF").length, 0, "a certificate is no file");
});

test("a process name cut at 15 or 16 characters meets the longer sign, and says so", async () => {
  const m = await matcherOf("[process:name='com.apple.avcapture']", "[process:name='exactlysixteen16']");
  const found = (value: string): (readonly [string, boolean])[] =>
    m.match({ type: "process", value, contact: "ran" }).map((i) => [i.value, i.truncated === true]);
  assert.deepEqual(found("com.apple.avcapture"), [["com.apple.avcapture", false]]);
  assert.deepEqual(found("com.apple.avcapt"), [["com.apple.avcapture", true]]);
  assert.deepEqual(found("com.apple.avcap"), [["com.apple.avcapture", true]]);
  assert.deepEqual(found("com.apple.avcaptu"), []);
  assert.deepEqual(found("exactlysixteen16"), [["exactlysixteen16", false]]);
  assert.deepEqual(found("exactlysixteen1"), [["exactlysixteen16", true]]);
});

test("a vendor's page that is also a server: the way of contact decides", async () => {
  const yaml =
    "- name: Spy\n  type: stalkerware\n  websites:\n  - www.spy.example\n  - both.example\n  c2:\n    domains:\n    - spy.example\n    - both.example\n    - api.both.example\n";
  const { compiled } = await compileText(yaml, "ioc.yaml");
  const m = createMatcher(compiled);
  const roles = (value: string, contact: "visited" | "resolved"): string[] =>
    m
      .match({ type: "domain", value, contact })
      .map((i) => `${i.role} ${i.value}`)
      .sort();
  assert.deepEqual(roles("both.example", "visited"), ["vendor both.example"]);
  assert.deepEqual(roles("both.example", "resolved"), ["server both.example", "vendor both.example"]);
  assert.deepEqual(roles("www.spy.example", "visited"), ["vendor www.spy.example"]);
  assert.deepEqual(roles("api.both.example", "visited"), ["server api.both.example", "vendor both.example"]);
});

test("equal 64-bit keys are no hit: the text decides", async () => {
  const { compiled } = await compileText(bundle([indicator("[domain-name:value='evil.example']")]));
  // The set now claims the key of another name, as a collision would.
  const other = createMatcher(
    (await compileText(bundle([indicator("[domain-name:value='good.example']")]))).compiled,
  ).compiled;
  const m = createMatcher({ ...compiled, keyHi: other.keyHi, keyLo: other.keyLo, filter: other.filter });
  assert.deepEqual(hits(m, "domain", "good.example"), []);
});

test("the matcher agrees with the keys, for every vector and thousands of made values", async () => {
  let x = 42;
  const random = (n: number): number => {
    x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
    return (x >> 8) % n;
  };
  const label = (): string => ["a", "b", "evil", "www", "xn--bcher-kva", "é", "c-d", "E"][random(8)]!;
  const host = (): string =>
    random(9) === 0
      ? `10.${random(4)}.${random(4)}.1`
      : `${Array.from({ length: 1 + random(3) }, label).join(".")}.${["example", "co.uk", "org", "test"][random(4)]}`;
  const path = (): string =>
    `/${Array.from({ length: 1 + random(4) }, () => ["var", "private", "tmp", "x", "..", ".", "", "bh", "log"][random(9)]).join("/")}`;
  const make: Readonly<Record<string, () => string>> = {
    url: () =>
      `${["http://", "https://", "HTTPS://", "", "ftp://", "https://u@"][random(6)]}${host()}${["", ":80", ":8443"][random(3)]}${random(3) === 0 ? "" : path()}${["", "?q", "#f"][random(3)]}`,
    domain: host,
    ip: () => `10.${random(4)}.${random(4)}.1`,
    "file-path": path,
    "file-name": () => ["bh", "x", "log", "y"][random(4)]!,
    process: () => ["bh", "/var/x/bh", "a-process-of-17-c", "a-process-of-17-", "a-process-of-17"][random(5)]!,
    email: () => `${label()}@${host()}`,
  };
  const types = Object.keys(make) as ObservableType[];
  const signs = Array.from({ length: 250 }, () => {
    const type = types[random(types.length)]!;
    return { type, value: make[type]!() };
  });
  const compiled = await compileIndicators([
    {
      meta: { name: "x", source: "", licence: "", date: "" },
      read: async (sink) => void signs.forEach((s) => void sink.add(s)),
    },
  ]);
  const m = createMatcher(compiled);
  const known = new Map<string, string>();
  for (const s of signs) {
    const n = normalIndicator(s.type, s.value);
    if (n) known.set(indicatorKey(n), n.value);
  }
  let met = 0;
  const check = (type: ObservableType, value: string): void => {
    const expected = new Set<string>();
    for (const k of keys({ type, value })) {
      const cut = /^p1[56]:(.*)$/.exec(k)?.[1];
      if (cut === undefined && known.has(k)) expected.add(known.get(k)!);
      if (cut !== undefined)
        for (const [key, v] of known) if (key.startsWith(`p:${cut}`) && v.length > cut.length) expected.add(v);
    }
    met += expected.size;
    assert.deepEqual([...new Set(hits(m, type, value))], [...expected].sort(), `${type} ${value}`);
  };
  for (const v of VECTORS) check(v.type, v.value);
  for (let i = 0; i < 4000; i++) {
    const type = types[random(types.length)]!;
    check(type, make[type]!());
  }
  assert.ok(met > 500, `${met} hits`);
});

test("keys of another version are refused", async () => {
  const compiled = await compileIndicators([]);
  assert.throws(() => createMatcher({ ...compiled, keysVersion: 0 }), { code: "usage" });
});
