/** The first date that a page bears near its top: `14 de septiembre de 1974`, `14-IX-74`, `14/09/1974`, `septiembre de 1974`. @module */
import type { PageDate } from "../pages/index.ts";

const MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
const ENGLISH = "january february march april may june july august september october november december".split(" ");
const ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split(" ");
/** Letters of a page that are looked at. */
const NEAR = 1500;

const folded = (t: string): string => t.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function monthOf(word: string): number {
  const w = folded(word);
  if (w === "setiembre") return 9;
  for (const list of [MONTHS, ENGLISH, ROMAN]) if (list.includes(w)) return list.indexOf(w) + 1;
  return /^\d{1,2}$/.test(w) ? Number(w) : 0;
}

/** A year of two digits is one of the last century. */
const yearOf = (y: string): number => (y.length === 2 ? 1900 + Number(y) : Number(y));
const two = (n: number): string => String(n).padStart(2, "0");

export function dateOf(text: string): PageDate | undefined {
  const head = text.slice(0, NEAR);
  const long = /\b(\d{1,2})[°º]?\s(?:de\s)?(\p{L}{3,10})\s(?:del?\s)?(\d{4})\b/u.exec(head);
  const short = /\b(\d{1,2})[-/.]([IVX]{1,4}|\d{1,2})[-/.](\d{4}|\d{2})\b/u.exec(head);
  const first = [long, short].filter((m) => m !== null).sort((a, b) => a.index - b.index);
  for (const m of first) {
    const [day, month, year] = [Number(m[1]), monthOf(m[2]!), yearOf(m[3]!)];
    if (day < 1 || day > 31 || month < 1 || month > 12 || year < 1800 || year > 2100) continue;
    return { text: m[0], iso: `${year}-${two(month)}-${two(day)}`, precision: "day" };
  }
  const m = /\b(\p{L}{4,10})\s(?:del?\s)?(\d{4})\b/u.exec(head);
  const month = m && monthOf(m[1]!);
  if (!m || !month) return undefined;
  return { text: m[0], iso: `${m[2]}-${two(month)}`, precision: "month" };
}
