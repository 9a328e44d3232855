import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Apps principales", en: "Main apps" },
  shows: {
    es: "Qué app maneja los SMS, las llamadas, el navegador y la pantalla de inicio.",
    en: "Which app handles SMS, calls, the browser and the home screen.",
  },
  hides: { es: "Las que había antes.", en: "Those that were there before." },
};

const f = {
  role: { es: "Función", en: "Role" },
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  user: { es: "Usuario del teléfono", en: "User of the phone" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  role: { role: { words: f.role }, app: { words: f.app }, user: { words: f.user } },
};
