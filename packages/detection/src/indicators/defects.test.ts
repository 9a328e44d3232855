/**
 * Faults that were measured in another tool, by the number under which they are listed: what concerns matching and the
 * reading of sets. Those of the whole check are in `packages/engine/src/defects.test.ts`.
 * @module
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bundle, compileText, hits, indicates, indicator, matcherOf, named } from "./indicators.fixture.ts";
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
      indicator("[file:name='x' AND process:name='y']"),
      indicator("[file:name='z' AND domain-name:value MATCHES 'y']"),
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
  assert.deepEqual([hits(m, "file-name", "x"), hits(m, "process", "y", "ran")], [[], []]);
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

test("MVT defect 17: reading time grows with the set, not with its square", async () => {
  const spy = named("malware", "SpyA");
  const make = (n: number): string => {
    const list = Array.from({ length: n }, (_, i) => indicator(`[domain-name:value='x${i}.example']`));
    return bundle([spy, ...list, ...list.map((s) => indicates(s, spy))]);
  };
  const [small, large] = [make(2000), make(16_000)];
  await compileText(small);
  const time = async (text: string): Promise<number> => {
    const before = process.cpuUsage();
    await compileText(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const [a, b] = [await time(small), await time(large)];
  assert.ok(b < 30 * a + 200_000, `${a} µs for 2,000, ${b} µs for 16,000`);
});
