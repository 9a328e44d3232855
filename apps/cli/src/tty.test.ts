/** The command line in front of a terminal: a pseudo terminal made by `script` (util-linux), where there is one. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { environment, folder, MAIN, PASSWORD, SAMPLE, smallBackup } from "./cli.fixture.ts";

const made = spawnSync("script", ["-qefc", "exit 7", "/dev/null"], { input: "" });
const skip = made.status === 7 ? false : "no script(1) that makes a terminal here";

interface Said {
  readonly code: number | null;
  /** All that the terminal was sent. */
  readonly screen: string;
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** Runs on a terminal; each answer is typed once its question is on the screen. */
function onTerminal(
  args: readonly string[],
  o: { cwd: string; env?: Record<string, string>; answers?: readonly (readonly [question: RegExp, keys: string])[] },
): Promise<Said> {
  const command = [process.execPath, MAIN, ...args].map(quoted).join(" ");
  const child = spawn("script", ["-qefc", command, "/dev/null"], {
    cwd: o.cwd,
    env: environment(o.env),
    stdio: "pipe",
  });
  const left = [...(o.answers ?? [])];
  let screen = "";
  let from = 0;
  child.stdin.on("error", () => {});
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    screen += text;
    const [question, keys] = left[0] ?? [];
    if (!question?.test(screen.slice(from))) return;
    left.shift();
    from = screen.length;
    child.stdin.write(keys!);
  });
  // A question that never comes must not hold up the tests.
  const late = setTimeout(() => child.kill("SIGKILL"), 60_000);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearTimeout(late);
      resolve({ code, screen });
    });
  });
}

test("the password is asked for again after a wrong one, and never shown", { skip }, async () => {
  using dir = folder();
  smallBackup(join(dir.path, "b"));
  const ran = await onTerminal(["check", "b", "--out", "o"], {
    cwd: dir.path,
    answers: [
      [/Contraseña: $/, "equivocada\r"],
      [/Nada\s+se\s+bloquea\s+por\s+intentar\.\s+Contraseña: $/, "\r"],
      [/No escribiste nada\.\s+Contraseña: $/, `x\u0015${PASSWORD}\u001b[D\r`],
    ],
  });
  assert.equal(ran.code, 0, ran.screen);
  assert.match(ran.screen, /«Encriptar\s+respaldo\s+local»/);
  assert.ok(!ran.screen.includes("equivocada") && !ran.screen.includes(PASSWORD), ran.screen);
  assert.ok(existsSync(join(dir.path, "o/result.json")));
});

test("three wrong passwords end it: exit 3, and nothing is left", { skip }, async () => {
  using dir = folder();
  smallBackup(join(dir.path, "b"));
  const asked = /Contraseña: $/;
  const ran = await onTerminal(["check", "b", "--out", "o"], {
    cwd: dir.path,
    answers: [
      [asked, "uno\r"],
      [asked, "dos\r"],
      [asked, "tres\r"],
      [asked, `${PASSWORD}\r`],
    ],
  });
  assert.equal(ran.code, 3, ran.screen);
  assert.equal(ran.screen.match(/Contraseña: /g)?.length, 3);
  assert.match(ran.screen, /1\. Esa contraseña no lo abre\./);
  assert.deepEqual(readdirSync(dir.path), ["b"]);
});

test("Ctrl-C at the question stops: exit 130, and nothing is left", { skip }, async () => {
  using dir = folder();
  smallBackup(join(dir.path, "b"));
  const ran = await onTerminal(["check", "b", "--out", "o"], {
    cwd: dir.path,
    answers: [[/Contraseña: $/, "a\u0003"]],
  });
  assert.equal(ran.code, 130, ran.screen);
  assert.match(ran.screen, /Detenido\. No quedó ningún resultado\./);
  assert.deepEqual(readdirSync(dir.path), ["b"]);
});

test("one progress line that is written over and gone at the end; colours unless NO_COLOR", { skip }, async () => {
  using dir = folder();
  const lists = ["--indicators", join(SAMPLE, "indicators.stix2")];
  const run = (out: string, env: Record<string, string> = {}): Promise<Said> =>
    onTerminal(["check", join(SAMPLE, "backup"), ...lists, "--out", out], { cwd: dir.path, env });
  const [color, plain, json] = await Promise.all([
    run("a"),
    run("b", { NO_COLOR: "1" }),
    onTerminal(["check", join(SAMPLE, "backup"), "--json", "--out", "c"], { cwd: dir.path }),
  ]);
  const ESC = "\u001b";
  for (const r of [color!, plain!]) {
    assert.equal(r.code, 0, r.screen);
    assert.ok(r.screen.startsWith(`\r${ESC}[2KLeyendo las señales publicadas`), JSON.stringify(r.screen.slice(0, 60)));
    const answer = r.screen.indexOf("iPhone10,4");
    const progress = r.screen.slice(0, answer);
    assert.ok(!progress.includes("\n"), JSON.stringify(progress));
    assert.ok(progress.replaceAll(`${ESC}[0m`, "").endsWith(`\r${ESC}[2K`), JSON.stringify(progress.slice(-20)));
    // After it, SGR of our own and nothing else that a terminal obeys.
    const rest = r.screen.slice(answer).replaceAll("\r\n", "\n");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what we look for
    assert.ok(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(rest.replace(/\u001b\[[0-9;]*m/g, "")));
    assert.equal(rest.includes(ESC), r === color);
  }
  assert.ok(json!.screen.startsWith('{"schema"') && !json!.screen.includes(ESC), json!.screen.slice(0, 80));
});
