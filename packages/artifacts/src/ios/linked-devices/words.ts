import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Computadoras y aparatos Bluetooth", en: "Computers and Bluetooth devices" },
  shows: {
    es: "Con qué computadoras se sincronizó el teléfono y a qué aparatos Bluetooth está unido.",
    en: "Which computers the phone synchronised with, and which Bluetooth devices it is paired with.",
  },
  hides: {
    es: "Cuándo fue. Tampoco los aparatos vinculados a WhatsApp, Signal o tu cuenta de Apple: míralos en cada app.",
    en: "When that was. Nor devices linked to WhatsApp, Signal or your Apple Account: look at them in each app.",
  },
};

const f = {
  user: { es: "Usuario de la computadora", en: "User of the computer" },
  computer: { es: "Nombre de la computadora", en: "Name of the computer" },
  address: { es: "Dirección Bluetooth", en: "Bluetooth address" },
  name: { es: "Nombre del aparato", en: "Name of the device" },
  seen: { es: "Última vez visto (número de iOS)", en: "Last seen (number of iOS)" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  computer: { user: { words: f.user }, computer: { words: f.computer } },
  bluetooth: { address: { words: f.address }, name: { words: f.name }, seen: { words: f.seen } },
};
