import assert from "node:assert/strict";
import { test } from "node:test";
import type { Lang, Result } from "@contraluz/core";
import { NOT_COVERED } from "@contraluz/detection/indicators/not-covered.ts";
import { HELPLINES } from "./helplines.ts";
import { htmlReport } from "./html.ts";
import { ARTIFACTS, COMPLETE, HOSTILE, MATCH, moment, SAMPLES, UNCHECKED } from "./sample.fixture.ts";
import { textReport } from "./text.ts";
import { SAY } from "./words.ts";

const FONTS = { text: "d09GMgABAAAAA", mono: "d09GMgABAAAAB" };
const page = (r: Result, lang: Lang): string =>
  htmlReport(r, { lang, artifacts: ARTIFACTS, fonts: FONTS, fingerprint: "ab".repeat(32) });
const body = (text: string): string => text.slice(text.indexOf("<body>"));

interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
}

/** A strict little tokenizer: quoted attributes only. Throws on anything that a browser would have to guess. */
function tags(text: string): readonly Tag[] {
  const out: Tag[] = [];
  const open: string[] = [];
  const VOID = new Set(["meta", "link", "br", "hr", "!doctype"]);
  for (let i = text.indexOf("<"); i >= 0; i = text.indexOf("<", i + 1)) {
    const m = /^<(\/?)([a-z!][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*(\/?)>/.exec(text.slice(i, i + 5000));
    assert.ok(m, `stray "<": ${text.slice(i, i + 60)}`);
    const [, close, name, rest, self] = m;
    if (name === "style") {
      if (!close) i = text.indexOf("</style>", i) - 1;
    }
    if (close && name !== "style") assert.equal(open.pop(), name, text.slice(i - 80, i + 20));
    else if (!close && !self && !VOID.has(name!) && name !== "style") open.push(name!);
    if (!close)
      out.push({
        name: name!,
        attributes: [...rest!.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)].map((a) => [a[1]!, a[2] ?? ""] as const),
      });
  }
  assert.deepEqual(open, []);
  return out;
}

const NAMES = new Set([
  "a",
  "nav",
  "!doctype",
  "html",
  "head",
  "meta",
  "title",
  "link",
  "style",
  "body",
  "main",
  "article",
  "header",
  "footer",
  "section",
  "div",
  "span",
  "p",
  "h1",
  "h2",
  "h3",
  "b",
  "ul",
  "ol",
  "li",
  "dl",
  "dt",
  "dd",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "code",
  "pre",
  "bdi",
  "br",
  "hr",
  "details",
  "summary",
  "svg",
  "path",
  "rect",
  "circle",
]);
const ATTRIBUTES = new Set([
  "html",
  "lang",
  "charset",
  "http-equiv",
  "content",
  "name",
  "rel",
  "href",
  "class",
  "id",
  "dir",
  "scope",
  "data-h",
  "aria-label",
  "aria-hidden",
  "role",
  "viewBox",
  "width",
  "height",
  "x",
  "y",
  "cx",
  "cy",
  "r",
  "d",
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "overflow",
]);

for (const [name, result] of Object.entries(SAMPLES)) {
  for (const lang of ["es", "en"] as const) {
    test(`${name} in ${lang}: no script, no link, nothing loaded, well formed`, () => {
      const text = page(result, lang);
      for (const t of tags(text)) {
        assert.ok(NAMES.has(t.name), t.name);
        for (const [k, v] of t.attributes) {
          assert.ok(ATTRIBUTES.has(k), `${t.name} ${k}`);
          // A link leads to a place of this page, with a name of ours.
          if (k === "href") assert.ok(t.name === "a" ? /^#[a-z]+\d*$/.test(v) : v === "data:,", v);
          if (k === "id") assert.match(v, /^[a-z]+\d*$/);
        }
      }
      assert.equal(text.match(/<style>/g)?.length, 1);
      const css = text.slice(text.indexOf("<style>"), text.indexOf("</style>"));
      assert.ok(!/@import|expression|javascript/i.test(css));
      for (const u of css.matchAll(/url\(([^)]*)\)/g))
        assert.match(u[1]!, /^"data:font\/woff2;base64,[A-Za-z0-9+/=]*"$/);
      assert.match(
        text,
        /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; font-src data:; img-src data:">/,
      );
      assert.match(text, lang === "es" ? /<title>Informe<\/title>/ : /<title>Report<\/title>/);
    });

    test(`${name} in ${lang}: both axes on the first sheet, with the gaps where nothing was found`, () => {
      const first = body(page(result, lang)).split('<article class="paper')[1]!;
      const w = SAY[lang];
      assert.ok(first.includes(`<section class="found" aria-label="${w.found}">`));
      assert.ok(first.includes(`<section class="seen night" aria-label="${w.seen}">`));
      for (const h of [w.means, w.otherwise, w.next]) assert.ok(first.includes(`<h2>${h}</h2>`), h);
      assert.ok(
        first.includes(
          w.places(
            result.coverage.filter((c) => c.state === "read").length,
            result.coverage.length,
            result.coverage.filter((c) => c.state === "partly").length,
          ),
        ),
      );
      if (name === "none") {
        const gaps = first.indexOf(
          lang === "es" ? "Lo que no pudimos ver, y cómo verlo" : "What we could not see, and how to see it",
        );
        assert.ok(gaps > 0 && gaps < first.indexOf(`<h2>${w.means}</h2>`));
        for (const id of ["ios/calls", "ios/safari-history", "ios/tcc", "ios/whatsapp"])
          assert.ok(first.includes((ARTIFACTS.get(id)!.words.name as Record<Lang, string>)[lang]), id);
        assert.ok(first.includes("ios/triangulation-window"));
      }
    });
  }

  test(`${name}: es and en have the same structure`, () => {
    const outline = (lang: Lang): string[] =>
      tags(page(result, lang)).map((t) => `${t.name}.${t.attributes.find(([k]) => k === "class")?.[1] ?? ""}`);
    assert.deepEqual(outline("es"), outline("en"));
  });
}

test("every link on the page has its place, and none stands twice", () => {
  for (const r of Object.values(SAMPLES)) {
    const all = tags(page(r, "es")).flatMap((t) => t.attributes);
    const ids = all.flatMap(([k, v]) => (k === "id" ? [v] : []));
    assert.equal(new Set(ids).size, ids.length);
    for (const [k, v] of all) if (k === "href" && v.startsWith("#")) assert.ok(ids.includes(v.slice(1)), v);
  }
});

test("whom to call stands on the first sheet", () => {
  for (const r of Object.values(SAMPLES)) {
    const first = body(page(r, "es")).split('<article class="paper')[1]!;
    for (const h of HELPLINES) assert.ok(first.includes(h.address), h.address);
  }
});

test("what the built-in signs do not cover is said wherever they were used, and nowhere else", () => {
  const builtin = { ...COMPLETE, indicators: [{ ...COMPLETE.indicators[0]!, name: "contraluz-builtin" }] };
  for (const lang of ["es", "en"] as const) {
    const text = page(builtin, lang);
    for (const n of NOT_COVERED) assert.ok(text.includes(`>${n.campaign}</th>`), n.campaign);
    assert.ok(!page(COMPLETE, lang).includes(NOT_COVERED[0]!.campaign));
    assert.ok(!text.includes("contraluz-builtin"));
  }
});

test("hostile text stays text", () => {
  for (const lang of ["es", "en"] as const) {
    const text = page(MATCH, lang);
    assert.ok(!text.includes(HOSTILE.script));
    assert.ok(text.includes("&lt;script&gt;alert"));
    assert.ok(!text.includes(HOSTILE.style));
    assert.ok(!/[\p{Cf}\p{Cs}]|(?!\n)\p{Cc}/u.test(text));
    assert.ok(text.includes('<span class="ctl">U+202E</span>'));
    assert.ok(text.includes(lang === "es" ? "(10,000 letras)" : "(10,000 letters)"));
    assert.ok(!text.includes("A".repeat(201)));
    // The serial of the device stays out of a page that is passed on.
    assert.ok(!text.includes("F17XXXXXXXXX"));
  }
});

test("nothing that a result holds can leave its place", () => {
  // Every text of the result becomes an attack; the page must have the same elements as before.
  const poison = (v: unknown, key = ""): unknown => {
    if (typeof v === "string")
      return /^(schema|state|level|kind|evidence|lost|code|precision|id|artifact|grade|role|type|hashed|window|in|rule|about|asOf|file|artifacts)$/.test(
        key,
      )
        ? v
        : `</style></td></p>"'><script>${v.slice(0, 20)}`;
    if (Array.isArray(v)) return v.map((x) => poison(x, key));
    if (typeof v === "object" && v !== null)
      return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, poison(x, k)]));
    return v;
  };
  const text = page(poison(MATCH) as Result, "es");
  for (const t of tags(text)) assert.ok(NAMES.has(t.name), t.name);
  assert.equal(text.match(/<style>/g)?.length, 1);
  assert.ok(!text.includes("<script"));
});

