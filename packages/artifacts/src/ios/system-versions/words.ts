import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Versiones de iOS que tuvo el teléfono", en: "Versions of iOS that the phone has had" },
  shows: {
    es: "Qué versión de iOS tenía el teléfono en cada fecha.",
    en: "Which version of iOS the phone had at each date.",
  },
  hides: {
    es: "Lo anterior al archivo más viejo que queda, y el día exacto de cada actualización.",
    en: "What is older than the oldest file that is left, and the exact day of each update.",
  },
};

const f = {
  system: { es: "Sistema", en: "System" },
  version: { es: "Versión", en: "Version" },
  build: { es: "Compilación", en: "Build" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  version: { system: { words: f.system }, version: { words: f.version }, build: { words: f.build } },
};
