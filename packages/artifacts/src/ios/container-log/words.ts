import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Diario de carpetas de apps", en: "Log of the folders of apps" },
  shows: {
    es: "Cada vez que el iPhone arrancó, y cuándo se hicieron o borraron carpetas de apps. Con eso se ve si faltan apagados en el diario de apagados.",
    en: "Each time the iPhone started, and when folders of apps were made or deleted. It shows whether shutdowns are missing in the log of shutdowns.",
  },
  hides: {
    es: "Lo anterior al diario. Desde iOS 18 este diario ya no existe. Sus horas no dicen de qué zona son.",
    en: "What is older than the log. From iOS 18 on there is no such log. Its times do not tell their zone.",
  },
};

const f = {
  action: { es: "Qué pasó", en: "What happened" },
  app: { es: "Identificador de la app", en: "App identifier" },
  path: { es: "Carpeta", en: "Folder" },
  name: { es: "Archivo del diario", en: "File of the log" },
  entries: { es: "Anotaciones en este diario", en: "Entries in this log" },
  boots: { es: "Arranques en este diario", en: "Starts in this log" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  boot: {},
  container: { action: { words: f.action }, app: { words: f.app }, path: { words: f.path } },
  log: { name: { words: f.name }, entries: { words: f.entries }, boots: { words: f.boots } },
};
