/** Words of dates. @module */
import type { Lang } from "@contraluz/core";

export const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  es: [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

export const NO_ZONE: Readonly<Record<Lang, string>> = {
  es: "hora del aparato, zona no conocida",
  en: "time of the device, zone not known",
};
/** Behind an instant of a log that names no zone. */
export const ASSUMED: Readonly<Record<Lang, (zone: string) => string>> = {
  es: (zone) => `zona supuesta: ${zone}`,
  en: (zone) => `zone assumed: ${zone}`,
};
export const AFTER_BOOT: Readonly<Record<Lang, string>> = { es: "s después de un arranque", en: "s after a start" };
export const NO_DATE: Readonly<Record<Lang, string>> = { es: "sin fecha", en: "no date" };
/** One day, several. */
export const DAYS: Readonly<Record<Lang, readonly [string, string]>> = { es: ["día", "días"], en: ["day", "days"] };
