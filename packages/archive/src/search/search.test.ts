import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, tokens } from "../fold/index.ts";
import { ArchiveIndex } from "../index/index.ts";
import { boxed, buildOptions, jsonl, page } from "../pages.fixture.ts";
import { sqls } from "../sqls.fixture.ts";
import { type Found, parseQuery, type SearchOptions, search } from "./index.ts";

const PAGES = [
  page("CAJA-1/memo.png", "AL C. DIRECTOR\nEl año pasado ILDEFONSO NÚÑEZ vigi-\nlado en Puebla.", {
    lines: boxed(["AL C. DIRECTOR", "El año pasado ILDEFONSO NÚÑEZ vigi-", "lado en Puebla."]),
    w: 800,
    h: 200,
    date: { text: "14 de septiembre de 1974", iso: "1974-09-14", precision: "day" },
  }),
  page("CAJA-1/otro.txt", "El ano de la huelga de hambre. Puebla, a 3 de mayo.", {
    date: { text: "mayo de 1975", iso: "1975-05", precision: "month" },
  }),
  page("CAJA-2/lista.txt", "El Tigre salió de la huelga. Luego fue visto en Puebla con El Tigre."),
  page("CAJA-2/roto.png", "", { state: "unreadable" }),
  page("CAJA-2/malo.png", "hvelga", { state: "poor", confidence: 41 }),
  page("CAJA-2/blanco.png", "", { state: "blank" }),
];

