import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Wi-Fi escuchado del aire", en: "Wi-Fi heard from the air" },
  shows: {
    es: "Qué redes se anuncian, qué aparatos transmiten y cuánto, aunque vaya cifrado.",
    en: "Which networks tell of themselves, which machines transmit and how much, though it is encrypted.",
  },
  hides: {
    es: "Lo que va por otro canal o por 5 GHz, y lo que no transmite: una cámara que guarda en tarjeta.",
    en: "What goes over another channel or 5 GHz, and what does not transmit: a camera that stores on a card.",
  },
};

const maker = { words: { es: "Fabricante, según la dirección", en: "Maker, by the address" } };
const makes = { words: { es: "De qué se conoce al fabricante", en: "What the maker is known for" } };
const signal = { words: { es: "Señal más fuerte", en: "Strongest signal" }, unit: "dBm" };
const frames = { words: { es: "Cuántas veces se oyó", en: "How often it was heard" } };
const last = { words: { es: "Última vez", en: "Last time" } };

export const fields: ArtifactFields = {
  network: {
    bssid: { words: { es: "Dirección de la red", en: "Address of the network" } },
    ssid: { words: { es: "Nombre de la red", en: "Name of the network" } },
    maker,
    makes,
    channel: { words: { es: "Canal", en: "Channel" } },
    security: { words: { es: "Cómo se cifra", en: "How it is encrypted" } },
    signal,
    frames,
    last,
  },
  transmitter: {
    mac: { words: { es: "Dirección del aparato", en: "Address of the machine" } },
    madeUp: {
      words: { es: "La dirección es inventada, como en los teléfonos", en: "The address is made up, as phones do" },
    },
    maker,
    makes,
    network: { words: { es: "Es el aparato de una red", en: "It is the machine of a network" } },
    bssid: { words: { es: "Red en la que transmite", en: "Network in which it transmits" } },
    frames,
    up: { words: { es: "Enviado", en: "Sent" }, unit: "B" },
    down: { words: { es: "Recibido", en: "Received" }, unit: "B" },
    hours: { words: { es: "Enviado en cada hora (UTC), en bytes", en: "Sent in each hour (UTC), in bytes" } },
    encrypted: { words: { es: "Va cifrado", en: "It is encrypted" } },
    signal,
    last,
    searches: { words: { es: "Redes que buscó por su nombre", en: "Networks that it looked for by name" } },
    asked: { words: { es: "Nombres de esas redes", en: "Names of those networks" }, content: true },
    busy: { words: { es: "Segundos seguidos mandando mucho", en: "Seconds in a row of sending much" }, unit: "s" },
    large: { words: { es: "Parte de paquetes grandes", en: "Share of large packets" } },
    burst: { words: { es: "Cada cuánto manda un golpe de datos", en: "How often it sends a burst" }, unit: "s" },
    alike: { words: { es: "Qué tan parejo", en: "How evenly" } },
  },
};
