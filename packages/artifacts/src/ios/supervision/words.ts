import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Control de una organización", en: "Control by an organisation" },
  shows: {
    es: "Si el teléfono está bajo el control de una empresa, escuela u otra organización, y cuál dice ser.",
    en: "Whether the phone is under the control of an employer, school or other organisation, and which it claims to be.",
  },
  hides: {
    es: "Qué hizo esa organización con el teléfono.",
    en: "What that organisation did with the phone.",
  },
};

const f = {
  supervised: { es: "Supervisado", en: "Supervised" },
  organization: { es: "Organización que dice ser", en: "Organisation it claims" },
  server: { es: "Servidor que lo controla", en: "Server that controls it" },
  removable: { es: "Se puede quitar", en: "Can be removed" },
  pairing: { es: "Se puede conectar a otras computadoras", en: "May connect to other computers" },
  source: { es: "De dónde viene (número de iOS)", en: "Where it comes from (number of iOS)" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  supervision: {
    supervised: { words: f.supervised },
    organization: { words: f.organization },
    server: { words: f.server },
    removable: { words: f.removable },
    pairing: { words: f.pairing },
    source: { words: f.source },
  },
};
