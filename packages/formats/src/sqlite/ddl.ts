/**
 * Just enough of CREATE TABLE to know the columns of a record.
 *
 * Facts: https://www.sqlite.org/lang_createtable.html (columns, rowid alias, WITHOUT ROWID, affinity of declared types in
 * datatype3.html section 3.1), https://www.sqlite.org/gencol.html, https://www.sqlite.org/withoutrowid.html.
 * @module
 */
import { type Affinity, affinityOf, parseDefault } from "./affinity.ts";
import { Lexer } from "./lexer.ts";
import type { SqlValue } from "./types.ts";

export interface Column {
  readonly name: string;
  readonly affinity: Affinity;
  /** What a record that ends before this column means (ALTER TABLE ADD COLUMN). */
  readonly initial: SqlValue;
  /** Computed when read, never stored. */
  readonly virtual: boolean;
  /** Declared NOT NULL. */
  readonly notNull: boolean;
}

export interface TableDefinition {
  readonly columns: readonly Column[];
  readonly withoutRowid: boolean;
  /** Column (by index) that is another name of the rowid, or -1. */
  readonly alias: number;
  /** Column (by index) of every place in a stored record. */
  readonly stored: readonly number[];
}

interface Key {
  readonly name: string;
  readonly collation: string | undefined;
}

/** SQLite allows at most 32,767 columns when built for it. */
const MAX_COLUMNS = 32_767;
const TABLE_CONSTRAINTS = new Set(["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"]);
const COLUMN_CONSTRAINTS = new Set(
  "CONSTRAINT PRIMARY NOT NULL UNIQUE CHECK DEFAULT COLLATE REFERENCES GENERATED AS ON DEFERRABLE".split(" "),
);

/** The definition, or undefined if the text is no CREATE TABLE that we understand (also of virtual tables). */
export function parseCreateTable(sql: string): TableDefinition | undefined {
  const lex = new Lexer(sql);
  if (!lex.eat("CREATE")) return undefined;
  if (!lex.eat("TEMP")) lex.eat("TEMPORARY");
  if (!lex.eat("TABLE")) return undefined;
  if (lex.eat("IF") && !(lex.eat("NOT") && lex.eat("EXISTS"))) return undefined;
  if (!lex.isName()) return undefined;
  lex.next();
  if (lex.eatPunct(".")) {
    if (!lex.isName()) return undefined;
    lex.next();
  }
  if (!lex.eatPunct("(")) return undefined;
  return new TableParser(lex).parse();
}

class TableParser {
  readonly #lex: Lexer;
  readonly #columns: (Column & { readonly integer: boolean; readonly collation: string })[] = [];
  /** The first column of each name: a text of 1 MB can name 32,000 columns a thousand times each. */
  readonly #byName: Map<string, number> = new Map();
  #key: Key[] = [];
  /** A single INTEGER key column that stands for the rowid (in a rowid table). */
  #alias = -1;

  constructor(lex: Lexer) {
    this.#lex = lex;
  }

