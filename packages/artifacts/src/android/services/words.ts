import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Apps que trabajaban de fondo", en: "Apps at work in the background" },
  shows: {
    es: "Las partes de apps que trabajaban sin estar en pantalla, y desde cuándo.",
    en: "The parts of apps that worked without being on screen, and since when.",
  },
  hides: { es: "Qué hacían, y las que trabajaron antes.", en: "What they did, and those that worked before." },
};

export const fields: ArtifactFields = {
  service: {
    app: { words: { es: "App", en: "App" } },
    component: { words: { es: "Parte de la app", en: "Part of the app" } },
    user: { words: { es: "Número del usuario del teléfono", en: "Number of the phone's user" } },
    process: { words: { es: "Proceso", en: "Process" } },
    pid: { words: { es: "Número del proceso", en: "Number of the process" } },
    since: { words: { es: "Desde", en: "Since" } },
    foreground: { words: { es: "Con un aviso visible", en: "With a visible notice" } },
  },
};
