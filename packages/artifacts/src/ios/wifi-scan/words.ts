import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Redes Wi-Fi alrededor", en: "Wi-Fi networks around" },
  shows: {
    es: "Las redes que el iPhone veía al hacer el diagnóstico, aunque no se conectara. Dicen dónde se hizo.",
    en: "The networks that the iPhone saw when the diagnosis was made, even if it did not join them. They tell where that was.",
  },
  hides: { es: "Las redes de antes y de después.", en: "Networks before and after." },
};

const f = {
  source: { es: "Lista", en: "List" },
  ssid: { es: "Nombre de la red", en: "Name of the network" },
  bssid: { es: "Dirección del punto de acceso", en: "Address of the access point" },
  security: { es: "Protección", en: "Security" },
  channel: { es: "Canal", en: "Channel" },
  rssi: { es: "Intensidad", en: "Strength" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  network: {
    source: { words: f.source },
    ssid: { words: f.ssid },
    bssid: { words: f.bssid },
    security: { words: f.security },
    channel: { words: f.channel },
    rssi: { words: f.rssi, unit: "dBm" },
  },
};
