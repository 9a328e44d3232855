import assert from "node:assert/strict";
import { test } from "node:test";
import { asks, parse, told } from "../items.fixture.ts";
import { names } from "./index.ts";
import { MAX_NAMES } from "./seen.ts";

const long = (i: number, zone: string): string => `${i.toString(36).padStart(4, "0")}${"abcdefgh".repeat(4)}.${zone}`;

test("one record for a name, type and machine: how often, what was told, names that it is an alias of", () => {
  const { records } = parse(names, [
    asks(0, "wWw.Malo.Example"),
    told(1, "www.malo.example", [{ type: 5, target: "Otro.example" }, { address: Uint8Array.of(203, 0, 113, 9) }]),
    asks(60, "www.malo.example"),
    told(61, "www.malo.example", [{ address: Uint8Array.of(203, 0, 113, 9) }]),
    asks(62, "www.malo.example", "aaaa"),
    asks(63, "nadie.example"),
    told(64, "nadie.example", [], { rcode: 3 }),
  ]);
  assert.equal(records.length, 3);
  const [www, six, none] = records.map((r) => r.fields);
  const { name, count, answers, aliases, answered, rcode, bytes, client, mac } = www!;
  assert.deepEqual([name, count, answers, aliases], ["wWw.Malo.Example", 2, ["203.0.113.9"], ["otro.example"]]);
  assert.deepEqual([answered, rcode, bytes, client, mac], [true, 0, 12, "192.168.1.20", "3a:00:00:00:00:20"]);
  assert.deepEqual([six!.type, six!.answered], ["AAAA", false]);
  assert.deepEqual([none!.rcode, none!.answered], [3, true]);
  assert.deepEqual(records[0]!.observables, [
    { type: "domain", value: "www.malo.example", contact: "looked-up" },
    { type: "domain", value: "otro.example", contact: "looked-up" },
  ]);
  assert.equal(records[0]!.at!.seen, "1700000000.000000000");
  assert.deepEqual(records[0]!.origin.at, { packet: 1, offset: 124 });
});

test("neighbours that are asked are no look-up; an answer without its question is one", () => {
  const mdns = { ...asks(0, "impresora.local"), over: "mdns" as const };
  const { records } = parse(names, [mdns, told(1, "solo.example")]);
  assert.deepEqual(
    records.map((r) => [r.fields.name, r.fields.count, r.fields.answered]),
    [["solo.example", 0, true]],
  );
});

test("many long names of one zone are told as a zone, as deep as nearly all of them go", () => {
  const items = Array.from({ length: 40 }, (_, i) => [
    asks(2 * i, long(i, "t1.paquetes.example"), "txt"),
    told(2 * i + 1, long(i, "t1.paquetes.example"), [{ type: 16, length: 150 }], {}, "txt"),
  ]).flat();
  const { records } = parse(names, [...items, asks(90, long(99, "otro.example"))]);
  const zones = records.filter((r) => r.kind === "zone");
  assert.equal(zones.length, 1);
  const f = zones[0]!.fields;
  assert.deepEqual(
    [f.name, f.names, f.letters, f.bytes, f.carriers, f.unanswered],
    ["t1.paquetes.example", 40, 40 * 36, 6000, 40, 0],
  );
});

test("names that begin alike and end nowhere are a zone of their own; nineteen are none", () => {
  const name = (i: number): string => `dnscat.${long(i, "x").slice(0, 30)}.${(i + 4096).toString(16)}ff.${i}a`;
  const of = (n: number) =>
    parse(
      names,
      Array.from({ length: n }, (_, i) => asks(i, name(i), "mx")),
    ).records;
  assert.deepEqual(
    of(25).flatMap((r) => (r.kind === "zone" ? [[r.fields.name, r.fields.names, r.fields.unanswered]] : [])),
    [["dnscat.*", 25, 25]],
  );
  assert.equal(of(19).filter((r) => r.kind === "zone").length, 0);
});

test("more names than the limit are told as lost", () => {
  function* many() {
    for (let i = 0; i < MAX_NAMES + 3; i++) yield asks(0, `n${i}.example`);
  }
  const { records, problems } = parse(names, many());
  assert.equal(records.length, MAX_NAMES);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["record-limit", "3 more"]],
  );
});

test("where there are many, those that nobody asks for are told early, each once, and zones know them still", () => {
  function* many() {
    for (let i = 0; i < 45_000; i++) yield asks(i, i < 40 ? long(i, "t.paquetes.example") : `n${i}.example`, "txt");
    yield asks(45_000, "n50.example", "txt");
  }
  const { records, problems } = parse(names, many());
  const lookups = records.filter((r) => r.kind === "lookup");
  const together = records.flatMap((r) => (r.kind === "lookups" ? (r.fields.names as readonly string[]) : []));
  assert.deepEqual([lookups.length, together.length, problems.length], [44_961, 40, 0]);
  assert.deepEqual(
    records.flatMap((r) => (r.kind === "zone" ? [[r.fields.name, r.fields.names]] : [])),
    [["t.paquetes.example", 40]],
  );
});

