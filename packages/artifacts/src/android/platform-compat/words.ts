import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Apps con ajustes del sistema", en: "Apps with settings of the system" },
  shows: {
    es: "Apps para las que el sistema cambió su forma de trabajar. Algunas ya no están instaladas.",
    en: "Apps for which the system changed how it works. Some are not installed any more.",
  },
  hides: {
    es: "Cuándo estuvo la app y cuándo se quitó. Algunas listas vienen de fábrica y nombran apps que nunca estuvieron.",
    en: "When the app was there and when it was removed. Some lists come from the maker and name apps that never were there.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  gone: { es: "Parece que ya no está", en: "Seems to be gone" },
  changes: { es: "Cambios", en: "Changes" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  override: { app: { words: f.app }, gone: { words: f.gone }, changes: { words: f.changes } },
};
