/**
 * Tags and texts of XML and HTML, one after the other. Forward only, so that time is linear in the size; no DTD is read and no entity is known
 * but those of XML, numbers, and the letters of Latin-1 (HTML 4.01, 24.2), so that nothing expands.
 * @module
 */

export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attrs: ReadonlyMap<string, string>;
      readonly empty: boolean;
    }
  | { readonly kind: "close"; readonly name: string };

const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml".split(
    " ",
  );
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["hellip", "…"],
  ["euro", "€"],
  ...LATIN.map((name, i) => [name, String.fromCharCode(160 + i)] as const),
]);

/** Text with its entities put in. What is none stays as it stands. */
export function plain(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,7});/g, (whole, name: string) => {
    if (name[0] !== "#") return ENTITIES.get(name) ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
  });
}

const MAX_ATTRS = 100;
const isSpace = (c: number): boolean => c === 32 || c === 9 || c === 10 || c === 13 || c === 12;
/** Elements of HTML whose content is no markup. */
const RAW = new Set(["script", "style", "textarea", "title", "xmp"]);

/**
 * Pieces of a text. `html`: names in lower case, and the content of `script`, `style`, `title` is one text.
 * @example for (const p of pieces("<p>a&amp;b</p>")) …
 */
export function* pieces(s: string, html = false): Iterable<Piece> {
  let at = 0;
  const end = s.length;
  while (at < end) {
    const lt = s.indexOf("<", at);
    if (lt < 0) {
      yield { kind: "text", text: plain(s.slice(at)) };
      return;
    }
    if (lt > at) yield { kind: "text", text: plain(s.slice(at, lt)) };
    const skip = aside(s, lt);
    if (skip.text !== undefined) yield { kind: "text", text: skip.text };
    if (skip.to > 0) {
      at = skip.to;
      continue;
    }
    const c = s.charCodeAt(lt + 1);
    const letter = (c > 64 && c < 91) || (c > 96 && c < 123) || c === 95;
    if (c !== 47 && !letter) {
      // A sign that stands for itself.
      yield { kind: "text", text: "<" };
      at = lt + 1;
      continue;
    }
    const made = tag(s, lt, html);
    at = made.to;
    yield made.piece;
    if (html && made.piece.kind === "open" && RAW.has(made.piece.name) && !made.piece.empty) {
      const close = closing(s, made.piece.name, at);
      if (close > at) yield { kind: "text", text: s.slice(at, close) };
      at = close;
    }
  }
}

/** Where the raw content of an element ends. */
function closing(s: string, name: string, from: number): number {
  for (let at = s.indexOf("</", from); at >= 0; at = s.indexOf("</", at + 2))
    if (s.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return s.length;
}

/** Comments, instructions, declarations, and CDATA, whose text is given. `to` 0: it is none of them. */
function aside(s: string, lt: number): { readonly to: number; readonly text?: string } {
  const past = (mark: string, from: number): number => {
    const found = s.indexOf(mark, from);
    return found < 0 ? s.length : found + mark.length;
  };
  if (s.startsWith("<!--", lt)) return { to: past("-->", lt + 4) };
  if (s.startsWith("<![CDATA[", lt)) {
    const to = past("]]>", lt + 9);
    return { to, text: s.slice(lt + 9, s.startsWith("]]>", to - 3) ? to - 3 : to) };
  }
  const c = s.charCodeAt(lt + 1);
  if (c === 63) return { to: past("?>", lt + 2) };
  return c === 33 ? { to: past(">", lt + 2) } : { to: 0 };
}

function tag(s: string, lt: number, html: boolean): { readonly piece: Piece; readonly to: number } {
  const end = s.length;
  const close = s.charCodeAt(lt + 1) === 47;
  let at = lt + (close ? 2 : 1);
  const from = at;
  while (at < end && !isSpace(s.charCodeAt(at)) && s[at] !== ">" && s[at] !== "/") at++;
  const raw = s.slice(from, Math.min(at, from + 100));
  const name = html ? raw.toLowerCase() : raw;
  const attrs = new Map<string, string>();
  let empty = false;
  while (at < end && s[at] !== ">") {
    const c = s.charCodeAt(at);
    if (isSpace(c) || c === 47) {
      empty = c === 47;
      at++;
      continue;
    }
    empty = false;
    const start = at;
    while (at < end && !isSpace(s.charCodeAt(at)) && s[at] !== "=" && s[at] !== ">" && s[at] !== "/") at++;
    if (at === start) at++;
    const key = s.slice(start, Math.min(at, start + 100));
    while (at < end && isSpace(s.charCodeAt(at))) at++;
    let value = "";
    if (s[at] === "=") {
      at++;
      while (at < end && isSpace(s.charCodeAt(at))) at++;
      const quote = s[at];
      if (quote === '"' || quote === "'") {
        const stop = s.indexOf(quote, at + 1);
        const to = stop < 0 ? end : stop;
        value = s.slice(at + 1, Math.min(to, at + 4000));
        at = Math.min(end, to + 1);
      } else {
        const begin = at;
        while (at < end && !isSpace(s.charCodeAt(at)) && s[at] !== ">") at++;
        value = s.slice(begin, Math.min(at, begin + 4000));
      }
    }
    if (attrs.size < MAX_ATTRS) attrs.set(html ? key.toLowerCase() : key, plain(value));
  }
  const piece: Piece = close ? { kind: "close", name } : { kind: "open", name, attrs, empty };
  return { piece, to: at + 1 };
}
