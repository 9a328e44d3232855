import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { storedFolder } from "@contraluz/platform-node";
import { readResult } from "@contraluz/store";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SAMPLE = join(ROOT, "samples/journalist");

function run(name: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const path = join(ROOT, "docs/examples", name);
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

describe("the examples of docs/examples run", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "contraluz-examples-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test("check.ts: a result with what the sample is known to hold", async () => {
    const out = join(folder, "result");
    const lists = ["indicators.stix2", "vendors.yaml"].map((name) => join(SAMPLE, name));
    const { code, out: said, err } = run("check.ts", join(SAMPLE, "backup"), out, ...lists);
    assert.deepEqual([code, err], [0, ""]);
    const expected = JSON.parse(readFileSync(join(SAMPLE, "expected.json"), "utf8"));
    const result = await readResult(storedFolder(out));
    const pairs = (list: { level: string; subject: string }[]): string[] =>
      list.map((f) => `${f.level} ${f.subject}`).sort();
    assert.deepEqual(pairs([...result.findings]), pairs(expected.findings));
    const gaps = result.verdict.gaps.filter((g) => g.state !== "absent");
    assert.deepEqual({ ...result.verdict, gaps }, expected.verdict);
    assert.match(said, /^verdict: match, ios\/safari-history partly, [^\n]*\nmatch "roleaboutd": /);
  });

  test("check.ts: what is no backup leaves nothing", () => {
    const out = join(folder, "nothing");
    const { code, err } = run("check.ts", join(ROOT, "docs"), out);
    assert.equal(code, 1);
    assert.match(err, /evidence-unknown/);
    assert.throws(() => readFileSync(join(out, "result.json")), /ENOENT/);
    assert.throws(() => readFileSync(join(`${out}.partial`, "result.json")), /ENOENT/);
  });

  test("rows.ts: rows with their places, and the damage", () => {
    const usage = join(SAMPLE, "backup/0d/0d609c54856a9bb2d56729df1d68f2958a88426b");
    const { out } = run("rows.ts", usage, "ZPROCESS", "Z_PK", "ZPROCNAME");
    assert.ok(out.includes('page 2 cell 27 row 28: "28" | "roleaboutd"\n'), out);
    const damaged = join(SAMPLE, "backup/cc/cc772f0664b293509e499b7d2bd097bd064a9eba");
    const { out: both } = run("rows.ts", damaged, "history_visits", "id");
    assert.match(both, /^page \d+ cell \d+ row 1: "1"\n/);
    assert.match(both, /\nproblem sqlite-page: found 0xff, .*, lost page\n$/);
  });
});

test("the pages show the examples as they are", () => {
  for (const name of ["check.ts", "rows.ts"]) {
    const source = readFileSync(join(ROOT, "docs/examples", name), "utf8");
    const code = source.slice(source.indexOf("import ")).trimEnd();
    for (const lang of ["es", "en"]) {
      const page = readFileSync(join(ROOT, "docs", lang, "libraries.md"), "utf8");
      assert.ok(page.includes(`\`\`\`ts\n${code}\n\`\`\`\n`), `docs/${lang}/libraries.md: ${name}`);
    }
  }
});
