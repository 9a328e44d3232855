/** Values of incidents in words. @module */
import { type Lang, say } from "@contraluz/core";
import type { IncidentPlace } from "./types.ts";
import { PAGE_WORDS as W } from "./words.ts";

/** `500 m`, `2 km`, `150 km`: the same in both languages. */
export function distanceWords(metres: number, _lang: Lang): string {
  if (metres < 1000) return `${Math.round(metres)} m`;
  const km = metres / 1000;
  return `${km < 10 ? Math.round(km * 10) / 10 : Math.round(km)} km`;
}

/** `15.1400, −92.4600 (a menos de 500 m)`; empty where there is no point. */
export function pointWords(p: IncidentPlace, lang: Lang): string {
  if (p.lat === undefined || p.lon === undefined) return "";
  // No more digits than the place is known by: a hundredth of a degree is 1 km.
  const digits = p.within === undefined ? 4 : p.within >= 5000 ? 1 : p.within >= 500 ? 2 : p.within >= 50 ? 3 : 4;
  const at = `${p.lat.toFixed(digits)}, ${p.lon.toFixed(digits)}`;
  const how =
    p.within === undefined ? say(W.exact, lang) : say(W.within, lang, { distance: distanceWords(p.within, lang) });
  return `${at} (${how})`;
}
