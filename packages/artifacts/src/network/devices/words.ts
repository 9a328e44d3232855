import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Aparatos en la red", en: "Machines in the network" },
  shows: {
    es: "Cada aparato que habló: cómo se llama a sí mismo, cuándo estuvo, y cuánto mandó hacia afuera.",
    en: "Each machine that spoke: what it calls itself, when it was there, and how much it sent outside.",
  },
  hides: {
    es: "Los que guardan en una tarjeta y no hablan, los que usan su propia red o chip, y los apagados.",
    en: "Those that store on a card and say nothing, those with a network or chip of their own, and those that are off.",
  },
};

export const fields: ArtifactFields = {
  device: {
    mac: { words: { es: "Dirección del aparato", en: "Address of the machine" } },
    madeUp: {
      words: { es: "La dirección es inventada, como en los teléfonos", en: "The address is made up, as phones do" },
    },
    maker: { words: { es: "Fabricante, según la dirección", en: "Maker, by the address" } },
    makes: { words: { es: "De qué se conoce al fabricante", en: "What the maker is known for" } },
    addresses: { words: { es: "Direcciones en la red", en: "Addresses in the network" } },
    router: { words: { es: "Es el que lleva a internet", en: "It leads to the internet" } },
    names: { words: { es: "Nombres", en: "Names" } },
    says: { words: { es: "Lo que dice de sí", en: "What it says of itself" } },
    last: { words: { es: "Última vez", en: "Last time" } },
    sent: { words: { es: "Enviado", en: "Sent" }, unit: "B" },
    received: { words: { es: "Recibido", en: "Received" }, unit: "B" },
    hours: { words: { es: "Enviado en cada hora (UTC), en bytes", en: "Sent in each hour (UTC), in bytes" } },
    out: { words: { es: "Enviado hacia afuera", en: "Sent outside" }, unit: "B" },
    outside: { words: { es: "Servidores de afuera", en: "Servers outside" } },
    busy: { words: { es: "Segundos seguidos mandando mucho", en: "Seconds in a row of sending much" }, unit: "s" },
    large: { words: { es: "Parte de paquetes grandes", en: "Share of large packets" } },
    burst: { words: { es: "Cada cuánto manda un golpe de datos", en: "How often it sends a burst" }, unit: "s" },
    alike: { words: { es: "Qué tan parejo", en: "How evenly" } },
  },
};
