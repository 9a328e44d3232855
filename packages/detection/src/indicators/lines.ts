/** Lines of a text that comes in pieces. @module */

/** A longer line is cut: no sign is that long. */
const MAX_LINE = 65_536;

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Lines without their end (LF, CRLF), a byte order mark removed. A line beyond 65,536 characters is cut there. */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncIterable<readonly Line[]> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  let number = 0;
  for await (const chunk of source) {
    const parts = decoder.decode(chunk, { stream: true }).split("\n");
    parts[0] = rest + parts[0]!;
    rest = parts.pop()!;
    if (rest.length > 2 * MAX_LINE) rest = rest.slice(0, MAX_LINE);
    if (parts.length > 0) yield parts.map((p) => line(++number, p));
  }
  rest += decoder.decode();
  if (rest !== "") yield [line(++number, rest)];
}

function line(number: number, text: string): Line {
  const t = text.length > MAX_LINE ? text.slice(0, MAX_LINE) : text;
  return { number, text: t.endsWith("\r") ? t.slice(0, -1) : t };
}
