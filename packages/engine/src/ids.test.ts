/**
 * What names evidence, checked with the tools that a second lab has. For a file: `sha256sum FILE`. For a folder, in that
 * folder, with `list` holding the paths of the files that were read (`--hash read`) or of all (`find . -type f | cut -c3-`):
 *
 *   LC_ALL=C sort list | while IFS= read -r f; do
 *     printf '%s %s %s\n' "$(sha256sum < "$f" | cut -c1-64)" "$(stat -c %s "$f")" "$f"
 *   done | sha256sum
 *
 * @module
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { encryptedSample, typed } from "./backups.fixture.ts";
import { fresh, pack, run, SAMPLE } from "./check.fixture.ts";

const tools = spawnSync("sha256sum", ["--version"]).status === 0 && spawnSync("stat", ["-c", "%s", "/"]).status === 0;
const skip = tools ? false : "sha256sum and GNU stat are not here";

/** The command of the comment above. */
const SCRIPT = `LC_ALL=C sort | while IFS= read -r f; do
  printf '%s %s %s\\n' "$(sha256sum < "$f" | cut -c1-64)" "$(stat -c %s "$f")" "$f"
done | sha256sum | cut -c1-64`;

const idOf = (dir: string, paths: readonly string[]): string =>
  execFileSync("sh", ["-c", SCRIPT], { cwd: dir, input: paths.map((p) => `${p}\n`).join(""), encoding: "utf8" }).trim();

for (const [name, dir, secret] of [
  ["plain", () => SAMPLE, undefined],
  ["encrypted", encryptedSample, typed],
] as const) {
  test(`the id of a folder is that of the files that were read (${name})`, { skip }, async () => {
    const { result } = await run([dir()], secret ? { secret } : {});
    const [evidence] = result.evidence;
    assert.equal(evidence?.hashed, "read");
    assert.ok(result.files.length >= 10);
    assert.ok(result.files.every((f) => /^[0-9a-f]{64}$/.test(f.sha256)));
    for (const f of result.files) assert.equal(f.size, statSync(join(dir(), f.path)).size, f.path);
    assert.equal(
      evidence.bytes,
      result.files.reduce((n, f) => n + f.size, 0),
    );
    assert.equal(
      evidence.id,
      idOf(
        dir(),
        result.files.map((f) => f.path),
      ),
    );
  });
}

test("--hash all: every file, also what nobody reads; sha256sum -c agrees", { skip }, async () => {
  const above = fresh();
  const dir = join(above, "id");
  cpSync(SAMPLE, dir, { recursive: true });
  mkdirSync(join(above, "other files"));
  writeFileSync(join(above, "other files", "ñandú 🦎.txt"), "not a part of the backup");
  writeFileSync(join(above, ".hidden"), "");
  symlinkSync("/etc/passwd", join(above, "link"));
  const { result, folder } = await run([above], { hash: "all" });
  const [evidence] = result.evidence;
  assert.equal(evidence?.hashed, "all");
  const paths = execFileSync("find", [".", "-type", "f"], { cwd: above, encoding: "utf8" });
  const all = paths
    .trimEnd()
    .split("\n")
    .map((p) => p.slice(2));
  assert.ok(all.length > result.files.length);
  assert.equal(evidence.id, idOf(above, all));
  assert.equal(
    evidence.bytes,
    all.reduce((n, p) => n + statSync(join(above, p)).size, 0),
  );
  const sums = folder.files.get("files.sha256")!;
  assert.equal(sums.toString().trimEnd().split("\n").length, all.length);
  writeFileSync(`${above}.sha256`, sums);
  const checked = execFileSync("sha256sum", ["-c", "--strict", `${above}.sha256`], { cwd: above, encoding: "utf8" });
  assert.equal(checked.match(/: OK$/gm)?.length, all.length);
});

test("names with line ends make no second line", { skip }, async () => {
  const dir = fresh();
  cpSync(SAMPLE, dir, { recursive: true });
  const name = `a\n${"0".repeat(64)}  Info.plist`;
  writeFileSync(join(dir, name), "x");
  writeFileSync(join(dir, "back\\slash"), "y");
  const { result, folder } = await run([dir], { hash: "all" });
  const sums = folder.files.get("files.sha256")!.toString();
  assert.match(sums, /^\\[0-9a-f]{64} {2}a\\n0+ {2}Info\.plist$/m);
  assert.equal(sums.match(/Info\.plist$/gm)?.length, 2);
  writeFileSync(`${dir}.sha256`, sums);
  execFileSync("sha256sum", ["-c", "--strict", "--status", `${dir}.sha256`], { cwd: dir });
  const lines = sums
    .trimEnd()
    .split("\n")
    .map((l) => (l.startsWith("\\") ? l.slice(1) : l));
  const list = lines.map((l) => {
    const path = l.slice(66).replace(/\\(.)/g, (_, c) => (c === "n" ? "\n" : c));
    return `${l.slice(0, 64)} ${statSync(join(dir, path)).size} ${l.slice(66)}\n`;
  });
  assert.equal(result.evidence[0]?.id, createHash("sha256").update(list.join("")).digest("hex"));
});

for (const kind of ["zip, stored", "tar.gz"] as const) {
  test(`the id of a ${kind} is the hash of the file`, { skip }, async () => {
    for (const hash of ["read", "all"] as const) {
      const file = pack(SAMPLE, kind);
      const { result, folder } = await run([file], { hash });
      const sum = execFileSync("sha256sum", [file], { encoding: "utf8" }).slice(0, 64);
      const [evidence] = result.evidence;
      assert.deepEqual([evidence?.id, evidence?.hashed, evidence?.bytes], [sum, "all", readFileSync(file).length]);
      assert.equal(folder.files.get("files.sha256"), undefined);
    }
  });
}
