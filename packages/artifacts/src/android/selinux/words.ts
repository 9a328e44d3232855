import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Reglas del sistema (SELinux)", en: "Rules of the system (SELinux)" },
  shows: {
    es: "Si el sistema hacía cumplir las reglas que separan a las apps entre sí.",
    en: "Whether the system enforced the rules that keep apps apart.",
  },
  hides: { es: "Quién apagó las reglas y cuándo.", en: "Who turned the rules off, and when." },
};

export const fields: ArtifactFields = { mode: { mode: { words: { es: "Modo", en: "Mode" } } } };
