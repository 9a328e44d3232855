/** What the commands of the ledger say. es is the source. @module */
import type { Words } from "@contraluz/core";

export const LW: {
  readonly noLedger: Words<{ path: string }>;
  readonly tooLarge: Words<{ path: string }>;
  readonly notADay: Words<{ day: string }>;
  readonly passed: Words;
  readonly wrote: Words<{ path: string; n: number }>;
  readonly badPages: Words<{ path: string; n: number }>;
  readonly more: Words<{ n: number }>;
} = {
  noLedger: {
    es: ({ path }) => `En «${path}» no hay «ledger.jsonl».`,
    en: ({ path }) => `There is no “ledger.jsonl” in “${path}”.`,
  },
  tooLarge: {
    es: ({ path }) => `«${path}» es demasiado grande.`,
    en: ({ path }) => `“${path}” is too large.`,
  },
  notADay: {
    es: ({ day }) => `«${day}» no es un día. Se escribe 2019-12-31.`,
    en: ({ day }) => `“${day}” is not a day. It is written 2019-12-31.`,
  },
  passed: { es: "Todo pasó las revisiones.", en: "Everything passed the checks." },
  wrote: {
    es: ({ path, n }) => `Se guardaron ${n} archivos en «${path}».`,
    en: ({ path, n }) => `${n} files were written to “${path}”.`,
  },
  badPages: {
    es: ({ path, n }) => `«${path}»: ${n} líneas no son páginas. Se dejaron.`,
    en: ({ path, n }) => `“${path}”: ${n} lines are no pages. They were left out.`,
  },
  more: { es: ({ n }) => `Y ${n} más.`, en: ({ n }) => `And ${n} more.` },
};
