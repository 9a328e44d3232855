import type { ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Uso de la red por programa", en: "Network use by program" },
  shows: {
    es: "Qué programas usaron la red del teléfono, desde cuándo y cuánto. Aquí se vio Pegasus muchas veces.",
    en: "Which programs used the phone's network, since when and how much. Pegasus was often seen here.",
  },
  hides: {
    es: "A dónde se conectaron, y programas que se borraron de esta lista.",
    en: "Where they connected to, and programs that were wiped from this list.",
  },
};
