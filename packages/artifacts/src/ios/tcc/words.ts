import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Permisos de las apps", en: "Permissions of apps" },
  shows: {
    es: "Qué app o programa pidió micrófono, cámara, contactos u otros datos, y si se le dio.",
    en: "Which app or program asked for microphone, camera, contacts or other data, and whether it got them.",
  },
  hides: {
    es: "Cuándo usó el permiso, y programas que no piden permiso.",
    en: "When the permission was used, and programs that ask for none.",
  },
};

const f = {
  service: { es: "Permiso", en: "Permission" },
  client: { es: "App o programa", en: "App or program" },
  client_type: { es: "Cómo se nombra: app o ruta", en: "How it is named: app or path" },
  decision: { es: "Decisión", en: "Decision" },
  reason: { es: "Motivo (número de iOS)", en: "Reason (number of iOS)" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  grant: {
    service: { words: f.service },
    client: { words: f.client },
    client_type: { words: f.client_type },
    decision: { words: f.decision },
    reason: { words: f.reason },
  },
};
