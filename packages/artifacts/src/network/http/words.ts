import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Peticiones que se pueden leer (HTTP, RTSP)", en: "Requests that can be read (HTTP, RTSP)" },
  shows: {
    es: "Páginas y videos que se pidieron sin cifrar, y cómo se llama a sí mismo el que contesta.",
    en: "Pages and videos that were asked for without encryption, and what the one who answers calls itself.",
  },
  hides: { es: "Todo lo que va cifrado, que es casi todo.", en: "All that is encrypted, which is nearly all." },
};

const f = {
  protocol: { es: "Protocolo", en: "Protocol" },
  client: { es: "Quién pidió", en: "Who asked" },
  server: { es: "Servidor", en: "Server" },
  mac: { es: "Dirección del aparato", en: "Address of the machine" },
  port: { es: "Puerto", en: "Port" },
  decrypted: { es: "Iba cifrado, y se abrió con claves", en: "It was encrypted, and was opened with keys" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  request: {
    protocol: { words: f.protocol },
    method: { words: { es: "Qué pidió", en: "What it asked" } },
    client: { words: f.client },
    mac: { words: f.mac },
    server: { words: f.server },
    port: { words: f.port },
    host: { words: { es: "Sitio", en: "Site" } },
    path: { words: { es: "Página", en: "Page" } },
    query: { words: { es: "Lo que se mandó o buscó", en: "What was sent or searched for" }, content: true },
    agent: { words: { es: "Programa que pidió", en: "Program that asked" } },
    decrypted: { words: f.decrypted },
  },
  answer: {
    protocol: { words: f.protocol },
    status: { words: { es: "Resultado", en: "Outcome" } },
    client: { words: f.client },
    server: { words: f.server },
    mac: { words: f.mac },
    port: { words: f.port },
    software: { words: { es: "Programa que contesta", en: "Program that answers" } },
    realm: { words: { es: "Nombre al pedir contraseña", en: "Name when it asks for a password" } },
    type: { words: { es: "Qué manda", en: "What it sends" } },
    video: { words: { es: "Ofrece video", en: "It offers video" } },
    decrypted: { words: f.decrypted },
  },
};
