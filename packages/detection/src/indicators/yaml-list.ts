/**
 * The part of YAML 1.2 in which lists of families are written: a block list of maps whose values are scalars, lists of
 * scalars, or one more map of these. One pass over lines, no recursion: a general YAML parser takes seconds for some
 * small hostile files (80 kB of nested braces: 3.6 s), and this one cannot.
 * @module
 */
export type YamlValue = string | readonly string[] | { readonly [key: string]: string | readonly string[] };
export type YamlMap = { readonly [key: string]: YamlValue };

type Open = { [key: string]: string | string[] | { [key: string]: string | string[] } };

/** Longer lines hold no sign; the bound also keeps the patterns below quick. */
const MAX_LINE = 2000;

const KEY = /^("[^"]*"|'[^']*'|[^\s"'#&*!|>%@`{}[\],:?-][^:#]*?)\s*:(?:\s+(.*))?$/;

/** A scalar: quotes undone, a comment cut off. Undefined for what is more than a scalar. */
function scalar(raw: string): string | undefined {
  const text = raw.trim();
  if (text.startsWith('"')) {
    const m = /^"((?:[^"\\]|\\.)*)"(?:\s+#.*)?$/.exec(text);
    if (!m) return undefined;
    try {
      return String(JSON.parse(`"${m[1]!}"`));
    } catch {
      return undefined;
    }
  }
  if (text.startsWith("'")) return /^'((?:[^']|'')*)'(?:\s+#.*)?$/.exec(text)?.[1]?.replace(/''/g, "'");
  const note = text.search(/(?:^|\s)#/);
  const value = (note < 0 ? text : text.slice(0, note)).trim();
  return /^[&*!|>%@`{}[\]]/.test(value) || /:\s/.test(value) || value.endsWith(":") ? undefined : value;
}

/** `[a, b]` on one line. */
function flowList(raw: string): string[] | undefined {
  const m = /^\[([^[\]{}"']*)\]\s*(?:#.*)?$/.exec(raw.trim());
  return m
    ? m[1]!
        .split(",")
        .map((s) => s.trim())
        .filter((s) => s !== "")
    : undefined;
}

/** The state of one entry: which key is open, and at which indentation. */
class Entry {
  readonly map: Open = Object.create(null) as Open;
  readonly #indent: number;
  #key = "";
  #inner = "";
  #innerIndent = -1;

  constructor(indent: number) {
    this.#indent = indent;
  }

  /** False if the line does not fit here. */
  key(indent: number, name: string, raw: string): boolean {
    if (indent === this.#indent) {
      this.#key = name;
      this.#inner = "";
      this.#innerIndent = -1;
      return this.#put(this.map, name, raw);
    }
    const open = this.map[this.#key];
    if (indent < this.#indent || typeof open !== "object") return false;
    if (Array.isArray(open)) {
      if (open.length > 0) return false;
      this.map[this.#key] = Object.create(null) as { [key: string]: string | string[] };
      this.#innerIndent = indent;
    }
    if (indent !== this.#innerIndent) return false;
    this.#inner = name;
    return this.#put(this.map[this.#key] as Open, name, raw);
  }

  /** A key without a value opens a list, which may turn out to be a map. */
  #put(map: Open, name: string, raw: string): boolean {
    const value = raw.startsWith("#") || raw === "" ? [] : (flowList(raw) ?? scalar(raw));
    map[name] = value ?? [];
    return value !== undefined;
  }

  item(indent: number, raw: string): boolean {
    const open = this.map[this.#key];
    const list = typeof open === "object" && !Array.isArray(open) ? open[this.#inner] : open;
    const least = this.#innerIndent >= 0 ? this.#innerIndent : this.#indent;
    const value = scalar(raw);
    if (indent < least || !Array.isArray(list) || value === undefined) return false;
    if (value !== "") list.push(value);
    return true;
  }
}

/**
 * The entries of the list. `odd` is called with the number (from 1) and text of each line that does not fit; the rest
 * is read on.
 */
export function parseYamlList(text: string, odd: (line: number, text: string) => void): YamlMap[] {
  const out: YamlMap[] = [];
  let entry: Entry | undefined;
  let top = -1;
  const lines = text.split("\n");
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n]!.trimEnd();
    const body = line.trimStart();
    if (body === "" || body.startsWith("#") || line === "---" || line === "...") continue;
    const indent = line.length - body.length;
    const dash = body === "-" || body.startsWith("- ");
    let fits = false;
    if (body.length > MAX_LINE) fits = false;
    else if (dash && (top < 0 || indent === top)) {
      top = indent;
      const rest = body.slice(1).trimStart();
      const at = indent + body.length - rest.length;
      const m = KEY.exec(rest);
      entry = new Entry(m ? at : indent + 2);
      out.push(entry.map);
      fits = m ? entry.key(at, unquote(m[1]!), m[2] ?? "") : rest === "";
    } else if (dash) fits = entry?.item(indent, body.slice(1)) ?? false;
    else {
      const m = KEY.exec(body);
      fits = (m && entry?.key(indent, unquote(m[1]!), m[2] ?? "")) ?? false;
    }
    if (!fits) odd(n + 1, body);
  }
  return out;
}

const unquote = (key: string): string => (/^["']/.test(key) ? key.slice(1, -1) : key.trimEnd());
