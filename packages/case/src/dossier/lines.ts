/** Lines of a file as bytes, in batches: what is hashed must not pass through a text. @module */
import type { RandomAccess } from "@contraluz/core";
import { joined } from "../sign/bytes.ts";

const CHUNK = 1 << 20;
/** Of one line: no record of ours is longer. */
const MOST_LINE = 64 * 1024 * 1024;

/** Lines without their line feed; a batch holds until the next is asked for. A line that is too long comes cut, in pieces. */
export async function* byteLines(source: RandomAccess): AsyncGenerator<readonly Uint8Array[]> {
  let rest: Uint8Array[] = [];
  let held = 0;
  for (let at = 0; ; ) {
    const bytes = await source.read(at, CHUNK);
    if (bytes.length === 0) break;
    at += bytes.length;
    const lines: Uint8Array[] = [];
    let from = 0;
    for (let lf = bytes.indexOf(10); lf >= 0; lf = bytes.indexOf(10, from)) {
      const piece = bytes.subarray(from, lf);
      lines.push(rest.length === 0 ? piece : joined(...rest, piece));
      rest = [];
      held = 0;
      from = lf + 1;
    }
    if (from < bytes.length) {
      rest.push(bytes.slice(from));
      held += bytes.length - from;
    }
    if (held > MOST_LINE) {
      lines.push(joined(...rest));
      rest = [];
      held = 0;
    }
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [joined(...rest)];
}
