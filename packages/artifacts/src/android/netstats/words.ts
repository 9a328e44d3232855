import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Datos enviados y recibidos", en: "Data sent and received" },
  shows: {
    es: "Cuántos datos envió y recibió cada app, por qué red, y si estaba en pantalla.",
    en: "How much data each app sent and received, over which network, and whether it was on screen.",
  },
  hides: {
    es: "A dónde fueron. Las apps salen con su número, y lo de apps ya borradas puede faltar.",
    en: "Where it went. Apps are told by their number, and that of removed apps may be missing.",
  },
};

export const fields: ArtifactFields = {
  usage: {
    uid: { words: { es: "Número de la app", en: "Number of the app" } },
    user: { words: { es: "Número del usuario del teléfono", en: "Number of the phone's user" } },
    network: { words: { es: "Red", en: "Network" } },
    background: { words: { es: "Sin estar en pantalla", en: "While not on screen" } },
    received: { words: { es: "Recibido", en: "Received" }, unit: "B" },
    sent: { words: { es: "Enviado", en: "Sent" }, unit: "B" },
    first: { words: { es: "Desde", en: "Since" } },
    last: { words: { es: "Último tramo", en: "Last span" } },
    buckets: { words: { es: "Tramos de tiempo", en: "Spans of time" } },
    list: { words: { es: "Lista", en: "List" } },
  },
};
