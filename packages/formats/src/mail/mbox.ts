/** Mailboxes: messages after lines that begin with `From `, each after an empty line (RFC 4155, appendix A). @module */

const MAX_MESSAGES = 100_000;
const isFrom = (b: Uint8Array, at: number): boolean =>
  b[at] === 70 && b[at + 1] === 114 && b[at + 2] === 111 && b[at + 3] === 109 && b[at + 4] === 32;

/** The messages, without the line before them. `>From ` at the start of a line stays as it is. */
export function splitMbox(b: Uint8Array): readonly Uint8Array[] {
  const out: Uint8Array[] = [];
  let from = -1;
  let empty = true;
  for (let at = 0; at < b.length && out.length < MAX_MESSAGES; ) {
    let end = b.indexOf(10, at);
    if (end < 0) end = b.length;
    if (empty && isFrom(b, at)) {
      if (from >= 0) out.push(b.subarray(from, at));
      from = end + 1;
    }
    empty = end === at || (end === at + 1 && b[at] === 13);
    at = end + 1;
  }
  if (from >= 0 && from <= b.length) out.push(b.subarray(from));
  return out;
}
