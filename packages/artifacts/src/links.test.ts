import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMITS } from "@contraluz/core";
import { links, MAX_LINKS } from "./links.ts";

function of(body: string): string[] {
  const found = new Set<string>();
  assert.equal(links(body, found), true, body.slice(0, 80));
  return [...found];
}

test("links with a scheme, whatever stands around them", () => {
  for (const [body, ...expected] of [
    ["Mira https://a.example/x?y=1#z", "https://a.example/x?y=1#z"],
    ["HTTPS://A.Example/X y Http://b.example", "HTTPS://A.Example/X", "Http://b.example"],
    ["http://usuario:clave@a.example:8443/x", "http://usuario:clave@a.example:8443/x"],
    ["ftp://a.example/f", "ftp://a.example/f"],
    ["http://198.51.100.7/x http://[2001:db8::1]:80/ http://3325256711/", "http://198.51.100.7/x"].concat(
      "http://[2001:db8::1]:80/",
      "http://3325256711/",
    ),
    ["http://localhost:8080/x", "http://localhost:8080/x"],
    ["https://mañana.example/ñ/文", "https://mañana.example/ñ/文"],
    ["请看https://a.example/x。", "https://a.example/x"],
    ["a.example/1\nhttps://b.example/2\tc.example/3", "a.example/1", "https://b.example/2", "c.example/3"],
    ["https://a.example/x\u202ehttps", "https://a.example/x"],
    ["https://a.example/x\u0000\u001b[2J", "https://a.example/x"],
    ["https://a.example/x\ufffc", "https://a.example/x"],
    ["itms-services://?action=download-manifest&url=https://a.example/m.plist", "https://a.example/m.plist"],
    ["https://a.example/?u=https://b.example/", "https://a.example/?u=https://b.example/"],
  ] as [string, ...string[]][])
    assert.deepEqual(of(body), expected, body);
});

test("what stands behind a link is not in it", () => {
  for (const [body, expected] of [
    ["¿Viste https://a.example/x?", "https://a.example/x"],
    ["«https://a.example/x»", "https://a.example/x"],
    ["“https://a.example/x”, dijo", "https://a.example/x"],
    ["‘https://a.example/x’", "https://a.example/x"],
    ["(ve https://a.example/x).", "https://a.example/x"],
    ["https://a.example/Foo_(bar)", "https://a.example/Foo_(bar)"],
    ["(https://a.example/Foo_(bar))", "https://a.example/Foo_(bar)"],
    ["*https://a.example/x*…", "https://a.example/x"],
    ["[x](https://a.example/x)", "https://a.example/x"],
    ["<https://a.example/x>", "https://a.example/x"],
    ["https://a.example/x!!!", "https://a.example/x"],
    ["https://a.example/x/", "https://a.example/x/"],
    ["www.a.example/x?q=1.", "www.a.example/x?q=1"],
  ])
    assert.deepEqual(of(body!), [expected], body);
});

test("bare names that a phone makes tappable", () => {
  for (const [body, ...expected] of [
    ["entra a a-b.example.com hoy", "a-b.example.com"],
    ["Entra a: Noticias.MX.", "Noticias.MX"],
    ["bit.ly/3xY y wa.me/521", "bit.ly/3xY", "wa.me/521"],
    ["www.algo.museum", "www.algo.museum"],
    ["a.example:8443/x", "a.example:8443/x"],
    ["198.51.100.7:8080", "198.51.100.7:8080"],
    ["mañana.com", "mañana.com"],
    ["sitio.com?x=1 sitio.com? sitio.com#a", "sitio.com?x=1", "sitio.com", "sitio.com#a"],
    ["a.b.c.d.e.f.g.h.i.j.k.evil.com", "a.b.c.d.e.f.g.h.i.j.k.evil.com"],
    ["(sitio.com)", "sitio.com"],
    ["xn--maana-pta.com", "xn--maana-pta.com"],
    ["sitio.com_", "sitio.com"],
    ["-sitio.com-", "sitio.com"],
  ] as [string, ...string[]][])
    assert.deepEqual(of(body), expected, body);
});

