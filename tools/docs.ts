/**
 * The documents: Spanish and English have the same pages and headings, links lead somewhere, no path of one machine stands in
 * any file. Needs no network: addresses of the web are not visited.
 * @module
 */
import { homedir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { lineAt, projectFiles, textOf } from "./files.ts";
import { headings, links } from "./markdown.ts";
import { type Outcome, report } from "./outcome.ts";

export interface TextFile {
  /** From the root of the project, `/` between names. */
  readonly path: string;
  readonly text: string;
}

/** Spanish pages without an English twin, English ones without a Spanish, and twins whose headings differ. */
function twins(pages: readonly TextFile[]): string[] {
  const of = (lang: string): Map<string, string> =>
    new Map(
      pages
        .filter((p) => p.path.startsWith(`docs/${lang}/`))
        .map((p) => [p.path.slice(`docs/${lang}/`.length), p.text]),
    );
  const [es, en] = [of("es"), of("en")];
  const alone = (have: Map<string, string>, other: Map<string, string>, a: string, b: string): string[] =>
    [...have.keys()].filter((name) => !other.has(name)).map((name) => `docs/${a}/${name}: no docs/${b}/${name}`);
  const breaches = [...alone(es, en, "es", "en"), ...alone(en, es, "en", "es")];
  for (const [name, text] of es) {
    const other = en.get(name);
    if (other === undefined) continue;
    const [a, b] = [headings(text), headings(other)];
    const at = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).find(
      (i) => a[i]?.level !== b[i]?.level,
    );
    if (at === undefined) continue;
    const show = (list: typeof a): string => (list[at] ? `${"#".repeat(list[at].level)} ${list[at].text}` : "nothing");
    breaches.push(`docs/es/${name}: heading ${at + 1} is “${show(a)}”, in docs/en “${show(b)}”`);
  }
  return breaches;
}

/** Relative links and anchors that lead nowhere. `paths`: all files of the project. */
function deadLinks(pages: readonly TextFile[], paths: ReadonlySet<string>): string[] {
  const folders = new Set([...paths].flatMap((p) => p.split("/").map((_, i, all) => all.slice(0, i).join("/"))));
  const anchors = new Map(pages.map((p) => [p.path, new Set(headings(p.text).map((h) => h.anchor))]));
  const breaches: string[] = [];
  for (const page of pages) {
    for (const { target, line } of links(page.text)) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(target)) continue;
      const [path = "", anchor] = decodeURI(target).split("#");
      const goal = path === "" ? page.path : posix.normalize(posix.join(posix.dirname(page.path), path));
      const known = paths.has(goal) || folders.has(goal.replace(/\/$/, "").replace(/^\.$/, ""));
      if (!known || path.startsWith("/")) breaches.push(`${page.path}:${line}: ${target} leads nowhere`);
      else if (anchor && anchors.has(goal) && !anchors.get(goal)!.has(anchor))
        breaches.push(`${page.path}:${line}: ${goal} has no heading #${anchor}`);
    }
  }
  return breaches;
}

/** Paths that exist on one machine only: of build machines, and those of whoever runs this. */
function machinePaths(files: readonly TextFile[], own: readonly string[]): string[] {
  const pattern = /(?<![\w./~-])\/(?:work|farm|root|tmp\/w)\/[\w.+-]*/g;
  return files.flatMap(({ path, text }) => [
    ...[...text.matchAll(pattern)].map((m) => `${path}:${lineAt(text, m.index)}: path of one machine: ${m[0]}`),
    ...own.filter((o) => text.includes(o)).map((o) => `${path}:${lineAt(text, text.indexOf(o))}: path of this machine`),
  ]);
}

/** Checks texts (documents and all else) against each other. `own`: paths of this machine that may stand nowhere. */
export function checkTexts(files: readonly TextFile[], paths: readonly string[], own: readonly string[]): Outcome {
  const pages = files.filter((f) => f.path.endsWith(".md"));
  return {
    summary: `${pages.length} pages, ${files.length} files`,
    breaches: [...twins(pages), ...deadLinks(pages, new Set(paths)), ...machinePaths(files, own)],
  };
}

/** Checks the project that lies at `root`. */
export function checkDocs(root: string): Outcome {
  const paths = projectFiles(root);
  const files = paths.flatMap((path) => {
    const text = textOf(join(root, path));
    return text === undefined ? [] : [{ path, text }];
  });
  // Short ones (`/root`) would be found in the midst of other paths.
  const own = [`${root}/`, `${homedir()}/`].filter((p) => p.length > 8);
  return checkTexts(files, paths, own);
}

if (import.meta.main) report("docs", checkDocs(dirname(dirname(fileURLToPath(import.meta.url)))));
