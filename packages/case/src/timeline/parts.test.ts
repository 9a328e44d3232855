import assert from "node:assert/strict";
import { test } from "node:test";
import { keys } from "@contraluz/detection/indicators/keys.ts";
import { VECTORS } from "@contraluz/detection/indicators/keys.vectors.ts";
import { decodeRecord, encodeRecord } from "@contraluz/store";
import { instant64 } from "@contraluz/store/instant.ts";
import { ChunkReader, ChunkWriter } from "./chunks.ts";
import { cursorText, readCite, readCursor } from "./cursor.ts";
import { fold, highlight, terms } from "./fold.ts";
import { addGrams, gramPlaces, SHORT_ROWS, shortPlaces } from "./grams.ts";
import { readLine } from "./line.ts";
import { decodePage, EndsWriter, PAGE } from "./pages.ts";
import { linesBetween, MAX_LINE } from "./pieces.ts";
import { orderByTime } from "./radix.ts";
import { candidates, SignatureWriter, signatureSize } from "./signature.ts";
import { StreamSorter } from "./sorter.ts";
import { access, Memory, platform, Seeded } from "./timeline.fixture.ts";
import { mayShare } from "./verify.ts";

test("folding: case and accents of Spanish and of others; a fold of parts is the parts of the fold", () => {
  for (const [text, folded] of [
    ["ACCIÓN Ñandú", "accion nandu"],
    ["Ａｃｃｉｏ\u0301n", "accion"],
    ["pingüino ¿qué?", "pinguino ¿que?"],
    ["ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ"],
    ["Straße ﬁn İıI", "strasse fin iii"],
    ["李四 😀", "李四 😀"],
  ] as const)
    assert.equal(fold(text), folded);
  const r = new Seeded(3);
  for (let i = 0; i < 2000; i++) {
    const point = (): string => String.fromCodePoint(r.n(3) ? r.n(0x3ff) : r.n(0xd7ff));
    const [a, b] = [point() + point(), point()];
    assert.equal(fold(a) + fold(b), fold(a + b), JSON.stringify(a + b));
    assert.equal(fold(fold(a)), fold(a), JSON.stringify(a));
  }
});

test("highlight marks in the text what the search found, with its accents", () => {
  const marked = (text: string, query: string): string[] =>
    highlight(text, terms(query)).map(([a, b]) => text.slice(a, b));
  assert.deepEqual(marked("La Acción, la acc\u0301ion y la ACCION", "acción"), ["Acción", "acc\u0301ion", "ACCION"]);
  assert.deepEqual(marked("Straße", "SSE"), ["ße"]);
  assert.deepEqual(marked("a😀b", "😀"), ["😀"]);
  assert.deepEqual(marked("cano", "o\u0301"), ["o"]);
  assert.deepEqual(marked("caso\u0301n", "o n"), ["o\u0301n"]);
  assert.deepEqual(terms('uno "dos  tres" UNO " cuatro'), ["uno", "dos  tres", "cuatro"]);
  assert.deepEqual(terms("  "), []);
});

