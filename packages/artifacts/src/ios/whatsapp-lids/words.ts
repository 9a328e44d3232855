import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "WhatsApp: números ocultos", en: "WhatsApp: hidden numbers" },
  shows: {
    es: "Qué número de teléfono está detrás de una dirección de WhatsApp que lo oculta, y desde cuándo lo sabe este teléfono.",
    en: "Which phone number is behind a WhatsApp address that hides it, and since when this phone knows.",
  },
  hides: {
    es: "Quién escribió: eso está en los mensajes. No trae los números que WhatsApp nunca mostró.",
    en: "Who wrote: that is in the messages. Numbers that WhatsApp never showed are not in it.",
  },
};

const f = {
  lid: { es: "Dirección que oculta el número", en: "Address that hides the number" },
  phone: { es: "Número de teléfono", en: "Phone number" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  pair: { lid: { words: f.lid }, phone: { words: f.phone } },
};
