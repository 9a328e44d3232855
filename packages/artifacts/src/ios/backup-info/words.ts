import type { Words } from "@contraluz/core";

export const name: Words = { es: "Datos del respaldo y apps instaladas", en: "Backup facts and installed apps" };
export const shows: Words = {
  es: "Qué iPhone es, su versión, cuándo se hizo el respaldo y qué apps tenía.",
  en: "Which iPhone it is, its version, when the backup was made and which apps it had.",
};
export const hides: Words = {
  es: "De dónde vino cada app, y apps que se borraron antes del respaldo.",
  en: "Where each app came from, and apps that were removed before the backup.",
};
export const fields = {
  model: { es: "Modelo", en: "Model" },
  version: { es: "Versión de iOS", en: "iOS version" },
  build: { es: "Compilación de iOS", en: "iOS build" },
  tool: { es: "Programa que hizo el respaldo", en: "Program that made the backup" },
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
} satisfies Record<string, Words>;
