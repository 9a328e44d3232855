import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "La captura y lo que no deja ver", en: "The capture, and what it hides" },
  shows: {
    es: "Cuánto se capturó, si faltan partes, y cuántas conexiones iban escondidas (VPN, nombres cifrados).",
    en: "How much was captured, whether parts are missing, and how many connections were hidden (VPN, encrypted names).",
  },
  hides: {
    es: "Lo que pasó fuera de esta red o de estas horas.",
    en: "What happened off this network or outside these hours.",
  },
};

export const fields: ArtifactFields = {
  capture: {
    packets: { words: { es: "Paquetes", en: "Packets" } },
    bytes: { words: { es: "Tamaño", en: "Size" }, unit: "B" },
    last: { words: { es: "Hasta", en: "Until" } },
    links: { words: { es: "Tipos de enlace", en: "Link types" } },
    cut: { words: { es: "Paquetes cortados", en: "Packets cut short" } },
    dropped: { words: { es: "Paquetes perdidos al capturar", en: "Packets lost while capturing" } },
    unset: { words: { es: "Con el reloj sin ajustar", en: "With the clock not set" } },
    jumps: { words: { es: "Saltos del reloj", en: "Jumps of the clock" } },
    secrets: {
      words: { es: "Trae claves que abren lo cifrado", en: "It has keys that open what is encrypted" },
    },
    hidden: { words: { es: "Conexiones escondidas", en: "Hidden connections" } },
  },
  hidden: {
    what: {
      words: {
        es: "Qué esconde (vpn, doh, dot, relay, ech, unread)",
        en: "What hides it (vpn, doh, dot, relay, ech, unread)",
      },
    },
    client: { words: { es: "Quién llama", en: "Who calls" } },
    mac: { words: { es: "Dirección del aparato", en: "Address of the machine" } },
    name: { words: { es: "Sitio que se ve", en: "Site that shows" } },
    server: { words: { es: "Servidor", en: "Server" } },
    port: { words: { es: "Puerto", en: "Port" } },
    count: { words: { es: "Veces", en: "Times" } },
    last: { words: { es: "Última vez", en: "Last time" } },
    bytes: { words: { es: "Datos que pasaron", en: "Data that passed" }, unit: "B" },
  },
};
