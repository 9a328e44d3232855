import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem, RandomAccess } from "@contraluz/core";
import { block, certificate, join, message, sized, V2, V3, V31, v2, v3 } from "./apk-signing.fixture.ts";
import { blockSigners, jarSigners, type Signer } from "./index.ts";

const sourceOf = (b: Uint8Array): RandomAccess => ({ size: b.length, read: async (at, n) => b.subarray(at, at + n) });
const [ana, eva, old] = [certificate("Ana", 7), certificate("Eva", 8, 1), certificate("Vieja", 9)];
const shown = (list: readonly Signer[]) => list.map((s) => [s.scheme, Buffer.from(s.certificate).toString("hex")]);
const is = (scheme: string, c: Uint8Array) => [scheme, Buffer.from(c).toString("hex")];

async function read(made: Uint8Array): Promise<{ signers: readonly unknown[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const before = new Uint8Array(1000);
  const source = sourceOf(join(before, made, new Uint8Array(50)));
  const signers = await blockSigners(source, before.length + made.length, (p) => problems.push(p));
  return { signers: shown(signers), problems };
}

test("signers of each scheme, and what a signer had before", async () => {
  const padding = [0x42726577, new Uint8Array(3000)] as const;
  const { signers, problems } = await read(
    block([[V2, v2(ana, eva)], padding, [V3, v3(ana, [old, ana])], [V31, v3(eva)]]),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(signers, [
    is("v2", ana),
    is("v2", eva),
    is("v3", ana),
    is("past", old),
    is("past", ana),
    is("v3.1", eva),
  ]);
});

test("no block, no signers", async () => {
  for (const made of [new Uint8Array(0), new Uint8Array(900), block([])])
    assert.deepEqual(await read(made), { signers: [], problems: [] });
});

test("damage costs what is damaged", async () => {
  const whole = block([
    [V2, v2(ana)],
    [V3, v3(eva)],
  ]);
  const at = 8 + 12 + v2(ana).length;
  const wrong = whole.slice();
  wrong.fill(0xff, 8 + 12, 8 + 16);
  const value = await read(wrong);
  assert.deepEqual(value.signers, [is("v3", eva)]);
  assert.deepEqual(
    value.problems.map((p) => [p.code, p.found]),
    [["apk-signature", "v2 that is cut"]],
  );

  const pair = whole.slice();
  pair.fill(0xff, at, at + 4);
  const pairs = await read(pair);
  assert.deepEqual(pairs.signers, [is("v2", ana)]);
  assert.equal(pairs.problems[0]?.found, "a pair that is cut");

  const size = whole.slice();
  size.fill(0xff, whole.length - 24, whole.length - 16);
  assert.deepEqual((await read(size)).signers, []);
  assert.equal((await read(size)).problems.length, 1);
});

test("as many signers as an attacker likes: the first ones, told, and those of the other schemes", async () => {
  const many = Array.from({ length: 400 }, (_, i) => certificate("Ana", i % 128));
  const { signers, problems: told } = await read(
    block([
      [V2, v2(...many)],
      [V3, v3(eva)],
      [V3, v3(old)],
    ]),
  );
  assert.deepEqual(signers.slice(49), [is("v2", many[49]!), is("v3", eva)]);
  assert.deepEqual(
    told.map((p) => [p.code, p.found, p.lost]),
    [["apk-signature", "v2 of 50 signers and more", "bytes"]],
  );
  const { problems } = await read(block(Array.from({ length: 1500 }, (_, i) => [i + 1, sized()] as const)));
  assert.equal(problems[0]?.found, "more than 1000 pairs");
});

test("META-INF: more certificates than are looked at are told", () => {
  const many = Array.from({ length: 210 }, (_, i) => certificate("Ana", i % 128));
  const problems: Problem[] = [];
  assert.equal(jarSigners(message([...many, eva], [["Eva", 8]]), (p) => problems.push(p)).length, 50);
  assert.deepEqual(
    problems.map((p) => p.found),
    ["META-INF: more than 200 certificates"],
  );
});

test("META-INF: the certificate of who signed, not of who issued it", () => {
  const problems: Problem[] = [];
  const of = (b: Uint8Array) => shown(jarSigners(b, (p) => problems.push(p)));
  assert.deepEqual(of(message([old, ana, eva], [["Ana", 7]])), [is("v1", ana)]);
  assert.deepEqual(
    of(
      message(
        [ana, eva],
        [
          ["Eva", 8],
          ["Ana", 7],
          ["Ana", 7],
        ],
      ),
    ),
    [is("v1", eva), is("v1", ana)],
  );
  // Named is nobody whose certificate is there.
  assert.deepEqual(of(message([ana, eva], [["Ana", 99]])), [is("v1", ana), is("v1", eva)]);
  assert.equal(problems.length, 0);
  for (const b of [
    new Uint8Array(0),
    message([], [["Ana", 7]]),
    message([ana], [["Ana", 7]]).subarray(0, 200),
    new Uint8Array(90).fill(0x30),
  ])
    assert.deepEqual(of(b), []);
  assert.equal(problems.filter((p) => p.code === "apk-signature").length, 4);
});
