/** Texts cut out of long ones. @module */

/** A longer text is most of what it was cut from. */
const LONG = 8192;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** One for all: memory of its own for each text was half of all garbage. A unit of UTF-16 takes three bytes at most. */
const bytes = new Uint8Array(3 * LONG);

/**
 * The same text, holding on to nothing: engines keep the whole of a long text alive for any part of it that `slice` gave,
 * and a hostile file has a thousand texts of 16 MB of which a record keeps the beginning. For parts that are kept for long.
 */
export function own(part: string): string {
  if (part.length > LONG) return part;
  const { written } = encoder.encodeInto(part, bytes);
  const copy = decoder.decode(bytes.subarray(0, written));
  return copy === part ? copy : unitByUnit(part);
}

/** Half a pair of surrogates, which a JSON text may hold, is nothing that UTF-8 can say. */
function unitByUnit(part: string): string {
  const units = new Uint16Array(part.length);
  for (let i = 0; i < part.length; i++) units[i] = part.charCodeAt(i);
  return String.fromCharCode.apply(null, units as unknown as number[]);
}
