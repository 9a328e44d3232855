import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Muestra de lo que corría (spindump)", en: "Sample of what ran (spindump)" },
  shows: {
    es: "Los programas abiertos al hacer el diagnóstico, con su carpeta, quién los abrió, desde cuándo, y de qué archivos estaban hechos.",
    en: "The programs that ran when the diagnosis was made, with their folder, who started them, since when, and of which files they were made.",
  },
  hides: {
    es: "Lo que no estaba abierto en esos segundos. En algunos iPhone la muestra viene vacía.",
    en: "What did not run in those seconds. On some iPhones the sample comes empty.",
  },
};

const f = {
  path: { es: "Ruta del programa", en: "Path of the program" },
  name: { es: "Nombre del programa", en: "Name of the program" },
  pid: { es: "Número del proceso", en: "Number of the process" },
  parent: { es: "Programa que lo abrió", en: "Program that started it" },
  ppid: { es: "Número de quien lo abrió", en: "Number of the process that started it" },
  uid: { es: "Número de usuario", en: "Number of the user" },
  uuid: { es: "Identificador del programa (Mach-O)", en: "Identifier of the program (Mach-O)" },
  started: { es: "Abierto desde", en: "Running since" },
  image: { es: "Ruta del archivo cargado", en: "Path of the loaded file" },
  program: { es: "Programa en el que se vio primero", en: "Program in which it was seen first" },
  programs: { es: "Programas que lo tenían cargado", en: "Programs that had it loaded" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  process: {
    path: { words: f.path },
    name: { words: f.name },
    pid: { words: f.pid },
    parent: { words: f.parent },
    ppid: { words: f.ppid },
    uid: { words: f.uid },
    uuid: { words: f.uuid },
    started: { words: f.started },
  },
  image: {
    path: { words: f.image },
    uuid: { words: f.uuid },
    program: { words: f.program },
    programs: { words: f.programs },
  },
};
