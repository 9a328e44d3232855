import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Programas que llenaron el registro", en: "Programs that filled the log" },
  shows: {
    es: "Los programas que más escribieron en cada archivo del registro del sistema, y cuándo se llenó. Queda más tiempo que el registro mismo.",
    en: "The programs that wrote most to each file of the system log, and when it was full. This stays longer than the log itself.",
  },
  hides: {
    es: "Los programas que escriben poco: de cada archivo se nombran entre 20 y 50. Tampoco dice qué escribieron.",
    en: "Programs that write little: 20 to 50 are named for each file. Nor does it say what they wrote.",
  },
};

const f = {
  path: { es: "Ruta del programa", en: "Path of the program" },
  bytes: { es: "Tamaño de lo que escribió", en: "Size of what it wrote" },
  why: { es: "Por qué se anotó", en: "Why it was noted" },
  log: { es: "Archivo del registro", en: "File of the log" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  program: {
    path: { words: f.path },
    bytes: { words: f.bytes, unit: "B" },
    why: { words: f.why },
    log: { words: f.log },
  },
};
