/** Affinity of columns and literal defaults (https://www.sqlite.org/datatype3.html, sections 3.1 and 3.4). @module */
import { Lexer } from "./lexer.ts";
import type { SqlValue } from "./types.ts";

export type Affinity = "integer" | "text" | "blob" | "real" | "numeric";

/** The affinity that a declared type gives. */
export function affinityOf(type: string): Affinity {
  const t = type.toUpperCase();
  if (t.includes("INT")) return "integer";
  if (t.includes("CHAR") || t.includes("CLOB") || t.includes("TEXT")) return "text";
  if (t.includes("BLOB") || t === "" || t === "ANY") return "blob";
  if (t.includes("REAL") || t.includes("FLOA") || t.includes("DOUB")) return "real";
  return "numeric";
}

/** The value of a literal after DEFAULT as the column holds it. Null for what is no literal: no stored row can need it. */
export function parseDefault(source: string, affinity: Affinity): SqlValue {
  if (source === "") return null;
  const lex = new Lexer(source);
  while (lex.eatPunct("(")) {
    // A literal in parentheses is still a literal.
  }
  let negative = false;
  while (lex.isPunct("+") || lex.isPunct("-")) {
    if (lex.isPunct("-")) negative = !negative;
    lex.next();
  }
  const { kind, text, upper } = lex;
  if (kind === "number") return numeric(text, negative, affinity);
  if (kind === "blob") return bytes(text);
  if (kind === "quoted") return ofText(text, affinity);
  if (kind !== "word" || upper === "NULL") return null;
  if (upper === "TRUE" || upper === "FALSE") return numeric(upper === "TRUE" ? "1" : "0", negative, affinity);
  if (upper.startsWith("CURRENT_")) return null;
  // A bare word is a string, as sqlite3 reads DEFAULT abc.
  return ofText(text, affinity);
}

function numeric(literal: string, negative: boolean, affinity: Affinity): SqlValue {
  const digits = literal.replace(/_/g, "");
  let value: number | bigint;
  if (/^(?:\d+|0[xX][0-9A-Fa-f]+)$/.test(digits)) {
    if (digits.length > 40) return null;
    let v = BigInt(digits);
    if (/^0x/i.test(digits)) v = BigInt.asIntN(64, v);
    if (negative) v = -v;
    if (v < -(1n << 63n) || v >= 1n << 63n) value = Number(v);
    else if (affinity === "text") return v.toString();
    else value = v >= -0x1f_ffff_ffff_ffffn && v <= 0x1f_ffff_ffff_ffffn ? Number(v) : v;
  } else {
    value = negative ? -Number(digits) : Number(digits);
    if (affinity === "text")
      return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
  }
  return affinity === "real" ? Number(value) : value;
}

function ofText(text: string, affinity: Affinity): SqlValue {
  const t = text.trim();
  if (affinity === "text" || affinity === "blob" || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(t)) return text;
  if (/^[+-]?\d+$/.test(t)) return numeric(t.replace(/^[+-]/, ""), t.startsWith("-"), affinity);
  return Number(t);
}

function bytes(hex: string): Uint8Array {
  const out = new Uint8Array(hex.length >> 1);
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return out;
}
