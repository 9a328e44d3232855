import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { looksLikePlist, type PlistValue, parsePlist, parseXmlPlist } from "./index.ts";
import { bytes, collector, mutate, random } from "./plist.fixture.ts";

const utf8 = new TextEncoder();
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">`;

function read(text: string | Uint8Array): { value: PlistValue | undefined; problems: Problem[] } {
  const { problems, report } = collector<Problem>();
  return { value: parseXmlPlist(typeof text === "string" ? utf8.encode(text) : text, report), problems };
}

function clean(inner: string): PlistValue | undefined {
  const { value, problems } = read(`${HEAD}\n${inner}\n</plist>\n`);
  assert.deepEqual(problems, []);
  return value;
}

test("scalars", () => {
  const cases: [string, PlistValue][] = [
    ["<string>hola</string>", "hola"],
    ["<string/>", ""],
    ["<string></string>", ""],
    ["<string> a\n b </string>", " a\n b "],
    ["<string>&lt;a&gt; &amp;amp; &quot;&apos; &#241; &#xF1; &#x1F600;</string>", "<a> &amp; \"' ñ ñ 😀"],
    ["<string>a<![CDATA[<b>&amp;]]]>c</string>", "a<b>&amp;]c"],
    ["<string>a<!-- <x> -->b<?pi x?>c</string>", "abc"],
    ["<integer>42</integer>", 42],
    ["<integer> -7 </integer>", -7],
    ["<integer>+7</integer>", 7],
    ["<integer>0x1F</integer>", 31],
    ["<integer>-0x10</integer>", -16],
    ["<integer>9007199254740991</integer>", 2 ** 53 - 1],
    ["<integer>9007199254740992</integer>", 2n ** 53n],
    ["<integer>18446744073709551615</integer>", 2n ** 64n - 1n],
    ["<integer>-9223372036854775808</integer>", -(2n ** 63n)],
    ["<real>1.5e3</real>", 1500],
    ["<real>-.5</real>", -0.5],
    ["<real>nan</real>", Number.NaN],
    ["<real>-infinity</real>", Number.NEGATIVE_INFINITY],
    ["<true/>", true],
    ["<false></false>", false],
    ["<data>\n\tAAEC\n\t/w==\n</data>", bytes(0, 1, 2, 255)],
    ["<data></data>", bytes()],
    ["<data>QQ==</data>", bytes("A")],
    ["<data>QUI</data>", bytes("AB")],
    ["<date>2023-01-01T00:00:00Z</date>", { date: 1_672_531_200_000_000_000n, seen: "2023-01-01T00:00:00Z" }],
    ["<date>0001-01-01T00:00:00Z</date>", { date: -62_135_596_800_000_000_000n, seen: "0001-01-01T00:00:00Z" }],
    ["<date>4001-01-01T00:00:00Z</date>", { date: 64_092_211_200_000_000_000n, seen: "4001-01-01T00:00:00Z" }],
  ];
  for (const [xml, expected] of cases) assert.deepEqual(clean(xml), expected, xml);
});

test("containers", () => {
  const value = clean(`<dict><key>a</key><array><integer>1</integer><array/><dict/></array>
    <!-- <key>no</key> --><key>__proto__</key><string>x</string><key/><dict><key>b&amp;c</key><true/></dict></dict>`);
  assert.deepEqual(
    value,
    new Map<string, PlistValue>([
      ["a", [1, [], new Map()]],
      ["__proto__", "x"],
      ["", new Map([["b&c", true]])],
    ]),
  );
});

test("UTF-16 with and without its mark, UTF-8 with its mark", () => {
  const text = `${HEAD}<string>ñ😀</string></plist>`;
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const little = new Uint8Array(units.buffer);
  const big = little.map((_, i) => little[i ^ 1]!);
  for (const file of [
    little,
    big,
    bytes(0xff, 0xfe, little),
    bytes(0xfe, 0xff, big),
    bytes(0xef, 0xbb, 0xbf, utf8.encode(text)),
  ]) {
    assert.ok(looksLikePlist(file));
    assert.equal(
      parsePlist(file, (p) => assert.fail(p.code)),
      "ñ😀",
    );
  }
});

