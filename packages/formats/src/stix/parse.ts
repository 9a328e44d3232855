/** The parser of STIX patterns: recursive descent with a bound on nesting and on the number of comparisons. @module */
import { Lexer, type Token } from "./lexer.ts";
import type { StixGroup, StixNode, StixPattern, StixPatternError } from "./types.ts";

/** Brackets and parentheses one inside another. */
const MAX_DEPTH = 64;
/** Comparisons and values of one pattern. */
const MAX_PARTS = 100_000;
/** Characters of one pattern. */
const MAX_LENGTH = 4 * 1024 * 1024;

/** Thrown inside this file only. */
class Stop extends Error {
  readonly at: number;
  constructor(at: number, expected: string) {
    super(expected);
    this.at = at;
  }
}

type Level = "comparison" | "observation";

class Parser {
  readonly #in: Lexer;
  readonly qualifiers = new Set<string>();
  #parts = 0;

  constructor(text: string) {
    this.#in = new Lexer(text);
  }

  pattern(): StixNode {
    const root = this.#any("observation", 0);
    this.#need("end", "the end");
    return root;
  }

  /** `OR` binds weaker than `AND`; `FOLLOWEDBY` weakest. All that meet at one level become one group. */
  #any(level: Level, depth: number): StixNode {
    if (depth > MAX_DEPTH) throw new Stop(this.#in.peek().at, "less nesting");
    if (level === "comparison") return this.#or(level, depth);
    const parts = [this.#or(level, depth)];
    while (this.#in.keyword("FOLLOWEDBY")) parts.push(this.#or(level, depth));
    return group("and", level, parts);
  }

  #or(level: Level, depth: number): StixNode {
    const parts = [this.#and(level, depth)];
    while (this.#in.keyword("OR")) parts.push(this.#and(level, depth));
    return group("or", level, parts);
  }

  #and(level: Level, depth: number): StixNode {
    const one = (): StixNode => (level === "observation" ? this.#observation(depth) : this.#term(depth));
    const parts = [one()];
    while (this.#in.keyword("AND")) parts.push(one());
    return group("and", level, parts);
  }

  #observation(depth: number): StixNode {
    let node: StixNode;
    if (this.#in.mark("[")) {
      node = this.#any("comparison", depth + 1);
      this.#needMark("]");
    } else if (this.#in.mark("(")) {
      node = this.#any("observation", depth + 1);
      this.#needMark(")");
    } else throw new Stop(this.#in.peek().at, "[");
    while (this.#qualifier());
    return node;
  }

  #qualifier(): boolean {
    for (const [word, unit] of [
      ["WITHIN", "SECONDS"],
      ["REPEATS", "TIMES"],
    ] as const) {
      if (!this.#in.keyword(word)) continue;
      this.#need("number", "a number");
      this.#in.keyword(unit);
      this.qualifiers.add(word);
      return true;
    }
    if (!this.#in.keyword("START")) return false;
    this.#literal();
    if (!this.#in.keyword("STOP")) throw new Stop(this.#in.peek().at, "STOP");
    this.#literal();
    this.qualifiers.add("START");
    return true;
  }

  #term(depth: number): StixNode {
    if (this.#in.mark("(")) {
      const node = this.#any("comparison", depth + 1);
      this.#needMark(")");
      return node;
    }
    if (++this.#parts > MAX_PARTS) throw new Stop(this.#in.peek().at, "fewer comparisons");
    const exists = this.#in.keyword("EXISTS");
    const object = this.#need("word", "an object type").text;
    this.#needMark(":");
    const path = this.#path();
    const about = { kind: "comparison", object, path } as const;
    if (exists) return { ...about, op: "unsupported", written: "EXISTS", values: [] };
    const not = this.#in.keyword("NOT");
    const t = this.#in.take();
    const op = t.kind === "word" || t.kind === "op" ? t.text.toUpperCase() : "";
    if (op === "IN")
      return { ...about, op: not ? "unsupported" : "IN", written: not ? "NOT IN" : "IN", values: this.#values() };
    if (!/^(?:[=!<>]+|LIKE|MATCHES|ISSUBSET|ISSUPERSET)$/.test(op)) throw new Stop(t.at, "a comparison");
    const equal = !not && (op === "=" || op === "==");
    return { ...about, op: equal ? "=" : "unsupported", written: not ? `NOT ${op}` : op, values: [this.#literal()] };
  }

  #path(): string[] {
    const path: string[] = [];
    do {
      const t = this.#in.take();
      if (t.kind !== "word" && t.kind !== "string") throw new Stop(t.at, "a property");
      path.push(t.text);
      while (this.#in.mark("[")) {
        const index = this.#in.take();
        if (index.kind !== "number" && !(index.kind === "mark" && index.text === "*"))
          throw new Stop(index.at, "an index");
        path.push(index.text);
        this.#needMark("]");
      }
      if (path.length > MAX_DEPTH) throw new Stop(t.at, "a shorter path");
    } while (this.#in.mark("."));
    return path;
  }

  #values(): string[] {
    this.#needMark("(");
    const values = [this.#literal()];
    while (this.#in.mark(",")) {
      if (++this.#parts > MAX_PARTS) throw new Stop(this.#in.peek().at, "fewer values");
      values.push(this.#literal());
    }
    this.#needMark(")");
    return values;
  }

  /** A string, number or boolean; `t'…'`, `h'…'`, `b'…'` keep their text. */
  #literal(): string {
    const t = this.#in.take();
    if (t.kind === "string" || t.kind === "number") return t.text;
    if (t.kind === "word") {
      if (/^[thb]$/i.test(t.text) && this.#in.peek().kind === "string") return this.#in.take().text;
      if (/^(?:true|false)$/i.test(t.text)) return t.text.toLowerCase();
    }
    throw new Stop(t.at, "a value");
  }

  #need(kind: Token["kind"], what: string): Token {
    const t = this.#in.take();
    if (t.kind !== kind || (kind === "end" && t.text !== "")) throw new Stop(t.at, what);
    return t;
  }

  #needMark(text: string): void {
    if (!this.#in.mark(text)) throw new Stop(this.#in.peek().at, text);
  }
}

/** One part stands for itself; groups of the same kind are not nested. */
function group(kind: StixGroup["kind"], level: Level, of: readonly StixNode[]): StixNode {
  return of.length === 1 ? of[0]! : { kind, level, of };
}

/**
 * Reads a pattern of STIX 2.0 or 2.1. Never throws: what is no pattern gives where it stops being one.
 * @example parsePattern("[domain-name:value = 'evil.example']") // { root: { object: "domain-name", path: ["value"], … } }
 */
export function parsePattern(text: string): StixPattern | StixPatternError {
  if (text.length > MAX_LENGTH) return { offset: MAX_LENGTH, expected: "a shorter pattern" };
  const parser = new Parser(text);
  try {
    const root = parser.pattern();
    return { root, qualifiers: [...parser.qualifiers] };
  } catch (e) {
    if (e instanceof Stop) return { offset: e.at, expected: e.message };
    throw e;
  }
}
