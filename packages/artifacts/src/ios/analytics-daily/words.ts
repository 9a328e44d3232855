import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Uso de red por día", en: "Network use by day" },
  shows: {
    es: "Qué programas usaron la red, y cuánto, según la cuenta diaria de iOS. A veces queda aquí lo que se borró en otro lugar.",
    en: "Which programs used the network, and how much, as iOS counts once a day. What was wiped elsewhere sometimes stays here.",
  },
  hides: {
    es: "Con qué servidor hablaron, y a qué hora: la fecha es la de la cuenta.",
    en: "Which server they talked to, and at what hour: the date is that of the count.",
  },
};

const f = {
  name: { es: "Programa", en: "Program" },
  wifi_in: { es: "Recibido por Wi-Fi", en: "Received over Wi-Fi" },
  wifi_out: { es: "Enviado por Wi-Fi", en: "Sent over Wi-Fi" },
  cell_in: { es: "Recibido por datos móviles", en: "Received over cellular" },
  cell_out: { es: "Enviado por datos móviles", en: "Sent over cellular" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  usage: {
    name: { words: f.name },
    wifi_in: { words: f.wifi_in, unit: "bytes" },
    wifi_out: { words: f.wifi_out, unit: "bytes" },
    cell_in: { words: f.cell_in, unit: "bytes" },
    cell_out: { words: f.cell_out, unit: "bytes" },
  },
};
