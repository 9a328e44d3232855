import type { ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Uso de la red por programas del sistema", en: "Network use by programs of the system" },
  shows: {
    es: "Qué programas usaron la red del teléfono, también los del sistema, desde cuándo y cuánto.",
    en: "Which programs used the phone's network, those of the system too, since when and how much.",
  },
  hides: {
    es: "A dónde se conectaron. iOS borra filas de esta lista todo el tiempo: un hueco no dice nada.",
    en: "Where they connected to. iOS drops rows of this list all the time: a gap says nothing.",
  },
};
