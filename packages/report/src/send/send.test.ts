/** Every verdict with every kind of coverage gives words for every reader, in both languages; they say what the result says and no more. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Coverage, type Finding, LANGS, type Lang, type Result } from "@contraluz/core";
import { RULES } from "@contraluz/detection";
import { SECOND_HAND } from "@contraluz/detection/verdict.ts";
import { HELPLINES, MORE_HELPLINES } from "../helplines.ts";
import { ARTIFACTS, atMost, COMPLETE, HOSTILE, MATCH, SAMPLES, UNCHECKED } from "../sample.fixture.ts";
import { columns } from "../text/wrap.ts";
import { sheetHtml } from "./html.ts";
import type { ReviewDecision } from "./review.ts";
import { READERS, type Reader, sendSheet } from "./send.ts";
import { type Sheet, sheetText } from "./sheet.ts";

const NAMES = { artifacts: ARTIFACTS, rules: new Map(RULES.map((r) => [r.id, r.words.name])) };
const PRINT = "ab".repeat(32);
const sheet = (r: Result, reader: Reader, lang: Lang, more: Partial<Parameters<typeof sendSheet>[1]> = {}): Sheet =>
  sendSheet(r, { for: reader, lang, names: NAMES, fingerprint: PRINT, ...more });
const said = (r: Result, reader: Reader, lang: Lang, more: Partial<Parameters<typeof sendSheet>[1]> = {}): string =>
  sheetText(sheet(r, reader, lang, more));

const tones: Readonly<Record<string, Result>> = {
  match: MATCH,
  targeted: atMost("targeted"),
  lead: atMost("lead"),
  none: atMost("none-found"),
  unchecked: UNCHECKED,
};
const covered = (r: Result, state: Coverage["state"]): Result => ({
  ...r,
  coverage: r.coverage.map((c) => ({ ...c, state })),
  verdict: { ...r.verdict, gaps: state === "read" ? [] : r.coverage.map((c) => ({ about: c.artifact, state })) },
});
const coverages: Readonly<Record<string, (r: Result) => Result>> = {
  asIs: (r) => r,
  complete: (r) => ({ ...covered(r, "read"), acquisition: { ...r.acquisition, encrypted: true } }),
  partly: (r) => covered(r, "partly"),
  absent: (r) => covered(r, "absent"),
  unreadable: (r) => covered(r, "unreadable"),
  notConsented: (r) => covered(r, "not-consented"),
  noPlaces: (r) => ({ ...r, coverage: [], verdict: { ...r.verdict, gaps: [] } }),
  noSigns: (r) => ({ ...r, indicators: [], applicability: [] }),
  unknownNames: (r) => ({
    ...r,
    coverage: r.coverage.map((c) => ({ ...c, artifact: "x/evil.example", state: "absent" })),
  }),
  secondHand: (r) => ({ ...r, coverage: [{ ...r.coverage[0]!, reason: SECOND_HAND }] }),
  changed: (r) => ({
    ...r,
    problems: [
      { code: "androidqf-hash-different", path: "a.example/b.apk", found: "a", expected: "b", lost: "nothing" },
    ],
  }),
  oneDay: (r) => ({
    ...r,
    acquisition: { kind: "android-bugreport" },
    coverage: r.coverage.map((c) => ({
      ...c,
      ...(c.from ? { from: MATCH.acquisition.taken!, to: MATCH.acquisition.taken! } : {}),
    })),
  }),
  android: (r) => ({ ...r, acquisition: { kind: "androidqf", os: { name: "android", version: "16" } } }),
  capture: (r) => ({ ...r, acquisition: { kind: "capture" } }),
  radio: (r) => ({ ...r, acquisition: { kind: "radio-capture" } }),
};
const all: readonly (readonly [string, Result])[] = Object.entries(tones).flatMap(([tone, r]) =>
  Object.entries(coverages).map(([name, f]) => [`${tone} ${name}`, f(r)] as const),
);

/** What a chat makes a link of. */
const LINK = /:\/\/|www\.|@\p{L}|\p{L}\.\p{L}{2,}|\p{L}\/\p{L}/u;
/** Values of the evidence that no words may carry. */
const PERSONAL = [
  "F17XXXXXXXXX",
  "Respaldo J-1",
  "Escuela 12",
  "<script>",
  "/C calc",
  "iMessage no deseado",
  "Manifest.db",
];

