/** Lengths of time and sizes in words of rules about networks. @module */
import { plural } from "@contraluz/core";

type Lang = "es" | "en";

const UNITS = {
  es: [
    ["un segundo", "segundos"],
    ["un minuto", "minutos"],
    ["una hora", "horas"],
  ],
  en: [
    ["one second", "seconds"],
    ["one minute", "minutes"],
    ["one hour", "hours"],
  ],
} as const;

/** `5 minutos`, `3 hours`. */
export function span(seconds: number, lang: Lang): string {
  const at = seconds < 120 ? 0 : seconds < 7200 ? 1 : 2;
  const n = Math.max(1, Math.round(seconds / [1, 60, 3600][at]!));
  const [one, many] = UNITS[lang][at]!;
  return plural(n, one, `${n} ${many}`);
}

/** `2.6 MB`, `340 kB`; with the point of the country alike in both languages (Mexico writes it so). */
export function bytes(n: number): string {
  if (n >= 1e9) return `${(n / 1e9).toFixed(1)} GB`;
  if (n >= 1e6) return `${(n / 1e6).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(n / 1000))} kB`;
}
