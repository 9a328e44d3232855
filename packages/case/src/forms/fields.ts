/**
 * Reads forms that came as JSON: a consent, a window, an incident. Anybody may have written them: sizes and depth are bounded, what
 * is not known is a fault and not passed over, since a misspelt word in a consent changes what was allowed.
 * @module
 */

export type FaultCode =
  | "not-json"
  | "too-large"
  | "not-object"
  | "missing"
  | "wrong-type"
  | "too-long"
  | "too-many"
  | "unknown-field"
  | "unknown-value"
  | "not-a-day"
  | "not-a-hash"
  | "not-a-number"
  | "control-letters"
  | "twice";

/** What is wrong with one field: `at` is its place, `recipients[0].what`. */
export interface Fault {
  readonly code: FaultCode;
  readonly at: string;
  readonly found?: string;
  readonly expected?: string;
}

export type Read<T> = { readonly value: T; readonly faults: readonly [] } | { readonly faults: readonly Fault[] };

/** Letters of a form as a whole. */
export const MAX_FORM: number = 256 * 1024;
/** Faults that are told of one form. */
const MAX_FAULTS = 50;
const SHOWN = 60;

/** Control letters but line ends and tabs; letters that turn the direction of a text; lone surrogates. */
const UNWANTED = /(?![\t\n\r])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

type Obj = { readonly [k: string]: unknown };

export class Form {
  readonly faults: Fault[] = [];

  fault(code: FaultCode, at: string, found?: unknown, expected?: string): undefined {
    if (this.faults.length >= MAX_FAULTS) return undefined;
    const shown = found === undefined ? undefined : typeof found === "string" ? found : kindOf(found);
    this.faults.push({
      code,
      at,
      ...(shown === undefined ? {} : { found: shown.slice(0, SHOWN) }),
      ...(expected === undefined ? {} : { expected }),
    });
    return undefined;
  }

  /** An object with no fields but these. */
  object(v: unknown, at: string, fields: readonly string[]): Obj | undefined {
    if (typeof v !== "object" || v === null || Array.isArray(v)) return this.fault("not-object", at, v);
    for (const k of Object.keys(v))
      if (!fields.includes(k)) this.fault("unknown-field", join(at, k.slice(0, SHOWN)), undefined, fields.join(", "));
    return v as Obj;
  }

  text(o: Obj, at: string, name: string, max: number, optional?: "optional"): string | undefined {
    const v = own(o, name);
    if (v === undefined || v === null) return optional ? undefined : this.fault("missing", join(at, name));
    if (typeof v !== "string") return this.fault("wrong-type", join(at, name), v, "text");
    if (v.length > max) return this.fault("too-long", join(at, name), String(v.length), `<= ${max}`);
    if (UNWANTED.test(v)) return this.fault("control-letters", join(at, name));
    const text = v.trim();
    return text === "" ? (optional ? undefined : this.fault("missing", join(at, name))) : text;
  }

  bool(o: Obj, at: string, name: string): boolean | undefined {
    const v = own(o, name);
    if (v === undefined) return this.fault("missing", join(at, name), undefined, "true, false");
    return typeof v === "boolean" ? v : this.fault("wrong-type", join(at, name), v, "true, false");
  }

  number(o: Obj, at: string, name: string, min: number, max: number): number | undefined {
    const v = own(o, name);
    if (v === undefined || v === null) return undefined;
    if (typeof v !== "number" || !(v >= min && v <= max))
      return this.fault("not-a-number", join(at, name), String(v), `${min}…${max}`);
    return v;
  }

  choice<T extends string>(o: Obj, at: string, name: string, all: readonly T[]): T | undefined {
    const v = own(o, name);
    if (v === undefined) return this.fault("missing", join(at, name), undefined, all.join(", "));
    if (typeof v === "string" && (all as readonly string[]).includes(v)) return v as T;
    return this.fault("unknown-value", join(at, name), v, all.join(", "));
  }

  list(o: Obj, at: string, name: string, max: number, optional?: "optional"): readonly unknown[] | undefined {
    const v = own(o, name);
    if (v === undefined && optional) return [];
    if (v === undefined) return this.fault("missing", join(at, name));
    if (!Array.isArray(v)) return this.fault("wrong-type", join(at, name), v, "list");
    return v.length > max ? this.fault("too-many", join(at, name), String(v.length), `<= ${max}`) : v;
  }

  /** What was read, if nothing was wrong. */
  done<T>(value: () => T): Read<T> {
    return this.faults.length > 0 ? { faults: this.faults } : { value: value(), faults: [] };
  }
}

function kindOf(v: unknown): string {
  return v === null ? "null" : Array.isArray(v) ? "list" : typeof v === "object" ? "object" : String(v);
}

/** A field of the text itself, never of what all objects have. */
export function own(o: Obj, name: string): unknown {
  return Object.hasOwn(o, name) ? o[name] : undefined;
}

export function join(at: string, name: string | number): string {
  return typeof name === "number" ? `${at}[${name}]` : at === "" ? name : `${at}.${name}`;
}

/** The value of a JSON text, or why there is none. */
export function parseForm(text: string): { readonly json: unknown } | { readonly fault: Fault } {
  if (text.length > MAX_FORM)
    return { fault: { code: "too-large", at: "", found: String(text.length), expected: `<= ${MAX_FORM}` } };
  try {
    // A mark of byte order is what editors of Windows leave.
    return { json: JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) };
  } catch {
    return { fault: { code: "not-json", at: "" } };
  }
}
