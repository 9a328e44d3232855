import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Cambios de apps por día", en: "Changes of apps by day" },
  shows: {
    es: "Qué apps se actualizaron, se borraron o volvieron a una versión anterior en los últimos diez días de uso.",
    en: "Which apps were updated, removed or set back to an older version in the last ten days of use.",
  },
  hides: {
    es: "La hora exacta, y quién lo hizo. Una primera instalación se ve igual que una actualización.",
    en: "The exact time, and who did it. A first installation looks the same as an update.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  version: { es: "Número de versión", en: "Number of the version" },
  type: { es: "Qué pasó", en: "What happened" },
  before: { es: "Versión que había antes", en: "Version that was there before" },
  from: { es: "Desde", en: "From" },
  to: { es: "Hasta", en: "Until" },
  times: { es: "Cuántas veces", en: "How many times" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  change: {
    app: { words: f.app },
    version: { words: f.version },
    type: { words: f.type },
    before: { words: f.before },
    from: { words: f.from },
    to: { words: f.to },
    times: { words: f.times },
  },
};
