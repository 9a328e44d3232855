import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Diario de apagados", en: "Log of shutdowns" },
  shows: {
    es: "Qué programas seguían abiertos cada vez que el iPhone se apagó, desde qué carpeta, y cuánto lo demoraron.",
    en: "Which programs still ran each time the iPhone was switched off, from which folder, and how long they held it up.",
  },
  hides: {
    es: "Programas que cerraron a tiempo, y meses sin apagar el iPhone. Desde iOS 26 puede guardar solo el último encendido: ahí un diario vacío no dice nada.",
    en: "Programs that closed in time, and months without switching the iPhone off. From iOS 26 on it may keep the last boot only: an empty log then says nothing.",
  },
};

const f = {
  shutdown: { es: "Número del apagado en este diario", en: "Number of the shutdown in this log" },
  notices: { es: "Avisos de demora", en: "Notices of delay" },
  longest: { es: "Demora más larga anotada", en: "Longest delay noted" },
  processes: { es: "Programas que demoraron", en: "Programs that held it up" },
  path: { es: "Ruta del programa", en: "Path of the program" },
  pid: { es: "Número del proceso", en: "Number of the process" },
  uuid: { es: "Identificador del programa (Mach-O)", en: "Identifier of the program (Mach-O)" },
  name: { es: "Archivo del diario", en: "File of the log" },
  shutdowns: { es: "Apagados en este diario", en: "Shutdowns in this log" },
  keeps: {
    es: "Qué guarda el diario en esta versión de iOS: todo, o el último encendido",
    en: "What the log keeps in this version of iOS: all, or the last boot",
  },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  shutdown: {
    shutdown: { words: f.shutdown },
    notices: { words: f.notices },
    longest: { words: f.longest, unit: "s" },
    processes: { words: f.processes },
  },
  client: {
    shutdown: { words: f.shutdown },
    path: { words: f.path },
    pid: { words: f.pid },
    notices: { words: f.notices },
    longest: { words: f.longest, unit: "s" },
    uuid: { words: f.uuid },
  },
  log: { name: { words: f.name }, shutdowns: { words: f.shutdowns }, keeps: { words: f.keeps } },
};