test("names of one zone that come once, in types that carry data, are told fifty at a time: each with its packet and its time", () => {
  const asked = Array.from({ length: 60 }, (_, i) => `${(i + 4096).toString(16)}.T.paquetes.example`);
  const items = asked.flatMap((name, i) => [
    asks(2 * i, name, "cname"),
    ...(i === 3 ? [] : [told(2 * i + 1, name, [{ type: 5, target: `r${i}.t.paquetes.example` }], {}, "cname")]),
  ]);
  const { records } = parse(names, [asks(0, "sola.example"), ...items, asks(200, "otra.paquetes.example", "txt")]);
  assert.deepEqual(
    records.filter((r) => r.kind !== "zone").map((r) => r.kind),
    ["lookup", "lookups", "lookups", "lookup"],
  );
  const [, first, second] = records;
  const f = first!.fields;
  assert.deepEqual(
    [f.zone, f.type, f.client, f.count, f.unanswered, f.missing, f.bytes],
    ["paquetes.example", "CNAME", "192.168.1.20", 50, 1, 0, 49 * 4],
  );
  assert.deepEqual([f.names, second!.fields.names], [asked.slice(0, 50), asked.slice(50)]);
  assert.deepEqual((f.seconds as readonly number[]).slice(0, 4), [0, 2, 4, 6]);
  assert.equal(first!.at!.seen, "1700000000.000000000");
  assert.equal((f.last as { readonly seen: string }).seen, "1700000099.000000000");
  assert.equal((f.packets as readonly number[]).length, 50);
  assert.deepEqual(first!.origin.at, { packet: (f.packets as readonly number[])[0], offset: 124 });
  // Every name, and every name that it was told to be another one of, is compared with published signs.
  assert.deepEqual(
    first!.observables.map((o) => o.value),
    [...asked.slice(0, 50).map((n) => n.toLowerCase()), ...(f.aliases as readonly string[])],
  );
  assert.equal((f.aliases as readonly string[]).length, 49);
});

test("names without a zone that begin alike are told together, too; nineteen, those asked twice, and addresses are not", () => {
  const name = (i: number): string => `dnscat.${long(i, "x").slice(0, 30)}.${(i + 4096).toString(16)}ff.${i}a`;
  const of = (n: number, type: "mx" | "aaaa", more: readonly ReturnType<typeof asks>[] = []) =>
    parse(names, [...Array.from({ length: n }, (_, i) => asks(i, name(i), type)), ...more]).records.flatMap((r) =>
      r.kind === "lookups" ? [[r.fields.zone, r.fields.count]] : [],
    );
  assert.deepEqual(of(25, "mx"), [["dnscat.*", 25]]);
  assert.deepEqual(of(19, "mx"), []);
  assert.deepEqual(of(25, "mx", [asks(90, name(3), "mx")]), [["dnscat.*", 24]]);
  assert.deepEqual(of(25, "aaaa"), []);
});

test("names that were asked for over hours are told in records of ten minutes; one by itself alone", () => {
  const name = (i: number): string => `${(i + 4096).toString(16)}.t.paquetes.example`;
  const at = [0, 300, 600, 601, 4000, ...Array.from({ length: 20 }, (_, i) => 9000 + i)];
  const { records } = parse(
    names,
    at.map((seconds, i) => asks(seconds, name(i), "txt")),
  );
  const told = records.filter((r) => r.kind !== "zone");
  assert.deepEqual(
    told.map((r) => [r.kind, r.fields.count]),
    [
      ["lookups", 3],
      ["lookup", 1],
      ["lookup", 1],
      ["lookups", 20],
    ],
  );
  assert.deepEqual(
    told.flatMap((r) => (r.kind === "lookups" ? (r.fields.names as readonly string[]) : [r.fields.name as string])),
    at.map((_, i) => name(i)),
  );
  assert.deepEqual(told[0]!.fields.seconds, [0, 300, 600]);
});

test("names of many sites under an ending that everybody has are told alone; those of one site there together", () => {
  const kinds = (name: (i: number) => string): unknown[] =>
    parse(
      names,
      Array.from({ length: 25 }, (_, i) => asks(i, name(i), "mx")),
    ).records.map((r) => [r.kind, r.fields.zone ?? ""]);
  assert.deepEqual(
    kinds((i) => `sitio${i}.com.mx`),
    Array(25).fill(["lookup", ""]),
  );
  assert.deepEqual(
    kinds((i) => `n${i}.paquetes.com.mx`),
    [["lookups", "paquetes.com.mx"]],
  );
});
