import assert from "node:assert/strict";
import { test } from "node:test";
import { flow, parse } from "../items.fixture.ts";
import { paceOf } from "./destinations.ts";
import { connections } from "./index.ts";

const of = (kind: string, items: Parameters<typeof parse>[1]) =>
  parse(connections, items).records.filter((r) => r.kind === kind);

test("an address was visited where nobody knows its name, is shared under one, and at home is no sign", () => {
  const observed = of("flow", [
    flow(0),
    flow(1, { host: "sitio.example" }),
    flow(2, { resolved: "sitio.example" }),
    flow(3, {}, "192.168.1.1"),
    flow(4, {}, "fe80::1"),
    flow(5, {}, "2001:db8::5"),
  ]).map((r) => r.observables.map((o) => `${o.value} ${o.contact}`).join());
  assert.deepEqual(observed, [
    "203.0.113.7 visited",
    "203.0.113.7 shared",
    "203.0.113.7 shared",
    "",
    "",
    "2001:db8::5 visited",
  ]);
});

test("calls to one server are summed up: how many, how long, how evenly, in whatever order they ended", () => {
  const calls = [5, 3, 8, 0, 7, 1, 2, 6, 4, 9].map((i) => flow(300 * i + (i % 2), { host: "paso.example" }));
  const [d, ...more] = of("destination", [...calls, flow(50, { seconds: 2000, host: "otro.example" })]);
  assert.equal(more.length, 1);
  const f = d!.fields;
  assert.deepEqual(
    [f.name, f.count, f.visits, f.up, f.down, f.nameless],
    ["paso.example", 10, 10, 3000, 9000, undefined],
  );
  assert.deepEqual([f.even, f.upAlike, f.downAlike], [1, 1, 1]);
  assert.ok((f.spread as number) < 0.01 && Math.abs((f.period as number) - 300) <= 1, `${f.spread} ${f.period}`);
  assert.equal(d!.at!.seen, "1700000000.000000000");
  assert.deepEqual(d!.origin.at, { packet: 1, offset: 124 });
  assert.deepEqual([more[0]!.fields.longest, more[0]!.fields.period], [2000, undefined]);
});

test("several servers behind one name are one destination, two ports are two, servers at home none", () => {
  const d = of("destination", [
    flow(0, { host: "a.example" }),
    flow(9, { host: "a.example" }, "203.0.113.8"),
    flow(10, { host: "a.example" }, "203.0.113.8", 8443),
    flow(11, {}, "10.0.0.1"),
    flow(12),
  ]);
  assert.deepEqual(
    d.map((r) => [r.fields.name, r.fields.port, r.fields.servers, r.fields.nameless]),
    [
      ["a.example", 443, ["203.0.113.7", "203.0.113.8"], undefined],
      ["a.example", 8443, ["203.0.113.8"], undefined],
      [undefined, 443, ["203.0.113.7"], true],
    ],
  );
});

test("a pace: calls that begin together are one visit; a call that was sent twice spoils nothing; chance has none", () => {
  const even = Array.from({ length: 12 }, (_, i) => [60 * i, 100, 500]).flat();
  assert.deepEqual(paceOf(even), { visits: 12, period: 60, spread: 0, even: 1, upAlike: 1, downAlike: 1 });
  const pairs = Array.from({ length: 12 }, (_, i) => [60 * i, 50, 250, 60 * i + 0.2, 50, 250]).flat();
  assert.deepEqual(paceOf(pairs), paceOf(even));
  const twice = even.with(1, 200);
  assert.deepEqual([paceOf(twice).upAlike, paceOf(twice).spread], [0.92, 0]);
  const chance = [0, 7, 100, 130, 400, 410, 900, 2000].flatMap((at, i) => [at, 100 * i, 10]);
  assert.ok(paceOf(chance).spread! > 0.3 && paceOf(chance).upAlike! < 0.5);
  assert.deepEqual(paceOf([0, 1, 1, 60, 1, 1]), { visits: 2 });
});

test("more servers than the limit are told as lost", () => {
  function* many() {
    for (let i = 0; i < 20_002; i++) yield flow(i, { host: `h${i}.example` });
  }
  const { records, problems } = parse(connections, many());
  assert.equal(records.filter((r) => r.kind === "destination").length, 20_000);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["record-limit", "2 more"]],
  );
});
