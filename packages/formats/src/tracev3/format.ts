/**
 * Format texts of os_log: those of printf, with what a value means in braces, `%{public,uuid_t}.16P`.
 *
 * Facts: os_log(3) and printf(3); libyal/dtformats, section "Firehose tracepoint format string". Of the meanings that Apple's own
 * programs define only those are written out that say who or where (addresses, UUIDs); others stay as their value.
 * @module
 */
import { text, uuid } from "./bytes.ts";
import { integer, type LogValue } from "./values.ts";

/** Length in characters of a text that comes out. */
const MAX_MESSAGE = 4096;
/** Width and precision of a number: more would only fill space. */
const MAX_WIDTH = 256;

const PRIVATE = "<private>";
const MISSING = "<decode: missing data>";

/** Where one text is filled from: numbers for `*` and precisions stand before the value that they are of. */
class Cursor {
  readonly #values: readonly LogValue[];
  #next = 0;

  constructor(values: readonly LogValue[]) {
    this.#values = values;
  }

  /** The count that a `*` stands for. */
  count(): number | undefined {
    const v = this.#values[this.#next];
    if (v?.kind !== "precision" && v?.kind !== "number") return undefined;
    this.#next++;
    return Number(integer(v.bytes, true));
  }

  /** The next value; a precision that no `*` asked for limits it. */
  take(): { readonly value: LogValue | undefined; readonly limit: number | undefined } {
    let limit: number | undefined;
    let value = this.#values[this.#next];
    if (value?.kind === "precision") {
      limit = Number(integer(value.bytes, true));
      value = this.#values[++this.#next];
    }
    this.#next++;
    return { value, limit };
  }
}

interface Spec {
  readonly meaning: string;
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  readonly type: string;
}

function pad(s: string, spec: Spec, zero: boolean): string {
  const width = Math.min(spec.width ?? 0, MAX_WIDTH);
  if (s.length >= width) return s;
  if (spec.flags.includes("-")) return s.padEnd(width);
  if (!zero || !spec.flags.includes("0")) return s.padStart(width);
  const sign = /^[-+ ]|^0[xX]/.exec(s)?.[0] ?? "";
  return sign + s.slice(sign.length).padStart(width - sign.length, "0");
}

function whole(v: LogValue, spec: Spec): string {
  const { type, flags } = spec;
  const signed = type === "d" || type === "i" || type === "D";
  const n = integer(v.bytes, signed);
  const base = type === "x" || type === "X" || type === "p" ? 16 : type === "o" || type === "O" ? 8 : 10;
  let digits = (n < 0n ? -n : n).toString(base);
  if (type === "X") digits = digits.toUpperCase();
  if (spec.precision !== undefined) digits = digits.padStart(Math.min(spec.precision, MAX_WIDTH), "0");
  const mark = type === "p" || (base === 16 && n !== 0n && flags.includes("#")) ? `0${type === "X" ? "X" : "x"}` : "";
  const sign = n < 0n ? "-" : signed && flags.includes("+") ? "+" : signed && flags.includes(" ") ? " " : "";
  return pad(sign + mark + digits, spec, spec.precision === undefined);
}

function real(v: LogValue, spec: Spec): string {
  const { bytes } = v;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const n = bytes.length === 8 ? view.getFloat64(0, true) : bytes.length === 4 ? view.getFloat32(0, true) : Number.NaN;
  const digits = Math.min(spec.precision ?? 6, 100);
  if (!Number.isFinite(n)) return pad(Number.isNaN(n) ? "nan" : n < 0 ? "-inf" : "inf", spec, false);
  const lower = spec.type.toLowerCase();
  const exponent = (s: string): string => s.replace(/e([+-])(\d)$/, "e$10$2");
  let out: string;
  if (lower === "e") out = exponent(n.toExponential(digits));
  // Beyond 10^21 toFixed gives an exponent, as printf would give digits that mean nothing.
  else if (lower === "f") out = n.toFixed(digits);
  else {
    const p = n.toPrecision(Math.max(1, digits));
    // printf takes the exponent below 10^-4, and drops zeros at the end.
    const small = n !== 0 && Math.abs(n) < 1e-4;
    const s = small && !p.includes("e") ? n.toExponential(Math.max(0, digits - 1)) : p;
    out = exponent(s.includes(".") ? s.replace(/\.?0+(?=e|$)/, "") : s);
  }
  if (n >= 0 && spec.flags.includes("+")) out = `+${out}`;
  return pad(spec.type === lower ? out : out.toUpperCase(), spec, true);
}

const hex = (b: Uint8Array): string => [...b].map((x) => x.toString(16).padStart(2, "0")).join("");

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function base64(b: Uint8Array): string {
  let out = "";
  for (let i = 0; i < b.length; i += 3) {
    const n = (b[i]! << 16) | ((b[i + 1] ?? 0) << 8) | (b[i + 2] ?? 0);
    const four = [18, 12, 6, 0].map((shift) => BASE64[(n >> shift) & 63]!).join("");
    out += i + 2 < b.length ? four : `${four.slice(0, b.length - i + 1)}${"=".repeat(3 - (b.length - i))}`;
  }
  return out;
}

