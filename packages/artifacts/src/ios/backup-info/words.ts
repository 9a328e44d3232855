import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Datos del respaldo y apps instaladas", en: "Backup facts and installed apps" },
  shows: {
    es: "Qué iPhone es, su versión, cuándo se hizo el respaldo y qué apps tenía.",
    en: "Which iPhone it is, its version, when the backup was made and which apps it had.",
  },
  hides: {
    es: "De dónde vino cada app, y apps que se borraron antes del respaldo.",
    en: "Where each app came from, and apps that were removed before the backup.",
  },
};

const f = {
  model: { es: "Modelo", en: "Model" },
  version: { es: "Versión de iOS", en: "iOS version" },
  build: { es: "Compilación de iOS", en: "iOS build" },
  tool: { es: "Programa que hizo el respaldo", en: "Program that made the backup" },
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  backup: {
    model: { words: f.model },
    version: { words: f.version },
    build: { words: f.build },
    tool: { words: f.tool },
  },
  app: { app: { words: f.app } },
};
