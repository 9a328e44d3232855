/** The texts inside the tags of an XML property list, as values. Undefined: it is no such value. @module */
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const SAFE = 9_007_199_254_740_991n;

/**
 * Replaces the five entities of XML and character numbers. Anything else stays as it stands and is given to `unknown`: entities
 * that a DTD declares are never expanded.
 */
export function unescapeXml(text: string, unknown: (entity: string) => void): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#[xX]([0-9a-fA-F]{1,8});|#([0-9]{1,8});|([A-Za-z0-9_.:-]{1,40});)?/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) {
        const known = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
        if (known === undefined) unknown(whole);
        return known ?? whole;
      }
      if (hex === undefined && decimal === undefined) {
        unknown(whole);
        return whole;
      }
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)) return String.fromCodePoint(code);
      unknown(whole);
      return "\ufffd";
    },
  );
}

/** Base64 with white space anywhere. */
export function base64Bytes(text: string): Uint8Array | undefined {
  const packed = text.replace(/\s+/g, "");
  let end = packed.length;
  while (end > 0 && packed.charCodeAt(end - 1) === 61) end--;
  const clean = packed.slice(0, end);
  if (/[^A-Za-z0-9+/]/.test(clean) || clean.length % 4 === 1) return undefined;
  const out = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < clean.length; i++) {
    const c = clean.charCodeAt(i);
    const v = c === 43 ? 62 : c === 47 ? 63 : c < 58 ? c + 4 : c < 91 ? c - 65 : c - 71;
    bits = ((bits << 6) | v) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out[at++] = (bits >> held) & 255;
    }
  }
  return out;
}

/** Decimal or `0x` integers with a sign, up to 128 bits: a number where that is exact. */
export function xmlInteger(text: string): number | bigint | undefined {
  const m = /^([+-]?)(0x[0-9a-f]{1,32}|[0-9]{1,39})$/i.exec(text.trim());
  if (!m) return undefined;
  const v = m[1] === "-" ? -BigInt(m[2]!) : BigInt(m[2]!);
  return v >= -SAFE && v <= SAFE ? Number(v) : v;
}

/** Reals as C's strtod writes them, with `nan`, `inf`, `infinity`. */
export function xmlReal(text: string): number | undefined {
  const t = text.trim().toLowerCase();
  if (t.length > 400) return undefined;
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(t)) return Number(t);
  if (/^[+-]?nan$/.test(t)) return Number.NaN;
  const inf = /^([+-]?)inf(inity)?$/.exec(t);
  return inf ? (inf[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) : undefined;
}