test("the same result gives the same bytes, whatever order JSON keys had and however moments came", () => {
  assert.equal(page(MATCH, "es"), page(structuredClone(MATCH), "es"));
  const asText = JSON.parse(
    JSON.stringify(MATCH, (_, v: unknown) => {
      if (typeof v === "bigint") return Number(v);
      return typeof v === "object" && v !== null && "utc" in v && "seen" in v
        ? { ...v, utc: (v as { seen: string }).seen }
        : v;
    }),
  ) as Result;
  assert.equal(page(asText, "en"), page(MATCH, "en"));
});

test("the age of the signs is a date and days, relative to asOf", () => {
  const text = page(MATCH, "es");
  assert.ok(text.includes("1 jun 2021"));
  assert.ok(text.includes("tienen 53 días"));
  assert.ok(text.includes("Las señales tienen 53 días."));
  assert.ok(page({ ...MATCH, asOf: "2021-06-20" }, "en").includes("19 days old"));
  assert.ok(!page({ ...MATCH, asOf: "2021-06-20" }, "en").includes("Repeat the check with a new list"));
});

test("a campaign that could not show is said to be outside this result", () => {
  const text = page(COMPLETE, "es");
  assert.match(
    text,
    /NoviSpy<\/th><td class="num" data-h="Señales publicadas">18<\/td><td class="num" data-h="Podían verse aquí">0<\/td><td class="why">Este resultado no dice nada sobre ese programa\.<\/td>/,
  );
});

