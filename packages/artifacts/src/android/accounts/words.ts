import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Cuentas del teléfono", en: "Accounts of the phone" },
  shows: {
    es: "Qué tipos de cuentas tiene el teléfono, qué app guarda cada una, y cuándo se agregaron o quitaron.",
    en: "Which kinds of accounts the phone has, which app keeps each one, and when they were added or removed.",
  },
  hides: {
    es: "El nombre de cada cuenta, si no pediste guardar contenido. De quién es la cuenta, solo tú lo sabes.",
    en: "The name of each account, unless you asked to keep content. Whose account it is, only you know.",
  },
};

const f = {
  type: { es: "Tipo de cuenta", en: "Kind of account" },
  app: { es: "App que la guarda", en: "App that keeps it" },
  user: { es: "Usuario del teléfono", en: "User of the phone" },
  name: { es: "Nombre de la cuenta", en: "Name of the account" },
  action: { es: "Qué pasó", en: "What happened" },
  uid: { es: "Número de usuario de la app que lo hizo", en: "User number of the app that did it" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  account: {
    type: { words: f.type },
    app: { words: f.app },
    user: { words: f.user },
    name: { words: f.name, content: true },
  },
  history: { action: { words: f.action }, uid: { words: f.uid }, user: { words: f.user } },
};