test("a message fits on a screen, holds no link and nothing of the evidence", () => {
  for (const [name, r] of all)
    for (const lang of LANGS) {
      const text = said(r, "person", lang);
      assert.ok(text.length >= 350 && text.length <= 1100, `${name} ${lang}: ${text.length} letters`);
      assert.ok(text.split("\n").length <= 26, `${name} ${lang}`);
      assert.doesNotMatch(text, LINK, `${name} ${lang}`);
      assert.doesNotMatch(text, /\bde el\b|van del (\S+ de \S+ de \d+)\.$/m, `${name} ${lang}`);
      assert.doesNotMatch(text, /sysdiagnose|SHA|result\.json|files\[\]|undefined|\[U\+|<U\+| {2}/, `${name} ${lang}`);
      for (const value of PERSONAL) assert.ok(!text.includes(value), `${name} ${lang}: ${value}`);
      for (const h of [...HELPLINES, ...MORE_HELPLINES]) assert.ok(!text.includes(h.address), name);
      assert.ok(text.includes("Access Now"), `${name} ${lang}: whom to call`);
      // Parts: what was found, what was seen, what to do, whom to call.
      assert.equal(sheet(r, "person", lang).parts.length, 4);
    }
});

test("no reader is told more than the result says", () => {
  const claims = {
    es: [
      /Encontramos rastros|Rastros que coinciden/,
      /Alguien intentó|dirigido a la persona\./,
      /Hay algo que|Cosas fuera/,
    ],
    en: [/We found traces|Traces that match/, /Someone tried|aimed at the person\./, /There is something|Things out/],
  };
  const order = ["match", "targeted", "lead"];
  for (const [name, r] of all.filter(([n]) => !n.includes("secondHand")))
    for (const lang of LANGS)
      for (const reader of ["person", "lawyer"] as const) {
        const text = said(r, reader, lang);
        claims[lang].forEach((claim, i) => {
          assert.equal(claim.test(text), order[i] === r.verdict.evidence, `${name} ${reader} ${lang}: ${claim}`);
        });
        if (r.verdict.evidence !== "match") assert.doesNotMatch(text, /Pegasus/, `${name} ${reader} ${lang}`);
      }
});

test("what was not seen is said wherever something was not", () => {
  for (const lang of LANGS) {
    const dark =
      lang === "es" ? /No vimos, o no del todo: Safari, Permisos, Llamadas y 1 más/ : /Not seen, or not in full/;
    assert.match(said(MATCH, "person", lang), dark);
    assert.doesNotMatch(said(COMPLETE, "person", lang), dark);
    assert.match(said(MATCH, "lab", lang), /ios\/safari-history[\s\S]*sqlite-page[\s\S]*NoviSpy/);
    assert.match(said(coverages.noSigns!(COMPLETE), "lawyer", lang), /ninguna lista de señales|no list of signs/);
    assert.match(said(coverages.noSigns!(COMPLETE), "person", lang), /lista de señales|list of published signs/);
    assert.match(said(coverages.secondHand!(COMPLETE), "lawyer", lang), /no se comprobó|was not verified/);
  }
});

test("advice is that of what was checked", () => {
  for (const lang of LANGS)
    for (const kind of ["capture", "radio", "android"] as const)
      for (const tone of ["targeted", "lead", "none", "unchecked"] as const)
        assert.doesNotMatch(
          said(coverages[kind]!(tones[tone]!), "person", lang),
          /iPhone|Apple\b(?!,)|Lockdown|aislamiento/,
        );
});

const by = (finding: string, decision: ReviewDecision["decision"], name = "Ana Pérez"): ReviewDecision => ({
  finding,
  decision,
  why: "El número 55 1234 es de su hermana",
  reviewer: { name, role: "analista" },
});
const matches = MATCH.findings.filter((f) => f.level === "match").map((f) => f.id);

test("a named person confirms; nobody else does", () => {
  for (const lang of LANGS) {
    const open = lang === "es" ? /Falta que una persona experta/ : /expert still has to confirm/i;
    const signed = /Ana Pérez, analista,.*(?:confirma|confirms)/;
    for (const reader of ["person", "lawyer"] as const) {
      assert.match(said(MATCH, reader, lang), open);
      assert.doesNotMatch(said(MATCH, reader, lang), signed);
      const one = said(MATCH, reader, lang, { reviews: [by(matches[0]!, "confirm")] });
      assert.match(one, signed);
      assert.match(one, /\b1 (?:de|of) 2\b/);
      assert.doesNotMatch(one, open);
      assert.doesNotMatch(one, /hermana/);
    }
    const lab = said(MATCH, "lab", lang, { reviews: [by(matches[0]!, "confirm")] });
    assert.match(lab, signed);
    assert.doesNotMatch(lab, /hermana/);
  }
});

test("what a person explained no longer carries the headline, and is still told with the name", () => {
  const reviews = matches.map((id) => by(id, "dismiss"));
  for (const lang of LANGS) {
    const text = said(MATCH, "person", lang, { reviews });
    assert.match(text, lang === "es" ? /Alguien intentó atacarte/ : /Someone tried/);
    assert.match(text, /Ana Pérez, analista,.*2 (?:cosas|things)/);
    assert.doesNotMatch(text, /Pegasus/);
    assert.match(said(MATCH, "lawyer", lang, { reviews }), /2 (?:coinciden|match)/, "what the program said stays");
  }
  // The last decision counts; one about a finding that is not there does not.
  const later = [by(matches[0]!, "dismiss"), by(matches[1]!, "dismiss"), by(matches[0]!, "ask"), by("0000", "confirm")];
  assert.match(said(MATCH, "person", "es", { reviews: later }), /Pegasus[\s\S]*tiene una pregunta para ti/);
  assert.equal(said(UNCHECKED, "person", "es", { reviews }), said(UNCHECKED, "person", "es"));
});

test("the letter names each finding of weight, its records and how to repeat it; names only when asked", () => {
  for (const lang of LANGS) {
    const text = said(MATCH, "lab", lang);
    for (const f of MATCH.findings.filter((x) => x.level !== "info")) assert.ok(text.includes(f.id), f.id);
    assert.ok(text.includes(MATCH.evidence[0]!.id) && text.includes(PRINT) && text.includes(MATCH.tool.catalogue));
    for (const s of MATCH.indicators) assert.ok(text.includes(s.sha256));
    assert.match(text, /ios\/data-usage 213/);
    assert.match(text, /ZPROCESS, (?:fila|row) 214/);
    assert.match(text, /--as-of 2021-07-24T09:00:00Z --custody 2021-05-12\/2021-05-18/);
    assert.match(text, new RegExp(`contraluz explain R ${matches[0]}`));
    for (const value of PERSONAL) assert.ok(!text.includes(value), value);
    assert.doesNotMatch(text, /\b(?:tú|tu|te|ti|you were|your phone)\b(?! can)/i, "it is not written to the person");
    const named = said(MATCH, "lab", lang, { personal: true });
    for (const value of ["Respaldo J-1", "Escuela 12"]) assert.ok(named.includes(value), value);
  }
});

test("the letter has an end, whatever the result holds", () => {
  const many: Finding[] = Array.from({ length: 5000 }, (_, i) => ({
    ...MATCH.findings[3]!,
    id: String(i).padStart(16, "0"),
  }));
  const r: Result = {
    ...MATCH,
    findings: many,
    indicators: Array.from({ length: 500 }, () => ({ ...MATCH.indicators[0]!, name: HOSTILE.long })),
    evidence: Array.from({ length: 500 }, () => MATCH.evidence[0]!),
    applicability: Array.from({ length: 5000 }, (_, i) => ({
      campaign: `${HOSTILE.long}${i}`,
      total: 1,
      couldMatch: 0,
    })),
    context: { ...MATCH.context, custody: Array.from({ length: 500 }, () => [HOSTILE.long, HOSTILE.escape] as const) },
    scope: { ...MATCH.scope, artifacts: Array.from({ length: 500 }, () => HOSTILE.long) },
    acquisition: { ...MATCH.acquisition, os: { name: "ios", version: HOSTILE.long } },
    tool: { ...MATCH.tool, version: HOSTILE.long },
  };
  for (const reader of READERS)
    assert.ok(said(r, reader, "es").length < 40_000, `${reader}: ${said(r, reader, "es").length}`);
});

test("a page for a lawyer is one page", () => {
  for (const [name, r] of [...all, ...Object.entries(SAMPLES)])
    for (const lang of LANGS) {
      const text = sheetText(sheet(r, "lawyer", lang), 118);
      assert.ok(text.split("\n").length <= 70, `${name} ${lang}: ${text.split("\n").length} lines`);
      for (const value of PERSONAL) assert.ok(!text.includes(value), `${name} ${lang}: ${value}`);
      assert.doesNotMatch(text, /\bM[ée]xico\b|undefined/);
    }
});

test("text of others neither paints over lines nor becomes markup", () => {
  const names = [HOSTILE.script, HOSTILE.bidi, HOSTILE.escape, HOSTILE.marks, HOSTILE.attribute, HOSTILE.long];
  for (const campaign of names) {
    const r: Result = {
      ...MATCH,
      findings: MATCH.findings.map((f) => ({
        ...f,
        ...(f.indicator ? { indicator: { ...f.indicator, campaign } } : {}),
      })),
    };
    const reviews = [by(matches[0]!, "confirm", campaign)];
    for (const reader of READERS) {
      const s = sheet(r, reader, "es", { reviews, personal: true });
      const text = sheetText(s);
      assert.doesNotMatch(text, /[\p{Cf}\p{Cs}\p{Zl}]|[^\P{Cc}\n]/u);
      const page = sheetHtml(s);
      const body = page.slice(page.indexOf("<body>")).replace(/<svg.*?<\/svg>/gs, "");
      for (const tag of body.match(/<[a-z!][^>]*>/gi) ?? [])
        assert.match(
          tag,
          /^<(?:body|main|article|header|footer|section|h[123]|p|span|ul|ol|li|b|dl|div|dt|dd|br|pre|code|bdi)(?: class="[a-z -]+")?(?: dir="auto")?>$/,
        );
      assert.equal((body.match(/<(?!\/|br|!)[a-z]/g) ?? []).length, (body.match(/<\/(?!html)[a-z]/g) ?? []).length);
    }
    assert.doesNotMatch(said(r, "person", "es"), LINK);
  }
});

test("a page holds the words of the text, lines to write on, and its state below", () => {
  const page = sheetHtml(sheet(MATCH, "lab", "es"));
  for (const words of ["Carta para un segundo laboratorio", "Canal cifrado", PRINT, "sin confirmar por una persona"])
    assert.ok(page.includes(words), words);
  assert.equal((page.match(/class="blank"/g) ?? []).length, 6);
  assert.equal(sheetHtml(sheet(MATCH, "lab", "es")), page);
});

test("text of a width is wrapped, and that of a chat is not", () => {
  const s = sheet(MATCH, "lawyer", "es");
  const wide = sheetText(s, 60).split("\n");
  assert.ok(
    wide.every((l) => columns(l) <= 66),
    wide.find((l) => columns(l) > 66),
  );
  assert.ok(
    sheetText(s)
      .split("\n")
      .some((l) => l.length > 100),
  );
});
