import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Rastreadores por Bluetooth", en: "Bluetooth trackers" },
  shows: {
    es: "Qué etiquetas de rastreo estuvieron cerca, cuánto tiempo, y si su dueño estaba con ellas.",
    en: "Which tracking tags were near, for how long, and whether their owner was with them.",
  },
  hides: {
    es: "Rastreadores con GPS y SIM propios, los que estaban apagados o lejos, y de quién es cada etiqueta.",
    en: "Trackers with GPS and a SIM of their own, those that were off or far away, and whose a tag is.",
  },
};

export const fields: ArtifactFields = {
  tag: {
    type: { words: { es: "Red de la etiqueta", en: "Network of the tag" } },
    model: { words: { es: "Qué aparato es", en: "What device it is" } },
    state: { words: { es: "Su dueño está cerca o lejos", en: "Its owner is near or away" } },
    address: { words: { es: "Dirección", en: "Address" } },
    addressKind: { words: { es: "Qué tan fija es la dirección", en: "How fixed the address is" } },
    uncertain: {
      words: {
        es: "Varias direcciones que parecen la misma: no es seguro",
        en: "Several addresses that seem the same: not certain",
      },
    },
    addresses: { words: { es: "Direcciones que se juntaron", en: "Addresses that were put together" } },
    turns: { words: { es: "Cuántas veces cambió de dirección", en: "How often the address changed" } },
    last: { words: { es: "Última vez", en: "Last time" } },
    minutes: {
      words: { es: "Minutos en que se oyó sin su dueño", en: "Minutes in which it was heard without its owner" },
    },
    seen: { words: { es: "Cuántas veces se oyó", en: "How often it was heard" } },
    strongest: { words: { es: "Señal más fuerte", en: "Strongest signal" }, unit: "dBm" },
    mean: { words: { es: "Señal media", en: "Mean signal" }, unit: "dBm" },
    surroundings: {
      words: { es: "Entornos distintos en que estuvo", en: "Different surroundings in which it was" },
    },
    spans: { words: { es: "De cuándo a cuándo", en: "From when to when" } },
    name: { words: { es: "Nombre", en: "Name" } },
    connected: {
      words: { es: "El teléfono del registro se conectó con ella", en: "The phone of the log connected with it" },
    },
  },
};
