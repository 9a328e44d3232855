import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lo que dijo Rayhunter", en: "What Rayhunter said" },
  shows: {
    es: "Los avisos que Rayhunter dio de una grabación, con su hora y con sus palabras.",
    en: "The events that Rayhunter gave of a recording, with their time and in its words.",
  },
  hides: {
    es: "Por qué los dio: eso está en la grabación misma. No comprobamos nada de esto.",
    en: "Why it gave them: that is in the recording itself. Nothing of this was checked by us.",
  },
};

export const fields: ArtifactFields = {
  event: {
    analyzer: { words: { es: "Prueba de Rayhunter", en: "Test of Rayhunter" } },
    version: { words: { es: "Versión de la prueba", en: "Version of the test" } },
    level: { words: { es: "Nivel, según Rayhunter", en: "Level, as Rayhunter says" } },
    message: { words: { es: "Aviso", en: "Event" } },
  },
  report: {
    version: { words: { es: "Versión del informe", en: "Version of the report" } },
    tool: { words: { es: "Versión de Rayhunter", en: "Version of Rayhunter" } },
    analyzers: { words: { es: "Pruebas que hizo", en: "Tests that it made" } },
    lines: { words: { es: "Líneas", en: "Lines" } },
    skipped: { words: { es: "Lo que no leyó, y cuántas veces", en: "What it did not read, and how often" } },
  },
};