test("a line is read as the store reads it: kind and instant of every form of moment", () => {
  const seen = ["1", "736673289.123456", "1970s", "2001s", "x", "736673289", "1714979289123", "01"];
  const r = new Seeded(5);
  for (let i = 0; i < 4000; i++) {
    const ns =
      r.n(9) === 0 ? -BigInt(r.n(2 ** 31)) * 10n ** 10n : BigInt(r.n(2 ** 31)) * 2_000_000_000n + BigInt(r.n(1e9));
    const [unit, precision] = r.of([
      [1_000_000_000n, "s"],
      [1_000_000n, "ms"],
      [1000n, "us"],
      [1n, "ns"],
      [86_400_000_000_000n, "day"],
    ] as const);
    const utc = (ns / unit) * unit;
    const mac = (utc - 978_307_200_000_000_000n) / 1000n;
    const of = r.of([
      ...seen,
      `${mac / 1_000_000n}.${String(mac % 1_000_000n).padStart(6, "0")}`,
      String(utc / unit),
      String((utc - 978_307_200_000_000_000n) / unit),
    ]);
    const line = encodeRecord({
      kind: "k",
      at: { utc, seen: of, precision },
      fields: {},
      observables: [],
      origin: { file: 0, at: { key: "" } },
    });
    const at = decodeRecord(line).at?.utc;
    assert.equal(readLine(line).when, at === undefined ? "none" : instant64(at), line);
  }
  const odd = (at: string): string => `{"k":{},"at":${at},"origin":[0,"t",1]}`;
  for (const at of [
    '["2024-05-06T07:08:09.1Z","x"]',
    '["2024-05-06T07:08:09.12Z","2001s"]',
    '["2024-05-06T07:08:09.9999999Z","1970s"]',
    '["2024-05-06T07:08:09.1234567891Z","2001s"]',
    '["2024-13-06T07:08:09Z",1970]',
    '["2024-02-30T07:08:09Z",1970]',
    '["2024-05-06T24:00:00Z",1970]',
    '["2024-05-06T23:59:60Z",1970]',
    '["2024-05-06T07:08:09Z",1971]',
    '["2024-05-06T07:08:09Z",null]',
    '["2024-05-06T07:08:09Z"]',
    '{"utc":"2024-05-06T07:08:09+02:00","seen":"x","precision":"s"}',
    '{"utc":"2024-05-06","seen":"x","precision":"day"}',
    '{"utc":"2024-05-06T07:08:09Z","precision":"s"}',
    '{"utc":"0001-01-01T00:00:00Z","seen":"x","precision":"s"}',
    '{"utc":"9999-01-01T00:00:00.5Z","seen":"x","precision":"ms"}',
    '{"utc":7,"seen":"x","precision":"s"}',
    '{"list":["2024-05-06T07:08:09Z","x"]}',
    '"2024-05-06T07:08:09Z"',
  ]) {
    const m = decodeRecord(odd(at)).at;
    const { when } = readLine(odd(at));
    assert.equal(when, m?.utc === undefined ? "none" : instant64(m.utc), at);
  }
});

test("sorting by instant is stable, negative ones first", () => {
  const r = new Seeded(1);
  for (const n of [0, 1, 2, 5000]) {
    const times = BigInt64Array.from(
      { length: n },
      () => (BigInt(r.n(2 ** 31)) << BigInt(r.n(33))) * (r.n(3) ? 1n : -1n) + BigInt(r.n(3)),
    );
    const order = [...orderByTime(times)];
    const plain = [...times.keys()].sort((a, b) => (times[a]! < times[b]! ? -1 : times[a]! > times[b]! ? 1 : a - b));
    assert.deepEqual(order, plain);
  }
});

test("runs that were put aside come back merged, and leave nothing behind", async () => {
  const r = new Seeded(2);
  const folder = new Memory();
  const sorter = new StreamSorter(folder, 1000);
  const expected: [bigint, number][] = [];
  for (let i = 0; i < 7500; i++) {
    const ns = BigInt(r.n(900)) - 100n;
    expected.push([ns, i]);
    if (sorter.add("k", ns, i)) await sorter.spill();
    if (i % 3 === 0 && sorter.add("other", "none", i)) await sorter.spill();
  }
  const [out, ends] = [new ChunkWriter(folder, "entries.bin", platform), new EndsWriter()];
  const heads = await sorter.finish(out, ends);
  await out.finish();
  const bytes = folder.files.get("entries.bin")!;
  const dated = heads.find((h) => h.when === "dated")!;
  const got: [bigint, number][] = [];
  for (let i = 0; i < dated.n; i += PAGE) {
    const n = Math.min(PAGE, dated.n - i);
    const page = decodePage(bytes.subarray(dated.at + i * 12, dated.at + (i + n) * 12));
    for (let k = 0; k < n; k++) got.push([page.ns[k]!, page.ordinals[k]!]);
  }
  assert.deepEqual(
    got,
    expected.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1])),
  );
  assert.equal(heads.find((h) => h.when === "none")?.n, 2500);
  assert.deepEqual([...folder.files.keys()], ["entries.bin"]);
});