for (const [name, sql] of await sqls()) {
  const index = (await ArchiveIndex.open(sql, undefined, { write: true }))!;
  await index.add(jsonl(PAGES), buildOptions());
  index.finish();
  const ask = (text: string, o: SearchOptions = {}): Found => {
    const f = search(index, text, o);
    assert.ok(!("fault" in f), text);
    return f;
  };
  const paths = (text: string, o: SearchOptions = {}): readonly string[] =>
    ask(text, o).hits.map((h) => h.page.path.replace(/^CAJA-\d\/|\.\w+$/g, ""));

  test(`${name}: accents do not count, but the spelling that was typed comes first`, () => {
    assert.deepEqual(paths("año"), ["memo", "otro"]);
    assert.deepEqual(paths("ano"), ["otro", "memo"]);
    assert.deepEqual(
      ask("ano").hits.map((h) => h.exact),
      [true, false],
    );
    assert.deepEqual(paths("nunez"), ["memo"]);
    assert.deepEqual(paths("AÑO"), ["memo", "otro"]);
  });

  test(`${name}: phrases, near, beginnings, one of two, without`, () => {
    assert.deepEqual(paths('"huelga de hambre"'), ["otro"]);
    assert.deepEqual(paths('"hambre de huelga"'), []);
    assert.deepEqual(paths("cerca(tigre huelga, 4)"), ["lista"]);
    assert.deepEqual(paths("near(tigre huelga, 3)"), ["lista"], "from «salió de la» are three words");
    assert.deepEqual(paths("near(año puebla, 2)"), []);
    assert.deepEqual(paths("vigil*"), ["memo"], "a word cut at the end of a line is one");
    assert.deepEqual(paths("huelga -tigre"), ["otro"]);
    assert.deepEqual(paths("hambre O tigre", { order: "path" }), ["otro", "lista"]);
    assert.deepEqual(paths('puebla -"el tigre" -hambre'), ["memo"]);
  });

  test(`${name}: words that are nearly so spelled, and which ones those are`, () => {
    const f = ask("huelga~");
    assert.deepEqual(f.hits.map((h) => h.page.path).sort(), ["CAJA-1/otro.txt", "CAJA-2/lista.txt", "CAJA-2/malo.png"]);
    assert.deepEqual(f.taken, [{ word: "huelga", terms: ["huelga", "hvelga"] }]);
    assert.deepEqual(paths("tigro~"), ["lista"]);
    assert.deepEqual(paths("ticro~1"), []);
    assert.deepEqual(paths("huelga~0").length, 2);
  });

  test(`${name}: what is marked is what was found, on the page and on its image`, () => {
    const [hit] = ask("nunez vigilado").hits;
    const { text } = hit!.page;
    assert.deepEqual(
      hit!.spans.map((s) => text.slice(s.start, s.end)),
      ["NÚÑEZ", "vigi-\nlado"],
    );
    // The cut word lies on two lines.
    assert.deepEqual(
      hit!.marks.map((m) => m.box),
      [
        [480, 40, 580, 70],
        [600, 40, 700, 70],
        [0, 80, 80, 110],
      ],
    );
    assert.ok(hit!.marks.every((m) => !m.about));
    const s = hit!.snippet;
    assert.deepEqual(
      s.marks.map((m) => s.text.slice(m.start, m.end)),
      ["NÚÑEZ", "vigi- lado"],
    );
  });

  test(`${name}: pages that could not be read are counted, whatever was found`, () => {
    const f = ask("nadie");
    assert.equal(f.total, 0);
    assert.deepEqual(f.coverage, { pages: 6, read: 3, poor: 1, unreadable: 1, blank: 1, undated: 0 });
    assert.equal(ask("nadie", { path: "caja-1" }).coverage.unreadable, 0);
    const dated = ask("puebla", { since: "1974", until: "1975" });
    assert.deepEqual(
      dated.hits.map((h) => h.page.path),
      ["CAJA-1/memo.png", "CAJA-1/otro.txt"],
    );
    assert.equal(dated.coverage.unreadable, 1, "nobody knows its date");
    assert.equal(dated.coverage.undated, 4);
  });

  test(`${name}: by date, path and state, page by page`, () => {
    assert.deepEqual(paths("puebla", { since: "1975-05-03" }), ["otro"], "a month is all its days");
    assert.deepEqual(paths("puebla", { since: "1974-09-14", until: "1974-09-14" }), ["memo"]);
    assert.deepEqual(paths("puebla", { until: "1974-09-13" }), []);
    assert.deepEqual(paths("puebla", { path: "CAJA-2" }), ["lista"]);
    assert.deepEqual(paths("hvelga", { states: ["poor"] }), ["malo"]);
    assert.deepEqual(paths("hvelga", { states: ["read"] }), []);
    assert.deepEqual(paths("puebla", { order: "date" }), ["memo", "otro", "lista"]);
    const seen: string[] = [];
    for (let from: number | undefined = 0; from !== undefined; ) {
      const f: Found = ask("puebla", { limit: 2, from });
      assert.equal(f.total, 3);
      seen.push(...f.hits.map((h) => h.page.path));
      from = f.next;
    }
    assert.equal(new Set(seen).size, 3);
  });

  test(`${name}: what people and attackers type never breaks it`, () => {
    const odd = [
      '"',
      "(",
      ")",
      "near(",
      "near(a",
      "a OR",
      "O",
      "NOT x",
      "a AND b",
      "col:x",
      "x^2",
      "*",
      "~",
      "a~9",
      "-",
      "--",
      "-a",
    ];
    for (const text of [
      ...odd,
      'a"b',
      '""',
      "🙂",
      "a\0b",
      "'; DROP TABLE pages; --",
      "x".repeat(2000),
      '"a* ~',
      "near(,,)",
    ])
      search(index, text);
    assert.equal(index.count(), 6);
  });
}

test("what cannot be asked is said, with its place", () => {
  const fault = (text: string): unknown => (parseQuery(text) as { fault?: string }).fault;
  assert.deepEqual(["", "  ", 'a "b', "near(a b", "near(a)", "a*", "-a", "x ".repeat(400)].map(fault), [
    "empty",
    "empty",
    "quote",
    "bracket",
    "near",
    "prefix",
    "only-not",
    "long",
  ]);
});

test("one fold: words of a text, and again folded, are the same", () => {
  assert.equal(fold("Ñandú"), "nandu");
  for (const t of tokens("AÑO|NUEVO Straße J|MENEZ ﬁn İstanbul 14-09-74 e\u0301xito"))
    assert.equal(fold(t.folded), t.folded);
  assert.deepEqual(
    tokens("J|MENEZ vigi-\nlado Ana-María").map((t) => t.folded),
    ["jlmenez", "vigilado", "ana", "maria"],
  );
});
