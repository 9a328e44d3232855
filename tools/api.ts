/**
 * `npm run check` compares `tools/api.snapshot` with the exported types as they are; `node tools/run.js tools/api.ts --update`
 * writes it anew. See docs/interfaces.md.
 * @module
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exportsOf } from "./declarations.ts";
import { lex } from "./lex.ts";
import { type Outcome, report } from "./outcome.ts";

/** Rooms on whose types others rely. */
export const ROOMS: readonly string[] = ["core", "artifacts", "detection", "store", "engine"];
const SNAPSHOT = "tools/api.snapshot";
/** A choice of more members has one a line, so that one more is one line more. */
const MEMBERS_IN_LINE = 3;

/** Members of a choice (`"a" | "b"`), cut where nothing is open. */
function members(text: string): string[] {
  const { code } = lex(text);
  const cuts = [-1];
  let depth = 0;
  for (let i = 0; i < code.length; i++) {
    if ("{([<".includes(code[i]!)) depth++;
    else if ("})]".includes(code[i]!) || (code[i] === ">" && code[i - 1] !== "=")) depth--;
    else if (code[i] === "|" && depth === 0) cuts.push(i);
  }
  return cuts.map((at, i) => text.slice(at + 1, cuts[i + 1]).trim());
}

/** A text in both languages, as tsc writes the type of a constant. What it says is no interface. */
const WORDS = /\{\s*readonly es: "(?:[^"\\]|\\.)*";\s*readonly en: "(?:[^"\\]|\\.)*";\s*\}/g;

/** One declaration as the snapshot holds it. */
export function normal(text: string): string {
  const lines = text
    .replaceAll("\r\n", "\n")
    .replace(/^( {4})+/gm, (indent) => " ".repeat(indent.length / 2))
    .replace(WORDS, "Words");
  const alias = /^(type [^=]*[^=!<>]) = ([^\n]*);$/.exec(lines);
  const choice = alias ? members(alias[2]!) : [];
  if (choice.length <= MEMBERS_IN_LINE) return lines;
  return `${alias![1]} =\n${choice.map((m) => `  | ${m}`).join("\n")};`;
}

/** Emits declarations of the rooms into a folder, without checking types (another check does). */
function emit(root: string, folder: string): void {
  const config = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      emitDeclarationOnly: true,
      removeComments: true,
      noCheck: true,
      rootDir: root,
      outDir: join(folder, "out"),
    },
    // Every file by name: one that is first met through `node_modules` counts as a library, and is not emitted.
    include: ROOMS.map((r) => join(root, `packages/${r}/src/**/*.ts`)),
    exclude: ["test", "fixture"].map((kind) => join(root, `packages/**/*.${kind}.ts`)),
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`tsc emitted no declarations:\n${stdout}`);
}

/** The exported types of the project at `root`, as text. */
export function apiText(root: string): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "contraluz-api-"));
  try {
    emit(root, folder);
    const read = (path: string): string | undefined => {
      try {
        return readFileSync(join(folder, "out", path), "utf8");
      } catch {
        return undefined;
      }
    };
    const rooms = ROOMS.map((room) => {
      const all = exportsOf(`packages/${room}/src/index.d.ts`, read);
      const texts = all.map((d) => `${d.exported ? "" : "(within) "}${normal(d.text)}`);
      return [`== ${room} ==`, ...texts].join("\n\n");
    });
    return `Exported types, made by tools/api.ts. What changing a line asks for: docs/interfaces.md\n\n${rooms.join("\n\n")}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Declarations by room and name. */
function blocks(snapshot: string): Map<string, string[]> {
  const out = new Map<string, string[]>();
  let room = "";
  for (const block of snapshot.trimEnd().split("\n\n").slice(1)) {
    const lines = block.split("\n");
    const heading = /^== (\S+) ==$/.exec(block)?.[1];
    if (heading) room = heading;
    const name = /^(?:\(within\) )?(?:abstract )?(?:\w+ )?([\w$*]+)/.exec(block)?.[1] ?? block;
    const key = heading ? room : `${room} ${name}`;
    out.set(key, [...(out.get(key) ?? []), ...lines]);
  }
  return out;
}

/** Lines of `a` that `b` lacks, each as often as it lacks it. */
function missing(a: readonly string[], b: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of b) left.set(line, (left.get(line) ?? 0) + 1);
  return a.filter((line) => {
    const n = left.get(line) ?? 0;
    left.set(line, n - 1);
    return n <= 0;
  });
}

/** What differs between two snapshots, declaration by declaration. */
export function compare(before: string, now: string): { readonly lines: string[]; readonly changed: number } {
  const [a, b] = [blocks(before), blocks(now)];
  const lines: string[] = [];
  let changed = 0;
  for (const key of [...new Set([...a.keys(), ...b.keys()])].sort()) {
    const [old, young] = [a.get(key) ?? [], b.get(key) ?? []];
    const gone = missing(old, young);
    const come = missing(young, old);
    changed += gone.length;
    if (gone.length + come.length === 0 && old.join("\n") !== young.join("\n"))
      come.push("(the same lines in another order)");
    if (gone.length + come.length > 0) lines.push(key, ...gone.map((l) => `- ${l}`), ...come.map((l) => `+ ${l}`));
  }
  return { lines, changed };
}

/** Checks the project that lies at `root`; with `update` writes the snapshot instead. */
export function checkApi(root: string, update = false): Outcome {
  const now = apiText(root);
  const count = now.split("\n\n").length - 1 - ROOMS.length;
  const summary = `${count} declarations`;
  const path = join(root, SNAPSHOT);
  if (update) {
    writeFileSync(path, now);
    return { summary: `${summary} written`, breaches: [] };
  }
  const { lines, changed } = compare(readFileSync(path, "utf8"), now);
  if (lines.length === 0) return { summary, breaches: [] };
  const advice =
    changed > 0
      ? "Other rooms rely on these lines: say why in docs/decisions/, then: node tools/run.js tools/api.ts --update"
      : "Only added. Take it over: node tools/run.js tools/api.ts --update";
  return { summary, breaches: lines, notes: [advice] };
}

if (import.meta.main) {
  report(
    "exported types",
    checkApi(dirname(dirname(fileURLToPath(import.meta.url))), process.argv.includes("--update")),
  );
}
