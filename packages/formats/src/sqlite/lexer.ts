/** Tokens of SQL, one at a time (https://www.sqlite.org/lang_keywords.html, lang_comment.html). @module */

type Kind = "word" | "quoted" | "number" | "blob" | "punct" | "end";

/** `[` … `]`, and the three quotes whose closing mark is written twice inside. */
const CLOSING: { readonly [open: string]: string } = { '"': '"', "'": "'", "`": "`", "[": "]" };

const SPACE = /(?:[ \t\n\f\r\0]+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))+/y;
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /0[xX][0-9A-Fa-f_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?/y;
const BLOB = /[xX]'([0-9A-Fa-f]*)'/y;

/** A cursor over tokens: `kind`, `text` (without quotes) and `upper` are those of the current one. */
export class Lexer {
  readonly #sql: string;
  #at = 0;
  #start = 0;
  kind: Kind = "end";
  text = "";
  upper = "";

  constructor(sql: string) {
    this.#sql = sql;
    this.next();
  }

  get atEnd(): boolean {
    return this.kind === "end";
  }

  next(): void {
    this.#match(SPACE);
    const c = this.#sql[this.#at];
    this.#start = this.#at;
    this.upper = "";
    const blob = this.#match(BLOB);
    const word = blob ?? this.#match(WORD);
    const number = word ?? this.#match(NUMBER);
    if (c === undefined) this.#set("end", "");
    else if (blob !== undefined) this.#set("blob", blob.slice(2, -1));
    else if (word !== undefined) {
      this.upper = word.toUpperCase();
      this.#set("word", word);
    } else if (number !== undefined) this.#set("number", number);
    else if (CLOSING[c] !== undefined) this.#quoted(CLOSING[c]);
    else {
      this.#at++;
      this.#set("punct", c);
    }
  }

  isPunct(c: string): boolean {
    return this.kind === "punct" && this.text === c;
  }

  /** Whether the token can name a column: a word or anything quoted. */
  isName(): boolean {
    return this.kind === "word" || this.kind === "quoted";
  }

  isKeyword(words: ReadonlySet<string>): boolean {
    return this.kind === "word" && words.has(this.upper);
  }

  eat(keyword: string): boolean {
    if (this.kind !== "word" || this.upper !== keyword) return false;
    this.next();
    return true;
  }

  eatPunct(c: string): boolean {
    if (!this.isPunct(c)) return false;
    this.next();
    return true;
  }

  /** Skips a balanced `( … )` if one starts here. */
  skipParens(): boolean {
    if (!this.isPunct("(")) return false;
    let depth = 0;
    do {
      if (this.isPunct("(")) depth++;
      else if (this.isPunct(")")) depth--;
      this.next();
    } while (depth > 0 && !this.atEnd);
    return true;
  }

  /** The source text of what follows DEFAULT: `( expression )`, a signed number, or one token. */
  takeDefault(): string {
    const from = this.#start;
    let to = this.#at;
    if (this.isPunct("(")) {
      let depth = 0;
      do {
        if (this.isPunct("(")) depth++;
        else if (this.isPunct(")")) depth--;
        to = this.#at;
        this.next();
      } while (depth > 0 && !this.atEnd);
    } else {
      while (this.isPunct("+") || this.isPunct("-")) this.next();
      to = this.#at;
      this.next();
    }
    return this.#sql.slice(from, to);
  }

  #quoted(close: string): void {
    let text = "";
    let from = this.#at + 1;
    for (;;) {
      const to = this.#sql.indexOf(close, from);
      if (to < 0) {
        text += this.#sql.slice(from);
        this.#at = this.#sql.length;
        break;
      }
      text += this.#sql.slice(from, to);
      this.#at = to + 1;
      if (close === "]" || this.#sql[to + 1] !== close) break;
      text += close;
      from = to + 2;
    }
    this.#set("quoted", text);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const m = pattern.exec(this.#sql);
    if (m === null) return undefined;
    this.#at = pattern.lastIndex;
    return m[0];
  }

  #set(kind: Kind, text: string): void {
    this.kind = kind;
    this.text = text;
  }
}
