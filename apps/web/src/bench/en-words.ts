/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "The records",
  place: "Place",
  pick: (name: string, n: string): string => `${name} (${n})`,
  when: "Date",
  what: "What it says",
  where: "Exact place",
  loading: "Reading…",
  none: "There are no records in this place.",
  shown: (from: string, to: string, of: string): string => `Records ${from} to ${to} of ${of}`,
  before: "Earlier",
  after: "Later",
};
