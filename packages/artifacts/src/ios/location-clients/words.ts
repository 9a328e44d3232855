import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Quién usó tu ubicación", en: "Who used your location" },
  shows: {
    es: "Qué apps y partes del sistema pidieron la ubicación, y cuándo lo hicieron por última vez.",
    en: "Which apps and parts of the system asked for the location, and when they last did.",
  },
  hides: {
    es: "Dónde estuvo el teléfono, y todas las veces anteriores a la última.",
    en: "Where the phone was, and every time before the last one.",
  },
};

const f = {
  client: { es: "App o programa", en: "App or program" },
  key: { es: "Nombre como está guardado", en: "Name as it is stored" },
  bundle: { es: "Otro nombre interno que dice tener", en: "Other internal name it claims" },
  path: { es: "Carpeta", en: "Folder" },
  executable: { es: "Programa", en: "Program" },
  authorization: { es: "Permiso (número de iOS)", en: "Permission (number of iOS)" },
  event: { es: "Qué pasó", en: "What happened" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  client: {
    client: { words: f.client },
    key: { words: f.key },
    bundle: { words: f.bundle },
    path: { words: f.path },
    executable: { words: f.executable },
    authorization: { words: f.authorization },
  },
  use: { client: { words: f.client }, event: { words: f.event } },
};