test("signatures: no block that holds a text is passed over, in short segments and long ones; most others are", async () => {
  const r = new Seeded(4);
  const [folder, blocks, bits, segment] = [new Memory(), 300, 12, 128];
  const texts = Array.from({ length: blocks }, () =>
    Array.from({ length: 5 }, () => fold(r.of(["plaza", "Acción", "x1", "李四", "ab", "fin"]) + String(r.n(1e6)))),
  );
  const [text, short] = [new ChunkWriter(folder, "t", platform), new ChunkWriter(folder, "s", platform)];
  const [a, b] = [new SignatureWriter(text, 2 ** bits, segment), new SignatureWriter(short, SHORT_ROWS, segment)];
  for (const some of texts) {
    for (const t of some) addGrams(t, a.block, b.block, bits);
    await a.next();
    await b.next();
  }
  await a.finish();
  await b.finish();
  const sums = [await text.finish(), await short.finish()] as const;
  assert.equal(sums[0].size, signatureSize(blocks, 2 ** bits, segment));
  const long = new ChunkReader("c", await folder.read("t"), sums[0], platform, 1 << 20);
  const brief = new ChunkReader("c", await folder.read("s"), sums[1], platform, 1 << 20);
  let [kept, passed] = [0, 0];
  for (let i = 0; i < 400; i++) {
    const whole = r.of(r.of(texts));
    const from = r.n(whole.length);
    const term = whole.slice(from, from + 1 + r.n(9));
    const lists =
      term.length >= 4 ? gramPlaces(term, bits).map((p) => [p]) : [shortPlaces(term)].filter((l) => l.length > 0);
    const may =
      term.length >= 4
        ? await candidates(long, blocks, 2 ** bits, lists, segment)
        : await candidates(brief, blocks, SHORT_ROWS, lists, segment);
    for (const [k, some] of texts.entries()) {
      const on = may === undefined || (may[k >> 3]! & (1 << (k & 7))) !== 0;
      const holds = some.some((t) => t.includes(term));
      if (holds) assert.ok(on, `${term} in block ${k}`);
      else if (on) kept++;
      else passed++;
    }
  }
  assert.ok(passed > kept * 3, `${passed} passed over, ${kept} kept for nothing`);
});

test("lines over borders of reads, without a last line feed, and one that is too long", async () => {
  const r = new Seeded(6);
  const lines = Array.from({ length: 40_000 }, (_, i) => `${i}ñ€${"x".repeat(r.n(90))}`);
  for (const end of ["\n", ""]) {
    const bytes = Buffer.from(lines.join("\n") + end);
    const got: string[] = [];
    for await (const b of linesBetween(access(bytes), 0, bytes.length))
      for (const [i, l] of b.lines.entries()) {
        assert.equal(bytes.subarray(b.starts[i]!, b.starts[i]! + Buffer.byteLength(l)).toString(), l);
        got.push(l);
      }
    assert.deepEqual(got, lines);
  }
  const bytes = Buffer.from(`a\n${"y".repeat(MAX_LINE + (2 << 20))}\nb\n`);
  const got: string[] = [];
  for await (const b of linesBetween(access(bytes), 0, bytes.length)) got.push(...b.lines);
  assert.deepEqual(got, ["a", "", "b"]);
});

test("no value that shares a key is passed over for how it is written", () => {
  const r = new Seeded(12);
  const more = Array.from({ length: 3000 }, () => {
    const host = r.of([
      "EVIL.example",
      "a.evil.example.",
      "ev%69l.example",
      "evil\u3002example",
      "evi l.example",
      " evil.example",
      "e\u00advil.example",
      "ｅvil.example",
      "xn--mnchen-3ya.example",
      "münchen.example",
      "[::1]",
    ]);
    const value =
      r.of(["", "https://", "HTTP://u@", "//", "ftp://x:y@"]) +
      host +
      r.of(["", ":8443", "/a?b", "\\x", "#f", " ", "\t"]);
    return { type: r.of(["url", "domain"] as const), value };
  });
  let shared = 0;
  for (const v of [...VECTORS, ...more])
    for (const key of keys(v)) {
      assert.ok(mayShare(v.value, key), `${v.value} ${key}`);
      shared++;
    }
  assert.ok(shared > 3000);
  assert.ok(!mayShare('{"visit":{"url":"https://otro.example/"}}', "d:evil.example"));
});

test("cites and cursors as text", () => {
  const c = { ns: -5n, check: "0001", artifact: "ios/sms", ordinal: 7 };
  assert.deepEqual(readCursor(cursorText(c)), c);
  assert.deepEqual(readCursor(cursorText({ ...c, check: "", artifact: "case/note" })), {
    ...c,
    check: "",
    artifact: "case/note",
  });
  assert.deepEqual(readCite("0001/ios/sms/7"), { check: "0001", artifact: "ios/sms", ordinal: 7 });
  for (const bad of ["", "x", "1/2", "1/0001/ios/sms/-7", "1e9/0001/a/7", `${"9".repeat(40)}/0001/a/7`]) {
    assert.equal(readCursor(bad), undefined);
    assert.equal(readCite(bad), undefined);
  }
});
