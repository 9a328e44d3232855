import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Dispositivos de la cuenta de Apple", en: "Devices of the Apple Account" },
  shows: {
    es: "Qué teléfonos, tabletas y computadoras usan la misma cuenta de Apple, y cuáles se quitaron.",
    en: "Which phones, tablets and computers use the same Apple Account, and which were taken off it.",
  },
  hides: {
    es: "Quién tiene cada uno, y quien entra a la cuenta desde un navegador. El nombre lo pone su dueño.",
    en: "Who has each one, and whoever signs in from a browser. The name is given by its owner.",
  },
};

const f = {
  id: { es: "Identificador del dispositivo en la cuenta", en: "Identifier of the device in the account" },
  name: { es: "Nombre que le puso su dueño", en: "Name that its owner gave it" },
  model: { es: "Modelo", en: "Model" },
  os: { es: "Sistema", en: "System" },
  version: { es: "Versión", en: "Version" },
  build: { es: "Compilación", en: "Build" },
  trusted: { es: "Puede mostrar códigos de la cuenta", en: "Can show codes of the account" },
  circle: { es: "Estado en el llavero de iCloud (número)", en: "State in the iCloud Keychain (number)" },
  reason: { es: "Motivo (número)", en: "Reason (number)" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  device: {
    id: { words: f.id },
    name: { words: f.name },
    model: { words: f.model },
    os: { words: f.os },
    version: { words: f.version },
    build: { words: f.build },
    trusted: { words: f.trusted },
    circle: { words: f.circle },
  },
  removed: { id: { words: f.id }, reason: { words: f.reason } },
};
