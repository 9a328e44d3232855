import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Huellas de la Operación Triangulación en pocos minutos",
    en: "Traces of Operation Triangulation within a few minutes",
  },
  title: {
    es: (p) => `Varios cambios raros juntos, el ${p.when}`,
    en: (p) => `Several unusual changes together, on ${p.when}`,
  },
  why: {
    es: (p) =>
      `En menos de cinco minutos hubo ${p.events} cambios de ${p.classes} clases distintas: ${p.what_es}. La Operación Triangulación (2019 a 2023) dejó este patrón en otros teléfonos.`,
    en: (p) =>
      `Within five minutes there were ${p.events} changes of ${p.classes} different kinds: ${p.what_en}. Operation Triangulation (2019 to 2023) left this pattern on other phones.`,
  },
  otherwise: {
    es: "Después de restaurar un respaldo, muchos archivos comparten la misma hora. Una actualización de iOS también puede parecerse.",
    en: "After restoring a backup many files share one time. An update of iOS can look alike too.",
  },
  next: {
    es: "Guarda este respaldo. Anota si ese día restauraste o actualizaste el teléfono. Si no, muéstralo a una línea de ayuda.",
    en: "Keep this backup. Write down whether you restored or updated the phone that day. If not, show it to a helpline.",
  },
} satisfies Record<string, Words>;

export const CLASSES: Readonly<
  Record<"attachments" | "files" | "network", { readonly es: string; readonly en: string }>
> = {
  attachments: { es: "una carpeta de adjuntos que quedó vacía", en: "an attachment folder left empty" },
  files: { es: "archivos de preferencias que ese programa tocaba", en: "preference files that this program touched" },
  network: {
    es: "uso de red de programas del sistema que casi no la usan",
    en: "network use of system programs that rarely use it",
  },
};

export const NOT_AFTER_16: Words = {
  es: "La Operación Triangulación usó fallas corregidas en iOS 16.6. Un respaldo de iOS 17 o posterior puede conservar huellas viejas, pero las fechas de sus archivos ya cambiaron.",
  en: "Operation Triangulation used flaws that iOS 16.6 fixed. A backup of iOS 17 or later may keep old traces, but the dates of its files have changed.",
};