  parse(): TableDefinition | undefined {
    const lex = this.#lex;
    for (;;) {
      if (lex.isKeyword(TABLE_CONSTRAINTS)) this.#tableConstraint();
      else if (!this.#column()) return undefined;
      // Constraints may follow each other without a comma.
      if (lex.eatPunct(",")) continue;
      if (lex.eatPunct(")")) break;
      if (!lex.isKeyword(TABLE_CONSTRAINTS)) return undefined;
    }
    let withoutRowid = false;
    while (!lex.atEnd) {
      if (lex.eat("WITHOUT")) withoutRowid = lex.eat("ROWID") || withoutRowid;
      else lex.next();
    }
    const stored = withoutRowid ? this.#keyOrder() : this.#declaredOrder();
    if (this.#columns.length === 0 || stored === undefined) return undefined;
    return { columns: this.#columns, withoutRowid, alias: withoutRowid ? -1 : this.#alias, stored };
  }

  #declaredOrder(): number[] {
    return [...this.#columns.keys()].filter((i) => !this.#columns[i]!.virtual);
  }

  /** WITHOUT ROWID: columns of the key first, each once per collation, then the others (withoutrowid.html; build.c). */
  #keyOrder(): number[] | undefined {
    const order: number[] = [];
    const seen = new Map<number, Set<string>>();
    const inKey = new Set<number>();
    for (const k of this.#key) {
      const i = this.#byName.get(lower(k.name));
      if (i === undefined) return undefined;
      const collation = k.collation ?? this.#columns[i]!.collation;
      let collations = seen.get(i);
      if (!collations) seen.set(i, (collations = new Set()));
      if (collations.has(collation)) continue;
      collations.add(collation);
      inKey.add(i);
      order.push(i);
    }
    if (order.length === 0) return undefined;
    for (const i of this.#declaredOrder()) if (!inKey.has(i)) order.push(i);
    return order;
  }

  #column(): boolean {
    const lex = this.#lex;
    if (!lex.isName() || this.#columns.length >= MAX_COLUMNS) return false;
    const name = lex.text;
    lex.next();
    let type = "";
    while (lex.isName() && !lex.isKeyword(COLUMN_CONSTRAINTS)) {
      type += `${type === "" ? "" : " "}${lex.text}`;
      lex.next();
      lex.skipParens();
    }
    let virtual = false;
    let keyword = "";
    let collation = "binary";
    let initial = "";
    let isKey = false;
    let descending = false;
    let notNull = false;
    while (!lex.atEnd && !lex.isPunct(",") && !lex.isPunct(")")) {
      if (lex.isKeyword(TABLE_CONSTRAINTS) || lex.isKeyword(COLUMN_CONSTRAINTS)) keyword = lex.upper;
      else keyword = "";
      const word = lex.upper;
      if (lex.skipParens()) continue;
      lex.next();
      if (keyword === "CONSTRAINT") lex.next();
      else if (keyword === "NOT") notNull = lex.eat("NULL") || notNull;
      else if (keyword === "PRIMARY") {
        isKey = lex.eat("KEY");
        descending = lex.eat("DESC");
      } else if (keyword === "COLLATE") {
        collation = lower(lex.text);
        lex.next();
      } else if (keyword === "DEFAULT") initial = lex.takeDefault();
      else if (word === "SET")
        lex.next(); // ON DELETE SET DEFAULT is no default
      else if (keyword === "AS") {
        lex.skipParens();
        virtual = !lex.eat("STORED");
      }
    }
    const affinity = affinityOf(type);
    if (!this.#byName.has(lower(name))) this.#byName.set(lower(name), this.#columns.length);
    const integer = type.toUpperCase() === "INTEGER";
    this.#columns.push({
      name,
      integer,
      collation,
      affinity,
      virtual,
      notNull,
      initial: parseDefault(initial, affinity),
    });
    if (isKey) this.#setKey([{ name, collation: undefined }], !descending);
    return true;
  }

  #tableConstraint(): void {
    const lex = this.#lex;
    if (lex.eat("CONSTRAINT")) lex.next();
    const primary = lex.upper === "PRIMARY";
    // The keyword is always taken, so that the loop over the table ends.
    lex.next();
    if (primary && lex.eat("KEY") && lex.eatPunct("(")) {
      const key: Key[] = [];
      while (lex.isName() && key.length < MAX_COLUMNS) {
        const name = lex.text;
        let collation: string | undefined;
        lex.next();
        while (!lex.atEnd && !lex.isPunct(",") && !lex.isPunct(")")) {
          if (lex.eat("COLLATE")) collation = lower(lex.text);
          if (!lex.skipParens()) lex.next();
        }
        key.push({ name, collation });
        if (!lex.eatPunct(",")) break;
      }
      lex.eatPunct(")");
      // DESC matters here not: only the column form "INTEGER PRIMARY KEY DESC" is no alias (lang_createtable.html, 5).
      this.#setKey(key, true);
    }
    while (!lex.atEnd && !lex.isPunct(",") && !lex.isPunct(")") && !lex.isKeyword(TABLE_CONSTRAINTS)) {
      if (!lex.skipParens()) lex.next();
    }
  }

  #setKey(key: Key[], mayAlias: boolean): void {
    this.#key = key;
    if (key.length !== 1 || !mayAlias) return;
    const i = this.#byName.get(lower(key[0]!.name));
    if (i !== undefined && this.#columns[i]!.integer) this.#alias = i;
  }
}

/** ASCII lower case, as SQLite compares names. */
export function lower(name: string): string {
  return name.replace(/[A-Z]+/g, (s) => s.toLowerCase());
}
