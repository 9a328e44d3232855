/** Small things that every kind of tree shares. @module */
import {
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  hostCode,
  type Problem,
  type Report,
} from "@contraluz/core";

/** Files that file managers leave behind: they say nothing of what a folder holds. */
export function isJunk(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return (
    name === ".DS_Store" ||
    name === "Thumbs.db" ||
    name === "desktop.ini" ||
    name.startsWith("._") ||
    path === "__MACOSX" ||
    path.startsWith("__MACOSX/") ||
    path.includes("/__MACOSX/")
  );
}

/**
 * The folder `prefix` of a tree as a tree of its own ("one folder above"). Paths lose the prefix; `stored` keeps the whole
 * path, since that is where a second person finds the bytes.
 * @example const backup = rebase(tree, "00008030-001A2B3C4D5E6F70"); await backup.find("Manifest.db");
 */
export function rebase(tree: EvidenceTree, prefix: string): EvidenceTree {
  const start = `${prefix}/`;
  const inside = (file: EvidenceFile): EvidenceFile => ({
    ...file,
    path: file.path.slice(start.length),
    stored: file.stored ?? file.path,
  });
  return {
    kind: tree.kind,
    access: tree.access,
    async *files(signal) {
      for await (const batch of tree.files(signal)) {
        const mine = batch.filter((file) => file.path.startsWith(start)).map(inside);
        if (mine.length > 0) yield mine;
      }
    },
    async find(path) {
      const file = await tree.find(start + path);
      return file && inside(file);
    },
  };
}

/** The files of a tree that were found to be what is looked for; all others are not evidence. */
export function onlyFiles(tree: EvidenceTree, paths: ReadonlySet<string>): EvidenceTree {
  return {
    kind: tree.kind,
    access: tree.access,
    async *files(cancel) {
      for await (const batch of tree.files(cancel)) {
        const mine = batch.filter((f) => f.kind === "file" && paths.has(f.path));
        if (mine.length > 0) yield mine;
      }
    },
    find: async (path) => (paths.has(path) ? tree.find(path) : undefined),
  };
}

/**
 * A report for each pass over the same bytes: a pass tells what no earlier one has told. Problems come in the order of the
 * bytes, so counting suffices, also where a pass was given up early.
 */
export function onceOver(report: Report): () => Report {
  let told = 0;
  return () => {
    let seen = 0;
    return (problem) => {
      if (seen++ < told) return;
      told++;
      report(problem);
    };
  };
}

/** The Problem of a host that could not read, or the one that the error carries. */
export function hostRead(error: unknown): Problem {
  if (error instanceof ContraluzError) {
    if (error.code === "usage" || error.code === "cancelled") throw error;
    return error.problem ?? { code: error.code, found: error.message, lost: "file" };
  }
  return { code: "host-read", found: hostCode(error), lost: "file" };
}

/** Letters of a name that are shown, and files that are looked at: one folder may hold millions. */
const NAME = 60;
const LOOKS = 10_000;

/** What a tree holds, for a person: its first names, folders with a slash. At most `max` of them. */
export async function describeTree(tree: EvidenceTree, max = 8): Promise<string> {
  const names = new Set<string>();
  let looks = 0;
  for await (const batch of tree.files()) {
    for (const { path, kind } of batch) {
      if (isJunk(path)) continue;
      const slash = path.indexOf("/");
      const name = path.slice(0, Math.min(slash < 0 ? path.length : slash, NAME));
      names.add(slash >= 0 || kind === "dir" ? `${name}/` : name);
      if (names.size > max || ++looks >= LOOKS) return `${[...names].slice(0, max).join(", ")}, …`;
    }
  }
  return [...names].join(", ");
}

/** The error for content that nobody here can read: what was found, and what was expected. */
export function unknownEvidence(name: string, found: string, expected: string): ContraluzError {
  const problem: Problem = { code: "evidence-unknown", path: name, found, expected, lost: "evidence" };
  return new ContraluzError("evidence-unknown", `${name}: found ${found}; expected ${expected}`, problem);
}
