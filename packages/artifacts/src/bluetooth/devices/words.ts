import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Otros aparatos por Bluetooth", en: "Other devices over Bluetooth" },
  shows: {
    es: "Qué aparatos se anunciaban cerca: teléfonos, relojes, audífonos, cosas.",
    en: "Which devices told of themselves nearby: phones, watches, earbuds, things.",
  },
  hides: {
    es: "Cuántos son: la mayoría cambia de dirección cada cuarto de hora. Y los que no se anuncian.",
    en: "How many they are: most change their address each quarter of an hour. And those that are silent.",
  },
};

export const fields: ArtifactFields = {
  device: {
    address: { words: { es: "Dirección", en: "Address" } },
    addressKind: { words: { es: "Qué tan fija es la dirección", en: "How fixed the address is" } },
    name: { words: { es: "Nombre", en: "Name" } },
    maker: { words: { es: "Fabricante", en: "Maker" } },
    services: { words: { es: "Números de sus servicios", en: "Numbers of its services" } },
    last: { words: { es: "Última vez", en: "Last time" } },
    seen: { words: { es: "Cuántas veces se oyó", en: "How often it was heard" } },
    strongest: { words: { es: "Señal más fuerte", en: "Strongest signal" }, unit: "dBm" },
    connected: {
      words: { es: "El teléfono del registro se conectó con él", en: "The phone of the log connected with it" },
    },
  },
};
