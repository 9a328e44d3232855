/** What happens when the command line is used wrongly, and what cannot be checked: exit codes and words. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CONTROL, contraluz, folder, type Ran, SAMPLE, smallBackup } from "./cli.fixture.ts";
import { run } from "./run.ts";

/** Exit code, and each text in the errors; nothing on standard output, nothing that a terminal obeys. */
function failed(ran: Ran, code: number, ...texts: (string | RegExp)[]): void {
  assert.equal(ran.code, code, ran.err);
  assert.equal(ran.out, "");
  assert.ok(!CONTROL.test(ran.err), JSON.stringify(ran.err));
  assert.doesNotMatch(ran.err, /\n {4}at |node:internal|Deprecation/);
  for (const t of texts) assert.ok(typeof t === "string" ? ran.err.includes(t) : t.test(ran.err), `${t}: ${ran.err}`);
}

/** What `run` says of an error without a process of its own, which is much quicker. Standard output is the test runner's. */
async function inProcess(args: readonly string[], cwd: string): Promise<Ran> {
  const before = { cwd: process.cwd(), write: process.stderr.write, env: { ...process.env } };
  let err = "";
  process.chdir(cwd);
  Object.assign(process.env, { LANG: "es_MX.UTF-8", LC_ALL: "", LC_MESSAGES: "" });
  process.stderr.write = (text: string | Uint8Array): boolean => {
    err += text;
    return true;
  };
  try {
    const code = await run(args);
    return { code, signal: null, out: "", err };
  } finally {
    process.stderr.write = before.write;
    process.env = before.env;
    process.chdir(before.cwd);
  }
}

test("without arguments: the help, as an error; asked for: no error", async () => {
  using dir = folder();
  const [none, asked, command, version, en] = await Promise.all([
    contraluz([], { cwd: dir.path }),
    contraluz(["--help"], { cwd: dir.path }),
    contraluz(["help", "check"], { cwd: dir.path }),
    contraluz(["--version"], { cwd: dir.path }),
    contraluz(["check", "--help", "--lang", "en"], { cwd: dir.path }),
  ]);
  failed(none!, 2, "Uso:");
  assert.deepEqual([asked!.code, asked!.err], [0, ""]);
  assert.match(asked!.out, /Órdenes:/);
  assert.match(command!.out, /--password-file ARCHIVO/);
  assert.match(version!.out, /^contraluz \d+\.\d+\.\d+\n$/);
  assert.match(en!.out, /Options:/);
});

test("wrong use exits 2 and says what to type", async () => {
  using dir = folder();
  const { path: cwd } = dir;
  const backup = join(SAMPLE, "backup");
  mkdirSync(join(cwd, "taken"));
  mkdirSync(join(cwd, "half.partial"));
  writeFileSync(join(cwd, "no-signs.txt"), "\n# nothing\n");
  const cases: readonly (readonly [readonly string[], string | RegExp])[] = [
    [["check"], /Falta la ruta.*Se escribe: .*contraluz check RUTA/],
    [["check", "nope"], `No existe: ${join(cwd, "nope")}`],
    [["check", backup, "--only", "ios/safary"], /No hay un lugar «ios\/safary».*\nQuizá: ios\/safari-history/],
    [["check", backup, "--skip", "zzz"], /Todos: .*contraluz artifacts\n$/],
    [["check", backup, "--only", "sms", "--skip", "sms"], "no queda ningún lugar"],
    [["check", backup, "--as-of", "ayer"], "No es una fecha: ayer. Se escribe 2024-05-06"],
    [["check", backup, "--as-of", "2024-02-30"], "No es una fecha"],
    [["check", backup, "--custody", "2024-05-01"], "DESDE/HASTA"],
    [["check", backup, "--custody", "2024-05-01/2024-05-02/2024-05-03"], "No es un periodo"],
    [["check", backup, "--custody", "2024-05-03/2024-05-01"], "termina antes de empezar"],
    [["check", backup, "--workers", "-1"], "--workers"],
    [["check", backup, "--workers=two"], "un número de 0 a 64"],
    [["check", backup, "--indicators", "nope.stix2"], "No existe"],
    [["check", backup, "--indicators", "taken"], "no encontramos señales"],
    [["check", backup, "--indicators", "no-signs.txt", "--out", "o1"], "no encontramos señales"],
    [["check", backup, "--password-file", "nope", "--out", "o2"], "No existe"],
    [["check", backup, "--out", "taken"], /Ya existe: .*--out/],
    [["check", backup, "--out", "half"], /a medias.*--out/],
    [["check", backup, "--out", join(backup, "out")], /no puede quedar dentro de la evidencia.*--out/],
    [["recheck", "taken"], "Ahí no hay un resultado"],
    [["report"], /Falta la carpeta de un resultado\. Se escribe: .*contraluz report CARPETA/],
    [["report", "no-signs.txt"], "Ahí no hay un resultado"],
    [["recheck", "no-signs.txt"], "No es la carpeta de un resultado"],
    [["forget", "taken"], "Ahí no hay un resultado"],
    [["export", "nope"], "No existe"],
    [["explain"], "Falta qué explicar"],
    [["explain", "ios/profils"], /no es una carpeta, un lugar ni una regla.*\n.*\nQuizá: ios\/profiles/],
  ];
  for (const [args, words] of cases) failed(await inProcess(args, cwd), 2, words);
  // And as a process, once.
  failed(await contraluz(cases[0]![0], { cwd }), 2, cases[0]![1]);
  assert.deepEqual(readdirSync(cwd).sort(), ["half.partial", "no-signs.txt", "taken"]);
  assert.ok(existsSync(join(backup, "Manifest.db")) && !existsSync(join(backup, "out")));
});

