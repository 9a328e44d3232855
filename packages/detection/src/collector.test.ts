import assert from "node:assert/strict";
import { test } from "node:test";
import { createCollector, MAX_RECORDS, mergeCollected } from "./collector.ts";
import { matching, met, moment, record, rule, sign } from "./detection.fixture.ts";

test("one hit per sign, with its count and its first 100 records", () => {
  const c = createCollector(matching(sign()), []);
  for (let i = 0; i < 250; i++) c.take("ios/x", record([met("visited")], moment(i)), i);
  const [hit, ...more] = [...c.collected.hits.values()];
  assert.equal(more.length, 0);
  assert.deepEqual([hit!.count, hit!.records.length, hit!.records[99]!.ordinal], [250, MAX_RECORDS, 99]);
  assert.deepEqual(hit!.records[7], {
    artifact: "ios/x",
    ordinal: 7,
    origin: { file: 0, at: { table: "t", row: 1 } },
    at: moment(7),
  });
});

test("a record counts once, however many of its values meet the sign, also beyond the first 100", () => {
  const c = createCollector({ match: () => [sign()] }, []);
  for (let i = 0; i < 150; i++)
    c.take("ios/x", record([met("visited", "a"), met("visited", "b"), met("received", "c")]), i);
  const [hit] = c.collected.hits.values();
  assert.equal(hit!.count, 150);
  assert.deepEqual(hit!.top.seen, "a");
});

test("the strongest meeting stands for the hit: by level, then by how it met, whatever came first", () => {
  const orders = [
    ["received", "visited", "listed"],
    ["visited", "listed", "received"],
    ["listed", "received", "visited"],
  ] as const;
  for (const order of orders) {
    const c = createCollector(matching(sign()), []);
    for (const [i, contact] of order.entries()) c.take("ios/x", record([met(contact)]), i);
    const [hit] = c.collected.hits.values();
    assert.deepEqual([hit!.top.level, hit!.top.contact], ["targeted", "visited"]);
    assert.deepEqual([...hit!.contacts].sort(), ["listed", "received", "visited"]);
    assert.equal(hit!.count, 3);
  }
});

test("of a vendor's page and a server of one address, the server stands where it weighs more", () => {
  const both = [sign({ role: "vendor", campaign: "Tienda", id: "v" }), sign({ set: 1, campaign: "Pegasus", id: "s" })];
  const c = createCollector({ match: () => both }, []);
  c.take("ios/x", record([met("visited")]), 0);
  const [hit] = c.collected.hits.values();
  assert.deepEqual([hit!.top.level, hit!.top.indicator.campaign, hit!.indicators.length], ["targeted", "Pegasus", 2]);
});

test("two families of one list that share a sign are both kept, though they share its id", () => {
  const both = [sign({ campaign: "Uno" }), sign({ campaign: "Dos" }), sign({ campaign: "Uno" })];
  const c = createCollector({ match: () => both }, []);
  c.take("ios/x", record([met("visited")]), 0);
  const [hit] = c.collected.hits.values();
  assert.deepEqual(
    hit!.indicators.map((i) => i.campaign),
    ["Uno", "Dos"],
  );
});

test("a process that comes with Android is no sign there, as a file or on an iPhone it is", () => {
  const name = sign({ type: "process", role: "implant", value: "gatekeeperd" });
  const hits = (artifact: string, type: "process" | "file-path") => {
    const c = createCollector(matching(name), []);
    c.take(artifact, record([met("ran", "gatekeeperd", type)]), 0);
    return c.collected.hits.size;
  };
  assert.deepEqual(
    [hits("android/processes", "process"), hits("android/processes", "file-path"), hits("ios/x", "process")],
    [0, 1, 1],
  );
});

test("a meeting that says nothing is no hit", () => {
  const c = createCollector(matching(sign({ role: "account", type: "email" })), []);
  c.take("ios/x", record([met("installed")]), 0);
  assert.equal(c.collected.hits.size, 0);
});

test("twenty thousand weak signs do not push out a strong one, and what is lost is counted", () => {
  const weak = Array.from({ length: 20_050 }, (_, i) => sign({ role: "vendor", value: `w${i}`, id: `w${i}` }));
  const byValue = new Map([...weak, sign({ value: "strong", role: "implant" })].map((s) => [s.value, s]));
  const c = createCollector({ match: (o) => (byValue.has(o.value) ? [byValue.get(o.value)!] : []) }, []);
  for (const [i, s] of weak.entries()) c.take("ios/x", record([met("visited", s.value)]), i);
  c.take("ios/x", record([met("ran", "strong")]), weak.length);
  assert.equal(c.collected.lost, 50);
  assert.equal(c.collected.hits.size, 20_001);
  const merged = mergeCollected([c.collected, c.collected], []);
  assert.deepEqual([merged.lost, merged.hits.size], [100, 20_001]);
  assert.equal(merged.hits.get("domain strong")!.count, 2);
});

test("facts reach their rule in order, within its budget", () => {
  const c = createCollector(matching(), [rule(), rule({ id: "test/other", needs: ["ios/y"] })]);
  for (let i = 0; i < 10; i++) c.take("ios/x", record([]), i);
  assert.deepEqual(c.collected.facts.get("test/rule"), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual([...c.collected.spent], []);
  c.take("ios/x", record([]), 10);
  assert.deepEqual([...c.collected.spent], ["test/rule"]);
  assert.equal(c.collected.facts.get("test/rule")!.length, 10);
  assert.equal(c.collected.facts.has("test/other"), false);
});

test("equal facts of `once` are kept once, in one thread and over all, and cost the budget once", () => {
  const once = rule({ budget: 2, fact: (_, r) => r().ordinal % 2, once: String });
  const parts = [0, 1].map(() => {
    const c = createCollector(matching(), [once]);
    for (let i = 0; i < 50; i++) c.take("ios/x", record([]), i);
    return c.collected;
  });
  assert.deepEqual(parts[0]!.facts.get("test/rule"), [0, 1]);
  const merged = mergeCollected(parts, [once]);
  assert.deepEqual([merged.facts.get("test/rule"), [...merged.spent]], [[0, 1], []]);
});

test("parts are joined in the order given, within the same bounds", () => {
  const part = (contact: "visited" | "received", n: number) => {
    const c = createCollector(matching(sign(), sign({ set: 1, id: "s2" })), [rule()]);
    for (let i = 0; i < n; i++) c.take("ios/x", record([met(contact)]), i);
    return c.collected;
  };
  const merged = mergeCollected([part("received", 80), part("visited", 80)], [rule()]);
  const [hit] = merged.hits.values();
  assert.deepEqual([hit!.count, hit!.records.length, hit!.records[80]!.ordinal], [160, 100, 0]);
  assert.deepEqual([hit!.top.contact, hit!.top.indicator.set, hit!.indicators.length], ["visited", 0, 2]);
  assert.deepEqual(hit!.contacts, ["received", "visited"]);
  assert.equal(merged.facts.get("test/rule")!.length, 10);
  assert.ok(merged.spent.has("test/rule"));
});

test("parts stay as they were when they are joined", () => {
  const c = createCollector(matching(sign()), []);
  c.take("ios/x", record([met("visited")]), 0);
  const before = structuredClone(c.collected);
  mergeCollected([c.collected, c.collected], []);
  assert.deepEqual(c.collected, before);
});
