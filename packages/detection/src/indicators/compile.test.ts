import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { compileIndicators } from "./compile.ts";
import { bundle, compileText, hits, indicates, indicator, named, stream } from "./indicators.fixture.ts";
import { createMatcher } from "./matcher.ts";
import { readIndicators } from "./readers.ts";

const spy = named("malware", "SpyA");
const signs = [
  indicator("[domain-name:value='a.evil.example']"),
  indicator("[process:name='evild']"),
  indicator("[ipv4-addr:value='198.51.100.0/24']"),
  indicator("[file:hashes.md5='d41d8cd98f00b204e9800998ecf8427f']"),
  indicator("[url:value='https://evil.example/x']"),
];
const links = signs.map((s) => indicates(s, spy));

test("the hash tells content, not order, repetition or ids", async () => {
  const { compiled: a } = await compileText(bundle([spy, ...signs, ...links]));
  const { compiled: b } = await compileText(
    bundle([...links.toReversed(), ...signs.toReversed(), spy, signs[1]!, links[0]!]),
  );
  const again = signs.map((s) => indicator(String(s.pattern)));
  const { compiled: c } = await compileText(
    bundle([...again, ...again.map((s) => indicates(s, spy)), spy, ...signs, ...links]),
  );
  for (const x of [b, c]) {
    assert.equal(x.sha256, a.sha256);
    assert.deepEqual(x.sets, a.sets);
    assert.deepEqual([...x.counts], [...a.counts]);
  }
  assert.equal(a.sets[0]!.count, 5);
  const { compiled: d } = await compileText(bundle([spy, ...signs.slice(1), ...links]));
  assert.notEqual(d.sha256, a.sha256);
  assert.notEqual((await compileText(bundle(signs))).compiled.sha256, a.sha256, "the campaign is content");
});

test("the hash of a set can be made with ordinary tools", async () => {
  const { compiled } = await compileText("sys.x\n", "properties.txt");
  assert.equal(
    compiled.sets[0]!.sha256,
    createHash("sha256").update("property\tsys.x\t\timplant\tspyware\t\t0\t\n").digest("hex"),
  );
});

test("names come from malware, else campaign, else report, before or after their signs", async () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((x) => indicator(`[domain-name:value='${x}.evil.example']`)) as [
    typeof spy,
    typeof spy,
    typeof spy,
    typeof spy,
  ];
  const campaign = named("campaign", "Op X");
  const report = named("report", "Report Y", { object_refs: [b.id, c.id, "malware--x"] });
  const { compiled } = await compileText(
    bundle([report, indicates(a, campaign), a, indicates(b, campaign), indicates(a, spy), b, c, d, campaign, spy]),
  );
  const m = createMatcher(compiled);
  const of = (host: string): string | undefined =>
    m.match({ type: "domain", value: host, contact: "received" })[0]?.campaign;
  assert.deepEqual(
    [of("a.evil.example"), of("b.evil.example"), of("c.evil.example"), of("d.evil.example")],
    ["SpyA", "Op X", "Report Y", undefined],
  );
  assert.deepEqual(compiled.counts.get("SpyA"), new Map([["domain", 1]]));
  assert.deepEqual(compiled.counts.get("set.stix2"), new Map([["domain", 1]]), "without a campaign: the set");
});

test("paths are counted by the folder that decides where they can show", async () => {
  const paths = ["/private/var/tmp/a", "/private/var/tmp/b/c", "/var/mobile/Library/x.plist"];
  const { compiled } = await compileText(bundle(paths.map((p) => indicator(`[file:path='${p}']`))));
  assert.deepEqual(
    new Map([...compiled.counts.get("set.stix2")!].sort()),
    new Map([
      ["file-path:/private/var/mobile", 1],
      ["file-path:/private/var/tmp", 2],
    ]),
  );
});

test("an arrow may go either way; others name nothing", async () => {
  const s = indicator("[domain-name:value='x.example']");
  const of = async (relationship: object): Promise<string | undefined> =>
    createMatcher((await compileText(bundle([s, spy, { ...indicates(s, spy), ...relationship }]))).compiled).match({
      type: "domain",
      value: "x.example",
      contact: "received",
    })[0]?.campaign;
  assert.equal(await of({ source_ref: spy.id, target_ref: s.id }), "SpyA");
  assert.equal(await of({ relationship_type: "related-to" }), "SpyA");
  assert.equal(await of({ relationship_type: "duplicate-of" }), undefined);
  assert.equal(await of({ revoked: true }), undefined);
});

test("of several versions the newest stands, in any order; a revoked sign matches nothing", async () => {
  const old = indicator("[domain-name:value='old.example']", { modified: "2024-01-01T00:00:00.100Z" });
  const newer = { ...old, pattern: "[domain-name:value='new.example']", modified: "2024-01-01T00:00:00.200Z" };
  const gone = indicator("[domain-name:value='gone.example']");
  const revoked = { ...gone, revoked: true, modified: "2025-01-01T00:00:00Z" };
  for (const objects of [
    [old, newer, gone, revoked],
    [newer, old, revoked, gone],
  ]) {
    const m = createMatcher((await compileText(bundle(objects))).compiled);
    assert.deepEqual(
      ["old", "new", "gone"].map((h) => hits(m, "domain", `${h}.example`).length),
      [0, 1, 0],
    );
  }
});

