import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Aparatos Bluetooth de bajo consumo", en: "Bluetooth low energy devices" },
  shows: {
    es: "Relojes, audífonos y otros aparatos unidos al teléfono, y direcciones de los que estuvieron cerca.",
    en: "Watches, headphones and other devices paired with the phone, and addresses of those that were nearby.",
  },
  hides: {
    es: "De quién es un aparato y a qué hora se vio.",
    en: "Whose device it is, and at what hour it was seen.",
  },
};

const f = {
  name: { es: "Nombre del aparato", en: "Name of the device" },
  address: { es: "Dirección Bluetooth", en: "Bluetooth address" },
  resolved: { es: "Dirección verdadera", en: "Real address" },
  seen: { es: "Última vez visto (cuenta de iOS, no es una fecha)", en: "Last seen (count of iOS, no date)" },
  connected: { es: "Última conexión (cuenta de iOS, no es una fecha)", en: "Last connection (count of iOS, no date)" },
} satisfies Record<string, Words>;

const rest = {
  address: { words: f.address },
  resolved: { words: f.resolved },
  seen: { words: f.seen },
  connected: { words: f.connected },
};

export const fields: ArtifactFields = {
  paired: { name: { words: f.name }, ...rest },
  nearby: { name: { words: f.name, content: true }, ...rest },
};
