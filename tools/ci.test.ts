/** `.ci/run` with an npm of our own: what it counts, and when it fails. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const SCRIPT = join(dirname(dirname(fileURLToPath(import.meta.url))), ".ci/run");

interface Part {
  readonly says: string;
  readonly code?: number;
}
interface Run {
  /** A git repository, in which the tests leave a file. */
  readonly leaves?: boolean;
  readonly test: Part;
  readonly check: Part;
  /** Only asked where ../shared is. */
  readonly conformance?: Part;
}

/** Runs it in a folder of its own: the last line, the code, and what npm was asked. */
function run({ leaves, test, check, conformance }: Run): {
  readonly last: string;
  readonly code: number;
  readonly asked: string;
} {
  const above = mkdtempSync(join(tmpdir(), "contraluz-ci-"));
  try {
    const root = join(above, "clone");
    mkdirSync(join(root, ".ci"), { recursive: true });
    copyFileSync(SCRIPT, join(root, ".ci/run"));
    if (conformance) mkdirSync(join(above, "shared"));
    const answer = (name: string, p: Part | undefined): string =>
      `  "${name}") printf '%s\\n' '${p?.says ?? "not asked"}'; exit ${p?.code ?? 0} ;;`;
    const npm = `#!/bin/sh
if read -r line; then echo "standard input"; exit 9; fi
echo "$*" >> "${above}/asked"
${leaves ? "touch left-behind" : ""}
case "$*" in
${answer("test", test)}
${answer("run check", check)}
${answer("run conformance", conformance)}
esac
exit 99`;
    if (leaves) spawnSync("git", ["init", "-q"], { cwd: root });
    writeFileSync(join(above, "npm"), npm);
    for (const file of [join(above, "npm"), join(root, ".ci/run")]) chmodSync(file, 0o755);
    const { status, stdout } = spawnSync(join(root, ".ci/run"), {
      encoding: "utf8",
      cwd: tmpdir(),
      input: "yes\n",
      env: { ...process.env, PATH: `${above}${delimiter}${process.env.PATH}` },
    });
    const asked = spawnSync("cat", [join(above, "asked")], { encoding: "utf8" }).stdout;
    return {
      last: stdout.trimEnd().split("\n").at(-1)!,
      code: status ?? -1,
      asked: asked.trim().replaceAll("\n", ", "),
    };
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
}

const good = { test: { says: "tests…\n10 passed, 0 failed" }, check: { says: "ok\n3 passed, 0 failed" } };

describe(".ci/run", { skip: process.platform === "win32" && "needs bash" }, () => {
  test("adds what passed; conformance only beside real artifacts", () => {
    assert.deepEqual(run(good), { last: "14 passed, 0 failed", code: 0, asked: "test, run check" });
    const all = { ...good, conformance: { says: "5 passed, 0 failed, 2 skipped" } };
    assert.deepEqual(run(all), { last: "19 passed, 0 failed", code: 0, asked: "test, run check, run conformance" });
  });
  test("fails with the tests, and goes on to the rest", () => {
    const found = run({ ...good, test: { says: "8 passed, 2 failed\nnpm error code 1", code: 1 } });
    assert.deepEqual(found, { last: "12 passed, 2 failed", code: 1, asked: "test, run check" });
  });
  test("fails with the checks", () => {
    assert.deepEqual(run({ ...good, check: { says: "2 passed, 1 failed", code: 1 } }).last, "13 passed, 1 failed");
  });
  test("a part that ends before it counts is a failure", () => {
    const { last, code } = run({ ...good, test: { says: "npm error network", code: 1 } });
    assert.deepEqual([last, code], ["4 passed, 1 failed", 1]);
  });
  test("a part that fails although its count is clean is a failure", () => {
    const { last, code } = run({ ...good, check: { says: "3 passed, 0 failed", code: 7 } });
    assert.deepEqual([last, code], ["14 passed, 1 failed", 1]);
  });
  test("a run that leaves something in the clone is a failure", () => {
    const { last, code } = run({ ...good, leaves: true });
    assert.deepEqual([last, code], ["13 passed, 1 failed", 1]);
  });
  test("nothing counted is no success", () => {
    assert.equal(run({ test: { says: "nothing" }, check: { says: "nothing" } }).code, 1);
  });
});
