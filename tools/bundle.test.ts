/** The packed command line: what is in it, that it runs on Node 20, that it gives the bytes that the source gives. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";
import { importsOf } from "./imports.ts";
import { packageOf, thirdParty } from "./third-party.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CLI = join(ROOT, "apps/cli");
const VERSION: string = JSON.parse(readFileSync(join(CLI, "package.json"), "utf8")).version;

/** A Node of the machine that is too old for the source but not for the bundle: path and version. */
function olderNode(): { readonly path: string; readonly version: string } | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/local/bin", "/usr/bin"];
  const name = process.platform === "win32" ? "node.exe" : "node";
  const found = [...new Set(folders)]
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path))
    .map((path) => ({ path, version: spawnSync(path, ["--version"], { encoding: "utf8" }).stdout.trim().slice(1) }))
    .filter(({ version }) => Number.parseInt(version, 10) >= 20 && Number.parseInt(version, 10) < 24);
  return found.sort((a, b) => Number.parseInt(a.version, 10) - Number.parseInt(b.version, 10))[0];
}

const older = olderNode();
const noOlder = older ? false : "no Node 20 to 23 on this machine";

let work = "";
before(() => {
  work = realpathSync(mkdtempSync(join(tmpdir(), "contraluz-bundle-")));
});
after(() => rmSync(work, { recursive: true, force: true }));

/** Runs a program to its end; fails with what it said if it does. */
function run(program: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): string {
  const child = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    env: { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "", ...env },
    shell: process.platform === "win32" && program === "npm",
  });
  assert.equal(child.status, 0, `${program} ${args.join(" ")}\n${child.error ?? ""}${child.stderr}`);
  return child.stdout;
}

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** SHA-256 of every file of a folder but `run.json`, which may differ between two runs. */
function resultOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  return new Map(
    names
      .map((e) => join(e.parentPath, e.name).slice(folder.length + 1))
      .filter((name) => name !== "run.json")
      .sort()
      .map((name) => [name, sha256(readFileSync(join(folder, name)))]),
  );
}

/** What a lab needs beside the package, loaded when it is asked for. */
const OPTIONAL: readonly string[] = ["@duckdb/node-api", "pg-boss"];

