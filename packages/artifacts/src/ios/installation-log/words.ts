import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Diario de instalaciones", en: "Log of installations" },
  shows: {
    es: "Apps que se instalaron, actualizaron o quitaron, quién lo pidió y cuándo. También las que ya no están.",
    en: "Apps that were installed, updated or removed, who asked for it and when. Also those that are gone.",
  },
  hides: {
    es: "Lo anterior al diario: guarda semanas o meses. Las horas son del reloj del iPhone, y el diario no dice su zona.",
    en: "What is older than the log: it keeps weeks or months. Times are of the iPhone's clock, and the log does not tell its zone.",
  },
};

const f = {
  action: { es: "Qué pasó", en: "What happened" },
  app: { es: "Identificador de la app", en: "App identifier" },
  type: { es: "Clase de instalación", en: "Kind of installation" },
  by: { es: "Quién lo pidió", en: "Who asked for it" },
  version: { es: "Versión", en: "Version" },
  path: { es: "Carpeta", en: "Folder" },
  times: { es: "Veces", en: "Times" },
  last: { es: "Última vez", en: "Last time" },
  name: { es: "Archivo del diario", en: "File of the log" },
  entries: { es: "Anotaciones en este diario", en: "Entries in this log" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  event: {
    action: { words: f.action },
    app: { words: f.app },
    type: { words: f.type },
    by: { words: f.by },
    version: { words: f.version },
    path: { words: f.path },
  },
  folder: { app: { words: f.app }, path: { words: f.path }, times: { words: f.times }, last: { words: f.last } },
  log: { name: { words: f.name }, entries: { words: f.entries } },
};
