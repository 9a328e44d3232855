/** What `hunt campaigns`, `hunt share` and `hunt compare` say. es is the source. @module */
import type { Words } from "@contraluz/core";

export const HSW = {
  linking: { es: "Comparando casos", en: "Comparing cases" },
} as const satisfies Record<string, Words<never>>;
