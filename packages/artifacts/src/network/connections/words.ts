import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Conexiones", en: "Connections" },
  shows: {
    es: "Quién habló con quién, cuándo, cuánto tiempo y cuánto mandó cada lado.",
    en: "Who spoke with whom, when, for how long, and how much each side sent.",
  },
  hides: {
    es: "Qué se dijo, qué programa fue, y lo que pasó por otra red o antes de empezar a capturar.",
    en: "What was said, which program it was, and what went over another network or before the capture began.",
  },
};

export const fields: ArtifactFields = {
  flow: {
    transport: { words: { es: "Transporte", en: "Transport" } },
    client: { words: { es: "Quién empezó", en: "Who began" } },
    mac: { words: { es: "Dirección del aparato", en: "Address of the machine" } },
    server: { words: { es: "Servidor", en: "Server" } },
    port: { words: { es: "Puerto", en: "Port" } },
    app: { words: { es: "Qué hablan", en: "What they speak" } },
    host: { words: { es: "Sitio que se pidió", en: "Site that was asked for" } },
    resolved: { words: { es: "Nombre que dio esa dirección", en: "Name that gave this address" } },
    last: { words: { es: "Hasta", en: "Until" } },
    seconds: { words: { es: "Duración", en: "Duration" }, unit: "s" },
    up: { words: { es: "Enviado", en: "Sent" }, unit: "B" },
    down: { words: { es: "Recibido", en: "Received" }, unit: "B" },
    packets: { words: { es: "Paquetes", en: "Packets" } },
    opened: { words: { es: "Se vio el principio", en: "Its beginning was seen" } },
    busy: { words: { es: "Segundos seguidos mandando mucho", en: "Seconds in a row of sending much" }, unit: "s" },
    large: { words: { es: "Parte de paquetes grandes", en: "Share of large packets" } },
    burst: { words: { es: "Cada cuánto manda un golpe de datos", en: "How often it sends a burst" }, unit: "s" },
    alike: { words: { es: "Qué tan parejo", en: "How evenly" } },
  },
};
