import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Mediciones del llavero", en: "Measurements of the keychain" },
  shows: {
    es: "Programas y sitios con los que fallaron certificados o claves, y desde cuándo el teléfono tiene cada versión de iOS.",
    en: "Programs and sites with which certificates or keys failed, and since when the phone has had each version of iOS.",
  },
  hides: {
    es: "Lo que funcionó bien y las claves mismas. Se borra con el tiempo.",
    en: "What worked well, and the keys themselves. It is removed with time.",
  },
};

const f = {
  table: { es: "Tabla", en: "Table" },
  type: { es: "Qué se midió", en: "What was measured" },
  process: { es: "Programa", en: "Program" },
  build: { es: "Versión de iOS (compilación)", en: "Version of iOS (build)" },
  error: { es: "Clase de error", en: "Kind of error" },
  code: { es: "Número del error", en: "Number of the error" },
  product: { es: "Sistema", en: "System" },
  last: { es: "Última vez", en: "Last time" },
  events: { es: "Mediciones", en: "Measurements" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  event: {
    table: { words: f.table },
    type: { words: f.type },
    process: { words: f.process },
    build: { words: f.build },
    error: { words: f.error },
    code: { words: f.code },
  },
  build: {
    build: { words: f.build },
    product: { words: f.product },
    last: { words: f.last },
    events: { words: f.events },
  },
};
