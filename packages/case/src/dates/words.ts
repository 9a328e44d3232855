/** Words in which people tell dates, and in which we say them back. es is the source. @module */
import { type Lang, say, type Words } from "@contraluz/core";
import { isoWords } from "@contraluz/report/when.ts";
import { MONTHS as NAMES } from "@contraluz/report/when-words.ts";
import type { DateFault } from "./parse.ts";
import type { SpokenDate, SpokenTime } from "./types.ts";

/** Without marks: what is typed is folded first. */
export const MONTHS: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  ...Object.fromEntries(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
      .split(" ")
      .flatMap((name, i) => [
        [name, i + 1],
        [name.slice(0, 3), i + 1],
      ]),
  ),
  ...Object.fromEntries(
    "january february march april may june july august september october november december"
      .split(" ")
      .flatMap((name, i) => [
        [name, i + 1],
        [name.slice(0, 3), i + 1],
      ]),
  ),
  setiembre: 9,
  sept: 9,
});

/** First and last hour of what people call a part of the day. */
export const PARTS_OF_DAY: Readonly<Record<string, readonly [number, number]>> = Object.assign(Object.create(null), {
  madrugada: [0, 5],
  manana: [6, 11],
  mediodia: [12, 13],
  tarde: [12, 18],
  noche: [19, 23],
  morning: [6, 11],
  noon: [12, 13],
  afternoon: [12, 18],
  evening: [18, 22],
  night: [19, 23],
});

export const TODAY: ReadonlySet<string> = new Set(["hoy", "today"]);
export const YESTERDAY: ReadonlySet<string> = new Set(["ayer", "yesterday"]);

type Found = { readonly found: string };

export const DATE_FAULTS: Readonly<Record<DateFault, Words<Found>>> = {
  empty: { es: "Falta la fecha.", en: "The date is missing." },
  "not-a-date": {
    es: ({ found }) => `«${found}» no se entiende como fecha. Por ejemplo: 20/11/2026 14:30, o noviembre de 2026.`,
    en: ({ found }) => `“${found}” is not understood as a date. For example: 20/11/2026 14:30, or November 2026.`,
  },
  "no-such-day": {
    es: ({ found }) => `Ese día no existe: «${found}».`,
    en: ({ found }) => `There is no such day: “${found}”.`,
  },
  "which-month": {
    es: ({ found }) => `En «${found}» el mes no puede ser el segundo número. Escribe primero el día.`,
    en: ({ found }) => `In “${found}” the second number cannot be the month. Write the day first.`,
  },
  "no-year": { es: ({ found }) => `Falta el año: «${found}».`, en: ({ found }) => `The year is missing: “${found}”.` },
  order: {
    es: ({ found }) => `El final viene antes que el principio: «${found}».`,
    en: ({ found }) => `The end comes before the beginning: “${found}”.`,
  },
  zone: {
    es: ({ found }) => `No conocemos la zona horaria: «${found}». Por ejemplo: America/Mexico_City.`,
    en: ({ found }) => `We do not know the time zone: “${found}”. For example: America/Mexico_City.`,
  },
};

const D = {
  month: {
    es: (p: { month: string; year: string }) => `${p.month} de ${p.year}`,
    en: (p: { month: string; year: string }) => `${p.month} ${p.year}`,
  },
  around: {
    es: (p: { day: string; hour: number }) => `${p.day}, hacia las ${p.hour} h`,
    en: (p: { day: string; hour: number }) => `${p.day}, around ${p.hour}:00`,
  },
  at: {
    es: (p: { day: string; time: string }) => `${p.day}, ${p.time}`,
    en: (p: { day: string; time: string }) => `${p.day}, ${p.time}`,
  },
  between: {
    es: (p: { day: string; from: number; to: number }) => `${p.day}, entre las ${p.from} y las ${p.to} h`,
    en: (p: { day: string; from: number; to: number }) => `${p.day}, between ${p.from}:00 and ${p.to}:00`,
  },
  span: {
    es: (p: { from: string; to: string }) => `${p.from} a ${p.to}`,
    en: (p: { from: string; to: string }) => `${p.from} to ${p.to}`,
  },
} as const;

export function spokenDateWords(d: SpokenDate, lang: Lang): string {
  const [year, month] = d.wall.split("-");
  if (d.precision === "year") return d.wall;
  if (d.precision === "month") return say(D.month, lang, { month: NAMES[lang][Number(month) - 1] ?? "", year: year! });
  const day = isoWords(d.wall.slice(0, 10), lang, true);
  if (d.precision === "hour") return say(D.around, lang, { day, hour: Number(d.wall.slice(11, 13)) });
  if (d.precision === "min") return say(D.at, lang, { day, time: d.wall.slice(11, 16) });
  return day;
}

/** `20 nov 2026, hacia las 15 h`, `20 nov 2026, 14:30 a 16:00`. */
export function spokenWords(t: SpokenTime, lang: Lang): string {
  const from = spokenDateWords(t.from, lang);
  if (!t.to) return from;
  if (t.from.precision === "hour" && t.to.precision === "hour" && t.from.wall.slice(0, 10) === t.to.wall.slice(0, 10)) {
    const hour = (d: SpokenDate): number => Number(d.wall.slice(11, 13));
    return say(D.between, lang, {
      day: isoWords(t.from.wall.slice(0, 10), lang, true),
      from: hour(t.from),
      to: hour(t.to),
    });
  }
  const same = t.to.wall.slice(0, 10) === t.from.wall.slice(0, 10) && t.to.wall.length > 10;
  const to = same ? `${t.to.wall.slice(11, 13)}:${t.to.wall.slice(14, 16) || "00"}` : spokenDateWords(t.to, lang);
  return say(D.span, lang, { from, to });
}
