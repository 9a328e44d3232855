/**
 * `npm run reference`: writes `docs/es/reference.md` and `docs/en/reference.md` from the catalogue, the tables of words and the
 * options, so that they cannot say anything else than the code. With `--check` it compares; `npm run check` does so.
 * @module
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LANGS, type Lang } from "@contraluz/core";
import { type Outcome, report } from "./outcome.ts";
import { artifactsPart } from "./reference/artifacts.ts";
import { commandsPart } from "./reference/commands.ts";
import { detectionPart } from "./reference/detection.ts";
import { problemsPart } from "./reference/problems.ts";
import { signsPart } from "./reference/signs.ts";
import { PAGE } from "./reference/words.ts";

/** The page in one language. */
export function referenceText(lang: Lang): string {
  const w = PAGE[lang];
  return [
    `# ${w.title}`,
    w.made,
    ...artifactsPart(lang),
    ...detectionPart(lang),
    ...signsPart(lang),
    ...problemsPart(lang),
    ...commandsPart(lang),
  ]
    .join("\n\n")
    .concat("\n");
}

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** As the formatter leaves it: wide tables are aligned, and `npm run check` holds all pages to that. */
function formatted(text: string, path: string): string {
  const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, "format", `--stdin-file-path=${path}`], {
    cwd: ROOT,
    input: text,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`biome: ${stderr}`);
  return stdout;
}

const pathOf = (lang: Lang): string => `docs/${lang}/reference.md`;

/** First line in which two texts differ, from 1; 0 if they are the same. */
function firstDifference(a: string, b: string): number {
  if (a === b) return 0;
  const [x, y] = [a.split("\n"), b.split("\n")];
  let n = 0;
  while (x[n] === y[n]) n++;
  return n + 1;
}

/** Compares the pages with the code; with `write` makes them anew. */
export function checkReference(root: string, write = false): Outcome {
  const breaches: string[] = [];
  for (const lang of LANGS) {
    const now = formatted(referenceText(lang), pathOf(lang));
    const file = join(root, pathOf(lang));
    if (write) {
      writeFileSync(file, now);
      continue;
    }
    let there = "";
    try {
      there = readFileSync(file, "utf8");
    } catch {
      // Not there is as wrong as different.
    }
    const line = firstDifference(there, now);
    if (line > 0)
      breaches.push(`${pathOf(lang)}:${line}: not what the code says now. Write it anew: npm run reference`);
  }
  return { summary: `${LANGS.length} pages${write ? " written" : ""}`, breaches };
}

if (import.meta.main) report("reference", checkReference(ROOT, !process.argv.includes("--check")));
