import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lo que los aparatos dicen de sí", en: "What machines say of themselves" },
  shows: {
    es: "Cómo se presentan los aparatos a sus vecinos: modelo, nombre y si son una cámara.",
    en: "How machines present themselves to their neighbours: model, name, and whether they are a camera.",
  },
  hides: {
    es: "Los que no se presentan. Lo que dicen puede ser mentira.",
    en: "Those that do not present themselves. What they say may be untrue.",
  },
};

export const fields: ArtifactFields = {
  said: {
    mac: { words: { es: "Dirección del aparato", en: "Address of the machine" } },
    address: { words: { es: "Dirección en la red", en: "Address in the network" } },
    to: { words: { es: "A quién", en: "To whom" } },
    over: { words: { es: "De qué forma", en: "In which way" } },
    answers: { words: { es: "Habla de sí mismo (si no, pregunta)", en: "It speaks of itself (else it asks)" } },
    says: { words: { es: "Qué dice", en: "What it says" } },
  },
};