test("a revocation holds in its own set: one file must not silence another", async () => {
  const s = indicator("[domain-name:value='x.example']");
  const report = (p: Problem): void => assert.fail(p.code);
  const compiled = await compileIndicators([
    readIndicators(stream(bundle([s])), "a", report),
    readIndicators(stream(bundle([{ ...s, revoked: true }])), "b", report),
  ]);
  assert.deepEqual(hits(createMatcher(compiled), "domain", "x.example"), ["x.example"]);
});

test("id, validity, marking and date are kept", async () => {
  const s = indicator("[domain-name:value='x.example']", {
    valid_until: "2025-06-01T00:00:00Z",
    modified: "2024-09-08T00:00:00Z",
    object_marking_refs: [
      "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
      "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
    ],
  });
  const { compiled } = await compileText(bundle([s]));
  const [i] = createMatcher(compiled).match({ type: "domain", value: "x.example", contact: "received" });
  assert.deepEqual(i, {
    id: s.id,
    type: "domain",
    value: "x.example",
    set: 0,
    grade: "spyware",
    role: "server",
    validUntil: "2025-06-01T00:00:00Z",
    tlp: "amber",
  });
  assert.equal(compiled.sets[0]!.date, "2024-09-08");
});

test("signs without an id of their own get one that depends on the sign alone", async () => {
  const one = async (text: string): Promise<string> =>
    createMatcher((await compileText(text, "domains.txt")).compiled).match({
      type: "domain",
      value: "x.example",
      contact: "received",
    })[0]!.id;
  assert.equal(await one("x.example\n"), await one("a.example\nX.example.\n"));
});

test("a compiled set survives structured clone", async () => {
  const { compiled } = await compileText(bundle([spy, ...signs, ...links]));
  const m = createMatcher(structuredClone(compiled));
  assert.deepEqual(hits(m, "url", "http://www.a.evil.example/"), ["a.evil.example"]);
  assert.deepEqual(m.compiled.counts, compiled.counts);
});

test("one campaign in two sets is counted once", async () => {
  const report = (p: Problem): void => assert.fail(p.code);
  const text = bundle([spy, ...signs, ...links]);
  const compiled = await compileIndicators([
    readIndicators(stream(text), "a", report),
    readIndicators(stream(text), "b", report),
  ]);
  assert.deepEqual(
    [...compiled.counts.get("SpyA")!.values()].reduce((x, y) => x + y),
    5,
  );
  assert.deepEqual(
    compiled.sets.map((s) => s.count),
    [5, 5],
  );
  assert.deepEqual(
    createMatcher(compiled)
      .match({ type: "process", value: "evild", contact: "ran" })
      .map((i) => i.set),
    [0, 1],
  );
});

test("the error of a source passes on: half a list is no list", async () => {
  async function* broken(): AsyncIterable<Uint8Array> {
    yield Buffer.from('{"objects":[');
    throw new Error("disk");
  }
  await assert.rejects(compileIndicators([readIndicators(broken(), "x", () => {})]), /disk/);
});

test("a hostile set: one value of thousands of campaigns, names without end", async () => {
  const many = Array.from({ length: 3000 }, (_, i) => named("malware", `Name ${i}`));
  const objects = many.flatMap((m) => {
    const s = indicator("[domain-name:value='a.evil.example']");
    return [m, s, indicates(s, m)];
  });
  const { compiled, problems } = await compileText(bundle(objects));
  assert.deepEqual(problems, []);
  const m = createMatcher(compiled);
  const before = process.cpuUsage();
  for (let i = 0; i < 2000; i++)
    assert.equal(m.match({ type: "url", value: `https://a.evil.example/${i}`, contact: "received" }).length, 100);
  const { user } = process.cpuUsage(before);
  assert.ok(user < 3_000_000, `${user} µs: a hit is not dearer the more campaigns claim it`);

  let names = `{"objects":[${JSON.stringify(signs[0])}`;
  for (let i = 0; i < 50_100; i++) names += `,{"type":"malware","id":"malware--${i}","name":"N${i}"}`;
  const bounded = await compileText(`${names}]}`);
  assert.deepEqual(bounded.problems, [{ code: "stix-object", found: "100 names and links more", lost: "bytes" }]);
  assert.equal(bounded.compiled.sets[0]!.count, 1);
});

test("nothing to match with", async () => {
  const compiled = await compileIndicators([]);
  assert.deepEqual(
    createMatcher(compiled).match({ type: "url", value: "https://evil.example/", contact: "opened" }),
    [],
  );
});
