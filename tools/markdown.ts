/** Enough of Markdown for checks: headings with their anchors, and links. @module */

export interface Heading {
  readonly level: number;
  readonly text: string;
  /** As GitHub and most renderers make it: `#what-a-check-reads`. */
  readonly anchor: string;
}

export interface Link {
  readonly target: string;
  readonly line: number;
}

/** The text with code (fenced blocks, spans) and comments blanked; lines stay. */
function prose(markdown: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, " ");
  const lines = markdown.replace(/<!--[\s\S]*?-->/g, blank).split("\n");
  let fence = "";
  const kept = lines.map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence === "" && mark !== "") {
      fence = mark;
      return "";
    }
    if (fence === "") return line;
    if (mark.startsWith(fence) && line.trim() === mark) fence = "";
    return "";
  });
  return kept.join("\n").replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, blank);
}

/** Anchor of a heading: lower case, no punctuation, hyphens for spaces. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** Headings (`#` to `######`) in their order; a repeated one gets `-1`, `-2` … */
export function headings(markdown: string): Heading[] {
  const seen = new Map<string, number>();
  const kept = prose(markdown).split("\n");
  return markdown.split("\n").flatMap((line, n) => {
    const found = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    if (!found || !kept[n]!.trimStart().startsWith("#")) return [];
    // What is shown counts, not how it is written: links lose their target, code its marks.
    const text = found[2]!.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
    const base = slug(text);
    const again = seen.get(base) ?? 0;
    seen.set(base, again + 1);
    return [{ level: found[1]!.length, text, anchor: again === 0 ? base : `${base}-${again}` }];
  });
}

/** Targets of links, pictures, reference definitions and of `href` and `src` in HTML, as written. */
export function links(markdown: string): Link[] {
  const text = prose(markdown);
  const patterns = [
    /\]\(\s*<?([^\s)>]+)>?(?:\s+["'(][^)]*)?\)/g,
    /^ {0,3}\[[^\]^]+\]:\s*<?([^\s>]+)/gm,
    /<[a-z][^>]*?\s(?:href|src)\s*=\s*["']([^"']+)["']/gi,
  ];
  return patterns
    .flatMap((p) => [...text.matchAll(p)])
    .map((m) => ({ target: m[1]!, line: text.slice(0, m.index).split("\n").length }))
    .sort((a, b) => a.line - b.line);
}
