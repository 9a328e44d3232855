import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMITS, type Problem } from "@contraluz/core";
import { createLookup } from "./lookup.ts";
import { address, kept, number, text } from "./text.ts";

test("texts are cut, never inside a pair; what is no text is none", () => {
  assert.equal(text("a\u0000ñ😀"), "a\u0000ñ😀");
  assert.equal(text("a".repeat(5000))!.length, LIMITS.text);
  assert.equal(text(`a${"😀".repeat(4000)}`)!.length, LIMITS.text - 1);
  for (const v of [null, undefined, 5, 5n, new Uint8Array(2), ["a"], true]) assert.equal(text(v), undefined);
});

test("numbers are finite", () => {
  for (const v of [0, -1.5, 2n ** 62n]) assert.equal(number(v), v);
  for (const v of [Number.NaN, Number.POSITIVE_INFINITY, "5", null, undefined, new Uint8Array(1)])
    assert.equal(number(v), undefined);
});

test("an address keeps its host", () => {
  const long = "x".repeat(9000);
  assert.equal(address("https://a.example/"), "https://a.example/");
  assert.equal(address(`https://${long}@evil.example/p`), "https://evil.example/p");
  assert.equal(
    address(`https://a:${long}@b@evil.example/${long}`),
    `https://evil.example/${long}`.slice(0, LIMITS.text),
  );
  // An `@` in the path, the query or the fragment hides no host.
  for (const c of ["/", "?", "#", "\\"])
    assert.equal(
      address(`https://a.example${c}${long}@evil.example`),
      `https://a.example${c}${long}`.slice(0, LIMITS.text),
    );
  assert.equal(address(`data:text/html,${long}@evil.example`), `data:text/html,${long}`.slice(0, LIMITS.text));
  assert.equal(address(5), undefined);
});

test("a lookup is bounded in number and in memory, and says so once", () => {
  const problems: Problem[] = [];
  const few = createLookup<string>("t", 2, (p) => problems.push(p));
  assert.deepEqual([few.set(1, "a", 1), few.set(2n ** 60n, "b", 1), few.complete], [true, true, true]);
  assert.deepEqual([few.set(3, "c", 1), few.set(4, "d", 1), few.complete], [false, false, false]);
  assert.deepEqual([few.get(1), few.get(2n ** 60n), few.get(3), few.get(undefined)], ["a", "b", undefined, undefined]);
  assert.deepEqual([...few.values()], ["a", "b"]);
  assert.deepEqual(problems, [{ code: "lookup-limit", found: "t > 2", lost: "nothing" }]);
  const heavy = createLookup<number>("t", 1e9, (p) => problems.push(p));
  let n = 0;
  while (heavy.set(n, n, LIMITS.text)) n++;
  assert.equal(n, 8192);
  assert.equal(problems.length, 2);
});

test("what is kept of a line is the same text", () => {
  const line = `${"x".repeat(50_000)}/usr/libexec/logd`;
  assert.equal(kept(line.slice(50_000)), "/usr/libexec/logd");
  assert.equal(kept("y".repeat(5000))?.length, 4096);
  assert.equal(kept(5), undefined);
});
