import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Programas abiertos", en: "Running programs" },
  shows: {
    es: "Los programas que estaban abiertos al hacer el diagnóstico: desde qué carpeta, con qué usuario y quién los abrió.",
    en: "The programs that ran when the diagnosis was made: from which folder, as which user, and who started them.",
  },
  hides: {
    es: "Lo que se abrió y cerró antes o después, y un programa que sepa esconderse de esta lista.",
    en: "What ran before or after, and a program that knows how to hide from this list.",
  },
};

const f = {
  source: { es: "Lista", en: "List" },
  path: { es: "Ruta del programa", en: "Path of the program" },
  args: { es: "Argumentos", en: "Arguments" },
  pid: { es: "Número del proceso", en: "Number of the process" },
  ppid: { es: "Número de quien lo abrió", en: "Number of the process that started it" },
  user: { es: "Usuario", en: "User" },
  uid: { es: "Número de usuario", en: "Number of the user" },
  started: { es: "Inicio, como lo escribe la lista", en: "Start, as the list writes it" },
  cpu: { es: "Tiempo de procesador", en: "Processor time" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  process: {
    source: { words: f.source },
    path: { words: f.path },
    args: { words: f.args },
    pid: { words: f.pid },
    ppid: { words: f.ppid },
    user: { words: f.user },
    uid: { words: f.uid },
    started: { words: f.started },
    cpu: { words: f.cpu },
  },
};