test("origin of a finding to the cell, with hashes and a command of safe names", () => {
  const text = page(MATCH, "es");
  const file = MATCH.files[1]!;
  for (const s of [
    file.path,
    file.sha256,
    file.name!,
    "tabla ZPROCESS, fila 214",
    "página 5, celda 53",
    "ios/data-usage v1 · registro 213 de records/ios.data-usage.jsonl",
  ])
    assert.ok(text.includes(s), s);
  assert.ok(text.includes("SELECT * FROM ZPROCESS WHERE rowid = 214"));
  assert.ok(text.includes("archivo que no está en la lista"));
  const evil = {
    ...MATCH.findings[4]!,
    records: [{ artifact: "ios/sms", ordinal: 0, origin: { file: 0, at: { table: "a; rm -rf ~ #", row: 1 } } }],
  };
  assert.ok(!/<pre>[^<]*rm -rf/.test(page({ ...MATCH, findings: [evil] }, "es")));
});

test("large results: lists are cut and say so", () => {
  const many = {
    ...MATCH,
    files: Array.from({ length: 5000 }, (_, i) => ({ evidence: 0, path: `f${i}`, size: 1, sha256: "0".repeat(64) })),
    applicability: Array.from({ length: 500 }, (_, i) => ({ campaign: `c${i}`, total: 2, couldMatch: i % 2 })),
  };
  const text = page(many, "en");
  assert.ok(text.length < 600_000, String(text.length));
  assert.ok(text.includes("And 4,800 more: all of them are in result.json."));
  // Those about which the result says nothing come first.
  assert.ok(text.includes(">c58<") && !text.includes(">c499<"));
});

