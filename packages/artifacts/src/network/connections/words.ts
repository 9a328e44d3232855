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
  destination: {
    client: { words: { es: "Quién llama", en: "Who calls" } },
    mac: { words: { es: "Dirección del aparato", en: "Address of the machine" } },
    name: { words: { es: "Sitio", en: "Site" } },
    servers: { words: { es: "Servidores", en: "Servers" } },
    port: { words: { es: "Puerto", en: "Port" } },
    transport: { words: { es: "Transporte", en: "Transport" } },
    app: { words: { es: "Qué hablan", en: "What they speak" } },
    nameless: { words: { es: "Sin nombre conocido", en: "Without a known name" } },
    count: { words: { es: "Conexiones", en: "Connections" } },
    last: { words: { es: "Hasta", en: "Until" } },
    up: { words: { es: "Enviado", en: "Sent" }, unit: "B" },
    down: { words: { es: "Recibido", en: "Received" }, unit: "B" },
    longest: { words: { es: "La conexión más larga", en: "Longest connection" }, unit: "s" },
    longestUp: { words: { es: "Enviado en la más larga", en: "Sent in the longest" }, unit: "B" },
    longestDown: { words: { es: "Recibido en la más larga", en: "Received in the longest" }, unit: "B" },
    visits: { words: { es: "Visitas", en: "Visits" } },
    period: { words: { es: "Cada cuánto llama", en: "How often it calls" }, unit: "s" },
    spread: { words: { es: "Cuánto se aparta de ese paso", en: "How far it strays from that pace" } },
    even: { words: { es: "Parte de pausas cerca de ese paso", en: "Share of pauses near that pace" } },
    upAlike: { words: { es: "Parte de visitas que envían lo mismo", en: "Share of visits that send the same" } },
    downAlike: { words: { es: "Parte de visitas que reciben lo mismo", en: "Share of visits that receive the same" } },
  },
};
