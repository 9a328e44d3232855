import assert from "node:assert/strict";
import { dirname } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkLock, checkLockfile, inexact } from "./lockfile.ts";

const integrity = `sha512-${"A".repeat(86)}==`;
const good = { version: "1.2.3", integrity };
/** What is wrong with a lockfile that holds one package. */
const wrong = (p: object, denied: string[] = []) =>
  checkLock({ packages: { "": {}, "node_modules/x": p } }, denied).breaches;

describe("lockfile", () => {
  test("a package with its hash, from the public registry or no named one", () => {
    assert.deepEqual(wrong(good), []);
    assert.deepEqual(wrong({ ...good, resolved: "https://registry.npmjs.org/x/-/x-1.2.3.tgz" }), []);
  });
  for (const [what, p, said] of [
    ["no hash", { version: "1.2.3" }, /no SHA-512/],
    ["a weaker hash", { ...good, integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }, /no SHA-512/],
    ["no version", { integrity }, /no exact version/],
    ["another registry", { ...good, resolved: "https://npm.example/x.tgz" }, /elsewhere/],
    ["a host that begins like it", { ...good, resolved: "https://registry.npmjs.org.example/x.tgz" }, /elsewhere/],
    ["without encryption", { ...good, resolved: "http://registry.npmjs.org/x.tgz" }, /elsewhere/],
    ["a repository", { ...good, resolved: "git+ssh://git@github.com/a/b.git#1" }, /elsewhere/],
    ["a script that running would need", { ...good, hasInstallScript: true }, /running needs it/],
    [
      "a script for development that nobody refused",
      { ...good, dev: true, hasInstallScript: true },
      /refuse it in allowScripts/,
    ],
  ] as const)
    test(`refused: ${what}`, () => {
      const found = wrong(p);
      assert.equal(found.length, 1, String(found));
      assert.match(found[0]!, said);
    });
  test("a script that is refused by name", () => {
    assert.deepEqual(wrong({ ...good, dev: true, hasInstallScript: true }, ["x"]), []);
    assert.equal(wrong({ ...good, hasInstallScript: true }, ["x"]).length, 1);
  });
  test("inner packages count, rooms and links do not", () => {
    const packages = {
      "packages/core": { version: "0.1.0" },
      "node_modules/@x/core": { link: true, resolved: "packages/core" },
      "node_modules/a": good,
      "node_modules/a/node_modules/@b/c": { version: "1.0.0" },
    };
    assert.deepEqual(checkLock({ packages }, []), {
      summary: "2 packages",
      breaches: ["@b/c: no SHA-512 of its content"],
    });
  });
  test("versions are exact", () => {
    assert.deepEqual(inexact("p", { dependencies: { a: "1.2.3", b: "1.0.0-rc.1" } }), []);
    assert.equal(
      inexact("p", { devDependencies: { a: "^1.2.3" }, optionalDependencies: { b: "latest", c: "1" } }).length,
      3,
    );
  });
  test("that of the project passes", () => {
    assert.deepEqual(checkLockfile(dirname(dirname(fileURLToPath(import.meta.url)))).breaches, []);
  });
});
