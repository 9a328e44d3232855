import assert from "node:assert/strict";
import { test } from "node:test";
import { type Lang, say } from "@contraluz/core";
import { langOf, localeLang, readArgs, UsageError, withoutLeadingLang } from "./args.ts";
import { CONTROL } from "./cli.fixture.ts";
import { COMMANDS, OPTIONS } from "./options.ts";

/** What is said of arguments that are not well formed. */
function said(argv: readonly string[], lang: Lang = "es"): string {
  try {
    readArgs(argv, lang);
  } catch (e) {
    assert.ok(e instanceof UsageError, String(e));
    assert.ok(!CONTROL.test(e.message), e.message);
    return e.message;
  }
  return assert.fail(`accepted: ${argv.join(" ")}`);
}

test("every verb and option of the issue is there, and nothing takes a password as a value", () => {
  const verbs = [
    "acquire",
    "check",
    "compare",
    "report",
    "export",
    "recheck",
    "forget",
    "explain",
    "artifacts",
    "rules",
    "demo",
    "indicators",
    "machines",
    "pack",
    "processes",
    "reproduce",
    "verify",
    "web",
    "words",
  ];
  // Families of commands are in their own tables.
  assert.deepEqual(
    Object.keys(COMMANDS)
      .filter((c) => !/^(archive|case|dossier|hunt|ledger) /.test(c))
      .sort(),
    verbs.sort(),
  );
  const options = "indicators only skip out lang json with-content as-of custody known hash exit-code password-file";
  for (const o of options.split(" ")) assert.ok(COMMANDS.check!.options.includes(o), o);
  for (const c of Object.values(COMMANDS)) for (const o of c.options) assert.ok(OPTIONS[o], o);
  // Those that take something take a file.
  const secrets = Object.keys(OPTIONS).filter((o) => /pass|secret|key/.test(o) && OPTIONS[o]!.value);
  assert.deepEqual(secrets.sort(), ["key", "key-file", "password-file", "secret", "shared-secret"]);
  for (const o of secrets) assert.equal(say(OPTIONS[o]!.value!, "en"), "FILE");
});

test("values, repeated values, switches and paths come through", () => {
  const a = readArgs(
    ["check", "a", "--known", "x", "--known=-y", "--json", "--out", "o", "--lang=en", "--", "--json"],
    "es",
  );
  assert.deepEqual(a.paths, ["a", "--json"]);
  assert.deepEqual(a.all("known"), ["x", "-y"]);
  assert.deepEqual([a.one("out"), a.lang, a.flags.has("json"), a.flags.has("exit-code")], ["o", "en", true, false]);
  assert.equal(readArgs(["check", "--password-file", "-", "x"], "es").one("password-file"), "-");
});

test("an unknown command says what to type, and what may have been meant", () => {
  assert.match(said(["chekc"]), /No conocemos la orden «chekc»\. Escribe: .*contraluz --help\nQuizá: check/);
  assert.match(said(["chekc"], "en"), /There is no command “chekc”\. Type: .*--help\nPerhaps: check/);
  assert.match(said(["."]), /Para revisarlo: .*contraluz check RUTA/);
  assert.match(said(["--json", "check"]), /Antes de «--json» va la orden/);
  for (const name of ["constructor", "toString", "__proto__"]) assert.match(said([name]), /No conocemos la orden/);
});

test("common Spanish names of commands work", () => {
  for (const [word, command] of [
    ["revisar", "check"],
    ["olvidar", "forget"],
    ["muestra", "demo"],
    ["lugares", "artifacts"],
  ] as const)
    assert.equal(readArgs([word], "es").command, command);
});

test("unknown options, options of other commands and short ones", () => {
  assert.match(said(["check", "x", "--ouput", "y"]), /«check» no tiene la opción «--ouput»\.\nQuizá: --out\nTodas/);
  assert.match(said(["forget", "x", "--json"]), /«forget» no tiene la opción «--json»/);
  assert.match(said(["check", "-x"], "en"), /“check” has no option “-x”\.\nAll options: .*contraluz check --help/);
  assert.match(said(["check", "--constructor"]), /no tiene la opción «--constructor»/);
});

test("missing and needless values", () => {
  for (const argv of [
    ["check", "x", "--out"],
    ["check", "x", "--out="],
    ["check", "x", "--out", "--json"],
  ])
    assert.match(said(argv), /Falta el valor\. Se escribe: --out CARPETA/, argv.join(" "));
  assert.match(said(["check", "--json=yes", "x"], "en"), /--json takes no value/);
});

test("values that are no choice name the choices", () => {
  assert.match(said(["check", "x", "--hash", "sha1"]), /--hash no puede ser «sha1»\. Puede ser: read, all/);
  assert.match(said(["check", "x", "--lang", "fr"]), /--lang no puede ser «fr»/);
  const formats = said(["export", "x", "--format", "timesketch"], "en");
  assert.match(formats, /timesketch-jsonl, timesketch-csv, csv, mvt.*\nPerhaps: timesketch-/);
});

test("too many paths", () => {
  assert.match(said(["report", "a", "b"]), /Sobra «b»\. Se escribe: .*contraluz report CARPETA/);
  assert.match(said(["demo", "x"], "en"), /“x” is too much\. Write: .*contraluz demo\n/);
  assert.equal(readArgs(["check", ..."abcdefgh"], "es").paths.length, 8);
});

test("what was typed reaches the terminal without escapes", () => {
  const evil = "a\u001b[2J\u0007\u202eb\u009b31m";
  for (const argv of [[evil], [`--${evil}`], ["check", `--${evil}`], ["check", "x", "--hash", evil], ["demo", evil]])
    assert.match(said(argv), /<U\+001B>/);
});

test("language: the option wherever it stands, else the locale", () => {
  assert.equal(langOf(["check", "--lang", "en"], "es"), "en");
  assert.equal(langOf(["--lang=es", "x"], "en"), "es");
  assert.equal(langOf(["check", "--lang", "klingon"], "es"), "es");
  assert.deepEqual(withoutLeadingLang(["--lang", "en", "check", "x"]), ["check", "--lang", "en", "x"]);
  assert.deepEqual(withoutLeadingLang(["--lang=en"]), ["--lang=en"]);
  assert.match(said(["chekc", "--lang", "en"]), /There is no command/);
  for (const [env, lang] of [
    [{ LANG: "es_MX.UTF-8" }, "es"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "es_ES" }, "es"],
    [{ LANG: "es_MX", LC_MESSAGES: "en_GB" }, "en"],
    [{ LANG: "est_EE" }, "en"],
    [{ LANG: "C" }, "en"],
    [{ LANG: "C.UTF-8" }, "en"],
    [{ LANG: "es" }, "es"],
  ] as const)
    assert.equal(localeLang(env), lang, JSON.stringify(env));
});