/** `127.0.0.1`, stored in the order of the network. */
const ipv4 = (b: Uint8Array, at = 0): string => `${b[at]}.${b[at + 1]}.${b[at + 2]}.${b[at + 3]}`;

function ipv6(b: Uint8Array, at = 0): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((b[at + 2 * i]! << 8) | b[at + 2 * i + 1]!).toString(16));
  // The longest run of zeros is left out (RFC 5952).
  const runs = [
    ...groups
      .map((g) => (g === "0" ? "0" : "x"))
      .join("")
      .matchAll(/00+/g),
  ];
  const longest = runs.sort((a, c) => c[0].length - a[0].length || a.index - c.index)[0];
  if (!longest) return groups.join(":");
  const tail = groups.slice(longest.index + longest[0].length);
  return `${groups.slice(0, longest.index).join(":")}::${tail.join(":")}`;
}

/** `sockaddr` of BSD: length, family, port, address. */
function socket(b: Uint8Array): string | undefined {
  const port = (b[2]! << 8) | b[3]!;
  if (b[1] === 2 && b.length >= 8) return port === 0 ? ipv4(b, 4) : `${ipv4(b, 4)}:${port}`;
  if (b[1] === 30 && b.length >= 24) return port === 0 ? ipv6(b, 8) : `${ipv6(b, 8)}.${port}`;
  return undefined;
}

/** What the braces say that a value means; undefined where it is written as it is. */
function meant(meaning: string, v: LogValue): string | undefined {
  for (const name of meaning.split(",")) {
    const m = name.trim();
    const { bytes } = v;
    if (m === "uuid_t" && bytes.length === 16) return uuid(bytes, 0);
    if (m === "bool" || m === "BOOL") {
      const yes = integer(bytes, false) !== 0n;
      return m === "bool" ? String(yes) : yes ? "YES" : "NO";
    }
    if ((m === "in_addr" || m === "network:in_addr") && bytes.length === 4) return ipv4(bytes);
    if ((m === "in6_addr" || m === "network:in6_addr") && bytes.length === 16) return ipv6(bytes);
    if ((m === "sockaddr" || m === "network:sockaddr") && bytes.length >= 8) {
      const address = socket(bytes);
      if (address !== undefined) return address;
    }
    if (m === "mask.hash") return `<mask.hash: ${bytes.length === 0 ? "(null)" : `'${base64(bytes)}'`}>`;
  }
  return undefined;
}

function write(spec: Spec, v: LogValue, limit: number | undefined): string {
  if (v.kind === "private" && v.bytes.length === 0) return PRIVATE;
  const meaning = meant(spec.meaning, v);
  if (meaning !== undefined) return pad(meaning, spec, false);
  const { bytes } = v;
  if (/[dDiuUxXoOp]/.test(spec.type)) return whole(v, spec);
  if (/[fFeEgGaA]/.test(spec.type)) return real(v, spec);
  if (spec.type === "c" || spec.type === "C")
    return pad(String.fromCodePoint(Number(integer(bytes, false) & 0xffffn)), spec, false);
  if (spec.type === "m") return `[${integer(bytes, true)}]`;
  if (v.kind === "data") return bytes.length === 0 ? "" : hex(bytes);
  const cut = spec.precision ?? limit;
  if (v.kind === "number") return pad(String(integer(bytes, true)), spec, false);
  // An empty text has its NUL; what has no byte was no text, or was not to be written.
  if (bytes.length === 0) return cut === 0 ? "" : "(null)";
  const s = text(bytes, 0, bytes.length);
  return pad(cut !== undefined && cut > 0 && spec.type !== "@" ? s.slice(0, cut) : s, spec, false);
}

const SPEC =
  /%(?:%|(?:\{([^}]{0,200})\})?([-+ #0']{0,6})(\d{1,4}|\*)?(?:\.(\d{0,4}|\*))?(?:hh|h|ll|l|j|q|t|z)?([@aAcCdDeEfFgGimnoOpPsSuUxX]))/g;

/**
 * Fills a format text with the values of an entry.
 * @example composeMessage("%{public}s: %d", values) // "locationd: 7"
 */
export function composeMessage(format: string, values: readonly LogValue[]): string {
  const cursor = new Cursor(values);
  let out = "";
  let from = 0;
  const source = format.slice(0, 2 * MAX_MESSAGE);
  for (const m of source.matchAll(SPEC)) {
    out += source.slice(from, m.index);
    from = m.index + m[0].length;
    if (out.length > MAX_MESSAGE) break;
    if (m[0] === "%%") {
      out += "%";
      continue;
    }
    const number = (s: string | undefined): number | undefined =>
      s === undefined ? undefined : s === "*" ? cursor.count() : Number(s);
    let flags = m[2]!;
    let width = number(m[3]);
    if (width !== undefined && width < 0) [flags, width] = [`${flags}-`, -width];
    const precision = number(m[4]);
    const spec: Spec = {
      meaning: m[1] ?? "",
      flags,
      width,
      precision: precision !== undefined && precision < 0 ? undefined : precision,
      type: m[5]!,
    };
    const { value, limit } = cursor.take();
    out += value === undefined ? MISSING : write(spec, value, limit);
  }
  return (out + source.slice(from)).slice(0, MAX_MESSAGE);
}
