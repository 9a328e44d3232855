import assert from "node:assert/strict";
import { dirname } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkImports, checkProject, importsOf } from "./imports.ts";

const PACKAGES = new Map([
  ["packages/detection", ["punycode"]],
  ["packages/report", []],
]);

/** What is wrong with a file at `path`. */
const wrong = (path: string, source: string): string[] =>
  checkImports([{ path, source }], PACKAGES).map((b) => `${b.line}: ${b.what}`);

/** A template as source: each `#{` of `text` opens a substitution. */
const template = (text: string): string => `export const t = \`${text.replaceAll("#", "$")}\`;`;

const CORE = "packages/core/src/a.ts";
const ARTIFACT = "packages/artifacts/src/ios/sms/index.ts";
const DETECTION = "packages/detection/src/a.ts";
const REPORT = "packages/report/src/a.ts";
const WEB = "platform/web/src/a.ts";

/** Kind, file, source, what is said of it. */
const FORBIDDEN: readonly (readonly [string, string, string, RegExp])[] = [
  ["a room above", CORE, 'import { check } from "@contraluz/engine";', /^1: core may not import engine$/],
  [
    "a room that is not in the table",
    "packages/formats/src/zip/a.ts",
    'export * from "@contraluz/evidence";',
    /formats may not import evidence/,
  ],
  [
    "a type of a room above",
    CORE,
    'import type { Rule } from "@contraluz/detection";',
    /core may not import detection/,
  ],
  ["a dynamic import", CORE, 'const m = await import("@contraluz/store");', /core may not import store/],
  ["the type of an import", CORE, 'let x: import("@contraluz/store").ResultWriter;', /core may not import store/],
  [
    "another artifact",
    ARTIFACT,
    'import { tcc } from "../tcc/index.ts";',
    /artifact ios\/sms may not import artifact ios\/tcc/,
  ],
  [
    "another artifact by its package",
    ARTIFACT,
    'import { tcc } from "@contraluz/artifacts/ios/tcc/index.ts";',
    /artifact ios\/sms may not import artifact ios\/tcc/,
  ],
  [
    "evidence in an artifact",
    ARTIFACT,
    'import { openEvidence } from "@contraluz/evidence";',
    /an artifact may not import evidence/,
  ],
  [
    "an artifact in a feed",
    "packages/artifacts/src/feeds/plist.ts",
    'import { tcc } from "../ios/tcc/index.ts";',
    /a feed may not import artifact ios\/tcc/,
  ],
  [
    "another format",
    "packages/formats/src/zip/a.ts",
    'import { x } from "../plist/index.ts";',
    /format zip may not import format plist/,
  ],
  [
    "a value where only types are allowed",
    DETECTION,
    'import { ARTIFACTS } from "@contraluz/artifacts";',
    /detection may only `import type` of artifacts/,
  ],
  [
    "a format that is not listed",
    DETECTION,
    'import { openSqlite } from "@contraluz/formats/sqlite/index.ts";',
    /detection may not import formats\/sqlite/,
  ],
  [
    "a relative path out of the room",
    CORE,
    'import { x } from "../../store/src/index.ts";',
    /relative import leaves the room/,
  ],
  ["a module of Node", CORE, 'import { readFileSync } from "node:fs";', /core may not import node:fs/],
  ["a module of Node in the report", REPORT, 'import { join } from "node:path";', /report may not import node:path/],
  [
    "a module of Node in the browser",
    WEB,
    'import { join } from "node:path";',
    /platform-web may not import node:path/,
  ],
  [
    "a package that is no dependency",
    DETECTION,
    'import { parse } from "yaml";',
    /yaml is no dependency in packages\/detection\/package.json/,
  ],
  ["nothing that exists", CORE, 'import { x } from "@contraluz/nothing";', /is in no room/],
  ["Date.now", CORE, "export const t = Date.now();", /Date\.now is not used in packages\/core/],
  ["Date.now with a gap", CORE, "export const t = Date\n  . now();", /Date\.now is not used/],
  ["Date by a text", CORE, 'export const t = Date["now"]();', /Date\.now is not used/],
  ["an import that is computed", CORE, "const m = await import(name);", /core may import only by a plain text/],
  ["an import by a template", CORE, "const m = await import(`node:fs`);", /core may import only by a plain text/],
  ["new Date()", CORE, "export const t = new Date();", /new Date\(\) without arguments/],
  ["new Date", CORE, "export const t = new Date;", /new Date\(\) without arguments/],
  ["Date()", CORE, "export const t = Date();", /Date\(\) is not used/],
  ["performance", CORE, "export const t = performance.now();", /performance is not used/],
  ["Intl", CORE, 'export const f = new Intl.NumberFormat("es");', /Intl is not used/],
  ["toLocaleString", CORE, "export const f = (n: number) => n.toLocaleString();", /toLocale… is not used/],
  [
    "localeCompare",
    CORE,
    "export const f = (a: string, b: string) => a.localeCompare(b);",
    /localeCompare is not used/,
  ],
  ["Math.random", CORE, "export const r = Math.random();", /Math\.random is not used/],
  [
    "Math.random in the report",
    REPORT,
    "export const r = Math.random();",
    /Math\.random is not used in packages\/report/,
  ],
  ["console", CORE, 'console.log("x");', /console is not used/],
  ["the DOM", CORE, "export const t = document.title;", /DOM is not used/],
  ["process", CORE, "export const e = process.env;", /process or globalThis is not used/],
  ["globalThis", CORE, 'export const e = globalThis["x"];', /process or globalThis is not used/],
  ["Buffer", CORE, 'export const b = Buffer.from("x");', /Buffer or network is not used/],
  ["the network", CORE, 'export const r = fetch("https://x.example");', /Buffer or network is not used/],
];

