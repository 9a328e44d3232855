import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "VPN", en: "VPN" },
  shows: {
    es: "La app por la que pasaba toda la conexión del teléfono, y la que debe estar siempre activa.",
    en: "The app through which all of the phone's traffic went, and the one that is to be always on.",
  },
  hides: {
    es: "Lo que pasó por ella, y las que se usaron antes.",
    en: "What passed through it, and those used before.",
  },
};

export const fields: ArtifactFields = {
  vpn: {
    app: { words: { es: "App", en: "App" } },
    always: { words: { es: "Siempre activa", en: "Always on" } },
    active: { words: { es: "Activa al hacer el informe", en: "Active when the report was made" } },
  },
  change: {
    app: { words: { es: "App", en: "App" } },
    always: { words: { es: "Siempre activa", en: "Always on" } },
    lockdown: { words: { es: "Sin ella no hay conexión", en: "No connection without it" } },
    by: { words: { es: "Número de quien lo cambió", en: "Number of who changed it" } },
  },
};
