import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Estado de los respaldos", en: "State of the backups" },
  shows: {
    es: "El último respaldo y sus errores, si el iPhone se llenó desde un respaldo y cuándo, y apps que se respaldan a iCloud.",
    en: "The last backup and its errors, whether the iPhone was filled from a backup and when, and apps that are backed up to iCloud.",
  },
  hides: { es: "Respaldos hechos con una computadora.", en: "Backups that a computer made." },
};

const f = {
  state: { es: "Estado (número)", en: "State (number)" },
  cloud: { es: "En iCloud", en: "To iCloud" },
  code: { es: "Número de error", en: "Number of the error" },
  domain: { es: "Clase de error", en: "Kind of error" },
  from: { es: "Versión del respaldo", en: "Version of the backup" },
  to: { es: "Versión del iPhone", en: "Version of the iPhone" },
  since: { es: "Respaldo en iCloud desde", en: "Backup to iCloud since" },
  app: { es: "Identificador de la app", en: "App identifier" },
  bytes: { es: "Tamaño previsto", en: "Expected size" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  backup: { backup_state: { words: f.state }, cloud: { words: f.cloud }, since: { words: f.since } },
  error: { code: { words: f.code }, domain: { words: f.domain }, cloud: { words: f.cloud } },
  restore: { cloud: { words: f.cloud }, from: { words: f.from }, to: { words: f.to } },
  app: { app: { words: f.app }, bytes: { words: f.bytes, unit: "B" } },
};