test("20,000 findings and 5,000 problems: under 2 seconds, bounded, the weightiest first, the rest counted", () => {
  const source = MATCH.findings.filter((f) => f.level !== "match");
  const one = MATCH.findings.find((f) => f.level === "match")!;
  const findings = Array.from({ length: 20_000 }, (_, i) => ({
    ...(i === 19_999 ? one : source[i % source.length]!),
    id: i.toString(16).padStart(16, "0"),
  }));
  const problems = Array.from({ length: 5000 }, (_, i) => ({
    ...MATCH.problems[i % MATCH.problems.length]!,
    path: `damaged/${i}`,
  }));
  const large: Result = { ...MATCH, findings, problems };
  // CPU, not the clock: tests run side by side.
  const began = process.cpuUsage();
  const text = page(large, "es");
  const terminal = textReport(large, {
    lang: "es",
    artifacts: ARTIFACTS,
    width: 80,
    color: false,
    paths: { report: "r", folder: "f" },
  });
  const { user, system } = process.cpuUsage(began);
  assert.ok(user + system < 2_000_000, `${user + system} µs`);
  assert.ok(text.length < 1_500_000, String(text.length));
  assert.ok(terminal.length < 40_000, String(terminal.length));
  assert.equal(text.match(/<article class="finding"/g)?.length, 200);
  assert.equal(text.match(/<section class="trace"/g)?.length, 100);
  assert.ok(text.includes("Y 19,800 más") && text.includes("De 19,900 más"));
  // The only match was the last in the result.
  assert.ok(body(text).indexOf(`<code>${findings[19_999]!.id}</code>`) < body(text).indexOf('id="o2"'));
  assert.match(text, /y 1,6\d\d más/);
  assert.ok(terminal.includes("más: están en el informe."));
  tags(text);
});

test("without fingerprint, fonts or dates the page still stands", () => {
  const bare: Result = {
    ...UNCHECKED,
    acquisition: { kind: "constructor" },
    evidence: [],
    coverage: [],
    verdict: { evidence: "unchecked", complete: false, gaps: [] },
    problems: [],
  };
  for (const lang of ["es", "en"] as const) {
    const text = htmlReport(bare, { lang, artifacts: new Map() });
    tags(text);
    assert.ok(text.includes("sha256sum result.json"));
    assert.ok(text.includes(lang === "es" ? "No pudimos revisar esta evidencia" : "We could not check this evidence"));
  }
});

test("stalkerware is called by what it is", () => {
  const watch: Result = {
    ...MATCH,
    findings: MATCH.findings
      .filter((f) => f.level === "match")
      .map((f) => ({ ...f, indicator: { ...f.indicator!, grade: "stalkerware" as const, campaign: "mSpy" } })),
  };
  const text = page(watch, "es");
  assert.ok(text.includes("un programa para vigilar a la pareja o familia: mSpy"));
  assert.ok(text.includes("Antes de quitar el programa, pide ayuda"));
});

test("moments without an instant", () => {
  const f = {
    ...MATCH.findings[4]!,
    records: [
      { ...MATCH.findings[4]!.records[0]!, at: { wall: "2021-06-11T03:14:07", seen: "x", precision: "s" as const } },
    ],
  };
  assert.ok(
    page({ ...MATCH, findings: [f] }, "es").includes("11 jun 2021, 03:14:07 (hora del aparato, zona no conocida)"),
  );
  const day = { ...f, records: [{ ...f.records[0]!, at: moment("2021-06-11", "day") }] };
  assert.ok(page({ ...MATCH, findings: [day] }, "en").includes("<dd>11 Jun 2021</dd>"));
});