test("an entity bomb stays as it is written", () => {
  const dtd = `<!DOCTYPE plist [ <!ENTITY a "ha>ha"> <!-- ] > --> <!ENTITY b "&a;&a;&a;"> <!ENTITY x SYSTEM "file:///etc/passwd"> ]>`;
  const { value, problems } = read(
    `<?xml version="1.0"?>${dtd}<plist><array><string>&b;</string><string>&x;</string></array></plist>`,
  );
  assert.deepEqual(value, ["&b;", "&x;"]);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [
      ["plist-damaged", "&b;"],
      ["plist-damaged", "&x;"],
    ],
  );
});

test("a bare ampersand, a number that is no character", () => {
  for (const [text, expected] of [
    ["a & b", "a & b"],
    ["&toString;", "&toString;"],
    ["&#0;", "\ufffd"],
    ["&#xD800;", "\ufffd"],
    ["&#x110000;", "\ufffd"],
    ["&#;", "&#;"],
    ["&#xg;", "&#xg;"],
    ["&#123456789;", "&#123456789;"],
    ["&a#b;", "&a#b;"],
    [`&${"a".repeat(41)};`, `&${"a".repeat(41)};`],
    ["&", "&"],
  ]) {
    const { value, problems } = read(`<plist><string>${text}</string></plist>`);
    assert.equal(value, expected);
    assert.equal(problems.length, 1, text);
  }
});

test("damage costs one value and the rest is read", () => {
  const bad = [
    "<integer>12x</integer>",
    "<integer></integer>",
    "<real>one</real>",
    "<data>A*A=</data>",
    "<data>A</data>",
    "<date>yesterday</date>",
    "<date>2023-02-30T00:00:00Z</date>",
    "<date>2023-01-01T25:00:00Z</date>",
  ];
  for (const xml of bad) {
    const { value, problems } = read(`<plist><array><true/>${xml}<string>b</string></array></plist>`);
    assert.deepEqual(value, [true, null, "b"], xml);
    assert.deepEqual(
      problems.map((p) => p.code),
      ["plist-damaged"],
      xml,
    );
  }
});

test("structure that is wrong", () => {
  const cases: [string, PlistValue | undefined][] = [
    [
      "<plist><dict><key>a</key><key>b</key><true/></dict></plist>",
      new Map<string, PlistValue>([
        ["a", null],
        ["b", true],
      ]),
    ],
    ["<plist><dict><key>a</key></dict></plist>", new Map([["a", null]])],
    ["<plist><dict><true/><key>a</key><true/></dict></plist>", new Map([["a", true]])],
    ["<plist><array><key>a</key><true/></array></plist>", [true]],
    [
      "<plist><array><dict><key>a</key><array><true/></dict><false/></array></plist>",
      [new Map([["a", [true]]]), false],
    ],
    ["<plist><array></dict><true/></array></plist>", [true]],
    ["<plist><array><blink>x</blink><true/></array></plist>", [true]],
    ["<plist><array><string>a<true/></array></plist>", ["a", true]],
    ["<plist><array><string>a<!b>c</string></array></plist>", ["ac"]],
    ["<plist></plist>", undefined],
    ["<html><body>no</body></html>", undefined],
    ["<", undefined],
  ];
  for (const [xml, expected] of cases) {
    const { value, problems } = read(xml);
    assert.deepEqual(value, expected, xml);
    assert.ok(problems.length > 0, xml);
  }
});

