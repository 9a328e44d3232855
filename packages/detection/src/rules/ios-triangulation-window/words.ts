import type { Lang, Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Huellas de la Operación Triangulación en pocos minutos",
    en: "Traces of Operation Triangulation within a few minutes",
  },
  title: {
    es: (p) => `Varios cambios raros juntos, el ${p.when_es}`,
    en: (p) => `Several unusual changes together, on ${p.when_en}`,
  },
  why: {
    es: (p) =>
      `En cinco minutos hubo ${p.things} cambios de ${p.classes} clases: ${p.what_es}. La Operación Triangulación (2019 a 2023) dejó este patrón en otros teléfonos.`,
    en: (p) =>
      `Within five minutes there were ${p.things} changes of ${p.classes} kinds: ${p.what_en}. Operation Triangulation (2019 to 2023) left this pattern on other phones.`,
  },
  otherwise: {
    es: "Borrar un mensaje con adjunto cambia la misma carpeta. Una actualización de iOS o un respaldo restaurado también pueden parecerse.",
    en: "To delete a message with an attachment changes the same folder. An update of iOS or a restored backup can look alike too.",
  },
  next: {
    es: "Guarda esta copia. Anota si ese día restauraste o actualizaste el teléfono. Si no, muéstrala a una línea de ayuda.",
    en: "Keep this copy. Write down whether you restored or updated the phone that day. If not, show it to a helpline.",
  },
} satisfies Record<string, Words>;

export const CLASSES: Readonly<
  Record<"attachments" | "files" | "network" | "location", { readonly es: string; readonly en: string }>
> = {
  attachments: {
    es: "una carpeta de adjuntos sin un archivo nuevo dentro",
    en: "an attachment folder without a new file in it",
  },
  files: { es: "archivos de preferencias que ese programa tocaba", en: "preference files that this program touched" },
  network: {
    es: "uso de red de programas del sistema que casi no la usan",
    en: "network use of system programs that rarely use it",
  },
  location: {
    es: "partes del servicio de ubicación que se detuvieron",
    en: "parts of the location service that stopped",
  },
};

export const NOT_AFTER_16: Words = {
  es: "La Operación Triangulación usó fallas que iOS 16.6 corrigió. Con iOS 17 o posterior esta regla no se ha probado.",
  en: "Operation Triangulation used flaws that iOS 16.6 fixed. With iOS 17 or later this rule has not been tried.",
};

const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  es: "ene feb mar abr may jun jul ago sep oct nov dic".split(" "),
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
};

/** `22 jun 2022, 17:06 UTC` of `2022-06-22T17:06:21Z`. */
export function whenWords(iso: string, lang: Lang): string {
  const month = MONTHS[lang][Number(iso.slice(5, 7)) - 1]!;
  return `${Number(iso.slice(8, 10))} ${month} ${iso.slice(0, 4)}, ${iso.slice(11, 16)} UTC`;
}
