/**
 * `npm run check`: everything about the project that is no test, one line each, details of what fails. The last line counts;
 * exit code 1 if any fails.
 * @module
 */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkApi } from "./api.ts";
import { checkDocs } from "./docs.ts";
import { checkGuides } from "./guides/texts.ts";
import { hardest } from "./hardest.ts";
import { checkProject } from "./imports.ts";
import { checkLockfile } from "./lockfile.ts";
import { type Outcome, print } from "./outcome.ts";
import { checkReference } from "./reference.ts";
import { checkWords } from "./words-lint.ts";

interface Check {
  readonly name: string;
  run(root: string): Outcome | Promise<Outcome>;
}

/** Lines of a failed program that are shown; its own run shows all. */
const SHOWN = 60;

/** A program of `node_modules`, run by this Node: it fails if its exit code says so. */
function program(summary: string, script: string, ...args: string[]): Check["run"] {
  return (root) => {
    const child = spawnSync(process.execPath, [join(root, "node_modules", script), ...args], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    if (child.status === 0) return { summary, breaches: [] };
    const lines = `${child.stdout}${child.stderr}`.split("\n").filter((line) => line.trim() !== "");
    return { summary, breaches: [...lines.slice(0, SHOWN), ...(lines.length > SHOWN ? ["…"] : [])] };
  };
}

function imports(root: string): Outcome {
  const { breaches, files } = checkProject(root);
  return { summary: `${files} files`, breaches: breaches.map((b) => `${b.file}:${b.line}: ${b.what}`) };
}

const types = (config: string): Check["run"] => program(config, "typescript/bin/tsc", "-p", config);

const CHECKS: readonly Check[] = [
  { name: "types of the packages", run: types("tsconfig.json") },
  { name: "types on Node, tests", run: types("tsconfig.node.json") },
  { name: "types in the browser", run: types("tsconfig.web.json") },
  { name: "types of the web app", run: types("tsconfig.app.json") },
  { name: "lint and format", run: program("biome", "@biomejs/biome/bin/biome", "check", "--error-on-warnings") },
  { name: "imports", run: imports },
  { name: "exported types", run: (root) => checkApi(root) },
  { name: "docs", run: checkDocs },
  { name: "reference", run: (root) => checkReference(root) },
  { name: "guides", run: (root) => checkGuides(root) },
  { name: "words", run: checkWords },
  { name: "lockfile", run: checkLockfile },
  { name: "hardest texts", run: hardest },
];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
let failed = 0;
for (const { name, run } of CHECKS) {
  let outcome: Outcome;
  try {
    outcome = await run(root);
  } catch (e) {
    outcome = { summary: "its own run", breaches: [e instanceof Error ? e.message : String(e)] };
  }
  print(name, outcome);
  if (outcome.breaches.length > 0) failed++;
}
process.stdout.write(`${CHECKS.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
