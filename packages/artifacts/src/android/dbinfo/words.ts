import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Bases de datos en uso", en: "Databases in use" },
  shows: {
    es: "Las bases de datos que las apps tenían abiertas y cuándo las usaron por última vez.",
    en: "The databases that apps had open, and when they last used them.",
  },
  hides: {
    es: "Lo que usaron antes, y las apps que no estaban abiertas.",
    en: "What they used earlier, and apps that were not open.",
  },
};

export const fields: ArtifactFields = {
  operation: {
    app: { words: { es: "App", en: "App" } },
    path: { words: { es: "Base de datos", en: "Database" } },
    action: { words: { es: "Acción", en: "Action" } },
    pid: { words: { es: "Número del proceso", en: "Number of the process" } },
    sql: { words: { es: "Lo que se pidió", en: "What was asked" }, content: true },
  },
};
