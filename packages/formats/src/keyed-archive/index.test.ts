import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { type PlistValue, parsePlist } from "../plist/index.ts";
import { collector, mutate, random, type Source } from "../plist/plist.fixture.ts";
import { archive, cls, map, uid } from "./archive.fixture.ts";
import { unarchive } from "./index.ts";

function read(b: Uint8Array): { value: PlistValue | undefined; problems: Problem[] } {
  const { problems, report } = collector<Problem>();
  return { value: unarchive(parsePlist(b, report), report), problems };
}

function clean(objects: readonly Source[], top?: Source): PlistValue | undefined {
  const { value, problems } = read(archive(objects, top));
  assert.deepEqual(problems, []);
  return value;
}

const codes = (problems: readonly Problem[]): string[] => [...new Set(problems.map((p) => p.code))];
const list = (...uids: number[]): Source => uids.map(uid);

test("each class has its plain value", () => {
  const uuid = Uint8Array.from({ length: 16 }, (_, i) => i * 17);
  const cases: [string, { [key: string]: Source }, PlistValue][] = [
    ["NSString", { "NS.string": "hola" }, "hola"],
    ["NSMutableString", { "NS.bytes": new TextEncoder().encode("ñandú") }, "ñandú"],
    ["NSData", { "NS.data": uuid }, uuid],
    ["NSMutableData", { "NS.data": uuid }, uuid],
    ["NSDate", { "NS.time": { mac: 1 } }, null],
    ["NSDate", { "NS.time": 1 }, { date: 978_307_201_000_000_000n, seen: "1" }],
    ["NSDate", { "NS.time": { real: 0.5 } }, { date: 978_307_200_500_000_000n, seen: "0.5" }],
    ["NSUUID", { "NS.uuidbytes": uuid }, "00112233-4455-6677-8899-AABBCCDDEEFF"],
    ["NSNull", {}, null],
    ["NSNumber", { "NS.boolval": true }, true],
    ["NSNumber", { "NS.intval": 5 }, 5],
    ["NSNumber", { "NS.dblval": { real: 0.5 } }, 0.5],
    ["NSAttributedString", { NSString: uid(3), NSAttributes: uid(4) }, "text"],
    ["NSURL", { "NS.base": uid(0), "NS.relative": uid(3) }, "text"],
    [
      "LPLinkMetadata",
      { title: uid(3), none: uid(0), list: list(3, 3), version: 1 },
      new Map<string, PlistValue>([
        ["$class", "LPLinkMetadata"],
        ["title", "text"],
        ["none", null],
        ["list", ["text", "text"]],
        ["version", 1],
      ]),
    ],
  ];
  for (const [name, fields, expected] of cases) {
    const { value, problems } = read(
      archive([map({ ...fields, $class: uid(2) }), cls(name, "NSObject"), "text", map({ $class: uid(2) })]),
    );
    assert.deepEqual(value, expected, name);
    // Only the date inside a date is wrong.
    assert.equal(problems.length, name === "NSDate" && expected === null ? 1 : 0, name);
  }
});

test("dictionaries, lists and sets; keys that are no text become it", () => {
  const expected = new Map<string, PlistValue>([
    ["a", [true, "a"]],
    ["5", "a"],
    ["1.5", "a"],
    ["true", "a"],
    ["0a0b", "a"],
    ["00000000-0000-0000-0000-000000000000", "a"],
    ["12", "a"],
  ]);
  for (const [dict, set] of [
    ["NSDictionary", "NSOrderedSet"],
    ["NSMutableDictionary", "NSArray"],
    ["NSDictionary", "NSMutableSet"],
  ]) {
    const value = clean([
      map({ "NS.keys": list(4, 5, 6, 7, 8, 9, 10), "NS.objects": list(11, 4, 4, 4, 4, 4, 4), $class: uid(2) }),
      cls(dict!),
      cls(set!),
      "a",
      5,
      { real: 1.5 },
      true,
      new Uint8Array([10, 11]),
      map({ "NS.uuidbytes": new Uint8Array(16), $class: uid(12) }),
      map({ "NS.time": 12, $class: uid(13) }),
      map({ "NS.objects": list(7, 4), $class: uid(3) }),
      cls("NSUUID"),
      cls("NSDate"),
    ]);
    assert.deepEqual(value, expected);
  }
});

test("dictionaries and lists whose items stand one by one", () => {
  const value = clean([
    map({ "NS.key.0": uid(3), "NS.object.0": uid(4), "NS.key.1": uid(5), "NS.object.1": uid(3), $class: uid(2) }),
    cls("NSDictionary"),
    "a",
    map({ "NS.object.0": uid(5), "NS.object.1": uid(3), $class: uid(6) }),
    "b",
    cls("NSArray"),
  ]);
  assert.deepEqual(
    value,
    new Map<string, PlistValue>([
      ["a", ["b", "a"]],
      ["b", "a"],
    ]),
  );
});

