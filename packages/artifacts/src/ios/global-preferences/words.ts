import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Ajustes generales", en: "General settings" },
  shows: {
    es: "Ajustes de todo el teléfono: idioma, región, teclados, y si el Modo de aislamiento está activo.",
    en: "Settings of the whole phone: language, region, keyboards, and whether Lockdown Mode is on.",
  },
  hides: {
    es: "Ajustes de cada app, y cuándo se cambió un ajuste.",
    en: "Settings of each app, and when a setting was changed.",
  },
};

const f = {
  name: { es: "Ajuste", en: "Setting" },
  value: { es: "Valor", en: "Value" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = { setting: { name: { words: f.name }, value: { words: f.value } } };
