import assert from "node:assert/strict";
import { test } from "node:test";
import type { Result } from "@contraluz/core";
import { explain } from "./explain.ts";
import { ARTIFACTS, COMPLETE, MATCH, SAMPLES } from "./sample.fixture.ts";
import { columns } from "./text/wrap.ts";
import { textReport, textUnchecked } from "./text.ts";
import { SAY } from "./words.ts";

const folder = `/home/ana/${"resultado".repeat(12)}`;
const paths = { report: `${folder}/report.html`, folder };
const commands = {
  explain: `contraluz explain ${folder}`,
  forget: `contraluz forget ${folder}`,
  recheck: `contraluz recheck ${folder} --known VALOR`,
};
const text = (r: Result, lang: "es" | "en", color = false, width = 80): string =>
  textReport(r, { lang, artifacts: ARTIFACTS, width, color, paths, commands });
/** As one line: where words are wrapped does not matter. */
const flat = (t: string): string => t.replaceAll(/\n +/g, " ").replaceAll("\u00a0", " ");

for (const [name, r] of Object.entries(SAMPLES)) {
  for (const lang of ["es", "en"] as const) {
    test(`${name} in ${lang}: both axes, width, no control character`, () => {
      const w = SAY[lang];
      for (const width of [20, 40, 80, 300]) {
        const t = text(r, lang, false, width);
        assert.ok(t.includes(`${w.found}\n`) && t.includes(`${w.seen}\n`));
        assert.ok(!/(?!\n)\p{Cc}|\p{Cf}/u.test(t));
        const limit = Math.min(100, Math.max(40, width));
        for (const line of t.split("\n")) if (!line.includes("/home/ana/")) assert.ok(columns(line) <= limit, line);
        // Paths are to be copied: on one line, whole.
        assert.ok(t.includes(`\n  ${paths.report}\n`) && t.includes(`\n  ${commands.forget}\n`));
      }
      assert.ok(text(r, lang).includes("accessnow.org/help"));
    });
  }

  test(`${name}: colour adds sequences and changes no word`, () => {
    const colored = text(r, "es", true);
    assert.ok(colored.includes("\x1b[1m"));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what we look for
    assert.equal(colored.replace(/\x1b\[[0-9;]*m/g, ""), text(r, "es"));
  });
}

test("findings in words, levels as words, noted ones counted, gaps named", () => {
  const t = flat(text(MATCH, "es", false, 100));
  for (const s of [
    "1. Coincide: Un programa",
    "3. Intento dirigido a ti: ",
    "4. Por revisar: ",
    "5. Pregunta para ti: ",
    "Además anotamos una cosa que no es señal de ataque.",
    "6 de 10 lugares, y 1 en parte",
    "██████▄",
    "Dañados: Safari.",
    "Sin tu permiso: WhatsApp.",
    "núm. 3f0c2a9b",
    "Fue mientras el teléfono no estaba contigo.",
  ])
    assert.ok(t.includes(s), s);
  assert.ok(!/ 6\. /.test(t));
  assert.ok(text(MATCH, "es").includes(`\n  ${commands.explain} 3f0c2a9b\n`));
  // One foreign value cannot hide what stands after it.
  assert.ok(t.includes("(10,000 letras)».") && t.includes("«<U+001B>]0;title"), t);
});

test("findings that say the same stand together, each with its number", () => {
  const one = MATCH.findings.find((f) => f.subject === "roleaboutd")!;
  const twin = { ...one, id: "aaaabbbbccccdddd", subject: "otro-programa" };
  const t = flat(text({ ...MATCH, findings: [one, twin] }, "es"));
  assert.equal(t.match(/Coincide: Un programa con un nombre/g)?.length, 1);
  assert.match(t, /- roleaboutd · [^-]*núm\. 3f0c2a9b - otro-programa · [^-]*núm\. aaaabbbb/);
  // Two numbers that begin alike are said whole.
  const near = { ...twin, id: "3f0c2a9b00000000" };
  assert.ok(flat(text({ ...MATCH, findings: [one, near] }, "es")).includes("núm. 3f0c2a9b7d51e604"));
});

test("a question is shown however much else was found: nobody can answer what is not said", () => {
  const ask = MATCH.findings.find((f) => f.level === "ask")!;
  const [first] = MATCH.findings;
  const many = Array.from({ length: 40 }, (_, i) => ({
    ...first!,
    level: "lead" as const,
    id: `${i}`.padStart(64, "0"),
    text: { es: { ...first!.text.es, title: `Hallazgo ${i}` }, en: { ...first!.text.en, title: `Finding ${i}` } },
  }));
  const out = flat(text({ ...MATCH, findings: [...many, ask] }, "es"));
  assert.ok(out.includes(" 11. Pregunta para ti: "), out);
  assert.match(out, /Y 30 más: están en el informe\./);
});

test("how to answer a question is said once, and never with text of the evidence in a command", () => {
  for (const lang of ["es", "en"] as const) {
    const lines = text(MATCH, lang).split("\n");
    assert.equal(lines.filter((l) => l.includes("--known VALOR")).length, 1);
    const typed = lines.filter((l) => /^ +contraluz /.test(l));
    assert.deepEqual(
      typed.map((l) => l.trim()),
      [commands.recheck, commands.forget, `${commands.explain} 3f0c2a9b`],
    );
  }
  assert.ok(!text(COMPLETE, "es").includes("--known"));
});

test("what can be typed is left out where no shell takes the path", () => {
  const t = textReport(MATCH, { lang: "es", artifacts: ARTIFACTS, width: 80, color: false, paths });
  assert.ok(!t.includes("contraluz forget") && t.endsWith(`\n  ${folder}\n`));
});

test("a backup without a password: said beside the verdict and among the gaps, also where every place was there", () => {
  for (const r of [SAMPLES.complete!, SAMPLES.match!, SAMPLES.none!]) {
    const open = { ...r, acquisition: { ...r.acquisition, kind: "ios-backup" as const, encrypted: false } };
    for (const lang of ["es", "en"] as const) {
      const t = flat(text(open, lang));
      assert.ok(t.includes(SAY[lang].noPassword));
      assert.match(t, lang === "es" ? /- Tu respaldo no tiene contraseña/ : /- Your backup has no password/);
      assert.ok(
        !flat(text({ ...open, acquisition: { ...open.acquisition, encrypted: true } }, lang)).includes(
          SAY[lang].noPassword,
        ),
      );
    }
  }
});

test("nothing but the built-in signs: said as a gap, with how to add lists", () => {
  const builtin = { ...COMPLETE, indicators: [{ ...COMPLETE.indicators[0]!, name: "contraluz-builtin" }] };
  assert.match(flat(text(builtin, "es")), /con ninguna lista más\..*--indicators/);
  assert.ok(!text(COMPLETE, "es").includes("--indicators"));
});

test("gaps come before the rest where nothing was found", () => {
  const t = text(SAMPLES.none!, "es");
  const gaps = t.indexOf("Lo que no pudimos ver, y cómo verlo");
  assert.ok(gaps > 0 && gaps < t.indexOf("Qué significa"));
  assert.match(flat(text(SAMPLES.complete!, "es")), /Lo que un respaldo nunca trae\./);
});

test("evidence that cannot be opened: both axes, one repair per cause", () => {
  const t = textUnchecked(
    [
      { code: "backup-password-wrong", lost: "evidence" },
      { code: "backup-password-wrong", lost: "evidence", path: "a\x1b[2J" },
    ],
    { lang: "es", width: 80, color: false },
  );
  for (const s of [
    "No pudimos revisar este respaldo",
    "Esto no es un resultado.",
    "Qué encontramos",
    "Qué pudimos ver",
    "1. Esa contraseña no lo abre.",
    "[backup-password-wrong]",
    "a<U+001B>[2J",
  ])
    assert.ok(t.includes(s), s);
  assert.ok(!t.includes("2. "));
});

test("explain: chain of each record, prefix of an id, unknown ids", () => {
  const t = explain(MATCH, "77aa01c2d3e4f506", "es");
  assert.equal(t.match(/Archivo dentro de la evidencia/g)?.length, 30);
  assert.ok(t.includes("tabla message, fila 20418"));
  assert.ok(t.includes(`SHA-256 ${MATCH.files[2]!.sha256}`));
  assert.ok(t.includes("en el diario de cambios (-wal)"));
  assert.ok(t.includes("Hay 100 más."));
  assert.ok(!/(?!\n)\p{Cc}|\p{Cf}/u.test(t));
  assert.equal(explain(MATCH, "3f0c", "en"), explain(MATCH, "3f0c2a9b7d51e604", "en"));
  for (const id of ["", "3f", "ffffffff", "\x1b[2J"]) assert.throws(() => explain(MATCH, id, "es"), { code: "usage" });
});
