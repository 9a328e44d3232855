import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { readMBFile } from "@contraluz/formats/keyed-archive/mbfile.ts";
import { type FixtureFile, mbfileBlob } from "./backup.fixture.ts";
import { bplist, Uid } from "./bplist.fixture.ts";
import { quickMBFile } from "./quick-mbfile.ts";

const key = Buffer.from(Array.from({ length: 44 }, (_, i) => i));
const FILES: readonly [FixtureFile, number, Buffer | undefined][] = [
  [{ domain: "HomeDomain", relativePath: "Library/SMS/sms.db" }, 573_908_533, key],
  [{ domain: "HomeDomain", relativePath: "Library", kind: "dir" }, 0, undefined],
  [{ domain: "HomeDomain", relativePath: "a/link", kind: "link", target: "../b" }, 4, undefined],
  [{ domain: "HomeDomain", relativePath: "a/enlace", kind: "link", target: "año/ñandú/日本" }, 4, undefined],
  [{ domain: "HomeDomain", relativePath: "large", modified: 4_000_000_000 }, 2 ** 40, key],
];

/** What both readers know of a blob, from the one that keeps its promises. */
function careful(blob: Uint8Array): { value: unknown; problems: Problem[] } {
  const problems: Problem[] = [];
  const m = readMBFile(blob, (p) => problems.push(p));
  if (!m) return { value: undefined, problems };
  const { mode, size, modified, changed, born, userId, groupId, inode, protectionClass, encryptionKey, target } = m;
  return {
    value: { mode, size, modified, changed, born, userId, groupId, inode, protectionClass, encryptionKey, target },
    problems,
  };
}

test("says what the careful reader says", () => {
  for (const [file, size, k] of FILES) {
    const blob = new Uint8Array(mbfileBlob(file, size, k));
    const quick = quickMBFile(blob);
    assert.ok(quick, file.relativePath);
    assert.deepEqual(quick, careful(blob).value);
    assert.equal(quick.size, size);
    assert.equal(quick.changed, quick.modified + 100);
    assert.deepEqual(quick.encryptionKey && [...quick.encryptionKey], k && [...k]);
    assert.equal(quick.target, file.target);
    blob.fill(0);
    assert.deepEqual(quick.encryptionKey && [...quick.encryptionKey], k && [...k], "a copy");
  }
});

test("leaves other shapes to the careful reader", () => {
  const archive = (root: { [k: string]: number | Date | Uid }, ...more: Date[]): Uint8Array =>
    bplist({
      $version: 100000,
      $archiver: "NSKeyedArchiver",
      $top: { root: new Uid(1) },
      $objects: ["$null", root, ...more],
    });
  const whole = {
    Mode: 33188,
    Size: 1,
    LastModified: 1,
    LastStatusChange: 1,
    Birth: 1,
    UserID: 1,
    GroupID: 1,
    InodeNumber: 1,
    ProtectionClass: 1,
  };
  assert.ok(quickMBFile(archive(whole)));
  const { Birth: _, ...part } = whole;
  assert.equal(quickMBFile(archive(part)), undefined);
  assert.equal(quickMBFile(archive({ ...whole, LastModified: new Date(0) })), undefined);
  assert.equal(quickMBFile(archive({ ...whole, LastModified: new Uid(2) }, new Date(0))), undefined);
  assert.equal(quickMBFile(archive({ ...whole, Size: -1 })), undefined);
  assert.equal(quickMBFile(new Uint8Array(0)), undefined);
  assert.equal(quickMBFile(bplist({ a: 1 })), undefined);
});

test("300 mutations: agrees wherever both read", () => {
  let s = 0x1234_5678;
  const next = (n: number): number => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return (s >>> 0) % n;
  };
  let both = 0;
  for (let i = 0; i < 300; i++) {
    const [file, size, k] = FILES[next(FILES.length)]!;
    let blob = new Uint8Array(mbfileBlob(file, size, k));
    for (let m = next(2); m >= 0; m--) blob[next(blob.length)] = next(256);
    if (next(10) === 0) blob = blob.subarray(0, next(blob.length));
    const quick = quickMBFile(blob);
    const slow = careful(blob);
    if (!quick || slow.value === undefined || slow.problems.length > 0) continue;
    both++;
    assert.deepEqual(quick, slow.value);
  }
  assert.ok(both > 40, String(both));
});
