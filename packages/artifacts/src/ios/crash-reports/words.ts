import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Informes de fallos", en: "Crash reports" },
  shows: {
    es: "Programas que fallaron o gastaron de más, con su carpeta y su hora. Algunos informes listan además todos los programas abiertos en ese momento.",
    en: "Programs that crashed or used too much, with their folder and time. Some reports also list all programs that ran at that moment.",
  },
  hides: {
    es: "Lo que no falló. El iPhone borra los informes viejos. De un fallo no se sabe la causa: casi siempre es un error común. No guardamos archivos cargados que son parte del sistema.",
    en: "What did not crash. The iPhone deletes old reports. A crash does not tell its cause: nearly always it is a common error. Loaded files that are part of the system are not kept.",
  },
};

const f = {
  type: { es: "Tipo de informe", en: "Type of report" },
  name: { es: "Programa", en: "Program" },
  path: { es: "Ruta del programa", en: "Path of the program" },
  pid: { es: "Número del proceso", en: "Number of the process" },
  uid: { es: "Número de usuario", en: "Number of the user" },
  app: { es: "Identificador de la app", en: "App identifier" },
  parent: { es: "Programa que lo abrió", en: "Program that started it" },
  launched: { es: "Abierto el", en: "Started at" },
  exception: { es: "Clase de fallo", en: "Kind of crash" },
  reason: { es: "Motivo anotado", en: "Reason noted" },
  os: { es: "Versión del sistema", en: "Version of the system" },
  incident: { es: "Identificador del informe", en: "Identifier of the report" },
  processes: { es: "Programas que lista", en: "Programs that it lists" },
  images: { es: "Archivos cargados", en: "Loaded files" },
  image: { es: "Ruta del archivo cargado", en: "Path of the loaded file" },
  program: { es: "Cargado en", en: "Loaded in" },
  uuid: { es: "Identificador del archivo (Mach-O)", en: "Identifier of the file (Mach-O)" },
  file: { es: "Nombre del informe", en: "Name of the report" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  report: {
    type: { words: f.type },
    name: { words: f.name },
    path: { words: f.path },
    pid: { words: f.pid },
    app: { words: f.app },
    parent: { words: f.parent },
    launched: { words: f.launched },
    exception: { words: f.exception },
    reason: { words: f.reason },
    os: { words: f.os },
    incident: { words: f.incident },
    processes: { words: f.processes },
    images: { words: f.images },
  },
  process: {
    type: { words: f.type },
    name: { words: f.name },
    path: { words: f.path },
    pid: { words: f.pid },
    uid: { words: f.uid },
    reason: { words: f.reason },
  },
  image: { path: { words: f.image }, uuid: { words: f.uuid }, program: { words: f.program } },
  listed: { name: { words: f.name }, file: { words: f.file } },
};