describe("imports: what is forbidden is found", () => {
  for (const [kind, path, source, said] of FORBIDDEN) {
    test(kind, () => {
      const found = wrong(path, source);
      assert.equal(found.length, 1, JSON.stringify(found));
      assert.match(found[0]!, said);
    });
  }
});

/** Kind, file, source. */
const ALLOWED: readonly (readonly [string, string, string])[] = [
  ["the room itself", CORE, 'import { x } from "./b.ts";'],
  ["a room of the table", "packages/engine/src/a.ts", 'import { makeVerdict } from "@contraluz/detection";'],
  ["a type where only types are allowed", DETECTION, 'import type { AnyArtifact } from "@contraluz/artifacts";'],
  ["a format that is listed", DETECTION, 'import { parsePattern } from "@contraluz/formats/stix/index.ts";'],
  ["a format that its index names", "packages/formats/src/tar/index.ts", 'import { safe } from "../zip/path.ts";'],
  ["feeds in an artifact", ARTIFACT, 'import { x } from "../../feeds/sqlite.ts";'],
  ["a dependency", DETECTION, 'import punycode from "punycode";'],
  ["any room in a test", "packages/core/src/a.test.ts", 'import { check } from "@contraluz/engine";'],
  ["Node and the clock in a test", "packages/core/src/a.test.ts", 'import "node:fs"; Date.now();'],
  ["the sample in a test", "packages/core/src/a.test.ts", 'import { x } from "../../../samples/lib/plist.ts";'],
  ["the clock of a given time", CORE, "export const t = new Date(0).toISOString();"],
  ["dates in the report", REPORT, 'export const f = new Intl.DateTimeFormat("es");'],
  ["Node in an app", "apps/cli/src/a.ts", 'import "node:fs"; console.log(Date.now());'],
  ["what stands in a comment", CORE, "// Date.now(), Math.random()\n/* console.log() */\nexport {};"],
  ["what stands in a text", CORE, 'export const t = "Date.now() process.env";'],
  ["what stands in a template", CORE, template("Date.now() #{1} console.log")],
  ["what stands in a regular expression", CORE, "export const t = /Date.now()|console.log/;"],
  ["a property of that name", CORE, "export const f = (o: { document: { x: number } }) => o.document.x;"],
  ["an own name", CORE, "export const f = (window: number[]) => window[0];"],
];

describe("imports: what is allowed is let through", () => {
  for (const [kind, path, source] of ALLOWED) test(kind, () => assert.deepEqual(wrong(path, source), []));
});

test("imports: lines and order of what is found", () => {
  const files = [
    { path: "packages/core/src/b.ts", source: "\n\nconsole.log(1);\nDate.now();" },
    { path: "packages/core/src/a.ts", source: "Date.now();" },
  ];
  const found = checkImports(files, new Map()).map((b) => `${b.file.slice(-4)}:${b.line}`);
  assert.deepEqual(found, ["a.ts:1", "b.ts:3", "b.ts:4"]);
});

test("imports: code in a substitution of a template is code", () => {
  assert.equal(wrong(CORE, template("a #{Date.now()} b #{`c #{Math.random()}`} d")).length, 2);
});

test("imports: every form of an import is seen", () => {
  const source = [
    'import a, { type b } from "1";',
    'import type { c } from "2";',
    'import * as d from "3";',
    'import "4";',
    'export { e } from "5";',
    'export * from "6";',
    'export type { f } from "7";',
    "import {\n  g,\n  h,\n} from '8';",
    'const i = import("9");',
    'type j = import("10").K;',
    'export const from = "no"; // import "no"',
  ].join("\n");
  assert.deepEqual(
    importsOf(source).map((i) => [i.specifier, i.type]),
    [
      ["1", false],
      ["2", true],
      ["3", false],
      ["4", false],
      ["5", false],
      ["6", false],
      ["7", true],
      ["8", false],
      ["9", false],
      ["10", false],
    ],
  );
});

test("imports: the project itself passes", () => {
  const { breaches, files } = checkProject(dirname(dirname(fileURLToPath(import.meta.url))));
  assert.ok(files > 150, `${files} files`);
  assert.deepEqual(breaches, []);
});