test("what is no link", () => {
  for (const body of [
    "Hola.Qué tal.No sé.",
    "Llego a las 5.30, cuesta 1.500.000",
    "versión 10.0.1",
    "p. ej. esto, etc.",
    "correo: ana@sitio.com, ana.perez@sitio.com/x",
    "hxxps://evil.com/x y hxxp://evil.com",
    "evil[.]com, evil(.)com, evil[dot]com",
    "http://",
    "https://... http://!!",
    "://a://",
    ".com www. ..com -.com",
    "com.apple.SpringBoard",
    "foto.jpg archivo.pdf",
    "",
    "...",
  ])
    assert.deepEqual(of(body), [], body);
});

test("the host of a very long link stays", () => {
  const long = "a".repeat(100_000);
  const [path] = of(`https://evil.com/${long}`);
  assert.equal(path!.length, LIMITS.text);
  assert.ok(path!.startsWith("https://evil.com/aaa"));
  assert.deepEqual(of(`https://${long}:${long}@evil.com:8443/x`), ["https://evil.com:8443/x"]);
  assert.deepEqual(of(`https://${long}/@evil.com`), [`https://${long}`.slice(0, LIMITS.text)]);
  const pairs = of(`https://evil.com/xy${"😀".repeat(5000)}`)[0]!;
  assert.equal(pairs.length, LIMITS.text - 1);
  assert.ok(encodeURIComponent(pairs), "no half of a pair");
});

test("ten thousand links: the first ones are kept, and that is said", () => {
  const body = Array.from({ length: 10_000 }, (_, i) => `https://h${i}.example/`).join(" ");
  const found = new Set<string>();
  assert.equal(links(body, found), false);
  assert.equal(found.size, MAX_LINKS);
  assert.equal([...found][999], "https://h999.example/");
  // The same link ten thousand times is one link.
  assert.deepEqual(of("https://a.example/ ".repeat(10_000)), ["https://a.example/"]);
  // What was found before counts, as several texts make one record.
  assert.equal(links("https://another.example/ https://h0.example/", found), false);
  assert.equal(links("https://h0.example/", found), true);
  const late = new Set<string>();
  assert.equal(links(`${"x ".repeat(600_000)}https://evil.com/`, late), false);
});

const HOSTILE: Readonly<Record<string, string>> = {
  "marks behind a link": `https://a.example/${"!".repeat(65_000)}a`,
  "marks alone": `https://${")".repeat(65_000)}`,
  "brackets inside": `https://a.example/${"(".repeat(32_000)}${")".repeat(33_000)}x${")".repeat(500)}`,
  "labels of one letter": "a.".repeat(32_768),
  "labels and a top name": `${"a.".repeat(32_000)}com`,
  hyphens: "a-".repeat(32_000).concat(".com"),
  dots: ".".repeat(65_536),
  "dots and letters": "..a".repeat(21_845),
  schemes: "http://".repeat(9362),
  "schemes with marks": "http://!".repeat(8192),
  "separators alone": "://".repeat(21_845),
  "one long name": "a".repeat(65_532).concat(".com"),
  "at signs": "a.b@".repeat(16_384),
  colons: "a.example:1:".repeat(5461),
  "question marks": "sitio.com?a".repeat(5957),
  "letters of other scripts": "ñ文.".repeat(21_845),
  "marks of letters": `a${"\u0301".repeat(60_000)}.com`,
  "halves of pairs": "\ud83d.\udc00".repeat(21_845),
};

for (const [name, body] of Object.entries(HOSTILE)) {
  test(`64 KiB of a hostile text take no time: ${name}`, () => {
    links(body, new Set());
    const before = process.cpuUsage();
    links(body, new Set());
    const used = process.cpuUsage(before);
    assert.ok(used.user + used.system < 100_000, `${(used.user + used.system) / 1000} ms`);
  });
}
