/**
 * Values of elements in small XML messages that machines send to their neighbours: WS-Discovery, SADP. No parser of XML: entities, namespaces
 * and nesting do not matter for what is asked, and a hostile text costs its length.
 * @module
 */

const MAX_BYTES = 16_384;
const MAX_VALUE = 1000;
/** Elements of one message that are read. */
const MAX_ELEMENTS = 500;

/** First value of each element that has text and no element within, by its name without the prefix. */
export function xmlValues(b: Uint8Array, start: number, end: number): ReadonlyMap<string, string> | undefined {
  const text = new TextDecoder().decode(b.subarray(start, Math.min(end, start + MAX_BYTES)));
  if (!/^\s*</.test(text.slice(0, 64).replace(/^\uFEFF/, ""))) return undefined;
  const out = new Map<string, string>();
  for (let at = 0, n = 0; n < MAX_ELEMENTS; n++) {
    const open = text.indexOf("<", at);
    const close = open < 0 ? -1 : text.indexOf(">", open);
    if (close < 0) break;
    const next = text.indexOf("<", close);
    const name = /^[A-Za-z_][\w.:-]{0,100}/.exec(text.slice(open + 1, open + 102))?.[0];
    at = close + 1;
    if (name === undefined || next < 0 || text[close - 1] === "/" || !text.startsWith("</", next)) continue;
    const local = name.slice(name.indexOf(":") + 1);
    if (!out.has(local)) out.set(local, text.slice(close + 1, Math.min(next, close + 1 + MAX_VALUE)).trim());
  }
  return out;
}
