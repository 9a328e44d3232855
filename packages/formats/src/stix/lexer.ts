/** Tokens of the STIX patterning language (STIX 2.1 section 9, and the looser forms seen in published sets). @module */

export interface Token {
  /** `word` is a keyword or a bare path part; `op` a comparison sign; `mark` one of `[ ] ( ) . : , *`. */
  readonly kind: "word" | "string" | "number" | "op" | "mark" | "end";
  /** Strings: the value with escapes undone. Others: as written. */
  readonly text: string;
  readonly at: number;
}

const WORD = /[A-Za-z_][A-Za-z0-9_-]*/y;
const NUMBER = /[+-]?\d+(?:\.\d+)?/y;
const OP = /==|!=|<>|<=|>=|=|<|>/y;
const SPACE = /[\s\u00a0]+/y;

function match(re: RegExp, text: string, at: number): string | undefined {
  re.lastIndex = at;
  return re.exec(text)?.[0];
}

/**
 * The string that opens at `at`, or undefined if it never closes. Only `\'` and `\\` are escapes (section 9.2); any
 * other backslash stands for itself, as in the Windows paths that feeds leave as they are.
 */
function string(text: string, at: number): { value: string; next: number } | undefined {
  const quote = text[at]!;
  let value = "";
  let from = at + 1;
  for (let i = from; i < text.length; i++) {
    const c = text[i]!;
    if (c === quote) return { value: value + text.slice(from, i), next: i + 1 };
    if (c === "\\" && (text[i + 1] === quote || text[i + 1] === "\\")) {
      value += text.slice(from, i) + text[i + 1]!;
      from = i + 2;
      i++;
    }
  }
  return undefined;
}

/** Tokens one after the other, made as they are asked for. */
export class Lexer {
  readonly #text: string;
  #at = 0;
  #next: Token | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next token, left in place. */
  peek(): Token {
    return (this.#next ??= this.#read());
  }

  take(): Token {
    const t = this.peek();
    this.#next = undefined;
    return t;
  }

  /** Takes the next token if it is this mark. */
  mark(text: string): boolean {
    const t = this.peek();
    if (t.kind !== "mark" || t.text !== text) return false;
    this.#next = undefined;
    return true;
  }

  /** Takes the next token if it is this keyword, in any case (STIX 2.0 sets have `and`). */
  keyword(text: string): boolean {
    const t = this.peek();
    if (t.kind !== "word" || t.text.toUpperCase() !== text) return false;
    this.#next = undefined;
    return true;
  }

  #read(): Token {
    const text = this.#text;
    const space = match(SPACE, text, this.#at);
    if (space) this.#at += space.length;
    const at = this.#at;
    if (at >= text.length) return { kind: "end", text: "", at };
    const c = text[at]!;
    if (c === "'" || c === '"') {
      const s = string(text, at);
      if (!s) return { kind: "end", text: "open string", at };
      this.#at = s.next;
      return { kind: "string", text: s.value, at };
    }
    const word = match(WORD, text, at);
    if (word) {
      this.#at += word.length;
      return { kind: "word", text: word, at };
    }
    const number = match(NUMBER, text, at);
    if (number) {
      this.#at += number.length;
      return { kind: "number", text: number, at };
    }
    const op = match(OP, text, at);
    this.#at += op?.length ?? 1;
    return { kind: op ? "op" : "mark", text: op ?? c, at };
  }
}
