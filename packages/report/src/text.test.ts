import assert from "node:assert/strict";
import { test } from "node:test";
import type { Result } from "@contraluz/core";
import { explain } from "./explain.ts";
import { ARTIFACTS, MATCH, SAMPLES } from "./sample.fixture.ts";
import { columns } from "./text/wrap.ts";
import { textReport, textUnchecked } from "./text.ts";
import { SAY } from "./words.ts";

const paths = { report: "/home/ana/resultado/report.html", folder: `/home/ana/${"resultado".repeat(12)}` };
const text = (r: Result, lang: "es" | "en", color = false, width = 80): string =>
  textReport(r, { lang, artifacts: ARTIFACTS, width, color, paths });

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
        assert.ok(t.includes(`\n  ${paths.report}\n`) && t.endsWith(`\n  ${paths.folder}\n`));
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
  const t = text(MATCH, "es", false, 100);
  for (const s of [
    "1. Coincide: Un programa",
    "3. Intento dirigido a ti: ",
    "4. Por revisar: ",
    "5. Pregunta para ti: ",
    "Además anotamos una cosa que no es señal de ataque.",
    "6 de 10 lugares, y 1 en parte",
    "Dañados: Safari.",
    "Sin tu permiso: WhatsApp.",
    "contraluz explain 3f0c2a9b7d51e604",
  ])
    assert.ok(t.includes(s), s);
  assert.ok(!t.includes("6. "));
  // One foreign value cannot hide what stands after it.
  const joined = t.replaceAll(/\n +/g, " ");
  assert.ok(joined.includes("(10,000 letras)».") && joined.includes("«<U+001B>]0;title"), joined);
});

test("gaps come before the rest where nothing was found", () => {
  const t = text(SAMPLES.none!, "es");
  assert.ok(t.indexOf("Lo que no pudimos ver, y cómo verlo") < t.indexOf("Qué significa"));
  assert.ok(!/Lo que no pudimos ver, y cómo verlo/.test(text(SAMPLES.complete!, "es")));
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
