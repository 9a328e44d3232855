import assert from "node:assert/strict";
import { test } from "node:test";
import { Archiver, bytes, type Piece } from "./archiver.fixture.ts";
import { attributedText } from "./index.ts";

const utf8 = new TextEncoder();

const PLAIN = ["NSAttributedString", "NSObject"];
const MUTABLE = ["NSMutableAttributedString", ...PLAIN];
const STRING = ["NSString", "NSObject"];
const MUTABLE_STRING = ["NSMutableString", ...STRING];

interface Options {
  readonly little?: boolean;
  readonly attributed?: readonly string[];
  readonly string?: readonly string[];
}

function message(text: string, runs: (a: Archiver) => void = () => {}, o: Options = {}): Uint8Array {
  const a = new Archiver(o.little ?? true);
  a.object({}, o.attributed ?? PLAIN, () => {
    a.string(text, o.string ?? STRING);
    runs(a);
  });
  return a.done();
}

const run = (a: Archiver, index: number, length: number): Archiver => a.shared("iI").int(index).int(length);
const linked =
  (url: (a: Archiver) => void) =>
  (a: Archiver): void => {
    run(a, 1, 4).dictionary([
      ["__kIMMessagePartAttributeName", () => a.number(0)],
      ["__kIMLinkAttributeName", () => url(a)],
    ]);
    run(a, 1, 2);
  };

test("the text, exactly, with every form of length", () => {
  const texts = [
    "",
    "a",
    "hola",
    "x".repeat(127),
    "x".repeat(128),
    "ñ".repeat(200),
    "y".repeat(40_000),
    "z".repeat(70_000),
    "\ufeff mark",
    "\ufffc foto 😀\0\n",
    "84 01 +",
  ];
  for (const text of texts) {
    for (const attributed of [PLAIN, MUTABLE]) {
      for (const string of [STRING, MUTABLE_STRING]) {
        for (const little of [true, false])
          assert.equal(attributedText(message(text, undefined, { little, attributed, string }))?.text, text);
      }
    }
  }
});

test("the bytes of a stream as Messages writes them", () => {
  const stream = bytes(
    4,
    11,
    "streamtyped",
    0x81,
    0xe8,
    3,
    0x84,
    1,
    "@",
    0x84,
    0x84,
    0x84,
    18,
    "NSAttributedString",
    0,
    0x84,
    0x84,
    8,
    "NSObject",
    0,
    0x85,
    0x92,
    0x84,
    0x84,
    0x84,
    8,
    "NSString",
    1,
    0x94,
    0x84,
    1,
    "+",
    4,
    "hola",
    0x86,
    0x84,
    2,
    "iI",
    1,
    4,
    0x92,
    0x84,
    0x84,
    0x84,
    12,
    "NSDictionary",
    0,
    0x94,
    0x84,
    1,
    "i",
    1,
    0x92,
    0x84,
    0x96,
    0x96,
    22,
    "__kIMLinkAttributeName",
    0x86,
    0x92,
    0x84,
    0x84,
    0x84,
    5,
    "NSURL",
    0,
    0x94,
    0x84,
    1,
    "c",
    0,
    0x92,
    0x84,
    0x96,
    0x96,
    12,
    "https://a.b/",
    0x86,
    0x86,
    0x86,
    0x86,
  );
  assert.deepEqual(attributedText(stream), { text: "hola", links: ["https://a.b/"] });
  assert.deepEqual(
    message("hola", (a) => run(a, 1, 4).dictionary([["__kIMLinkAttributeName", () => a.url("https://a.b/")]])),
    stream,
  );
});

test("links: the target, not the words", () => {
  const links = (body: (a: Archiver) => void, o?: Options): readonly string[] | undefined =>
    attributedText(message("ver", body, o))?.links;
  assert.deepEqual(links(linked((a) => a.url("https://malo.example/x"))), ["https://malo.example/x"]);
  assert.deepEqual(links(linked((a) => a.url("../c?d", "https://base.example/a/b"))), [
    "https://base.example/a/b",
    "https://base.example/c?d",
  ]);
  assert.deepEqual(links(linked((a) => a.string("texto.example/1"))), ["texto.example/1"]);
  assert.deepEqual(
    links(
      linked((a) => a.url("https://malo.example/x")),
      { little: false },
    ),
    ["https://malo.example/x"],
  );
  assert.deepEqual(links(linked((a) => a.number(5))), []);
  assert.deepEqual(attributedText(message("NSURL LinkAttribute"))?.links, []);
});

