import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Cuentas que el iPhone buscó", en: "Accounts that the iPhone looked up" },
  shows: {
    es: "Correos y números con los que iMessage o FaceTime tuvo algún contacto, aunque el mensaje ya no esté.",
    en: "Addresses and numbers that iMessage or FaceTime had some contact with, even if the message is gone.",
  },
  hides: {
    es: "Qué se dijo. Las versiones nuevas de iOS ya no guardan esta lista.",
    en: "What was said. Newer versions of iOS no longer keep this list.",
  },
};

const f = {
  service: { es: "Servicio", en: "Service" },
  handle: { es: "Cuenta", en: "Account" },
  status: { es: "Estado (número de iOS)", en: "Status (number of iOS)" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  lookup: {
    service: { words: f.service },
    handle: { words: f.handle },
    status: { words: f.status },
  },
};
