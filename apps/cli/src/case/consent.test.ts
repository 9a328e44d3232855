/** Consent, windows and incidents from the command line: one case from its letter to its withdrawal. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, smallBackup } from "../cli.fixture.ts";
import { CONSENT as ALL, inside } from "./inside.fixture.ts";

const CONSENT = { ...ALL, artifacts: ["ios/sms", "apps"] };

test("a case from its letter to its withdrawal", async () => {
  using dir = folder();
  const at = (name: string): string => join(dir.path, name);
  const run = (...args: string[]) => inside(dir.path, ["case", ...args]);
  const write = (name: string, v: unknown): void =>
    writeFileSync(at(name), typeof v === "string" ? v : JSON.stringify(v));
  smallBackup(at("backup"), { plain: true, text: "Nos vemos en la terminal" });
  write("consent.json", CONSENT);
  write("bad.json", { ...CONSENT, publication: "maybe", copias: true });
  write("scan.pdf", "a scan");
  write("seen.csv", "fecha,lugar,que,tipo\n2026-11-20,Huixtla,Un retén,reten\n,,x,dron\n");

  assert.equal((await run("new", "c")).code, 0);
  const early = await run("check", "c", "backup", "--no-installed");
  assert.equal(early.code, 2);
  assert.match(early.err, /No hay consentimiento/);
  assert.equal((await run("window", "c", "20/11/2026")).code, 2, "what a person tells is kept with consent, too");

  const letter = await run("letter", "consent.json", "--html", "letter.html");
  assert.equal(letter.code, 0, letter.err);
  assert.match(readFileSync(at("letter.html"), "utf8"), /Línea de prueba/);
  assert.equal((await run("letter", "--html", "letter.html")).code, 2, "nothing is overwritten");

  const bad = await run("consent", "c", "bad.json");
  assert.equal(bad.code, 2);
  assert.match(bad.err, /copias[\s\S]*publication.*maybe/);
  const consent = await run("consent", "c", "consent.json", "--letter", "scan.pdf");
  assert.equal(consent.code, 0, consent.err);
  assert.match(consent.out, /Huella de la carta firmada: [0-9a-f]{64}/);

  const copy = await run("add", "c", "backup");
  assert.equal(copy.code, 2);
  assert.match(copy.err, /Cláusula 3, Qué se guarda/);
  assert.equal((await run("add", "c", "backup", "--by-hash")).code, 0);
  const check = await run("check", "c", "backup", "--no-installed", "--json");
  assert.equal(check.code, 0, check.err);

  const window = await run("window", "c", "20/11/2026 9:00", "20/11/2026 a las 5 pm", "--why", "inspected");
  assert.equal(window.code, 0, window.err);
  assert.match(window.out, /2026-11-20T09:00:00 a 2026-11-20T17:59:59/);
  const vague = await run("window", "c", "el otro día");
  assert.equal(vague.code, 2);
  assert.match(vague.err, /no se entiende como fecha/);

  const seen = await run("incident", "c", "seen.csv");
  assert.equal(seen.code, 0, seen.err);
  assert.match(seen.out, /Se agregó 1 suceso[\s\S]*Fila 2: no tiene fecha/);
  assert.match((await run("incident", "c", "seen.csv")).out, /Ya estaban: 1/);
  assert.match((await run("incidents", "c")).out, /1\. 20 nov 2026 · Retén/);
  assert.equal((await run("incidents", "c", "--html", "seen.html")).code, 0);

  write("less.json", { ...CONSENT, id: "c2", artifacts: ["apps"], incidents: false });
  const less = await run("consent", "c", "less.json");
  assert.match(less.out, /Borra la revisión checks\/0001[\s\S]*No muestres ni compartas el suceso/);
  assert.equal((await run("incident", "c", "seen.csv")).code, 2);

  assert.equal((await run("timeline", "c")).code, 0);
  assert.equal(readdirSync(at("c/index")).length, 1, "what is searched by knows the letters of texts");
  const gone = await run("withdraw", "c", "ya no quiere");
  assert.match(
    gone.out,
    /No borramos nada todavía: checks\/0001[\s\S]*case purge[\s\S]*La bitácora guarda \d+ entradas/,
  );
  assert.deepEqual(readdirSync(at("c/checks")), ["0001"]);
  const removed = await run("withdraw", "c", "--yes");
  assert.match(removed.out, /Borramos del caso: checks\/0001/);
  assert.deepEqual([...readdirSync(at("c/checks")), ...readdirSync(at("c/index"))], []);
  const shown = await run("show", "c");
  assert.match(shown.out, /consentimiento retirado[\s\S]*ya borrada[\s\S]*case purge/);
  for (const t of ["Huixtla", "retén", "inspected"]) assert.ok(!shown.out.includes(t), t);
  const log = await run("log", "c");
  assert.equal(log.out.split("consentimiento retirado").length - 1, 1, "it is written down once");
  const after = await run("check", "c", "backup", "--no-installed");
  assert.equal(after.code, 2);
  assert.match(after.err, /retiró su consentimiento[\s\S]*Cláusula 7/);
});

test("sheets need no case", async () => {
  using dir = folder();
  const form = await inside(dir.path, ["case", "window-form", "--lang", "en"]);
  assert.equal(form.code, 0, form.err);
  assert.match(form.out, /\[ \] It was taken from me/);
  const letter = await inside(dir.path, ["case", "letter"]);
  assert.match(letter.out, /1\. Para qué/);
});