test("more than 128 strings and objects: references become two bytes", () => {
  const body = (a: Archiver): void => {
    for (let i = 0; i < 300; i++) {
      run(a, i, i).dictionary([[`key ${i}`, () => a.data(new Uint8Array(i + 1).fill(0x4c))]]);
    }
    run(a, 1, 2).dictionary([
      ["key 1", () => a.string("key 250")],
      ["key 299", () => a.url("https://a.example/")],
    ]);
    run(a, 1, 2).dictionary([["link", () => a.url("https://a.example/")]]);
  };
  for (const little of [true, false])
    assert.deepEqual(attributedText(message("hola", body, { little })), {
      text: "hola",
      links: ["https://a.example/"],
    });
});

test("other roots, structures, floats, selectors and groups before the text", () => {
  const a = new Archiver();
  a.shared("{_NSRange=II}")
    .int(1)
    .int(300)
    .shared("[3i]")
    .int(1)
    .int(2)
    .int(3)
    .shared("fd!")
    .raw(0x83, 0, 0, 0, 0)
    .int(2);
  a.shared(":")
    .shared("sel")
    .shared("%")
    .raw(0x85)
    .shared("#")
    .classes(["NSView", "NSObject"])
    .shared("*")
    .raw(0x85)
    .shared("[2{P=dd}]")
    .int(1)
    .int(2)
    .int(3)
    .int(4);
  a.shared("@").raw(0x85);
  a.string("al fin");
  assert.equal(attributedText(a.done())?.text, "al fin");
});

test("cut short: the text once it was there, what is there of it inside", () => {
  const text = "Mira esto: ya salió";
  const whole = message(
    text,
    linked((a) => a.url("https://malo.example/")),
  );
  const from = whole.indexOf(0x4d, 60);
  const end = from + utf8.encode(text).length;
  for (let n = 0; n < whole.length; n++) {
    const got = attributedText(whole.slice(0, n));
    if (n <= from) assert.equal(got, undefined, String(n));
    else if (n < end) assert.ok(text.startsWith(got!.text.replace("\ufffd", "")), String(n));
    else assert.equal(got?.text, text, String(n));
  }
});

test("a stream whose walk fails before the text still gives it", () => {
  const stream = bytes(4, 11, "streamtyped", 0x81, 0xe8, 3, 0x84, 1, "?", 0x84, 1, "+", 4, "hola", 0x86);
  assert.deepEqual(attributedText(stream), { text: "hola", links: [] });
});

test("what is no typedstream", () => {
  for (const b of [
    bytes(),
    bytes(4, 11),
    bytes("bplist00", new Uint8Array(40)),
    bytes(4, 11, "streamtypes", 0x81, 0xe8, 3),
    bytes(5, 11, "streamtyped", 0x81, 0xe8, 3, 0x84),
  ]) {
    assert.equal(attributedText(b), undefined);
  }
});

test("hostile types and counts end soon", () => {
  const header = bytes(4, 11, "streamtyped", 0x81, 0xe8, 3);
  const typed = (type: string, ...rest: Piece[]): Uint8Array =>
    bytes(header, 0x84, 0x82, type.length & 255, (type.length >> 8) & 255, 0, 0, type, ...rest);
  const long = 200_000;
  const cases = [
    typed("[999999999@]", new Uint8Array(long).fill(0x85)),
    typed("[999999999{}]"),
    typed("[99999[99999[99999[99999!]]]]"),
    typed("[999999999c]"),
    typed("[".repeat(1000)),
    typed("{".repeat(500) + "}".repeat(500)),
    typed(`${"[1".repeat(300)}i${"]".repeat(300)}`, 1),
    typed("!".repeat(60_000)),
    typed("@", new Uint8Array(long).fill(0x84)),
    typed("@", ...Array.from({ length: 20_000 }, () => bytes(0x84, 0x85, 0x92))),
    typed("@", 0x84, 0x84, 0x84, 1, "A", 0, 0x93, 0x86),
    typed("@", 0x92),
    typed("#", 0x92),
    typed("@", 0x82, 255, 255, 255, 127),
    typed("+", 0x82, 255, 255, 255, 255),
    bytes(header, new Uint8Array(long).fill(0x92)),
  ];
  const started = process.cpuUsage();
  for (const c of cases) attributedText(c);
  assert.ok(process.cpuUsage(started).user < 3_000_000);
});

test("300 mutations end soon, without a throw", () => {
  const whole = message(
    "Hola, ¿qué tal?",
    linked((a) => a.url("b", "https://malo.example/a")),
  );
  let seed = 4711;
  const next = (n: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (seed >>> 8) % n;
  };
  for (let i = 0; i < 300; i++) {
    const b = whole.slice(0, next(10) === 0 ? next(whole.length) : whole.length);
    for (let k = next(4); k >= 0 && b.length > 0; k--) b[next(b.length)] = next(2) === 0 ? 0x80 + next(24) : next(256);
    const got = attributedText(b);
    assert.ok(got === undefined || typeof got.text === "string");
  }
});