test("cut short anywhere: what was read, and a problem", () => {
  const whole = `${HEAD}<dict><key>a</key><array><string>uno</string><data>QUI=</data></array><key>b</key><integer>5</integer></dict>`;
  for (let n = 0; n < whole.length; n++) assert.ok(read(whole.slice(0, n)).problems.length > 0, String(n));
  const cut = read(whole.slice(0, whole.indexOf("</integer>")));
  assert.deepEqual(
    cut.value,
    new Map<string, PlistValue>([
      ["a", ["uno", bytes("AB")]],
      ["b", 5],
    ]),
  );
});

test("depth: past 64 levels null stands, and what follows is read", () => {
  const nest = (n: number): string =>
    `<plist><array>${"<array>".repeat(n - 1)}<true/>${"</array>".repeat(n - 1)}<string>after</string></array></plist>`;
  assert.deepEqual(read(nest(64)).problems, []);
  const { value, problems } = read(nest(200));
  assert.equal((value as PlistValue[])[1], "after");
  assert.deepEqual(
    problems.map((p) => p.code),
    ["plist-limit"],
  );
});

test("a million and one values end at the limit", () => {
  const { value, problems } = read(`<plist><array>${"<true/>".repeat(1_000_001)}</array></plist>`);
  assert.equal((value as PlistValue[]).length, 999_999);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["plist-limit"],
  );
});

test("keys without values count as values, data as four", () => {
  const keys = Array.from({ length: 1_000_100 }, (_, i) => `<key>${i}</key>`).join("");
  const dict = read(`<plist><dict>${keys}`);
  assert.equal((dict.value as Map<string, PlistValue>).size, 999_999);
  const list = read(`<plist><array>${"<data>AA==</data>".repeat(300_000)}</array></plist>`);
  assert.equal((list.value as PlistValue[]).length, 250_000);
  for (const { problems } of [dict, list]) assert.ok(problems.some((p) => p.code === "plist-limit"));
});

test("floods of marks take time in proportion", () => {
  const n = 300_000;
  const floods = [
    "<!x>",
    "<![",
    "<!--",
    "<?",
    "<string>",
    "<a>",
    "<![CDATA[",
    "<!DOCTYPE '",
    "</dict>",
    "<array><dict>",
    "&",
    "&#x3a9;",
    "=",
  ];
  const started = process.cpuUsage();
  for (const f of floods) {
    read(`<plist><array>${f.repeat(n)}`);
    read(`<plist><array><string>${f.repeat(n)}`);
  }
  read(`<plist><data>${"=".repeat(n)}x</data></plist>`);
  read(`<plist><integer>${" ".repeat(n)}x${" ".repeat(n)}1</integer></plist>`);
  assert.ok(process.cpuUsage(started).user < 10_000_000);
});

test("what looks like a property list", () => {
  const yes = [
    "bplist00",
    "  \n<?xml version='1.0'?>",
    "<plist version",
    "<!DOCTYPE plist",
    "<dict>",
    "<!-- x --><plist>",
  ];
  const no = ["", "bplist", "<html>", "<!DOCTYPE html>", "{ a = b; }", "SQLite format 3", "<dictionary>", "x<plist>"];
  for (const s of yes) assert.ok(looksLikePlist(utf8.encode(s)), s);
  for (const s of no) assert.ok(!looksLikePlist(utf8.encode(s)), s);
  const { problems, report } = collector<Problem>();
  assert.equal(parsePlist(utf8.encode("no list"), report), undefined);
  assert.deepEqual(
    problems.map((p) => [p.code, p.lost]),
    [["plist-damaged", "file"]],
  );
});

test("300 mutations end soon, with problems only", () => {
  const whole = utf8.encode(
    `${HEAD}<dict><key>a</key><array><string>u&amp;o</string><data>QUI=</data><true/></array><key>b</key><integer>5</integer><!-- c --></dict></plist>`,
  );
  const next = random(7);
  for (let i = 0; i < 300; i++) {
    const { value, problems } = read(mutate(whole, next));
    assert.ok(value !== undefined || problems.length > 0);
    assert.ok(problems.length <= 22);
  }
});