test("URLs are resolved from their base", () => {
  const at = (base: string, relative: string): PlistValue | undefined =>
    clean([
      map({ "NS.base": uid(3), "NS.relative": uid(4), $class: uid(2) }),
      cls("NSURL"),
      map({ "NS.base": uid(0), "NS.relative": uid(5), $class: uid(2) }),
      relative,
      base,
    ]);
  // RFC 3986, section 5.4.
  const base = "http://a/b/c/d;p?q#f";
  const cases: [string, string][] = [
    ["g:h", "g:h"],
    ["g", "http://a/b/c/g"],
    ["./g", "http://a/b/c/g"],
    ["g/", "http://a/b/c/g/"],
    ["/g", "http://a/g"],
    ["//g", "http://g"],
    ["?y", "http://a/b/c/d;p?y"],
    ["g?y", "http://a/b/c/g?y"],
    ["#s", "http://a/b/c/d;p?q#s"],
    ["g#s/../x", "http://a/b/c/g#s/../x"],
    ["", "http://a/b/c/d;p?q"],
    [".", "http://a/b/c/"],
    ["..", "http://a/b/"],
    ["../g", "http://a/b/g"],
    ["../..", "http://a/"],
    ["../../../g", "http://a/g"],
    ["/./g", "http://a/g"],
    ["g?y/../x", "http://a/b/c/g?y/../x"],
  ];
  for (const [relative, expected] of cases) assert.equal(at(base, relative), expected, relative);
  assert.equal(at("https://a.example", "x"), "https://a.example/x");
});

test("a top without root gives all of it", () => {
  const value = clean(
    ["uno", map({ "NS.string": "dos", $class: uid(3) }), cls("NSString")],
    map({ a: uid(1), b: uid(2), c: true }),
  );
  assert.deepEqual(
    value,
    new Map<string, PlistValue>([
      ["a", "uno"],
      ["b", "dos"],
      ["c", true],
    ]),
  );
});

test("the XML form, where references are CF$UID", () => {
  const xml = `<plist><dict><key>$archiver</key><string>NSKeyedArchiver</string><key>$top</key><dict><key>root</key><dict><key>CF$UID</key><integer>1</integer></dict></dict>
    <key>$objects</key><array><string>$null</string>
    <dict><key>$class</key><dict><key>CF$UID</key><integer>2</integer></dict><key>NS.objects</key><array><dict><key>CF$UID</key><integer>3</integer></dict><dict><key>CF$UID</key><integer>0</integer></dict></array></dict>
    <dict><key>$classname</key><string>NSArray</string></dict><string>uno</string></array></dict></plist>`;
  const { value, problems } = read(new TextEncoder().encode(xml));
  assert.deepEqual(problems, []);
  assert.deepEqual(value, ["uno", null]);
});

test("damage costs one value and the rest is read", () => {
  const bad: [string, Source][] = [
    ["UID past the objects", uid(900)],
    ["a UUID of 3 bytes", map({ "NS.uuidbytes": new Uint8Array(3), $class: uid(4) })],
    ["a date without a time", map({ $class: uid(5) })],
    ["a URL without text", map({ $class: uid(6) })],
  ];
  for (const [name, object] of bad) {
    const { value, problems } = read(
      archive([
        map({ "NS.objects": [uid(3), object, uid(3)], $class: uid(2) }),
        cls("NSArray"),
        "x",
        cls("NSUUID"),
        cls("NSDate"),
        cls("NSURL"),
      ]),
    );
    assert.deepEqual(value, ["x", null, "x"], name);
    assert.deepEqual(codes(problems), ["archive-damaged"], name);
  }
  const short = read(
    archive([map({ "NS.keys": list(3, 4), "NS.objects": list(3), $class: uid(2) }), cls("NSDictionary"), "x", "y"]),
  );
  assert.deepEqual(short.value, new Map([["x", "x"]]));
  assert.deepEqual(codes(short.problems), ["archive-damaged"]);
  const key = read(
    archive([map({ "NS.keys": list(4, 3), "NS.objects": list(3, 3), $class: uid(2) }), cls("NSDictionary"), "x", [1]]),
  );
  assert.deepEqual(key.value, new Map([["x", "x"]]));
  assert.deepEqual(codes(key.problems), ["archive-damaged"]);
});

test("what is no archive", () => {
  for (const v of [
    undefined,
    null,
    5,
    "x",
    [],
    new Map(),
    new Map<string, PlistValue>([["$objects", []]]),
    new Map<string, PlistValue>([
      ["$objects", 1],
      ["$top", new Map()],
    ]),
  ]) {
    const { problems, report } = collector<Problem>();
    assert.equal(unarchive(v, report), undefined);
    assert.deepEqual(
      problems.map((p) => [p.code, p.lost]),
      [["archive-damaged", "file"]],
    );
  }
});

