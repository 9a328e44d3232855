import assert from "node:assert/strict";
import { createCipheriv, createHash } from "node:crypto";
import { test } from "node:test";
import { ContraluzError, type Problem } from "@contraluz/core";
import { type Keybag, readKeybag } from "@contraluz/formats/keybag/index.ts";
import { makeKeybag, tlv } from "./backup.fixture.ts";
import { fileKey, unlock } from "./unlock.ts";

const utf8 = (s: string): Uint8Array => new TextEncoder().encode(s);
const none = (p: Problem): void => assert.fail(JSON.stringify(p));
const bagOf = (bytes: Uint8Array): Keybag => readKeybag(bytes, none) ?? assert.fail("no keybag");
const code = (want: string) => (e: unknown) =>
  e instanceof ContraluzError && e.code === want && e.problem?.code === want;

/** A file key wrapped by class `clas`, and what AES-256-CBC makes of 32 bytes with it. */
function sealed(kek: Buffer, clas: number): { wrapped: Uint8Array; plain: Buffer; cipher: Buffer } {
  const key = createHash("sha256").update(`key ${clas}`).digest();
  const w = createCipheriv("id-aes256-wrap", kek, Buffer.alloc(8, 0xa6));
  const wrapped = Buffer.concat([Buffer.from([clas, 0, 0, 0]), w.update(key), w.final()]);
  const c = createCipheriv("aes-256-cbc", key, Buffer.alloc(16));
  const plain = Buffer.from("contraluz contraluz");
  return { wrapped, plain, cipher: Buffer.concat([c.update(plain), c.final()]) };
}

test("opens class keys and file keys with one and with two derivations", async () => {
  for (const singleDerivation of [false, true]) {
    const made = makeKeybag("contraseña", { singleDerivation });
    const password = utf8("contraseña");
    const keys = await unlock(bagOf(made.bag), password, none);
    assert.deepEqual([...keys.keys()], [1, 2, 3, 4, 5, 6, 7, 8], "WRAP 3 is left closed");
    assert.ok(password.every((b) => b === 0));
    const s = sealed(made.classes.get(3)!, 3);
    const key = await fileKey(keys, 3, s.wrapped);
    assert.ok(key && !key.extractable && !keys.get(3)!.extractable);
    const plain = await crypto.subtle.decrypt({ name: "AES-CBC", iv: new Uint8Array(16) }, key, s.cipher);
    assert.deepEqual(Buffer.from(plain), s.plain);
    await crypto.subtle.encrypt({ name: "AES-CBC", iv: new Uint8Array(16) }, key, new Uint8Array(0));
  }
});

test("wrong and empty passwords", async () => {
  for (const typed of ["secret", "", "Secreto", "secreto "]) {
    const password = utf8(typed);
    await assert.rejects(unlock(bagOf(makeKeybag("secreto").bag), password, none), code("backup-password-wrong"));
    assert.ok(password.every((b) => b === 0));
  }
  const keys = await unlock(bagOf(makeKeybag("").bag), utf8(""), none);
  assert.equal(keys.size, 8);
});

test("one class key that does not open is a problem, not a wrong password", async () => {
  const { bag } = makeKeybag("secreto");
  const at = bag.indexOf(tlv("CLAS", 2));
  bag[bag.indexOf("WPKY", at) + 20]! ^= 1;
  const problems: Problem[] = [];
  const keys = await unlock(bagOf(bag), utf8("secreto"), (p) => problems.push(p));
  assert.equal(keys.has(2), false);
  assert.equal(keys.size, 7);
  assert.deepEqual(problems, [{ code: "backup-keybag", path: "Manifest.plist", found: "class 2", lost: "bytes" }]);
});

test("no class key for a password", async () => {
  const bag = bagOf(makeKeybag("secreto").bag);
  const only = { ...bag, classKeys: new Map([[11, bag.classKeys.get(11)!]]) };
  await assert.rejects(unlock(only, utf8("secreto"), none), code("backup-keybag"));
});

test("file keys: disagreeing class, unknown class, damage", async () => {
  const made = makeKeybag("secreto");
  const keys = await unlock(bagOf(made.bag), utf8("secreto"), none);
  const { wrapped } = sealed(made.classes.get(3)!, 3);
  assert.ok(await fileKey(keys, undefined, wrapped));
  assert.ok(await fileKey(keys, 1, wrapped), "the class in front of the key is tried too");
  const flipped = wrapped.slice();
  flipped[20]! ^= 1;
  assert.equal(await fileKey(keys, 3, flipped), undefined);
  assert.equal(await fileKey(keys, 3, wrapped.subarray(0, 43)), undefined);
  const other = sealed(made.classes.get(11)!, 11);
  assert.equal(await fileKey(keys, 11, other.wrapped), undefined);
});
