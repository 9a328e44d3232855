import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Programas abiertos", en: "Running programs" },
  shows: {
    es: "Los programas que estaban abiertos al hacer el informe, con qué usuario y quién los abrió.",
    en: "The programs that ran when the report was made, as which user, and who started them.",
  },
  hides: {
    es: "Lo que se abrió y cerró antes o después, y un programa que sepa esconderse de esta lista.",
    en: "What ran before or after, and a program that knows how to hide from this list.",
  },
};

export const fields: ArtifactFields = {
  process: {
    name: { words: { es: "Nombre", en: "Name" } },
    app: { words: { es: "App", en: "App" } },
    path: { words: { es: "Ruta del programa", en: "Path of the program" } },
    user: { words: { es: "Usuario", en: "User" } },
    pid: { words: { es: "Número del proceso", en: "Number of the process" } },
    ppid: { words: { es: "Número de quien lo abrió", en: "Number of the process that started it" } },
    label: { words: { es: "Etiqueta de seguridad", en: "Security label" } },
    cut: { words: { es: "El nombre puede estar cortado", en: "The name may be cut" } },
    source: { words: { es: "Lista", en: "List" } },
  },
};
