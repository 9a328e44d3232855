import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkTexts } from "./docs.ts";
import { headings, links } from "./markdown.ts";

const page = (path: string, text: string) => ({ path, text });
/** What is wrong with these files. `more`: paths of further files of the project. */
const wrong = (files: readonly { path: string; text: string }[], more: string[] = [], own: string[] = []) =>
  checkTexts(files, [...files.map((f) => f.path), ...more], own).breaches;

describe("docs: Spanish and English", () => {
  test("twins with the same headings pass", () => {
    const es = page("docs/es/guia.md", "# Guía\n\n## Antes\n\ntexto\n\n### Más\n");
    const en = page("docs/en/guia.md", "# Guide\n\n## Before\n\ntext\n\n### More\n");
    assert.deepEqual(wrong([es, en]), []);
  });
  test("a page alone, on either side", () => {
    assert.deepEqual(wrong([page("docs/es/a.md", "# A")]), ["docs/es/a.md: no docs/en/a.md"]);
    assert.deepEqual(wrong([page("docs/en/a.md", "# A")]), ["docs/en/a.md: no docs/es/a.md"]);
  });
  test("another level, one more, one less", () => {
    const of = (es: string, en: string) => wrong([page("docs/es/a.md", es), page("docs/en/a.md", en)]);
    assert.match(of("# A\n## B", "# A\n### B")[0]!, /heading 2 is “## B”, in docs\/en “### B”/);
    assert.match(of("# A\n## B", "# A")[0]!, /heading 2 is “## B”, in docs\/en “nothing”/);
    assert.match(of("# A", "# A\n## C")[0]!, /heading 2 is “nothing”, in docs\/en “## C”/);
  });
  test("what looks like a heading inside code is none", () => {
    const es = page("docs/es/a.md", "# A\n\n```sh\n# comentario\n```\n");
    assert.deepEqual(wrong([es, page("docs/en/a.md", "# A\n")]), []);
  });
});

describe("docs: links", () => {
  const target = page("docs/b.md", "# Uno\n\n## Dos cosas\n\n## Dos cosas\n\n### `code` y [enlace](x.md)!\n");
  const from = (text: string) =>
    wrong([page("docs/a.md", text), target], ["docs/x.md", "LICENSE", "docs/pictures/p.png"]);

  for (const link of [
    "b.md",
    "./b.md",
    "b.md#dos-cosas",
    "b.md#dos-cosas-1",
    "b.md#code-y-enlace",
    "../LICENSE",
    "pictures",
    "pictures/p.png",
    "https://a.example/x#y",
    "mailto:a@b.example",
    "../",
  ])
    test(`leads somewhere: ${link}`, () => assert.deepEqual(from(`[a](${link})`), []));

  for (const link of ["c.md", "B.md", "../b.md", "b.md#tres", "b.md#dos-cosas-2", "#nada", "/docs/b.md", "../../x.md"])
    test(`leads nowhere: ${link}`, () => {
      const found = from(`texto\n\n[a](${link})`);
      assert.equal(found.length, 1, String(found));
      assert.match(found[0]!, /^docs\/a\.md:3: /);
    });

  test("every form of a link is looked at", () => {
    const text = [
      "![p](p1)",
      '[t](p2 "title")',
      "[r]: p3",
      '<a class="x" href="p4">',
      "<img src='p5'>",
      "[<sp>](<p6>)",
    ].join("\n\n");
    assert.deepEqual(
      links(text).map((l) => l.target),
      ["p1", "p2", "p3", "p4", "p5", "p6"],
    );
    assert.deepEqual(links("`[a](no)`\n\n```\n[a](no)\n```\n\n<!-- [a](no) -->"), []);
  });
});

test("docs: anchors as renderers make them", () => {
  assert.deepEqual(
    headings("# ¿Qué ve, y qué no?\n## A — B\n## A — B\n### x_y #\n#no\n").map((h) => [h.level, h.anchor]),
    [
      [1, "qué-ve-y-qué-no"],
      [2, "a--b"],
      [2, "a--b-1"],
      [3, "x_y"],
    ],
  );
});

describe("docs: paths of one machine", () => {
  const root = ["", "root", "x"].join("/");
  test("are found in any file, with their line", () => {
    assert.deepEqual(wrong([page("src/a.ts", `1\nconst p = "${root}";`)]), [
      `src/a.ts:2: path of one machine: ${root}`,
    ]);
    assert.equal(wrong([page("a.txt", "/home/ana/clone/x")], [], ["/home/ana/clone/"]).length, 1);
  });
  test("are told from other paths", () => {
    for (const text of [
      "~/work/x",
      "https://a.example/root/x",
      "../work/x",
      "docs/work/x",
      "/workers/x",
      "/private/var/root/x",
    ])
      assert.deepEqual(wrong([page("a.txt", text)]), [], text);
  });
});
