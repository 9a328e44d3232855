/**
 * Answers of Trino as values. A BIGINT comes as a bare number of JSON, of which JSON.parse would keep 53 bits: a match key has 64.
 * @module
 */

/** A text, or a number, of JSON. What begins as one is one, even where its end is missing: no input is read twice. */
const TOKEN = /"(?:[^"\\]|\\[\s\S])*"?|-?\d[\d.eE+-]*/g;
/** Digits that a number of JavaScript always keeps. */
const EXACT = 15;

/** JSON in which a whole number of more than 15 digits becomes a text. Throws SyntaxError. */
export function parseExact(text: string): unknown {
  return JSON.parse(
    text.replace(TOKEN, (token) => (token.length > EXACT && /^-?\d+$/.test(token) ? `"${token}"` : token)),
  );
}
