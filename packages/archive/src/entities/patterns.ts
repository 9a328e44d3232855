/**
 * What can be told by its form alone: dates, times of day, plates, phones, amounts, numbers of files, agents by number. Forms: Mexican
 * plates (ABC-123, 123-ABC, ABC-12-34, AB-1234), phones of 5 to 8 digits in pairs with or without a long-distance code and of 10 digits,
 * dates as `22 de diciembre de 1978`, `4-jun-94`, `13-III-96`, `11/06/76`.
 * @module
 */
import { daysIn } from "@contraluz/case/dates/civil.ts";
import { fold } from "@contraluz/case/timeline/fold.ts";
import type { Entity, EntityType } from "./types.ts";

/** Where the rules stand: dates of two digits mean the century that is nearest to the year of the document. */
export interface PatternContext {
  readonly year?: number;
}

type Found = Omit<Entity, "text">;

const MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
const ROMAN = "I II III IV V VI VII VIII IX X XI XII".split(" ");

function monthOf(text: string): number | undefined {
  const roman = ROMAN.indexOf(text);
  if (roman >= 0) return roman + 1;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const f = fold(text)
    .replace(/\.$/, "")
    .replace(/^setiembre$/, "septiembre");
  const i = MONTHS.findIndex((m) => m === f || (f.length >= 3 && m.startsWith(f)));
  return i < 0 ? undefined : i + 1;
}

function yearOf(text: string, c: PatternContext): number {
  const n = Number(text);
  if (text.length === 4) return n;
  if (c.year === undefined) return n >= 30 ? 1900 + n : 2000 + n;
  const base = Math.floor(c.year / 100) * 100;
  const all = [base - 100 + n, base + n, base + 100 + n];
  return all.reduce((a, b) => (Math.abs(b - c.year!) < Math.abs(a - c.year!) ? b : a));
}

function isoOf(d: string, m: string, y: string, c: PatternContext): string | undefined {
  const month = monthOf(m);
  const year = yearOf(y, c);
  const day = Number(d);
  if (month === undefined || month < 1 || month > 12 || year < 1850 || year > 2150) return undefined;
  if (day < 1 || day > daysIn(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

interface Rule {
  readonly type: EntityType;
  readonly at: RegExp;
  /** The normal form; undefined where the form deceives. `part`: the group that is the entity. */
  value(m: RegExpExecArray, text: string, c: PatternContext): string | undefined;
  readonly part?: number;
}

const S = "[ \\t]{0,3}\\n?[ \\t]{0,3}";
const LETTERS = "[A-Za-zÁÉÍÓÚáéíóúñÑ]";

/** `11:40` always; `11.40` where something says that it is an hour. */
function isTime(m: RegExpExecArray, text: string): boolean {
  if (m[2] === ":") return true;
  const before = text.slice(Math.max(0, m.index - 12), m.index);
  const after = text.slice(m.index + m[0].length, m.index + m[0].length + 8);
  return (
    /^\s{0,2}(?:h(?:r?s?)?\b|horas)/i.test(after) ||
    /(?:las|de|a|entre|hora:|\d[-/]\d{2,4})\s{1,2}$/i.test(before) ||
    (/(?:^|\n)[ \t]{0,8}$/.test(before) && /^\s{0,2}(?:-|[A-ZÁÉÍÓÚÑ])/.test(after))
  );
}

const RULES: readonly Rule[] = [
  {
    type: "file-number",
    at: /(?<![\w-])\d{1,3}-\d{1,3}-\d{2,4}\s{1,2}(?:L-\d{1,3}(?:\s{1,2}H-\d{1,4})?|H-\d{1,4})/g,
    value: (m) => m[0].replace(/\s+/g, " "),
  },
  {
    type: "phone",
    at: /(?<![\w-])\(\d{2,4}\)\s{1,2}\d{1,4}(?:-\d{2,4}){1,3}(?![\w-])/g,
    value: (m) => m[0].replace(/\D/g, ""),
  },
  {
    type: "date",
    at: new RegExp(`(?<![\\w/-])(\\d{1,2})°?${S}de${S}(${LETTERS}{4,11})${S}del?${S}(\\d{4})(?!\\d)`, "gi"),
    value: (m, _t, c) => isoOf(m[1]!, m[2]!, m[3]!, c),
  },
  {
    type: "date",
    at: /(?<![\w/-])(\d{1,2})([-/.])([A-Za-z]{1,5}|\d{1,2})\2(\d{4}|\d{2})(?![\w-])(?!\/\d)/g,
    value: (m, _t, c) => isoOf(m[1]!, m[3]!, m[4]!, c),
  },
  {
    type: "amount",
    at: /(?:N?\$|US\$)\s?\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,2})?/g,
    value: (m) => m[0].replace(/[^\d.]/g, "").replace(/\.0{1,2}$/, ""),
  },
  {
    type: "amount",
    at: /(?<![\w.,])(\d{1,3}(?:,\d{3}){1,4}|\d{1,9})(?:\.\d{2})?\s{1,2}(?:pesos|d[oó]lares)\b/gi,
    value: (m) => m[1]!.replaceAll(",", ""),
  },
  {
    type: "plate",
    at: /(?<![\w-])(?:[A-Z]{3}-\d{2}-\d{2}|[A-Z]{3}-\d{3,4}|\d{3}-[A-Z]{3}|[A-Z]{2}-\d{4})(?![\w-])/g,
    value: (m) => m[0].replaceAll("-", ""),
  },
  {
    type: "phone",
    at: /(?<![\w/$-])(?:\d{3}-\d{2}-\d{2}|\d-\d{2}-\d{2}-\d{2}|\d{2}-\d{2}-\d{2}-\d{2}|\d{3}-\d{4}|\d{2,3} \d{3,4} \d{4}|\+?52 ?\d{2,3} ?\d{3,4} ?\d{4})(?![\w-])/g,
    value: (m) => m[0].replace(/\D/g, ""),
  },
  {
    type: "time",
    at: /(?<![\w:.,$-])([01]?\d|2[0-3])([:.])([0-5]\d)(?![\w:]|\.\d)/g,
    value: (m, text) => (isTime(m, text) ? `${m[1]!.padStart(2, "0")}:${m[3]}` : undefined),
  },
  {
    type: "agent",
    at: /(?<!\p{L})(?:Ag\.|AG\.|Agte\.|Agentes?|AGENTE|[Ee]lemento|ELEMENTO)\s{1,2}(\d{1,4})(?![\w.,:/-]\d)(?!\w)/gu,
    value: (m) => m[1],
  },
];

/** Entities that their form tells, in the order of the rules: an earlier one takes its place before a later one. */
export function byPattern(text: string, c: PatternContext): Found[] {
  const out: Found[] = [];
  for (const rule of RULES) {
    rule.at.lastIndex = 0;
    for (let m = rule.at.exec(text); m; m = rule.at.exec(text)) {
      const value = rule.value(m, text, c);
      if (value !== undefined) out.push({ type: rule.type, span: [m.index, m.index + m[0].length], value });
    }
  }
  return out;
}
