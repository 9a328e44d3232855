import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Estado del llavero y avisos de seguridad", en: "State of the keychain, and notices of security" },
  shows: {
    es: "Si el llavero de iCloud está compartido, aparatos de la casa y de la misma cuenta que el iPhone conoce, y avisos de sus servicios de seguridad: por ejemplo, que alguien pudo ponerse en medio de una conexión.",
    en: "Whether the iCloud keychain is shared, devices of the home and of the same account that the iPhone knows, and notices of its services of security: that somebody may have stood between in a connection, for example.",
  },
  hides: {
    es: "Contraseñas y claves: no las leemos. La mayoría de los avisos son fallos comunes.",
    en: "Passwords and keys: we do not read them. Most notices are common failures.",
  },
};

const f = {
  status: { es: "Estado", en: "State" },
  section: { es: "Parte", en: "Part" },
  label: { es: "Nombre", en: "Name" },
  service: { es: "Servicio", en: "Service" },
  changed: { es: "Cambiado el", en: "Changed at" },
  client: { es: "Quién avisa", en: "Who tells" },
  event: { es: "Aviso", en: "Notice" },
  result: { es: "Resultado", en: "Result" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  circle: { status: { words: f.status } },
  identity: {
    section: { words: f.section },
    label: { words: f.label },
    service: { words: f.service },
    changed: { words: f.changed },
  },
  event: { client: { words: f.client }, event: { words: f.event }, result: { words: f.result } },
};
