/** Enough of a TypeScript lexer to tell code from comments, text and regular expressions. @module */

export interface Lexed {
  /** The source with comments, text and regular expressions blanked; same length, same lines; quotes stay. */
  readonly code: string;
  /** Start of each quoted text (the quote itself) and its content as written. */
  readonly texts: ReadonlyMap<number, string>;
  /** Start of each piece of a template (between backticks and substitutions) and its content as written. */
  readonly pieces: ReadonlyMap<number, string>;
}

/** After one of these a slash begins a regular expression; after a name, number or bracket it divides. */
const BEFORE_REGEX =
  /(?:^|[([{,;:=!&|?+\-*%~^<>]|\b(?:return|typeof|case|in|of|do|else|void|delete|throw|new|await|yield))$/;

/** Reads one file. Never fails: what is not closed ends with the file (a quoted text ends with its line). */
export function lex(source: string): Lexed {
  const out: string[] = [];
  const texts = new Map<number, string>();
  const pieces = new Map<number, string>();
  let at = 0;
  let last = "";
  const keep = (text: string): void => {
    out.push(text);
    if (text.trim() !== "") last = (last + text).slice(-12);
  };
  const blank = (end: number): void => {
    out.push(source.slice(at, end).replace(/[^\n]/g, " "));
    at = end;
  };
  /** End of a quoted text or regular expression that begins at `from`. */
  const closing = (from: number, quote: string, open = "", close = ""): number => {
    let inside = false;
    for (let i = from + 1; i < source.length; i++) {
      const c = source[i]!;
      if (c === "\\") i++;
      else if (c === "\n") return i;
      else if (c === open) inside = true;
      else if (c === close) inside = false;
      else if (c === quote && !inside) return i;
    }
    return source.length;
  };
  /** A template from its first backtick, or from the brace that ends a substitution. */
  const template = (): void => {
    let i = at + 1;
    while (i < source.length && source[i] !== "`" && !(source[i] === "$" && source[i + 1] === "{"))
      i += source[i] === "\\" ? 2 : 1;
    i = Math.min(i, source.length);
    keep(source[at]!);
    at++;
    if (i > at) pieces.set(at, source.slice(at, i));
    blank(i);
    if (source[at] === "`") {
      keep("`");
      at++;
    } else if (at < source.length) {
      keep("${");
      at += 2;
      braces.push(0);
    }
  };
  const braces: number[] = [];
  while (at < source.length) {
    const c = source[at]!;
    const next = source[at + 1];
    if (c === "/" && next === "/") {
      const end = source.indexOf("\n", at);
      blank(end < 0 ? source.length : end);
    } else if (c === "/" && next === "*") {
      const end = source.indexOf("*/", at + 2);
      blank(end < 0 ? source.length : end + 2);
    } else if (c === '"' || c === "'") {
      const end = closing(at, c);
      texts.set(at, source.slice(at + 1, end));
      keep(c);
      at++;
      blank(end);
      if (source[at] === c) {
        keep(c);
        at++;
      }
    } else if (c === "`") {
      template();
    } else if (c === "/" && BEFORE_REGEX.test(last)) {
      const end = closing(at, "/", "[", "]");
      last = '"';
      blank(Math.min(end + 1, source.length));
    } else if (c === "}" && braces.at(-1) === 0) {
      braces.pop();
      template();
    } else {
      if (braces.length > 0 && c === "{") braces[braces.length - 1]!++;
      if (braces.length > 0 && c === "}") braces[braces.length - 1]!--;
      // Words in one piece: a keyword before a slash is told from the end of a name.
      const word = /^[\w$]+/.exec(source.slice(at, at + 64))?.[0] ?? c;
      if (/^[\w$]/.test(word)) last += " ";
      keep(word);
      at += word.length;
    }
  }
  return { code: out.join(""), texts, pieces };
}
