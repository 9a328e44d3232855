import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkProject } from "./imports.ts";
import { AskedWrongly, addToCatalogue, newArtifact, planArtifact } from "./new-artifact.ts";
import { checkWords } from "./words-lint.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CATALOGUE = `import { sms } from "./ios/sms/index.ts";
// new-artifact: import

export const ARTIFACTS: readonly AnyArtifact[] = [
  sms,
  // new-artifact: entry
];
`;

describe("new artifact: what is asked", () => {
  test("a name, its feed and place", () => {
    assert.deepEqual(planArtifact("ios/call-history", "sqlite", undefined, CATALOGUE), {
      id: "ios/call-history",
      feed: "sqlite",
      constant: "callHistory",
      acquisition: "ios-backup",
      path: "HomeDomain/Library/call-history/call-history.db",
    });
    const given = planArtifact("ios/x", "plist", "HomeDomain/Library/X/com.example.x.plist", CATALOGUE);
    assert.equal(given.path, "HomeDomain/Library/X/com.example.x.plist");
  });

  test("a name that is taken, or that is a word of the language, bears its group", () => {
    assert.equal(planArtifact("android/sms", "sqlite", undefined, CATALOGUE).constant, "androidSms");
    assert.equal(planArtifact("android/package", "sqlite", undefined, CATALOGUE).constant, "androidPackage");
    assert.equal(planArtifact("ios/words", "sqlite", undefined, CATALOGUE).constant, "iosWords");
  });

  for (const [what, id, feed, path] of [
    ["nothing", "", "sqlite", undefined],
    ["no group", "sms", "sqlite", undefined],
    ["another group", "windows/registry", "sqlite", undefined],
    ["a path out of the folder", "ios/../../x", "sqlite", undefined],
    ["capital letters", "ios/Sms", "sqlite", undefined],
    ["one that exists", "ios/sms", "sqlite", undefined],
    ["a feed that does not exist", "ios/x", "csv", undefined],
    ["a path with quotes", "ios/x", "sqlite", 'a"b'],
  ] as const)
    test(`refused: ${what}`, () => {
      assert.throws(() => planArtifact(id, feed, path, CATALOGUE), AskedWrongly);
    });

  test("the catalogue keeps its markers, and loses none silently", () => {
    const once = addToCatalogue(CATALOGUE, planArtifact("ios/a", "sqlite", undefined, CATALOGUE));
    const twice = addToCatalogue(once, planArtifact("ios/b", "sqlite", undefined, once));
    assert.match(twice, /a,\n {2}b,\n {2}\/\/ new-artifact: entry\n\];/);
    assert.match(twice, /import \{ a \} from ".\/ios\/a\/index.ts";\nimport \{ b \}/);
    assert.throws(() => addToCatalogue("", planArtifact("ios/a", "sqlite", undefined, "")), AskedWrongly);
  });
});

describe("new artifact: what is made passes", () => {
  let copy = "";
  const run = (...args: string[]): void => {
    const child = spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8", env: clean() });
    assert.equal(child.status, 0, `${args.join(" ")}\n${child.stdout}${child.stderr}`);
  };
  /** A test within a test would report to this one. */
  const clean = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_TEST_CONTEXT: undefined });

  before(() => {
    copy = realpathSync(mkdtempSync(join(tmpdir(), "contraluz-new-")));
    for (const name of [
      "packages",
      "platform",
      "samples",
      "biome.json",
      "package.json",
      "tsconfig.json",
      "tsconfig.node.json",
    ])
      cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter: (path) => !path.endsWith("node_modules") });
    // Packages as installed, the rooms those of the copy.
    mkdirSync(join(copy, "node_modules/@contraluz"), { recursive: true });
    for (const name of readdirSync(join(ROOT, "node_modules")))
      if (!["@contraluz", "contraluz", ".bin", ".package-lock.json"].includes(name))
        symlinkSync(join(ROOT, "node_modules", name), join(copy, "node_modules", name), "junction");
    for (const name of readdirSync(join(copy, "packages")))
      symlinkSync(join(copy, "packages", name), join(copy, "node_modules/@contraluz", name), "junction");
    for (const name of ["node", "web"])
      symlinkSync(join(copy, "platform", name), join(copy, "node_modules/@contraluz", `platform-${name}`), "junction");
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  test("one of each feed, and one of another group", () => {
    const made = [
      ...newArtifact(copy, "ios/made-base", "sqlite"),
      ...newArtifact(copy, "ios/made-list", "plist", "HomeDomain/Library/Preferences/com.example.made.plist"),
      ...newArtifact(copy, "android/made-base", "sqlite"),
    ];
    const tests = made.filter((path) => path.endsWith(".test.ts"));
    assert.equal(tests.length, 3);
    run("--test", ...tests);
    run(join(copy, "node_modules/@biomejs/biome/bin/biome"), "check", "--error-on-warnings", ...made);
    for (const breach of checkProject(copy).breaches) assert.fail(`${breach.file}:${breach.line}: ${breach.what}`);
    assert.deepEqual(
      checkWords(copy).breaches.filter((line) => /made-/.test(line)),
      [],
    );
    const catalogue = readFileSync(join(copy, "packages/artifacts/src/catalogue.ts"), "utf8");
    assert.match(catalogue, /madeBase,\s+madeList,\s+androidMadeBase,\s+\/\/ new-artifact: entry/);
  });

  test("its types hold", () => {
    const tsc = spawnSync(process.execPath, [join(copy, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.json"], {
      cwd: copy,
      encoding: "utf8",
    });
    assert.deepEqual(
      tsc.stdout.split("\n").filter((line) => /made-|catalogue/.test(line)),
      [],
    );
  });

  test("the catalogue holds them, and the tool lists them", () => {
    const script = `const { ARTIFACTS } = await import("@contraluz/artifacts"); console.log(ARTIFACTS.map((a) => a.id).join())`;
    const child = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: copy, encoding: "utf8" });
    assert.match(child.stdout, /ios\/made-base,ios\/made-list,android\/made-base\n$/);
  });

  test("a second time is refused, and changes nothing", () => {
    const path = join(copy, "packages/artifacts/src/catalogue.ts");
    const catalogue = readFileSync(path, "utf8");
    assert.throws(() => newArtifact(copy, "ios/made-base", "sqlite"), AskedWrongly);
    assert.equal(readFileSync(path, "utf8"), catalogue);
  });
});
