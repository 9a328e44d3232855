import assert from "node:assert/strict";
import { dirname } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { apiText, compare, normal, ROOMS } from "./api.ts";
import { exportsOf, statements } from "./declarations.ts";

/** Exports of `index.d.ts` among these modules, as `name: text`. */
const of = (modules: Record<string, string>): string[] =>
  exportsOf("r/index.d.ts", (path) => modules[path.slice(2)]).map(
    (d) => `${d.exported ? "" : "within "}${d.name}: ${d.text}`,
  );

/** A hole of a template type, as source. */
const HOLE = ["$", "{string}"].join("");

describe("exported types: declarations", () => {
  test("statements end where they end", () => {
    const source = `export type A = "a;b" | \`${HOLE}/}\`;\nexport interface B {\n  x: { y: 1 };\n}\nexport declare const c: {\n  d: 1;\n};\nexport {};`;
    assert.deepEqual(
      statements(source).map((s) => s.slice(0, 18)),
      ['export type A = "a', "export interface B", "export declare con", "export {};"],
    );
  });
  test("re-exports are followed, by star, by name, by another name", () => {
    const found = of({
      "index.d.ts":
        'export * from "./a.ts";\nexport { b as c, type D } from "./b.ts";\nexport { z } from "@contraluz/core";',
      "a.d.ts": "export declare const a: 1;",
      "b.d.ts":
        "export declare function b(): void;\nexport declare function b(x: 1): void;\nexport interface D {\n}\nexport declare const hidden: 2;",
    });
    assert.deepEqual(found, [
      "D: interface D {\n}",
      "a: const a: 1;",
      "c: c: function b(): void;\nfunction b(x: 1): void;",
      "z: z: of @contraluz/core",
    ]);
  });
  test("what an exported one is made of comes along, from the same room only", () => {
    const found = of({
      "index.d.ts":
        'import type { B } from "./b.ts";\nimport type { C } from "@contraluz/core";\nexport interface A {\n  readonly b: B;\n  readonly c: C;\n  unused: string;\n}\ninterface unused {\n}',
      "b.d.ts": 'import type { E } from "./index.ts";\ninterface Inner {\n}\nexport type B = Inner | undefined;',
    });
    assert.deepEqual(
      found.map((f) => f.split(":")[0]),
      ["A", "within B", "within Inner"],
    );
  });
  test("a module that was not emitted is no empty one", () => {
    assert.throws(() => of({ "index.d.ts": 'export * from "./gone.ts";' }), /no declarations of r\/gone\.d\.ts/);
    assert.throws(() => of({ "index.d.ts": 'export { x } from "./a.ts";', "a.d.ts": "export {};" }), /has no x/);
  });
});

describe("exported types: the snapshot", () => {
  test("a long choice has one member a line, a short one or an object does not", () => {
    assert.equal(
      normal(`type A = "a" | "b" | "c" | \`d${HOLE}|e\`;`),
      `type A =\n  | "a"\n  | "b"\n  | "c"\n  | \`d${HOLE}|e\`;`,
    );
    assert.equal(normal('type A = "a" | "b";'), 'type A = "a" | "b";');
    assert.equal(normal("type F = (x: 1 | 2 | 3 | 4) => 5;"), "type F = (x: 1 | 2 | 3 | 4) => 5;");
  });
  test("what texts say is no interface, that there are texts is", () => {
    const text =
      'const P: {\n    readonly a: {\n        readonly es: "Una \\"cosa\\"";\n        readonly en: "A thing";\n    };\n};';
    assert.equal(normal(text), "const P: {\n  readonly a: Words;\n};");
  });
  const before =
    "Title\n\n== core ==\n\ninterface A {\n  x: 1;\n}\n\ntype B = 1;\n\n== engine ==\n\ninterface A {\n  y: 1;\n}\n";
  test("nothing changed", () => assert.deepEqual(compare(before, before), { lines: [], changed: 0 }));
  test("a line more is no change of what was there", () => {
    const now = before.replace("  y: 1;", "  y: 1;\n  z?: 2;").replace("type B", "type AA = 2;\n\ntype B");
    assert.deepEqual(compare(before, now), {
      lines: ["core AA", "+ type AA = 2;", "engine A", "+   z?: 2;"],
      changed: 0,
    });
  });
  test("another line, and one that is gone", () => {
    const now = before.replace("  x: 1;", "  x: 2;").replace("type B = 1;\n\n", "");
    assert.deepEqual(compare(before, now), {
      lines: ["core A", "-   x: 1;", "+   x: 2;", "core B", "- type B = 1;"],
      changed: 2,
    });
  });
  test("lines in another order are said", () => {
    const now = before.replace("interface A {\n  x: 1;\n}", "interface A {\n}\n  x: 1;");
    assert.equal(compare(before, now).lines.length, 2);
  });
  test("is made of the five rooms, twice the same", () => {
    const root = dirname(dirname(fileURLToPath(import.meta.url)));
    const text = apiText(root);
    for (const room of ROOMS) assert.match(text, new RegExp(`^== ${room} ==$`, "m"));
    for (const known of [
      "interface Finding {",
      "interface Rule<Fact = unknown> {",
      "class ResultWriter {",
      "function check(",
    ])
      assert.ok(text.includes(`\n${known}`), known);
    assert.equal(apiText(root), text);
  });
});
