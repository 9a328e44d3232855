import assert from "node:assert/strict";
import { test } from "node:test";
import type { Observable } from "@contraluz/core";
import { levelOf } from "../levels.ts";
import { bundle, compileText, hits, indicator } from "./indicators.fixture.ts";
import { createMatcher } from "./matcher.ts";
import { patternSigns } from "./stix-values.ts";

const signs = (pattern: string): string[] => patternSigns(pattern).signs.map((s) => `${s.type} ${s.value}`);

test("what comparisons mean", () => {
  const sha256 = "ab".repeat(32);
  for (const [pattern, ...expected] of [
    ["[domain-name:value='a.example']", "domain a.example"],
    ["[ipv4-addr:value='198.51.100.1']", "ip 198.51.100.1"],
    ["[ipv6-addr:value='2001:db8::/32']", "ip 2001:db8::/32"],
    ["[url:value='https://a.example/']", "url https://a.example/"],
    ["[email-addr:value='a@b.example']", "email a@b.example"],
    ["[email-message:from_ref.value='a@b.example']", "email a@b.example"],
    ["[process:name='bh']", "process bh"],
    ["[file:name='x']", "file-name x"],
    ["[file:path='/x/y']", "file-path /x/y"],
    ["[directory:path='/x/y']", "file-path /x/y"],
    [`[file:hashes.'SHA-256'='${sha256}']`, `hash ${sha256}`],
    [`[file:hashes.sha256='${sha256}']`, `hash ${sha256}`],
    [`[file:hashes."SHA-256" = '${sha256}']`, `hash ${sha256}`],
    [`[file:hashes.MD5='${"a".repeat(32)}']`, `hash ${"a".repeat(32)}`],
    [`[app:cert.sha1='${"A".repeat(40)}']`, `certificate ${"A".repeat(40)}`],
    [`[x509-certificate:hashes.'SHA-1'='${"a".repeat(40)}']`, `certificate ${"a".repeat(40)}`],
    ["[app:id='com.x']", "app-id com.x"],
    ["[android-property:name='sys.x']", "property sys.x"],
    ["[configuration-profile:id='X']", "profile-id X"],
    [
      "[network-traffic:dst_ref.type='ipv4-addr' AND network-traffic:dst_ref.value='198.51.100.1']",
      "domain 198.51.100.1",
    ],
    ["[domain-name:value IN ('a.example','b.example')]", "domain a.example", "domain b.example"],
    ["[domain-name:value='a.example'] OR [ipv4-addr:value='198.51.100.1']", "domain a.example", "ip 198.51.100.1"],
    ["[file:parent_directory_ref.path='/x/y/' AND file:name='z']", "file-path /x/y/z"],
    ["[file:name='z' AND file:path='/x/y/z']", "file-path /x/y/z"],
    [
      `[file:hashes.MD5='${"a".repeat(32)}' AND file:hashes.'SHA-256'='${sha256}']`,
      `hash ${"a".repeat(32)}`,
      `hash ${sha256}`,
    ],
    ["[process:name='x' AND process:name='x']", "process x"],
    [`[file:name='x' AND file:hashes.'SHA-256'='${sha256}' AND file:size=5]`, `hash ${sha256}`],
    ["[domain-name:value='a.example' AND domain-name:resolves_to_refs[*].value='198.51.100.1']", "domain a.example"],
    ["[network-traffic:dst_ref.value='198.51.100.1' AND network-traffic:dst_port=443]", "domain 198.51.100.1"],
    ["[ipv4-addr:value ISSUBSET '198.51.0.0/16']", "ip 198.51.0.0/16"],
  ] as const) {
    assert.deepEqual(signs(pattern), expected, pattern);
    assert.deepEqual(patternSigns(pattern).unsupported, [], pattern);
  }
});

test("what one value cannot tell is left out and said, never widened", () => {
  for (const pattern of [
    "[domain-name:value='a.example' AND url:value!='https://a.example/']",
    "[domain-name:value IN ('a.example','b.example') AND process:name='x']",
    "[domain-name:value='a.example'] AND [domain-name:value='b.example']",
    "[domain-name:value='a.example'] FOLLOWEDBY [domain-name:value='b.example']",
    "[file:name='z'] AND [file:path='/x/y']",
    "[domain-name:value MATCHES '.*']",
    "[domain-name:value != 'a.example']",
    "[ipv4-addr:value NOT ISSUBSET '10.0.0.0/8']",
    "[domain-name:value ISSUBSET '10.0.0.0/8']",
    "[file:name='x' AND file:size=5]",
    "[file:name!='x' AND file:hashes.MD5='d41d8cd98f00b204e9800998ecf8427e']",
    "[process:name='x' AND domain-name:resolves_to_refs[*].value='198.51.100.1']",
    "[domain-name:value='a.example'] AND [domain-name:resolves_to_refs[*].value='198.51.100.1']",
    "[windows-registry-key:key='x']",
    "[file:hashes.SSDEEP='3:abc:def']",
    "[file:hashes.MD5='abc']",
    "[file:constructor='x']",
    "[__proto__:toString='x']",
    "[file:hashes.MD5='d41d8cd98f00b204e9800998ecf8427e' AND windows-registry-key:key='x']",
  ]) {
    const r = patternSigns(pattern);
    assert.deepEqual([r.signs, r.unsupported.length], [[], 1], pattern);
  }
  const part = patternSigns("[domain-name:value='a.example' OR domain-name:value LIKE '%b%']");
  assert.deepEqual([part.signs.length, part.unsupported], [1, ["domain-name:value LIKE"]]);
});

