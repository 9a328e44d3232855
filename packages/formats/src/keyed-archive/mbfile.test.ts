import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { bplist, bytes, collector, mutate, random, type Source } from "../plist/plist.fixture.ts";
import { archive, cls, KEY, map, mbFile, uid } from "./archive.fixture.ts";
import { carefulMBFile, type MBFile, readMBFile } from "./mbfile.ts";
import { quickMBFile } from "./mbfile-quick.ts";

function read(b: Uint8Array): { value: MBFile | undefined; problems: Problem[] } {
  const { problems, report } = collector<Problem>();
  return { value: readMBFile(b, report), problems };
}

/** The careful reader's answer, and whether the quick one had the same or left it alone. */
function both(b: Uint8Array, quick: boolean): MBFile | undefined {
  const { problems, report } = collector<Problem>();
  const careful = carefulMBFile(b, report);
  assert.deepEqual(problems, []);
  assert.deepEqual(quickMBFile(b), quick ? careful : undefined);
  assert.deepEqual(
    readMBFile(b, (p) => assert.fail(p.code)),
    careful,
  );
  return careful;
}

const PLAIN: MBFile = {
  relativePath: "Library/SMS/sms.db",
  mode: 33_188,
  size: 5_000_000_000,
  modified: 1_611_002_632,
  changed: 1_611_002_633,
  born: 1_611_002_631,
  userId: 501,
  groupId: 501,
  inode: 264_154,
  flags: 0,
  protectionClass: 3,
};

test("the usual row, in every width of offsets and references", () => {
  assert.deepEqual(both(mbFile(), true), PLAIN);
  for (const [layout, quick] of [
    [{ offsetSize: 2, refSize: 2 }, true],
    [{ offsetSize: 4, refSize: 1 }, true],
    [{ offsetSize: 3, refSize: 4 }, false],
    [{ offsetSize: 8, refSize: 1 }, false],
  ] as const) {
    assert.deepEqual(both(mbFile({}, [], layout), quick), PLAIN);
  }
});

test("key, digest and link target", () => {
  const digest = bytes(9, 8, 7);
  const more = { EncryptionKey: uid(2), Digest: uid(3), Target: uid(4), ExtendedAttributes: uid(5) };
  const objects = [
    map({ "NS.data": KEY, $class: uid(6) }),
    digest,
    "/var/mobile/ñ",
    digest,
    cls("NSMutableData", "NSData", "NSObject"),
  ];
  const value = both(mbFile({ more, path: "Camino/ñandú 😀" }, objects), true);
  assert.deepEqual(value, {
    ...PLAIN,
    relativePath: "Camino/ñandú 😀",
    encryptionKey: KEY,
    digest,
    target: "/var/mobile/ñ",
  });
  assert.notEqual(value!.encryptionKey!.buffer.byteLength, 0);
});

test("the root is where $top says, not at 1", () => {
  assert.deepEqual(both(mbFile({ before: [map({ Mode: 1, Size: 2 }), "decoy"] }), true), PLAIN);
});

test("numbers below zero and of 8 bytes", () => {
  const more = { GroupID: -2, UserID: -1, InodeNumber: 12_912_345_678, Size: 2n ** 53n - 1n };
  assert.deepEqual(both(mbFile({ more }), true), {
    ...PLAIN,
    groupId: -2,
    userId: -1,
    inode: 12_912_345_678,
    size: 2 ** 53 - 1,
  });
  assert.equal(both(mbFile({ more: { Size: 2n ** 60n } }), false)!.size, 2 ** 60);
});

test("times as NSDate objects, dates and fractions become Unix seconds", () => {
  const expected = { ...PLAIN, modified: 1_611_002_632.5, changed: 1_611_002_632.5, born: 1_611_002_632.5 };
  const mac = 1_611_002_632.5 - 978_307_200;
  assert.deepEqual(
    both(
      mbFile({ times: uid(2) }, [map({ "NS.time": { real: mac }, $class: uid(3) }), cls("NSDate", "NSObject")]),
      false,
    ),
    expected,
  );
  assert.deepEqual(both(mbFile({ times: { mac } }), false), expected);
  assert.deepEqual(both(mbFile({ times: { real: 1_611_002_632.5 } }), false), expected);
});

test("fields that are missing or nil are left out", () => {
  const b = archive([map({ Mode: 16_877, Target: uid(0), $class: uid(2) }), cls("MBFile")]);
  assert.deepEqual(both(b, false), { mode: 16_877 });
  // A nil reference beside a whole row.
  assert.deepEqual(both(mbFile({ more: { Digest: uid(0) } }), false), PLAIN);
});

test("a field of another type costs that field, with a problem", () => {
  for (const more of [{ Target: uid(200) }, { Digest: uid(2) }, { EncryptionKey: true }] as {
    [key: string]: Source;
  }[]) {
    const { value, problems } = read(mbFile({ more }, ["no data"]));
    assert.deepEqual(value, PLAIN);
    assert.deepEqual(
      problems.map((p) => [p.code, p.lost]),
      [["archive-damaged", "bytes"]],
    );
  }
  const { value, problems } = read(mbFile({ more: { Size: uid(2) } }, ["big"]));
  assert.equal(value!.size, undefined);
  assert.equal(value!.mode, 33_188);
  assert.equal(problems.length, 1);
});

test("what is no MBFile", () => {
  for (const b of [
    bytes(),
    bytes("bplist00"),
    bplist("x"),
    bplist(new Map()),
    archive([]),
    archive(["text"]),
    archive([map({})], map({})),
  ]) {
    const { value, problems } = read(b);
    assert.equal(value, undefined);
    assert.ok(problems.some((p) => p.code === "archive-damaged" && p.lost === "row"));
  }
});

test("cut short or changed: where the quick reader answers, the careful one says the same or names the damage", () => {
  const objects = [map({ "NS.data": KEY, $class: uid(3) }), cls("NSMutableData", "NSData", "NSObject")];
  const whole = mbFile({ more: { EncryptionKey: uid(2) } }, objects);
  for (let n = 0; n < whole.length; n++) assert.ok(read(whole.slice(0, n)).problems.length > 0);
  const next = random(31);
  let answered = 0;
  for (let i = 0; i < 600; i++) {
    const b = mutate(whole, next);
    const quick = quickMBFile(b);
    const { problems, report } = collector<Problem>();
    const careful = carefulMBFile(b, report);
    assert.ok(careful !== undefined || problems.length > 0);
    if (!quick) continue;
    answered++;
    if (problems.length === 0) assert.deepEqual(quick, careful);
  }
  assert.ok(answered > 100);
});
