import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lo que dijo TinyCheck o SpyGuard", en: "What TinyCheck or SpyGuard said" },
  shows: {
    es: "Los avisos que dio esa caja sobre la captura, con su nivel y con sus palabras.",
    en: "The alerts that the box gave about the capture, with their level and in its words.",
  },
  hides: {
    es: "Por qué los dio: eso está en la captura misma. No comprobamos nada de esto.",
    en: "Why it gave them: that is in the capture itself. Nothing of this was checked by us.",
  },
};

export const fields: ArtifactFields = {
  alert: {
    level: { words: { es: "Nivel, según la caja", en: "Level, as the box says" } },
    id: { words: { es: "Código del aviso", en: "Code of the alert" } },
    host: { words: { es: "Sitio o servidor", en: "Site or server" } },
    title: { words: { es: "Aviso", en: "Alert" } },
    description: { words: { es: "Lo que explica", en: "What it explains" } },
  },
};
