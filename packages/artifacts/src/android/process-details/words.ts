import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Programas abiertos, con su archivo", en: "Running programs, with their file" },
  shows: {
    es: "Los programas que estaban abiertos, desde qué archivo, y si ese archivo ya no existía.",
    en: "The programs that ran, from which file, and whether that file was already gone.",
  },
  hides: {
    es: "Lo que se abrió y cerró antes o después. De muchos programas el teléfono no deja ver el archivo.",
    en: "What ran before or after. Of many programs the phone does not show the file.",
  },
};

export const fields: ArtifactFields = {
  process: {
    name: { words: { es: "Nombre", en: "Name" } },
    app: { words: { es: "App", en: "App" } },
    path: { words: { es: "Archivo del programa", en: "File of the program" } },
    gone: { words: { es: "El archivo ya no existía", en: "The file was gone" } },
    uid: { words: { es: "Número de usuario", en: "Number of the user" } },
    user: { words: { es: "Número del usuario del teléfono", en: "Number of the phone's user" } },
    pid: { words: { es: "Número del proceso", en: "Number of the process" } },
    ppid: { words: { es: "Número de quien lo abrió", en: "Number of the process that started it" } },
    label: { words: { es: "Etiqueta de seguridad", en: "Security label" } },
    folder: { words: { es: "Carpeta en la que trabaja", en: "Folder in which it works" } },
  },
};