test("a result is not put into the evidence, neither through a link nor by standing in it", async () => {
  using dir = folder();
  const backup = join(dir.path, "backup");
  smallBackup(backup, { plain: true });
  symlinkSync(backup, join(dir.path, "link"));
  const [through, inside] = await Promise.all([
    contraluz(["check", "backup", "--out", "link/deep/out"], { cwd: dir.path }),
    contraluz(["check", "."], { cwd: backup }),
  ]);
  failed(through!, 2, "no puede quedar dentro de la evidencia");
  failed(inside!, 2, "no puede quedar dentro de la evidencia");
  assert.deepEqual(readdirSync(dir.path).sort(), ["backup", "link"]);
});

test("what cannot be checked exits 3, leaves nothing, and says both axes, a repair and whom to call", async () => {
  using dir = folder();
  const { path: cwd } = dir;
  writeFileSync(join(cwd, "letter.pdf"), "%PDF-1.7\n");
  mkdirSync(join(cwd, "empty"));
  for (const n of ["one", "two"]) smallBackup(join(cwd, "both", n), { plain: true });
  mkdirSync(join(cwd, "zeros"));
  writeFileSync(join(cwd, "zeros/Manifest.db"), new Uint8Array(5000));
  const cases = [
    ["letter.pdf", "evidence-unknown", "No reconocemos lo que entregaste"],
    ["empty", "evidence-unknown", "No reconocemos lo que entregaste"],
    ["both", "evidence-several", "one, two"],
    ["zeros", "backup-info-missing", "Falta un archivo que describe el respaldo"],
  ] as const;
  const ran = await Promise.all(cases.map(([path]) => contraluz(["check", path], { cwd })));
  for (const [i, r] of ran.entries()) {
    const [, code, words] = cases[i]!;
    failed(r, 3, "Qué encontramos\n  No pudimos revisar", "Qué pudimos ver\n  Todo quedó a oscuras.", words);
    failed(r, 3, "Esto no es un resultado.", "Qué falló, y cómo arreglarlo\n  1. ", "accessnow.org/help", `[${code}`);
  }
  assert.deepEqual(readdirSync(cwd).sort(), ["both", "empty", "letter.pdf", "zeros"]);
});

test("names that are escape codes are shown as codes", {
  skip: process.platform === "win32" && "such names cannot be",
}, async () => {
  using dir = folder();
  const evil = "a\u001b]0;owned\u0007\u001b[2J\u202eb";
  mkdirSync(join(dir.path, evil));
  writeFileSync(join(dir.path, evil, "\u001b[31mletter.pdf"), "%PDF-1.7\n");
  writeFileSync(join(dir.path, "\u001b[1A.pdf"), "%PDF-1.7\n");
  const ran = await Promise.all([
    contraluz(["check", evil], { cwd: dir.path }),
    contraluz(["check", "\u001b[1A.pdf"], { cwd: dir.path }),
    contraluz(["check", `${evil}nope`], { cwd: dir.path }),
    contraluz(["report", evil], { cwd: dir.path }),
    contraluz(["check", `${evil}/x`, "--out", evil], { cwd: dir.path }),
  ]);
  for (const [i, code] of [3, 3, 2, 2, 2].entries()) failed(ran[i]!, code, "<U+001B>");
});

test("a folder that cannot be written to is named, with what to do", {
  skip: process.getuid?.() === 0 && "root writes everywhere",
}, async () => {
  using dir = folder();
  mkdirSync(join(dir.path, "closed"), { mode: 0o500 });
  const ran = await contraluz(["check", join(SAMPLE, "backup"), "--out", "closed/out"], { cwd: dir.path });
  failed(ran, 3, /El equipo no dejó.*closed.*EACCES/, "--out CARPETA", "Esto no es un resultado.");
});

test("a file in the way of the result's folder is an error of the computer, not of ours", async () => {
  using dir = folder();
  writeFileSync(join(dir.path, "file"), "");
  const ran = await contraluz(["check", join(SAMPLE, "backup"), "--out", "file/out"], { cwd: dir.path });
  failed(ran, 3, /El equipo no dejó.*file/, "--out CARPETA");
});
