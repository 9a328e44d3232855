/** Lines for a terminal of a given width. @module */

/** Letters that take two columns (East Asian wide, most pictographs); marks take none. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const MARK = /\p{M}/u;

/** Columns that a text takes. */
export function columns(text: string): number {
  let n = 0;
  for (const char of text) n += MARK.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return n;
}

/** Cuts a word that is wider than a line. */
function cut(word: string, width: number): string[] {
  const out: string[] = [];
  let line = "";
  let n = 0;
  for (const char of word) {
    const c = columns(char);
    if (n + c > width && line !== "") {
      out.push(line);
      line = "";
      n = 0;
    }
    line += char;
    n += c;
  }
  if (line !== "") out.push(line);
  return out;
}

/**
 * Wraps a text at spaces; `first` stands before the first line, as many spaces before the others.
 * @example
 * wrap("uno dos tres", 9, "- "); // ["- uno dos", "  tres"]
 */
export function wrap(text: string, width: number, first = ""): string[] {
  const indent = " ".repeat(columns(first));
  const room = Math.max(8, width - columns(first));
  const lines: string[] = [];
  let line = "";
  let n = 0;
  const push = (): void => {
    lines.push((lines.length === 0 ? first : indent) + line);
    line = "";
    n = 0;
  };
  for (const word of text.split(" ")) {
    const w = columns(word);
    if (line !== "" && n + 1 + w > room) push();
    if (w > room) {
      const pieces = cut(word, room);
      for (let i = 0; i < pieces.length; i++) {
        if (line !== "") push();
        line = pieces[i]!;
        n = columns(line);
      }
      continue;
    }
    line += line === "" ? word : ` ${word}`;
    n += (n === 0 ? 0 : 1) + w;
  }
  if (line !== "" || lines.length === 0) push();
  return lines;
}