describe("bundle", () => {
  let packed = "";
  let source = new Map<string, string>();
  let json = "";

  before(() => {
    // As a person gets it: packed, then installed somewhere else, without a network.
    run("npm", ["pack", "--pack-destination", work, "--loglevel=error"], CLI);
    const tarball = readdirSync(work).find((f) => f.endsWith(".tgz"))!;
    const home = join(work, "home");
    mkdirSync(home);
    const quiet = ["--offline", "--no-audit", "--no-fund", "--loglevel=error"];
    run("npm", ["install", "--prefix", home, ...quiet, join(work, tarball)], home);
    packed = join(home, "node_modules/contraluz");
    const out = join(work, "source");
    json = run(process.execPath, [join(CLI, "src/main.ts"), "demo", "--json", "--out", out], work);
    source = resultOf(out);
  });

  /** Checks the sample with a program and compares with the source, byte by byte. */
  function same(program: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): void {
    const out = mkdtempSync(join(work, "out-"));
    rmSync(out, { recursive: true });
    assert.equal(run(program, [...args, "--json", "--out", out], cwd, env), json);
    assert.deepEqual(resultOf(out), source);
  }

  test("the source gives a result to compare with", () => {
    assert.ok(source.has("result.json") && source.has("report.html") && source.size > 5);
    assert.equal(source.get("result.json"), sha256(json));
  });

  test("the package holds what it should, and needs nothing", () => {
    const names = readdirSync(packed, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) =>
        join(e.parentPath, e.name)
          .slice(packed.length + 1)
          .replaceAll("\\", "/"),
      );
    assert.deepEqual(names.filter((n) => !/^dist\/(sample\/backup|web|read)\//.test(n)).sort(), [
      "LICENSE",
      "NOTICE",
      "README.md",
      "bin/contraluz.js",
      "bin/node.js",
      "dist/THIRD-PARTY.txt",
      "dist/contraluz.js",
      "dist/sample/indicators.stix2",
      "dist/sample/vendors.yaml",
      "dist/sqlite3.wasm",
      "package.json",
    ]);
    for (const name of ["index.html", "exit-es.html", "exit-en.html", "THIRD-PARTY.txt"])
      assert.ok(names.includes(`dist/web/${name}`), name);
    const sample = readdirSync(join(ROOT, "samples/journalist/backup"), { recursive: true, withFileTypes: true });
    const bodies = names.filter((n) => n.startsWith("dist/sample/backup/"));
    assert.equal(bodies.length, sample.filter((e) => e.isFile()).length);
    const manifest = JSON.parse(readFileSync(join(packed, "package.json"), "utf8"));
    for (const kind of ["dependencies", "optionalDependencies", "bundleDependencies"])
      assert.equal(manifest[kind], undefined, kind);
    // What a lab puts beside it, and nobody else has to.
    assert.deepEqual(Object.keys(manifest.peerDependencies), OPTIONAL);
    for (const name of OPTIONAL) assert.deepEqual(manifest.peerDependenciesMeta[name], { optional: true });
    for (const script of ["preinstall", "install", "postinstall", "prepare"])
      assert.equal(manifest.scripts?.[script], undefined, script);
    assert.equal(readFileSync(join(packed, "LICENSE"), "utf8"), readFileSync(join(ROOT, "LICENSE"), "utf8"));
  });

  test("the one file imports nothing but Node and what lies beside it, and names no place of this machine", () => {
    const text = readFileSync(join(packed, "dist/contraluz.js"), "utf8");
    const specifiers = importsOf(text).map((i) => i.specifier);
    assert.ok(specifiers.includes("node:fs"));
    assert.deepEqual(
      specifiers.filter((s) => !s.startsWith("node:") && !s.startsWith("./read/")),
      OPTIONAL,
    );
    // What documents need lies beside it, and is loaded when one is read.
    const beside = specifiers.filter((s) => s.startsWith("./read/"));
    assert.deepEqual(
      beside.map((s) => existsSync(join(packed, "dist", s))),
      [true, true, true],
    );
    assert.equal(text.includes(ROOT), false);
  });

  test("whose work it carries stands beside it, with the licence", () => {
    const text = readFileSync(join(packed, "dist/THIRD-PARTY.txt"), "utf8");
    for (const name of ["@fontsource-variable/atkinson-hyperlegible-next", "@noble/hashes", "punycode"])
      assert.match(text, new RegExp(`^${name} \\d`, "m"));
    assert.match(text, /SIL OPEN FONT LICENSE Version 1\.1/);
    assert.match(text, /Permission is hereby granted, free of charge/);
  });

  test("the same source gives the same bundle", async () => {
    const folders = ["first", "second"].map((name) => join(work, name));
    for (const folder of folders) await bundle(ROOT, folder);
    assert.deepEqual(resultOf(folders[0]!), resultOf(folders[1]!));
  });

  test("packed, on this Node: the bytes of the source", () => {
    same(process.execPath, [join(packed, "bin/contraluz.js"), "demo"], work);
  });

  test("packed, on Node 20: the bytes of the source", { skip: noOlder }, () => {
    same(older!.path, [join(packed, "bin/contraluz.js"), "demo"], work);
  });

  test("packed, on Node 20, in threads and in none: the same bytes", { skip: noOlder }, () => {
    for (const workers of ["0", "3"])
      same(older!.path, [join(packed, "bin/contraluz.js"), "demo", "--workers", workers], work);
  });

  test("packed, as npm links it, on Node 20", { skip: noOlder || process.platform === "win32" }, () => {
    const below = join(work, "home/a/b");
    mkdirSync(below, { recursive: true });
    const env = { PATH: `${dirname(older!.path)}${delimiter}/usr/bin${delimiter}/bin` };
    same(join(work, "home/node_modules/.bin/contraluz"), ["demo"], below, env);
    assert.equal(
      run(join(work, "home/node_modules/.bin/contraluz"), ["--version"], below, env),
      `contraluz ${VERSION}\n`,
    );
  });

  test("in the clone, from a folder below, on Node 20", { skip: noOlder || process.platform === "win32" }, () => {
    const bin = join(ROOT, "node_modules/.bin/contraluz");
    const env = { PATH: `${dirname(older!.path)}${delimiter}/usr/bin${delimiter}/bin` };
    same(bin, ["demo"], join(ROOT, "docs/decisions"), env);
    assert.equal(run(bin, ["--version"], join(ROOT, "docs/decisions"), env), `contraluz ${VERSION}\n`);
  });

  test("in the clone, from a folder below, on this Node", () => {
    same(process.execPath, [join(CLI, "bin/contraluz.js"), "demo"], join(ROOT, "docs/decisions"));
  });
});

test("third parties: the package of a file", () => {
  assert.equal(packageOf("node_modules/yaml/dist/index.js"), "node_modules/yaml");
  assert.equal(packageOf("node_modules/@noble/hashes/sha2.js"), "node_modules/@noble/hashes");
  assert.equal(packageOf("node_modules/a/node_modules/@b/c/d.js"), "node_modules/a/node_modules/@b/c");
  assert.equal(packageOf("packages/core/src/index.ts"), undefined);
});

test("third parties: a package without a licence text may not be shipped", () => {
  assert.throws(() => thirdParty(ROOT, ["packages/core"]), /has no licence text/);
});
