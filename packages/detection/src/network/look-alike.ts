/**
 * Names in letters of other alphabets that look like a well-known name: a Cyrillic `а` for a Latin one, an `ö` for an `o`.
 *
 * On the wire such a name is `xn--…` (Punycode). What an eye takes it for is worked out letter by letter, and is looked up in a short list.
 * Sources: RFC 3492, 5890; Unicode UTS 39 (section 4, skeletons; of its table the letters that look like Latin ones in most fonts);
 * network.md 3(b) B5.
 * @module
 */
/// <reference path="../indicators/punycode.d.ts" />
import punycode from "punycode/punycode.js";
import { isQuietName } from "./quiet.ts";

/** Sites that people in this region log in to, besides those of makers and messengers. */
const SITES: ReadonlySet<string> = new Set(
  `gmail.com hotmail.com yahoo.com twitter.com tiktok.com protonmail.com wikipedia.org zoom.us paypal.com binance.com
bbva.mx bbva.com banorte.com santander.com.mx banamex.com citibanamex.com hsbc.com.mx bancoazteca.com.mx bancoppel.com nu.com.mx
mercadolibre.com.mx mercadolibre.com mercadopago.com.mx telcel.com telmex.com att.com.mx movistar.com.mx izzi.mx totalplay.com.mx
gob.mx sat.gob.mx imss.gob.mx ine.mx cfe.mx uscis.gov`.split(/\s+/),
);

/** Letters of names that are compared; and letters of one that are looked at. */
const SHORTEST = 7;
const LONGEST = 253;

const FROM = "аәеёіїјѕоосрԁԛԝхуүһкмтвнгпӏαεικνορτυχωβγɡıɑℓοσ";
const TO__ = "aaeeiijsooopdqwxyyhkmtbhrnlaeiknoptuxwbygialoo";

const LETTERS: ReadonlyMap<string, string> = new Map([...FROM].map((c, i) => [c, TO__[i]!]));

/** What an eye takes a name for: small letters without marks, those of other alphabets as the Latin ones they look like. */
export function skeleton(name: string): string {
  let out = "";
  for (const c of name.toLowerCase().normalize("NFKD")) {
    if (/\p{M}/u.test(c)) continue;
    out += LETTERS.get(c) ?? c;
  }
  return out;
}

const mixes = (label: string): boolean =>
  /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(label);

export interface LookAlike {
  /** As an eye reads it. */
  readonly written: string;
  /** The known name that it looks like; "" where one word of it has letters of two alphabets, and it looks like no name of the list. */
  readonly like: string;
}

/** The name of the list that a text is, or is below. */
function known(name: string): string {
  for (let at = 0; at >= 0; ) {
    const own = name.slice(at);
    if (
      own.length >= SHORTEST &&
      (SITES.has(own) || (isQuietName(own) && !isQuietName(own.slice(own.indexOf(".") + 1))))
    )
      return own;
    const dot = name.indexOf(".", at);
    at = dot < 0 ? -1 : dot + 1;
  }
  return "";
}

/** Undefined of names in one alphabet that look like nothing known. */
export function lookAlike(name: string): LookAlike | undefined {
  const plain = name.toLowerCase().replace(/\.$/, "");
  if (!/(?:^|\.)xn--/.test(plain) || plain.length > LONGEST) return undefined;
  const labels: string[] = [];
  for (const label of plain.split(".")) {
    if (!label.startsWith("xn--")) labels.push(label);
    else
      try {
        labels.push(punycode.decode(label.slice(4)));
      } catch {
        return undefined;
      }
  }
  const written = labels.join(".");
  const found = known(skeleton(written));
  // A part of the known site itself, whose own words are in another alphabet.
  const like = plain === found || plain.endsWith(`.${found}`) ? "" : found;
  return like !== "" || labels.some(mixes) ? { written, like } : undefined;
}
