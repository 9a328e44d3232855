import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Conexiones USB", en: "USB connections" },
  shows: {
    es: "Los últimos aparatos que se conectaron por USB, y si el teléfono estaba conectado a una computadora.",
    en: "The last devices that were attached by USB, and whether the phone was attached to a computer.",
  },
  hides: {
    es: "Lo que pasó por el cable, y lo anterior al último arranque. De computadoras, casi siempre solo la de ahora.",
    en: "What passed over the cable, and what was before the last start. Of computers, mostly only the present one.",
  },
};

export const fields: ArtifactFields = {
  event: {
    type: { words: { es: "Suceso", en: "Event" } },
    vendor: { words: { es: "Número del fabricante", en: "Number of the maker" } },
    product: { words: { es: "Número del producto", en: "Number of the product" } },
    name: { words: { es: "Nombre del aparato", en: "Name of the device" } },
  },
  now: {
    connected: { words: { es: "Conectado por USB", en: "Attached by USB" } },
    configured: { words: { es: "En uso", en: "In use" } },
    hostConnected: { words: { es: "Con un aparato conectado", en: "With a device attached" } },
    functions: { words: { es: "Para qué", en: "What for" } },
  },
};
