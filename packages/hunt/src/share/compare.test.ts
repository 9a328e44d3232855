/** Two labs find what they share, and their files tell nothing else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { linkCases } from "../links/build.ts";
import { ASOF, huntOf, memorySource, signsOf, type World, world } from "../links/world.fixture.ts";
import { type Comparable, comparables, comparedKey, compareFile, compareWith, readCompareFile } from "./compare.ts";
import { phonesOf, signsOfMany } from "./signs.ts";

const SECRET = new Uint8Array(32).fill(7);
const OTHER = new Uint8Array(32).fill(8);

const made = new Map<number, Promise<Comparable[]>>();
/** Worlds of forty phones, each made once. */
function labOf(seed: number): Promise<Comparable[]> {
  let of = made.get(seed);
  if (!of) {
    of = lab(world(seed, 40));
    made.set(seed, of);
  }
  return of;
}

async function lab(w: World): Promise<Comparable[]> {
  const hunt = huntOf(w, await signsOf(w));
  const links = await linkCases({ source: memorySource(w), lab: hunt.lab, cases: w.labCases, hunt, asOf: ASOF });
  return comparables(links, signsOfMany(hunt, phonesOf(w.labCases), ASOF));
}

const bytesOf = (of: Comparable[], name = "00112233aabbccdd"): Uint8Array => compareFile(of, SECRET, name);

test("two labs that met the same operator learn it from each other", async () => {
  // Worlds of other people; the planted operators are the same ones.
  const [a, b] = [await labOf(1), await labOf(5)];
  const ab = compareWith(a, readCompareFile(bytesOf(b, "a lab"), SECRET), SECRET);
  const ba = compareWith(b, readCompareFile(bytesOf(a, "another"), SECRET), SECRET);
  const shared = ab.shared.map((c) => c.text);
  assert.deepEqual(
    ba.shared.map((c) => c.text),
    shared,
  );
  const texts = new Set(b.map((c) => c.text));
  assert.deepEqual(
    shared,
    a.map((c) => c.text).filter((t) => texts.has(t)),
  );
  assert.ok(shared.includes("d:a.known-two.example"));
  assert.ok(
    shared.some((t) => t.includes("unknown-one.example")),
    shared.join(" "),
  );
});

test("only kinds that say nothing of who knows whom, and no value of one phone", async () => {
  const of = await labOf(1);
  assert.ok(of.length > 5);
  for (const c of of) {
    assert.match(c.text, /^[cdhijkm]:/);
    assert.ok(c.sign || c.phones >= 2, c.text);
    assert.doesNotMatch(c.text, /own\d+-|5215|192\.168/);
  }
});

test("the file: sorted keys, a round number of them, no value in clear, the same each time", async () => {
  const of = await labOf(1);
  const file = bytesOf(of);
  assert.equal(file.length, 28 + 1024 * 8);
  assert.deepEqual(bytesOf([...of].reverse()), file);
  const text = Buffer.from(file).toString("latin1");
  for (const c of of) assert.ok(!text.includes(c.text.slice(2)), c.text);
  // Fewer values, the same size; what fills it up stays the same.
  const less = readCompareFile(bytesOf(of.slice(1)), SECRET);
  const all = readCompareFile(file, SECRET);
  assert.equal(less.length, all.length);
  const left = new Set(less);
  const gone = [...all].filter((k) => !left.has(k));
  assert.deepEqual(gone, [comparedKey(SECRET, of[0]!.text)]);
  const many = Array.from({ length: 1500 }, (_, i) => ({ text: `d:x${i}.example`, phones: 2, sign: false }));
  assert.equal(readCompareFile(bytesOf(many), SECRET).length, 2048);
  // Another secret gives other keys, and another lab other filling.
  assert.notEqual(comparedKey(SECRET, "d:evil.example"), comparedKey(OTHER, "d:evil.example"));
  const filling = (name: string): BigUint64Array => readCompareFile(bytesOf([], name), SECRET);
  const ofY = new Set(filling("y"));
  assert.equal([...filling("x")].filter((k) => ofY.has(k)).length, 0);
});

test("who has the secret can try names, who has not learns the size alone", async () => {
  const of = await labOf(1);
  const theirs = readCompareFile(bytesOf(of), SECRET);
  // What the guide warns of: a guess that is right is found.
  assert.ok(theirs.includes(comparedKey(SECRET, "d:a.known-two.example")));
  const known = new Set(theirs);
  for (const c of of) assert.ok(!known.has(comparedKey(OTHER, c.text)));
  assert.throws(() => readCompareFile(bytesOf(of), OTHER), { code: "lab-secret" });
});

test("a file that is none, or is damaged, is refused", () => {
  const good = bytesOf([{ text: "d:evil.example", phones: 2, sign: true }]);
  const with_ = (change: (b: Uint8Array) => Uint8Array): void => {
    assert.throws(() => readCompareFile(change(Uint8Array.from(good)), SECRET), { code: "usage" });
  };
  with_(() => new Uint8Array(0));
  with_((b) => b.subarray(0, 27));
  with_((b) => b.subarray(0, b.length - 1));
  with_((b) => b.fill(0x41, 0, 8));
  with_((b) => b.fill(0xff, 24, 28));
  with_((b) => {
    b.copyWithin(28, 36, 44);
    return b;
  });
});
