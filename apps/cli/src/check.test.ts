/** A check as a person meets it: what is printed, what is left, and what is not. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Result } from "@contraluz/core";
import { columns } from "@contraluz/report/text/wrap.ts";
import { CONTROL, contraluz, folder, MAIN, PASSWORD, ROOT, SAMPLE, smallBackup } from "./cli.fixture.ts";

const BACKUP = join(SAMPLE, "backup");
const LISTS = ["--indicators", join(SAMPLE, "indicators.stix2"), "--indicators", join(SAMPLE, "vendors.yaml")];
const resultOf = (path: string): Result => JSON.parse(readFileSync(join(path, "result.json"), "utf8")) as Result;
const ended = (o: { code: number | null }, code: number, why = ""): void => assert.equal(o.code, code, why);

test("the sample phone: verdict first, then what was found, gaps, what to do, whom to call, where it lies, how to remove it", async () => {
  using dir = folder();
  const [es, en] = await Promise.all([
    contraluz(["demo", "--out", "es"], { cwd: dir.path }),
    contraluz(["demo", "--out", "en"], { cwd: dir.path, env: { LANG: "en_GB.UTF-8" } }),
  ]);
  for (const [r, headings] of [
    [
      es!,
      [
        "Qué encontramos",
        "Encontramos rastros que coinciden con un programa espía conocido: Pegasus",
        "Qué pudimos ver",
        "Lo que vimos, una por una",
        "Lo que no pudimos ver, y cómo verlo",
        "Qué hacer ahora",
        "A quién llamar",
        "El informe para leer",
        `${join(dir.path, "es", "report.html")}`,
        "contraluz forget es",
        "contraluz explain es ",
        "Es un teléfono inventado",
      ],
    ],
    [
      en!,
      [
        "What we found",
        "We found traces that match a known spyware: Pegasus",
        "What we could see",
        "What we saw, one by one",
        "What we could not see, and how to see it",
        "What to do now",
        "Whom to call",
        "The report to read",
        `${join(dir.path, "en", "report.html")}`,
        "contraluz forget en",
        "contraluz explain en ",
        "This is a made-up phone",
      ],
    ],
  ] as const) {
    ended(r, 0, r.err);
    let at = -1;
    for (const h of headings) {
      const next = r.out.indexOf(h, at + 1);
      assert.ok(next > at, h);
      at = next;
    }
    assert.ok(!CONTROL.test(r.out) && !CONTROL.test(r.err));
    for (const line of r.out.split("\n")) if (!/contraluz |\//.test(line)) assert.ok(columns(line) <= 80, line);
    assert.doesNotMatch(r.out, /\b(limpio|clean|seguro|safe|hackeado|hacked)\b/i);
  }
  // An unencrypted backup: said both beside the verdict and among the gaps.
  assert.match(es!.out, /Este respaldo no tiene contraseña\./);
  assert.match(es!.out, /- Tu respaldo no tiene contraseña/);
  assert.deepEqual(readdirSync(join(dir.path, "es")).sort(), [
    "index",
    "records",
    "report.html",
    "result.json",
    "run.json",
  ]);
  // Both languages are in the result; the page is in one.
  const page = (lang: string): string => readFileSync(join(dir.path, lang, "report.html"), "utf8");
  assert.ok(page("es").includes('<html lang="es">') && page("en").includes('<html lang="en">'));
  assert.equal(
    readFileSync(join(dir.path, "es/result.json"), "utf8"),
    readFileSync(join(dir.path, "en/result.json"), "utf8"),
  );
});

test("progress: plain lines on standard error, few; none with --json, which prints exactly result.json", async () => {
  using dir = folder();
  const [plain, json] = await Promise.all([
    contraluz(["check", BACKUP, ...LISTS, "--out", "a"], { cwd: dir.path }),
    contraluz(["check", BACKUP, ...LISTS, "--out", "b", "--json"], { cwd: dir.path }),
  ]);
  ended(plain!, 0, plain!.err);
  assert.match(plain!.err, /^Leyendo las señales publicadas\nAbriendo lo que entregaste\n/);
  assert.match(plain!.err, /Escribiendo el informe\n$/);
  assert.ok(plain!.err.split("\n").length < 12, plain!.err);
  ended(json!, 0, json!.err);
  assert.equal(json!.err, "");
  assert.equal(json!.out, readFileSync(join(dir.path, "b/result.json"), "utf8"));
  assert.equal(json!.out, readFileSync(join(dir.path, "a/result.json"), "utf8"));
  assert.equal(resultOf(join(dir.path, "a")).schema, "contraluz/result@1");
});

test("--exit-code tells the level: 20 a match, 10 an attempt or a lead, 0 nothing; without it 0", async () => {
  using dir = folder();
  smallBackup(join(dir.path, "quiet"), { plain: true, text: "hola" });
  smallBackup(join(dir.path, "link"), { plain: true });
  const list = LISTS.slice(0, 2);
  const [match, plain, targeted, none] = await Promise.all([
    contraluz(["demo", "--exit-code", "--out", "1"], { cwd: dir.path }),
    contraluz(["check", BACKUP, ...LISTS, "--out", "2"], { cwd: dir.path }),
    contraluz(["check", "link", ...list, "--exit-code", "--out", "3"], { cwd: dir.path }),
    contraluz(["check", "quiet", ...list, "--exit-code", "--out", "4"], { cwd: dir.path }),
  ]);
  assert.deepEqual([match!.code, plain!.code, targeted!.code, none!.code], [20, 0, 10, 0]);
  assert.deepEqual(
    ["1", "3", "4"].map((n) => resultOf(join(dir.path, n)).verdict.evidence),
    ["match", "targeted", "none-found"],
  );
  assert.match(targeted!.out, /Alguien intentó atacarte\. No vimos rastros de que funcionara/);
  assert.match(none!.out, /No encontramos rastros en lo que pudimos revisar/);
  // Gaps stand right under the verdict.
  assert.ok(none!.out.indexOf("Lo que no pudimos ver") < none!.out.indexOf("Qué significa"));
});

test("--only, --skip, --as-of, --custody, --known, --with-content reach the result", async () => {
  using dir = folder();
  const first = await contraluz(
    [
      ...["check", BACKUP, ...LISTS, "--out", "a", "--with-content", "--as-of", "2024-10-05"],
      ...["--custody", "2024-03-19/2024-03-21", "--custody", "2024-05-01T10:00:00Z/2024-05-01T12:00:00Z"],
      ...["--known", "Wi-Fi de la redacción", "--skip", "tcc", "--skip", "ios/manifest"],
    ],
    { cwd: dir.path },
  );
  const only = await contraluz(["check", BACKUP, "--only", "ios/sms", "--out", "b"], { cwd: dir.path });
  ended(first, 0, first.err);
  ended(only, 0, only.err);
  const a = resultOf(join(dir.path, "a"));
  assert.equal(a.asOf, "2024-10-05");
  assert.equal(a.scope.content, true);
  assert.deepEqual(a.context.custody, [
    ["2024-03-19", "2024-03-21"],
    ["2024-05-01T10:00:00Z", "2024-05-01T12:00:00Z"],
  ]);
  assert.deepEqual(a.context.known, ["Wi-Fi de la redacción"]);
  assert.equal(a.findings.filter((f) => f.level === "ask").length, 1);
  assert.ok(a.findings.some((f) => f.level === "match" && f.window === "custody"));
  assert.match(first.out, /Fue mientras el teléfono no estaba contigo\./);
  const state = (r: Result, id: string): string | undefined => r.coverage.find((c) => c.artifact === id)?.state;
  assert.deepEqual(
    [state(a, "ios/tcc"), state(a, "ios/manifest"), state(a, "ios/sms")],
    ["not-asked", "not-asked", "read"],
  );
  const b = resultOf(join(dir.path, "b"));
  assert.deepEqual([state(b, "ios/sms"), state(b, "ios/tcc")], ["read", "not-asked"]);
  assert.match(only.out, /No se pidieron en esta revisión/);
});

test("run.json holds what may differ, and never where a password lay", async () => {
  using dir = folder();
  smallBackup(join(dir.path, "b"));
  writeFileSync(join(dir.path, "geheim.txt"), `${PASSWORD}\r\nsecond line\n`);
  const ran = await contraluz(["check", "b", "--out", "o", "--password-file", "geheim.txt"], { cwd: dir.path });
  ended(ran, 0, ran.err);
  const text = readFileSync(join(dir.path, "o/run.json"), "utf8");
  const run = JSON.parse(text) as Record<string, unknown>;
  for (const key of ["finished", "seconds", "cpuSeconds", "unlock", "node", "machine", "command", "paths"])
    assert.ok(key in run, key);
  assert.deepEqual(run.options, { out: ["o"] });
  assert.deepEqual(run.paths, [join(dir.path, "b")]);
  assert.ok(!text.includes("geheim") && !text.includes("contraseña"));
  assert.doesNotMatch(ran.err, /Warning|DEP0/);
});

test("a password: from a file or standard input, never from arguments or the environment", async () => {
  using dir = folder();
  smallBackup(join(dir.path, "b"));
  const { path: cwd } = dir;
  const env = { CONTRALUZ_PASSWORD: PASSWORD, PASSWORD, MVT_IOS_BACKUP_PASSWORD: PASSWORD };
  const [input, none, wrong, empty] = await Promise.all([
    contraluz(["check", "b", "--out", "1", "--password-file", "-"], { cwd, input: `${PASSWORD}\n` }),
    contraluz(["check", "b", "--out", "2"], { cwd, env, input: `${PASSWORD}\n` }),
    contraluz(["check", "b", "--out", "3", "--password-file", "-"], { cwd, input: "mala\nmala\nmala\n" }),
    contraluz(["check", "b", "--out", "4", "--password-file", "-"], { cwd }),
  ]);
  ended(input!, 0, input!.err);
  assert.match(input!.err, /Abriendo con la contraseña/);
  assert.equal(resultOf(join(cwd, "1")).acquisition.encrypted, true);
  assert.ok(!input!.out.includes("no tiene contraseña"));
  ended(none!, 3);
  assert.match(none!.err, /está cifrado y falta su contraseña.*no es el código del iPhone/s);
  ended(wrong!, 3);
  assert.match(wrong!.err, /Esa contraseña no lo abre\./);
  assert.ok(!wrong!.err.includes("mala"));
  ended(empty!, 3);
  assert.deepEqual(readdirSync(cwd).sort(), ["1", "b"]);
});

test("the name of the folder comes from what is checked, is new each time, and never a path", async () => {
  using dir = folder();
  const evil = join(dir.path, "..-$(id) ñ; rm -rf");
  smallBackup(evil, { plain: true });
  const work = join(dir.path, "work");
  mkdirSync(work);
  for (let i = 0; i < 2; i++) ended(await contraluz(["check", evil], { cwd: work }), 0);
  assert.deepEqual(readdirSync(work).sort(), ["contraluz-id-rm-rf", "contraluz-id-rm-rf-2"]);
});

test("a path that a shell would take apart is quoted in what is to be typed", {
  skip: process.platform === "win32" && "other quotes",
}, async () => {
  using dir = folder();
  smallBackup(join(dir.path, "b"), { plain: true });
  const out = "it's $HOME; `x`";
  const ran = await contraluz(["check", "b", "--out", out], { cwd: dir.path });
  ended(ran, 0, ran.err);
  const line = /contraluz (forget .*)/.exec(ran.out)![1]!;
  const words = spawnSync("sh", ["-c", `printf '%s\\n' ${line}`], { encoding: "utf8" })
    .stdout.trimEnd()
    .split("\n");
  assert.deepEqual(words, ["forget", out]);
});

test("npm start resolves a path against where the person stands", async () => {
  using dir = folder();
  smallBackup(join(dir.path, "mine"), { plain: true });
  const ran = await contraluz(["check", "mine"], {
    cwd: ROOT,
    env: { INIT_CWD: dir.path },
    program: [process.execPath, join(ROOT, "tools/start.js")],
  });
  ended(ran, 0, ran.err);
  assert.deepEqual(readdirSync(dir.path).sort(), ["contraluz-mine", "mine"]);
});

test("the bin runs the same in a clone", async () => {
  using dir = folder();
  const ran = await contraluz(["artifacts", "--json"], {
    cwd: dir.path,
    program: [process.execPath, join(ROOT, "apps/cli/bin/contraluz.js")],
  });
  ended(ran, 0, ran.err);
  assert.ok((JSON.parse(ran.out) as unknown[]).length >= 8);
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  test(`${signal} ends a check at once, also while keys are derived, and leaves nothing`, {
    skip: process.platform === "win32" && "no such signals",
  }, async () => {
    using dir = folder();
    smallBackup(join(dir.path, "b"), { dpic: 1000 });
    // So many rounds that the test would not end without the signal.
    const plist = readFileSync(join(dir.path, "b/Manifest.plist"));
    const at = plist.indexOf("DPIC") + 8;
    plist.writeUInt32BE(100_000_000, at);
    writeFileSync(join(dir.path, "b/Manifest.plist"), plist);
    let sent = false;
    const ran = await contraluz(["check", "b", "--out", "o", "--password-file", "-"], {
      cwd: dir.path,
      input: `${PASSWORD}\n`,
      started(child) {
        child.stderr!.on("data", (text: Buffer) => {
          if (sent || !text.includes("Abriendo con")) return;
          sent = true;
          assert.ok(existsSync(join(dir.path, "o.partial")));
          child.kill(signal);
        });
      },
    });
    assert.ok(sent);
    // A shell says 130 of both.
    assert.ok(ran.code === 130 || ran.signal === "SIGINT", `${ran.code} ${ran.signal}`);
    assert.match(ran.err, /Detenido\. No quedó ningún resultado\.\n$/);
    assert.equal(ran.out, "");
    assert.deepEqual(readdirSync(dir.path), ["b"]);
  });
}

test("output that nobody reads ends quietly", { skip: process.platform === "win32" && "no such pipes" }, async () => {
  using dir = folder();
  ended(await contraluz(["demo", "--out", "o"], { cwd: dir.path }), 0);
  const first = (args: string): { status: number | null; stdout: string; stderr: string } => {
    const script = `"${process.execPath}" "${MAIN}" ${args} | head -n 1`;
    return spawnSync("bash", ["-c", `set -o pipefail; ${script}`], { cwd: dir.path, encoding: "utf8" });
  };
  for (const args of ["export o", "export o --format timesketch-jsonl", "report o", "explain o", "report o --json"]) {
    const ran = first(args);
    assert.deepEqual([ran.status, ran.stdout.split("\n").length], [0, 2], args);
    assert.doesNotMatch(ran.stderr, /EPIPE|Error|at /, args);
  }
  // A check whose words nobody reads still leaves its result.
  const script = `"${process.execPath}" "${MAIN}" demo --out p 2>&1 | head -n 1`;
  spawnSync("bash", ["-c", script], { cwd: dir.path });
  assert.ok(existsSync(join(dir.path, "p/result.json")));
});
