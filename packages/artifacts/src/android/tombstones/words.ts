import type { ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Fallas de programas", en: "Crashes of programs" },
  shows: {
    es: "Programas que fallaron, en qué parte, y los archivos que tenían cargados.",
    en: "Programs that crashed, in which part, and the files that they had loaded.",
  },
  hides: {
    es: "Por qué fallaron: casi siempre es un error común. El teléfono guarda solo las últimas fallas.",
    en: "Why they crashed: it is nearly always a common error. The phone keeps only the last crashes.",
  },
};
