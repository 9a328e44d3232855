/** Backups of adb against a writer of their own: every version, with and without compression and password; what is damaged is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { HEADER_BYTES, type Header, openKeys, readHeader, tarBytes } from "./index.ts";
import { makeAb } from "./write.fixture.ts";

const platform = nodePlatform({ workers: 0 });
const PASSWORD = "papalote azul";
/** Larger than one run of decryption, and no multiple of a block. */
const TAR = Buffer.from(Array.from({ length: 2_300_003 }, (_, i) => (i * 7 + (i >> 8)) & 255));

async function* pieces(b: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < b.length; at += size) yield b.subarray(at, at + size);
}

async function open(ab: Uint8Array, password?: string, size = 65_537): Promise<{ tar: Buffer; problems: Problem[] }> {
  const header = readHeader(ab.subarray(0, HEADER_BYTES)) as Header;
  assert.notEqual(typeof header, "string", String(header));
  const keys =
    header.encryption && (await openKeys(header.encryption, header.version, new TextEncoder().encode(password)));
  assert.equal(keys === undefined, header.encryption === undefined);
  const problems: Problem[] = [];
  const out: Buffer[] = [];
  for await (const piece of tarBytes(pieces(ab, size), header, keys, platform, (p) => problems.push(p)))
    out.push(Buffer.from(piece));
  return { tar: Buffer.concat(out), problems };
}

test("versions 1 to 5, plain and compressed, with a password and without one", async () => {
  for (let version = 1; version <= 5; version++) {
    for (const compressed of [false, true]) {
      for (const password of [undefined, PASSWORD]) {
        const ab = makeAb(TAR, { version, compressed, ...(password ? { password } : {}) });
        const { tar, problems } = await open(ab, password);
        const what = `${version} ${compressed} ${password}`;
        assert.ok(tar.equals(TAR), what);
        assert.deepEqual(problems, [], what);
      }
    }
  }
});

test("the size of the pieces does not show", async () => {
  const ab = makeAb(TAR.subarray(0, 40_001), { compressed: true, password: PASSWORD });
  for (const size of [1, 15, 16, 17, 4096, ab.length])
    assert.ok((await open(ab, PASSWORD, size)).tar.equals(TAR.subarray(0, 40_001)));
});

test("a wrong password opens nothing, and its bytes are gone, as are those of the right one", async () => {
  for (const version of [1, 5]) {
    const header = readHeader(makeAb(TAR, { version, password: PASSWORD })) as Header;
    for (const [typed, opens] of [
      ["otra", false],
      ["", false],
      [PASSWORD, true],
    ] as const) {
      const bytes = new TextEncoder().encode(typed);
      const keys = await openKeys(header.encryption!, version, bytes);
      assert.equal(keys !== undefined, opens, typed);
      assert.equal(keys?.key.extractable ?? false, false);
      assert.ok(bytes.every((b) => b === 0));
    }
    // The checksum tells the version: taken for another one the right password does not open it.
    const other = await openKeys(header.encryption!, version === 1 ? 2 : 1, new TextEncoder().encode(PASSWORD));
    assert.equal(other, undefined);
  }
});

test("headers that are none say why, and none asks for endless work", () => {
  const lines = (...more: string[]): string | Header => readHeader(Buffer.from(`ANDROID BACKUP\n${more.join("\n")}\n`));
  const salt = "AB".repeat(64);
  const keys = [salt, salt, "10000", "CD".repeat(16), "EF".repeat(96)];
  assert.equal(typeof lines("5", "1", "AES-256", ...keys), "object");
  for (const [why, ...more] of [
    ["version 6", "6", "1", "none"],
    ["version 0", "0", "1", "none"],
    ["version -1", "-1", "1", "none"],
    ["compression 2", "5", "2", "none"],
    ["encryption DES", "5", "1", "DES"],
    ["the header ends early", "5", "1", "AES-256", salt],
    ["1000001 rounds", "5", "1", "AES-256", ...keys.with(2, "1000001")],
    ["0 rounds", "5", "1", "AES-256", ...keys.with(2, "0")],
    ["no keys in the header", "5", "1", "AES-256", ...keys.with(0, "XY")],
    ["no keys in the header", "5", "1", "AES-256", ...keys.with(4, "EF".repeat(33))],
    ["no keys in the header", "5", "1", "AES-256", ...keys.with(3, "CD".repeat(8))],
  ] as const)
    assert.equal(lines(...more), why, why);
  assert.equal(readHeader(Buffer.from("ANDROID BACKUP\n5\n1")), "no header");
  assert.equal(readHeader(Buffer.alloc(0)), "no header");
  assert.equal(readHeader(Buffer.from("ANDROID BACKUP 5")), "no header");
});

test("what is cut short or changed is told, and what came before stays", async () => {
  for (const [o, cut] of [
    [{}, 1000],
    [{ compressed: true }, 1000],
    [{ password: PASSWORD }, 1008],
    [{ password: PASSWORD }, 1001],
    [{ compressed: true, password: PASSWORD }, 1000],
  ] as const) {
    const ab = makeAb(TAR, o);
    const { tar, problems } = await open(ab.subarray(0, -cut), "password" in o ? o.password : undefined);
    assert.ok(tar.length > 0 && tar.length < TAR.length, JSON.stringify(o));
    assert.ok(tar.equals(TAR.subarray(0, tar.length)), JSON.stringify(o));
    // Where a plain tar ends early only the tar can tell; of cipher text that ends with a block, too.
    if (Object.keys(o).length > 0)
      assert.deepEqual(new Set(problems.map((p) => p.code)), new Set(["adb-backup-damaged"]));
  }
  const none = makeAb(Buffer.alloc(0), { compressed: true });
  assert.deepEqual((await open(none)).problems, []);
  const broken = Buffer.concat([Buffer.from("ANDROID BACKUP\n5\n1\nnone\n"), Buffer.from("no zlib at all")]);
  assert.equal((await open(broken)).problems[0]!.code, "adb-backup-damaged");
});