test("cycles are cut", () => {
  const { value, problems } = read(
    archive([
      map({ "NS.objects": list(3, 1), $class: uid(2) }),
      cls("NSArray"),
      map({ parent: uid(1), self: uid(3), $class: uid(4) }),
      cls("Node"),
    ]),
  );
  assert.deepEqual(value, [
    new Map<string, PlistValue>([
      ["$class", "Node"],
      ["parent", null],
      ["self", null],
    ]),
    null,
  ]);
  assert.deepEqual(codes(problems), ["archive-damaged"]);
});

test("a graph that doubles 40 times, and one 200 deep, end at their limits", () => {
  const n = 40;
  const started = process.cpuUsage();
  const wide = Array.from({ length: n }, (_, i) => map({ "NS.objects": list(i + 2, i + 2), $class: uid(n + 2) }));
  const doubled = read(archive([...wide, "x", cls("NSArray")]));
  assert.deepEqual(codes(doubled.problems), ["plist-limit"]);
  const deep = Array.from({ length: 200 }, (_, i) => map({ "NS.objects": list(i + 2), $class: uid(202) }));
  assert.deepEqual(codes(read(archive([...deep, "x", cls("NSArray")])).problems), ["plist-limit"]);
  // Each URL is the base of the next, with a text of its own.
  const urls = Array.from({ length: 60 }, (_, i) =>
    map({ "NS.base": uid(i + 2), "NS.relative": uid(61), $class: uid(62) }),
  );
  assert.deepEqual(codes(read(archive([...urls, "a/".repeat(4000), cls("NSURL")])).problems), ["plist-limit"]);
  assert.ok(process.cpuUsage(started).user < 5_000_000);
});

test("bytes that are a text are decoded once, however often they are referred to", () => {
  const one = uid(3);
  const refs = Array.from({ length: 60_000 }, () => one);
  const started = process.cpuUsage();
  const value = clean([
    map({ "NS.objects": refs, $class: uid(2) }),
    cls("NSArray"),
    map({ "NS.bytes": new Uint8Array(200_000).fill(0x41), $class: uid(4) }),
    cls("NSString"),
  ]) as string[];
  assert.equal(value.length, 60_000);
  assert.ok(process.cpuUsage(started).user < 3_000_000);
});

test("texts that an archive does not hold are made within a limit", () => {
  const long = `https://a.example/${"x/".repeat(16_000)}`;
  const n = 2000;
  const urls = Array.from({ length: n }, (_, i) => map({ "NS.base": uid(5), "NS.relative": `${i}`, $class: uid(4) }));
  const started = process.cpuUsage();
  const many = read(
    archive([
      map({ "NS.objects": Array.from({ length: n }, (_, i) => uid(6 + i)), $class: uid(2) }),
      cls("NSArray"),
      "unused",
      cls("NSURL"),
      long,
      ...urls,
    ]),
  );
  assert.ok((many.value as PlistValue[]).filter((v) => v !== null).length < 1000);
  assert.deepEqual(codes(many.problems), ["plist-limit"]);
  // Keys that are data become hexadecimal digits, each time.
  const refs = Array.from({ length: 20_000 }, () => uid(3));
  const keys = read(
    archive([
      map({ "NS.keys": refs, "NS.objects": refs, $class: uid(2) }),
      cls("NSDictionary"),
      map({ "NS.data": new Uint8Array(4000).fill(0xee), $class: uid(4) }),
      cls("NSData"),
    ]),
  );
  assert.deepEqual(codes(keys.problems), ["plist-limit"]);
  assert.ok(process.cpuUsage(started).user < 5_000_000);
});

test("300 mutations end soon, with problems only", () => {
  const whole = archive([
    map({ "NS.keys": list(3, 4), "NS.objects": list(5, 6), $class: uid(2) }),
    cls("NSDictionary", "NSObject"),
    "a",
    "b",
    map({ "NS.objects": list(3, 6), $class: uid(7) }),
    map({ "NS.base": uid(0), "NS.relative": uid(3), $class: uid(8) }),
    cls("NSArray"),
    cls("NSURL"),
  ]);
  const next = random(99);
  for (let i = 0; i < 300; i++) {
    const { value, problems } = read(mutate(whole, next));
    assert.ok(value !== undefined || problems.length > 0);
    assert.ok(problems.length <= 40);
  }
});

test("a small archive whose objects name each other ends at the bound that was given", () => {
  const tens = Array.from({ length: 6 }, (_, i) =>
    map({ "NS.objects": list(...Array(10).fill(i + 2)), $class: uid(8) }),
  );
  const file = parsePlist(archive([...tens, "x", cls("NSArray")]), () => undefined);
  const problems: Problem[] = [];
  const report = (p: Problem): void => void problems.push(p);
  const started = process.cpuUsage();
  for (let i = 0; i < 200; i++) unarchive(file, report, 5000);
  assert.ok(process.cpuUsage(started).user < 5_000_000);
  assert.equal(problems.length, 200);
  assert.deepEqual(new Set(codes(problems)), new Set(["plist-limit"]));
});
