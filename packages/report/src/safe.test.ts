import assert from "node:assert/strict";
import { test } from "node:test";
import { clip, cssString, escapeHtml, html, plain, seen, splitAt } from "./safe.ts";
import { HOSTILE } from "./sample.fixture.ts";
import { columns, wrap } from "./text/wrap.ts";

test("html escapes every hole but markup of our own", () => {
  assert.equal(
    html`<p a="${'"<>'}">${"a & b"}${["<", html`<i>`]}${7}${undefined}</p>`.markup,
    '<p a="&quot;&lt;&gt;">a &amp; b&lt;<i>7</p>',
  );
  assert.equal(escapeHtml("a\u202eb\u0000\n"), "a[U+202E]b[U+0000][U+000A]");
});

test("seen text: framed, isolated, codes for what is invisible, cut with the true length", () => {
  const f = seen(HOSTILE.bidi, "es").markup;
  assert.match(
    f,
    /^<bdi class="seen-text" dir="auto">factura<span class="ctl">U\+202E<\/span>fdp\.exe<span class="ctl">U\+2066<\/span>/,
  );
  assert.ok(!/[\u202a-\u202e\u2066-\u2069\u200b]/.test(f));
  const long = seen(HOSTILE.long, "en").markup;
  assert.ok(long.includes("(10,000 letters)"));
  assert.equal((long.match(/A/g) ?? []).length, 200);
  const emoji = seen("🙂".repeat(201), "es").markup;
  assert.ok(emoji.includes("(201 letras)"), emoji);
  assert.equal((seen(HOSTILE.marks, "es").markup.match(/\u0310/g) ?? []).length, 3);
  assert.ok(seen("\ud800x", "es").markup.includes("U+D800"));
});

test("plain text has no control character left", () => {
  for (const v of Object.values(HOSTILE)) {
    const t = plain(v, "es");
    assert.ok(!/[\p{Cc}\p{Cf}\p{Cs}]/u.test(t), JSON.stringify(t));
  }
  assert.equal(plain("a\x1b[2Jb", "es"), "a<U+001B>[2Jb");
});

test("splitAt takes the longest value first and loses nothing", () => {
  const parts = splitAt("x evil.example/a y evil.example z", ["evil.example", "evil.example/a", "", "y"]);
  assert.deepEqual(
    parts.filter((p) => p.foreign).map((p) => p.text),
    ["evil.example/a", "evil.example"],
  );
  assert.equal(parts.map((p) => p.text).join(""), "x evil.example/a y evil.example z");
});

test("a CSS string cannot be left", () => {
  assert.equal(cssString('a"</style>\\'), '"a\\22 \\3c /style\\3e \\5c "');
});

test("wrap keeps to its width and to every word", () => {
  const text = "uno dos tres cuatro cinco seis siete ocho nueve diez";
  for (let width = 12; width < 60; width++) {
    const lines = wrap(text, width, "  - ");
    for (const l of lines) assert.ok(columns(l) <= width, `${width}: ${l}`);
    assert.equal(lines.map((l) => l.slice(4)).join(" "), text);
  }
  assert.deepEqual(wrap("ab", 80), ["ab"]);
  assert.ok(wrap("A".repeat(1000), 40).every((l) => l.length <= 40));
  assert.ok(wrap("漢".repeat(100), 40).every((l) => columns(l) <= 40));
  assert.equal(clip("abc", 2), "a…");
});