test("a server with what no device shows of it is a lead at most", async () => {
  const { compiled, problems } = await compileText(
    bundle([
      indicator("[domain-name:value='a.example' AND domain-name:resolves_to_refs[*].value='198.51.100.1']"),
      indicator("[domain-name:value='b.example']"),
    ]),
  );
  assert.deepEqual(problems, []);
  const m = createMatcher(compiled);
  const of = (value: string) => m.match({ type: "domain", value, contact: "visited" })[0]!;
  assert.equal(levelOf(of("a.example"), "visited"), "lead");
  assert.equal(levelOf(of("b.example"), "visited"), "targeted");
  assert.deepEqual(hits(m, "ip", "198.51.100.1"), []);
});

test("different things in one pattern: a hit where one record shows all of them", async () => {
  const link: Observable = { type: "url", value: "https://www.a.example/x", contact: "received" };
  const from: Observable = { type: "email", value: "Spy@mail.example", contact: "received" };
  const other: Observable = { type: "email", value: "friend@mail.example", contact: "received" };
  const pattern = "[email-addr:value='spy@mail.example' AND domain-name:value='a.example']";
  const { compiled, problems } = await compileText(bundle([indicator(pattern)]));
  assert.deepEqual(problems, []);
  const m = createMatcher(structuredClone(compiled));
  const met = (record: readonly Observable[]): number => record.flatMap((o) => m.match(o, record)).length;
  assert.deepEqual([[link], [from], [link, other], [link, from], [other, from, link]].map(met), [0, 0, 0, 1, 1]);
  assert.deepEqual(m.match(link), [], "alone it is none");

  // The order of the parts is no content; the parts are.
  const same = "[domain-name:value='A.example' AND email-addr:value='SPY@mail.example']";
  const [a, b, c, d] = await Promise.all(
    [[pattern], [same], [pattern, same], ["[domain-name:value='a.example']"]].map(async (patterns) => {
      const made = await compileText(bundle(patterns.map((p) => indicator(p))));
      return [made.compiled.sha256, made.compiled.sets[0]!.count] as const;
    }),
  );
  assert.deepEqual([b, c], [a, a]);
  assert.notEqual(d![0], a![0]);

  // A sign of the same value alone stands beside it; a part that is no value costs the pattern.
  const both = await compileText(
    bundle([
      indicator(pattern),
      indicator("[domain-name:value='a.example']"),
      indicator("[domain-name:value='com' AND process:name='x']"),
    ]),
  );
  assert.deepEqual(
    both.problems.map((p) => p.code),
    ["indicator-value"],
  );
  const two = createMatcher(both.compiled);
  assert.equal(two.match(link, [link]).length, 1);
  assert.equal(two.match(link, [link, from]).length, 2);
});

test("objects that are wrong cost themselves", async () => {
  const { compiled, problems } = await compileText(
    bundle([
      null as never,
      5 as never,
      [] as never,
      {},
      { type: "indicator" },
      indicator("[domain-name:value='com']"),
      indicator("title: sigma", { pattern_type: "sigma" }),
      indicator("[domain-name:value='benign.example']", { indicator_types: ["benign"] }),
      { type: "relationship", relationship_type: "indicates" },
      { type: "malware", id: 5, name: {}, object_refs: 7 },
      indicator("[domain-name:value='x.example']", {
        modified: 5,
        valid_until: "tomorrow",
        object_marking_refs: [1, "marking-definition--__proto__"],
        labels: 5,
      }),
    ]),
  );
  assert.deepEqual(
    problems.map((p) => p.code),
    ["stix-object", "stix-object", "stix-object", "stix-object", "stix-object", "indicator-value", "stix-pattern"],
  );
  assert.deepEqual(hits(createMatcher(compiled), "domain", "x.example"), ["x.example"]);
  assert.equal(compiled.sets[0]!.count, 1);
});

test("a list of bundles is read; objects without a sign are said", async () => {
  const inner = bundle([indicator("[domain-name:value='a.example']")]);
  const { compiled, problems } = await compileText(`[${inner},${inner}]`);
  assert.deepEqual([compiled.sets[0]!.count, problems], [1, []]);
  const bare = await compileText(bundle([{ type: "malware", id: "malware--1", name: "M" }]));
  assert.deepEqual(
    bare.problems.map((p) => [p.code, p.found]),
    [["indicator-file", "1 objects, no sign"]],
  );
});
