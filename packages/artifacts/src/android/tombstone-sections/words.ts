import type { ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Fallas de programas en el informe", en: "Crashes of programs in the report" },
  shows: {
    es: "Programas que fallaron, como los cuenta el texto del informe de teléfonos con Android 8 o anterior.",
    en: "Programs that crashed, as the text of the report tells them on phones with Android 8 or older.",
  },
  hides: {
    es: "Por qué fallaron: casi siempre es un error común. El teléfono guarda solo las últimas fallas.",
    en: "Why they crashed: it is nearly always a common error. The phone keeps only the last crashes.",
  },
};
