import assert from "node:assert/strict";
import { test } from "node:test";
import type { ObservableType } from "@contraluz/core";
import { compileIndicators } from "./compile.ts";
import { bundle, compileText, hits, indicator, matcherOf } from "./indicators.fixture.ts";
import { indicatorKey, keys, normalIndicator } from "./keys.ts";
import { VECTORS } from "./keys.vectors.ts";
import { createMatcher } from "./matcher.ts";

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
