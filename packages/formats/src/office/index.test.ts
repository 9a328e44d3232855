import assert from "node:assert/strict";
import { test } from "node:test";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { pieces, plain } from "../markup/index.ts";
import { docxPages, htmlPages, odtPages } from "./index.ts";

test("markup: tags, attributes, entities, and what is none of them", () => {
  const all = [
    ...pieces(
      `<?xml version="1.0"?><!-- <p> --><a b='1 > 0' c=2 d/>x &lt; y &#xF1;&eacute;&nada;<![CDATA[<i>]]> 1 < 2</a>`,
    ),
  ];
  const open = all[0]!;
  assert.ok(open.kind === "open" && open.empty);
  assert.deepEqual(
    [...open.attrs],
    [
      ["b", "1 > 0"],
      ["c", "2"],
      ["d", ""],
    ],
  );
  assert.equal(all.flatMap((p) => (p.kind === "text" ? [p.text] : [])).join(""), "x < y ñé&nada;<i> 1 < 2");
  assert.deepEqual(all.at(-1), { kind: "close", name: "a" });
  assert.equal(plain("&#0;&#xD800;&#1114112;"), "&#0;&#xD800;&#1114112;");
});

test("markup that never ends takes no longer than its length", () => {
  for (const s of [
    "<a ".repeat(200_000),
    "<!--".repeat(200_000),
    "<a b='".repeat(200_000),
    "<script>".repeat(100_000),
    "&".repeat(500_000),
  ]) {
    const spent = cpu();
    let n = 0;
    for (const p of pieces(s, true)) n += p.kind === "text" ? 1 : 2;
    assert.ok(n >= 0 && spent() < 3000, s.slice(0, 8));
  }
});

test("DOCX: hidden, highlighted, deleted and vanished words are not given as text", () => {
  const run = (props: string, text: string): string => `<w:r><w:rPr>${props}</w:rPr><w:t>${text}</w:t></w:r>`;
  const xml = `<w:p>${run("", "a ")}${run('<w:highlight w:val="black"/>', "bb")}${run('<w:highlight w:val="yellow"/>', "cc")}${run("<w:vanish/>", "dd")}<w:del>${run("", "ee")}</w:del>${run('<w:color w:val="FFFFFF"/><w:shd w:fill="ffffff"/>', "ff")}</w:p>`;
  const [page] = docxPages(xml).pages;
  assert.equal(page!.text, "a ██cc████");
  assert.deepEqual(
    page!.hidden.map((h) => h.text),
    ["bb", "ddff"],
  );
  // A dark ground without a colour of its own is shown in white letters.
  assert.deepEqual(docxPages(`<w:p>${run('<w:shd w:fill="000000"/>', "visto")}</w:p>`).pages[0]!.hidden, []);
});

test("ODT: styles decide; runs of spaces, breaks, notes and tracked changes", () => {
  const xml =
    '<style:style style:name="B"><style:text-properties fo:color="#111111" fo:background-color="#000000"/></style:style><office:text><text:tracked-changes><text:p>viejo</text:p></text:tracked-changes><text:p>a<text:tab/>b<text:line-break/><text:span text:style-name="B">c d</text:span></text:p></office:text>';
  const [page] = odtPages(xml).pages;
  assert.equal(page!.text.trim(), "a\tb\n█ █");
  assert.deepEqual(
    page!.hidden.map((h) => h.text),
    ["c d"],
  );
});

test("HTML: blocks, spaces, and letters in the colour of their ground", () => {
  const html =
    '<html><style>.n,.m{color:#fff;background:white}</style><body><h1>Uno  dos</h1>tres<br>cuatro<table><tr><td>a</td><td>b</td></tr></table><i class="m">zz</i><span style="background-color: rgb(0, 0, 0); color: black">yy</span></body>';
  const [page] = htmlPages(html).pages;
  assert.equal(page!.text, "Uno dos\ntres\ncuatro\na b\n████");
  assert.equal(page!.hidden.map((h) => h.text).join(""), "zzyy");
});
