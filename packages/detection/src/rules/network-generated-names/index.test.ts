import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row } from "../../network/network.fixture.ts";
import { generatedNames as rule } from "./index.ts";

const asked = (name: string, rcode: number, type = "A"): Row => [
  "names",
  "lookup",
  { name, rcode, type, client: "192.168.1.20" },
];
const there = Array.from({ length: 40 }, (_, i) => asked(`sitio${i}.example`, 0));
const made = (n: number, of = (i: number): string => `x${i}kq7hbw2.test`) =>
  Array.from({ length: n }, (_, i) => asked(of(i), 3));
const said = (rows: readonly Row[]) => levels(rule, judge(rule, rows));

test("ten sites that do not exist are a lead, nine are none", () => {
  assert.deepEqual(said([...there, ...made(10)]), ["lead nxdomain 192.168.1.20"]);
  assert.deepEqual(said([...there, ...made(9)]), []);
  assert.equal(judge(rule, [...there, ...made(40)])[0]!.params!.count, 40);
});

test("one site, short ones, the own network, names without a dot, other types: nothing", () => {
  assert.deepEqual(said([...there, ...made(40, (i) => `h${i}.listanegra.example`)]), []);
  assert.deepEqual(said([...there, ...made(40, (i) => `ab${i}.test`)]), []);
  assert.deepEqual(said([...there, ...made(40, (i) => `impresora${i}.lan`)]), []);
  assert.deepEqual(said([...there, ...made(40, (i) => `abcdefgh${i}`)]), []);
  assert.deepEqual(said([...there, ...made(40).map(([a, k, f]): Row => [a, k, { ...f, type: "TXT" }])]), []);
});

test("where nothing exists the network is so; a site that is there under another name counts as there", () => {
  assert.deepEqual(said([...there.slice(0, 5), ...made(12)]), []);
  const both = Array.from({ length: 12 }, (_, i) => asked(`www.x${i}kq7hbw2.test`, 0));
  assert.deepEqual(said([...there, ...made(12), ...both]), []);
});
