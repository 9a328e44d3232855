import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMITS, type Problem, type RandomAccess } from "@contraluz/core";
import { asDict } from "@contraluz/formats/plist/get.ts";
import { bplist, xmlPlist } from "../../../../samples/lib/plist.ts";
import type { PlistItem } from "../artifact.ts";
import { memory } from "../artifacts.fixture.ts";
import { runPlist } from "./plist.ts";

async function run(source: Uint8Array | RandomAccess, subscribers = 1) {
  const problems: Problem[] = [];
  const items: PlistItem[] = [];
  const subs = Array.from({ length: subscribers }, () => ({ take: (i: PlistItem) => void items.push(i) }));
  const access = source instanceof Uint8Array ? memory(source) : source;
  const ok = await runPlist(access, subs, { file: 3, report: (p) => problems.push(p) });
  return { ok, items, problems };
}

test("binary and XML give the same, once for all subscribers", async () => {
  const value = { a: 1, b: ["x", { c: "y\u0000" }] };
  const source = memory(bplist(value));
  const binary = await run(source, 3);
  assert.deepEqual([binary.ok, binary.items.length, source.bytesRead], [true, 3, source.size]);
  assert.equal(binary.items[0], binary.items[2]);
  assert.deepEqual(binary.items[0]!.origin("a.b"), { file: 3, at: { key: "a.b" } });
  const xml = await run(xmlPlist({ a: 1, b: ["x"] }));
  assert.equal(asDict(xml.items[0]!.value)?.get("a"), 1);
});

test("one that is too large is not read at all", async () => {
  const huge: RandomAccess = {
    size: LIMITS.plistBytes + 1,
    read: () => assert.fail("read"),
  };
  const { ok, items, problems } = await run(huge);
  assert.deepEqual([ok, items.length], [false, 0]);
  assert.deepEqual(problems, [{ code: "too-large", found: "67108865", expected: "<= 67108864", lost: "file" }]);
});

test("damage: nothing readable says so, a part that is readable comes", async () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array([0, 1, 2]), new TextEncoder().encode("hola")]) {
    const { ok, items, problems } = await run(bytes);
    assert.deepEqual(
      [ok, items.length, problems.map((p) => [p.code, p.lost])],
      [false, 0, [["plist-damaged", "file"]]],
    );
  }
  const cut = new TextDecoder().decode(xmlPlist({ first: "yes", second: ["a", "b", "c"] }));
  const part = await run(new TextEncoder().encode(cut.slice(0, cut.indexOf("<string>c"))));
  assert.equal(part.ok, true);
  assert.equal(asDict(part.items[0]!.value)?.get("first"), "yes");
  assert.ok(part.problems.length > 0);
});
