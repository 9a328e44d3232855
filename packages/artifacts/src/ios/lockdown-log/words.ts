import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Diario de conexiones con computadoras", en: "Log of connections with computers" },
  shows: {
    es: "Computadoras con las que el iPhone se vinculó o que lo intentaron, y qué le pidieron por el cable o la red: por ejemplo un respaldo.",
    en: "Computers that the iPhone was paired with or that tried, and what they asked of it by cable or network: a backup, for example.",
  },
  hides: {
    es: "Lo anterior al diario. El nombre del programa lo pone la computadora, así que no prueba quién fue. Sus horas no dicen de qué zona son.",
    en: "What is older than the log. The name of the program is given by the computer, so it does not prove who it was. Its times do not tell their zone.",
  },
};

const f = {
  what: { es: "Qué pasó", en: "What happened" },
  host: { es: "Identificador de la computadora", en: "Identifier of the computer" },
  client: { es: "Programa de la computadora", en: "Program of the computer" },
  why: { es: "Motivo", en: "Reason" },
  service: { es: "Servicio que abrió", en: "Service that it started" },
  asked: { es: "Datos que pidió", en: "Values that it asked for" },
  first: { es: "Primera vez", en: "First time" },
  build: { es: "Versión del sistema (compilación)", en: "Version of the system (build)" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  pairing: { what: { words: f.what }, host: { words: f.host }, client: { words: f.client }, why: { words: f.why } },
  service: { client: { words: f.client }, service: { words: f.service } },
  client: { client: { words: f.client }, asked: { words: f.asked }, first: { words: f.first } },
  start: { build: { words: f.build } },
};
